// What a shared link to a wall shows elsewhere: title, description, and a picture that its owner may give away.
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
    .filter(({ author, sample }) => !sample && (author?.kind === 'own' || author?.kind === 'staff'))
    .flatMap((post) => post.media)
    .find((one) => one.kind === 'image' && one.sensitive === null && one.alt && one.width >= 600)
}

const [WIDTH, HEIGHT] = [1200, 630]
export const SHARE_PATH = '/widgets/share.jpg'

/** A lake in winter light, for walls that have no picture of their own; without words, so that no font is needed. */
const scene = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630">
  <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#0b5876"/><stop offset=".6" stop-color="#7cc7e6"/>
  <stop offset="1" stop-color="#f4f7f8"/></linearGradient></defs>
  <path fill="url(#sky)" d="M0 0h1200v440H0z"/><circle cx="905" cy="300" r="52" fill="#f0a878"/>
  <path fill="#3f7f99" d="M0 400q210-120 420-42t400-30 380 62v70H0z"/>
  <path fill="#1c5a41" d="M0 438l40-70 26 48 30-86 36 92 22-40 34 64 28-52 38 60 60-12 70 8 80-6v26H0zm800 16l34-58 28 40
  34-88 36 96 26-46 40 58 30-74 38 66 34-40 40 58 60-18v36H800z"/>
  <path fill="#f4f7f8" d="M0 440h1200v190H0z"/><path stroke="#cfd8de" stroke-width="3" d="M90 500h360m80 0h120M300 548h520
  m70 0h160M120 592h240m90 0h430"/>
  <g fill="#fff" stroke="#0b5876" stroke-width="6"><rect x="96" y="96" width="216" height="140" rx="20"/>
  <rect x="336" y="96" width="110" height="140" rx="20"/><rect x="96" y="260" width="110" height="104" rx="20"/>
  <rect x="230" y="260" width="216" height="104" rx="20"/></g></svg>`

let drawnScene: Promise<Buffer> | undefined

/** The picture as JPEG, drawn once. */
export function sharePicture(): Promise<Buffer> {
  drawnScene ??= sharp(Buffer.from(scene)).resize(WIDTH, HEIGHT).jpeg({ quality: 82 }).toBuffer()
  return drawnScene
}
