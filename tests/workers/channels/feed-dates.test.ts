// Dates of feeds, the same on every machine.
import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { readDate } from '../../../workers/channels/feed/dates.ts'
import { fc } from '../../chance.ts'

const cases: [text: string, iso: string | null][] = [
  ['Mon, 23 Nov 2026 10:00:00 +0200', '2026-11-23T08:00:00.000Z'],
  ['Mon, 23 Nov 2026 10:00:00 GMT', '2026-11-23T10:00:00.000Z'],
  ['23 Nov 2026 10:00 UT', '2026-11-23T10:00:00.000Z'],
  ['Mon, 23 Nov 2026 10:00:00 EET', '2026-11-23T08:00:00.000Z'],
  ['Thu, 23 Jul 2026 10:00:00 EEST', '2026-07-23T07:00:00.000Z'],
  ['Mon, 23 Nov 2026 10:00:00 EST', '2026-11-23T15:00:00.000Z'],
  ['Mon, 23 Nov 2026 10:00:00 GMT+0200', '2026-11-23T08:00:00.000Z'],
  ['Mon, 23 Nov 2026 10:00:00 +0200 (EET)', '2026-11-23T08:00:00.000Z'],
  ['Mon, 23 Nov 26 10:00:00 Z', '2026-11-23T10:00:00.000Z'],
  ['ma, 23 marras 2026 10:00:00 +0200', '2026-11-23T08:00:00.000Z'],
  ['mån, 23 maj 2026 10:00:00 +0200', '2026-05-23T08:00:00.000Z'],
  ['Monday, 23-Nov-26 10:00:00 GMT', '2026-11-23T10:00:00.000Z'],
  ['Mon,  3 Nov 2026 9:05 GMT', '2026-11-03T09:05:00.000Z'],
  ['Monday, 23 November, 2026 10:00:00 Etc/GMT', '2026-11-23T10:00:00.000Z'],
  ['Mon, 23 Nov 2026 10:00:00 PT', '2026-11-23T18:00:00.000Z'],
  ['Mon, 23 Nov 2026 10:00:00 GMT-01:30', '2026-11-23T11:30:00.000Z'],
  ['Mon, 23 Nov 98 10:00:00 Z', '1998-11-23T10:00:00.000Z'],
  // Letters of armies mean UTC, for nobody knows which way round they were meant; J is "here".
  ['Mon, 23 Nov 2026 10:00:00 A', '2026-11-23T10:00:00.000Z'],
  ['Mon, 23 Nov 2026 10:00:00 Y', '2026-11-23T10:00:00.000Z'],
  ['Mon, 23 Nov 2026 10:00:00 J', '2026-11-23T08:00:00.000Z'],
  ['23. marraskuuta 2026 klo 10.00', '2026-11-23T08:00:00.000Z'],
  ['maanantaina 23. kesäkuuta 2025 klo 9.30', '2025-06-23T06:30:00.000Z'],
  ['den 23 november 2026 kl. 10:00', '2026-11-23T08:00:00.000Z'],
  ['mån 23 okt 2026 10:00 +0300', '2026-10-23T07:00:00.000Z'],
  ['Nov 23, 2026 10:00 PM GMT', '2026-11-23T22:00:00.000Z'],
  ['November 23, 2026', '2026-11-23T10:00:00.000Z'],
  ['23 Nov 2026 12:05 am UTC', '2026-11-23T00:05:00.000Z'],
  ['Mon Nov 23 2026 10:00:00 +0200', '2026-11-23T08:00:00.000Z'],
  ['Mon Nov 23 10:00:00 +0000 2026', '2026-11-23T10:00:00.000Z'],
  ['Mon, 2026/11/23 10:00:00 EST', '2026-11-23T15:00:00.000Z'],
  ['20261123T100000Z', '2026-11-23T10:00:00.000Z'],
  ['20261123', '2026-11-23T10:00:00.000Z'],
  ['2026-11-23T10:00:00.5-00:20', '2026-11-23T10:20:00.500Z'],
  ['2026-11-23T10:00Z', '2026-11-23T10:00:00.000Z'],
  ['2026-11', '2026-11-01T10:00:00.000Z'],
  ['2026', '2026-01-01T10:00:00.000Z'],
  ['23.11.2026 10:00 +0000', '2026-11-23T10:00:00.000Z'],
  ['Mon Nov 23 10:00:00 2026', '2026-11-23T08:00:00.000Z'],
  ['Mon Nov 23 10:00:00 EET 2026', '2026-11-23T08:00:00.000Z'],
  ['2026-11-23T10:00:00Z', '2026-11-23T10:00:00.000Z'],
  ['2026-11-23T10:00:00.123456+02:00', '2026-11-23T08:00:00.123Z'],
  ['2026-11-23t10:00:00z', '2026-11-23T10:00:00.000Z'],
  ['2026-11-23 10:00:00+0200', '2026-11-23T08:00:00.000Z'],
  // Without a zone: Finnish time, winter and summer, and the hour that does not exist.
  ['2026-11-23T10:00:00', '2026-11-23T08:00:00.000Z'],
  ['2026-07-23T10:00:00', '2026-07-23T07:00:00.000Z'],
  ['Mon, 23 Nov 2026 10:00:00', '2026-11-23T08:00:00.000Z'],
  ['Mon, 23 Nov 2026 10:00:00 XYZT', '2026-11-23T08:00:00.000Z'],
  ['2026-03-29T03:30:00', '2026-03-29T01:30:00.000Z'],
  ['23.11.2026 klo 10.00', '2026-11-23T08:00:00.000Z'],
  ['23.11.2026 10:00:05', '2026-11-23T08:00:05.000Z'],
  // A day is its noon, so that it stays the same day everywhere in the country.
  ['23.11.2026', '2026-11-23T10:00:00.000Z'],
  ['2026-11-23', '2026-11-23T10:00:00.000Z'],
  ['23 Nov 2026', '2026-11-23T10:00:00.000Z'],
  ['', null],
  ['eilen', null],
  ['2026-13-01', null],
  ['2026-02-30T10:00:00Z', null],
  ['32.1.2026', null],
  ['2026-11-23T25:00:00Z', null],
  ['0000-00-00T00:00:00Z', null],
  ['1764064800', null],
  ['1764012300', null],
  ['2026-11-23T1x:00', null],
  ['02026', null],
]

describe('dates', () => {
  it.each(cases)('%s', (text, iso) => expect(readDate(text)?.toISOString() ?? null).toBe(iso))

  it('are the same wherever the process runs', () => {
    const file = new URL('../../../workers/channels/feed/dates.ts', import.meta.url)
    const texts = JSON.stringify(cases.map(([text]) => text))
    const code = `import { readDate } from '${file}'; console.log(JSON.stringify(${texts}.map((t) => readDate(t))))`
    for (const TZ of ['UTC', 'Europe/Helsinki', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      const out = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
        env: { TZ },
        stdio: 'pipe',
      })
      expect(JSON.parse(out.toString()), TZ).toEqual(cases.map(([, iso]) => iso))
    }
  })

  it('of any text are a moment or nothing, and quickly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const at = readDate(text)
        expect(at === null || !Number.isNaN(at.getTime())).toBe(true)
      }),
    )
    const start = performance.now()
    for (const text of ['1'.repeat(100_000), ' '.repeat(100_000), `Mon, ${'1 '.repeat(50_000)}`])
      readDate(text)
    expect(performance.now() - start).toBeLessThan(500)
  })

  it('written by any machine are read back', () => {
    const any = fc.date({ noInvalidDate: true, min: new Date('1971-01-01'), max: new Date('2069-12-31') })
    fc.assert(
      fc.property(any, (at) => {
        expect(readDate(at.toISOString())).toEqual(at)
        expect(readDate(at.toUTCString())?.getTime()).toBe(Math.floor(at.getTime() / 1000) * 1000)
      }),
    )
  })
})
