// Elements of a feed's tree, and what is read from them: words, HTML, addresses.

export type Element = {
  /** `title` for the feed's own vocabulary, `dc:title` for any other. */
  name: string
  attributes: ReadonlyMap<string, string>
  children: (Element | string)[]
  /** The whole address that xml:base, here or further out, gives to relative ones; undefined when none does. */
  base: string | undefined
  lang: string | undefined
  /** The document ended inside. */
  cut: boolean
}

export function childrenOf(of: Element, name: string): Element[] {
  return of.children.filter((one) => typeof one !== 'string' && one.name === name) as Element[]
}

/** The first element of the first of these names that is not empty. */
export function first(of: Element, ...names: string[]): Element | undefined {
  for (const name of names) {
    const found = childrenOf(of, name).find((one) => hasElements(one) || textOf(one))
    if (found) return found
  }
  return undefined
}

/** The words of an element and all that is in it. */
export function textOf(of: Element | undefined): string {
  const all = (one: Element | string): string =>
    typeof one === 'string' ? one : one.children.map(all).join('')
  return of ? all(of).trim() : ''
}

/** An element's content as HTML: escaped markup as it stands, elements written out with whole addresses. */
export function htmlOf(of: Element): string {
  return hasElements(of) ? of.children.map(written).join('') : textOf(of)
}

export function hasElements(of: Element): boolean {
  return of.children.some((one) => typeof one !== 'string')
}

const empty = new Set(['br', 'hr', 'img'])

function written(one: Element | string): string {
  if (typeof one === 'string') return escaped(one)
  const tag = one.name.slice(one.name.indexOf(':') + 1)
  const attributes = [...one.attributes].map(([name, value]) => {
    const link = (name === 'href' || name === 'src') && one.base
    return ` ${name}="${escaped(link ? whole(value, link) : value)}"`
  })
  return `<${tag}${attributes.join('')}>${empty.has(tag) ? '' : `${one.children.map(written).join('')}</${tag}>`}`
}

/** An address as the element means it: whole where xml:base says against what, else as written. */
export function addressIn(of: Element, address: string | undefined): string | undefined {
  return address && of.base ? whole(address, of.base) : address
}

function whole(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
