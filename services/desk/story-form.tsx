// The public page where a resident tells a story, without a login and without a cookie: /kerro, /beratta, /tell.
import { type Context, Hono } from 'hono'
import { type Language, pick, t } from '../../config/i18n.ts'
import { type FamilyWithTags, findPlace, listFamilies } from '../../db/places.ts'
import type { Deps } from '../deps.ts'
import { openFormPause } from '../domain/guessing.ts'
import { Refusal } from '../errors.ts'
import { NoticeFoot } from '../notice-links.tsx'
import { Shell } from '../page.tsx'
import { languageOf } from '../rim.tsx'
import { type Fields, readFields } from '../same-origin.ts'
import { allowTry, senderOf } from '../sign-in.ts'
import { type SentPicture, STORY_PICTURES, storyForm, takeStory } from '../story.ts'
import { Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'
import { StoryFields } from './story-fields.tsx'

const paths = { '/kerro': 'fi', '/beratta': 'sv', '/tell': 'en' } as const
type Path = keyof typeof paths
type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>

export function storyFormRoutes(deps: Deps): Hono {
  const app = new Hono()
  const open = async (c: Context): Promise<{ place: Place; families: FamilyWithTags[] }> => {
    const place = await findPlace(deps.db, c.req.param('place') ?? '')
    if (!place) throw new Refusal('not-found', 404)
    return { place, families: await listFamilies(deps.db, place.id) }
  }
  for (const path of Object.keys(paths) as Path[]) {
    app.get(`${path}/:place`, async (c) => c.html(<Page c={c} path={path} {...(await open(c))} />))
    app.post(`${path}/:place`, async (c) => {
      const { place, families } = await open(c)
      let fields: Fields = {}
      try {
        // Before anything is read: what is counted is the sending, not what is in it.
        await allowTry(deps, `story:${senderOf(c, deps)}`, openFormPause)
        fields = await readFields(c)
        const alts = Array.from({ length: STORY_PICTURES }, (_, nth) => fields[`alt${nth}`])
        const form = storyForm.safeParse({ ...fields, alts })
        if (!form.success) throw new Refusal('story-missing', 400)
        const done = await takeStory(deps, place, families, form.data, await sentPictures(c))
        return c.html(<Page c={c} path={path} place={place} families={families} done={done} />)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        if (error.retryAfter) c.header('retry-after', String(error.retryAfter))
        const shown = { c, path, place, families, fields, refusal: error }
        return c.html(<Page {...shown} />, error.status as 400)
      }
    })
  }
  return app
}

async function sentPictures(c: Context): Promise<SentPicture[]> {
  const body = await c.req.parseBody({ all: true })
  const sent: SentPicture[] = []
  for (let nth = 0; nth < STORY_PICTURES; nth++) {
    const file = body[`picture${nth}`]
    if (file instanceof File && file.size) sent.push({ nth, bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  return sent
}

type PageProps = {
  c: Context
  path: Path
  place: Place
  families: readonly FamilyWithTags[]
  /** The address by which the story can be taken back. */
  done?: string
  refusal?: Refusal
  fields?: Fields
}

function Page({ c, path, place, families, done, refusal, fields = {} }: PageProps) {
  const language: Language = c.req.query('lang') ? languageOf(c) : paths[path]
  c.header('cache-control', 'no-store')
  const name = pick(place.name, language, place.languages[0])
  const title = t(language, done ? 'story.done' : 'story.title', { place: name })
  return (
    <Shell language={language} title={title} styles={['desk.css']} bodyClass="desk">
      <main class="page ask-removal" id="content">
        <h1>{title}</h1>
        {done ? (
          <Thanks language={language} address={done} />
        ) : (
          <>
            <p>{t(language, 'story.lede', { place: name })}</p>
            {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
            {refusal && fields.text && <p>{t(language, 'story.again')}</p>}
            <StoryFields
              {...{ language, families, fields, spoken: place.languages[0] ?? 'fi' }}
              action={`${path}/${place.id}?lang=${language}`}
            />
          </>
        )}
      </main>
      <NoticeFoot language={language} place={place.id} />
    </Shell>
  )
}

const removalPaths = { fi: '/poista', sv: '/ta-bort', en: '/remove' } as const

function Thanks({ language, address }: { language: Language; address: string }) {
  return (
    <>
      <p>{t(language, 'story.done.next')}</p>
      <h2>{t(language, 'story.withdraw')}</h2>
      <p>{t(language, 'story.withdraw.how')}</p>
      <p class="say">
        <code>{address}</code>
      </p>
      <p>
        <a href={`${removalPaths[language]}?address=${encodeURIComponent(address)}`}>
          {t(language, 'story.withdraw.form')}
        </a>
      </p>
    </>
  )
}
