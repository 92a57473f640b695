// Which dumps are kept: the newest seven, and one of each of the four weeks before this one.
import { addDays, weekOfDay } from './quarter.ts'

const NEWEST = 7
const WEEKS = 4

/** The moment that the name of a dump tells; undefined when it tells none. */
export function momentOf(name: string): Date | undefined {
  const [, day, hour, minute, second] = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d\.\d{3})Z-/.exec(name) ?? []
  return day ? new Date(`${day}T${hour}:${minute}:${second}Z`) : undefined
}

/** Of the names of dumps, those that may go. A name that tells no moment is somebody's own file and stays. */
export function dumpsToDrop(names: readonly string[], now: Date): string[] {
  const dumps = names
    .flatMap((name) => {
      const at = momentOf(name)
      return at ? [{ name, week: weekOfDay(at.toISOString().slice(0, 10)) }] : []
    })
    .sort((a, b) => (a.name < b.name ? 1 : -1))
  const today = now.toISOString().slice(0, 10)
  const weeks = Array.from({ length: WEEKS }, (_, n) => weekOfDay(addDays(today, -7 * (n + 1))))
  const kept = new Set(dumps.slice(0, NEWEST))
  for (const week of weeks) {
    const newest = dumps.find((one) => one.week === week)
    if (newest) kept.add(newest)
  }
  return dumps.filter((one) => !kept.has(one)).map((one) => one.name)
}
