// The files of digests are written in a thread of their own: walls are answered meanwhile, and memory is given back.
import { Worker } from 'node:worker_threads'
import type { Document } from './digest/files/document.ts'
import type { FormatName } from './digest/files/render.ts'
import type { FileDone, FileTask, PaperName, Papers } from './digest/files/thread.ts'
import type { View } from './digest/view.ts'

/** Milliseconds without work after which the thread ends, fonts, layouts and all. */
const IDLE = 10_000

type Waiting = { done: (files: Uint8Array[]) => void; failed: (error: Error) => void }
type Thread = { worker: Worker; waiting: Map<number, Waiting>; ends: NodeJS.Timeout | undefined }

let current: Thread | undefined
let last = 0

/** Files of a digest as bytes, in the order of their formats; throws what a renderer throws. */
export const renderFiles = (
  names: readonly FormatName[],
  view: View,
  papers: Papers,
): Promise<Uint8Array[]> => render({ formats: names, view, papers })

/** A document that is no digest, on paper. */
export async function renderPaper(format: PaperName, document: Document): Promise<Uint8Array> {
  const [bytes] = await render({ formats: [format], view: null, document })
  return bytes as Uint8Array
}

type Task<T = FileTask> = T extends FileTask ? Omit<T, 'id'> : never

async function render(task: Task): Promise<Uint8Array[]> {
  current ??= openThread()
  const { worker, waiting, ends } = current
  clearTimeout(ends)
  worker.ref()
  const id = ++last
  const files = new Promise<Uint8Array[]>((done, failed) => waiting.set(id, { done, failed }))
  worker.postMessage({ id, ...task } satisfies FileTask)
  return files
}

function openThread(): Thread {
  const worker = new Worker(new URL('./digest/files/thread.ts', import.meta.url), { execArgv: [] })
  const thread: Thread = { worker, waiting: new Map(), ends: undefined }
  const end = (error: Error) => {
    if (current === thread) current = undefined
    clearTimeout(thread.ends)
    for (const { failed } of thread.waiting.values()) failed(error)
    thread.waiting.clear()
  }
  worker.on('message', (answer: FileDone) => {
    const one = thread.waiting.get(answer.id)
    thread.waiting.delete(answer.id)
    if ('error' in answer) one?.failed(answer.error)
    else one?.done(answer.files)
    if (thread.waiting.size) return
    worker.unref()
    thread.ends = setTimeout(() => {
      if (current === thread) current = undefined
      void worker.terminate()
    }, IDLE).unref()
  })
  worker.on('error', (error) => end(error as Error))
  worker.on('exit', () => end(new Error('the thread that writes files has ended')))
  return thread
}
