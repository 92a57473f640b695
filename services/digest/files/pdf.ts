// The digest as PDF by Typst: PDF/UA-1 for readers of every kind, PDF/A for the archive, the same bytes every time.
import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Block, Document } from './document.ts'
import { drawable, fonts } from './font.ts'
import { packPdf } from './pack-pdf.ts'
import { listShorter } from './shorten.ts'

const template = readFileSync(new URL('./paper.typ', import.meta.url), 'utf8')
let compiler: NodeCompiler | undefined

export function renderPdf(document: Document, standard: 'ua-1' | 'a-2a' = 'ua-1'): Buffer {
  const { typst, laid } = settle(document)
  try {
    const creationTimestamp = Math.floor(document.at.getTime() / 1000)
    return packPdf(typst.pdf(laid, { pdfStandard: standard, creationTimestamp }))
  } finally {
    // What was laid out serves the archive's copy, which comes next, and is let go with the digest after it.
    typst.evictCache(1)
  }
}

/** The document as it stands on its pages: where they are counted, the longest form of it that they hold. */
export function fitPages(document: Document): Document {
  return settled.get(document) ?? settle(document).document
}

/** Paper and Word are made of the same document, one after the other. */
const settled = new WeakMap<Document, Document>()

function settle(document: Document) {
  if (document.pages === null) return { document, ...layOut(document) }
  for (const one of listShorter(document, document.pages)) {
    const made = layOut(one)
    if (made.laid.numOfPages > document.pages) continue
    settled.set(document, one)
    return { document: one, ...made }
  }
  throw new Error(`no form of the document fits ${document.pages} pages`)
}

function layOut(document: Document) {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fonts] }] })
  const { at } = document
  const data = {
    ...document,
    at: undefined,
    date: [
      at.getUTCFullYear(),
      at.getUTCMonth() + 1,
      at.getUTCDate(),
      at.getUTCHours(),
      at.getUTCMinutes(),
      at.getUTCSeconds(),
    ],
    labels: document.sections.flatMap((one) => [`s-${one.id}`, ...listLabels(one.blocks)]),
  }
  const inputs = {
    data: JSON.stringify(data, (key, value) => (typeof value === 'string' ? suit(key, value) : value)),
  }
  const made = compiler.compile({ mainFileContent: template, inputs })
  if (!made.result)
    throw new Error(`Typst refused the digest: ${JSON.stringify(made.takeDiagnostics()?.shortDiagnostics)}`)
  return { typst: compiler, laid: made.result }
}

/** No word is longer than a line; keys and drawings stay as they are. */
const suit = (key: string, text: string) =>
  key === 'svg' || key === 'href' ? text : drawable(text).replace(/\S{30}(?=\S)/gu, '$&\u200b')

const listLabels = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'terms') return block.pairs.flatMap((pair) => pair.id ?? [])
    if (block.kind === 'group') return listLabels(block.blocks)
    return []
  })
