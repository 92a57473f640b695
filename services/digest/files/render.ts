// The formats of a digest: what each is called, and the pure function from a digest to its bytes.
import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import type { View } from '../view.ts'
import { renderCsv } from './csv.ts'
import type { Document } from './document.ts'
import { renderDocx } from './docx.ts'
import { fitPages, renderPdf } from './pdf.ts'
import { listSheets } from './sheets.ts'
import { renderXlsx } from './xlsx.ts'

type Format = {
  type: string
  /** What follows the quarter in the file's name. */
  ending: string
  /** Raised with every change of what it writes, beside the version of the library that writes it. */
  version: number
  library: string | null
  /** The paper that it is of: the whole digest or its short report. */
  of: 'digest' | 'short'
  render: (view: View, document: Document) => Promise<Uint8Array> | Uint8Array
}

const TYPST = '@myriaddreamin/typst-ts-node-compiler'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const text = (written: string) => Buffer.from(written)
const figures = (view: View) => {
  const [, sheet] = listSheets(view)
  if (!sheet) throw new Error('a digest has a sheet of figures')
  return sheet
}

export const formats = {
  pdf: {
    type: 'application/pdf',
    ending: '.pdf',
    version: 4,
    library: TYPST,
    of: 'digest',
    render: (_, document) => renderPdf(document),
  },
  archive: {
    type: 'application/pdf',
    ending: '-pdfa.pdf',
    version: 4,
    library: TYPST,
    of: 'digest',
    render: (_, document) => renderPdf(document, 'a-2a'),
  },
  docx: {
    type: WORD,
    ending: '.docx',
    version: 3,
    library: 'docx',
    of: 'digest',
    render: (_, document) => renderDocx(document),
  },
  short: {
    type: 'application/pdf',
    ending: '-short.pdf',
    version: 3,
    library: TYPST,
    of: 'short',
    render: (_, document) => renderPdf(document),
  },
  'short-docx': {
    type: WORD,
    ending: '-short.docx',
    version: 2,
    library: 'docx',
    of: 'short',
    render: (_, document) => renderDocx(fitPages(document)),
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: '.xlsx',
    version: 2,
    library: 'write-excel-file',
    of: 'digest',
    render: (view, document) => renderXlsx(listSheets(view), document.at),
  },
  csv: {
    type: 'text/csv; charset=utf-8',
    ending: '.csv',
    version: 2,
    library: null,
    of: 'digest',
    render: (view) => text(renderCsv(figures(view), 'plain')),
  },
  excel: {
    type: 'text/csv; charset=utf-8',
    ending: '-excel.csv',
    version: 2,
    library: null,
    of: 'digest',
    render: (view) => text(renderCsv(figures(view), 'excel')),
  },
} as const satisfies Record<string, Format>

export type FormatName = keyof typeof formats
export const formatNames = Object.keys(formats) as FormatName[]

/** `typst-ts-node-compiler 0.7.0, 1, zlib 1.3.1`: what must be the same for the bytes to be the same. */
export function rendererOf(name: FormatName): string {
  const { library, version } = formats[name]
  if (!library) return String(version)
  const manifest = JSON.parse(readFileSync(findPackageJSON(library, import.meta.url) ?? '', 'utf8'))
  return `${library.replace(/^@.*\//, '')} ${manifest.version}, ${version}, zlib ${process.versions.zlib}`
}
