// How figures are said: numbers, changes, shares and reasons in each language, the same in every place.

import type { Key } from '../../config/i18n.ts'
import { type Language, t, type Values } from '../../config/i18n.ts'
import { eurosOf } from '../domain/campaigns.ts'
import { type Comparison, shareOf } from '../domain/compare.ts'
import { compareDecimals, ratio } from '../domain/decimal.ts'
import type { FigureRecord } from '../domain/digest-model.ts'
import { figures } from '../domain/figures/list.ts'

const NBSP = '\u00a0'
const MINUS = '\u2212'

/**
 * A decimal string as a reader of the language expects it. Our own few lines, not Intl: an update of its tables must
 * not change what an old digest says.
 */
export function sayNumber(language: Language, text: string, decimals = 0): string {
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : NBSP)
  const rest = part.padEnd(decimals, '0')
  return `${sign ? MINUS : ''}${groups}${rest ? `${language === 'en' ? '.' : ','}${rest}` : ''}`
}

const saySigned = (language: Language, text: string): string =>
  `${compareDecimals(text, '0') > 0 ? '+' : ''}${sayNumber(language, text)}`

/** `23 %`, in English `23%`. */
export const sayPercent = (language: Language, text: string, decimals = 0): string =>
  `${sayNumber(language, text, decimals)}${language === 'en' ? '' : NBSP}%`

/** Money: whole euros, or both figures of the cents. */
export const sayCents = (language: Language, cents: number): string =>
  `${sayNumber(language, eurosOf(cents))}${NBSP}€`

/** A mean with one decimal, as it is printed beside its scale. */
export const sayMean = (language: Language, text: string): string =>
  sayNumber(language, ratio(text, '1', 1, 1) ?? text, 1)

type Valued = Pick<FigureRecord, 'unit'> & { value: string | null; of: string | null }

/** The value as it stands in a table; empty when it is not known. */
export function sayValue(language: Language, { value, of, unit }: Valued): string {
  if (value === null) return ''
  if (unit === 'percent') return sayPercent(language, value)
  if (unit === 'mean') return sayMean(language, value)
  if (unit === 'points') return saySigned(language, value)
  if (of === null) return sayNumber(language, value)
  const share = unit === 'share' ? shareOf({ value, of }) : null
  if (share !== null) return sayPercent(language, share, compareDecimals(of, '100') < 0 ? 0 : 1)
  return `${sayNumber(language, value)}/${sayNumber(language, of)}`
}

/** `9/12 (75 %)`: a share by its counts, and as per cent when the denominator allows it. */
export function sayShare(
  language: Language,
  { value, of }: { value: string | null; of: string | null },
): string {
  if (value === null || of === null) return ''
  const counts = `${sayNumber(language, value)}/${sayNumber(language, of)}`
  const share = shareOf({ value, of })
  return share === null ? counts : `${counts} (${sayPercent(language, share)})`
}

/** What a target is measured by: the name of its figure and the figure's id, or that it is entered by hand. */
export function sayMeasured(language: Language, figure: string | null): string {
  const known = figures.find((one) => one.id === figure)
  return known ? `${t(language, `figure.${known.id}.name`)} (${known.id})` : t(language, 'targets.by-hand')
}

/** The change in its short forms: the difference, and per cent where the base allows it; "new" from zero. */
export function sayChange(language: Language, cmp: Comparison, unit: FigureRecord['unit']): string[] {
  if (cmp.state !== 'ok' || cmp.diff === null) return []
  if (compareDecimals(cmp.diff, '0') === 0) return [t(language, 'digest.same')]
  if (['share', 'ratio', 'weeks', 'percent', 'points'].includes(unit))
    return [t(language, 'digest.points', { n: saySigned(language, cmp.diff) })]
  const diff = unit === 'mean' ? (ratio(cmp.diff, '1', 1, 1) ?? cmp.diff) : cmp.diff
  const said = [saySigned(language, diff)]
  if (cmp.fresh) said.push(t(language, 'digest.fresh'))
  if (cmp.percent !== null) said.push(`${saySigned(language, cmp.percent)}${language === 'en' ? '' : NBSP}%`)
  return said
}

const reasons: readonly string[] = [
  ...[
    'not-started',
    'not-connected',
    'not-collected',
    'not-entered',
    'not-counted',
    'coverage',
    'few-people',
  ],
  ...[
    'no-posts',
    'not-measured',
    'channel-silent',
    'no-views',
    'no-lifts',
    'members-missing',
    'source-changed',
  ],
  ...['running', 'began-within', 'open-link', 'few-answers', 'not-labelled', 'few-labels'],
  ...['nothing-due', 'no-stories', 'lifetime'],
]

/** Why something is not known or not compared, in words. */
export function sayReason(language: Language, reason: string | null): string {
  return reason && reasons.includes(reason) ? t(language, `figure.reason.${reason as 'coverage'}`) : ''
}

/** What stands instead of a value: the status in words, and its reason. */
export function sayMissing(language: Language, { status, reason }: Pick<FigureRecord, 'status' | 'reason'>) {
  const few = reason === 'few-people'
  return {
    word: few ? sayReason(language, reason) : t(language, `figure.status.${status}`),
    why: few ? '' : sayReason(language, reason),
  }
}

/** Both comparisons in a sentence's brackets. */
function sayCompared(language: Language, record: FigureRecord): string {
  const { yoy, prev } = record.cmp
  const side = (cmp: Comparison) =>
    sayValue(language, { value: cmp.before, of: cmp.before_of, unit: record.unit })
  const why = (cmp: Comparison) => sayReason(language, cmp.reason)
  if (yoy.state === 'ok' && prev.state === 'ok')
    return t(language, 'digest.cmp.both', { yoy: side(yoy), prev: side(prev) })
  if (yoy.state === 'ok') return t(language, 'digest.cmp.yoy', { yoy: side(yoy), why: why(prev) })
  if (prev.state === 'ok') return t(language, 'digest.cmp.prev', { prev: side(prev), why: why(yoy) })
  return yoy.state === 'not_yet' && prev.state === 'not_yet'
    ? t(language, 'digest.cmp.not-yet')
    : t(language, 'digest.cmp.none', { why: why(yoy.state === 'not_yet' ? prev : yoy) })
}

/** A sentence, the comparisons in brackets, and the verdict on the year as its own sentence. */
export function sayFigure(language: Language, sentence: string, record: FigureRecord): string {
  const { verdict } = record.cmp.yoy
  const judged = verdict ? ` ${t(language, `figure.verdict-sentence.${verdict}`)}` : ''
  return `${sentence} (${sayCompared(language, record)}).${judged}`
}

/** Between which values half of the posts lie, in whole numbers. */
export function saySpread(language: Language, spread: { low: string; high: string }): string {
  return t(language, 'digest.fact.spread', { range: sayRange(language, spread) })
}

export function sayRange(language: Language, { low, high }: { low: string; high: string }): string {
  const whole = (text: string) => sayNumber(language, ratio(text, '1') ?? text)
  return `${whole(low)}–${whole(high)}`
}

/** A sentence about a known figure, or the one that says why it is not known. */
export function sayOr(
  language: Language,
  record: FigureRecord | undefined,
  known: Key,
  unknown: Key,
  values: Values = {},
): string {
  if (record?.value == null)
    return t(language, unknown, { why: sayReason(language, record?.reason ?? 'not-collected') })
  return sayFigure(language, t(language, known, { n: sayNumber(language, record.value), ...values }), record)
}

/** Finnish "of so many": `12:sta`, `20:stä`, `31:stä`; the ending follows the number as it is read. */
export function elative(n: number): string {
  const last = n % 100
  const teen = last > 10 && last < 20
  const front = teen || [2, 3, 6, 8].includes(n % 10) || (n % 10 === 0 && (n === 0 || last === 0))
  return `${n}:${front ? 'sta' : 'stä'}`
}

/** "a, b ja c". */
export function sayList(language: Language, items: readonly string[]): string {
  const and = { fi: ' ja ', sv: ' och ', en: ' and ' }[language]
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')}${and}${items.at(-1)}`
}

/** `3/2026`, as people name a quarter in Finland; `Q3 2026` in English. */
export function sayQuarter(language: Language, quarter: string): string {
  const [year, nth] = [quarter.slice(0, 4), quarter.at(-1)]
  return language === 'en' ? `Q${nth}${NBSP}${year}` : `${nth}/${year}`
}

/** The three months in words. */
export function sayPeriod(language: Language, quarter: string): string {
  return t(language, `digest.q${quarter.at(-1) as '1' | '2' | '3' | '4'}`, { year: quarter.slice(0, 4) })
}

/** A calendar day, `1.7.` or `1.7.2026`. */
export function sayDay(language: Language, day: string, year = false): string {
  const [y, m = '', d] = day.split('-')
  if (language !== 'en') return `${Number(d)}.${Number(m)}.${year ? y : ''}`
  const month = t('en', `digest.month.${m as '01'}`)
  return `${Number(d)}${NBSP}${month}${year ? `${NBSP}${y}` : ''}`
}

/** Days from and to, the year once when it is the same; without an end it goes on. */
export function sayDays(language: Language, from: string, to: string | null): string {
  if (!to) return t(language, 'digest.from-day', { day: sayDay(language, from, true) })
  return `${sayDay(language, from, to.slice(0, 4) !== from.slice(0, 4))}–${sayDay(language, to, true)}`
}

/** A month, quarter, year or day as it is named beside a number. */
export function sayPeriodOf(language: Language, period: string): string {
  if (/-q\d$/.test(period)) return sayQuarter(language, period)
  if (/^\d{4}-\d\d-\d\d$/.test(period)) return sayDay(language, period, true)
  const [year = '', month] = period.split('-')
  return month ? `${t(language, `digest.month.${month as '01'}`)} ${year}` : year
}

/** The number of an ISO week. */
export const weekNumber = (week: string): number => Number(week.slice(6))

/** The first letter large, for what begins a cell. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
