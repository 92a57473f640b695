// Opens PGlite in a folder or PostgreSQL by its address, and makes both speak the same.
import { Socket } from 'node:net'
import { type ControlledTransaction, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { type Embedded, openEmbedded } from './embedded.ts'
import { embeddedDialect } from './embedded-dialect.ts'
import type { Tables } from './schema.ts'
import { parsers } from './types.ts'

/** The database or a transaction of it: the first parameter of every function in this room. */
export type Db = Kysely<Tables> | Transaction<Tables> | ControlledTransaction<Tables>

export type Database = {
  db: Kysely<Tables>
  kind: 'embedded' | 'postgres'
  /** Set with the embedded database: for dumps and for the queue. */
  embedded: Embedded | undefined
  /** Set with PostgreSQL: for the queue. */
  pool: pg.Pool | undefined
  /** Calls `hear` for each NOTIFY on the channel; lost connections are made anew, and `back` is called then. */
  listen: (channel: string, hear: (text: string) => void, back?: () => void) => Promise<() => Promise<void>>
  close: () => Promise<void>
}

export type OpenOptions = {
  /** PostgreSQL address; without it the embedded database opens. */
  url?: string | undefined
  /** Folder of the embedded database; in memory without it. */
  dir?: string | undefined
  snapshot?: Uint8Array
  /** Connections at most (PostgreSQL). */
  connections?: number
  /** Milliseconds after which a statement is ended. */
  statementTimeout?: number
  /** The embedded database ended by itself. */
  onEnd?: (cause: Error) => void
  onError?: (error: Error) => void
}

/** Opens the database. The embedded folder must already be locked by the caller (db/lock.ts). */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  return options.url ? openPostgres(options.url, options) : openFolder(options)
}

async function openFolder({ dir, snapshot, onEnd, statementTimeout }: OpenOptions): Promise<Database> {
  const embedded = await openEmbedded(dir, {
    ...(snapshot && { snapshot }),
    ...(onEnd && { onEnd }),
    ...(statementTimeout && { limit: statementTimeout }),
  })
  const db = new Kysely<Tables>({ dialect: embeddedDialect(embedded) })
  return {
    db,
    kind: 'embedded',
    embedded,
    pool: undefined,
    listen: (channel, hear) => embedded.listen(channel, hear),
    close: () => embedded.close(),
  }
}

async function openPostgres(
  url: string,
  { connections = 10, statementTimeout = 30_000, onError }: OpenOptions,
): Promise<Database> {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      parsers[oid] ?? pg.types.getTypeParser(oid as never, format as never),
  } as never
  const settings = {
    connectionString: url,
    types,
    connectionTimeoutMillis: 5_000,
    statement_timeout: statementTimeout,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    // Our statements are short: compiling one takes longer than running it.
    options: '-c timezone=UTC -c jit=off',
  }
  // Longer than any answer of a living server takes: one that went without a word would be waited for for ever.
  const stream = () => impatientSocket(statementTimeout + 5_000)
  const pool = new pg.Pool({ ...settings, stream, max: connections })
  pool.on('error', (error) => onError?.(error))
  // The pool listens only to idle clients: one that dies in the middle of a transaction would end the process.
  pool.on('connect', (client) => client.on('error', (error) => onError?.(error)))
  const ears = new Set<() => Promise<void>>()
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    kind: 'postgres',
    embedded: undefined,
    pool,
    async listen(channel, hear, back) {
      const stop = listenWith(
        () => new pg.Client({ ...settings, statement_timeout: 0 }),
        channel,
        hear,
        back,
        onError,
      )
      ears.add(stop)
      return async () => {
        ears.delete(stop)
        await stop()
      }
    },
    async close() {
      for (const stop of ears) await stop()
      await db.destroy()
    },
  }
}

function impatientSocket(limit: number): Socket {
  const socket = new Socket()
  return socket.setTimeout(limit, () => socket.destroy(new Error('Connection terminated: no answer')))
}

function listenWith(
  connect: () => pg.Client,
  channel: string,
  hear: (text: string) => void,
  back: (() => void) | undefined,
  onError: ((error: Error) => void) | undefined,
): () => Promise<void> {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let before = false
  const again = () => {
    if (stopped || timer) return
    timer = setTimeout(() => {
      timer = undefined
      void start()
    }, 1_000)
  }
  const start = async () => {
    const mine = connect()
    client = mine
    mine.on('notification', (message) => hear(message.payload ?? ''))
    mine.on('error', (error) => onError?.(error))
    mine.on('end', again)
    try {
      await mine.connect()
      await mine.query(`listen ${mine.escapeIdentifier(channel)}`)
      if (before) back?.()
      before = true
    } catch (error) {
      onError?.(error as Error)
      await mine.end().catch(() => {})
      again()
    }
  }
  void start()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await client?.end().catch(() => {})
  }
}

/** A value for a jsonb column. */
export function json(value: unknown): string {
  return JSON.stringify(value)
}

/** Tells every process that listens; inside a transaction it is heard only after the commit. */
export async function notify(db: Db, channel: string, text: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${text})`.execute(db)
}

/** Runs `work` in a transaction, or in the one that `db` already is. */
export function inTransaction<T>(db: Db, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Transaction<Tables>) : db.transaction().execute(work)
}

/**
 * Runs `work` in a transaction that only reads, or in the one that `db` already is. In the embedded database it goes
 * before all that wait to save something, and waits once, where every question of its own would wait.
 */
export function reading<T>(db: Db, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db as Transaction<Tables>)
  return db.transaction().setAccessMode('read only').execute(work)
}

const lost = new Set([
  '08000',
  '08001',
  '08003',
  '08006',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
])

// What pg and our own thread say without a code. A connection that breaks inside a transaction is only heard of when
// the rollback finds it "not queryable".
const lostWords =
  /Connection terminated|is not queryable|timeout exceeded when trying to connect|the embedded database/

/** True when the database has no room for what was to be saved. */
export function isFull(error: unknown): boolean {
  return ((error ?? {}) as { code?: string }).code === '53100'
}

/** True when the database cannot be reached: a person is told to wait, and the service goes on by itself. */
export function isUnreachable(error: unknown): boolean {
  const { code, message = '' } = (error ?? {}) as { code?: string; message?: string }
  return (code !== undefined && lost.has(code)) || lostWords.test(message)
}
