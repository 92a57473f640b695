// A survey's file: what a cell may hold for each kind of question, and columns found by their words.
import { describe, expect, it } from 'vitest'
import { decodeTable, readCsv } from '../../services/domain/csv.ts'
import { type Asked, guessColumns, readAnswer, readAnswers } from '../../services/domain/survey-table.ts'

const ask = (more: Partial<Asked>): Asked => ({
  ...{ id: 1, position: 1, kind: 'scale', label: 'Kuinka hyvin?', low: 1, high: 4, choices: [] },
  ...more,
})

describe('an answer', () => {
  it.each([
    ['4', '4'],
    [' 4 ', '4'],
    ['4,0', '4'],
    ['4 = erittäin hyvin', '4'],
    ['4 - hyvin', '4'],
    ['', null],
    ['5', undefined],
    ['0', undefined],
    ['hyvin', undefined],
    ['3,5', undefined],
    ['=HYPERLINK("http://evil.example")', undefined],
  ])('%j on a scale of 1 to 4 is %j', (written, kept) => expect(readAnswer(ask({}), written)).toBe(kept))
  it('of a choice is one of the choices, however it is written', () => {
    const question = ask({ kind: 'choice', low: null, high: null, choices: ['Some', 'Tuttava'] })
    expect([' some', 'TUTTAVA', 'messut'].map((one) => readAnswer(question, one))).toEqual([
      'Some',
      'Tuttava',
      undefined,
    ])
  })
  it('in words may be anything up to five thousand characters', () => {
    const question = ask({ kind: 'open', low: null, high: null })
    expect(readAnswer(question, '=1+1 #panic <script>')).toBe('=1+1 #panic <script>')
    expect(readAnswer(question, 'a'.repeat(5_001))).toBeUndefined()
  })
})

const questions = [
  ask({ id: 11, position: 1, label: 'Kuinka hyvin sait apua muuttoosi?' }),
  ask({ id: 12, position: 2, kind: 'open', label: 'Mitä toivot?', low: null, high: null }),
]
const head = 'ID;Päivä;Kuinka hyvin sait apua muuttoosi?;Mitä toivot?'
const table = `${head}\r\n1;1.9.2026;4;"Lisää asuntoja;\nja töitä"\r\n2;2.9.2026;9;\r\n3;;;\r\n4;3.9.2026;2;Ei mitään`

describe('a file', () => {
  const windows = Uint8Array.from(table, (sign) => sign.charCodeAt(0))
  it.each([
    ['UTF-8', new TextEncoder().encode(table)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${table}`)],
    ['Windows-1252', windows],
  ])(
    'in %s is the same: its columns are found, a quoted line break is kept, empty rows are nobody',
    (_, bytes) => {
      const rows = readCsv(decodeTable(bytes))
      const columns = guessColumns(rows[0]?.cells ?? [], questions)
      expect(columns).toEqual([null, null, 1, 2])
      const { answers, bad, respondents } = readAnswers(rows, columns, questions)
      expect(respondents).toBe(2)
      expect(answers).toEqual([
        { respondent: 1, question: 11, value: '4' },
        { respondent: 1, question: 12, value: 'Lisää asuntoja;\nja töitä' },
        { respondent: 2, question: 11, value: '2' },
        { respondent: 2, question: 12, value: 'Ei mitään' },
      ])
      expect(bad).toMatchObject([{ line: 4, column: 'Kuinka hyvin sait apua muuttoosi?', value: '9' }])
    },
  )
})
