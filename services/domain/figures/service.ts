// F10 to F14 and F29: the walls, the weekly lifts, and on how many days each source was collected.
import { isHanded } from '../../../config/place.ts'
import type { WallSum } from '../../../db/figures/service.ts'
import type { Cell } from '../compare.ts'
import {
  byWeek,
  type Coverage,
  counted,
  type Facts,
  insideQuarter,
  missing,
  runningFlag,
  total,
} from '../facts.ts'
import { addDays, daysBetween, inOrder } from '../quarter.ts'
import type { Figure } from './figure.ts'

/** Leaving the wall: to a post, to a channel, to a next step. Passing the address on is told apart. */
const clicks = ['click', 'channel', 'action'] as const
const isClick = (row: WallSum) => (clicks as readonly string[]).includes(row.event)
const isView = (row: WallSum) => row.event === 'view'

/** The days since `start` that had begun; undefined when nothing was counted in the quarter. */
function coverageSince(facts: Facts, start: string | null): Coverage | undefined {
  const { from } = facts.days
  const end = addDays(from, facts.elapsed)
  if (start === null || start >= end) return undefined
  return { days: daysBetween(inOrder(start, from)[1], end), of: facts.of }
}

function wallCell(facts: Facts, dims: Cell['dims'], rows: readonly WallSum[]): Cell {
  const coverage = coverageSince(facts, facts.begun.walls)
  if (!coverage) return missing(dims, facts.begun.walls ? 'not-started' : 'not-counted')
  const cell = counted(facts, dims, total(rows.filter(insideQuarter(facts))), coverage)
  return { ...cell, weeks: byWeek(facts, rows) }
}

function byWall(facts: Facts, fits: (row: WallSum) => boolean): Cell[] {
  const rows = facts.wall.days.filter(fits)
  const walls = [...new Set(facts.wall.days.map((row) => row.wall))]
  return [
    wallCell(facts, {}, rows),
    ...walls.map((wall) =>
      withoutWeeks(
        wallCell(
          facts,
          { wall },
          rows.filter((row) => row.wall === wall),
        ),
      ),
    ),
  ]
}

const withoutWeeks = (cell: Cell): Cell => ({ ...cell, weeks: null })

function wallClicks(facts: Facts): Cell[] {
  const simple = (dims: Cell['dims'], n: number) => {
    const coverage = coverageSince(facts, facts.begun.walls)
    return coverage ? [counted(facts, dims, n, coverage)] : []
  }
  return [
    ...byWall(facts, isClick),
    ...[...clicks, 'share' as const].flatMap((event) =>
      simple(
        { event },
        total(facts.wall.days.filter((row) => row.event === event).filter(insideQuarter(facts))),
      ),
    ),
    ...facts.wall.channels.flatMap((row) => simple({ channel: row.channel }, row.n)),
    ...facts.wall.actions.flatMap((row) => simple({ action: row.action }, row.n)),
  ]
}

function wallShare(facts: Facts): Cell[] {
  const [views, left] = [isView, isClick].map((fits) => wallCell(facts, {}, facts.wall.days.filter(fits)))
  if (!views || !left || views.value === null || left.value === null)
    return [views ?? missing({}, 'not-counted')]
  if (views.value === '0') return [missing({}, 'no-views', 'not_applicable')]
  return [{ ...withoutWeeks(left), of: views.value }]
}

function liftWeeks(facts: Facts): Cell[] {
  if (facts.begun.used >= facts.days.to) return [missing({}, 'not-started')]
  const lifted = new Set(facts.lifts.map((row) => row.week))
  const late = facts.begun.used > facts.days.from
  const asked = facts.weeks.filter(
    (week) => lifted.has(week) || !facts.excuses.some((one) => one.week === week),
  )
  return [
    {
      dims: {},
      value: String(lifted.size),
      of: String(asked.length),
      status: late || facts.elapsed < facts.of ? 'partial' : 'ok',
      reason: late ? 'began-within' : null,
      flags: [...runningFlag(facts), `lifts:${total(facts.lifts)}`],
    },
  ]
}

function residentLifts(facts: Facts): Cell[] {
  if (facts.begun.used >= facts.days.to) return [missing({}, 'not-started')]
  const all = total(facts.lifts)
  if (!all) return [missing({}, 'no-lifts', 'not_applicable')]
  const theirs = total(facts.lifts.filter((row) => row.author === 'other'))
  return [{ dims: {}, value: String(theirs), of: String(all), status: 'ok', flags: runningFlag(facts) }]
}

const wall = { source: 'wall_day', unit: 'count', stage: 'out-take', version: 1 } as const
const lift = { source: 'lift', stage: 'output', version: 1 } as const

export const serviceFigures = [
  { ...wall, id: 'F10', formula: 'Σ views', compute: (facts) => byWall(facts, isView) },
  { ...wall, id: 'F11', formula: 'Σ clicks on a post, a channel or a next step', compute: wallClicks },
  { ...wall, id: 'F12', unit: 'share', formula: 'F11 / F10', compute: wallShare },
  {
    ...lift,
    id: 'F13',
    unit: 'weeks',
    formula: 'weeks with a lift / weeks of the quarter that were not excused',
    version: 2,
    compute: liftWeeks,
  },
  { ...lift, id: 'F14', unit: 'ratio', formula: 'lifts of others’ posts / lifts', compute: residentLifts },
  {
    id: 'F29',
    formula: 'days with a successful run / days of the quarter',
    source: 'source_day',
    unit: 'days',
    stage: 'input',
    version: 1,
    compute: (facts) =>
      facts.sources
        .filter((one) => one.used && !isHanded(one.channel))
        .map((one) => ({
          dims: { source: one.id },
          value: String(one.days.length),
          of: String(facts.of),
          status: 'ok',
        })),
  },
] as const satisfies Figure[]
