// The page's SVG as pictures of a fixed size, which every program draws alike.
import type { Drawing } from './document.ts'
import { type Element, findElement, type Node, rolesOf, textOf } from './tree.ts'

/** Pixels: a chart that takes the width of its column on the page is drawn so wide on paper, or half of it. */
const WIDTH = 640
const HALF = 305

const escapeXml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)

/** A text with a halo is written twice, halo first: not every program knows the order in which SVG paints. */
function write(node: Node, halo = false): string {
  if (typeof node === 'string') return escapeXml(node)
  const { tag, attrs, children } = node
  if (tag === 'title' || tag === 'desc') return ''
  const ringed = halo || attrs['paint-order'] === 'stroke'
  const inside = children.map((one) => write(one, ringed)).join('')
  const wrap = (more: Element['attrs']) => {
    const said = Object.entries({ ...attrs, ...more })
      .filter(([name, value]) => value != null && !isForTheScreen(name))
      .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    return `<${tag}${said.join('')}>${inside}</${tag}>`
  }
  return tag === 'text' && ringed ? wrap({}) + wrap({ stroke: 'none' }) : wrap({})
}

const isForTheScreen = (name: string) =>
  ['class', 'role', 'focusable', 'paint-order'].includes(name) || name.startsWith('aria-')

/** Null for what is no more than an ornament of the screen. */
export function readDrawing(svg: Element): Drawing | null {
  const size = (name: string) => {
    const value = svg.attrs[name]
    return typeof value === 'number' || /^\d+$/.test(String(value)) ? Number(value) : null
  }
  const height = size('height')
  if (height === null) return null
  const width = size('width') ?? (rolesOf(svg).includes('half') ? HALF : WIDTH)
  const title = textOf(findElement(svg.children, 'title')?.children ?? [])
  const desc = textOf(findElement(svg.children, 'desc')?.children ?? [])
  const attrs = {
    viewBox: `0 0 ${width} ${height}`,
    ...svg.attrs,
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
  }
  return {
    svg: write({ ...svg, attrs }),
    width,
    height,
    alt: [title, desc].filter(Boolean).join('. '),
  }
}
