// The two kinds of error that are thrown on purpose: Refusal to a person, Fault of the outside world.
import type { Values } from '../config/i18n.ts'

/** One complaint about what was sent: `path` says where (`posts.0.version`), `message` what is wrong. */
export type Complaint = { path: string; message: string }

/**
 * A person or a script may not or cannot do this. `code` is stable and is also the translation key
 * `error.<code>`; it is answered as problem+json or as a page in the reader's language.
 */
export class Refusal extends Error {
  override name = 'Refusal'
  code: string
  status: number
  values: Values
  complaints: Complaint[]
  /** Seconds after which trying again makes sense; sent as Retry-After. */
  retryAfter: number | undefined
  constructor(
    code: string,
    status: number,
    more: { values?: Values; complaints?: Complaint[]; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(code, { cause: more.cause })
    this.code = code
    this.status = status
    this.values = more.values ?? {}
    this.complaints = more.complaints ?? []
    this.retryAfter = more.retryAfter
  }
}

export const faultKinds = [
  'auth',
  'rate',
  'gone',
  'shape',
  'network',
  'refused',
  'size',
  'busy',
  'budget',
] as const

/**
 * auth: sign-in ended or lacks rights · rate: told to wait · gone: 404 or 410 · shape: not what was promised ·
 * network: no connection, no answer, cut off · refused: an address we may not fetch · size: larger than we take ·
 * busy: 5xx, the other side is in trouble · budget: our half of a limit is used up until retryAt. The last is no
 * failure: the source waits for its turn.
 */
export type FaultKind = (typeof faultKinds)[number]

/**
 * The outside world failed: the source backs off, and the desk says why in plain words. `message` is for the log; a
 * person reads `fault.<code>.what`, `.means` and `.do` of config/messages/faults.ts, filled with `values`.
 */
export class Fault extends Error {
  override name = 'Fault'
  kind: FaultKind
  /** What exactly happened (`mastodon-closed`); the kind itself when nothing more is known. */
  code: string
  values: Values
  /** When the other side allows the next try; null when it did not say. */
  retryAt: Date | null
  /** HTTP status when there was one. */
  status: number | null
  /** What the other side wrote with its refusal, for the channel that understands it; never shown and never logged. */
  readonly #said: string
  constructor(
    kind: FaultKind,
    message: string,
    more: {
      code?: string
      values?: Values
      retryAt?: Date | null
      status?: number | undefined
      said?: string | undefined
      cause?: unknown
    } = {},
  ) {
    super(message, { cause: more.cause })
    this.kind = kind
    this.code = more.code ?? kind
    this.values = more.values ?? {}
    this.retryAt = more.retryAt ?? null
    this.status = more.status ?? null
    this.#said = more.said ?? ''
  }
  get said(): string {
    return this.#said
  }
}
