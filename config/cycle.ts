// How often something is done, as the place file, the database and the desk write it: a rule, or one date.
import { z } from 'zod'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** The most days that a month or a quarter has; in a shorter one the rule means its last day. */
const LONGEST = { month: 31, quarter: 92 } as const

/** Of 2024, a leap year: 29 February comes, if not every year; 30 February never does. */
const isDate = (day: string) => /^\d\d-\d\d$/.test(day) && isDay(`2024-${day}`)

function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}

const several = <T extends z.ZodType>(one: T) =>
  z
    .array(one)
    .min(1)
    .refine((all) => new Set(all).size === all.length)

/** Whatever passes comes some day: a rule that would never fire is no cycle. */
export const cycleSchema = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('week'), on: several(z.enum(weekdays)) }),
  z.strictObject({ every: z.literal('month'), day: z.int().min(1).max(LONGEST.month) }),
  /** The n-th day of each quarter: "ten days after the quarter's end" is the tenth day of the next one. */
  z.strictObject({ every: z.literal('quarter'), day: z.int().min(1).max(LONGEST.quarter) }),
  z.strictObject({ every: z.literal('year'), dates: several(z.string().refine(isDate)).max(24) }),
  /** So many times a year, each by the end of its month; the note says it in the town's own words. */
  z.strictObject({
    every: z.literal('times'),
    note: z.string().max(200),
    months: several(z.int().min(1).max(12)),
  }),
  z.strictObject({ every: z.literal('once'), day: z.iso.date() }),
])
export type Cycle = z.infer<typeof cycleSchema>
