// What every part of a drawn wall needs: how it is wanted, its words and dates, and the few pieces that all share.
import type { Child } from 'hono/jsx'
import { type Key, type Language, t, type Values } from '../../../config/i18n.ts'
import type { DrawnQuery, WallAnswer } from '../contract.ts'

/** What a visitor may narrow a wall down to. */
export type Chosen = Pick<DrawnQuery, 'family' | 'channel' | 'language'>

export type View = {
  answer: WallAnswer
  language: Language
  /** Where the service is, before addresses of its own; empty on its own pages. */
  base: string
  /** Level of the wall's heading; 0 leaves it out. */
  level: number
  layout: NonNullable<DrawnQuery['layout']>
  theme: DrawnQuery['theme']
  chosen: Chosen
  /** Milliseconds: how old a stale wall is. */
  now: number
  /** An address that works without script: this wall, chosen otherwise. */
  href: (change: Record<string, string | undefined>) => string
  /** The wall's page in full, for whoever carries it away. */
  address: string
}

export type Saying = Extract<Key, `say.${string}`> extends `say.${infer Name}` ? Name : never

export function say({ language }: View, name: Saying, values: Values = {}): string {
  return t(language, `say.${name}`, values)
}

/** What stands in ids, so that two walls on one page do not share any. */
export const idOf = ({ answer }: View, part = '') => `sw-${answer.wall.id}${part && `-${part}`}`

/** What the posts on top are about: the leading families that they belong to, by name. */
export function leading({ answer: { wall, lead } }: View): string {
  const leads = (id: string) => wall.lead.includes(id) && lead.some((post) => post.families.includes(id))
  const names = wall.families.filter((one) => leads(one.id)).map((one) => one.label)
  return names.join(' · ')
}

/** Below the wall's own heading; without one the host's is taken to be the second. */
export const levelUnder = ({ level }: View) => (level || 2) + 1

type HeadingProps = { level: number; id?: string; class?: string; children: Child }

export function Heading({ level, class: more = '', ...props }: HeadingProps) {
  const Tag = `h${level}` as 'h2'
  return <Tag class={`sw-h ${more}`.trim()} {...props} />
}

/** An icon in the manner of lucide (ISC), decorative: a word stands beside it. */
export function Icon({ d }: { d: string }) {
  return (
    <svg class="sw-i" viewBox="0 0 24 24" aria-hidden="true">
      <path d={d} />
    </svg>
  )
}

/**
 * A moment in the wall's words. Dates are absolute, since the answer is kept: short `19.11.`, long
 * `19.11.2026 klo 9.40` (`near` is as much of it as a reader needs this year, `rest` what it has beside that), and for
 * an event its day `tiistaina`, its time `klo 17.30` and the hour alone.
 */
export function dateOf(view: View, iso: string) {
  const en = view.language === 'en'
  const format = formatOf(en ? 'en-GB' : view.language, view.answer.wall.time_zone)
  const partsOf = (at: string | number) =>
    Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
  const { day, month, year, hour, minute } = partsOf(iso)
  const weekday = weekdayOf(view).format(new Date(iso))
  // Swedish would write 09.11., but not in Finland.
  const short = en ? `${day}\u00a0${month}` : `${Number(day)}.${Number(month)}.`
  const bare = en ? `${hour}:${minute}` : `${Number(hour)}.${minute}`
  const time = say(view, 'clock', { time: bare })
  const dated = `${short}${en ? '\u00a0' : ''}${year}`
  const near = year === partsOf(view.now).year ? short : dated
  const long = `${dated} ${time}`
  const rest = long.slice(near.length)
  return { short, near, rest, long, day: say(view, 'on-day', { day: weekday }), time, bare }
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** By itself: beside a date, Finnish would bend it already. */
const weekdayOf = ({ language, answer }: View) =>
  formatOf(language, answer.wall.time_zone, { weekday: 'long' })

function formatOf(
  locale: string,
  timeZone: string,
  parts: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: locale === 'en-GB' ? 'short' : 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  },
): Intl.DateTimeFormat {
  const name = `${locale} ${timeZone} ${Object.keys(parts)}`
  const made = formats.get(name) ?? new Intl.DateTimeFormat(locale, { timeZone, ...parts })
  formats.set(name, made)
  return made
}
