// The service's own HTML (p, br, a) read back into nodes: text stays text, so nothing in it can run.
import type { Child, Draw } from './ground.ts'

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const plain = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => signs[name] ?? '')

export function rich<N>(h: Draw<N>, html: string): N[] {
  const open: Child<N>[][] = [[]]
  let address = ''
  for (const [, end, tag, href, text] of html.matchAll(/<(\/?)(p|br|a)(?: href="([^"]*)"[^>]*)?>|([^<]+)/g)) {
    const inside = open.at(-1) as Child<N>[]
    if (text) inside.push(plain(text))
    else if (tag === 'br') inside.push(h('br', null))
    else if (!end) {
      open.push([])
      if (href) address = plain(href)
    } else if (open.length > 1) {
      open.pop()
      const safe = tag === 'a' && /^https?:\/\//.test(address)
      const props = safe ? { href: address, rel: 'nofollow noopener noreferrer ugc' } : null
      ;(open.at(-1) as Child<N>[]).push(h(tag as string, props, ...inside))
    }
  }
  return open[0] as N[]
}
