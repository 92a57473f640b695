// Short words about a source: which channel it is of, and how often or for what it waits.
import { isKey, t } from '../../config/i18n.ts'
import type { SourceRow } from '../../db/sources.ts'
import type { DeskContext } from './layout.tsx'

export function channelName(c: DeskContext, { channel }: Pick<SourceRow, 'channel'>): string {
  const key = `channel.${channel}`
  return isKey(key) ? t(c.var.language, key) : channel === 'matomo' ? 'Matomo' : channel
}

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
