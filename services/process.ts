// The process of a year as people keep it: begun from the year before, its stages changed, tasks ticked, and reviewed.
import { z } from 'zod'
import { appendAudit } from '../db/audit.ts'
import { listDuties } from '../db/duties.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { listModels, type ModelRow, saveTick } from '../db/process.ts'
import { type ReviewQuestion, reviewQuestions, type Stage, stageIds } from '../db/schema.ts'
import { day, lines, orNull, some } from './audiences.ts'
import type { Act } from './curate.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'
import { putWithHistory, refuseMoved } from './planned.ts'
import { line, wholeText } from './sent-text.ts'
import { modelStages } from './settling-process.ts'

export const yearPattern = /^20\d\d$/

/** The year's model: last year's as it was left, or Kemijärvi's where there is none. */
export async function beginYear(deps: Deps, act: Act, year: string): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const models = await listModels(trx, act.place.id)
    if (models.some((one) => one.id === year)) throw new Refusal('process-there', 409)
    const before = models.find((one) => one.id < year)
    const values = {
      duty_id: before?.duty_id ?? null,
      stages: before?.stages ?? (await knownDuties(trx, act, modelStages)),
      review: {},
      reviewed_on: null,
    }
    await putWithHistory(trx, deps, act, 'process', year, values)
  })
}

/** A duty of the model that the place does not have is left to be chosen. */
async function knownDuties(trx: Db, act: Act, stages: readonly Stage[]): Promise<Stage[]> {
  const duties = await listDuties(trx, act.place.id)
  return stages.map((one) => ({ ...one, duty: duties.some(({ id }) => id === one.duty) ? one.duty : null }))
}

export const sentStage = z.strictObject({
  stage: z.enum(stageIds),
  label: some(300),
  duty_id: orNull(line(40)),
  quarter_tasks: lines(4_000),
  year_tasks: lines(4_000),
  inputs: lines(2_000),
  outputs: lines(2_000),
})

/** Changes a stage; a task keeps its ticks as long as its words stay. */
export async function keepStage(
  deps: Deps,
  act: Act,
  year: string,
  sent: z.infer<typeof sentStage>,
  seen = '',
): Promise<void> {
  await change(deps, act, { year, seen }, ({ stages }) => {
    const taken = new Set(stages.flatMap((one) => one.tasks.map((task) => task.id)))
    const was = stages.find((one) => one.id === sent.stage)
    const tasks = (['quarter', 'year'] as const).flatMap((each) =>
      sent[`${each}_tasks`].map((label) => {
        const known = was?.tasks.find((one) => one.label === label)
        return { id: known?.id ?? freshId(taken), label, each }
      }),
    )
    const { stage: id, label, duty_id: duty, inputs, outputs } = sent
    const changed = { id, label, duty, tasks, inputs, outputs }
    return {
      stages: stageIds.flatMap((one) =>
        one === id ? changed : (stages.find((each) => each.id === one) ?? []),
      ),
    }
  })
}

function freshId(taken: Set<string>): string {
  let n = taken.size + 1
  while (taken.has(`t${n}`)) n++
  taken.add(`t${n}`)
  return `t${n}`
}

const answers = Object.fromEntries(reviewQuestions.map((one) => [one, wholeText(4_000)])) as Record<
  ReviewQuestion,
  ReturnType<typeof wholeText>
>
export const sentReview = z.strictObject({ duty_id: orNull(line(40)), reviewed_on: orNull(day), ...answers })

/** The yearly review: how it went, and who answers for developing it. */
export async function keepReview(
  deps: Deps,
  act: Act,
  year: string,
  sent: z.infer<typeof sentReview>,
  seen = '',
): Promise<void> {
  const { duty_id, reviewed_on, ...texts } = sent
  const review = Object.fromEntries(Object.entries(texts).filter(([, text]) => text))
  await change(deps, act, { year, seen }, () => ({ duty_id, reviewed_on, review }))
}

export const sentTick = z.strictObject({
  period: z.string().regex(/^20\d\d(-q[1-4])?$/),
  task: line(40),
  done: z.enum(['0', '1']),
})

export async function tick(
  deps: Deps,
  act: Act,
  year: string,
  sent: z.infer<typeof sentTick>,
): Promise<void> {
  const at = deps.clock()
  const place = act.place.id
  await inTransaction(deps.db, async (trx) => {
    const model = await find(trx, place, year)
    const task = model.stages.flatMap((one) => one.tasks).find((one) => one.id === sent.task)
    const fits = sent.period.startsWith(year) && (task?.each === 'year') === (sent.period === year)
    if (!task || !fits) throw new Refusal('not-found', 404)
    const done = sent.done === '1'
    await saveTick(trx, place, { ...sent, done }, { by: act.name, at })
    const action = done ? 'task-ticked' : 'task-unticked'
    await appendAudit(trx, {
      place,
      at,
      actor: act.name,
      action,
      object: sent.task,
      detail: { period: sent.period },
    })
  })
}

async function find(trx: Db, place: string, year: string): Promise<ModelRow> {
  const model = (await listModels(trx, place)).find((one) => one.id === year)
  if (!model) throw new Refusal('not-found', 404)
  return model
}

async function change(
  deps: Deps,
  act: Act,
  { year, seen }: { year: string; seen: string },
  work: (model: ModelRow) => Record<string, unknown>,
): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const model = await find(trx, act.place.id, year)
    await refuseMoved(trx, act.place.id, year, seen)
    const { duty_id, stages, review, reviewed_on } = model
    const values = { duty_id, stages, review, reviewed_on, ...work(model) }
    await putWithHistory(trx, deps, act, 'process', year, values)
  })
}
