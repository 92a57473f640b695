// The jobs by name and payload, and how one is sent: in the caller's own transaction when it has one.
import type { Db } from './open.ts'

/** What each job is given. A job is safe to run twice with the same payload. */
export type Jobs = {
  /** One source: fetch, take in, save, note the run (`run` is set when a person waits for it). */
  collect: { place: string; source: string; run?: number }
  /** One meter: fetch and save its numbers. */
  measure: { place: string; source: string; run?: number }
  /** Fresh counts, edits and deletions of a place's posts that are due. */
  reread: { place: string }
  /** Copies of pictures that are waiting. */
  pictures: { place: string }
  /** One quarter of one place: figures to a draft. */
  'compile-digest': { place: string; quarter: string; by: string }
  /** Figures of a quarter whose day has come, locked. */
  'freeze-digest': { place: string; quarter: string }
  /** Forgetting what must not be kept. */
  prune: Record<string, never>
  /** What people of a place should hear of its sources, as mail. */
  warn: { place: string }
  /** What comes round at a place and is near, as mail to whose duty it is. */
  remind: { place: string }
  /** Mail that is due. */
  'send-mail': Record<string, never>
  /** A dump of the embedded database. */
  dump: Record<string, never>
}
export type JobName = keyof Jobs

/** Seconds a run may take before it is broken off and tried again. */
export const limits: Readonly<Record<JobName, number>> = {
  collect: 120,
  measure: 120,
  reread: 300,
  pictures: 300,
  'compile-digest': 120,
  'freeze-digest': 120,
  prune: 300,
  warn: 60,
  remind: 60,
  'send-mail': 300,
  dump: 300,
}

export type SendOptions = {
  /** The transaction in which the job becomes real. */
  db?: Db
  /** Higher is earlier; a person who waits sends 10. */
  priority?: number
  /** At most one waiting job with the same key; the payload is the key when none is given. */
  key?: string
}

export type Queue = {
  send: <N extends JobName>(name: N, payload: Jobs[N], options?: SendOptions) => Promise<void>
}

/** A job that the clock or a person wants done. */
export type Order = { [N in JobName]: { name: N; payload: Jobs[N] } }[JobName]
