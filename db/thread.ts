// The thread that owns PGlite: a query never blocks the event loop, and a runaway one can be ended with the thread.
import { writeFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, type Transaction } from '@electric-sql/pglite'
import { create } from 'tar'
import { parsers, serializers } from './types.ts'

export type ThreadData = { dir: string | undefined; snapshot: Uint8Array | undefined }
export type Request = { id: number; tx: number | undefined; what: string; args: unknown[] }

const port = parentPort
if (!port) throw new Error('db/thread.ts runs only as a worker thread')
const { dir, snapshot } = workerData as ThreadData
const UNDO = Symbol('rolled back on purpose')

const db = await PGlite.create({
  ...(dir && { dataDir: dir }),
  ...(snapshot && { loadDataDir: new Blob([snapshot as Uint8Array<ArrayBuffer>]) }),
  startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB', '-c', 'timezone=UTC'],
  parsers: parsers as never,
  serializers,
})

type Open = { tx: Transaction; end: (keep: boolean) => void; ended: () => Promise<void> }
const open = new Map<number, Open>()

/**
 * Transactions that wait for their turn. PGlite serves in the order of asking: so one lines up there only when the one
 * before it has ended, and a question of its own waits for one of them at most.
 */
const lines = { reading: [] as (() => Promise<void>)[], writing: [] as (() => Promise<void>)[] }
let called = false
async function callNext(): Promise<void> {
  const next = called ? undefined : (lines.reading.shift() ?? lines.writing.shift())
  if (!next) return
  called = true
  await next()
  called = false
  void callNext()
}
const ears = new Map<number, () => Promise<void>>()

function at(tx: number | undefined): PGlite | Transaction {
  if (tx === undefined) return db
  const found = open.get(tx)
  if (!found) throw new Error('the transaction has already ended')
  return found.tx
}

const work: Record<string, (id: number, tx: number | undefined, ...args: never[]) => unknown> = {
  query: (_id, tx, sql: string, values: unknown[], how: object | undefined) => at(tx).query(sql, values, how),
  exec: (_id, tx, sql: string) => at(tx).exec(sql),
  begin: (id, _tx, readOnly: boolean) =>
    new Promise<void>((begun, failed) => {
      const begin = async () => {
        const ended = db.transaction(async (tx) => {
          if (readOnly) await tx.exec('set transaction read only')
          await new Promise<void>((keep, drop) => {
            open.set(id, { tx, end: (ok) => (ok ? keep() : drop(UNDO)), ended: () => ended })
            begun()
          })
        })
        await ended.catch(failed)
      }
      lines[readOnly ? 'reading' : 'writing'].push(begin)
      void callNext()
    }),
  async end(_id, tx: number | undefined, keep: boolean) {
    const found = open.get(tx as number)
    if (!found) throw new Error('the transaction has already ended')
    open.delete(tx as number)
    found.end(keep)
    await found.ended().catch((error) => {
      if (error !== UNDO) throw error
    })
  },
  async listen(id, _tx, channel: string) {
    ears.set(id, await db.listen(channel, (text) => port.postMessage({ heard: id, text })))
  },
  async unlisten(_id, _tx, ear: number) {
    await ears.get(ear)?.()
    ears.delete(ear)
  },
  // File by file, so that it takes no memory, and packed elsewhere: while this runs, nobody's question is answered.
  async dump(_id, _tx, file: string) {
    if (dir) return create({ sync: true, file, cwd: dir, portable: true }, ['.'])
    writeFileSync(file, new Uint8Array(await (await db.dumpDataDir('none')).arrayBuffer()))
  },
  close: () => db.close(),
}

port.on('message', async ({ id, tx, what, args }: Request) => {
  try {
    const value = await work[what]?.(id, tx, ...(args as never[]))
    port.postMessage({ id, value })
  } catch (error) {
    // Only plain objects keep PostgreSQL's code, constraint and detail on their way out of the thread.
    port.postMessage({ id, error: { ...(error as object), message: (error as Error).message } })
  }
})
port.postMessage({ ready: true })
