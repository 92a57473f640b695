// The thread that reads one feed document and ends; a document that explodes takes only the thread with it.
import { parentPort, workerData } from 'node:worker_threads'
import { Fault } from '../../../services/errors.ts'
import { readFeed } from './read.ts'

export type ThreadTask = { text: string; address: string }

const { text, address } = workerData as ThreadTask
try {
  parentPort?.postMessage({ feed: await readFeed(text, address) })
} catch (error) {
  if (!(error instanceof Fault)) throw error
  const { kind, message, code, values } = error
  parentPort?.postMessage({ fault: { kind, message, code, values } })
}
