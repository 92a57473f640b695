// A section of the digest as blocks in one language: the same for the page, paper, Word, the spreadsheet and mail.
import type { FigureId } from '../domain/figures/figure.ts'

/** A piece of a sentence: plain, strong or quiet; the id of a figure, which leads to its definition; a link. */
export type Run =
  | string
  | { strong: string }
  | { soft: string }
  | { figure: FigureId }
  | { text: string; href: string }

export type BlockCell = {
  runs: Run[]
  /** A second, quieter line. */
  sub?: string | undefined
  /** A quantity: set to the right. */
  num?: true
  /** The quantity itself as a decimal string, for files that compute with it; null is "not known". */
  raw?: string | null
  /** Words instead of a value. */
  missing?: true
  /** How many columns it takes. */
  span?: number
}

export type BlockRow = { head: Run[]; sub?: string; cells: BlockCell[]; total?: true }

export type Block =
  | { kind: 'lead' | 'text' | 'note' | 'fixed'; runs: Run[] }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: Run[][]; ordered?: true }
  | {
      kind: 'table'
      id: string
      caption: string
      head: { label: string; num?: true }[]
      rows: BlockRow[]
      note?: string
    }
  /** Plain bars on a common scale from zero; `low` and `high` are the limits of an interval. */
  | {
      kind: 'bars'
      id: string
      title: string
      desc: string
      source: string
      most: number
      rows: { label: string; value: number; low?: number; high?: number; said: string }[]
    }
  /** What people wrote, in the place's own language; `by` says who. */
  | { kind: 'voice'; by: string | null; lang: string; blocks: ({ lines: string[] } | { items: string[] })[] }
  | { kind: 'quotes'; groups: { title: string; items: { text: string; origin: string }[] }[]; lang: string }
