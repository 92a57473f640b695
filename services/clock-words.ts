// The clock in words, for the desk and for mail: when a round is, whose it is, and where its work is done.
import { formatDate, type Language, pick, t } from '../config/i18n.ts'
import type { Followed } from '../db/schema.ts'
import type { Answerer, ClockEntry } from './clock.ts'
import { quarterBefore } from './domain/clock.ts'
import { daysBetween } from './domain/quarter.ts'

/** "to 15.10.2026" */
export function dayWords(language: Language, day: string): string {
  const at = new Date(`${day}T12:00:00Z`)
  const weekday = new Intl.DateTimeFormat({ fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }[language], {
    weekday: 'short',
    timeZone: 'UTC',
  })
  return `${weekday.format(at)} ${formatDate(language, at, 'UTC')}`
}

/** "3 päivän päästä", "tänään", "2 päivää myöhässä" */
export function awayWords(language: Language, today: string, day: string): string {
  const n = daysBetween(today, day)
  if (n === 0) return t(language, 'clock.today')
  return n > 0 ? t(language, 'clock.ahead-by', { n }) : t(language, 'clock.late-by', { n: -n })
}

/** Whose it is; who stands in, and who is turned to when nobody holds the duty, is said aloud. */
export function answererWords(
  language: Language,
  { duty, ...who }: Answerer,
  main: Language | undefined,
): string {
  const name = duty ? pick(duty.label, language, main) : t(language, 'clock.nobody')
  if (who.by === 'holder') return `${name}: ${who.person.name}`
  if (who.by === 'deputy') return t(language, 'clock.by.deputy', { duty: name, who: who.person.name })
  return duty ? t(language, 'clock.by.editor', { duty: name }) : name
}

/** The page of the desk on which the round's work is done; undefined where the service has none. */
export function workPath({ item, planned }: Pick<ClockEntry, 'item' | 'planned'>): string | undefined {
  switch (item.work) {
    case null:
      // Of the usual year: the service has its page, but only people can tell that it is done.
      return item.id === 'channels' ? '/channels' : undefined
    case 'action':
    case 'audience':
    case 'card':
      return rowPath(item.work, item.id)
    case 'lift':
      return '/lift'
    case 'plan':
      return '/plan'
    case 'review':
      return `/process?year=${planned.slice(0, 4)}`
    case 'numbers':
      return '/measures'
    case 'areas':
    case 'news':
    case 'short-council':
    case 'short-staff':
      return '/reports'
    default:
      return `/digests/${quarterBefore(planned)}`
  }
}

/** Where the row is that an item follows. */
export function rowPath(work: Followed, id: string): string {
  return work === 'action' ? `/actions/${id}` : `/${work}s#${id}`
}
