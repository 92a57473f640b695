// How a survey's results are said: a mean never without its scale, n and response rate; few answers in words only.
import { type Language, t } from '../../config/i18n.ts'
import { shareOf } from '../domain/compare.ts'
import { compareDecimals, ratio } from '../domain/decimal.ts'
import type { QuestionRecord, SurveyRecord } from '../domain/digest-model.ts'
import { sayMean, sayNumber, sayRange } from './say.ts'

/** `n = 31, vastausosuus 86 %`; of an open link that there is no rate. */
export function sayRespondents(language: Language, survey: SurveyRecord): string {
  if (survey.n === null) return t(language, 'digest.survey.few')
  const n = t(language, 'digest.survey.n', { n: survey.n })
  if (survey.link === 'open') return `${n}, ${t(language, 'digest.survey.open')}`
  if (survey.invited === null) return `${n}, ${t(language, 'digest.survey.uninvited')}`
  const rate = ratio(String(survey.n), String(survey.invited), 100) ?? '0'
  return `${n}, ${t(language, 'digest.survey.rate', { rate })}`
}

/** `ka. 3,5 (asteikko 1–4), n = 31, vastausosuus 86 %`, a grade, or a promoter score; counts where that is all. */
export function sayResult(language: Language, survey: SurveyRecord, question: QuestionRecord): string {
  if (survey.n === null || question.n === null) return t(language, 'digest.survey.few')
  const told = sayRespondents(language, { ...survey, n: question.n })
  const mean = question.mean === null ? '' : sayMean(language, question.mean)
  if (question.kind === 'nps') return `${sayScore(language, question)}, ${told}`
  if (question.mean === null) return told
  const range = sayRange(language, { low: question.low ?? '', high: question.high ?? '' })
  const said =
    question.kind === 'grade'
      ? t(language, 'digest.survey.grade', { grade: sayGrade(question.mean), mean })
      : t(language, 'digest.survey.mean', { mean, range })
  return `${said}, ${told}`
}

function sayScore(language: Language, { nps, n }: QuestionRecord): string {
  const { promoters, passives, detractors } = nps ?? { promoters: 0, passives: 0, detractors: 0 }
  const score = ratio(String(promoters - detractors), String(n), 100) ?? '0'
  const sign = compareDecimals(score, '0') > 0 ? '+' : ''
  const values = { score: `${sign}${sayNumber(language, score)}`, promoters, passives, detractors }
  return t(language, 'digest.survey.nps', values)
}

/** The second line: limits from ten answers on, else how many gave each answer. */
export function sayAround(language: Language, survey: SurveyRecord, question: QuestionRecord): string {
  if (question.limits) {
    const { low, high } = question.limits
    const range = `${sayMean(language, low)}–${sayMean(language, high)}`
    const limits = t(language, 'digest.survey.limits', { range })
    const invited =
      survey.invited === null ? '' : `${t(language, 'digest.survey.invited', { n: survey.invited })}; `
    return `${invited}${limits}`
  }
  if (!question.counts) return ''
  if (question.kind === 'several') return saySeveral(language, question)
  if (question.kind === 'choice')
    return question.counts
      .map(({ answer, n }) => `${answer} ${n === null ? t(language, 'figure.reason.few-people') : n}`)
      .join(', ')
  const range = sayRange(language, { low: question.low ?? '', high: question.high ?? '' })
  const counts = question.counts.map((each) => each.n ?? 0).join(', ')
  const said = t(language, 'digest.survey.counts', { range, counts })
  return question.kind === 'scale' && question.n !== null
    ? `${said}; ${t(language, 'digest.survey.no-limits')}`
    : said
}

/** Of each option how many of those who answered chose it, in per cent where they are twenty or more. */
function saySeveral(language: Language, { counts, n: of }: QuestionRecord): string {
  const said = (counts ?? []).map(({ answer, n }) => {
    if (n === null) return `${answer} ${t(language, 'figure.reason.few-people')}`
    const share = shareOf({ value: String(n), of: String(of) })
    return `${answer} ${n}/${of}${share === null ? '' : ` (${sayNumber(language, share)}\u00a0%)`}`
  })
  return `${said.join(', ')}. ${t(language, 'digest.survey.several')}`
}

/** A mean of school grades as the nearest grade: `8+` from 8,13 to 8,37. */
export function sayGrade(mean: string): string {
  const quarters = Number(ratio(mean, '1', 4) ?? '0')
  const [whole, part] = [Math.floor(quarters / 4), quarters % 4]
  return part === 3 ? `${whole + 1}\u2212` : `${whole}${['', '+', '½'][part]}`
}
