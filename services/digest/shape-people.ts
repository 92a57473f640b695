// The shape of what people brought to a digest and wrote of it, as OpenAPI tells it.
import { z } from 'zod'
import { cycleSchema } from '../../config/cycle.ts'
import { actionStates } from '../../db/schema.ts'

const decimal = z.string().nullable()
const day = z.iso.date()
const count = z.int().nullable()
const label = z.record(z.string(), z.string())
const range = z.object({ low: z.string(), high: z.string() }).nullable()
const period = z.enum(['now', 'yoy', 'prev'])

const question = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.enum(['scale', 'nps', 'grade', 'choice', 'several']),
  low: decimal,
  high: decimal,
  n: count.describe('null: fewer than five'),
  mean: decimal,
  limits: range.describe('95 % limits of the mean, from ten answers on'),
  counts: z.array(z.object({ answer: z.string(), n: count })).nullable(),
  nps: z.object({ detractors: z.int(), passives: z.int(), promoters: z.int() }).nullable(),
})

const planned = z.object({
  id: z.string(),
  title: z.string(),
  from: day,
  to: day,
  due: z.int(),
  kept: z.int(),
  unknown: z.int().describe('actions of which nobody can tell whether they were kept'),
  actions: z.array(
    z.object({
      id: z.string(),
      what: z.string(),
      duty: label.nullable(),
      day: day.nullable(),
      cycle: cycleSchema.nullable(),
      continuous: z.boolean(),
      state: z.enum(['open', 'done', 'dropped']),
      planned: count,
      done: count,
      posts: count,
    }),
  ),
})

const outside = z.array(
  z.object({
    indicator: z.string(),
    dim: z.string(),
    source: z.string(),
    now: z.object({ period: z.string(), value: z.string(), status: z.string(), retrieved: z.string() }),
    before: z.object({ period: z.string(), value: z.string() }).nullable(),
    turn: z.enum(['up', 'down', 'same']).nullable(),
  }),
)

const action = z.object({
  id: z.string(),
  quarter: z.string(),
  what: z.string(),
  who: z.string(),
  area: z.string().nullable(),
  due: day.nullable(),
  state: z.enum(actionStates),
  result: z.string().nullable(),
  done: day.nullable(),
})

/** Lists of the bundle that are no figures. */
export const broughtShape = {
  lifted: z.array(
    z.object({ week: z.string(), post: z.string(), author: z.enum(['own', 'partner', 'other']) }),
  ),
  top: z
    .array(
      z.object({
        channel: z.string(),
        author: z.enum(['own', 'other']),
        rank: z.int(),
        post: z.string(),
        day,
        total: z.int(),
      }),
    )
    .describe(
      'posts that got the most reactions at 14 days; their words, where allowed, are in written.posts',
    ),
  samples: z.array(
    z.object({
      group: z.enum(['own', 'residents']),
      population: z.int(),
      sample: z.int(),
      labelled: z.int(),
      days: z.object({ from: day, to: day }).nullable(),
    }),
  ),
  surveys: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      from: day,
      to: day,
      link: z.enum(['closed', 'open']),
      invited: count,
      n: count.describe('null: fewer than five'),
      questions: z.array(question),
    }),
  ),
  campaigns: z.array(
    z.object({
      id: z.string(),
      period,
      counts: z
        .array(z.object({ label: z.string(), aim: decimal, actual: z.string() }))
        .optional()
        .describe('from the beginning to the end of the quarter'),
      label: z.string(),
      tags: z.array(z.string()),
      from: day,
      to: day.nullable(),
      owner: z.string().nullable(),
      money: count.describe('cents'),
      posts: decimal,
      clicks: decimal,
      contacts: decimal,
      result: z.string().nullable(),
    }),
  ),
  outages: z.array(z.object({ period, source: z.string(), channel: z.string(), from: day, to: day })),
  outside: outside.describe('the surroundings as they were known when the figures were locked'),
  targets: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      figure: z.string().nullable(),
      unit: z.string(),
      baseline: decimal,
      aim: z.string(),
      direction: z.enum(['up', 'down', 'range']),
      least: decimal,
      cumulative: z.boolean(),
      actual: decimal,
      quarters: z.int(),
      state: z.enum(['reached', 'going', 'behind', 'unknown']),
      note: z.string().nullable(),
      parts: z
        .array(z.object({ label: z.string(), aim: z.string(), actual: decimal }))
        .optional()
        .describe('in an order that a person gave, never a ranking'),
    }),
  ),
  plan: planned
    .nullable()
    .optional()
    .describe('the plan in force, planned against done; null: there was none'),
}

/** What people wrote and decided; locked at publication with a hash of its own. */
export const writtenShape = z.object({
  signed: z.array(z.object({ section: z.string(), by: z.string(), at: z.string() })),
  actions: z.array(action),
  promises: z.array(action).describe('what earlier digests decided, and how it stands'),
  posts: z.record(
    z.string(),
    z.object({
      rights: z.enum(['own', 'consent', 'link', 'gone']),
      channel: z.string(),
      url: z.string().nullable(),
      name: z.string().nullable(),
      text: z.string().nullable(),
      until: day.nullable(),
    }),
  ),
  observations: z.array(
    z.object({ day, theme: z.string().nullable(), text: z.string(), url: z.string().nullable() }),
  ),
  quotes: z.array(z.object({ group: z.enum(['praise', 'wish']), text: z.string(), origin: z.string() })),
  strategy: z.array(z.string()),
  priorities: z.array(z.string()),
  areas: z.array(z.object({ id: z.string(), label })),
  outside: outside.describe('the same read again at publication'),
})
