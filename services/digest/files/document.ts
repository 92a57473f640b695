// A digest as paper and programs need it: headings, paragraphs, lists, tables and drawings, read from its own page.
import type { Language } from '../../../config/i18n.ts'

/** A stretch of text in one manner. `alone`: it begins a line of its own. */
export type Span = {
  text: string
  strong: boolean
  soft: boolean
  small: boolean
  alone: boolean
  /** An address, or `#m-F1` inside the document. */
  href: string | null
  /** Another language than the document's. */
  lang: string | null
}

/** A picture as SVG of a fixed size; without `alt` it is only for the eye, and its number stands beside it. */
export type Drawing = { svg: string; width: number; height: number; alt: string }
export type Inline = Span | Drawing
export const isDrawing = (one: Inline): one is Drawing => 'svg' in one

/** `main`: the number that its row is about. */
export type Cell = { head: boolean; number: boolean; main: boolean; span: number; inlines: Inline[] }
export type Table = {
  kind: 'table'
  caption: string
  /** The class names that its look depends on. */
  roles: string[]
  head: Cell[]
  rows: { roles: string[]; cells: Cell[] }[]
}
export type Block =
  | { kind: 'heading'; level: number; roles: string[]; id: string | null; inlines: Inline[] }
  | { kind: 'paragraph'; roles: string[]; inlines: Inline[] }
  | { kind: 'list'; roles: string[]; ordered: boolean; items: Block[][] }
  | { kind: 'terms'; roles: string[]; pairs: { id: string | null; term: Inline[]; blocks: Block[] }[] }
  | Table
  | { kind: 'drawing'; drawing: Drawing }
  | { kind: 'group'; roles: string[]; blocks: Block[] }

export type Section = { id: string; number: number | null; title: string; blocks: Block[] }

export type Document = {
  language: Language
  title: string
  period: string
  place: string
  /** Above the title: a sample, a draft, an old revision. */
  marks: string[]
  meta: { term: string; text: string }[]
  /** The land of the place, on the first page. */
  fell: Drawing | null
  foot: string
  /** What a copy to be edited says of itself. */
  copy: string
  /** The heading of the list of contents, which ends page one; null for a paper that needs none. */
  contents: string | null
  /** How many pages it may take; null for as many as it needs. */
  pages: number | null
  /** Of the usual size of type. */
  scale: number
  /** Of the freeze or the publication: the only dates inside files. */
  at: Date
  sections: Section[]
  /** Said at the end when something had to be left out to keep within the pages. */
  cut: Block | null
}

/** A document that takes the pages it needs. */
export const AS_LONG_AS_IT_IS = { pages: null, scale: 1, cut: null } as const

/** All text of some inlines, as one line. */
export function plainText(inlines: readonly Inline[]): string {
  const words = inlines.map((one) =>
    isDrawing(one) ? '' : `${one.alone ? '\n' : ''}${one.text.replace(/\u00ad|\u200b/g, '')}`,
  )
  return words
    .join('')
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter(Boolean)
    .join('; ')
}
