// The thread that writes the files of digests, one by one: pages of paper take long, and nobody should wait for them.
import { parentPort } from 'node:worker_threads'
import type { View } from '../view.ts'
import type { Document } from './document.ts'
import { renderDocx } from './docx.ts'
import { renderPdf } from './pdf.ts'
import { type FormatName, formats } from './render.ts'

/** A file of a digest; or, without one, any other document on paper. */
export type FileTask = { id: number; document: Document } & (
  | { format: FormatName; view: View }
  | { format: PaperName; view: null }
)
export type PaperName = keyof typeof papers
export type FileDone = { id: number; bytes: Uint8Array } | { id: number; error: Error }

const papers = { pdf: renderPdf, docx: renderDocx }
const told = (answer: FileDone) => parentPort?.postMessage(answer)

parentPort?.on('message', async (task: FileTask) => {
  const { id, document } = task
  try {
    const { view } = task
    const bytes = view ? formats[task.format].render(view, document) : papers[task.format](document)
    told({ id, bytes: await bytes })
  } catch (error) {
    told({ id, error: error as Error })
  }
})
