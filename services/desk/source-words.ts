// Short words about a source: which channel it is of, and how often or for what it waits.
import { t } from '../../config/i18n.ts'
import type { SourceRow } from '../../db/sources.ts'
import { channelName as nameOf, type Reader } from '../source-words.ts'
import { faultWords } from '../visit-words.ts'
import type { DeskContext } from './layout.tsx'

export const channelName = (c: DeskContext, { channel }: Pick<SourceRow, 'channel'>) =>
  nameOf(c.var.language, channel)

export const readerOf = ({ var: { language, place, now } }: DeskContext): Reader => ({
  language,
  zone: place.time_zone,
  now,
})

export function whenWords(
  c: DeskContext,
  { waits_for, every_minutes }: Pick<SourceRow, 'waits_for' | 'every_minutes'>,
  pace: number,
): string {
  if (waits_for) return t(c.var.language, 'budgets.turn')
  const minutes = every_minutes ?? pace
  const hours = minutes / 60
  return Number.isInteger(hours) && hours > 1
    ? t(c.var.language, 'sources.pace.hours', { n: hours })
    : t(c.var.language, 'sources.pace.minutes', { n: minutes })
}

/** What a person should know of a source that is well; nothing, mostly. */
export function noticeWords(c: DeskContext, source: SourceRow): string {
  if (!source.fault_code) return ''
  const told = faultWords((key, values) => t(c.var.language, key, values), source)
  return `${told.what} ${told.means} ${told.do}`
}
