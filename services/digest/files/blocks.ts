// Elements of the page read as blocks: one rule a tag, so that a new section needs nothing new here.
import {
  type Block,
  type Cell,
  type Inline,
  isDrawing,
  plainText,
  type Span,
  type Table,
} from './document.ts'
import { readDrawing } from './drawing.ts'
import { type Element, findElement, type Node, rolesOf, textOf } from './tree.ts'

type Manner = Omit<Span, 'text'>
const PLAIN: Manner = { strong: false, soft: false, small: false, alone: false, href: null, lang: null }
/** What stands in a line; everything else is a block. */
const inlineTags = new Set(['a', 'b', 'strong', 'em', 'span', 'br', 'wbr', 'i', 'abbr', 'time', 'bdi', 'svg'])
/** Spans that the style sheet puts on a line of their own. */
const ownLine = new Set(['sub', 'how'])

const isInline = (node: Node) =>
  typeof node === 'string' || (inlineTags.has(node.tag) && !rolesOf(node).includes('chart'))

/** The inlines of some nodes; what only a screen reader hears is left out unless `heard`. */
function readInlines(nodes: readonly Node[], manner: Manner = PLAIN, heard = false): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (typeof node === 'string') return node ? [{ ...manner, text: node }] : []
    const roles = rolesOf(node)
    if (node.tag === 'br') return [{ ...manner, text: '', alone: true }]
    if (node.tag === 'wbr') return [{ ...manner, text: '\u200b' }]
    if (node.tag === 'svg') {
      const drawing = readDrawing(node)
      return drawing ? [drawing] : []
    }
    if (roles.includes('vh') && !heard) return []
    const { lang, href } = node.attrs
    const beside = roles.some((role) => ownLine.has(role))
    const next: Manner = {
      strong: !beside && (manner.strong || node.tag === 'b' || node.tag === 'strong'),
      soft: manner.soft || beside || roles.includes('soft'),
      small: manner.small || beside || roles.includes('fid') || roles.includes('nd'),
      alone: false,
      // A paper does not know where it came from: only whole addresses and places in itself lead anywhere.
      href: typeof href === 'string' && !href.startsWith('/') ? href : manner.href,
      lang: typeof lang === 'string' ? lang : manner.lang,
    }
    const inside = readInlines(node.children, next, heard)
    return beside ? startLine(inside) : inside
  })
}

function startLine(inlines: Inline[]): Inline[] {
  const nth = inlines.findIndex((one) => !isDrawing(one))
  return inlines.map((one, at) => (at === nth && !isDrawing(one) ? { ...one, alone: true } : one))
}

/** Blocks in their order; texts that stand between them become paragraphs. */
export function readBlocks(nodes: readonly Node[]): Block[] {
  const blocks: Block[] = []
  let loose: Node[] = []
  const close = () => {
    const inlines = readInlines(loose)
    if (inlines.some(isDrawing) || plainText(inlines)) blocks.push({ kind: 'paragraph', roles: [], inlines })
    loose = []
  }
  for (const node of nodes) {
    if (isInline(node)) loose.push(node)
    else {
      close()
      blocks.push(...readBlock(node as Element))
    }
  }
  close()
  return blocks
}

function readBlock(node: Element): Block[] {
  const roles = rolesOf(node)
  const { id, lang } = node.attrs
  const manner = { ...PLAIN, lang: typeof lang === 'string' ? lang : null }
  const heading = /^h([1-6])$/.exec(node.tag)
  if (heading)
    return [
      {
        kind: 'heading',
        level: Number(heading[1]),
        roles,
        id: typeof id === 'string' ? id : null,
        inlines: readInlines(node.children, PLAIN, true),
      },
    ]
  switch (node.tag) {
    case 'p':
    case 'figcaption':
      return [{ kind: 'paragraph', roles: [...roles, node.tag], inlines: readInlines(node.children, manner) }]
    case 'ul':
    case 'ol':
      return [{ kind: 'list', roles, ordered: node.tag === 'ol', items: readItems(node, roles) }]
    case 'dl':
      return [{ kind: 'terms', roles, pairs: readTerms(node.children) }]
    case 'table':
      return [readTable(node)]
    case 'summary':
      return []
    case 'svg': {
      const drawing = readDrawing(node)
      return drawing ? [{ kind: 'drawing', drawing }] : []
    }
    default: {
      const blocks = readBlocks(node.children)
      return roles.length || node.tag === 'figure'
        ? [{ kind: 'group', roles: [...roles, node.tag], blocks }]
        : blocks
    }
  }
}

/** A strip of boxes says by its hidden words what each box shows: on paper they describe the box. */
function readItems(list: Element, roles: readonly string[]): Block[][] {
  const items = list.children.filter((one): one is Element => typeof one !== 'string' && one.tag === 'li')
  if (!roles.includes('weeks')) return items.map((one) => readBlocks(one.children))
  return items.map((one) => {
    const alt = plainText(readInlines(one.children, PLAIN, true))
    const inlines = readInlines(one.children).map((part) => (isDrawing(part) ? { ...part, alt } : part))
    return [{ kind: 'paragraph', roles: [], inlines }]
  })
}

function readTerms(nodes: readonly Node[]): Extract<Block, { kind: 'terms' }>['pairs'] {
  const pairs: ReturnType<typeof readTerms> = []
  for (const node of nodes) {
    if (typeof node === 'string') continue
    if (node.tag === 'dt') {
      const { id } = node.attrs
      pairs.push({ id: typeof id === 'string' ? id : null, term: readInlines(node.children), blocks: [] })
    } else if (node.tag === 'dd') pairs.at(-1)?.blocks.push(...readBlocks(node.children))
    else pairs.push(...readTerms(node.children))
  }
  return pairs
}

const rowsOf = (nodes: readonly Node[], part: 'head' | 'body', inHead = false): Element[] =>
  nodes.flatMap((node) => {
    if (typeof node === 'string' || node.tag === 'caption') return []
    if (node.tag === 'tr') return inHead === (part === 'head') ? [node] : []
    return rowsOf(node.children, part, inHead || node.tag === 'thead')
  })

function readTable(node: Element): Table {
  const named = findElement(node.children, 'caption')
  const caption = named && !rolesOf(named).includes('vh') ? textOf(named.children) : ''
  const read = (row: Element, heard: boolean) =>
    row.children
      .filter((one): one is Element => typeof one !== 'string')
      .map((one): Cell => {
        const roles = rolesOf(one)
        return {
          head: one.tag === 'th',
          number: roles.includes('num'),
          main: one.tag === 'td' && (roles.includes('now') || roles.includes('main-num')),
          span: Number(one.attrs.colspan ?? 1),
          inlines: readInlines(one.children, PLAIN, heard),
        }
      })
  const [head] = rowsOf(node.children, 'head')
  return {
    kind: 'table',
    caption,
    roles: rolesOf(node),
    head: head ? read(head, true) : [],
    rows: rowsOf(node.children, 'body').map((row) => ({ roles: rolesOf(row), cells: read(row, false) })),
  }
}
