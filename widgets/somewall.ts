// The wall as an element: attributes in, events out; what stands inside it stays until the posts are there.
import { watchView } from './count.ts'
import { read } from './read.ts'
import { share } from './share.ts'
import { sheetOf } from './style.ts'
import css from './wall.css'

const MINUTE = 60_000
const sheet = sheetOf(css)

export type Screen = typeof import('./screen.ts')
export type ScreenWall = {
  root: ShadowRoot
  /** The wall as it is now; throws while the service is away. */
  fetchNew: () => Promise<DocumentFragment>
  stream: string
  signal: AbortSignal
}

/**
 * Shows the wall in `host` (the element, or a plain div); `attribute` gives a setting by name: src, place, wall,
 * layout, limit, lang, heading-level, theme, and family, channel and language to begin with. Answers with how to stop.
 */
export function mount(host: HTMLElement, attribute: (name: string) => string | null): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const setting = (name: string) => attribute(name) ?? ''
  const path = `${encodeURIComponent(setting('place'))}/${encodeURIComponent(setting('wall'))}`
  const chosen: Record<string, string> = {}
  for (const name of ['family', 'channel', 'language']) chosen[name] = setting(name)
  const near = host.parentElement?.closest('[lang]')?.getAttribute('lang')?.slice(0, 2) ?? ''
  const language = setting('lang') || (/^(fi|sv|en)$/.test(near) ? near : '')
  let base = ''
  /** What is on the wall, as it came. */
  let shown = ''
  let newer: (() => HTMLElement | undefined) | undefined
  /** More has been added below the first page, which a question for that page does not tell of. */
  let longer = false
  let asked = 0

  const tell = (name: string, detail?: unknown) =>
    host.dispatchEvent(new CustomEvent(`somewall:${name}`, { bubbles: true, composed: true, detail }))
  const count = (event: string, more = {}) => {
    tell('count', { event, ...more })
    const body = JSON.stringify({ place: setting('place'), wall: setting('wall'), event, ...more })
    navigator.sendBeacon(`${base}/api/v1/counts`, body)
  }
  /** What is asked of the wall, as a query: what was chosen, then how it is to be drawn. */
  const question = (...drawn: [name: string, value: string][]) => {
    const all = [...Object.entries(chosen), ['lang', language], ...drawn]
    return String(new URLSearchParams(all.filter(([, value]) => value) as [string, string][]))
  }
  const ask = async (cache: RequestCache = 'default', cursor = ''): Promise<string> => {
    asked = Date.now()
    const query = question(
      ['element', '1'],
      ['cursor', cursor],
      ['heading', setting('heading-level')],
      ...['layout', 'limit', 'theme'].map((name): [string, string] => [name, setting(name)]),
    )
    const answer = await fetch(`${base}/fragment/${path}?${query}`, { signal, cache, credentials: 'omit' })
    const text = await answer.text()
    // What the embed does wrong is told in the answer; a service in trouble has nothing to say to a visitor.
    if (!answer.ok) throw answer.status < 429 ? text : answer.status
    return text
  }
  const find = (selector: string) => host.shadowRoot?.querySelector<HTMLElement>(selector)
  const posts = (root: ParentNode | null) => [...(root?.querySelectorAll<HTMLElement>('[data-post]') ?? [])]
  const announce = (name: 'added' | 'failed' | 'copied', n = 0): string => {
    const status = find('.sw-end [role=status]')
    const said = (status?.dataset[name] ?? '').replace('{n}', String(n))
    if (status) status.textContent = said
    return said
  }
  const failed = (error: unknown) => {
    if (signal.aborted) return
    tell('error', error)
    if (shown) return void announce('failed')
    try {
      // Said where the page's webmaster sees it, below what stands inside.
      const { detail } = JSON.parse(String(error))
      if (!detail) throw error
      const sentence = document.createElement('p')
      sentence.textContent = detail
      shadow().replaceChildren(document.createElement('slot'), sentence)
    } catch {
      // The service is away: what stands inside is enough until it is back.
      setTimeout(() => signal.aborted || void show(), MINUTE)
    }
  }
  const shadow = () => host.shadowRoot ?? host.attachShadow({ mode: 'open' })

  const put = (text: string, made = read(text, base)) => {
    const first = !shown
    // Out of sight, pictures of what stands inside would be chosen anew by another size, and fetched again.
    if (first) for (const one of host.querySelectorAll('img')) one.sizes = `${one.width}px`
    const root = shadow()
    root.replaceChildren(made)
    shown = text
    newer = undefined
    longer = false
    find('[data-sw=share]')?.removeAttribute('hidden')
    if (first) begin(root)
    tell('ready', { posts: posts(root).length })
  }
  const show = async () => {
    try {
      base ||= new URL(setting('src') || '.', document.baseURI).href.replace(/\/$/, '')
      const text = await ask()
      // Somebody is reading or typing inside the fallback: it is not pulled away under them.
      while (host.contains(document.activeElement) && !host.shadowRoot) await left(host, signal)
      put(text)
    } catch (error) {
      failed(error)
    }
  }

  const begin = (root: ShadowRoot) => {
    root.adoptedStyleSheets = [sheet]
    root.addEventListener('click', (event) => void choose(event), { signal })
    watchView(host, () => count('view'), signal)
    if (setting('layout') === 'screen') return void turnToScreen(root).catch(failed)
    const timer = setInterval(() => void look(), MINUTE)
    signal.addEventListener('abort', () => clearInterval(timer))
    document.addEventListener('visibilitychange', () => Date.now() - asked > MINUTE && void look(), {
      signal,
    })
  }
  const turnToScreen = async (root: ShadowRoot) => {
    const { start }: Screen = await import(`${base}/widgets/screen.js`)
    start({
      ...{ root, signal, stream: `${base}/api/v1/walls/${path}/stream?${question()}` },
      fetchNew: async () => read(await ask('no-cache'), base),
    })
  }

  /** Asks again; what has come meanwhile waits behind a button, so that nothing moves that somebody reads. */
  const look = async () => {
    if (document.hidden) return
    const before = shown
    const text = await ask('no-cache').catch(() => '')
    if (!text || before !== shown || signal.aborted) return
    const made = read(text, base)
    if (text !== shown && host.getBoundingClientRect().top > innerHeight) return put(text, made)
    if (text !== shown || longer) await blankGone().catch(() => {})
    if (before !== shown || signal.aborted) return
    const have = new Set(posts(host.shadowRoot).map((post) => post.dataset.post))
    const now = posts(made)
    // Below the last one that is known stands only what others have made room for.
    const known = now.findLastIndex((post) => have.has(post.dataset.post))
    const fresh = now.filter((post, at) => (at < known || known < 0) && !have.has(post.dataset.post))
    offer(fresh, () => put(text, made))
  }
  const offer = (fresh: HTMLElement[], take: () => void) => {
    const place = find('.sw-newer')
    if (!place) return
    newer = () => {
      take()
      return fresh[0]
    }
    const button = place.querySelector('button') ?? document.createElement('button')
    button.className = 'sw-button sw-first'
    button.dataset.sw = 'newer'
    const { one = '', many = '' } = place.dataset
    const said = fresh.length > 1 ? many.replace('{n}', String(fresh.length)) : one
    // What says the same stays the same: it is heard once, and keeps its focus.
    if (button.textContent !== said) button.textContent = said
    if (!fresh.length) button.remove()
    else if (!button.isConnected) place.append(button)
  }
  /** What may no longer be shown goes at once and leaves its room behind, so that nothing else moves. */
  const blankGone = async () => {
    const all = posts(host.shadowRoot)
    while (all.length) {
      const some = all.splice(0, 100)
      const ids = some.map((post) => post.dataset.post)
      const answer = await fetch(`${base}/api/v1/walls/${path}/still?ids=${ids}`, {
        ...{ signal, credentials: 'omit' },
      })
      const { shown } = await answer.json()
      for (const post of some) {
        const may = shown[post.dataset.post ?? '']
        // A link tells nothing that its post being whole again would take away.
        if (may !== 'whole' && !(may && post.querySelector('.sw-quiet'))) blank(post)
      }
    }
  }
  const blank = (post: HTMLElement) => {
    const card = post.querySelector<HTMLElement>('.sw-card')
    const held = card?.contains(host.shadowRoot?.activeElement ?? null)
    post.style.minHeight = `${post.getBoundingClientRect().height}px`
    post.removeAttribute('data-post')
    const words = document.createElement('p')
    words.className = 'sw-quiet sw-body'
    words.textContent = find('.sw-newer')?.dataset.gone ?? ''
    card?.replaceChildren(words)
    card?.removeAttribute('aria-labelledby')
    if (held) card?.focus({ preventScroll: true })
  }

  const choose = async (event: Event) => {
    const link = (event.target as Element).closest<HTMLElement>('[data-sw]')
    if (!link) return
    const { sw, id = '', to } = link.dataset
    if (sw === 'click') return count('click', { post: id })
    if (sw === 'channel') return count('channel', { channel: id })
    if (sw === 'action') return count('action', { action: id })
    event.preventDefault()
    if (sw === 'skip') find('.sw-end')?.focus()
    if (sw === 'share') void share(link as HTMLAnchorElement, count, announce)
    if (sw === 'newer') focusOn(newer?.())
    try {
      if (sw === 'more') await add(link, id)
      if (sw === 'choose') {
        const before = { ...chosen }
        for (const [name, value] of new URLSearchParams(to)) chosen[name] = value
        put(
          await ask().catch((error) => {
            Object.assign(chosen, before)
            throw error
          }),
        )
        const again = find(`[data-to="${to}"]`)
        again?.closest('details')?.setAttribute('open', '')
        ;(again ?? find('.sw-end'))?.focus()
      }
    } catch (error) {
      failed(error)
    }
  }
  const add = async (link: HTMLElement, cursor: string) => {
    const made = read(await ask('default', cursor), base)
    const have = new Set(posts(host.shadowRoot).map((post) => post.dataset.post))
    const added = posts(made).filter((post) => !have.has(post.dataset.post))
    find('.sw-new')?.append(...added)
    longer = true
    link.parentElement?.replaceChildren(...(made.querySelector('.sw-next')?.childNodes ?? []))
    focusOn(added[0])
    announce('added', added.length)
  }
  const focusOn = (post: HTMLElement | undefined) => post?.querySelector<HTMLElement>('.sw-card')?.focus()

  void show()
  return () => stop.abort()
}

const left = (host: HTMLElement, signal: AbortSignal) =>
  new Promise<void>((done) =>
    host.addEventListener('focusout', () => setTimeout(done), { once: true, signal }),
  )
