// What a meter is: an adapter that brings numbers instead of posts.
import type { z } from 'zod'
import type { MeterName } from '../../config/place.ts'
import type { Limit } from './budget.ts'
import type { Introduction } from './guide.ts'
import type { AnswerForm, ChannelIo, SourceView } from './source.ts'

/** A number from outside; `period` is '2026-11-01' or '2026-q4' by its kind, `value` a decimal string or null. */
export type Measure = {
  indicator: string
  dim: string
  periodKind: 'day' | 'week' | 'month' | 'quarter' | 'year'
  period: string
  value: string | null
  unit: string
  status: 'ok' | 'partial' | 'preliminary' | 'estimate'
}

/** What one visit to a meter brought. */
export type Reading = {
  measures: Measure[]
  /** Days and rows that could not be read and were left out. */
  skipped: number
}

/** A meter differs from a channel only in what it brings. */
export type Meter<S> = Introduction & {
  name: MeterName
  title: string
  settings: z.ZodType<S>
  secrets: readonly string[]
  /** True when these settings can do without one of the secrets; the meter then says itself what is missing. */
  free?: (settings: S) => boolean
  pace: { everyMinutes: number }
  limits?: readonly Limit[]
  terms: string
  forms: readonly AnswerForm[]
  /** Measures of the days from `from` up to but not including `to`; only days that have ended are asked for. */
  fetch: (source: SourceView<S>, days: { from: string; to: string }, io: ChannelIo) => Promise<Reading>
}
// biome-ignore lint/suspicious/noExplicitAny: a list of meters holds meters of any settings
export type AnyMeter = Meter<any>
