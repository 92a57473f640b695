// F1 to F4: how many posts there were, by tag, by channel, and by how many people.
import type { Cell } from '../compare.ts'
import {
  byWeek,
  counted,
  type Facts,
  insideQuarter,
  missing,
  suppressFew,
  total,
  weakestCoverage,
} from '../facts.ts'
import type { Figure } from './figure.ts'

/** Before the first day of collecting there is nothing to compare with, whatever old posts a feed has brought. */
export function postCell(facts: Facts, dims: Cell['dims'], n: number, of = facts.sources): Cell {
  if (of.length && of.every((one) => one.weak)) return missing(dims, 'coverage')
  const coverage = weakestCoverage(facts, of)
  const { collected } = facts.begun
  const early = collected !== null && collected >= facts.days.to
  if (n === 0 && !coverage) return missing(dims, early ? 'not-started' : 'not-connected')
  const cell = counted(facts, dims, n, coverage)
  return early ? { ...cell, reason: 'not-started' } : cell
}

function allPosts(facts: Facts): Cell {
  const all = facts.posts.days.filter((row) => row.family === null)
  const cell = postCell(facts, {}, total(all.filter(insideQuarter(facts))))
  if (cell.value === null) return cell
  const { twins } = facts.posts
  const flags = [...(cell.flags ?? []), ...(twins ? [`twins:${twins}`] : [])]
  return { ...cell, flags, weeks: byWeek(facts, all) }
}

function byFamily(facts: Facts): Cell[] {
  return facts.families.map(({ id: family }) => {
    const rows = facts.posts.days.filter((row) => row.family === family)
    const cell = postCell(facts, { family }, total(rows.filter(insideQuarter(facts))))
    return cell.value === null ? cell : { ...cell, weeks: byWeek(facts, rows) }
  })
}

/** Every spelling on its own, also the one that nobody used. */
function bySpelling(facts: Facts): Cell[] {
  return facts.families.flatMap(({ id: family, tags }) =>
    tags.map((tag) => {
      const rows = facts.posts.spellings.filter((row) => row.family === family && row.key === tag)
      return postCell(facts, { family, tag }, total(rows))
    }),
  )
}

/** Each channel that has sources or posts, split by author, and the authors over all channels. */
function byChannel(facts: Facts): Cell[] {
  const rows = facts.posts.channels
  const channels = [
    ...new Set([...facts.sources.map((one) => one.channel), ...rows.map((row) => row.channel)]),
  ]
  const authors = (['own', 'partner', 'other'] as const).map((author) =>
    postCell(facts, { author }, total(rows.filter((row) => row.author === author))),
  )
  return [
    ...authors,
    ...channels.sort().flatMap((channel) => {
      const mine = rows.filter((row) => row.channel === channel)
      const sources = facts.sources.filter((one) => one.channel === channel)
      return [
        postCell(facts, { channel }, total(mine), sources),
        ...mine.map((row) => postCell(facts, { author: row.author, channel }, row.n, sources)),
      ]
    }),
  ]
}

export const postFigures = [
  {
    id: 'F1',
    formula: 'count(distinct post: tag in families or author own)',
    source: 'post',
    unit: 'count',
    stage: 'output',
    version: 1,
    compute: (facts) => [
      allPosts(facts),
      postCell(facts, { tagged: 'no' }, total(facts.posts.channels.map((row) => ({ n: row.untagged })))),
    ],
  },
  {
    id: 'F2',
    formula: 'for each family and spelling: count(distinct post)',
    source: 'post_tag',
    unit: 'count',
    stage: 'output',
    version: 1,
    compute: (facts) => [...byFamily(facts), ...bySpelling(facts)],
  },
  {
    id: 'F3',
    formula: 'for each channel and author: count(distinct post)',
    source: 'post',
    unit: 'count',
    stage: 'output',
    version: 1,
    compute: byChannel,
  },
  {
    id: 'F4',
    formula: 'count(distinct author: neither own nor partner), 1–4 hidden',
    source: 'account',
    unit: 'persons',
    stage: 'output',
    version: 1,
    compute: (facts) => [suppressFew(postCell(facts, {}, facts.posts.authors))],
  },
] as const satisfies Figure[]
