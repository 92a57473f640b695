// Surveys at the desk: the list, and a new one with its questions.
import { Hono } from 'hono'
import { t } from '../../config/i18n.ts'
import { questionKinds } from '../../db/schema.ts'
import { listSurveys } from '../../db/surveys.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import { type Fields, readForm } from '../same-origin.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { MOST_QUESTIONS, makeSurvey, sentSurvey } from '../surveys.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

export function surveyListRoutes(deps: Deps): Hono<Signed> {
  const write = [signedIn(deps), mayAt(deps, 'write')] as const
  return new Hono<Signed>()
    .get('/:place/surveys', ...write, (c) => show(deps, c, {}))
    .post('/:place/surveys', ...write, async (c) => {
      const fields = await readForm(c)
      try {
        const { place, visitor } = c.var
        const id = await makeSurvey(
          deps,
          place.id,
          readStrictly(sentSurvey, readSurvey(fields)),
          visitor.name,
        )
        return c.redirect(deskPath(c, `/surveys/${id}`), 303)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        return show(deps, c, fields, error)
      }
    })
}

const one = (fields: Fields, name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
const rows = Array.from({ length: MOST_QUESTIONS }, (_, nth) => nth + 1)

/** Rows without words are no questions. */
function readSurvey(fields: Fields) {
  const questions = rows.flatMap((nth) =>
    one(fields, `label_${nth}`).trim()
      ? [
          {
            kind: one(fields, `kind_${nth}`),
            label: one(fields, `label_${nth}`),
            low: one(fields, `low_${nth}`),
            high: one(fields, `high_${nth}`),
            choices: one(fields, `choices_${nth}`),
          },
        ]
      : [],
  )
  return { title: one(fields, 'title'), questions }
}

async function show({ db }: Deps, c: DeskContext, sent: Fields, refusal?: Refusal): Promise<Response> {
  const { language, place } = c.var
  const surveys = await listSurveys(db, place.id)
  const title = t(language, 'survey.title')
  return c.html(
    <DeskPage c={c} title={title} current="notes">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'survey.lede')}</p>
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {surveys.length === 0 && <p class="quiet">{t(language, 'survey.none')}</p>}
        <ul class="todo plain">
          {surveys.map((survey) => (
            <li>
              <a href={deskPath(c, `/surveys/${survey.public_id}`)}>
                <span>
                  <b>{survey.title}</b>{' '}
                  <span>{t(language, 'survey.questions', { n: survey.questions.length })}</span>
                </span>
              </a>
            </li>
          ))}
        </ul>
        <h2>{t(language, 'survey.new')}</h2>
        <Form c={c} action={deskPath(c, '/surveys')} class="settings">
          <Field id="title" label={t(language, 'survey.name')}>
            <input id="title" name="title" type="text" required maxlength={200} value={one(sent, 'title')} />
          </Field>
          {rows.map((nth) => (
            <QuestionFields c={c} sent={sent} nth={nth} />
          ))}
          <button type="submit" class="button main">
            {t(language, 'survey.make')}
          </button>
        </Form>
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

function QuestionFields({ c, sent, nth }: { c: DeskContext; sent: Fields; nth: number }) {
  const { language } = c.var
  const number = (name: 'low' | 'high') => (
    <Field id={`${name}_${nth}`} label={t(language, `survey.${name}`)}>
      <input
        id={`${name}_${nth}`}
        name={`${name}_${nth}`}
        type="text"
        inputmode="numeric"
        maxlength={3}
        value={one(sent, `${name}_${nth}`)}
      />
    </Field>
  )
  return (
    <fieldset>
      <legend>{t(language, 'survey.nth', { n: nth })}</legend>
      <Field id={`label_${nth}`} label={t(language, 'survey.label')}>
        <input
          id={`label_${nth}`}
          name={`label_${nth}`}
          type="text"
          maxlength={300}
          value={one(sent, `label_${nth}`)}
        />
      </Field>
      <div class="pair">
        <Field id={`kind_${nth}`} label={t(language, 'survey.kind')}>
          <select id={`kind_${nth}`} name={`kind_${nth}`}>
            {questionKinds.map((kind) => (
              <option value={kind} selected={one(sent, `kind_${nth}`) === kind}>
                {t(language, `survey.kind.${kind}`)}
              </option>
            ))}
          </select>
        </Field>
        {number('low')}
        {number('high')}
      </div>
      <Field
        id={`choices_${nth}`}
        label={t(language, 'survey.choices')}
        hint={nth === 1 ? t(language, 'survey.choices.hint') : undefined}
      >
        <input
          id={`choices_${nth}`}
          name={`choices_${nth}`}
          type="text"
          maxlength={1000}
          value={one(sent, `choices_${nth}`)}
          aria-describedby={nth === 1 ? `choices_${nth}-hint` : undefined}
        />
      </Field>
    </fieldset>
  )
}
