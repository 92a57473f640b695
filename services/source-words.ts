// A source in words, for the desk and for mail: its name, its token's end, its trouble, and what is left on the wall.
import { formatDate, isKey, type Key, type Language, t } from '../config/i18n.ts'
import type { SourceRow } from '../db/sources.ts'
import type { Shown, TokenRow } from '../db/warnings.ts'
import type { Deps } from './deps.ts'
import { dayOf } from './domain/quarter.ts'
import { daysLeft } from './domain/warnings.ts'
import { faultWords } from './visit-words.ts'

/** What a person reads of something that needs them. */
export type Told = { what: string; means: string; do: string }
/** In whose language and at what time something is told. */
export type Reader = { language: Language; zone: string; now: Date }

export function sourceName({ id, about }: Pick<SourceRow, 'id' | 'about'>): string {
  return about.title ?? id
}

/** Meters have names of their own, the same in every language but one. */
const meterTitles: Record<string, string> = {
  matomo: 'Matomo',
  ga4: 'Google Analytics 4',
  statfin: 'StatFin',
}

export function channelName(language: Language, channel: string): string {
  const key = `channel.${channel}`
  return isKey(key) ? t(language, key) : (meterTitles[channel] ?? channel)
}

/** A source that has trouble: why, what it means for the wall, what to do. */
export function sickWords(
  deps: Pick<Deps, 'channels'>,
  reader: Reader,
  source: SourceRow,
  shown: Shown | undefined,
): Told {
  const say = (key: Key, values: Record<string, string | number>) => t(reader.language, key, values)
  const told = faultWords(say, source)
  return { ...told, means: joined(wallWords(deps, reader, source, shown), told.means) }
}

type Token = Pick<TokenRow, 'name' | 'expires_at'>

/** A token that ends soon or has ended: when, what it means for the wall, what to do. */
export function tokenWords(
  deps: Pick<Deps, 'channels'>,
  reader: Reader,
  source: SourceRow,
  token: Token,
  shown: Shown | undefined,
): Told {
  const { language, now } = reader
  const ended = token.expires_at <= now
  const numbers = source.kind === 'numbers'
  return {
    what: endWords(reader, token),
    means: numbers
      ? t(language, 'sources.means.numbers')
      : joined(
          wallWords(deps, reader, source, shown),
          t(language, ended ? 'token.means.ended' : 'token.means'),
        ),
    do: t(language, renewKey(token.name, source.settings)),
  }
}

/** "Metan käyttötunnus päättyy 9.12.2026, 14 päivän päästä." */
export function endWords({ language, zone, now }: Reader, { name, expires_at: ends }: Token): string {
  const label = `secret.${name}`
  const values = { name: t(language, isKey(label) ? label : 'token.other') }
  const at = (style: 'date' | 'time') => formatDate(language, ends, zone, style)
  if (ends <= now) return t(language, 'token.ended', { ...values, day: at('time') })
  const n = daysLeft(ends, now, zone)
  if (n === 0) return t(language, 'token.ends.today', { ...values, day: at('time') })
  if (n === 1) return t(language, 'token.ends.tomorrow', { ...values, day: at('time') })
  return t(language, 'token.ends', { ...values, day: at('date'), n })
}

/** Where a new token comes from: some platforms have another page for each way of signing in. */
function renewKey(name: string, { login }: SourceRow['settings']): Key {
  const keys = [`renew.${name}.${login}`, `renew.${name}`]
  return keys.find(isKey) ?? 'token.renew'
}

/** What the wall still shows of a source that brings nothing new, and for how long; '' for numbers. */
function wallWords(
  { channels }: Pick<Deps, 'channels'>,
  { language, zone, now }: Reader,
  source: SourceRow,
  shown: Shown | undefined,
): string {
  if (source.kind === 'numbers') return ''
  if (!shown) return t(language, 'wall.shows.none')
  const { n, newest, heard } = shown
  const thisYear = dayOf(newest, zone).slice(0, 4) === dayOf(now, zone).slice(0, 4)
  const day = formatDate(language, newest, zone, thisYear ? 'short' : 'date')
  const shows = t(language, 'wall.shows', { n, day })
  const { keepDays, unseenDays } = channels.find((one) => one.name === source.channel) ?? {}
  const days = keepDays ?? unseenDays
  if (!days || !heard) return closed(shows)
  const until = new Date(heard.getTime() + days * 86_400_000)
  const values = { n, day: formatDate(language, until, zone), channel: channelName(language, source.channel) }
  return joined(closed(shows), t(language, keepDays ? 'wall.until' : 'wall.until.unseen', values))
}

// A short Finnish date ends with a full stop of its own.
const closed = (text: string) => (text.endsWith('.') ? text : `${text}.`)
const joined = (...sentences: string[]) => sentences.filter(Boolean).join(' ')
