// Reads a feed document in a thread of its own with 5 seconds and 128 MB, then ends the thread.
import { Worker } from 'node:worker_threads'
import { Fault } from '../../../services/errors.ts'
import type { ReadFeed } from './entry.ts'
import type { ThreadTask } from './thread.ts'

const LIMIT = { ms: 5_000, megabytes: 128 }

type Message = { feed: ReadFeed } | { fault: Pick<Fault, 'kind' | 'message' | 'code' | 'values'> }

export function readInThread(text: string, address: string): Promise<ReadFeed> {
  const { host } = new URL(address)
  const tooMuch = (why: string, cause?: unknown) =>
    new Fault('size', `${host}: ${why}`, { code: 'feed-too-heavy', values: { host }, cause })
  return new Promise<ReadFeed>((done, fail) => {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: { text, address } satisfies ThreadTask,
      resourceLimits: { maxOldGenerationSizeMb: LIMIT.megabytes, maxYoungGenerationSizeMb: 32 },
      // Node strips the types itself; the loader that the service runs with would only cost time here.
      execArgv: [],
    })
    const end = () => {
      clearTimeout(timer)
      void thread.terminate()
    }
    const timer = setTimeout(() => {
      fail(tooMuch('not read in time'))
      end()
    }, LIMIT.ms)
    thread.on('message', (message: Message) => {
      if ('feed' in message) done(message.feed)
      else fail(new Fault(message.fault.kind, message.fault.message, message.fault))
      end()
    })
    thread.on('error', (error: NodeJS.ErrnoException) => {
      // Out of memory or out of stack: the document's doing. Anything else is ours.
      const heavy = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError
      fail(heavy ? tooMuch(error.message, error) : error)
      end()
    })
    thread.on('exit', () => {
      clearTimeout(timer)
      fail(tooMuch('the thread ended'))
    })
  })
}
