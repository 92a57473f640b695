// What drawing needs: a way to make elements, words, dates; used in a browser and on the server, so it knows neither.
import type { PublicPost, WallAnswer } from '../../services/api/contract.ts'

export type Child<N> = N | string | null | undefined | false
export type Props = Record<string, string | number | boolean | null | undefined>
/** Makes an element: DOM nodes in the element, escaped HTML on the server. */
export type Draw<N> = (tag: string, props: Props | null, ...children: Child<N>[]) => N

export type View = {
  words: Record<string, string>
  /** Where the service is, for pictures and links of its own. */
  base: string
  /** Level of the wall's heading; 0 leaves it out. */
  level: number
  list: boolean
  /** The family that is being looked at. */
  family: string | undefined
  /** Milliseconds: how old a stale wall is. */
  now: number
  /** Addresses that work without script: the next page, and a family alone. */
  href: (query: Record<string, string>) => string
}
export type Answer = WallAnswer
export type Post = PublicPost

/** A word with its values. */
export function say(view: View, key: string, values: Record<string, string | number> = {}): string {
  return (view.words[key] ?? '').replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
}

/** A heading of the wall; a host page may need it deeper, never shallower than it asks for. */
export function heading<N>(h: Draw<N>, level: number, text: string, props: Props = {}): N {
  return h(`h${level}`, { ...props, class: `sw-h ${props.class ?? ''}` }, text)
}

/** An icon in the manner of lucide (ISC), decorative: a word stands beside it. */
export function icon<N>(h: Draw<N>, d: string): N {
  return h('svg', { class: 'sw-i', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, h('path', { d }))
}

const formats: Record<string, Intl.DateTimeFormat> = {}

/**
 * A moment in the wall's words. Dates are absolute, since the answer is kept: short `19.11.`, long
 * `22.11.2026 klo 9.40`, and for an event its day `tiistaina` and time `klo 17.30`.
 */
export function date({ wall }: Answer, view: View, iso: string) {
  const { lang, time_zone: timeZone } = wall
  const en = lang === 'en'
  const name = lang + timeZone
  formats[name] ??= new Intl.DateTimeFormat(en ? 'en-GB' : lang, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: en ? 'short' : 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const part: Record<string, string> = {}
  for (const { type, value } of formats[name].formatToParts(new Date(iso))) part[type] = value
  const { day, month, year, hour, minute, weekday = '' } = part
  const short = en ? `${day}\u00a0${month}` : `${day}.${month}.`
  const bare = en ? `${hour}:${minute}` : `${Number(hour)}.${minute}`
  const time = say(view, 'clock', { time: bare })
  return {
    short,
    time,
    bare,
    day: say(view, 'on-day', { day: weekday }),
    long: `${short}${en ? '\u00a0' : ''}${year} ${time}`,
  }
}
