// The public page where a resident tells a story, without a login and without a cookie: /kerro, /beratta, /tell.
import { type Context, Hono } from 'hono'
import { type Language, languages, pick, t } from '../../config/i18n.ts'
import { type FamilyWithTags, findPlace, listFamilies } from '../../db/places.ts'
import { findStorySource } from '../../db/sources.ts'
import type { Deps } from '../deps.ts'
import { openFormPause } from '../domain/guessing.ts'
import { Refusal } from '../errors.ts'
import { makeFormKey } from '../form-key.ts'
import { removalPaths, storyPath, storyPaths } from '../public-paths.ts'
import { languageOf } from '../rim.tsx'
import { type Fields, readFields } from '../same-origin.ts'
import { allowTry, senderOf } from '../sign-in.ts'
import { type SentPicture, STORY_PICTURES, storyForm, takeStory } from '../story.ts'
import { OpenPage } from './open-page.tsx'
import { Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'
import { StoryFields } from './story-fields.tsx'

type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>
type Opened = { place: Place; families: FamilyWithTags[]; closed: boolean }

export function storyFormRoutes(deps: Deps): Hono {
  const app = new Hono()
  const open = async (c: Context): Promise<Opened> => {
    const place = await findPlace(deps.db, c.req.param('place') ?? '')
    if (!place) throw new Refusal('not-found', 404)
    const source = await findStorySource(deps.db, place.id)
    return { place, families: await listFamilies(deps.db, place.id), closed: !source?.active }
  }
  const keyOf = (place: Place) => makeFormKey(deps, `story ${place.id}`)
  for (const spoken of languages) {
    const path = storyPaths[spoken]
    app.get(`${path}/:place`, async (c) => {
      const opened = await open(c)
      return c.html(<Page {...{ c, spoken, ...opened }} formKey={keyOf(opened.place)} />)
    })
    app.post(`${path}/:place`, async (c) => {
      const { closed, ...opened } = await open(c)
      const { place, families } = opened
      let fields: Fields = {}
      try {
        // Before anything is read: what is counted is the sending, not what is in it.
        await allowTry(deps, `story:${senderOf(c, deps)}`, openFormPause)
        fields = await readFields(c)
        const alts = Array.from({ length: STORY_PICTURES }, (_, nth) => fields[`alt${nth}`])
        const form = storyForm.safeParse({ ...fields, alts })
        if (!form.success) throw new Refusal('story-missing', 400)
        const pictures = await sentPictures(c)
        const done = await takeStory(deps, place, families, form.data, pictures, fields.key)
        return c.html(<Page c={c} spoken={spoken} {...opened} done={done} />)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        if (error.retryAfter) c.header('retry-after', String(error.retryAfter))
        const shown = { c, spoken, ...opened, fields, refusal: error }
        return c.html(<Page {...shown} formKey={keyOf(place)} />, error.status as 400)
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

type PageProps = Omit<Opened, 'closed'> & {
  c: Context
  spoken: Language
  closed?: boolean
  /** What the form must bring back; absent when there is no form any more. */
  formKey?: string
  /** The address by which the story can be taken back. */
  done?: string
  refusal?: Refusal
  fields?: Fields
}

function Page({ c, spoken, place, families, closed, formKey = '', done, refusal, fields = {} }: PageProps) {
  const language: Language = c.req.query('lang') ? languageOf(c) : spoken
  c.header('cache-control', 'no-store')
  const name = pick(place.name, language, place.languages[0])
  const title = t(language, done ? 'story.done' : 'story.title')
  return (
    <OpenPage {...{ language, title }} place={{ id: place.id, name }} path={(to) => storyPath(to, place.id)}>
      {done && <Thanks language={language} address={done} />}
      {closed && <p>{t(language, 'story.closed', { place: name })}</p>}
      {!done && !closed && (
        <>
          <p>{t(language, 'story.lede', { place: name })}</p>
          {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
          {refusal && fields.text && <p>{t(language, 'story.again')}</p>}
          <StoryFields
            {...{ language, families, fields, formKey, spoken: place.languages[0] ?? 'fi' }}
            action={`${storyPath(spoken, place.id)}?lang=${language}`}
          />
        </>
      )}
    </OpenPage>
  )
}

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
