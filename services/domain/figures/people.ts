// F21 to F23 and F26 to F36: what people answered, labelled, promised and told, and who is new among them.
import type { LabelCount } from '../../../db/figures/people.ts'
import { tones } from '../../../db/schema.ts'
import type { Cell } from '../compare.ts'
import { sum } from '../decimal.ts'
import { type Facts, missing, runningFlag, suppressFew, suppressParts, total } from '../facts.ts'
import { dimsOf, readMeasure } from '../measures.ts'
import { answersOf, meanOf, type Question, type Survey, scoreOf } from '../surveys.ts'
import type { Figure } from './figure.ts'
import { sumOfPosts } from './platforms.ts'
import { postCell } from './posts.ts'

const parts = (facts: Facts, indicator: string, name: string): Cell[] =>
  dimsOf(facts, indicator).map((dim) => readMeasure(facts, indicator, dim, { [name]: dim }, 'not-entered'))

const FEWEST = 5

/** Respondents: of our own surveys, and of those whose numbers alone were entered. */
function respondents(facts: Facts): Cell[] {
  const own = facts.surveys.map(({ id, respondents: n }) =>
    suppressFew({ dims: { survey: id }, value: String(n), status: 'ok', flags: runningFlag(facts) }),
  )
  return [...own, ...parts(facts, 'survey.answers', 'survey').map(suppressFew)]
}

function responseRates(facts: Facts): Cell[] {
  return facts.surveys.map((survey): Cell => {
    const dims = { survey: survey.id }
    if (survey.link === 'open') return missing(dims, 'open-link', 'not_applicable')
    if (survey.invited === null) return missing(dims, 'not-entered')
    if (survey.respondents < FEWEST) return missing(dims, 'few-answers', 'suppressed')
    return { dims, value: String(survey.respondents), of: String(survey.invited), status: 'ok' }
  })
}

/** One cell a question of the kind; fewer than five answers are no value. */
function questions(facts: Facts, kind: Question['kind'], read: (one: Question) => string | null): Cell[] {
  const cell = (survey: Survey, question: Question): Cell => {
    const dims = { survey: survey.id, question: question.question }
    const n = answersOf(question)
    const value = survey.respondents < FEWEST ? null : read(question)
    if (value === null) return missing(dims, 'few-answers', 'suppressed')
    const basis = `${question.low}-${question.high}`
    return { dims, value, status: 'ok', n: { measured: n, of: survey.respondents }, basis }
  }
  return facts.surveys.flatMap((survey) =>
    survey.questions.filter((one) => one.kind === kind).map((one) => cell(survey, one)),
  )
}

/** Shares are told of so many labelled texts or more. */
const FOR_SHARES = 20

/** How the labelled texts of one group divide by one of their labels. */
function divide(
  facts: Facts,
  author: LabelCount['author'],
  by: 'tone' | 'content' | 'image' | 'theme',
): Cell[] {
  const rows = facts.labels.counts.filter((one) => one.author === author)
  const labelled = total(rows)
  const population = facts.labels.populations[author]
  if (!labelled) return [missing({ author, by }, 'not-labelled')]
  if (labelled < FOR_SHARES) return [missing({ author, by }, 'few-labels')]
  const used = rows.map((one) => one[by]).filter((one) => one !== null)
  // Of the few tones one that was never heard is told as 0; of the many other labels only those that were used.
  const values = [...new Set(by === 'tone' ? tones : used)].sort()
  return values.map((value) => ({
    dims: { author, by, value },
    value: String(total(rows.filter((one) => one[by] === value))),
    of: String(labelled),
    status: 'ok',
    n: { measured: labelled, of: population },
    flags: runningFlag(facts),
  }))
}

const groups = ['own', 'residents'] as const

function dueActions(facts: Facts): Cell[] {
  const { due, done, starts } = facts.actions
  if (starts === null || starts >= facts.days.to) return [missing({}, 'not-started')]
  if (!due) return [missing({}, 'nothing-due', 'not_applicable')]
  return [{ dims: {}, value: String(done), of: String(due), status: 'ok', flags: runningFlag(facts) }]
}

function hours(facts: Facts): Cell[] {
  const whole = readMeasure(facts, 'work.hours', '', {}, 'not-entered')
  const split = parts(facts, 'work.hours', 'work').filter((one) => one.value !== null)
  if (whole.value !== null || !split[0]) return [whole, ...split]
  return [{ ...split[0], dims: {}, value: sum(split.map((one) => one.value ?? '0')) }, ...split]
}

function stories(facts: Facts): Cell[] {
  if (!facts.storyFamilies.length && !facts.sources.some((one) => one.channel === 'story' && one.used))
    return [missing({}, 'no-stories', 'not_applicable')]
  return [postCell(facts, {}, facts.posts.stories)]
}

/** `und` is what could not be told. */
function byLanguage(facts: Facts): Cell[] {
  const rows = facts.posts.languages
  const languages = [...new Set(rows.map((row) => row.lang ?? 'und'))].sort()
  return languages.flatMap((lang) => {
    const mine = rows.filter((row) => (row.lang ?? 'und') === lang)
    return [
      postCell(facts, { lang }, total(mine)),
      ...mine.map((row) => postCell(facts, { author: row.author, lang }, row.n)),
    ]
  })
}

const survey = { source: 'survey', stage: 'outcome', version: 1 } as const
const label = { source: 'label', unit: 'share', stage: 'out-take', version: 1 } as const
const measure = { source: 'measure', unit: 'count', stage: 'outcome', version: 1 } as const
const post = { source: 'post', unit: 'count', stage: 'output', version: 1 } as const

export const peopleFigures = [
  {
    ...measure,
    id: 'F8',
    formula: 'Σ as the channel tells, never added to F11',
    stage: 'out-take',
    compute: (facts) => [...parts(facts, 'social.clicks', 'channel'), ...sumOfPosts(facts, 'clicks')],
  },
  { ...survey, id: 'F21', formula: 'count(respondent), 1–4 hidden', unit: 'persons', compute: respondents },
  { ...survey, id: 'F22', formula: 'respondents / invited', unit: 'share', compute: responseRates },
  {
    ...survey,
    id: 'F23',
    formula: 'mean of the answers, n ≥ 5',
    unit: 'mean',
    compute: (facts) => [...questions(facts, 'scale', meanOf), ...parts(facts, 'survey.mean', 'survey')],
  },
  {
    ...label,
    id: 'F26',
    formula: 'labelled so / labelled, n ≥ 20',
    compute: (facts) =>
      groups.flatMap((author) =>
        (['tone', 'content', 'image'] as const).flatMap((by) => divide(facts, author, by)),
      ),
  },
  {
    id: 'F27',
    formula: 'done in time / due',
    source: 'digest_action',
    unit: 'ratio',
    stage: 'input',
    version: 1,
    compute: dueActions,
  },
  { ...measure, id: 'F28', formula: 'Σ hours entered', unit: 'hours', stage: 'input', compute: hours },
  {
    ...post,
    id: 'F30',
    formula: 'count(author, not own: first post in the period), 1–4 hidden',
    source: 'account',
    unit: 'persons',
    compute: (facts) => [suppressFew(postCell(facts, {}, facts.posts.newAuthors))],
  },
  {
    ...post,
    id: 'F31',
    formula: 'count(distinct post: told with the form, or of a leading family)',
    compute: stories,
  },
  {
    ...label,
    id: 'F32',
    formula: 'labelled with the theme / labelled, n ≥ 20',
    compute: (facts) => groups.flatMap((author) => divide(facts, author, 'theme')),
  },
  { ...post, id: 'F33', formula: 'for each language and author: count(distinct post)', compute: byLanguage },
  {
    ...survey,
    id: 'F34',
    formula: '(9–10) / n − (0–6) / n, n ≥ 5',
    unit: 'points',
    compute: (facts) => questions(facts, 'nps', scoreOf),
  },
  {
    ...survey,
    id: 'F35',
    formula: 'mean of grades, + and − a quarter, n ≥ 5',
    unit: 'mean',
    compute: (facts) => questions(facts, 'grade', meanOf),
  },
  {
    ...measure,
    id: 'F36',
    formula: 'as counted by its owner',
    stage: 'output',
    compute: (facts) => [...parts(facts, 'counter', 'counter'), ...parts(facts, 'reach.people', 'reach')],
  },
] as const satisfies Figure[]

/** Where people had heard of the municipality, from contacts and feedback together; few are hidden. */
export function heardFrom(facts: Facts): Cell[] {
  const counts = new Map(facts.heard.map((one) => [one.heard, one.n]))
  for (const cell of parts(facts, 'contact.heard-from', 'heard'))
    if (cell.value !== null) {
      const heard = cell.dims.heard ?? ''
      counts.set(heard, (counts.get(heard) ?? 0) + Number(cell.value))
    }
  return suppressParts(
    [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([heard, n]) => ({ dims: { heard }, value: String(n), status: 'ok', flags: runningFlag(facts) })),
  )
}
