// What a shared link to a wall shows elsewhere: title, description, and a picture that its owner may give away.
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import type { Deps } from '../deps.ts'
import type { PublicMedia, WallAnswer } from './contract.ts'

type Props = {
  deps: Pick<Deps, 'env'>
  answer: WallAnswer
  title: string
  description: string
  site: string
  path: string
}

export function SharePicture({ deps, answer, title, description, site, path }: Props) {
  const { PUBLIC_URL } = deps.env
  const own = ownPicture(answer)
  // The largest of our copies, as JPEG: not every network reads the newer format.
  const [, file, largest] = /(\/media\/\S+)\.webp (\d+)w$/.exec(own?.srcset ?? '') ?? []
  const width = largest ? Number(largest) : WIDTH
  const height = own && largest ? Math.round((own.height * width) / own.width) : HEIGHT
  const tags = {
    'og:type': 'website',
    'og:site_name': site,
    'og:title': title,
    'og:description': description,
    'og:url': `${PUBLIC_URL}${path}?lang=${answer.wall.lang}`,
    'og:locale': { fi: 'fi_FI', sv: 'sv_FI', en: 'en_GB' }[answer.wall.lang] ?? 'fi_FI',
    'og:image': PUBLIC_URL + (file ? `${file}.jpg` : SHARE_PATH),
    'og:image:width': String(width),
    'og:image:height': String(height),
    'og:image:alt': own?.alt ?? title,
  }
  return (
    <>
      {Object.entries(tags).map(([property, content]) => (
        <meta property={property} content={content} />
      ))}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}

/** The newest picture of the municipality's own that somebody has described: nobody else's is given away. */
function ownPicture({ lead, posts }: WallAnswer): PublicMedia | undefined {
  return [...lead, ...posts]
    .filter(({ author }) => author?.kind === 'own' || author?.kind === 'staff')
    .flatMap((post) => post.media)
    .find((one) => one.kind === 'image' && one.sensitive === null && one.alt && one.width >= 600)
}

const [WIDTH, HEIGHT] = [1200, 630]
export const SHARE_PATH = '/widgets/share.jpg'

/** A wall by a lake in winter light, for walls without a picture of their own; no words in it, so no font is needed. */
const scene = new URL('./share.svg', import.meta.url)
let drawnScene: Promise<Buffer> | undefined

/** The picture as JPEG, drawn once. */
export function sharePicture(): Promise<Buffer> {
  drawnScene ??= sharp(readFileSync(scene)).resize(WIDTH, HEIGHT).jpeg({ quality: 82 }).toBuffer()
  return drawnScene
}
