// The shape of a digest as JSON, as OpenAPI tells it.
import { z } from 'zod'
import { digestStates } from '../../db/schema.ts'
import { figureStatuses } from '../domain/compare.ts'
import { broughtShape, writtenShape } from './shape-people.ts'

const dims = z.record(z.string(), z.string()).describe('which part of the whole: family, channel, tag …')
const decimal = z.string().nullable().describe('a decimal number as text; null is "not known", never 0')
const label = z.record(z.string(), z.string()).describe('a text by language')
const moment = z.iso.datetime().nullable()
const part = z.object({ id: z.string(), label })

const study = z.object({
  day: z.iso.date(),
  text: z.string(),
  url: z.string().nullable(),
  about: z
    .object({
      id: z.string(),
      title: z.string(),
      maker: z.string(),
      language: z.string(),
      findings: z.array(z.string()),
      file: z
        .object({ type: z.string(), size: z.int() })
        .nullable()
        .describe('its bytes are at /studies/{place}/{id} once the digest is published'),
    })
    .nullish()
    .describe('missing where only a note names the study'),
})

const comparison = z.object({
  state: z.enum(['ok', 'not_comparable', 'not_yet']),
  reason: z.string().nullable(),
  now: decimal.describe('this quarter with only what was collected in both'),
  now_of: decimal,
  before: decimal,
  before_of: decimal,
  diff: decimal.describe('of shares in percentage points'),
  percent: decimal.describe('of the earlier value, when that is at least 20'),
  fresh: z.boolean().describe('the earlier value was 0 and this one is not'),
  verdict: z.enum(['usual', 'maybe', 'clear', 'few']).nullable(),
  p: decimal,
  left_out: z.array(z.string()).describe('sources that were not collected well enough in both'),
})

const figure = z.object({
  id: z.string(),
  dims,
  value: decimal,
  of: decimal.describe('the denominator of a share'),
  unit: z.string(),
  status: z.enum(figureStatuses),
  reason: z.string().nullable().describe('why the value is not known'),
  n: z.object({ measured: z.int(), of: z.int() }).nullable(),
  coverage: z.object({ days: z.int(), of: z.int() }).nullable(),
  spread: z.object({ low: z.string(), high: z.string() }).nullable(),
  cmp: z.object({ yoy: comparison, prev: comparison }),
  method: z.string(),
  flags: z.array(z.string()),
  name: z.string(),
  definition: z.string(),
  formula: z.string().nullable(),
  source: z.string().nullable(),
  stage: z.string().nullable(),
})

/** Of `presentDigest`. */
export const digestShape = z.object({
  id: z.string(),
  revision: z.int(),
  state: z.enum(digestStates),
  data_id: z.string().describe('the first twelve letters of sha256'),
  sha256: z.string().describe('of the figures’ canonical JSON'),
  compiled_at: moment,
  frozen_at: moment,
  published_at: moment,
  format: z.int(),
  place: z.object({ id: z.string(), name: label, languages: z.array(z.string()), time_zone: z.string() }),
  quarter: z.string(),
  yoy: z.string().describe('the same quarter a year ago'),
  prev: z.string(),
  from: z.iso.date(),
  to: z.iso.date().describe('the first day after it'),
  of: z.int().describe('days of the quarter'),
  elapsed: z.int().describe('of which have passed'),
  weeks: z.array(z.string()),
  yoy_weeks: z.array(z.string()),
  families: z.array(
    part.extend({
      tags: z.array(z.object({ key: z.string(), as_written: z.string() })),
      only_with: z.array(z.string()),
    }),
  ),
  walls: z.array(part.extend({ actions: z.array(part) })),
  sources: z.array(
    z.object({
      id: z.string(),
      title: z.string().nullable(),
      channel: z.string(),
      mode: z.enum(['own', 'partner', 'resident']),
      used: z.boolean(),
      fault: z.string().nullable(),
      days: z.int(),
      of: z.int(),
      gaps: z.array(z.object({ from: z.iso.date(), to: z.iso.date() })),
      waived: z.object({ reason: z.string(), by: z.string() }).nullable(),
    }),
  ),
  series: z.array(
    z.object({ id: z.string(), dims, now: z.array(z.number()), before: z.array(z.number()).nullable() }),
  ),
  lifts: z.array(z.object({ week: z.string(), n: z.int(), excused: z.string().nullable() })),
  ...broughtShape,
  studies: z.array(study),
  revised: z
    .array(
      z.object({
        quarter: z.string(),
        id: z.string(),
        dims,
        printed: decimal,
        printed_of: decimal,
        now: decimal,
        now_of: decimal,
      }),
    )
    .describe('figures of earlier digests that the same definition gives otherwise today'),
  sample: z.boolean(),
  texts: z.record(z.string(), z.string()).describe('what people wrote, by section'),
  written: writtenShape,
  written_sha256: z.string().nullable().describe('of the people’s part as published, canonical JSON'),
  figures: z.array(figure),
  members: z.array(z.object({ id: z.string(), name: label, figures: z.array(figure) })),
  methods: z.array(
    z.object({
      id: z.string(),
      version: z.int(),
      formula: z.string(),
      source: z.string(),
      unit: z.string(),
      stage: z.string(),
    }),
  ),
})

/** To those who make it also what is still missing and what has happened to it. */
export const ownDigestShape = digestShape.extend({
  missing: z.array(z.string()).describe('sections without a text'),
  events: z.array(
    z.object({
      from_state: z.enum(digestStates).nullable(),
      to_state: z.enum(digestStates),
      actor: z.string(),
      reason: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
})
