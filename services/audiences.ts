// The matrix, its rings, the register and the cards as people send them, and the model that a place may begin with.

import { z } from 'zod'
import { cycleSchema, weekdays } from '../config/cycle.ts'
import { accountKinds } from '../config/place.ts'
import { modelAudiences, modelChannels, modelRings } from '../config/settling-model.ts'
import { listAudiences, listRegister, listRings } from '../db/audiences.ts'
import { inTransaction } from '../db/open.ts'
import { audienceSides, cardKinds, channelStates } from '../db/schema.ts'
import { listSources } from '../db/sources.ts'
import type { Act } from './curate.ts'
import type { Deps } from './deps.ts'
import { capital } from './digest/say.ts'
import { readCycle } from './domain/cycle.ts'
import { isPeriod } from './domain/measures.ts'
import { Refusal } from './errors.ts'
import { keepRow, putWithHistory } from './planned.ts'
import { line, maybe, wholeText } from './sent-text.ts'
import { channelName } from './source-words.ts'

export const some = (most: number) => line(most).pipe(z.string().min(1, '–'))
/** One line each; empty ones are none. */
export const lines = (most: number) =>
  wholeText(most).transform((text) =>
    text
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean),
  )
export const day = z.string().refine((one) => isPeriod('day', one), 'must be a day, for example 2026-11-25')
export const orNull = <S extends z.ZodType>(schema: S) => maybe(schema).transform((one) => one ?? null)
const several = <S extends z.ZodType>(schema: S) =>
  z.preprocess((one) => [one ?? []].flat(), z.array(schema).max(60))
const url = z.url({ protocol: /^https?$/ }).max(500)

/** The fields of a cycle, read as one; what it lacks is said of the field that lacks it. */
export const cycleFields = {
  every: z.enum(['', 'week', 'month', 'quarter', 'year', 'times', 'once']).default(''),
  on: several(z.enum(weekdays)),
  on_day: orNull(z.coerce.number().int().min(1).max(92)),
  dates: line(200).default(''),
  months: several(z.coerce.number().int().min(1).max(12)),
  note: line(120).default(''),
  once: orNull(day),
}
type CycleFields = z.infer<z.ZodObject<typeof cycleFields>>

export function takeCycle<F extends CycleFields>(fields: F) {
  const { every, on, on_day, dates, months, note, once, ...rest } = fields
  const cycle = readCycle({ every, on, day: on_day, dates, months, note, once })
  if (cycle && 'missing' in cycle)
    throw new Refusal('cycle-unclear', 400, { complaints: [{ path: cycle.missing, message: '' }] })
  // A month has no 40th day.
  if (cycle && !cycleSchema.safeParse(cycle).success)
    throw new Refusal('cycle-unclear', 400, { complaints: [{ path: 'day', message: '' }] })
  return { ...rest, cycle }
}

export const sentAudience = z.strictObject({
  side: z.enum(audienceSides),
  ring: orNull(line(40)),
  whom: some(200),
  what: wholeText(2_000),
  how: wholeText(1_000),
  cadence: line(120),
  who: line(200),
  duty_id: orNull(line(40)),
  ...cycleFields,
})
export const sentRing = z.strictObject({
  label: some(120),
  members: lines(4_000).pipe(z.array(z.string()).max(60)),
})
export const sentChannel = z.strictObject({
  name: some(160),
  kind: z.enum(accountKinds),
  medium: line(60),
  url: orNull(url),
  duty_id: orNull(line(40)),
  owner: line(160),
  languages: line(120).transform((text) => [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ]),
  state: z.enum(channelStates),
  source_id: orNull(line(40)),
  gated: z
    .literal('1')
    .optional()
    .transform((one) => one === '1'),
  note: wholeText(600),
})
const holder = /^([^|]+)\|([^|]*)\|([^|]*)\|\s*(\d{4}-\d\d-\d\d)?\s*$/
export const sentCard = z.strictObject({
  kind: z.enum(cardKinds),
  title: some(200),
  body: wholeText(4_000),
  url: orNull(url),
  duty_id: orNull(line(40)),
  languages: sentChannel.shape.languages,
  reviewed_on: orNull(day),
  review_on: orNull(day),
  holders: lines(4_000).transform((all, context) =>
    all.map((text) => {
      const [, name = '', contact = '', languages = '', until = ''] = holder.exec(text) ?? []
      if (!name.trim()) context.addIssue({ code: 'custom', message: `${text.slice(0, 80)}?` })
      return { name: name.trim(), contact: contact.trim(), languages: languages.trim(), until }
    }),
  ),
})

/** Gives the place the rows of Kemijärvi's model that it does not have; what it has stays as it is. */
export async function takeModel(deps: Deps, act: Act, what: 'audiences' | 'channels'): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const put = async (
      part: 'ring' | 'audience' | 'channel',
      has: readonly { id: string; position: number }[],
      rows: readonly { id: string }[],
    ) => {
      let position = Math.max(-1, ...has.map((one) => one.position))
      for (const { id, ...row } of rows.filter((one) => !has.some((other) => other.id === one.id)))
        await putWithHistory(trx, deps, act, part, id, { ...row, position: ++position })
    }
    const { id } = act.place
    if (what === 'channels') {
      const rest = { url: null, duty_id: null, source_id: null, languages: [], state: 'active', note: '' }
      return put(
        'channel',
        await listRegister(trx, id),
        modelChannels.map((one) => ({ ...rest, ...one })),
      )
    }
    await put('ring', await listRings(trx, id), modelRings)
    const rows = modelAudiences.map((one) => ({
      ...one,
      what: one.what.join('\n'),
      how: one.how.join('\n'),
      duty_id: null,
    }))
    await put('audience', await listAudiences(trx, id), rows)
  })
}

/** Every source that is collected stands in the register: those that do not yet are added. */
export async function registerSources(deps: Deps, act: Act): Promise<void> {
  const known = await listRegister(deps.db, act.place.id)
  const sources = (await listSources(deps.db, act.place.id)).filter((one) => one.kind === 'posts')
  const named = new Set<string>()
  for (const one of sources.filter((each) => !known.some((row) => row.source_id === each.id))) {
    // The model names the town's Facebook and Instagram: the source is of that row.
    const row = known.find(
      ({ id, kind, source_id }) =>
        id === one.channel && kind === one.mode && source_id === null && !named.has(id),
    )
    if (row) {
      named.add(row.id)
      const { place_id: _, id, sample: __, ...rest } = row
      await keepRow(deps, act, 'channel', id, { ...rest, source_id: one.id })
      continue
    }
    const medium = channelName(act.language, one.channel)
    await keepRow(deps, act, 'channel', null, {
      name: one.about.title ?? `${capital(medium)} (${one.id})`,
      kind: one.mode,
      medium,
      url: null,
      duty_id: null,
      owner: '',
      languages: [],
      state: one.active ? 'active' : 'planned',
      source_id: one.id,
      gated: false,
      note: '',
    })
  }
}
