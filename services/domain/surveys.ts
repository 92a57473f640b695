// Reading surveys: means with their limits, net promoters and school grades, and what few answers forbid to tell.
import type { AnswerRow, BatchRow } from '../../db/figures/people.ts'
import { fixed, ratio, sum } from './decimal.ts'
import type { QuestionRecord, SurveyRecord } from './digest-model.ts'
import { chosenOf } from './several.ts'
import { studentQuantile } from './stats.ts'

/** Nothing but "fewer than five" is told of fewer; limits are told from so many on. */
const FEWEST = 5
const FOR_LIMITS = 10

export const GRADES = { low: 4, high: 10 } as const

/** `8`, `8+`, `8½`, `9-` as hundredths: a plus raises by a quarter, a minus lowers by one. Undefined for no grade. */
export function readGrade(written: string): number | undefined {
  const [, whole, sign = ''] = /^(10|[4-9])(\+|-|\u2212|½|[.,](?:25|5|50|75))?$/.exec(written.trim()) ?? []
  if (whole === undefined) return undefined
  const parts: Record<string, number> = {
    '': 0,
    '+': 25,
    '-': -25,
    '\u2212': -25,
    '½': 50,
    '25': 25,
    '75': 75,
  }
  const part = parts[sign.replace(/^[.,]/, '')] ?? 50
  const value = Number(whole) * 100 + part
  return value >= GRADES.low * 100 - 25 && value <= GRADES.high * 100 ? value : undefined
}

type Counted = { value: string; n: number }
export type Question = Omit<AnswerRow, 'value' | 'n'> & { answers: Counted[] }
export type Survey = Omit<BatchRow, 'survey'> & { id: string; questions: Question[] }

/** Batches of one survey in the same quarter are one; invited is known only when it is known of each. */
export function joinBatches(batches: readonly BatchRow[], answers: readonly AnswerRow[]): Survey[] {
  const ids = [...new Set(batches.map((one) => one.survey))]
  return ids.map((id) => {
    const mine = batches.filter((one) => one.survey === id)
    const [first = mine[0] as BatchRow] = mine
    const known = mine.every((one) => one.invited !== null && one.link === 'closed')
    const rows = answers.filter((one) => one.survey === id)
    return {
      id,
      title: first.title,
      from: mine.map((one) => one.from).sort()[0] as string,
      to: mine
        .map((one) => one.to)
        .sort()
        .at(-1) as string,
      link: mine.some((one) => one.link === 'open') ? 'open' : 'closed',
      invited: known ? mine.reduce((all, one) => all + (one.invited ?? 0), 0) : null,
      respondents: mine.reduce((all, one) => all + one.respondents, 0),
      questions: [...new Set(rows.map((one) => one.question))].map((question) => {
        const of = rows.filter((one) => one.question === question)
        const { value: _, n: __, ...told } = of[0] as AnswerRow
        const counted = of.flatMap(({ value, n }) => (value === null ? [] : [{ value, n }]))
        return { ...told, answers: counted }
      }),
    }
  })
}

export const answersOf = ({ answers }: Question): number => answers.reduce((all, one) => all + one.n, 0)

const isChoice = ({ kind }: Question) => kind === 'choice' || kind === 'several'

/** Hundredths of an answer that is a number. */
const sizeOf = (kind: Question['kind'], value: string) =>
  kind === 'grade' ? (readGrade(value) ?? 0) : Number(value) * 100

/** The mean of a question as a decimal string; null of fewer than five answers, and where there is none. */
export function meanOf(question: Question): string | null {
  const n = answersOf(question)
  if (n < FEWEST || isChoice(question)) return null
  const total = sum(question.answers.map((one) => String(sizeOf(question.kind, one.value) * one.n)))
  return ratio(total, String(n * 100), 1, 2) ?? null
}

/** 95 % limits of the mean (Student), narrower when a known number was invited, cut to the scale. */
function limitsOf(question: Question, invited: number | null): QuestionRecord['limits'] {
  const n = answersOf(question)
  if (n < FOR_LIMITS || isChoice(question) || question.kind === 'nps') return null
  const values = question.answers.map((one) => ({ size: sizeOf(question.kind, one.value) / 100, n: one.n }))
  const mean = values.reduce((all, one) => all + one.size * one.n, 0) / n
  const spread = values.reduce((all, one) => all + one.n * (one.size - mean) ** 2, 0) / (n - 1)
  const finite =
    invited !== null && invited > n ? Math.sqrt((invited - n) / (invited - 1)) : invited === n ? 0 : 1
  const half = studentQuantile(0.05, n - 1) * Math.sqrt(spread / n) * finite
  const [low, high] = [question.low ?? mean - half, question.high ?? mean + half]
  return { low: fixed(Math.max(low, mean - half), 2), high: fixed(Math.min(high, mean + half), 2) }
}

/** Detractors to six, passives seven and eight, promoters nine and ten. */
function promotersOf({ answers }: Question): NonNullable<QuestionRecord['nps']> {
  const between = (low: number, high: number) =>
    answers.reduce((all, { value, n }) => (Number(value) >= low && Number(value) <= high ? all + n : all), 0)
  return { detractors: between(0, 6), passives: between(7, 8), promoters: between(9, 10) }
}

/** Promoters less detractors in percentage points, a whole number; null of fewer than five answers. */
export function scoreOf(question: Question): string | null {
  const n = answersOf(question)
  if (n < FEWEST) return null
  const { promoters, detractors } = promotersOf(question)
  return ratio(String(promoters - detractors), String(n), 100) ?? null
}

/** Every answer of the scale, also the one that nobody gave. */
function countsOf(question: Question): QuestionRecord['counts'] {
  const { kind, low, high, choices, answers } = question
  if (kind === 'grade') return null
  if (kind === 'several')
    return choices.map((answer) => ({
      answer,
      n: answers.reduce((all, { value, n }) => (chosenOf(value).includes(answer) ? all + n : all), 0),
    }))
  const all =
    kind === 'choice' || low === null || high === null
      ? choices
      : Array.from({ length: high - low + 1 }, (_, nth) => String(low + nth))
  return all.map((answer) => ({ answer, n: answers.find((one) => one.value === answer)?.n ?? 0 }))
}

/**
 * A choice tells of people: 1 to 4 are hidden, and one more when a single one could be found by subtraction. Where
 * each may choose several the counts have no sum to subtract from; but what all except a few chose tells of those few.
 */
function hideFew(
  kind: Question['kind'],
  total: number,
  counts: QuestionRecord['counts'],
): QuestionRecord['counts'] {
  if (!counts) return null
  const few = (n: number | null) => n !== null && n > 0 && n < FEWEST
  const tells = (n: number | null) => few(n) || (kind === 'several' && n !== null && few(total - n))
  const hidden = counts.map((one) => (tells(one.n) ? { ...one, n: null } : one))
  if (kind === 'several') return hidden
  if (hidden.filter((one) => one.n === null).length !== 1) return hidden
  const least = hidden.filter((one) => one.n).sort((a, b) => (a.n ?? 0) - (b.n ?? 0))[0]
  return hidden.map((one) => (one === least ? { ...one, n: null } : one))
}

function describeQuestion(question: Question, invited: number | null): QuestionRecord {
  const { question: id, label, kind } = question
  const n = answersOf(question)
  const bounds = { low: question.low?.toString() ?? null, high: question.high?.toString() ?? null }
  const base = { id, label, kind: kind as QuestionRecord['kind'], ...bounds }
  if (n < FEWEST) return { ...base, n: null, mean: null, limits: null, counts: null, nps: null }
  return {
    ...base,
    n,
    mean: kind === 'nps' ? null : meanOf(question),
    limits: limitsOf(question, invited),
    counts: isChoice(question) ? hideFew(kind, n, countsOf(question)) : countsOf(question),
    nps: kind === 'nps' ? promotersOf(question) : null,
  }
}

/** A survey as it may be printed; with fewer than five respondents only that there were few. */
export function describeSurvey(survey: Survey): SurveyRecord {
  const { id, title, from, to, link, invited, respondents } = survey
  const few = respondents < FEWEST
  return {
    ...{ id, title, from, to, link, invited },
    n: few ? null : respondents,
    questions: few ? [] : survey.questions.map((one) => describeQuestion(one, invited)),
  }
}
