// The page's components called until only elements and text are left: what they say, before any format says it.
import { type Child, isValidElement } from 'hono/jsx'

export type Element = { tag: string; attrs: Record<string, unknown>; children: Node[] }
export type Node = Element | string

/** The elements and texts of a node; components are pure functions, so they are simply called. */
export function unfold(node: unknown): Node[] {
  if (node === null || node === undefined || typeof node === 'boolean') return []
  if (Array.isArray(node)) return node.flatMap(unfold)
  if (!isValidElement(node)) return [String(node)]
  const { tag, props, children } = node
  // hono tells what stands inside an svg by a context around its children; a context adds nothing to what is said.
  if (tag === '' || (typeof tag === 'function' && 'Provider' in tag)) return unfold(children)
  if (typeof tag === 'function') {
    const inside = children.length > 1 ? children : children[0]
    return unfold((tag as (props: unknown) => Child)({ ...props, children: inside }))
  }
  const { children: _, ...attrs } = props
  return [{ tag, attrs, children: unfold(children) }]
}

export const rolesOf = (element: Element): string[] =>
  typeof element.attrs.class === 'string' ? element.attrs.class.split(/\s+/).filter(Boolean) : []

export const textOf = (nodes: readonly Node[]): string =>
  nodes.map((one) => (typeof one === 'string' ? one : textOf(one.children))).join('')

export function findElement(nodes: readonly Node[], tag: string): Element | undefined {
  for (const one of nodes) {
    if (typeof one === 'string') continue
    const found = one.tag === tag ? one : findElement(one.children, tag)
    if (found) return found
  }
  return undefined
}
