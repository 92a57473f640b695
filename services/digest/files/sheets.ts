// The digest as plain tables for programs: one heading row, numbers raw, "not known" empty with its reason beside it.
import { type Key, t } from '../../../config/i18n.ts'
import type { Comparison } from '../../domain/compare.ts'
import type { FigureRecord } from '../../domain/digest-model.ts'
import { NOTHING } from '../../domain/digest-states.ts'
import { coverMeta } from '../cover.ts'
import { sayPeriod, sayReason } from '../say.ts'
import { isAhead } from '../sections/weeks.ts'
import { channelName, placeName, sourceName, type View } from '../view.ts'
import { sayPart } from './part-of.ts'
import { listPeopleSheets } from './people-sheets.ts'
import { number, type Sheet, type Value } from './sheet.ts'

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
        bundle.weeks.map((week, nth) => [
          ...[series.id, t(language, `figure.${series.id}.name`), sayPart(view, series.dims), week],
          ...[number(isAhead(bundle, week) ? null : (series.now[nth] ?? null))],
          ...[number(series.before?.[nth] ?? null)],
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
        ...[sourceName(view, one.id), channelName(language, one.channel), number(one.days), number(one.of)],
        one.days ? '' : t(language, 'figure.status.no_data'),
      ]),
    ),
    sheet(
      'digest.decided',
      ['digest.sheet.what', 'digest.sheet.who', 'digest.sheet.when'],
      decisionRows(view),
    ),
    ...listPeopleSheets(view),
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
  const share = record.of !== null && record.unit === 'share' ? 'ratio' : record.unit
  // Beside the feedback that is counted stands how many days it waited for an answer.
  const unit = record.dims.answered ? 'days' : share
  return [
    ...[record.id, t(language, `figure.${record.id}.name`), sayPart(view, record.dims), place],
    ...[number(record.value), number(record.of), t(language, `digest.unit.${unit}`)],
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
