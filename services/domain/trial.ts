// A try: one real read with settings that nobody has saved, and what of it would become ours.
import type { SourceRow } from '../../db/sources.ts'
import type { Fault } from '../errors.ts'
import type { Measure } from './meter.ts'
import type { Rights } from './rights.ts'

/** A source as it would be saved; its id is that of the one whose settings are changed, else of none that exists. */
export type Trial = {
  source: Pick<
    SourceRow,
    'place_id' | 'id' | 'channel' | 'mode' | 'settings' | 'families' | 'about' | 'waits_since'
  >
  /** What was typed in now, by name; for the rest stands what was saved before. */
  secrets: Readonly<Record<string, string>>
  timeZone: string
}

/** A post as a person at the desk is shown it before anything is saved. */
export type TriedPost = {
  url: string | null
  title: string | null
  text: string
  lang: string | null
  publishedAt: Date
  /** Null where the channel does not tell it, and where the author is to be shown to nobody. */
  author: string | null
  unsigned: boolean
  /** Those of its hashtags that are ours, as it writes them. */
  tags: string[]
  /** The ids of the families that it belongs to. */
  families: string[]
  /** False: it carries none of the source's families, and would be left out. */
  kept: boolean
  /** What would be shown of it once a person shows it. */
  rights: Rights
  /** Shown without waiting for a person. */
  atOnce: boolean
}

export type Tried = {
  /** How many came, and how many of them would be kept. */
  found: number
  kept: number
  /** What could not be read. */
  skipped: number
  /** More would have come: the try ended for its time. */
  cut: boolean
  /** So many days back were asked for. */
  days: number
  /** What the source calls itself. */
  title: string | null
  /** The first of them: those that would be kept, newest first. */
  posts: TriedPost[]
  /** The newest numbers, where the source brings numbers. */
  measures: Measure[]
  fault: Fault | null
  /** What a person should know though it went well; in the words of a fault of this code. */
  notice: { code: string; values: Record<string, string | number> } | null
}

/** Nothing is written but what any request takes of its budgets. */
export type TrySource = (trial: Trial, signal: AbortSignal) => Promise<Tried>
