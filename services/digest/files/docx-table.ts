// A table of the digest in Word: its head repeats on every page, and numbers stand to the right.
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Paragraph,
  type ParagraphChild,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  Table as WordTable,
} from 'docx'
import { type Cell, type Inline, isDrawing, type Table } from './document.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const HAIR = { style: BorderStyle.SINGLE, size: 4, color: 'CFD8DE' }
const RULE = { style: BorderStyle.SINGLE, size: 8, color: '14212B' }

/** Columns that hold nothing but drawings are left out. */
function spoken(table: Table): number[] {
  const columns = table.head.map((_, nth) => nth)
  const whole = table.rows.filter((row) => row.cells.length === table.head.length)
  return columns.filter(
    (nth) => !whole.length || !whole.every((row) => row.cells[nth]?.inlines.every(isDrawing)),
  )
}

export function wordTable(
  table: Table,
  width: number,
  write: (inlines: readonly Inline[]) => ParagraphChild[],
): FileChild[] {
  const columns = spoken(table)
  const first = columns.length > 8 ? 2.4 : 1.8
  const unit = width / (columns.length - 1 + first)
  const sizes = columns.map((_, nth) => Math.floor(nth === 0 ? unit * first : unit))
  const small = columns.length > 8
  const cell = (one: Cell, head: boolean): TableCell =>
    new TableCell({
      columnSpan: one.span,
      borders: { top: NONE, left: NONE, right: NONE, bottom: head ? RULE : HAIR },
      margins: { top: 40, bottom: 40, left: 40, right: 40 },
      children: [
        new Paragraph({
          alignment: one.number ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: write(
            one.inlines.map((part) =>
              isDrawing(part)
                ? part
                : { ...part, strong: part.strong || (one.head && !part.small), small: part.small || small },
            ),
          ),
        }),
      ],
    })
  const rows = [
    ...(table.head.length
      ? [
          new TableRow({
            tableHeader: true,
            cantSplit: true,
            children: columns.map((nth) => cell(table.head[nth] as Cell, true)),
          }),
        ]
      : []),
    ...table.rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: (row.cells.length === table.head.length
            ? columns.flatMap((nth) => row.cells[nth] ?? [])
            : row.cells
          ).map((one) => cell(one, false)),
        }),
    ),
  ]
  const caption = new Paragraph({
    keepNext: true,
    spacing: { before: 160, after: 60 },
    children: [new TextRun({ text: table.caption, bold: true, size: 18 })],
  })
  return [
    ...(table.caption ? [caption] : []),
    new WordTable({
      rows,
      columnWidths: sizes,
      layout: TableLayoutType.FIXED,
      width: { size: width, type: 'dxa' },
    }),
    new Paragraph({ spacing: { after: 120 }, children: [] }),
  ]
}
