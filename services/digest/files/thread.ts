// The thread that writes the files of digests, one by one: pages of paper take long, and nobody should wait for them.
import { parentPort } from 'node:worker_threads'
import type { View } from '../view.ts'
import type { Document } from './document.ts'
import { type FormatName, formats } from './render.ts'

export type FileTask = { id: number; format: FormatName; view: View; document: Document }
export type FileDone = { id: number; bytes: Uint8Array } | { id: number; error: Error }

const told = (answer: FileDone) => parentPort?.postMessage(answer)

parentPort?.on('message', async ({ id, format, view, document }: FileTask) => {
  try {
    told({ id, bytes: await formats[format].render(view, document) })
  } catch (error) {
    told({ id, error: error as Error })
  }
})
