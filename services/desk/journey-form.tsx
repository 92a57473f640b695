// The form of a travel story: its words in each language of the place, and the lifts that it is made of.
import { t } from '../../config/i18n.ts'
import type { Journey, listEverLifted } from '../../db/journeys.ts'
import { journeyPath } from '../public-paths.ts'
import { weekNumber } from './card.tsx'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form, startOf, Ticks } from './parts.tsx'

type Lifted = Awaited<ReturnType<typeof listEverLifted>>
type Props = { c: DeskContext; journey: Journey | undefined; lifted: Lifted }

export function JourneyForm({ c, journey, lifted }: Props) {
  const { language, place } = c.var
  const id = journey?.public_id
  return (
    <Form c={c} action={deskPath(c, `/journeys${id ? `/${id}` : ''}`)} class="settings">
      {place.languages.map((one, nth) => (
        <>
          <Field
            id={`title-${one}`}
            label={t(language, 'journey.field.title', { language: t(language, `lang.in.${one}`) })}
          >
            <input
              id={`title-${one}`}
              name={`title_${one}`}
              type="text"
              lang={one}
              maxlength={150}
              required={nth === 0}
              value={journey?.title[one] ?? ''}
            />
          </Field>
          <Field
            id={`text-${one}`}
            label={t(language, 'journey.field.text', { language: t(language, `lang.in.${one}`) })}
            hint={nth === 0 ? t(language, 'journey.field.text.hint') : undefined}
          >
            <textarea
              id={`text-${one}`}
              name={`text_${one}`}
              rows={6}
              lang={one}
              maxlength={10_000}
              aria-describedby={nth === 0 ? `text-${one}-hint` : undefined}
            >
              {journey?.text[one] ?? ''}
            </textarea>
          </Field>
        </>
      ))}
      <Lifts c={c} journey={journey} lifted={lifted} />
      <p class="acts">
        <button type="submit" class={journey ? 'button' : 'button main'} name="do" value="save">
          {t(language, 'desk.save')}
        </button>
        {journey && (
          <button
            type="submit"
            class="button main"
            name="do"
            value={journey.published_at ? 'unpublish' : 'publish'}
          >
            {t(language, journey.published_at ? 'journey.unpublish' : 'journey.publish')}
          </button>
        )}
        {id && journey.published_at && (
          <a class="button" href={journeyPath(language, place.id, id)}>
            {t(language, 'journey.open')}
          </a>
        )}
      </p>
      {journey && (
        <details class="fold">
          <summary>{t(language, 'journey.remove')}</summary>
          <p>{t(language, journey.published_at ? 'journey.remove.public' : 'journey.remove.draft')}</p>
          <button type="submit" class="button" name="do" value="remove">
            {t(language, 'journey.remove.sure')}
          </button>
        </details>
      )}
    </Form>
  )
}

/** Those in the story first and in its order, then all others, the newest first. */
function Lifts({ c, journey, lifted }: Props) {
  const { language } = c.var
  const chosen = journey?.posts.map((one) => one.public_id) ?? []
  const place = (id: string) => (chosen.includes(id) ? chosen.indexOf(id) : chosen.length)
  const all = lifted.toSorted((a, b) => place(a.public_id) - place(b.public_id))
  return (
    <fieldset>
      <legend class="label">{t(language, 'journey.lifts')}</legend>
      <p class="hint">{t(language, 'journey.lifts.hint')}</p>
      {all.length === 0 && <p class="quiet">{t(language, 'journey.lifts.none')}</p>}
      <Ticks
        name="post"
        options={all.map((one) => [
          one.public_id,
          <span>
            <b>{one.author ?? t(language, 'card.unknown-author')}</b> {startOf(one, 60)}{' '}
            <span class="quiet">{t(language, 'lift.week.number', { n: weekNumber(one.week) })}</span>
          </span>,
        ])}
        chosen={chosen}
      />
    </fieldset>
  )
}
