// PGlite behind its thread: the same few calls, and an end to a thread that is silent while somebody waits for it.
import { Worker } from 'node:worker_threads'
import type { ThreadData } from './thread.ts'

type Waiting = {
  what: string
  yes: (value: never) => void
  no: (error: unknown) => void
}
type Results = { rows: never[]; affectedRows?: number; fields: never[] }
type Values = unknown[] | undefined
type Run = {
  query: (sql: string, values?: Values, how?: { rowMode?: 'array' | 'object' }) => Promise<Results>
  exec: (sql: string) => Promise<Results[]>
}
/** A transaction; `end` keeps what was done in it, or not. */
export type Begun = Run & { end: (keep: boolean) => Promise<void> }
export type Embedded = Run & {
  readonly closed: boolean
  /** Begins when its turn has come: those that only read go before those that write. */
  begin: (readOnly?: boolean) => Promise<Begun>
  listen: (channel: string, hear: (text: string) => void) => Promise<() => Promise<void>>
  /** Writes the whole data folder into a file, as a tar: the only safe copy of a living database. */
  dump: (file: string) => Promise<void>
  close: () => Promise<void>
}

/** Milliseconds that a dump may take: nothing is heard meanwhile, and the folder may be large. */
const DUMP_LIMIT = 120_000

/**
 * Opens PGlite in a folder (in memory without one). `limit`: milliseconds of silence, while a call waits, after which
 * the thread is ended. A runaway query, a transaction that nobody ends and a full disk all look like this, and none of
 * them can be told from the others or be helped otherwise.
 */
export async function openEmbedded(
  dir: string | undefined,
  {
    snapshot,
    limit = 10_000,
    openLimit = 60_000,
    onEnd,
  }: { snapshot?: Uint8Array; limit?: number; openLimit?: number; onEnd?: (cause: Error) => void } = {},
): Promise<Embedded> {
  const data: ThreadData = { dir, snapshot }
  const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: data })
  const waiting = new Map<number, Waiting>()
  const ears = new Map<number, (text: string) => void>()
  let over: Error | undefined
  let closing = false
  let last = 0
  let silent = 0

  const end = (cause: Error) => {
    if (over) return
    over = cause
    clearInterval(watch)
    for (const { no } of waiting.values()) no(cause)
    waiting.clear()
    void thread.terminate()
    if (!closing && opened) onEnd?.(cause)
  }
  const call = <T>(what: string, args: unknown[], tx?: number, id = ++last): Promise<T> => {
    if (over) return Promise.reject(over)
    return new Promise<T>((yes, no) => {
      if (waiting.size === 0) silent = 0
      waiting.set(id, { what, yes, no })
      thread.postMessage({ id, tx, what, args })
    })
  }
  // Counted in ticks: after a standstill of this whole process the thread has been still too, and is not to blame.
  const tick = Math.min(500, limit / 4)
  const watch = setInterval(() => {
    silent = waiting.size ? silent + tick : 0
    const asked = [...waiting.values()].map((one) => one.what)
    if (silent < (asked.includes('dump') ? Math.max(limit, DUMP_LIMIT) : limit)) return
    end(new Error(`the embedded database did not answer in ${silent} ms (${asked[0]})`))
  }, tick)
  watch.unref()

  let opened = false
  const ready = new Promise<void>((yes, no) => {
    const timer = setTimeout(() => {
      const late = new Error(`the embedded database did not open in ${openLimit} ms`)
      no(Object.assign(late, { code: 'ETIMEDOUT' }))
      void thread.terminate()
    }, openLimit)
    thread.on('message', (message) => {
      silent = 0
      if (message.ready) {
        clearTimeout(timer)
        opened = true
        return yes()
      }
      if (message.heard !== undefined) return ears.get(message.heard)?.(message.text)
      const found = waiting.get(message.id)
      if (!found) return
      waiting.delete(message.id)
      if (!message.error) return found.yes(message.value as never)
      found.no(Object.assign(new Error(message.error.message), message.error))
      // After these it answers nobody any more.
      if (/^(PANIC|FATAL)$/.test(message.error.severity))
        end(new Error(`the embedded database has given up: ${message.error.message}`))
    })
    thread.on('error', (error) => {
      clearTimeout(timer)
      no(error)
      end(error as Error)
    })
    thread.on('exit', () => {
      clearTimeout(timer)
      no(new Error('the embedded database has ended'))
      end(new Error('the embedded database has ended'))
    })
  })
  await ready

  const on = (tx?: number): Run => ({
    query: (sql, values, how) => call('query', [sql, values, how?.rowMode && { rowMode: how.rowMode }], tx),
    exec: (sql) => call('exec', [sql], tx),
  })
  return {
    ...on(),
    get closed() {
      return over !== undefined
    },
    async begin(readOnly = false) {
      const tx = ++last
      await call('begin', [readOnly], undefined, tx)
      return { ...on(tx), end: (keep) => call('end', [keep], tx) }
    },
    async listen(channel, hear) {
      const id = ++last
      ears.set(id, hear)
      await call('listen', [channel], undefined, id)
      return async () => {
        ears.delete(id)
        if (!over) await call('unlisten', [id])
      }
    },
    dump: (file) => call('dump', [file]),
    async close() {
      if (over) return
      closing = true
      await call('close', [])
      end(new Error('the embedded database is closed'))
    },
  }
}
