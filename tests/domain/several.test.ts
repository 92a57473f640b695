// Questions with several answers: columns found by their options, marks read, respondents counted, few kept back.
import { describe, expect, it } from 'vitest'
import type { AnswerRow } from '../../db/figures/people.ts'
import { sayAround } from '../../services/digest/say-survey.ts'
import { readCsv } from '../../services/domain/csv.ts'
import { isChosen, optionOf, readList } from '../../services/domain/several.ts'
import { type Asked, badOptions, guessColumns, readAnswers } from '../../services/domain/survey-table.ts'
import { describeSurvey, joinBatches } from '../../services/domain/surveys.ts'
import { fc } from '../chance.ts'

const LABEL = 'Mistä kuulit meistä?'
const choices = ['some', 'lehti, radio tai tv', 'lehti', 'tuttava']
const none = { low: null, high: null }
const heard: Asked = { id: 7, position: 2, kind: 'several', label: LABEL, choices, ...none }
const wish: Asked = { id: 8, position: 3, kind: 'open', label: 'Mitä toivot?', choices: [], ...none }

describe('an option', () => {
  it.each([
    [`${LABEL}: some`, 'some'],
    [`${LABEL} - Lehti, radio tai TV`, 'lehti, radio tai tv'],
    [`${LABEL} [tuttava]`, 'tuttava'],
    [`${LABEL} (lehti)`, 'lehti'],
    ['Some', 'some'],
    [LABEL, undefined],
    [`${LABEL}: muu, mikä`, undefined],
  ])('%s is %s', (heading, option) => expect(optionOf(heading, LABEL, choices)).toBe(option))
  it.each([
    ['1', true],
    ['1,0', true],
    ['x', true],
    ['SOME', true],
    ['Kyllä', true],
    ['0', false],
    ['', false],
    ['ei', false],
    ['lehti', undefined],
    ['2', undefined],
    ['=HYPERLINK("x")', undefined],
  ])('a cell %j of its column says %j', (cell, told) => expect(isChosen(cell, 'some')).toBe(told))
  it('listed in one cell is found whatever separates the list, and nothing else may stand there', () => {
    const options = fc.uniqueArray(fc.constantFrom(...choices), { minLength: 1 })
    fc.assert(
      fc.property(options, fc.constantFrom('; ', ', ', '\n', '|'), (list, sign) => {
        expect(readList(list.join(sign), choices)).toEqual(choices.filter((one) => list.includes(one)))
        expect(readList([...list, 'muu'].join(sign), choices)).toBeUndefined()
      }),
    )
  })
})

const head = ['ID', ...choices.map((one) => `${LABEL}: ${one}`), 'Mitä toivot?']
const headings = head.map((one) => `"${one}"`).join(';')

describe('a file', () => {
  it('with a column for each option is one answer a respondent; who chose none has not answered', () => {
    const columns = guessColumns(head, [heard, wish])
    expect(columns).toEqual([null, 2, 2, 2, 2, 3])
    const csv = `${headings}\n1;1;0;1;0;\n2;0;0;0;0;Töitä\n3;;;;;\n4;;x;;tuttava;\n5;7;;;;`
    const read = readAnswers(readCsv(csv), columns, [heard, wish])
    expect(read).toMatchObject({
      respondents: 3,
      answers: [
        { respondent: 1, question: 7, value: '["some","lehti"]' },
        { respondent: 2, question: 8, value: 'Töitä' },
        { respondent: 3, question: 7, value: '["lehti, radio tai tv","tuttava"]' },
      ],
      bad: [{ line: 6, column: `${LABEL}: some`, value: '7' }],
    })
  })
  it('with the options in one cell is read too', () => {
    const csv = `${LABEL}\n"some, lehti"\n"tuttava;some"\nnaapuri`
    const read = readAnswers(readCsv(csv), [2], [heard])
    expect(read.answers.map((one) => one.value)).toEqual(['["some","lehti"]', '["some","tuttava"]'])
    expect(read.bad).toMatchObject([{ line: 4, value: 'naapuri' }])
  })
  it('whose columns do not tell their options, or tell one twice, is named', () => {
    expect(badOptions([LABEL, `${LABEL}: some`, 'Some'], [2, 2, 2], [heard])).toEqual([
      { column: LABEL, wrong: 'option' },
      { column: 'Some', wrong: 'option-twice' },
    ])
  })
})

const row = (value: string[], n: number): AnswerRow => ({
  ...{
    survey: 's_1',
    question: 's_1-2',
    position: 2,
    label: LABEL,
    kind: 'several' as const,
    ...none,
    choices,
  },
  ...{ value: JSON.stringify(value), n },
})

describe('the counts', () => {
  const tell = (rows: AnswerRow[]) => {
    const respondents = rows.reduce((all, one) => all + one.n, 0)
    const batch = { survey: 's_1', title: 'Kysely', from: '2026-09-01', to: '2026-09-21', respondents }
    const [survey] = joinBatches([{ ...batch, link: 'open', invited: null }], rows)
    if (!survey) throw new Error('no survey')
    const record = describeSurvey(survey)
    const [question] = record.questions
    return { question, said: question && sayAround('fi', record, question) }
  }
  it('are of respondents and may add up to more than all; 1 to 4 and all but 1 to 4 are not told', () => {
    const { question, said } = tell([
      row(['some', 'lehti'], 12),
      row(['some', 'tuttava'], 6),
      row(['tuttava'], 3),
    ])
    expect(question).toMatchObject({
      n: 21,
      mean: null,
      limits: null,
      counts: [
        { answer: 'some', n: null },
        { answer: 'lehti, radio tai tv', n: 0 },
        { answer: 'lehti', n: 12 },
        { answer: 'tuttava', n: 9 },
      ],
    })
    expect(said).toContain(
      'lehti 12/21 (57\u00a0%), tuttava 9/21 (43\u00a0%). Vastaaja on voinut valita monta',
    )
  })
  it('have no per cent below twenty respondents, and of four nothing is told', () => {
    expect(tell([row(['some'], 6), row(['lehti'], 6)]).said).toContain('some 6/12, ')
    expect(tell([row(['some'], 4)]).question).toBeUndefined()
  })
})
