// Opens what is kept: lock, database, a dump before a migration, the newest schema; and closes it with a dump.
import { chmodSync, mkdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { CannotStart } from '../../config/cannot-start.ts'
import type { Env } from '../../config/env.ts'
import type { Log } from '../../config/log.ts'
import { copyDatabase } from '../../db/dump.ts'
import { openDataDir } from '../../db/folder.ts'
import { type Lock, takeLock } from '../../db/lock.ts'
import { migrate, pendingMigrations } from '../../db/migrate.ts'
import { type Database, isUnreachable, openDatabase } from '../../db/open.ts'
import { keepDump } from '../dumps.ts'

export type Store = {
  database: Database
  /** Closes; with `dump`, the embedded database is dumped first unless that takes longer than so many ms. */
  close: (how?: { dump: number }) => Promise<void>
}
type Parts = { env: Env; log: Log; clock: () => Date; onEnd: (cause: Error) => void }

/** Takes the lock of DATA_DIR with the embedded database; nothing else opens it until `release`. */
export function lockDataDir(env: Env, clock: () => Date): Lock | undefined {
  if (env.DATABASE_URL) return undefined
  // The embedded database writes its files readable by everybody, whatever the umask.
  mkdirSync(env.DATA_DIR, { recursive: true, mode: 0o700 })
  chmodSync(env.DATA_DIR, 0o700)
  return takeLock(env.DATA_DIR, { pid: process.pid, since: clock().toISOString(), address: env.PUBLIC_URL })
}

/** Shows what there is while the database is away; undefined when there is nothing. Answers with how to end. */
type MeanwhileDoor = (database: Database) => Promise<(() => Promise<void>) | undefined>

/**
 * Opens and migrates. With the embedded database the caller already holds the lock. A PostgreSQL that is away ends the
 * start in a sentence, unless there is something to show `meanwhile`: then it is waited for.
 */
export async function openStore(parts: Parts, meanwhile?: MeanwhileDoor): Promise<Store> {
  const database = await open(parts)
  try {
    await bringUpToDate(database, parts).catch(async (cause) => {
      const close = !database.embedded && isAway(cause) && (await meanwhile?.(database))
      if (!close) throw cause
      await untilBack(database, parts).finally(close)
    })
  } catch (cause) {
    await database.close()
    if (database.embedded) throw cause
    if (!isAway(cause) && !wrongAddress.has((cause as { code?: string }).code ?? '')) throw cause
    throw new CannotStart(`The database of DATABASE_URL cannot be used: ${(cause as Error).message}.`, {
      cause,
    })
  }
  return { database, close: (how) => close(database, parts, how) }
}

/** PostgreSQL's codes for a wrong user, password or database name. */
const wrongAddress = new Set(['28000', '28P01', '3D000', '42501'])
/** The system's for a host that is not there: a wrong one, or one that is away with its name. */
const noHost = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'])
const isAway = (cause: unknown) => isUnreachable(cause) || noHost.has((cause as { code?: string }).code ?? '')

async function untilBack(database: Database, parts: Parts): Promise<void> {
  for (;;) {
    await wait(1_000)
    try {
      return await bringUpToDate(database, parts)
    } catch (cause) {
      if (!isAway(cause)) throw cause
    }
  }
}

async function open({ env, log, clock, onEnd }: Parts): Promise<Database> {
  if (!env.DATABASE_URL)
    return openDataDir(env.DATA_DIR, { at: clock(), onEnd, warn: (sentence) => log.warn(sentence) })
  return openDatabase({
    url: env.DATABASE_URL,
    onError: (error) => log.warn({ cause: error.message }, 'a connection to the database was lost'),
  })
}

async function bringUpToDate(database: Database, { env, log, clock }: Parts): Promise<void> {
  const pending = await pendingMigrations(database.db)
  const [first] = pending
  if (!first) return
  if (database.embedded && !first.startsWith('0001')) {
    const { embedded } = database
    const path = await copyDatabase(embedded, env.DATA_DIR)
      .then((copy) => keepDump(copy, env.DATA_DIR, clock(), `before-${first}`))
      .catch((cause: Error) => {
        throw new CannotStart(`The database waits for ${first}, but ${cause.message}. Nothing was changed.`, {
          cause,
        })
      })
    log.info({ path }, 'the database was dumped before its migration')
  }
  log.info({ ran: await migrate(database.db) }, 'the database was migrated')
}

async function close(database: Database, { env, log, clock }: Parts, how?: { dump: number }): Promise<void> {
  if (database.embedded && how) {
    const late = Symbol('late')
    const begun = performance.now()
    const dumped = await Promise.race([
      copyDatabase(database.embedded, env.DATA_DIR)
        .then((copy) => keepDump(copy, env.DATA_DIR, clock(), 'stop'))
        .catch((error: Error) => error),
      new Promise<typeof late>((done) => setTimeout(done, how.dump, late).unref()),
    ])
    if (dumped === late) {
      // Closing would wait behind the dump. What is committed is on disk; only the last dump is older.
      log.warn('the dump at the stop took too long and was left out')
      return
    }
    if (dumped instanceof Error) log.warn({ cause: dumped.message }, 'the database could not be dumped')
    else log.info({ path: dumped, ms: Math.round(performance.now() - begun) }, 'the database was dumped')
  }
  await database.close()
}
