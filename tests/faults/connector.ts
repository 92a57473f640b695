// What the fault table must know of a connector: how to run it, how it says what is wrong, and how to bend its answers.
import type { ChannelName, MeterName } from '../../config/place.ts'
import type { Failure, Reply, Sim } from '../sim/serve.ts'

/** What a fault comes to in the end. */
export type Outcome = {
  /** `kind code` of the fault; null when the visit is well. */
  fault: string | null
  /** Whether what is new at the other side is here after the visit. */
  brings: 'new' | 'nothing'
  /** Minutes from the visit to the next, least and most. */
  next?: readonly [number, number]
  /** Rows that the visit adds; for posts only. */
  rows?: number
  /** What the newest row says. */
  text?: string
  /** Minutes from the visit to the date of what came; years when it says so. */
  dated?: { minutes: number } | { years: number }
  /** Requests of the visit, least and most. */
  asks?: readonly [number, number]
}

/** A fault that each connector makes in its own way. */
export const bends = [
  'unchanged',
  'an empty list',
  'a quota nearly used up',
  'an error inside 200',
  'a trailing comma',
  'halves of characters',
  'a token refused in the middle of a visit',
  'the same twice on a page',
  'the same on two pages',
  'the same id with another text',
  'the same by two hashtags',
  'the same page again and again',
  'pages without end',
  'a page that shrinks meanwhile',
  'no date',
  'a date that is none',
  'a date in the future',
  'a date of 1970',
  'a date without a zone',
  'a field that nobody knows',
  'a missing field in one of many',
  'a missing field in most',
  'a word that is new in a list of words',
] as const
export type Bend = (typeof bends)[number]

export type Bending = {
  /** Makes the new thing in its own way; the usual one when absent. */
  add?: () => void
  how?: Failure
  /** Settings, families or secrets for this visit only. */
  settings?: (base: string) => Record<string, unknown>
  families?: string[]
  /** Where it differs from "well, and the new is here". */
  outcome?: Partial<Outcome>
}

export type Upstream = {
  sim: Sim
  settings: (base: string) => Record<string, unknown>
  /** Its address in PLATFORM_URLS, where no settings name the server. */
  platform?: (base: string) => string
  /** Makes something new that the next good visit brings; its text is a sentence with ä, ö, Å and €. */
  add: () => void
  /** The addresses at which one post is asked for, or why none is. */
  alone: RegExp | string
  /** Each bend, or why there is no such thing here. */
  bend: Record<Bend, Bending | string>
}

/** A connector joins the table by one of these in tests/faults/connectors.ts. */
export type Connector = {
  name: ChannelName | MeterName
  kind: 'posts' | 'numbers'
  mode: 'own' | 'resident'
  families: string[]
  secrets: Record<string, string>
  /** Minutes between visits when all is well. */
  pace: number
  /** Milliseconds for an answer, where the door's own 20 seconds do not do. */
  patience?: number
  /** Asks for a token first, with the usual patience. */
  signsIn?: true
  /** Follows redirects, three at most; without this every redirect is an address that has changed. */
  follows: boolean
  /** `kind code` of wrong content: a web page, JSON of another form, and what ends in the middle. */
  says: {
    page: string
    other: string
    /** Null: what is whole of half a document is taken. */
    broken: string | null
    login: string
    forbidden: string
    /** 404 and 410 for the source itself, where that is not just "gone". */
    gone?: string
  }
  /** Tells of nothing older than a day: what was missed is lost, and this notice says so. */
  loses?: string
  open: (clock: () => Date) => Promise<Upstream>
}

/** Good answers that say that three requests of three hundred are left for a quarter of an hour. */
export const low = (clock: () => Date) => (good: Reply) => ({
  ...good,
  headers: {
    ...good.headers,
    'x-ratelimit-limit': '300',
    'x-ratelimit-remaining': '3',
    'x-ratelimit-reset': new Date(clock().getTime() + 15 * 60_000).toISOString(),
  },
})
