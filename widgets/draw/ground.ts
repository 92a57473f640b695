// What drawing needs: a way to make elements, words, dates; the same in a browser and on the server, so it knows neither.
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

/** An icon of lucide (ISC), decorative: a word stands beside it. */
export function icon<N>(h: Draw<N>, d: string): N {
  return h('svg', { class: 'sw-i', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, h('path', { d }))
}

const formats: Record<string, Intl.DateTimeFormat> = {}

/** Dates are absolute, since the answer is kept: `19.11.`, `22.11.2026 klo 9.40`, or weekday and time of an event. */
export function date(answer: Answer, iso: string, style: 'short' | 'long' | 'day' | 'time'): string {
  const { lang, time_zone: timeZone } = answer.wall
  const en = lang === 'en'
  const format = (formats[lang + timeZone] ??= new Intl.DateTimeFormat(en ? 'en-GB' : lang, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: en ? 'short' : 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  }))
  const part: Record<string, string> = {}
  for (const { type, value } of format.formatToParts(new Date(iso))) part[type] = value
  const short = en ? `${part.day}\u00a0${part.month}` : `${part.day}.${part.month}.`
  const hour = Number(part.hour)
  const time = en ? `${hour}:${part.minute}` : `${hour}${part.minute === '00' ? '' : `.${part.minute}`}`
  if (style === 'short') return short
  if (style === 'time') return time
  if (style === 'day') return lang === 'fi' ? `${part.weekday}na` : (part.weekday ?? '')
  const at = { fi: 'klo\u00a0', sv: 'kl.\u00a0', en: '' }[lang] ?? ''
  return `${short}${en ? '\u00a0' : ''}${part.year} ${at}${en ? time : `${hour}.${part.minute}`}`
}
