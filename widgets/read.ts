// The service's own HTML read into nodes by a list of what may be in it: nothing in it can run, under any policy.

const TAG =
  /^(section|header|footer|nav|h[1-6]|p|ul|li|div|span|b|a|br|img|details|summary|blockquote|time|button|svg|path)$/
const NOT = /^(on.*|style|srcdoc)$/
const ENTITY: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const plain = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ENTITY[name] ?? '')

/** `base` is put before addresses that are the service's own. */
export function read(html: string, base: string): DocumentFragment {
  const made = new DocumentFragment()
  const open: ParentNode[] = [made]
  for (const [, end, tag, rest, text] of html.matchAll(
    /<(\/?)([a-z][a-z\d]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/gi,
  )) {
    const inside = open.at(-1) as ParentNode
    if (text) inside.append(plain(text))
    else if (end) {
      if (open.length > 1) open.pop()
    } else {
      const known = TAG.test(tag as string) ? (tag as string) : 'span'
      const element = /^(svg|path)$/.test(known)
        ? document.createElementNS('http://www.w3.org/2000/svg', known)
        : document.createElement(known)
      for (const [, name, value = ''] of (rest as string).matchAll(/([\w-]+)(?:="([^"]*)")?/g))
        set(element, name as string, plain(value), base)
      inside.append(element)
      if (!/^(br|img)$/.test(known)) open.push(element)
    }
  }
  return made
}

function set(element: Element, name: string, value: string, base: string): void {
  if (NOT.test(name)) return
  if (name === 'srcset') value = value.replace(/(^|, )\//g, `$1${base}/`)
  if (name === 'href' || name === 'src') {
    if (value.startsWith('/')) value = base + value
    if (!/^(https?:|#)/.test(value)) return
  }
  element.setAttribute(name, value)
}
