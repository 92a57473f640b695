// What people set, asked and promised as plain tables for programs, beside the figures: one row each, numbers raw.
import { type Key, pick, t } from '../../../config/i18n.ts'
import { eurosOf } from '../../domain/campaigns.ts'
import type { ActionRecord } from '../../domain/digest-model.ts'
import { dayOf } from '../../domain/quarter.ts'
import { sayState } from '../say-action.ts'
import { sayResult } from '../say-survey.ts'
import type { View } from '../view.ts'
import { sayPart } from './part-of.ts'
import { number, type Sheet, type Value } from './sheet.ts'

/** Only what there is: a quarter without a survey has no empty table of one. */
export function listPeopleSheets(view: View): Sheet[] {
  const { language } = view
  const sheet = (name: Key, head: readonly Key[], rows: Value[][]): Sheet => ({
    name: t(language, name),
    head: head.map((key) => t(language, key)),
    rows,
  })
  return [
    sheet('digest.actions.earlier', promiseHead, view.written.promises.map(promiseRow(view))),
    sheet('digest.goals', targetHead, targetRows(view)),
    sheet('digest.survey', surveyHead, surveyRows(view)),
    sheet('digest.campaigns', campaignHead, campaignRows(view)),
    sheet('digest.around', aroundHead, aroundRows(view)),
    sheet('digest.revised', revisedHead, revisedRows(view)),
  ].filter(({ rows }) => rows.length > 0)
}

const promiseHead = [
  ...(['digest.sheet.what', 'digest.sheet.who', 'digest.sheet.area', 'digest.sheet.when'] as const),
  ...(['digest.actions.state', 'digest.survey.result'] as const),
] as const

const promiseRow =
  (view: View) =>
  (one: ActionRecord): Value[] => {
    const area = view.written.areas.find(({ id }) => id === one.area)
    const named = area ? pick(area.label, view.language, view.bundle.place.languages[0]) : null
    return [one.what, one.who, named, one.due, sayState(view, one), one.result]
  }

const targetHead = [
  ...(['digest.goals.goal', 'digest.sheet.part', 'digest.sheet.id', 'digest.targets.base'] as const),
  ...(['digest.sheet.aim', 'digest.sheet.actual', 'digest.targets.state', 'digest.targets.note'] as const),
] as const

/** A target and then its parts, in the order that was given. */
const targetRows = ({ language, bundle }: View): Value[][] =>
  bundle.targets.flatMap((one) => [
    [
      ...[one.label, null, one.figure, number(one.baseline), number(one.aim), number(one.actual)],
      ...[t(language, `digest.targets.${one.state}`), one.note],
    ],
    ...(one.parts ?? []).map(({ label, aim, actual }) => [
      ...[one.label, label, null, null, number(aim), number(actual), null, null],
    ]),
  ])

const surveyHead = [
  ...(['digest.survey', 'digest.survey.question', 'digest.sheet.answer', 'digest.sheet.value'] as const),
  ...(['digest.survey.result', 'digest.sheet.n', 'digest.sheet.invited'] as const),
] as const

/** A question's result, and below it how many gave each answer where that may be told. */
const surveyRows = ({ language, bundle }: View): Value[][] =>
  bundle.surveys.flatMap((survey) =>
    survey.questions.flatMap((question) => {
      const asked = [survey.title, question.label]
      const of = [number(question.n), number(survey.invited)]
      return [
        [...asked, null, number(question.mean), sayResult(language, survey, question), ...of],
        ...(question.counts ?? []).map((one) => [...asked, one.answer, number(one.n), null, ...of]),
      ]
    }),
  )

const campaignHead = [
  ...([
    'digest.campaigns.name',
    'digest.sheet.begins',
    'digest.sheet.ends',
    'digest.campaigns.posts',
  ] as const),
  ...(['digest.campaigns.clicks', 'digest.campaigns.contacts', 'digest.sheet.euros'] as const),
  'digest.survey.result',
] as const

const campaignRows = ({ bundle }: View): Value[][] =>
  bundle.campaigns
    .filter((one) => one.period === 'now')
    .map((one) => [
      ...[one.label, one.from, one.to, number(one.posts), number(one.clicks), number(one.contacts)],
      ...[number(one.money === null ? null : eurosOf(one.money)), one.result],
    ])

const aroundHead = [
  ...(['digest.col.figure', 'digest.sheet.source', 'digest.sheet.retrieved'] as const),
  ...(['digest.sheet.period', 'digest.sheet.value', 'digest.coverage.state'] as const),
  ...(['digest.sheet.before-period', 'digest.sheet.before'] as const),
] as const

const aroundRows = (view: View): Value[][] =>
  view.written.outside.map(({ indicator, dim, source, now, before }) => [
    ...[
      dim || sayPart(view, { indicator }),
      source,
      dayOf(new Date(now.retrieved), view.bundle.place.time_zone),
    ],
    ...[now.period, number(now.value)],
    now.status === 'preliminary' ? t(view.language, 'figure.status.preliminary') : null,
    ...[before?.period ?? null, number(before?.value ?? null)],
  ])

const revisedHead = [
  ...(['digest.sheet.id', 'digest.col.figure', 'digest.sheet.part', 'digest.sheet.period'] as const),
  ...(['digest.revised.printed', 'digest.revised.now'] as const),
] as const

const revisedRows = (view: View): Value[][] =>
  view.bundle.revised.map((one) => [
    ...[one.id, t(view.language, `figure.${one.id}.name`), sayPart(view, one.dims) || null, one.quarter],
    ...[number(one.printed), number(one.now)],
  ])
