// The public page where a resident gives an idea and promises to carry it out, without a login: /idea, /ide, /ideas.
import { type Context, Hono } from 'hono'
import { type Language, languages, pick, t } from '../../config/i18n.ts'
import { type CampaignRow, listPublished } from '../../db/campaigns.ts'
import { readIdeaTag } from '../../db/ideas.ts'
import { findPlace } from '../../db/places.ts'
import type { Deps } from '../deps.ts'
import { openFormPause } from '../domain/guessing.ts'
import { dayOf } from '../domain/quarter.ts'
import { Refusal } from '../errors.ts'
import { makeFormKey } from '../form-key.ts'
import { ideaForm, takeIdea } from '../ideas.ts'
import { campaignPath, ideaPath, ideaPaths } from '../public-paths.ts'
import { languageOf } from '../rim.tsx'
import { type Fields, readFields } from '../same-origin.ts'
import { allowTry, senderOf } from '../sign-in.ts'
import { OpenFormFoot } from './heard-field.tsx'
import { OpenPage } from './open-page.tsx'
import { Field, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>
/** `tag`: the hashtag of trials; null while no ideas are taken in. */
type Opened = { place: Place; tag: string | null; running: CampaignRow[] }

export function ideaFormRoutes(deps: Deps): Hono {
  const { db, clock } = deps
  const app = new Hono()
  const open = async (c: Context): Promise<Opened> => {
    const place = await findPlace(db, c.req.param('place') ?? '')
    if (!place) throw new Refusal('not-found', 404)
    const today = dayOf(clock(), place.time_zone)
    return {
      place,
      tag: await readIdeaTag(db, place.id),
      running: (await listPublished(db, place.id, today)).filter((one) => one.kind === 'trial'),
    }
  }
  const keyOf = (place: Place) => makeFormKey(deps, `idea ${place.id}`)
  for (const spoken of languages) {
    const path = `${ideaPaths[spoken]}/:place`
    app.get(path, async (c) => {
      const opened = await open(c)
      return c.html(<Page {...{ c, spoken, ...opened }} formKey={keyOf(opened.place)} />)
    })
    app.post(path, async (c) => {
      const opened = await open(c)
      let fields: Fields = {}
      try {
        await allowTry(deps, `idea:${senderOf(c, deps)}`, openFormPause)
        fields = await readFields(c)
        const form = ideaForm.safeParse(fields)
        if (!form.success) throw new Refusal('idea-missing', 400)
        await takeIdea(deps, opened.place, form.data, fields.key)
        return c.html(<Page {...{ c, spoken, ...opened }} done />)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        if (error.retryAfter) c.header('retry-after', String(error.retryAfter))
        const shown = { c, spoken, ...opened, fields, refusal: error }
        return c.html(<Page {...shown} formKey={keyOf(opened.place)} />, error.status as 400)
      }
    })
  }
  return app
}

type PageProps = Opened & {
  c: Context
  spoken: Language
  /** What the form must bring back; absent when there is no form any more. */
  formKey?: string
  done?: boolean
  refusal?: Refusal
  fields?: Fields
}

function Page({ c, spoken, place, tag, running, formKey = '', done, refusal, fields = {} }: PageProps) {
  const language: Language = c.req.query('lang') ? languageOf(c) : spoken
  c.header('cache-control', 'no-store')
  const name = pick(place.name, language, place.languages[0])
  const title = t(language, done ? 'idea.done' : 'idea.title')
  return (
    <OpenPage {...{ language, title }} place={{ id: place.id, name }} path={(to) => ideaPath(to, place.id)}>
      {done && <p>{t(language, 'idea.done.text')}</p>}
      {!done && tag === null && <p>{t(language, 'idea.closed', { place: name })}</p>}
      {!done && tag !== null && (
        <>
          <p>{t(language, 'idea.lede', { place: name })}</p>
          {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
          <IdeaFields
            {...{ language, fields, formKey, tag }}
            action={`${ideaPath(spoken, place.id)}?lang=${language}`}
          />
        </>
      )}
      {running.length > 0 && (
        <section aria-labelledby="running">
          <h2 id="running">{t(language, 'idea.running')}</h2>
          <ul>
            {running.map((one) => (
              <li>
                <a href={campaignPath(language, place.id, one.public_id)}>
                  {one.title[language] ?? one.title[place.languages[0] ?? 'fi'] ?? one.label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </OpenPage>
  )
}

type FieldsProps = { language: Language; fields: Fields; formKey: string; tag: string; action: string }

function IdeaFields({ language, fields, formKey, tag, action }: FieldsProps) {
  const text = (field: string) => (typeof fields[field] === 'string' ? fields[field] : '')
  const input = (name: 'name' | 'contact' | 'money', most: number, more: object = {}) => (
    <Field id={name} label={t(language, `idea.${name}`)} hint={t(language, `idea.${name}.hint`)}>
      <input
        id={name}
        name={name}
        type="text"
        maxlength={most}
        value={text(name)}
        aria-describedby={`${name}-hint`}
        {...more}
      />
    </Field>
  )
  return (
    <form method="post" action={action} class="settings">
      <input type="hidden" name="key" value={formKey} />
      <Field id="text" label={t(language, 'idea.text')} hint={t(language, 'idea.text.hint')}>
        <textarea id="text" name="text" rows={6} required maxlength={2000} aria-describedby="text-hint">
          {text('text')}
        </textarea>
      </Field>
      {input('money', 10, { inputmode: 'decimal' })}
      {input('name', 80, { autocomplete: 'name' })}
      {input('contact', 120, { required: true })}
      <label class="tick">
        <input type="checkbox" name="promise" value="1" required checked={text('promise') === '1'} />
        {t(language, 'idea.promise', { tag: `#${tag}` })}
      </label>
      <OpenFormFoot language={language} send="idea.send" />
    </form>
  )
}
