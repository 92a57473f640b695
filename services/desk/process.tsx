// How the town handles what it collects, by year: four stages with owner, tasks, inputs and outputs, and a review.
import { Hono } from 'hono'
import { t } from '../../config/i18n.ts'
import { listModels, listTicks, type ModelRow } from '../../db/process.ts'
import { reviewQuestions } from '../../db/schema.ts'
import type { Deps } from '../deps.ts'
import { sayDay } from '../digest/say.ts'
import { dayOf } from '../domain/quarter.ts'
import { may } from '../domain/roles.ts'
import { Refusal } from '../errors.ts'
import {
  beginYear,
  keepReview,
  keepStage,
  sentReview,
  sentStage,
  sentTick,
  tick,
  yearPattern,
} from '../process.ts'
import { readStrictly } from '../rim.tsx'
import type { Fields } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { type DutyName, dutyNames } from './duty-names.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'
import { DutyChoice, newestOf, PlanFrame, RowOf } from './plan-frame.tsx'
import { readReal } from './process-real.tsx'
import { StageSection } from './process-stage.tsx'
import { type Again, textOf, tryForm } from './row-routes.ts'

export function processRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const write = [signedIn(deps), mayAt(deps, 'write')] as const
  const edit = [signedIn(deps), mayAt(deps, 'edit')] as const
  const yearOf = (c: DeskContext) => {
    const year = c.req.param('year') ?? ''
    if (!yearPattern.test(year)) throw new Refusal('not-found', 404)
    return year
  }
  const again: Again = (c, refusal, sent) => show(deps, c, c.req.param('year'), refusal, sent)
  const page = (year: string) => `/process?year=${year}`
  app.get('/:place/process', signedIn(deps), mayAt(deps, 'read'), (c) => show(deps, c, c.req.query('year')))
  app.post('/:place/process/:year', ...edit, (c) =>
    tryForm(
      c,
      async () => {
        await beginYear(deps, actOf(c), yearOf(c))
        return page(yearOf(c))
      },
      again,
    ),
  )
  app.post('/:place/process/:year/stage', ...edit, (c) =>
    tryForm(
      c,
      async ({ id: _, seen, ...fields }) => {
        await keepStage(deps, actOf(c), yearOf(c), readStrictly(sentStage, fields), textOf(seen))
        return page(yearOf(c))
      },
      again,
    ),
  )
  app.post('/:place/process/:year/review', ...edit, (c) =>
    tryForm(
      c,
      async ({ id: _, seen, ...fields }) => {
        await keepReview(deps, actOf(c), yearOf(c), readStrictly(sentReview, fields), textOf(seen))
        return page(yearOf(c))
      },
      again,
    ),
  )
  app.post('/:place/process/:year/ticks', ...write, (c) =>
    tryForm(
      c,
      async (fields) => {
        await tick(deps, actOf(c), yearOf(c), readStrictly(sentTick, fields))
        return `${page(yearOf(c))}&at=${textOf(fields.task)}`
      },
      again,
    ),
  )
  return app
}

async function show(
  deps: Deps,
  c: DeskContext,
  asked: string | undefined,
  refusal?: Refusal,
  sent: Fields = {},
): Promise<Response> {
  const { db, clock } = deps
  const { language, place, role } = c.var
  const models = await listModels(db, place.id)
  const current = dayOf(clock(), place.time_zone).slice(0, 4)
  const model = asked ? models.find((one) => one.id === asked) : models[0]
  const year = model?.id ?? current
  const ticks = await listTicks(db, place.id, year)
  const duties = await dutyNames(db, c)
  const real = await readReal(db, c, year)
  const newest = await newestOf(deps, c, ['process'])
  const seen = newest?.id ?? 0
  const edits = may(role, 'edit')
  const missing = [current, String(Number(current) + 1)].filter((one) => !models.some(({ id }) => id === one))
  return c.html(
    <PlanFrame
      {...{ c, newest, refusal }}
      tab="process"
      title={t(language, model ? 'process.title.year' : 'process.title', { year })}
      lede={t(language, 'process.lede')}
    >
      {models.length > 1 && (
        <ul class="years">
          {models.map((one) => (
            <li>
              <a
                href={deskPath(c, `/process?year=${one.id}`)}
                aria-current={one.id === year ? 'page' : undefined}
              >
                {one.id}
              </a>
            </li>
          ))}
        </ul>
      )}
      {!model && <p>{t(language, 'process.none')}</p>}
      {model?.stages.map((stage) => (
        <StageSection
          {...{ c, stage, year, ticks, duties, edits, seen }}
          sent={sent.stage === stage.id ? sent : {}}
          ticksThem={may(role, 'write')}
          things={real[stage.id]}
        />
      ))}
      {model && <Review {...{ c, model, duties, edits, seen }} sent={'reviewed_on' in sent ? sent : {}} />}
      {edits &&
        missing.map((one) => (
          <Form c={c} action={deskPath(c, `/process/${one}`)} class="line-form">
            <button type="submit" class={model ? 'button' : 'button main'}>
              {t(language, model ? 'process.begin' : 'process.begin.model', { year: one })}
            </button>
          </Form>
        ))}
    </PlanFrame>,
    (refusal?.status ?? 200) as 200,
  )
}

type ReviewProps = {
  c: DeskContext
  model: ModelRow
  duties: readonly DutyName[]
  edits: boolean
  seen: number
  sent: Fields
}

function Review({ c, model, duties, edits, seen, sent }: ReviewProps) {
  const { language } = c.var
  const was = (name: string, kept: string | null | undefined) =>
    name in sent ? textOf(sent[name]) : (kept ?? '')
  return (
    <section aria-labelledby="review">
      <h2 id="review">{t(language, 'process.review')}</h2>
      <p class="quiet">
        {t(language, 'process.developer')}:{' '}
        {duties.find((one) => one.id === model.duty_id)?.told ?? t(language, 'duties.nobody')}.{' '}
        {model.reviewed_on
          ? t(language, 'process.reviewed', { day: sayDay(language, model.reviewed_on, true) })
          : t(language, 'process.not-reviewed')}
      </p>
      {!edits && (
        <dl class="pairs stack">
          {reviewQuestions.map((one) => (
            <div>
              <dt>{t(language, `process.review.${one}`)}</dt>
              <dd>{model.review[one] ?? '–'}</dd>
            </div>
          ))}
        </dl>
      )}
      {edits && (
        <Form c={c} action={deskPath(c, `/process/${model.id}/review`)} class="settings">
          <RowOf id={model.id} seen={seen} />
          {reviewQuestions.map((one) => (
            <Field id={`review-${one}`} label={t(language, `process.review.${one}`)}>
              <textarea id={`review-${one}`} name={one} rows={2}>
                {was(one, model.review[one])}
              </textarea>
            </Field>
          ))}
          <div class="pair">
            <Field id="developer" label={t(language, 'process.developer')}>
              <DutyChoice c={c} id="developer" duties={duties} value={was('duty_id', model.duty_id)} />
            </Field>
            <Field id="reviewed_on" label={t(language, 'process.reviewed-on')}>
              <input
                id="reviewed_on"
                name="reviewed_on"
                type="date"
                value={was('reviewed_on', model.reviewed_on)}
              />
            </Field>
          </div>
          <button type="submit" class="button">
            {t(language, 'desk.save')}
          </button>
        </Form>
      )}
    </section>
  )
}
