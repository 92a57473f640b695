// The plain object that both roles are given: everything outside a function that it may need.
import type { Env } from '../config/env.ts'
import type { Log } from '../config/log.ts'
import type { Database } from '../db/open.ts'
import type { Queue } from '../db/queue.ts'
import type { AnyMeter } from './domain/meter.ts'
import type { ReadLink } from './domain/platforms.ts'
import type { AnyChannel } from './domain/source.ts'
import type { Directory } from './domain/town.ts'
import type { TrySource } from './domain/trial.ts'
import type { Keys } from './keys.ts'
import type { Space } from './space.ts'

/** Bytes under a plain name and under the name that carries their hash. */
export type Bundle = { code: Uint8Array; hash: string; integrity: string }
/** The element's script, its style alone for walls drawn on the server, and what a public screen needs beside them. */
export type Widget = Bundle & { style: Bundle; screen: Bundle; screenStyle: Bundle }

export type Deps = {
  database: Database
  db: Database['db']
  env: Env
  log: Log
  /** The only source of "now": moved in tests and in the demo. */
  clock: () => Date
  /** Free space as it was seen last. */
  space: () => Space
  keys: Keys
  queue: Queue
  /** What the desk draws its source pages from; the lists themselves live in workers. */
  channels: readonly AnyChannel[]
  meters: readonly AnyMeter[]
  widget: Widget
  /** Reads a link that a person has pasted; the way out lives in workers. */
  readLink: ReadLink
  /** Reads a source as it would be saved, and keeps nothing. */
  trySource: TrySource
  /** Signing in with the town's own accounts; absent where the settings name no directory. */
  directory?: Directory | undefined
}
