// Reads feed documents in a thread of their own, one by one, each within 5 seconds and 128 MB.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { atEase } from '../../../services/crowd.ts'
import { Fault } from '../../../services/errors.ts'
import type { ReadFeed } from './entry.ts'
import type { ThreadTask } from './thread.ts'

const LIMIT = { ms: 5_000, megabytes: 128 }
/** A thread that has read its document waits so long for the next: starting one costs more than most documents. */
const IDLE = 5_000

type Message = { feed: ReadFeed } | { fault: Pick<Fault, 'kind' | 'message' | 'code' | 'values'> }

let resting: { thread: Worker; timer: NodeJS.Timeout } | undefined

let line: Promise<unknown> = Promise.resolve()

/**
 * Reads what came from an address. The thread decodes it, too: nothing of it is done where the service works. Documents
 * wait for one another: threads beside each other would take the machine from those who look at walls, and each leaves
 * memory behind that the system does not get back.
 */
export function readInThread(task: ThreadTask): Promise<ReadFeed> {
  const read = line.then(() => atEase(() => readAlone(task)))
  line = read.catch(() => {})
  return read
}

async function readAlone(task: ThreadTask): Promise<ReadFeed> {
  const { host } = new URL(task.address)
  const tooMuch = (why: string, cause?: unknown) =>
    new Fault('size', `${host}: ${why}`, { code: 'feed-too-heavy', values: { host }, cause })
  const thread = wake() ?? (await startThread())
  return await new Promise<ReadFeed>((done, fail) => {
    const give = () => {
      clearTimeout(timer)
      deafen(thread)
    }
    const timer = setTimeout(() => {
      give()
      void thread.terminate()
      fail(tooMuch('not read in time'))
    }, LIMIT.ms)
    thread.on('message', (message: Message) => {
      give()
      rest(thread)
      if ('feed' in message) done(message.feed)
      else fail(new Fault(message.fault.kind, message.fault.message, message.fault))
    })
    thread.on('error', (error: NodeJS.ErrnoException) => {
      give()
      // Out of memory or out of stack: the document's doing. Anything else is ours.
      const heavy = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError
      fail(heavy ? tooMuch(error.message, error) : error)
    })
    thread.on('exit', () => {
      give()
      fail(tooMuch('the thread ended'))
    })
    thread.postMessage(task)
  })
}

/** A thread that has loaded what it needs: its own start is not held against a document. */
async function startThread(): Promise<Worker> {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: LIMIT.megabytes, maxYoungGenerationSizeMb: 32 },
    // Node strips the types itself; the loader that the service runs with would only cost time here.
    execArgv: [],
  })
  await once(thread, 'message')
  return thread
}

// One by one: taking away all at once would take Node's own, too, and the thread would never be heard again.
function deafen(thread: Worker): void {
  for (const event of ['message', 'error', 'exit']) thread.removeAllListeners(event)
}

function wake(): Worker | undefined {
  const woken = resting
  resting = undefined
  clearTimeout(woken?.timer)
  woken?.thread.ref()
  if (woken) deafen(woken.thread)
  return woken?.thread
}

/** A resting thread keeps no process alive, and ends when no document comes. */
function rest(thread: Worker): void {
  const mine = { thread, timer: setTimeout(() => leave(), IDLE) }
  const leave = () => {
    if (resting === mine) resting = undefined
    clearTimeout(mine.timer)
    void thread.terminate()
  }
  mine.timer.unref()
  thread.unref()
  thread.on('error', leave)
  thread.on('exit', leave)
  resting = mine
}
