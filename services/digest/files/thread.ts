// The thread that writes the files of digests, one by one: pages of paper take long, and nobody should wait for them.
import { parentPort } from 'node:worker_threads'
import type { View } from '../view.ts'
import type { Document } from './document.ts'
import { renderDocx } from './docx.ts'
import { renderPdf } from './pdf.ts'
import { type FormatName, formats } from './render.ts'

/** Files of a digest, of the papers that they need; or any other document on paper. */
export type FileTask = { id: number } & (
  | { formats: readonly FormatName[]; view: View; papers: Papers }
  | { formats: readonly [PaperName]; view: null; document: Document }
)
/** The digest and its short report: what is asked for needs the one, the other or both. */
export type Papers = Partial<Record<(typeof formats)[FormatName]['of'], Document>>
export type PaperName = keyof typeof plain
export type FileDone = { id: number; files: Uint8Array[] } | { id: number; error: Error }

const plain = { pdf: renderPdf, docx: renderDocx }
const told = (answer: FileDone) => parentPort?.postMessage(answer)

parentPort?.on('message', async (task: FileTask) => {
  const { id } = task
  try {
    told({ id, files: await writeFiles(task) })
  } catch (error) {
    told({ id, error: error as Error })
  }
})

async function writeFiles(task: FileTask): Promise<Uint8Array[]> {
  if (!task.view) return [await plain[task.formats[0]](task.document)]
  const files: Uint8Array[] = []
  for (const name of task.formats) {
    const { of, render } = formats[name]
    const document = task.papers[of]
    if (!document) throw new Error(`${name} is written of the ${of}, which is not there`)
    files.push(await render(task.view, document))
  }
  return files
}
