// The digest as plain tables for programs: one heading row, numbers raw, "not known" empty with its reason beside it.
import { isKey, type Key, t } from '../../../config/i18n.ts'
import type { Comparison } from '../../domain/compare.ts'
import type { FigureRecord } from '../../domain/digest-model.ts'
import { NOTHING } from '../../domain/digest-states.ts'
import { coverMeta } from '../cover.ts'
import { sayPeriod, sayReason } from '../say.ts'
import { channelName, familyLabel, placeName, type View, wallLabel } from '../view.ts'

/** A number is kept as its decimal text until a format writes it; a text is never taken for one. */
export type Value = { number: string } | string | null
export type Sheet = { name: string; head: string[]; rows: Value[][] }

const number = (value: string | number | null): Value => (value === null ? null : { number: String(value) })

export function listSheets(view: View): Sheet[] {
  const { bundle, language } = view
  const sheet = (name: Key, head: Key[], rows: Value[][]): Sheet => ({
    name: t(language, name),
    head: head.map((key) => t(language, key)),
    rows,
  })
  const figures = bundle.members.flatMap((member) =>
    member.figures.map((one) =>
      figureRow(view, one, member.name[bundle.place.languages[0] ?? 'fi'] ?? member.id),
    ),
  )
  return [
    sheet('digest.sheet.about', ['digest.sheet.what', 'digest.sheet.value'], aboutRows(view)),
    sheet(
      'digest.sheet.figures',
      [...figureHead],
      [...bundle.figures.map((one) => figureRow(view, one, placeName(view))), ...figures],
    ),
    sheet(
      'digest.sheet.weeks',
      [
        'digest.sheet.id',
        'digest.col.figure',
        'digest.sheet.part',
        'digest.posts.week',
        'digest.col.now',
        'digest.col.yoy',
      ],
      bundle.series.flatMap((series) =>
        series.now.map((n, nth) => [
          ...[
            series.id,
            t(language, `figure.${series.id}.name`),
            partOf(view, series.dims),
            bundle.weeks[nth] ?? '',
          ],
          ...[number(n), number(series.before?.[nth] ?? null)],
        ]),
      ),
    ),
    sheet(
      'digest.coverage',
      [
        'digest.coverage.source',
        'digest.channels.channel',
        'digest.coverage.days',
        'digest.sheet.days',
        'digest.coverage.state',
      ],
      bundle.sources.map((one) => [
        ...[one.title ?? one.id, channelName(language, one.channel), number(one.days), number(one.of)],
        one.days ? '' : t(language, 'figure.status.no_data'),
      ]),
    ),
    sheet(
      'digest.decided',
      ['digest.sheet.what', 'digest.sheet.who', 'digest.sheet.when'],
      decisionRows(view),
    ),
    sheet(
      'digest.methods.definitions',
      [
        'digest.sheet.id',
        'digest.col.figure',
        'digest.sheet.definition',
        'digest.sheet.formula',
        'digest.sheet.source',
        'digest.sheet.version',
      ],
      bundle.methods.map((one) => [
        ...[one.id, t(language, `figure.${one.id}.name`), t(language, `figure.${one.id}.what`), one.formula],
        ...[t(language, `figure.from.${one.source}`), number(one.version)],
      ]),
    ),
  ]
}

const figureHead = [
  ...(['digest.sheet.id', 'digest.col.figure', 'digest.sheet.part', 'digest.sheet.place'] as const),
  ...([
    'digest.sheet.value',
    'digest.sheet.of',
    'digest.sheet.unit',
    'digest.coverage.state',
    'digest.sheet.reason',
  ] as const),
  ...([
    'digest.sheet.measured',
    'digest.sheet.of-posts',
    'digest.coverage.days',
    'digest.sheet.days',
  ] as const),
  ...([
    'digest.col.yoy',
    'digest.sheet.yoy-of',
    'digest.sheet.yoy-change',
    'digest.sheet.yoy-percent',
  ] as const),
  ...(['digest.sheet.yoy-why', 'digest.col.verdict', 'digest.sheet.p'] as const),
  ...([
    'digest.col.prev',
    'digest.sheet.prev-of',
    'digest.sheet.prev-change',
    'digest.sheet.prev-why',
  ] as const),
  'digest.sheet.version',
] as const

function figureRow(view: View, record: FigureRecord, place: string): Value[] {
  const { language } = view
  const { yoy, prev } = record.cmp
  const why = (cmp: Comparison) =>
    cmp.state === 'ok'
      ? ''
      : plain(`${t(language, `figure.compared.${cmp.state}`)}: ${sayReason(language, cmp.reason)}`)
  const share = record.of === null ? record.unit : record.unit === 'share' ? 'ratio' : record.unit
  return [
    ...[record.id, t(language, `figure.${record.id}.name`), partOf(view, record.dims), place],
    ...[number(record.value), number(record.of), t(language, `digest.unit.${share}`)],
    ...[t(language, `figure.status.${record.status}`), plain(sayReason(language, record.reason))],
    ...[number(record.n?.measured ?? null), number(record.n?.of ?? null)],
    ...[number(record.coverage?.days ?? null), number(record.coverage?.of ?? null)],
    ...[number(yoy.before), number(yoy.before_of), number(yoy.diff), number(yoy.percent), why(yoy)],
    ...[yoy.verdict ? t(language, `figure.verdict.${yoy.verdict}`) : '', number(yoy.p)],
    ...[number(prev.before), number(prev.before_of), number(prev.diff), why(prev)],
    record.method,
  ]
}

/** Without the places where a word may be broken. */
const plain = (text: string) => text.replaceAll('\u00ad', '')

/** Which part of the whole a figure is of, by the names that people know. */
function partOf(view: View, dims: Record<string, string>): string {
  const named = Object.entries(dims).map(([name, value]) => {
    if (name === 'family') return familyLabel(view, value)
    if (name === 'channel') return channelName(view.language, value)
    if (name === 'wall') return wallLabel(view, value)
    const word = { author: 'digest.channels', indicator: 'indicator' }[name]
    const key = word && `${word}.${value}`
    if (key && isKey(key)) return t(view.language, key)
    return name === 'tagged' ? t(view.language, 'digest.posts.untagged') : value
  })
  return named.join(', ')
}

function aboutRows(view: View): Value[][] {
  const { language, bundle, row } = view
  return [
    [t(language, 'digest.sheet.place'), placeName(view)],
    [t(language, 'digest.sheet.period'), `${sayPeriod(language, row.quarter)} (${bundle.quarter})`],
    ...coverMeta(view).map(({ term, text }) => [term, text]),
    ['SHA-256', row.sha256],
    ...(row.sample ? [[t(language, 'digest.sheet.note'), t(language, 'digest.sample')]] : []),
    [t(language, 'digest.sheet.note'), t(language, 'digest.howto.2')],
  ]
}

/** What was decided, as actions; of a digest older than they are, as its text tells it. */
function decisionRows({ written }: View): Value[][] {
  const { actions, texts } = written
  if (actions.length) return actions.map((one) => [one.what, one.who, one.due ?? ''])
  return (texts.decisions ?? '')
    .split('\n')
    .map((line) => line.replace(/^[-•*] /, '').trim())
    .filter((line) => line && line !== NOTHING)
    .map((line) => {
      const [what = '', who = '', when = ''] = line.split('|').map((part) => part.trim())
      return [what, who, when]
    })
}
