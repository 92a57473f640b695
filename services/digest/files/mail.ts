// Page one of a digest as a mail: the same conclusions, decisions and key figures, as text and as simple HTML.
import {
  type Block,
  type Cell,
  type Document,
  type Inline,
  isDrawing,
  plainText,
  type Table,
} from './document.ts'

/** What stands around page one: a greeting above, and links below. */
export type Around = {
  subject: string
  above: string[]
  below: { text: string; href?: string }[]
}

const front = (document: Document): Block[] =>
  document.sections.find((one) => one.id === 'summary')?.blocks ?? []

export function writeMailText(document: Document, { subject, above, below }: Around): string {
  const parts = [
    subject,
    ...above,
    ...textOf(front(document)),
    ...below.map(({ text, href }) => (href ? `${text}\n${href}` : text)),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

/** Page one as plain text, for what is written on from it. */
export const frontText = (document: Document): string => textOf(front(document)).filter(Boolean).join('\n\n')

const textOf = (blocks: readonly Block[]): string[] => blocks.flatMap(blockText)

function blockText(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [plainText(block.inlines).toUpperCase()]
    case 'paragraph':
      return [plainText(block.inlines.filter(leadsOut)).trim()]
    case 'list':
      return [
        block.items
          .map((item, nth) => `${block.ordered ? `${nth + 1}.` : '-'} ${textOf(item).join('\n   ')}`)
          .join('\n'),
      ]
    case 'table':
      return [[...(block.caption ? [block.caption] : []), ...rowsOf(block)].join('\n')]
    case 'group':
      return textOf(block.blocks)
    case 'terms':
      return block.pairs.map((pair) => `${plainText(pair.term)}: ${textOf(pair.blocks).join(' ')}`)
    case 'drawing':
      return []
  }
}

/** A row as a line: `Julkaisut: 302; vuosi sitten 228; …`, so that it needs no columns. */
function rowsOf(table: Table): string[] {
  return table.rows.map(({ cells }) => {
    const [first, ...rest] = cells
    const said = rest.flatMap((cell, nth) => {
      const words = firstLine(cell.inlines)
      const label = cells.length === table.head.length ? plainText(table.head[nth + 1]?.inlines ?? []) : ''
      if (!words) return []
      // What the value itself is marked with, as that it is partial, goes along.
      if (nth === 0 && cell.number) return [[words, ...marksOf(cell.inlines)].join(', ')]
      return [cell.number && nth > 0 ? `${label.toLowerCase()} ${words}` : words]
    })
    return `- ${firstLine(first?.inlines ?? [])}: ${said.join('; ')}`
  })
}

/** The line of a cell without what stands smaller below it, and without ids. */
function firstLine(inlines: readonly Inline[]): string {
  const end = inlines.findIndex((one, nth) => nth > 0 && !isDrawing(one) && one.alone)
  return plainText(inlines.slice(0, end < 0 ? undefined : end).filter(leadsOut))
}

const marksOf = (inlines: readonly Inline[]): string[] =>
  inlines.slice(1).flatMap((one) => (!isDrawing(one) && one.alone ? plainText([one]).trim() : []))

/** False of what only leads to another part of the document, which is no part of a mail. */
const leadsOut = (one: Inline): boolean => isDrawing(one) || !one.href?.startsWith('#')

const FONT = "font-family:'Source Sans 3','Segoe UI',Arial,sans-serif;"
const SOFT = 'color:#465562;'
const HEADING = 'margin:20px 0 8px;font-size:18px;line-height:24px;font-weight:600;'
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)

/** Styles stand on the elements, since mail programs keep no others; no pictures, nothing from elsewhere. */
export function writeMailHtml(document: Document, { subject, above, below }: Around): string {
  const links = below.map(({ text, href }) =>
    p(
      href
        ? `<a href="${escapeHtml(href)}" style="color:#0b5876;">${escapeHtml(text)}</a>`
        : escapeHtml(text),
    ),
  )
  const title = escapeHtml(`${document.title}, ${document.period.toLowerCase()}`)
  return [
    `<!doctype html><html lang="${document.language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="color-scheme" content="light"><title>${escapeHtml(subject)}</title></head>`,
    '<body style="margin:0;padding:0;background:#f4f7f8;">',
    frame('', `<td align="center" style="padding:16px 8px;">`),
    frame(
      'max-width:600px;background:#ffffff;border-top:4px solid #0b5876;',
      `<td style="padding:24px;${FONT}font-size:16px;line-height:24px;color:#14212b;text-align:left;">`,
    ),
    `<h1 style="margin:0 0 16px;font-size:26px;line-height:32px;font-weight:600;">${title}</h1>`,
    ...above.map((text) => p(escapeHtml(text))),
    htmlOf(front(document)),
    ...links,
    '</td></tr></table></td></tr></table></body></html>',
  ].join('')
}

/** A table that only places things, since mail programs know nothing else. */
const frame = (style: string, cell: string) =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="${style}"><tr>${cell}`

const p = (inside: string, style = '') => `<p style="margin:0 0 12px;${style}">${inside}</p>`

const htmlOf = (blocks: readonly Block[]): string => blocks.map(blockHtml).join('')

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2 style="${HEADING}">${inlineHtml(block.inlines)}</h2>`
    case 'paragraph':
      return paragraphHtml(block)
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      const items = block.items.map((item) => `<li style="margin:0 0 12px;">${htmlOf(item)}</li>`)
      return `<${tag} style="margin:0 0 16px;padding:0 0 0 24px;">${items.join('')}</${tag}>`
    }
    case 'table':
      return tableHtml(block)
    case 'group':
      return htmlOf(block.blocks)
    case 'terms':
      return block.pairs
        .map((pair) => p(`<strong>${inlineHtml(pair.term)}</strong>`) + htmlOf(pair.blocks))
        .join('')
    case 'drawing':
      return ''
  }
}

function paragraphHtml({ roles, inlines }: Extract<Block, { kind: 'paragraph' }>): string {
  const strong = roles.includes('claim') || roles.includes('what')
  const soft = roles.some((role) => ['ev', 'who', 'sign', 'soft', 'note'].includes(role))
  return `<p style="margin:0 0 4px;${strong ? 'font-weight:600;' : ''}${soft ? SOFT : ''}">${inlineHtml(inlines)}</p>`
}

function inlineHtml(inlines: readonly Inline[]): string {
  return inlines
    .map((one, nth) => {
      if (isDrawing(one) || !leadsOut(one)) return ''
      const text = escapeHtml(one.text.replace(/[\u00ad\u200b]/g, ''))
      const style = [
        one.strong && !one.small && 'font-weight:600;',
        (one.soft || one.small) && SOFT,
        one.small && `font-size:14px;font-weight:${one.strong ? 600 : 400};`,
      ]
        .filter(Boolean)
        .join('')
      return `${one.alone && nth > 0 ? '<br>' : ''}${style ? `<span style="${style}">${text}</span>` : text}`
    })
    .join('')
}

/** Columns that hold nothing but drawings are left out; a phone shows the rest. */
function tableHtml(table: Table): string {
  const drawn = table.head.map((_, nth) =>
    table.rows.every(
      (row) => row.cells.length !== table.head.length || row.cells[nth]?.inlines.every(isDrawing),
    ),
  )
  const row = (cells: readonly Cell[], head: boolean) => {
    const kept = cells.length === table.head.length ? cells.filter((_, nth) => !drawn[nth]) : cells
    return `<tr>${kept.map((cell, nth) => cellHtml(cell, head, nth === 0)).join('')}</tr>`
  }
  return [
    '<table width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse;margin:0 0 16px;">',
    table.head.length ? row(table.head, true) : '',
    ...table.rows.map((one) => row(one.cells, false)),
    '</table>',
  ].join('')
}

function cellHtml(cell: Cell, head: boolean, first: boolean): string {
  const tag = head || cell.head ? 'th' : 'td'
  const scope = tag === 'th' ? ` scope="${head ? 'col' : 'row'}"` : ''
  const span = cell.span > 1 ? ` colspan="${cell.span}"` : ''
  const style = [
    `padding:6px ${first ? '0' : '0 6px 10px'};border-bottom:1px solid ${head ? '#14212b' : '#cfd8de'};${FONT}`,
    `font-weight:${tag === 'th' || cell.main ? 600 : 400};font-size:${head ? 14 : 15}px;line-height:20px;`,
    `vertical-align:top;text-align:${cell.number ? 'right' : 'left'};${head ? SOFT : ''}`,
  ].join('')
  return `<${tag}${scope}${span} style="${style}">${inlineHtml(cell.inlines)}</${tag}>`
}
