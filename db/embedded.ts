// PGlite behind its thread: the same few calls, each with a limit after which the thread is ended.
import { Worker } from 'node:worker_threads'
import type { ThreadData } from './thread.ts'

type Waiting = {
  yes: (value: never) => void
  no: (error: unknown) => void
  timer: NodeJS.Timeout | undefined
}
type Results = { rows: never[]; affectedRows?: number; fields: never[] }
type Values = unknown[] | undefined
type Run = {
  query: (sql: string, values?: Values, how?: { rowMode?: 'array' | 'object' }) => Promise<Results>
  exec: (sql: string) => Promise<Results[]>
}
export type Embedded = Run & {
  ready: boolean
  readonly closed: boolean
  waitReady: Promise<void>
  transaction: <T>(work: (tx: Run & { rollback: () => Promise<void> }) => Promise<T>) => Promise<T>
  listen: (channel: string, hear: (text: string) => void) => Promise<() => Promise<void>>
  /** The whole data folder as a tar: the only safe copy of a living database. */
  dump: (compression?: 'gzip' | 'none') => Promise<Uint8Array>
  close: () => Promise<void>
}

/** Opens PGlite in a folder (in memory without one). `limit`: milliseconds before a call ends the thread. */
export async function openEmbedded(
  dir: string | undefined,
  {
    snapshot,
    limit = 60_000,
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

  const end = (cause: Error) => {
    if (over) return
    over = cause
    for (const { no, timer } of waiting.values()) {
      clearTimeout(timer)
      no(cause)
    }
    waiting.clear()
    void thread.terminate()
    if (!closing && opened) onEnd?.(cause)
  }
  const call = <T>(what: string, args: unknown[], tx?: number, id = ++last): Promise<T> => {
    if (over) return Promise.reject(over)
    return new Promise<T>((yes, no) => {
      const stop = () => end(new Error(`the embedded database did not answer in ${limit} ms (${what})`))
      waiting.set(id, { yes, no, timer: what === 'dump' ? undefined : setTimeout(stop, limit) })
      thread.postMessage({ id, tx, what, args })
    })
  }

  let opened = false
  const ready = new Promise<void>((yes, no) => {
    const timer = setTimeout(() => {
      const late = new Error(`the embedded database did not open in ${openLimit} ms`)
      no(Object.assign(late, { code: 'ETIMEDOUT' }))
      void thread.terminate()
    }, openLimit)
    thread.on('message', (message) => {
      if (message.ready) {
        clearTimeout(timer)
        opened = true
        return yes()
      }
      if (message.heard !== undefined) return ears.get(message.heard)?.(message.text)
      const found = waiting.get(message.id)
      if (!found) return
      waiting.delete(message.id)
      clearTimeout(found.timer)
      if (message.error) found.no(Object.assign(new Error(message.error.message), message.error))
      else found.yes(message.value as never)
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
    ready: true,
    waitReady: Promise.resolve(),
    get closed() {
      return over !== undefined
    },
    async transaction(work) {
      const tx = ++last
      let ended = false
      const finish = async (keep: boolean) => {
        if (ended) return
        ended = true
        await call('end', [keep], tx)
      }
      await call('begin', [], undefined, tx)
      try {
        const value = await work({ ...on(tx), rollback: () => finish(false) })
        await finish(true)
        return value
      } catch (error) {
        if (!over) await finish(false)
        throw error
      }
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
    dump: (compression = 'gzip') => call('dump', [compression]),
    async close() {
      if (over) return
      closing = true
      await call('close', [])
      end(new Error('the embedded database is closed'))
    },
  }
}
