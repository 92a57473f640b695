// A public screen: the next story takes the big place once a minute, what is new comes by itself, what is hidden goes.
import css from './screen.css'
import type { ScreenWall } from './somewall.ts'
import { sheetOf } from './style.ts'

const TURN = 60_000
const AGAIN = 30_000
const SOON = 300
/** A quiet stream may also be a deaf one. */
const ANYWAY = 600_000

export function start({ root, fetchNew, stream, signal }: ScreenWall): void {
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetOf(css)]
  let still = false
  const row = () => root.querySelector('ul.sw-turns')
  const button = () => root.querySelector<HTMLButtonElement>('[data-sw=turn]')
  const stories = (under: ParentNode) => [...under.querySelectorAll<HTMLElement>('[data-post]')]

  const turn = () => {
    const [first] = row()?.children ?? []
    if (first && !still) row()?.append(first)
  }
  const label = () => {
    const found = button()
    if (!found) return
    found.hidden = false
    found.dataset.stop ??= found.textContent ?? ''
    found.textContent = (still ? found.dataset.go : found.dataset.stop) ?? ''
  }

  /** Nothing is changed while the service is away: a screen in a lobby must not turn blank with it. */
  const renew = async () => {
    const made = await fetchNew().catch(() => undefined)
    if (!made || signal.aborted) return
    const focused = root.activeElement === button()
    const current = stories(root)[0]?.dataset.post
    // The story that people are reading stays where it is, unless it has gone.
    const all = stories(made)
    const at = all.findIndex((one) => one.dataset.post === current)
    made.querySelector('ul.sw-turns')?.append(...all.slice(0, Math.max(0, at)))
    root.replaceChildren(made)
    label()
    if (focused) button()?.focus()
  }

  // News often come together.
  let waiting: ReturnType<typeof setTimeout> | undefined
  const renewSoon = () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void renew(), SOON)
  }

  const follow = () => {
    const events = new EventSource(stream)
    let lost = false
    events.addEventListener('post', renewSoon)
    events.addEventListener('gone', ({ data }) => {
      const { id } = JSON.parse(data)
      for (const one of stories(root)) if (one.dataset.post === id) one.remove()
      renewSoon()
    })
    events.addEventListener('open', () => {
      if (lost) renewSoon()
      lost = false
    })
    events.addEventListener('error', () => {
      lost = true
      // A browser tries again by itself, but for an answer that is no stream.
      if (events.readyState === EventSource.CLOSED) setTimeout(() => !signal.aborted && follow(), AGAIN)
    })
    signal.addEventListener('abort', () => events.close())
  }

  root.addEventListener(
    'click',
    (event) => {
      if (!(event.target as Element).closest('[data-sw=turn]')) return
      still = !still
      label()
    },
    { signal },
  )
  const timers = [setInterval(turn, TURN), setInterval(() => void renew(), ANYWAY)]
  signal.addEventListener('abort', () => timers.forEach(clearInterval))
  label()
  follow()
}
