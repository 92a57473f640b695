// The public page where anybody gives feedback, without a login and without a cookie: /palaute, /respons, /feedback.
import { type Context, Hono } from 'hono'
import { type Language, languages, pick, t } from '../../config/i18n.ts'
import { findPlace } from '../../db/places.ts'
import type { Deps } from '../deps.ts'
import { openFormPause } from '../domain/guessing.ts'
import { Refusal } from '../errors.ts'
import { feedbackForm, takeFeedback } from '../feedback.ts'
import { makeFormKey } from '../form-key.ts'
import { feedbackPath, feedbackPaths } from '../public-paths.ts'
import { languageOf } from '../rim.tsx'
import { type Fields, readFields } from '../same-origin.ts'
import { allowTry, senderOf } from '../sign-in.ts'
import { HeardField, OpenFormFoot } from './heard-field.tsx'
import { OpenPage } from './open-page.tsx'
import { Field, Say, Ticks } from './parts.tsx'
import { refusalWords } from './refused.tsx'

type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>

export function feedbackFormRoutes(deps: Deps): Hono {
  const app = new Hono()
  const open = async (c: Context): Promise<Place> => {
    const place = await findPlace(deps.db, c.req.param('place') ?? '')
    if (!place) throw new Refusal('not-found', 404)
    return place
  }
  for (const spoken of languages) {
    const path = `${feedbackPaths[spoken]}/:place`
    const keyOf = (place: Place) => makeFormKey(deps, `feedback ${place.id}`)
    app.get(path, async (c) => {
      const place = await open(c)
      return c.html(<Page {...{ c, spoken, place }} formKey={keyOf(place)} />)
    })
    app.post(path, async (c) => {
      const place = await open(c)
      let fields: Fields = {}
      try {
        await allowTry(deps, `feedback:${senderOf(c, deps)}`, openFormPause)
        fields = await readFields(c)
        const form = feedbackForm.safeParse(fields)
        if (!form.success) throw new Refusal('feedback-missing', 400)
        await takeFeedback(deps, place, form.data, fields.key)
        return c.html(<Page {...{ c, spoken, place }} done />)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        if (error.retryAfter) c.header('retry-after', String(error.retryAfter))
        const shown = { c, spoken, place, fields, refusal: error }
        return c.html(<Page {...shown} formKey={keyOf(place)} />, error.status as 400)
      }
    })
  }
  return app
}

type PageProps = {
  c: Context
  spoken: Language
  place: Place
  /** What the form must bring back; absent when there is no form any more. */
  formKey?: string
  done?: boolean
  refusal?: Refusal
  fields?: Fields
}

function Page({ c, spoken, place, formKey = '', done, refusal, fields = {} }: PageProps) {
  const language: Language = c.req.query('lang') ? languageOf(c) : spoken
  c.header('cache-control', 'no-store')
  const name = pick(place.name, language, place.languages[0])
  const title = t(language, done ? 'feedback.done' : 'feedback.title')
  const text = (field: string) => (typeof fields[field] === 'string' ? fields[field] : '')
  return (
    <OpenPage
      {...{ language, title }}
      place={{ id: place.id, name }}
      path={(to) => feedbackPath(to, place.id)}
    >
      {done ? (
        <p>{t(language, 'feedback.done.text')}</p>
      ) : (
        <>
          <p>{t(language, 'feedback.lede', { place: name })}</p>
          {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
          <form method="post" action={`${feedbackPath(spoken, place.id)}?lang=${language}`} class="settings">
            <input type="hidden" name="key" value={formKey} />
            <Field id="text" label={t(language, 'feedback.text')} hint={t(language, 'feedback.text.hint')}>
              <textarea id="text" name="text" rows={6} required maxlength={5000} aria-describedby="text-hint">
                {text('text')}
              </textarea>
            </Field>
            <fieldset>
              <legend class="label">{t(language, 'feedback.grade')}</legend>
              <Ticks
                one
                name="grade"
                options={(['1', '2', '3', '4', '5'] as const).map((one) => [
                  one,
                  t(language, `feedback.grade.${one}`),
                ])}
                chosen={[text('grade')]}
              />
            </fieldset>
            <HeardField language={language} chosen={text('heard')} />
            <OpenFormFoot language={language} send="feedback.send" />
          </form>
        </>
      )}
    </OpenPage>
  )
}
