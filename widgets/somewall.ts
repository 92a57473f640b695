// The wall as an element: attributes in, events out; what stands inside it stays until the posts are there.
import type { WallAnswer } from '../services/api/contract.ts'
import { watchView } from './count.ts'
import { type Draw, say, type View } from './draw/ground.ts'
import { items, more, wall } from './draw/wall.ts'
import { sheet } from './style.ts'

/** Older than this, a wall that nobody is looking at is fetched anew when its page is looked at again. */
const FRESH = 300_000

const svg = new Set(['svg', 'path'])

const draw: Draw<Element> = (tag, props, ...children) => {
  const element = svg.has(tag)
    ? document.createElementNS('http://www.w3.org/2000/svg', tag)
    : document.createElement(tag)
  for (const [name, value] of Object.entries(props ?? {}))
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, String(value))
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false))
  return element
}

/**
 * Shows the wall in `host` (the element, or a plain div); `read` gives a setting by name: src, place, wall, lang,
 * limit, layout (grid or list), family, channel, heading (0 to 4). Answers with how to stop.
 */
export function mount(host: HTMLElement, read: (name: string) => string | null): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const base = new URL(read('src') || '.', document.baseURI).href.replace(/\/$/, '')
  const path = `${read('place')}/${read('wall')}`
  const language = read('lang') || host.closest('[lang]')?.getAttribute('lang') || ''
  const level = Number(read('heading') ?? 2)
  let answer: WallAnswer | undefined
  let view: View
  let family = read('family') ?? ''
  let fetchedAt = 0
  const tell = (name: string, detail?: unknown) =>
    host.dispatchEvent(new CustomEvent(`somewall:${name}`, { bubbles: true, composed: true, detail }))
  const count = (event: string, more = {}) => {
    tell('count', { event, ...more })
    const body = JSON.stringify({ place: read('place'), wall: read('wall'), event, ...more })
    navigator.sendBeacon(`${base}/api/v1/counts`, body)
  }
  const ask = async (more: Record<string, string> = {}): Promise<WallAnswer> => {
    const query = new URLSearchParams({ words: '1', ...more })
    for (const name of ['limit', 'channel']) if (read(name)) query.set(name, read(name) as string)
    if (family) query.set('family', family)
    if (language) query.set('lang', language)
    const response = await fetch(`${base}/api/v1/walls/${path}?${query}`, { signal, credentials: 'omit' })
    if (!response.ok) throw new Error(String(response.status))
    return response.json()
  }
  const find = (selector: string) => host.shadowRoot?.querySelector<HTMLElement>(selector)
  const announce = (text: string) => {
    const status = find('[role=status]')
    if (status) status.textContent = text
  }

  const show = async () => {
    try {
      answer = await ask()
      const { words = {} } = answer
      const list = read('layout') === 'list'
      const href = (query: Record<string, string>) => `${base}/walls/${path}?${new URLSearchParams(query)}`
      view = { words, base, level, list, family: family || undefined, now: Date.now(), href }
      const drawn = wall(draw, answer, view)
      // Somebody is reading or typing inside the fallback: it is not pulled away under them.
      while (host.contains(document.activeElement) && !host.shadowRoot) await once(host, 'focusout', signal)
      const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
      root.replaceChildren(drawn)
      if (!fetchedAt) begin(root)
      fetchedAt = Date.now()
      tell('ready', { posts: answer.lead.length + answer.posts.length })
    } catch (error) {
      if (!signal.aborted) tell('error', error)
    }
  }

  const begin = (root: ShadowRoot) => {
    root.adoptedStyleSheets = [sheet]
    root.addEventListener('click', (event) => void choose(event), { signal })
    watchView(host, () => count('view'), signal)
  }

  const choose = async (event: Event) => {
    const chosen = (event.target as Element).closest<HTMLElement>('[data-sw]')
    if (!chosen || !answer) return
    const { sw, id = '' } = chosen.dataset
    if (sw === 'click') return count('click', { post: id })
    if (sw === 'channel') return count('channel', { channel: id })
    if (sw === 'action') return count('action', { action: id })
    event.preventDefault()
    if (sw === 'skip') return find('.sw-end')?.focus()
    if (sw === 'family') {
      family = id
      await show()
      return find(`[data-sw=family][data-id="${id}"]`)?.focus()
    }
    try {
      const next = await ask({ cursor: id })
      const added = items(draw, answer, view, next.posts)
      find('.sw-new')?.append(...added)
      const link = more(draw, next, view)
      if (link) chosen.replaceWith(link)
      else chosen.remove()
      added[0]?.querySelector<HTMLElement>('.sw-card')?.focus()
      announce(say(view, 'added', { n: added.length }))
    } catch {
      announce(say(view, 'failed'))
    }
  }

  // What a person looks at never moves: the wall is made anew only as its page comes back into sight.
  document.addEventListener(
    'visibilitychange',
    () => {
      const reading = host.shadowRoot?.activeElement
      if (!document.hidden && !reading && Date.now() - fetchedAt > FRESH) void show()
    },
    { signal },
  )
  void show()
  return () => stop.abort()
}

const once = (host: HTMLElement, name: string, signal: AbortSignal) =>
  new Promise<void>((done) => host.addEventListener(name, () => setTimeout(done), { once: true, signal }))
