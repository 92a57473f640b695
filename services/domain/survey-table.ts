// A survey's file (Webropol and others): which column answers which question, and every cell that is no answer to it.
import type { QuestionKind } from '../../db/schema.ts'
import type { CsvRow } from './csv.ts'
import { isChosen, keepChosen, optionOf, readList } from './several.ts'
import { readGrade } from './surveys.ts'

export type Asked = {
  id: number
  position: number
  kind: QuestionKind
  label: string
  low: number | null
  high: number | null
  choices: readonly string[]
}

const LONGEST = 5_000

/** The answer as it is kept; null for none given, undefined for what is no answer to this question. */
export function readAnswer(question: Asked, written: string): string | null | undefined {
  const text = written.normalize('NFC').replace(/\r\n?/g, '\n').trim()
  if (text === '') return null
  if (question.kind === 'open') return text.length <= LONGEST ? text : undefined
  if (question.kind === 'several') {
    const chosen = readList(text, question.choices)
    return chosen && keepChosen(chosen)
  }
  if (question.kind === 'choice')
    return question.choices.find((one) => plain(one) === plain(text)) ?? undefined
  if (question.kind === 'grade')
    return readGrade(text) === undefined ? undefined : text.replace('\u2212', '-')
  // Programs write the number of a scale alone or with its words: `4`, `4 = erittäin hyvin`, `4 - hyvin`.
  const [, digits] = /^(\d{1,3})(?:[.,]0+)?(?:\s*[=:–-]\s*\D.*|\s+\D.*)?$/s.exec(text) ?? []
  const n = Number(digits)
  const { low, high } = question
  return digits !== undefined && low !== null && high !== null && n >= low && n <= high
    ? String(n)
    : undefined
}

const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/** For each column of the head the position of the question with the same words, or nothing. */
export function guessColumns(head: readonly string[], questions: readonly Asked[]): (number | null)[] {
  const several = questions.filter((one) => one.kind === 'several')
  const ofOption = (cell: string) =>
    several.filter(({ label, choices }) => optionOf(cell, label, choices) !== undefined)
  return head.map((cell) => {
    const same = questions.find((one) => plain(one.label) === plain(cell))
    const named = ofOption(cell).filter((one) => plain(cell).startsWith(plain(one.label)))
    // An option alone tells its question only when no other question has it too.
    const [only, ...others] = named.length ? named : ofOption(cell)
    return (same ?? (others.length ? undefined : only))?.position ?? null
  })
}

export type Answered = { respondent: number; question: number; value: string }
export type BadCell = { line: number; column: string; question: Asked; value: string }

type BadOption = { column: string; wrong: 'option' | 'option-twice' }

/** Columns of a question with several answers of which nobody can tell the option, or which tell one twice. */
export function badOptions(
  head: readonly string[],
  columns: readonly (number | null)[],
  questions: readonly Asked[],
): BadOption[] {
  return questions
    .filter((one) => one.kind === 'several')
    .flatMap(({ position, label, choices }) => {
      const mine = columns.flatMap((one, nth) => (one === position ? [head[nth] ?? ''] : []))
      if (mine.length < 2) return []
      const options = mine.map((cell) => optionOf(cell, label, choices))
      return mine.flatMap((column, nth): BadOption[] => {
        if (options[nth] === undefined) return [{ column, wrong: 'option' }]
        return options.indexOf(options[nth]) < nth ? [{ column, wrong: 'option-twice' }] : []
      })
    })
}

/** Every answer of the table, and every cell that is none; a row without any answer is nobody's. */
export function readAnswers(
  [head, ...rows]: readonly CsvRow[],
  columns: readonly (number | null)[],
  questions: readonly Asked[],
): { answers: Answered[]; bad: BadCell[]; respondents: number } {
  const bad: BadCell[] = []
  const answers: Answered[] = []
  let respondents = 0
  for (const row of rows) {
    const mine: Answered[] = []
    const chosen = new Map<Asked, string[]>()
    for (const [nth, position] of columns.entries()) {
      const question = questions.find((one) => one.position === position)
      const written = row.cells[nth] ?? ''
      const column = head?.cells[nth] ?? ''
      if (!question) continue
      const complain = () => bad.push({ line: row.line, column, question, value: written.slice(0, 60) })
      const option =
        question.kind === 'several' ? optionOf(column, question.label, question.choices) : undefined
      if (option !== undefined) {
        const told = isChosen(written, option)
        if (told === undefined) complain()
        else if (told) chosen.set(question, [...(chosen.get(question) ?? []), option])
        continue
      }
      const value = readAnswer(question, written)
      if (value === undefined) complain()
      else if (value !== null) mine.push({ respondent: respondents + 1, question: question.id, value })
    }
    for (const [{ id, choices }, options] of chosen) {
      const value = keepChosen(choices.filter((one) => options.includes(one)))
      if (value !== null) mine.push({ respondent: respondents + 1, question: id, value })
    }
    if (!mine.length) continue
    respondents++
    answers.push(...mine)
  }
  return { answers, bad, respondents }
}
