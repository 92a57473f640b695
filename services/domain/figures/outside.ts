// F15 to F20, F24, F25 and F37 to F40: what came from outside: the website, feedback, moves, image, goals, by hand.
import type { Note } from '../../../db/schema.ts'
import type { Cell } from '../compare.ts'
import { compareDecimals, quantile, sum } from '../decimal.ts'
import {
  byWeek,
  counted,
  type Facts,
  insideQuarter,
  missing,
  runningFlag,
  suppressFew,
  suppressParts,
  total,
} from '../facts.ts'
import { dimsOf, readMeasure } from '../measures.ts'
import { workingDaysBetween } from '../working-days.ts'
import type { Figure } from './figure.ts'
import { heardFrom } from './people.ts'

const parts = (facts: Facts, indicator: string, name: string, why: string): Cell[] =>
  dimsOf(facts, indicator).map((dim) => readMeasure(facts, indicator, dim, { [name]: dim }, why))

const known = (cells: Cell[]): Cell[] => cells.filter((cell) => cell.value !== null)

/** The whole as it was given, and its parts, which may overlap. */
const wholeAndParts = (facts: Facts, indicator: string, name: string, why: string): Cell[] => [
  readMeasure(facts, indicator, '', {}, why),
  ...known(parts(facts, indicator, name, why)),
]

/** The whole as it was given, else the sum of its parts. */
function whole(facts: Facts, indicator: string, name: string, why: string): Cell[] {
  const [given = missing({}, why), ...split] = wholeAndParts(facts, indicator, name, why)
  const first = split[0]
  if (given.value !== null || !first) return [given, ...split]
  return [{ ...first, dims: {}, value: sum(split.map((cell) => cell.value ?? '0')), weeks: null }, ...split]
}

const MOST_TERMS = 10
const RAREST_TERM = '5'

/** What was searched: the whole, those without a result, and the ten commonest words searched five times or more. */
function searches(facts: Facts): Cell[] {
  const terms = known(parts(facts, 'web.search-term', 'term', 'not-connected'))
    .filter((cell) => compareDecimals(cell.value ?? '0', RAREST_TERM) >= 0)
    .sort((a, b) => compareDecimals(b.value ?? '0', a.value ?? '0'))
  return [
    readMeasure(facts, 'web.searches', '', {}, 'not-connected'),
    ...known([readMeasure(facts, 'web.searches-empty', '', { result: 'none' }, 'not-connected')]),
    ...terms.slice(0, MOST_TERMS),
  ]
}

/** Notes of a kind and their themes; none written is "not known", since nobody can tell it from none received. */
function notes(facts: Facts, kind: Note['kind']): Cell[] {
  const over = facts.notes.filter((row) => row.kind === kind)
  const rows = over.filter(insideQuarter(facts))
  const starts = facts.noteStarts[kind]
  if (!rows.length)
    return [missing({}, starts !== undefined && starts >= facts.days.to ? 'not-started' : 'not-entered')]
  const themes = [...new Set(rows.map((row) => row.theme).filter((one) => one !== null))]
  return [
    { ...counted(facts, {}, total(rows), null), weeks: byWeek(facts, over) },
    ...themes.map((theme) =>
      counted(facts, { theme }, total(rows.filter((row) => row.theme === theme)), null),
    ),
  ]
}

function feedback(facts: Facts): Cell[] {
  const counts = whole(facts, 'feedback.count', 'theme', 'not-entered')
  const [first, ...themes] = counts[0]?.value != null ? counts : notes(facts, 'feedback')
  return first ? [first, ...suppressParts(themes), ...answerTimes(facts)] : []
}

/** Working days until feedback was first answered: the median of those that were. */
function answerTimes(facts: Facts): Cell[] {
  const days = facts.answered
    .map(({ day, answered }) => workingDaysBetween(day, answered))
    .sort((a, b) => a - b)
  const value = quantile(days, 1, 2)
  const dims = { answered: 'days' }
  return value === undefined ? [] : [{ dims, value, status: 'ok', flags: runningFlag(facts) }]
}

function interviews(facts: Facts): Cell[] {
  const [first, ...groups] = notes(facts, 'interview')
  if (!first) return []
  const all = suppressFew(first)
  return all.value === null ? [all] : [all, ...suppressParts(groups)]
}

const moves = [
  'people.moved-in',
  'people.net-moved',
  'stay.arrivals',
  'stay.nights',
  'service.clients',
] as const

/** Reached against aimed at, goal by goal; together only when every goal has both. */
function goals(facts: Facts): Cell[] {
  const names = [...new Set([...dimsOf(facts, 'goal.target'), ...dimsOf(facts, 'goal.actual')])].sort()
  const cells = names.map((goal): Cell => {
    const [actual, target] = ['goal.actual', 'goal.target'].map((one) =>
      readMeasure(facts, one, goal, { goal }, 'not-entered'),
    )
    return {
      ...(actual ?? missing({ goal }, 'not-entered')),
      of: target?.value ?? null,
      flags: runningFlag(facts),
    }
  })
  if (cells.length < 2 || cells.some((cell) => cell.value === null || cell.of == null)) return cells
  const add = (of: (cell: Cell) => string | null | undefined) => sum(cells.map((cell) => of(cell) ?? '0'))
  return [{ dims: {}, value: add((cell) => cell.value), of: add((cell) => cell.of), status: 'ok' }, ...cells]
}

const outside = { source: 'measure', formula: 'Σ of the period', unit: 'count', version: 1 } as const
const web = { ...outside, stage: 'out-take' } as const

export const outsideFigures = [
  { ...web, id: 'F15', compute: (facts) => [readMeasure(facts, 'web.visits', '', {}, 'not-connected')] },
  { ...web, id: 'F16', compute: (facts) => wholeAndParts(facts, 'web.views', 'page', 'not-connected') },
  { ...web, id: 'F17', formula: 'Σ; words searched ≥ 5 times, ten at most', compute: searches },
  { ...web, id: 'F18', compute: (facts) => whole(facts, 'web.outlinks', 'group', 'not-connected') },
  {
    ...outside,
    id: 'F19',
    stage: 'outcome',
    compute: (facts) => [...whole(facts, 'contact.count', 'way', 'not-entered'), ...heardFrom(facts)],
  },
  {
    id: 'F20',
    source: 'note',
    formula: 'count; themes of 1–4 hidden',
    unit: 'count',
    stage: 'outcome',
    version: 1,
    compute: feedback,
  },
  {
    id: 'F24',
    source: 'note',
    formula: 'count; 1–4 hidden',
    unit: 'persons',
    stage: 'outcome',
    version: 1,
    compute: interviews,
  },
  {
    ...outside,
    id: 'F25',
    formula: 'as its source publishes it',
    unit: 'persons',
    stage: 'impact',
    compute: (facts) => moves.map((one) => readMeasure(facts, one, '', { indicator: one }, 'not-entered')),
  },
  {
    id: 'F37',
    source: 'note',
    formula: 'count',
    unit: 'count',
    stage: 'outcome',
    version: 1,
    compute: (facts) => notes(facts, 'observation'),
  },
  {
    ...outside,
    id: 'F38',
    formula: 'as its source publishes it',
    unit: 'percent',
    stage: 'impact',
    compute: (facts) => parts(facts, 'image.statement', 'statement', 'not-entered'),
  },
  { ...outside, id: 'F39', formula: 'reached / aimed at', unit: 'ratio', stage: 'outcome', compute: goals },
  {
    ...outside,
    id: 'F40',
    formula: 'as counted by hand, never added to F1',
    stage: 'output',
    compute: (facts) => parts(facts, 'social.posts', 'channel', 'not-entered'),
  },
] as const satisfies Figure[]
