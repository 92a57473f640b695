// Forgiving XML: whatever a feed's document says, well-formed or not, as a tree of elements.
import { Parser } from 'htmlparser2'
import type { Element } from './elements.ts'
import { nameOf, type Scope, scopeOf } from './names.ts'

const DEEPEST = 300
const MOST = 200_000
/** HTML has no more names for signs than this. */
const NAMES = 2500

type Open = { element: Element; scope: Scope; closed: boolean }

const stories = new Set(['item', 'entry'])
// Elements that hold words or a date, and never each other: one that is still open has lost its end.
const lines = new Set([
  'title',
  'link',
  'guid',
  'pubdate',
  'id',
  'published',
  'updated',
  'category',
  'dc:date',
])
const after = new Set([
  ...stories,
  ...lines,
  'description',
  'summary',
  'content',
  'content:encoded',
  'enclosure',
])

/** The tree of a document fetched at `address`. Throws RangeError when there is too much of it. */
export function readTree(text: string, address: string): Element {
  const top: Element = element('', new Map())
  const open: Open[] = [{ element: top, scope: new Map(), closed: false }]
  // The vocabulary that needs no prefix: the root's own.
  let core: Set<string> | undefined
  let count = 0
  let ending = false

  const current = () => open.findLast((one) => !one.closed) ?? (open[0] as Open)

  function more(): void {
    if (++count > MOST) throw tooMuch()
  }

  function start(raw: string, given: Record<string, string>): void {
    if (open.length > DEEPEST) throw tooMuch()
    const attributes = new Map(Object.entries(given).map(([name, value]) => [name, clean(value)]))
    const scope = scopeOf(attributes, open.at(-1)?.scope ?? new Map())
    const { space, local } = nameOf(raw, scope)
    core ??= coreOf(space, local)
    const name = !core || core.has(space) ? local : `${space}:${local}`
    closeForgotten(name)
    const parent = current().element
    const made = element(name, attributes)
    const base = attributes.get('xml:base')?.trim()
    made.base = base ? (webBase(base, parent.base ?? address) ?? parent.base) : parent.base
    made.lang = attributes.get('xml:lang') ?? parent.lang
    parent.children.push(made)
    open.push({ element: made, scope, closed: false })
  }

  function closeForgotten(name: string): void {
    const story = stories.has(name)
      ? open.findIndex((one) => !one.closed && stories.has(one.element.name))
      : -1
    const line = after.has(name) && lines.has(current().element.name) ? open.lastIndexOf(current()) : -1
    const from = story > 0 ? story : line
    if (from > 0) for (const one of open.slice(from)) one.closed = true
  }

  const parser = new Parser(
    {
      onopentag: start,
      onclosetag() {
        const last = open.pop()
        if (last && !last.closed) last.element.cut = ending
      },
      onopentagname: more,
      onattribute: more,
      ontext(data) {
        const { children } = current().element
        const last = children.at(-1)
        if (typeof last === 'string') children[children.length - 1] = last + clean(data)
        else children.push(clean(data))
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.write(withNamedSigns(text))
  ending = true
  parser.end()
  return top
}

const tooMuch = () => new RangeError('more elements than a feed has')

function element(name: string, attributes: ReadonlyMap<string, string>): Element {
  return { name, attributes, children: [], base: undefined, lang: undefined, cut: false }
}

/** Undefined until the root of a feed has come. */
function coreOf(space: string, local: string): Set<string> | undefined {
  if (local === 'rss' || local === 'channel') return new Set(['', 'rss', space])
  if (local === 'rdf') return new Set(['', 'rss'])
  if (local === 'feed') return new Set(['', 'atom', space])
  return undefined
}

function webBase(base: string, outer: string): string | undefined {
  const url = URL.canParse(base, outer) ? new URL(base, outer).href : ''
  return /^https?:/.test(url) ? url : undefined
}

const windows = new TextDecoder('windows-1252')

// Control characters go; those of the second row are what is left of Windows quotes and dashes.
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is where they are taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, (sign) => {
    const code = sign.charCodeAt(0)
    return code >= 0x80 && code <= 0x9f
      ? windows.decode(Uint8Array.of(code)).replace(/[\u0080-\u009f]/, '')
      : ''
  })
}

// HTML's names for signs mean nothing in XML, but feeds use them all the same.
function withNamedSigns(text: string): string {
  // XML's own stay, also in HTML's capitals: what they stand for is no markup.
  const own = ['amp', 'lt', 'gt', 'quot', 'apos', 'AMP', 'LT', 'GT', 'QUOT']
  const known = new Map(own.map((name) => [name, `&${name.toLowerCase()};`]))
  return text.replace(/&([a-z][a-z0-9]{1,31});/gi, (whole, name: string) => {
    const before = known.get(name)
    if (before !== undefined || known.size > NAMES) return before ?? whole
    let sign = ''
    const parser = new Parser({ ontext: (data) => (sign += data) })
    parser.end(whole)
    known.set(name, sign)
    return sign
  })
}
