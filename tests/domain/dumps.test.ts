// Which dumps are kept, and that no rhythm of dumps leaves a week of the last four without one.

import { describe, expect, it } from 'vitest'
import { dumpsToDrop, momentOf } from '../../services/domain/dumps.ts'
import { weekOfDay } from '../../services/domain/quarter.ts'
import { fc } from '../chance.ts'

const nameAt = (at: Date) => `${at.toISOString().replaceAll(':', '-')}-round.tar.gz`
const HOUR = 3_600_000
const NOW = new Date('2026-11-25T10:00:00Z') // a Wednesday of week 48

/** Dumps every so many hours until `end`, with what may go let go after each. */
function live(from: Date, end: Date, hours: number): string[] {
  let names: string[] = []
  for (let at = from.getTime(); at <= end.getTime(); at += hours * HOUR) {
    names.push(nameAt(new Date(at)))
    const gone = new Set(dumpsToDrop(names, new Date(at)))
    names = names.filter((name) => !gone.has(name))
  }
  return names
}
const weekOf = (name: string) => weekOfDay(name.slice(0, 10))

describe('dumps', () => {
  it('are the newest seven, and the last one of each of the four weeks before this one', () => {
    const kept = live(new Date('2026-09-01T00:00:00Z'), NOW, 6)
    expect(kept).toEqual([
      ...['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22'].map(
        (day) => `${day}T18-00-00.000Z-round.tar.gz`,
      ),
      ...['23T18', '24T00', '24T06', '24T12', '24T18', '25T00', '25T06'].map(
        (at) => `2026-11-${at}-00-00.000Z-round.tar.gz`,
      ),
    ])
  })

  it('are never fewer than the newest seven, nor more than eleven, in any rhythm, and no recent week is lost', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-02-01'), noInvalidDate: true }),
        (hours, end) => {
          const from = new Date(end.getTime() - 60 * 24 * HOUR)
          const all: string[] = []
          for (let at = from.getTime(); at <= end.getTime(); at += hours * HOUR)
            all.push(nameAt(new Date(at)))
          const last = momentOf(all.at(-1) as string) as Date
          const kept = live(from, last, hours)
          expect(kept.slice(-7)).toEqual(all.slice(-7))
          expect(kept.length).toBeLessThanOrEqual(11)
          const recent = all.filter(
            (name) => last.getTime() - (momentOf(name)?.getTime() ?? 0) < 28 * 24 * HOUR,
          )
          expect(new Set(kept.map(weekOf))).toEqual(new Set([...recent.map(weekOf), ...kept.map(weekOf)]))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('leaves alone what is no dump of ours', () => {
    expect(dumpsToDrop(['copy of a dump.tar.gz', '2026.tar.gz'], NOW)).toEqual([])
    expect(momentOf('2026-11-25T10-00-00.000Z-before-0007-x.tar.gz')).toEqual(NOW)
  })
})
