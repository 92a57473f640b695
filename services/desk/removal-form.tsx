// The public page where anybody asks for a post to be removed, without a login: /poista, /ta-bort, /remove.
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type Language, languages, pick, t } from '../../config/i18n.ts'
import { listPlaces } from '../../db/places.ts'
import type { Deps } from '../deps.ts'
import { openFormPause } from '../domain/guessing.ts'
import { Refusal } from '../errors.ts'
import { removalPaths } from '../public-paths.ts'
import { type Asked, askRemoval } from '../removals.ts'
import { languageOf, readStrictly } from '../rim.tsx'
import { readFields } from '../same-origin.ts'
import { allowTry, senderOf } from '../sign-in.ts'
import { OpenFormFoot } from './heard-field.tsx'
import { OpenPage } from './open-page.tsx'
import { Field, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

const form = z.object({
  place: z.string().max(40),
  address: z.url({ protocol: /^https?$/, error: 'https://…' }).max(2000),
  reason: z.string().trim().min(1).max(2000),
  contact: z.string().trim().max(300).default(''),
  everything: z.literal('1').optional(),
  /** People do not see this field; what fills it in is a machine. */
  website: z.literal('').default(''),
})

export function removalFormRoutes(deps: Deps): Hono {
  const app = new Hono()
  for (const spoken of languages) {
    const path = removalPaths[spoken]
    app.get(path, async (c) => c.html(<Page c={c} spoken={spoken} places={await listPlaces(deps.db)} />))
    app.post(path, async (c) => {
      const fields = await readFields(c)
      try {
        const sender = senderOf(c, deps)
        await allowTry(deps, `removal:${sender}`, openFormPause)
        const { contact, everything, website, ...rest } = readStrictly(form, fields)
        const asked = { ...rest, contact: contact || null, everything: everything === '1' }
        const done = await askRemoval(deps, asked, sender)
        return c.html(<Page {...{ c, spoken, done, fields }} places={await listPlaces(deps.db)} />)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        if (error.retryAfter) c.header('retry-after', String(error.retryAfter))
        const places = await listPlaces(deps.db)
        return c.html(
          <Page c={c} spoken={spoken} places={places} refusal={error} fields={fields} />,
          error.status as 400,
        )
      }
    })
  }
  return app
}

type Places = Awaited<ReturnType<typeof listPlaces>>
type PageProps = {
  c: Context
  spoken: Language
  places: Places
  done?: Asked
  refusal?: Refusal
  fields?: Record<string, unknown>
}

function Page({ c, spoken, places, done, refusal, fields = {} }: PageProps) {
  const language: Language = c.req.query('lang') ? languageOf(c) : spoken
  c.header('cache-control', 'no-store')
  const title = t(language, done ? 'removal.done' : 'removal.title')
  const place = fields.place ?? c.req.query('place')
  const asked = places.length === 1 ? places[0] : places.find(({ id }) => id === place)
  return (
    <OpenPage
      {...{ language, title }}
      place={asked && { id: asked.id, name: pick(asked.name, language, asked.languages[0]) }}
      path={(to) => `${removalPaths[to]}${new URL(c.req.url).search.replace(/([?&])lang=[^&]*&?/, '$1')}`}
    >
      {done ? (
        <>
          <p>{t(language, `removal.done.${done.found}`)}</p>
          <p class="quiet">{t(language, 'removal.done.number', { id: done.id })}</p>
        </>
      ) : (
        <>
          <p>{t(language, 'removal.lede')}</p>
          {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
          <Fields
            language={language}
            action={`${removalPaths[spoken]}?lang=${language}`}
            places={places}
            place={c.req.query('place')}
            fields={{ address: c.req.query('address') ?? '', ...fields }}
          />
        </>
      )}
    </OpenPage>
  )
}

type FieldsProps = {
  language: Language
  action: string
  places: Places
  place: string | undefined
  fields: Record<string, unknown>
}

function Fields({ language, action, places, place, fields }: FieldsProps) {
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
  const chosen = text('place') || place
  const described = (name: 'address' | 'reason' | 'contact') => ({
    id: name,
    name,
    'aria-describedby': `${name}-hint`,
  })
  const wrap = (name: 'address' | 'reason' | 'contact', control: Parameters<typeof Field>[0]['children']) => (
    <Field id={name} label={t(language, `removal.${name}`)} hint={t(language, `removal.${name}.hint`)}>
      {control}
    </Field>
  )
  return (
    <form method="post" action={action} class="settings">
      {places.length === 1 ? (
        <input type="hidden" name="place" value={places[0]?.id} />
      ) : (
        <Field id="place" label={t(language, 'removal.place')}>
          <select id="place" name="place" required>
            {places.map((one) => (
              <option value={one.id} selected={one.id === chosen}>
                {pick(one.name, language, one.languages[0])}
              </option>
            ))}
          </select>
        </Field>
      )}
      {wrap('address', <input {...described('address')} type="url" required value={text('address')} />)}
      {wrap(
        'reason',
        <textarea {...described('reason')} rows={3} required maxlength={2000}>
          {text('reason')}
        </textarea>,
      )}
      {wrap('contact', <input {...described('contact')} type="text" value={text('contact')} />)}
      <label class="tick">
        <input type="checkbox" name="everything" value="1" checked={text('everything') === '1'} />
        {t(language, 'removal.everything')}
      </label>
      <OpenFormFoot language={language} send="removal.submit" />
    </form>
  )
}
