// F5 to F9: likes, comments and shares when each post was fourteen days old, and the median of a post.
import type { ReactionCount, ReactionSum } from '../../../db/figures/reactions.ts'
import type { Cell } from '../compare.ts'
import { quantile, sum } from '../decimal.ts'
import { type Facts, missing, runningFlag } from '../facts.ts'
import type { Figure } from './figure.ts'

type Scope = { dims: Cell['dims']; rows: ReactionSum[] }

/** Everybody's posts, the municipality's own, and the own ones by channel. */
function scopes(facts: Facts): Scope[] {
  const rows = facts.posts.reactions
  const own = rows.filter((row) => row.author === 'own')
  return [
    { dims: {}, rows },
    { dims: { author: 'own' }, rows: own },
    ...own.map((row) => ({ dims: { author: 'own', channel: row.channel }, rows: [row] })),
  ]
}

/** `of` counts only posts on channels that tell the number at all: a website has no likes to miss. */
function measured(facts: Facts, scope: Scope, told: (row: ReactionSum) => number): Cell | Measured {
  const posts = add(scope.rows, (row) => row.posts)
  // In a comparison without some sources, what is missing is missing for that reason.
  const weak = facts.sources.some((one) => one.weak)
  if (!posts)
    return weak ? missing(scope.dims, 'coverage') : missing(scope.dims, 'no-posts', 'not_applicable')
  const telling = scope.rows.filter((row) => told(row) > 0)
  const n = { measured: add(telling, told), of: add(telling, (row) => row.posts) }
  if (!n.measured) {
    const silent = scope.rows.every((row) => row.measured > 0 || row.told === 0)
    return missing(scope.dims, weak ? 'coverage' : silent ? 'channel-silent' : 'not-measured')
  }
  const estimates = add(telling, (row) => row.estimates)
  return {
    telling,
    dims: scope.dims,
    n,
    status: n.measured < n.of ? 'partial' : estimates ? 'estimate' : 'ok',
    reason: n.measured < n.of ? 'not-measured' : null,
    basis: telling
      .map((row) => row.channel)
      .filter((one, at, all) => all.indexOf(one) === at)
      .sort()
      .join(' '),
    flags: [...runningFlag(facts), ...(estimates ? [`estimates:${estimates}`] : [])],
  }
}

type Measured = Omit<Cell, 'value'> & { telling: ReactionSum[] }

const add = (rows: readonly ReactionSum[], of: (row: ReactionSum) => number) =>
  rows.reduce((total, row) => total + of(row), 0)

const summed = (count: ReactionCount) => (facts: Facts) =>
  scopes(facts).map((scope): Cell => {
    const found = measured(facts, scope, (row) => row[`${count}_of`])
    if (!('telling' in found)) return found
    const { telling, ...cell } = found
    return { ...cell, value: sum(telling.map((row) => row[count] ?? '0')) }
  })

function medians(facts: Facts): Cell[] {
  return scopes(facts).map((scope): Cell => {
    const rows = facts.posts.interactions.filter((one) =>
      scope.rows.some((row) => row.channel === one.channel && row.author === one.author),
    )
    const told = (row: ReactionSum) =>
      rows
        .filter((one) => one.channel === row.channel && one.author === row.author)
        .reduce((total, one) => total + one.posts, 0)
    const found = measured(facts, scope, told)
    if (!('telling' in found)) return found
    const { telling: _, ...cell } = found
    const sorted = rows.flatMap((one) => Array<number>(one.posts).fill(one.total)).sort((a, b) => a - b)
    const spread = { low: quantile(sorted, 1, 4) ?? '0', high: quantile(sorted, 3, 4) ?? '0' }
    return { ...cell, value: quantile(sorted, 1, 2) ?? null, spread }
  })
}

const common = { source: 'tally', unit: 'count', stage: 'out-take', version: 1 } as const

export const reactionFigures = [
  { ...common, id: 'F5', formula: 'Σ likes of a post at 14–21 d', compute: summed('likes') },
  { ...common, id: 'F6', formula: 'Σ comments of a post at 14–21 d', compute: summed('comments') },
  { ...common, id: 'F7', formula: 'Σ shares of a post at 14–21 d', compute: summed('shares') },
  { ...common, id: 'F9', formula: 'median(likes + comments + shares of a post)', compute: medians },
] as const satisfies Figure[]
