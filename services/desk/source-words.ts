// Short words about a source: which channel it is of, and how often or for what it waits.
import { isKey, type Language, t } from '../../config/i18n.ts'
import type { SourceMode } from '../../db/schema.ts'
import type { SourceRow } from '../../db/sources.ts'
import { daysBack } from '../days-back.ts'
import type { Adapter } from '../source-form.ts'
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

/** What a setting is called and how it is explained: in the channel's own words where it has some. */
export function settingWords(language: Language, { name }: Adapter, part: string): string | undefined {
  const key = [`setting.${name}.${part}`, `setting.${part}`].find(isKey)
  return key && isKey(key) ? t(language, key) : undefined
}

/** What the first visits bring of what is past. */
export function pastWords(
  language: Language,
  adapter: Adapter,
  settings: Record<string, unknown>,
  mode: SourceMode,
): string | undefined {
  if (!('offers' in adapter)) return undefined
  const past = adapter.past?.(settings)
  return past ? t(language, `sources.past.${past}`) : t(language, 'sources.past', { days: daysBack[mode] })
}
