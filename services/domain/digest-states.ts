// How a digest may move: one table, its guards, and the texts that must be there before it is published.
import type { DigestState } from '../../db/schema.ts'
import { Refusal } from '../errors.ts'
import { isEnough } from './compare.ts'
import type { Bundle, SourceRecord } from './digest-model.ts'
import { addDays, quarterDays } from './quarter.ts'

export type DigestMove =
  | 'compile'
  | 'freeze'
  | 'analyse'
  | 'write'
  | 'publish'
  | 'deliver'
  | 'handle'
  | 'replace'

/**
 * open: the quarter runs · draft: it has ended · frozen: figures locked · analysis: people conclude · published.
 * Nothing leads from published back: a correction is a new revision, and replaces the old one when it is published.
 */
const moves: Record<DigestMove, Partial<Record<DigestState, DigestState>>> = {
  compile: { open: 'open', draft: 'draft' },
  // A quarter may have ended since it was last compiled as a running one; the guard asks the calendar.
  freeze: { open: 'frozen', draft: 'frozen' },
  analyse: { frozen: 'analysis' },
  write: { open: 'open', draft: 'draft', frozen: 'frozen', analysis: 'analysis' },
  publish: { analysis: 'published' },
  // Every mail has gone out or been given up; every recipient has answered.
  deliver: { published: 'delivered' },
  handle: { delivered: 'handled' },
  replace: { published: 'superseded', delivered: 'superseded', handled: 'superseded' },
}

/** The next state, or a refusal that says what the digest is. */
export function moveDigest(move: DigestMove, state: DigestState): DigestState {
  const next = moves[move][state]
  if (!next) throw new Refusal(`digest-${move}`, 409, { values: { state } })
  return next
}

/** The state of a first compilation: a running quarter is only looked at. */
export const firstState = (quarter: string, today: string): DigestState =>
  today < quarterDays(quarter).to ? 'open' : 'draft'

/** The first day on which every post of the quarter is fourteen days old. */
export const freezeDay = (quarter: string): string => addDays(quarterDays(quarter).to, 14)

/** Throws when the figures may not be locked yet. */
export function guardFreeze(quarter: string, today: string, reason: string | null): void {
  if (today < quarterDays(quarter).to) throw new Refusal('digest-running', 409)
  if (today < freezeDay(quarter) && !reason?.trim()) throw new Refusal('digest-early', 409)
}

/** Throws while a source in use was not collected well enough and nobody has said why it may pass. */
export function guardSources(bundle: Pick<Bundle, 'sources' | 'from' | 'elapsed'>): void {
  const open = unexplained(bundle)
  if (open.length)
    throw new Refusal('digest-sources', 409, {
      complaints: open.map((id) => ({
        path: `sources.${id}`,
        message: 'was not collected, and nobody said why',
      })),
    })
}

/** Collected well enough; of a running quarter only the days that have been can lack anything. */
export const isCovered = ({ days, of }: SourceRecord, elapsed: number): boolean =>
  isEnough({ days, of: Math.min(of, elapsed) })

/**
 * A fault explains itself, and so does a beginning within the quarter or after it; any other gap needs a person's word.
 */
export function unexplained({
  sources,
  from,
  elapsed,
}: Pick<Bundle, 'sources' | 'from' | 'elapsed'>): string[] {
  return sources
    .filter((one) => one.used && !isCovered(one, elapsed) && !one.fault && !one.waived)
    .filter(({ days, gaps }) => days > 0 && (gaps.length !== 1 || gaps[0]?.from !== from))
    .map((one) => one.id)
}

/** The sections that people write; `needed` must have text, or say that there is nothing this quarter. */
export const sections = [
  { id: 'conclusion1', needed: true, long: false },
  { id: 'conclusion2', needed: false, long: false },
  { id: 'conclusion3', needed: false, long: false },
  { id: 'conclusion4', needed: false, long: false },
  { id: 'conclusion5', needed: false, long: false },
  { id: 'decisions', needed: true, long: true },
  { id: 'observations', needed: true, long: true },
  { id: 'coverage', needed: false, long: true },
  { id: 'posts', needed: false, long: true },
  { id: 'channels', needed: false, long: true },
  { id: 'lifts', needed: false, long: true },
  { id: 'top', needed: false, long: true },
  { id: 'tone', needed: false, long: true },
  { id: 'wall', needed: false, long: true },
  { id: 'web', needed: false, long: true },
  { id: 'feedback', needed: false, long: true },
  { id: 'interviews', needed: false, long: true },
  { id: 'arrivals', needed: false, long: true },
  { id: 'environment', needed: false, long: true },
  { id: 'goals', needed: false, long: true },
  { id: 'campaigns', needed: false, long: true },
  { id: 'service-successes', needed: true, long: true },
  { id: 'service-development', needed: true, long: true },
  { id: 'comms-successes', needed: true, long: true },
  { id: 'comms-development', needed: true, long: true },
  { id: 'image', needed: true, long: true },
  { id: 'revised', needed: false, long: true },
  { id: 'machine-help', needed: false, long: false },
  { id: 'signed', needed: false, long: false },
] as const

export type SectionId = (typeof sections)[number]['id']

/** What a section holds when people have said that there is nothing to write this quarter. */
export const NOTHING = '-'

export const isSection = (id: string): id is SectionId => sections.some((one) => one.id === id)

/** The sections that still keep the digest from being published; a decided action is the best text on decisions. */
export function missingTexts(texts: Record<string, string>, actions: number): SectionId[] {
  return sections
    .filter((one) => one.needed && !texts[one.id]?.trim() && !(one.id === 'decisions' && actions > 0))
    .map((one) => one.id)
}

/** Throws when it may not be published: texts are missing, or the compiler approves without saying so. */
export function guardPublish(given: {
  texts: Record<string, string>
  /** How many actions were decided. */
  actions: number
  compiler: string
  approver: string
  /** A team of one: who compiled also approves, and the page says so. */
  alone: boolean
}): void {
  const missing = missingTexts(given.texts, given.actions)
  if (missing.length)
    throw new Refusal('digest-texts', 409, {
      complaints: missing.map((id) => ({ path: `texts.${id}`, message: 'is empty' })),
    })
  if (given.compiler === given.approver && !given.alone) throw new Refusal('digest-alone', 409)
}
