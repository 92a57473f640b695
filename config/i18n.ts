// Words in fi, sv and en: t(language, key, values), with the numbers, dates and weeks of each language.

import { type Key, messages } from './messages/index.ts'
import { type Label, type Language, languages } from './place.ts'

export type { Key } from './messages/index.ts'
export { type Language, languages } from './place.ts'
export type Values = Record<string, string | number>

const NBSP = '\u00a0'

/**
 * A message with its values put in. `{n}` takes a value (numbers are grouped), `{n|yksi|monta}` chooses by whether
 * the value is 1. A value that is missing is a bug and is left as it stands, so that a test sees it.
 */
export function t(language: Language, key: Key, values: Values = {}): string {
  return messages[language][key]
    .replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one, many) => {
      const value = values[name]
      if (value === undefined) return whole
      if (one !== undefined) return Number(value) === 1 ? one : many
      return typeof value === 'number' ? formatNumber(language, value) : value
    })
    .replace(unparted, NBSP)
}

/** The space between a number and its unit, or klo and its hour, where no line may break. */
const unparted = /(?<=\d) (?=%)|(?<=\b(?:klo|kl\.)) (?=\d)/g

/** True when the key is one of ours: error codes become titles only when a person has written them. */
export function isKey(key: string): key is Key {
  return Object.hasOwn(messages.fi, key)
}

/**
 * A number as a reader of the language expects it, with no-break spaces and a real minus. Not by Intl: an update of its
 * tables must not change what an old digest says. At most three decimals, as it was computed.
 */
export function formatNumber(language: Language, value: number): string {
  const [whole = '', part] = String(Math.round(Math.abs(value) * 1_000) / 1_000).split('.')
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : NBSP)
  const rest = part ? `${language === 'en' ? '.' : ','}${part}` : ''
  return `${value < 0 && Number(whole + (part ?? '')) !== 0 ? '\u2212' : ''}${groups}${rest}`
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]

/** A moment as a date (`19.11.2026`), a short date (`19.11.`) or a date with the time, in the place's zone. */
export function formatDate(
  language: Language,
  at: Date,
  zone: string,
  style: 'date' | 'short' | 'time' = 'date',
): string {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      day: 'numeric',
      month: 'numeric',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  )
  const { month, year, minute } = parts
  const [day, hour] = [Number(parts.day), Number(parts.hour)]
  if (language === 'en') {
    const name = months[Number(month) - 1] ?? ''
    const date = `${day}${NBSP}${style === 'short' ? name.slice(0, 3) : name}`
    if (style === 'short') return date
    return style === 'time'
      ? `${date}${NBSP}${year}, ${String(hour).padStart(2, '0')}:${minute}`
      : `${date}${NBSP}${year}`
  }
  if (style === 'short') return `${day}.${Number(month)}.`
  const date = `${day}.${Number(month)}.${year}`
  if (style === 'date') return date
  return language === 'fi' ? `${date} klo${NBSP}${hour}.${minute}` : `${date} kl.${NBSP}${hour}.${minute}`
}

/** The text in the language asked for, else in the place's main language, else in any. */
export function pick(label: Label, language: Language, main: Language = 'fi'): string {
  return label[language] ?? label[main] ?? label.fi ?? label.en ?? label.sv ?? ''
}

/** What residents of a place may read in: every language of ours, the place's own first. */
export const offeredAt = (own: readonly Language[]): Language[] => [...new Set([...own, ...languages])]

/** The language of a visitor: `?lang=` first, then Accept-Language by its weights, then the place's own. */
export function chooseLanguage(
  asked: string | undefined,
  accept: string | undefined,
  offered: readonly Language[],
): Language {
  const first = offered[0] ?? 'fi'
  const fits = (tag: string) => offered.find((one) => tag.toLowerCase().split('-')[0] === one)
  const wanted = asked && fits(asked)
  if (wanted) return wanted
  const ranked = (accept ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';')
      const q = Number(
        rest
          .find((one) => one.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      )
      return { tag, q: Number.isFinite(q) ? q : 0 }
    })
    .filter((one) => one.q > 0)
    .sort((a, b) => b.q - a.q)
  for (const { tag } of ranked) {
    const found = fits(tag)
    if (found) return found
  }
  return first
}
