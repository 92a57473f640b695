// The digest as a Word document to be edited elsewhere: the same headings, tables and charts, marked as a copy.
import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  type FileChild,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
  Document as Word,
} from 'docx'
import { repack } from '../../zip.ts'
import { type Block, type Document, type Drawing, type Inline, isDrawing } from './document.ts'
import { wordTable } from './docx-table.ts'
import { drawPng } from './png.ts'

/** Twentieths of a point between the margins of A4: 210 mm less twice 22. */
const WIDTH = 9_412
const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
]
const SOFT = '465562'
const LAKE = '0B5876'

/** The pictures of a document's charts, all drawn before anything is written. */
type Pictures = ReadonlyMap<string, Buffer>

export async function renderDocx(document: Document): Promise<Uint8Array> {
  const charts = document.sections.flatMap((one) => listCharts(one.blocks))
  const pictures = new Map(
    await Promise.all(charts.map(async (one) => [one.svg, await drawPng(one)] as const)),
  )
  const children: FileChild[] = [
    new Paragraph({ children: [new TextRun({ text: document.place, color: SOFT })] }),
    ...document.marks.map((text) => new Paragraph({ children: [new TextRun({ text, bold: true })] })),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [new TextRun(`${document.title} ${document.period}`)],
    }),
    new Paragraph({ children: [new TextRun({ text: document.copy, italics: true })] }),
    new Paragraph({ text: document.meta.map((one) => `${one.term}: ${one.text}`).join(' · ') }),
  ]
  for (const { number, title, blocks } of document.sections) {
    const text = number === null ? title : `${number} ${title}`
    children.push(new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(text)] }))
    children.push(...writeBlocks(blocks, { pictures, depth: 0 }))
  }
  const word = new Word({
    title: `${document.title} ${document.period}, ${document.place}`,
    creator: document.place,
    description: document.foot,
    lastModifiedBy: document.place,
    styles: {
      default: {
        document: {
          run: { font: 'Source Sans 3', size: 21, language: { value: tongues[document.language] } },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: 'steps',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 480, hanging: 480 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1_134, bottom: 1_247, left: 1_247, right: 1_247 },
          },
        },
        footers: { default: foot(document.foot) },
        children,
      },
    ],
  })
  return repack(await Packer.toBuffer(word), document.at)
}

const tongues = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const

const foot = (text: string) =>
  new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({ text: `${text} · `, size: 16, color: SOFT }),
          new TextRun({ children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES], size: 16, color: SOFT }),
        ],
      }),
    ],
  })

const listCharts = (blocks: readonly Block[]): Drawing[] =>
  blocks.flatMap((one) => {
    if (one.kind === 'drawing') return [one.drawing]
    if (one.kind === 'group') return listCharts(one.blocks)
    if (one.kind === 'list') return one.items.flatMap(listCharts)
    return one.kind === 'terms' ? one.pairs.flatMap((pair) => listCharts(pair.blocks)) : []
  })

/** `depth`: in how many texts of people it stands. */
type Manner = { pictures: Pictures; depth: number }

const writeBlocks = (blocks: readonly Block[], manner: Manner): FileChild[] =>
  blocks.flatMap((one) => writeBlock(one, manner))

function writeBlock(block: Block, manner: Manner): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: levels[Math.min(3, Math.max(2, block.level - 1))] ?? HeadingLevel.HEADING_3,
          children: writeInlines(block.inlines),
        }),
      ]
    case 'paragraph': {
      const border =
        manner.depth > 0
          ? { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: LAKE } }
          : undefined
      return [
        new Paragraph({
          spacing: { after: 120 },
          ...(border && { border }),
          children: writeInlines(block.inlines),
        }),
      ]
    }
    case 'drawing':
      return [new Paragraph({ children: writeDrawing(block.drawing, manner.pictures) })]
    case 'table':
      return wordTable(block, WIDTH, writeInlines)
    case 'terms': {
      return block.pairs.flatMap((pair) => {
        const [first, ...after] = pair.blocks
        const opens = first?.kind === 'paragraph'
        const term = pair.term.map((one) => (isDrawing(one) ? one : { ...one, strong: true }))
        const children = [
          ...writeInlines(term),
          new TextRun('  '),
          ...writeInlines(opens ? first.inlines : []),
        ]
        const rest = writeBlocks(opens ? after : pair.blocks, manner)
        return [new Paragraph({ spacing: { after: 80 }, children }), ...rest]
      })
    }
    case 'list':
      return block.roles.includes('wlegend') ? [] : writeList(block, manner)
    case 'group':
      return writeBlocks(
        block.blocks,
        block.roles.includes('voice') ? { ...manner, depth: manner.depth + 1 } : manner,
      )
  }
}

/** A strip of boxes becomes its words; the legend of the boxes is not needed then. */
function writeList(list: Extract<Block, { kind: 'list' }>, manner: Manner): FileChild[] {
  const how = list.ordered ? { numbering: { reference: 'steps', level: 0 } } : { bullet: { level: 0 } }
  const items: FileChild[] = []
  for (const item of list.items) {
    const [first, ...rest] = item
    if (first?.kind !== 'paragraph') {
      items.push(...writeBlocks(item, manner))
      continue
    }
    const said = list.roles.includes('weeks')
      ? first.inlines.filter(isDrawing).map((one) => new TextRun(one.alt))
      : writeInlines(first.inlines)
    items.push(
      new Paragraph({ ...(list.roles.includes('weeks') ? { bullet: { level: 0 } } : how), children: said }),
      ...writeBlocks(rest, manner),
    )
  }
  return items
}

/** Small drawings are left out: their numbers stand beside them. */
function writeInlines(inlines: readonly Inline[]): ParagraphChild[] {
  return inlines.flatMap((one, nth): ParagraphChild[] => {
    if (isDrawing(one)) return []
    const run = new TextRun({
      text: one.text.replace(/[\u200b\u00ad]/g, ''),
      bold: one.strong,
      ...(one.soft && { color: SOFT }),
      ...(one.small && { size: 17 }),
      ...(one.alone && nth > 0 && { break: 1 }),
    })
    // An address of the document itself has nowhere to lead in a copy that is cut and edited.
    return one.href && /^https?:/.test(one.href)
      ? [new ExternalHyperlink({ link: one.href, children: [run] })]
      : [run]
  })
}

function writeDrawing(drawing: Drawing, pictures: Pictures): ImageRun[] {
  const data = pictures.get(drawing.svg)
  if (!data) return []
  return [
    new ImageRun({
      type: 'png',
      data,
      transformation: { width: drawing.width, height: drawing.height },
      altText: { name: 'Chart', title: drawing.alt, description: drawing.alt },
    }),
  ]
}
