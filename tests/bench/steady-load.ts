// Visitors who come whether or not the ones before have their answers: a steady load from a thread of its own.
import { Agent, get } from 'node:http'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

/** `asked` and `answered` are moments of the same clock as Date.now(); a status of 0 is a connection that broke. */
export type Visit = { asked: number; answered: number; status: number; ask: string }
/** An address, what stands in `if-none-match` if anything, and how many of a hundred visitors ask for it. */
type Ask = { path: string; share: number; same?: boolean }
type Task = { port: number; perSecond: number; asks: Ask[] }

export type SteadyLoad = { stop: () => Promise<Visit[]> }

export function startSteadyLoad(task: Task): SteadyLoad {
  const thread = new Worker(new URL(import.meta.url), { workerData: task })
  return {
    stop: () =>
      new Promise((done, fail) => {
        thread.once('error', fail)
        thread.once('message', (visits: Visit[]) => {
          void thread.terminate()
          done(visits)
        })
        thread.postMessage('stop')
      }),
  }
}

/** Each visit counts from the moment it was due, so that a late start of ours is not hidden. */
function run({ port, perSecond, asks }: Task): void {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const visits: Visit[] = []
  const etags = new Map<string, string>()
  const all = asks.flatMap((ask) => Array.from({ length: ask.share }, () => ask))
  const begun = Date.now()
  let sent = 0
  let open = 0
  const visit = ({ path, same }: Ask, asked: number) => {
    const known = etags.get(path)
    const headers = { 'accept-encoding': 'br', ...(same && known && { 'if-none-match': known }) }
    const end = (status: number) => {
      open--
      visits.push({ asked, answered: Date.now(), status, ask: path })
    }
    open++
    const request = get({ port, host: '127.0.0.1', path, agent, headers }, (answer) => {
      if (answer.headers.etag) etags.set(path, answer.headers.etag)
      answer.resume().on('end', () => end(answer.statusCode ?? 0))
    })
    request.on('error', () => end(0))
  }
  // A step that has nothing in common with the number of asks meets them all in turn.
  const timer = setInterval(() => {
    for (const due = ((Date.now() - begun) * perSecond) / 1000; sent < due; sent++)
      visit(all[(sent * 37) % all.length] as Ask, begun + (sent * 1000) / perSecond)
  }, 2)
  parentPort?.once('message', () => {
    clearInterval(timer)
    const ended = setInterval(() => {
      if (open) return
      clearInterval(ended)
      parentPort?.postMessage(visits)
    }, 10)
  })
}

if (!isMainThread && workerData?.perSecond) run(workerData as Task)
