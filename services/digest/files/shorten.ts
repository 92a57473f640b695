// A document made shorter: long texts, lists and tables keep their beginnings, and the end says that they were cut.
import { type Block, type Document, type Inline, isDrawing, type Section } from './document.ts'

/** The least that a text keeps, in characters. */
const LEAST = 40

/** How much of everything is kept. */
type Room = { text: number; cell: number; items: number; rows: number; tables: number }

const roomFor = (text: number): Room => ({
  text,
  cell: Math.ceil(text / 2),
  items: Math.max(1, Math.round(text / 100)),
  rows: Math.max(2, Math.round(text / 60)),
  tables: Math.max(1, Math.round(text / 300)),
})

/** More signs than a page can ever hold: what has more need not be laid out to know that it does not fit. */
const PAGE = 7_000

/** The document, and the same ever smaller and shorter: the first that fits is the one. */
export function* listShorter(document: Document, pages: number): Generator<Document> {
  const [most, scale] = [pages * PAGE, 0.9]
  if (countSigns(document) <= most) for (const one of [1, scale]) yield { ...document, scale: one }
  let shorter = document
  for (let text = 600; text > LEAST; text *= 2 / 3) {
    shorter = shorten({ ...document, scale }, roomFor(text))
    if (countSigns(shorter) <= most) yield shorter
  }
  // Nothing that we have seen comes here; but a report must be made of whatever there is.
  for (let n = shorter.sections.length - 1; n > 0; n--)
    yield sayCut({ ...shorter, sections: shorter.sections.slice(0, n) })
}

function countSigns({ sections }: Document): number {
  let signs = 0
  JSON.stringify(sections, (key, value) => {
    if (key === 'text' && typeof value === 'string') signs += value.length
    return key === 'svg' ? undefined : value
  })
  return signs
}

function shorten(document: Document, room: Room): Document {
  const sections = document.sections.map((one): Section => {
    let tables = 0
    return { ...one, blocks: shortenBlocks(one.blocks, room, () => ++tables <= room.tables) }
  })
  const last = sections.at(-1)
  // The last block says what this is a part of, and so does what is said of the cut.
  if (last) last.blocks = last.blocks.slice(0, -1)
  return sayCut({ ...document, sections })
}

/** At the end of the last section. */
function sayCut(document: Document): Document {
  const { cut, sections } = document
  return {
    ...document,
    sections: sections.map((one, nth) =>
      cut && nth === sections.length - 1 ? { ...one, blocks: [...one.blocks, cut] } : one,
    ),
  }
}

type MayTable = () => boolean

/** A heading that has nothing left under it goes too. */
function shortenBlocks(blocks: readonly Block[], room: Room, mayTable: MayTable): Block[] {
  const kept = blocks.flatMap((one) => shortenBlock(one, room, mayTable) ?? [])
  return kept.filter((one, nth) => {
    const next = kept[nth + 1]
    return one.kind !== 'heading' || (next && (next.kind !== 'heading' || next.level > one.level))
  })
}

function shortenBlock(block: Block, room: Room, mayTable: MayTable): Block | null {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, inlines: clip(block.inlines, room.text) }
    case 'list': {
      const items = block.items.slice(0, room.items)
      return { ...block, items: items.map((item) => shortenBlocks(item, room, mayTable)) }
    }
    case 'table': {
      // The key figures are few and of our own words.
      if (block.roles.includes('keytable')) return block
      if (!mayTable()) return null
      const kept = block.rows.filter(({ roles }, nth) => nth < room.rows || roles.includes('total'))
      const rows = kept.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, inlines: clip(cell.inlines, room.cell) })),
      }))
      return { ...block, rows }
    }
    case 'group': {
      const inside = block.roles.includes('voice') ? block.blocks.slice(0, room.items) : block.blocks
      const blocks = shortenBlocks(inside, room, mayTable)
      return blocks.length ? { ...block, blocks } : null
    }
    case 'terms':
    case 'drawing':
      return block
  }
}

/** The first `most` characters, to the end of a word. */
function clip(inlines: readonly Inline[], most: number): Inline[] {
  let left = most
  return inlines.flatMap((one): Inline[] => {
    if (isDrawing(one)) return [one]
    if (left <= 0) return []
    const points = [...one.text]
    const fits = points.length <= left
    const text = fits
      ? one.text
      : `${points
          .slice(0, left)
          .join('')
          .replace(/\s+\S*$/, '')}…`
    left -= points.length
    return [{ ...one, text }]
  })
}
