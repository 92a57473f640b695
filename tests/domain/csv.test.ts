// Tables as people's programs write them, and as they leave us.

import { describe, expect, it } from 'vitest'
import { csvLine, decodeTable, readCsv, readNumber } from '../../services/domain/csv.ts'
import { fc } from '../chance.ts'

const cells = (text: string) => readCsv(text).map((row) => row.cells)
const bytes = (...all: number[]) => new Uint8Array(all)

describe('reading a table', () => {
  it.each([
    [
      'a;b\n1;2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a\tb\r1\t2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '\uFEFFa;b\n1,5;2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'a;"b ; c"\n"x ""y""";z',
      [
        ['a', 'b ; c'],
        ['x "y"', 'z'],
      ],
    ],
    [
      'a;b\n"two\nlines";2',
      [
        ['a', 'b'],
        ['two\nlines', '2'],
      ],
    ],
    [
      'a;b\n\n;\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '"a,b";c\n1;2',
      [
        ['a,b', 'c'],
        ['1', '2'],
      ],
    ],
    ['a;b\n"never closed;2', [['a', 'b'], ['never closed;2']]],
    ['', []],
  ])('%j', (text, rows) => expect(cells(text)).toEqual(rows))
  it('knows on which line a row begins, also after a cell of several lines', () => {
    expect(readCsv('a;b\n"x\ny";1\n\n2;3').map((row) => row.line)).toEqual([1, 2, 5])
    expect(readCsv('a;b\r\n"x\r\ny";1\r\n2;3').map((row) => row.line)).toEqual([1, 2, 4])
  })
  it('takes UTF-8 and what Excel saves as Windows-1252', () => {
    expect(decodeTable(new TextEncoder().encode('lähde €'))).toBe('lähde €')
    expect(decodeTable(bytes(0x6c, 0xe4, 0x68, 0x64, 0x65, 0x20, 0x80))).toBe('lähde €')
  })
  it('a million quotes or separators are read in one pass', () => {
    const start = performance.now()
    readCsv('"'.repeat(1e6))
    readCsv(';'.repeat(1e6))
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})

it.each([
  ['1234', '1234'],
  ['1 234,5', '1234.5'],
  ['1\u00a0234.5', '1234.5'],
  ['\u22123', '-3'],
  [' 7 ', '7'],
  ['1.234.567', undefined],
  ['1,2,3', undefined],
  ['noin 5', undefined],
  ['1e5', undefined],
  ['=1+1', undefined],
])('the number %j is read as %s', (written, number) => expect(readNumber(written)).toBe(number))

describe('writing a table', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+358 40', `"'+358 40"`],
    ['-kommentti', `"'-kommentti"`],
    ['@x', `"'@x"`],
    ['\tx', `"'\tx"`],
    ['-3.5', '"-3.5"'],
    ['sanoi "ei"', '"sanoi ""ei"""'],
  ])('%j becomes %s', (text, cell) => expect(csvLine([text])).toBe(`${cell}\r\n`))
  it('what is written is read again, and no cell begins as a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 5 }), (texts) => {
        const line = csvLine(['first', ...texts])
        const [row] = readCsv(line)
        // An apostrophe is the only change, and only where a spreadsheet would have run the text.
        const read = row?.cells.slice(1).map((cell, at) => {
          if (cell !== `'${texts[at]}`) return cell
          expect(cell).toMatch(/^'[=+\-@\t\r]/)
          return cell.slice(1)
        })
        expect(read).toEqual(texts)
        for (const cell of row?.cells ?? []) expect(/^[=+@\t\r]/.test(cell)).toBe(false)
      }),
    )
    expect(csvLine([1, null, 'a'])).toBe('1,,"a"\r\n')
  })
})
