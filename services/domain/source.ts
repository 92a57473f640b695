// What a channel and a meter are, and what they bring: found posts and measures.
import type { z } from 'zod'
import type { ReadChannel } from '../../config/place.ts'
import type { Fault } from '../errors.ts'
import type { Limit } from './budget.ts'
import type { Introduction } from './guide.ts'
import type { SignIn } from './passes.ts'

/** A count a platform may tell; null or absent is "not told". */
export type Counts = {
  likes?: number | null
  comments?: number | null
  shares?: number | null
  views?: number | null
}

export type FoundMedia = {
  kind: 'image' | 'video' | 'audio'
  /** Where the picture (or the poster of a video) can be fetched now; platforms let these addresses expire. */
  url: string
  /** The author's own description; null when there is none. */
  alt: string | null
  width: number | null
  height: number | null
  /** Length of a video or audio in seconds. */
  seconds?: number | null
  /** Whether a film has captions of its own; null or absent is "not told". */
  captions?: 'yes' | 'no' | null
}

export type FoundAuthor = {
  /** The platform's stable id of the account; the handle where there is none. */
  id: string
  name: string | null
  /** `@aino@somewhere.example`; null where the channel has none (feeds). */
  handle: string | null
  url: string | null
}

/** A post as a channel brings it: foreign, unchecked text in plain shapes. Intake makes it ours. */
export type FoundPost = {
  /** The platform's global id: Mastodon uri, Bluesky at-uri, feed guid (intake adds the source for feeds). */
  externalId: string
  /** The id by which the server that was asked knows the post, where that is another one: kept with its source. */
  seenId?: string
  /** The public page of the post; null when it has none. */
  url: string | null
  /** Null: the source itself speaks (feeds), unless the post is `unsigned`. */
  author: FoundAuthor | null
  /** The platform does not say whose it is. */
  unsigned?: boolean
  /** A headline of its own (feeds, videos); null in short-message channels. */
  title: string | null
  /** HTML or plain text, as the channel writes it. */
  body: { html: string } | { text: string }
  /** Tags the platform lists beside the text (categories); tags in the text are found by intake. */
  tags: string[]
  publishedAt: Date | null
  editedAt: Date | null
  lang: string | null
  media: FoundMedia[]
  counts: Counts
  /** The warning an author put before text or pictures; null when none. */
  sensitive: string | null
  /** False: the author does not want it shown to people who are not signed in. It is counted, never shown. */
  public: boolean
  /** It answers somebody else's post. */
  reply?: boolean
  /** When something that the post announces takes place: a broadcast, a market; null when nothing. */
  event?: { startsAt: Date; endsAt: Date | null; place: string | null } | null
  /** A link card; null when none. */
  card?: { url: string; title: string; text: string | null } | null
  /** A quoted post, as text and a link; null when none. */
  quote?: { url: string | null; author: string | null; text: string } | null
}

/** What one visit to a source brought. `cursor` and `memory` are given back at the next visit. */
export type Batch = {
  posts: FoundPost[]
  /** The other side said that nothing has changed (304). */
  notModified?: boolean
  /** Whatever the channel must remember: newest id, ETag. Kept as JSON, saved together with the posts. */
  memory?: Record<string, unknown>
  /** Ids of posts that are known to be gone now. */
  gone?: string[]
  /** Entries that could not be read and were skipped. */
  skipped?: number
  /** The form of the first of them: names of fields and kinds of values, nothing that they say. */
  unread?: string
  /** The source asks not to be visited more often than this. */
  everyMinutes?: number
  /** Name and address of what the source is (a feed's title), for the desk. */
  about?: { title: string | null; url: string | null }
  /** What ended the visit before its end. What was found until then is here and is kept, memory too. */
  fault?: Fault
  /** What a person should know though the visit went well; said in the words of a fault of this code. */
  notice?: { code: string; values: Record<string, string | number> }
}

/** One outward request; see workers/http.ts, the only door. */
export type Ask = {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** Bytes taken at most, after unpacking. */
  maxBytes?: number
  /** `address`: what the host says of its quota holds for this address only; else for all that we ask of it. */
  quota?: 'address'
  /** Redirects of a GET followed, each checked anew; 0 for APIs. */
  redirects?: number
  /** Milliseconds in all, counted from the moment its turn comes. */
  timeout?: number
  /** Ends the request, also one that still waits for its turn. */
  signal?: AbortSignal
}
export type Answer = {
  status: number
  headers: Record<string, string>
  bytes: Uint8Array
  /** The address that answered in the end. */
  url: string
  /** Where only permanent redirects (301, 308) have led; absent when there was none or one of another kind. */
  moved?: string
}
/** Throws Fault for anything but 2xx and 304 (429 and 503 carry retryAt). */
export type Http = (url: string, ask?: Ask) => Promise<Answer>

/** All that an adapter can reach: no database, no clock, no other channel. */
export type ChannelIo = {
  /** Takes from the budgets that the adapter declares: Fault('budget') ends a visit whose turn has not come. */
  http: Http
  /**
   * Does the work with a pass that is kept sealed between visits; once more with the next pass when the first has
   * ended. One process at a time gets a pass, the others wait for it; a pass is stored before it is used.
   */
  signedIn: <T>(ways: SignIn, work: (token: string) => Promise<T>) => Promise<T>
  /** An app credential or a token of the place by name; undefined when nobody has given it. */
  secret: (name: string) => string | undefined
  /** The platform's base address when it is fixed; replaced in tests and the demo. */
  base: string | undefined
  /** What the last visit left in Batch.memory. */
  memory: Record<string, unknown>
  /** Notes until when a credential lets us in, so that people are told in time; null: it has no end. */
  expires: (secret: string, at: Date | null) => Promise<void>
  /** The moment of the visit. */
  now: Date
  /** Posts older than this are not wanted. */
  since: Date
  signal: AbortSignal
}

/** A source as an adapter sees it. `tags` are the spellings of its families, as written. */
export type SourceView<S> = { id: string; settings: S; tags: string[] }

/** A known post that an adapter is asked to read again. */
export type KnownPost = {
  externalId: string
  url: string | null
  seenId: string | null
  /** The edit that we have: a platform that tells edit times need not bring the same text again. */
  editedAt?: Date | null
}
export type Reread = {
  externalId: string
  state: 'here' | 'gone' | 'unknown'
  counts?: Counts
  post?: FoundPost
}

/** One kind of answer that an adapter reads, so that `npm run check-channel` can compare what really comes with it. */
export type AnswerForm = {
  /** What one thing in it is called. */
  name: string
  /** True for the requests that are answered so. */
  answers: (asked: URL, body: string) => boolean
  things: (answer: Answer) => unknown[]
  /** Every field that is read of a thing, as far as it was asked for. */
  shape: (asked: URL) => z.ZodType
}

/** Declared with `satisfies Channel<...>`; adding one is one file and one line in workers/channels/index.ts. */
export type Channel<S> = Introduction & {
  /** Stored, never shown. */
  name: ReadChannel
  /** A proper name, not translated. */
  title: string
  /** What one source needs; the desk's form is drawn from it. */
  settings: z.ZodType<S>
  /** Names of the credentials without which the source shows as "not connected". */
  secrets: readonly string[]
  /** True for settings that need none of them. */
  free?: (settings: S) => boolean
  /** `tags`: can be asked for a hashtag, so that a source without an account brings anybody's posts. */
  offers: { tags: boolean; accounts: boolean; counts: readonly (keyof Counts)[]; reread: boolean }
  /** True for settings that bring anybody's posts. Absent: those that name no account where tags can be asked for. */
  strangers?: (settings: S) => boolean
  /** What a source tells of the past when it is new: a day, or what it lists just now. Absent: as far as is wanted. */
  past?: (settings: S) => 'day' | 'listed' | undefined
  pace: { everyMinutes: number; perRun: number }
  /** What the platform allows, for every request that goes out; absent where it names no limit. */
  limits?: readonly Limit[]
  /** Minutes for which an answer also serves another source that asks the same with the same key. */
  sharedMinutes?: number
  /** Days for which the platform lets us keep what was asked of it without asking again. */
  keepDays?: number
  /**
   * Days for which a post that cannot be read again is kept: nobody would notice that it is gone. What its author has
   * allowed us rests on that word, which is taken back to us, and stays as long as it holds.
   */
  unseenDays?: number
  /** Link to the rule that allows us to fetch and show this. */
  terms: string
  forms: readonly AnswerForm[]
  fetch: (source: SourceView<S>, io: ChannelIo) => Promise<Batch>
  /** Reads known posts again: fresh counts, edits and deletions. Absent where the platform cannot. */
  reread?: (source: SourceView<S>, posts: KnownPost[], io: ChannelIo) => Promise<Reread[]>
}
// biome-ignore lint/suspicious/noExplicitAny: a list of channels holds channels of any settings
export type AnyChannel = Channel<any>
