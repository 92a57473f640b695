// F41 to F43: what the platforms tell of our own posts and accounts in their own statistics, brought in as files.
import type { PlatformSum } from '../../../db/figures/platforms.ts'
import type { Cell } from '../compare.ts'
import { quantile } from '../decimal.ts'
import { type Facts, runningFlag } from '../facts.ts'
import { dimsOf, readMeasure } from '../measures.ts'
import type { Figure } from './figure.ts'

/** `per`: the numbers of single posts; without it those of the whole account by day. The two are never added. */
const dimsOfPosts = (channel: string) => ({ channel, per: 'post' })

/** What was told of so many posts; such a number has grown since each was published, so quarters are not compared. */
function told(facts: Facts, row: PlatformSum, measured: number): Omit<Cell, 'dims' | 'value'> {
  return {
    n: { measured, of: row.posts },
    status: row.young ? 'preliminary' : measured < row.posts ? 'partial' : 'ok',
    reason: measured < row.posts ? 'not-measured' : null,
    flags: [...runningFlag(facts), 'lifetime'],
  }
}

/** The sum over the posts of each channel that tells it. */
export const sumOfPosts = (facts: Facts, count: 'views' | 'clicks'): Cell[] =>
  facts.platforms.flatMap((row) => {
    const value = row[count]
    return value === null
      ? []
      : [{ dims: dimsOfPosts(row.channel), value, ...told(facts, row, row[`${count}_of`]) }]
  })

const byDay = (facts: Facts, indicator: string): Cell[] =>
  dimsOf(facts, indicator).map((channel) =>
    readMeasure(facts, indicator, channel, { channel }, 'not-entered'),
  )

const reach = (facts: Facts): Cell[] =>
  facts.platforms.flatMap((row) => {
    const value = quantile(row.reach, 1, 2)
    if (value === undefined) return []
    const spread = { low: quantile(row.reach, 1, 4) ?? '0', high: quantile(row.reach, 3, 4) ?? '0' }
    return [{ dims: dimsOfPosts(row.channel), value, spread, ...told(facts, row, row.reach.length) }]
  })

const common = { source: 'platform_post', stage: 'out-take', version: 1 } as const

export const platformFigures = [
  {
    ...common,
    id: 'F41',
    formula: 'Σ as the platform tells; posts and days apart',
    unit: 'count',
    compute: (facts) => [...sumOfPosts(facts, 'views'), ...byDay(facts, 'social.views')],
  },
  { ...common, id: 'F42', formula: 'median(people reached by a post)', unit: 'persons', compute: reach },
  {
    ...common,
    id: 'F43',
    source: 'measure',
    formula: 'the last day that was told',
    unit: 'persons',
    compute: (facts) => byDay(facts, 'social.followers'),
  },
] as const satisfies Figure[]
