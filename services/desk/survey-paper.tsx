// A paper of a survey typed in, one after another: the day stays as it was.
import { t } from '../../config/i18n.ts'
import type { SurveyRow } from '../../db/surveys.ts'
import type { Fields } from '../same-origin.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form, Ticks } from './parts.tsx'

/** What was typed for a question; several ticks are lines of one answer. */
export function typedOf(fields: Fields, name: string): string {
  const value = fields[name] ?? ''
  return Array.isArray(value) ? value.join('\n') : value
}

type Props = { c: DeskContext; survey: SurveyRow; sent: Fields; today: string }

export function Paper({ c, survey, sent, today }: Props) {
  const { language } = c.var
  const day = typedOf(sent, 'day') || c.req.query('day') || today
  return (
    <section aria-labelledby="paper">
      <h2 id="paper">{t(language, 'survey.paper')}</h2>
      <Form c={c} action={deskPath(c, `/surveys/${survey.public_id}/paper`)} class="settings">
        <Field id="day" label={t(language, 'survey.paper.day')}>
          <input id="day" name="day" type="date" required max={today} value={day} />
        </Field>
        {survey.questions.map((question) => (
          <Answer question={question} typed={typedOf(sent, `answer_${question.position}`)} />
        ))}
        <button type="submit" class="button main">
          {t(language, 'survey.paper.save')}
        </button>
      </Form>
    </section>
  )
}

function Answer({ question, typed }: { question: SurveyRow['questions'][number]; typed: string }) {
  const { position, label, kind, low, high, choices } = question
  const id = `answer_${position}`
  if (kind === 'several')
    return (
      <fieldset>
        <legend>{label}</legend>
        <Ticks name={id} options={choices.map((one) => [one, one])} chosen={typed.split('\n')} />
      </fieldset>
    )
  const hint = kind === 'choice' ? choices.join('; ') : kind === 'open' ? undefined : `${low}–${high}`
  return (
    <Field id={id} label={label} hint={hint}>
      {kind === 'open' ? (
        <textarea id={id} name={id} rows={2} maxlength={5000}>
          {typed}
        </textarea>
      ) : (
        <input id={id} name={id} type="text" maxlength={200} value={typed} aria-describedby={`${id}-hint`} />
      )}
    </Field>
  )
}
