// The thread that reads feed documents one by one; a document that explodes takes only the thread with it.
import { parentPort } from 'node:worker_threads'
import { Fault } from '../../../services/errors.ts'
import { stepBack } from '../../../services/step-back.ts'
import { decodeText } from '../decode.ts'
import { readFeed } from './read.ts'

export type ThreadTask = { bytes: Uint8Array; contentType: string | undefined; address: string }

stepBack()
parentPort?.on('message', async ({ bytes, contentType, address }: ThreadTask) => {
  try {
    parentPort?.postMessage({ feed: await readFeed(decodeText(bytes, contentType), address) })
  } catch (error) {
    if (!(error instanceof Fault)) {
      // Thrown where nobody catches it, so that it ends the thread and reaches the owner as it is.
      queueMicrotask(() => {
        throw error
      })
      return
    }
    const { kind, message, code, values } = error
    parentPort?.postMessage({ fault: { kind, message, code, values } })
  }
})

// Everything is loaded: ready for a document.
parentPort?.postMessage({ ready: true })
