// The town's clock as people and jobs read it: its items with their rounds, whose they are, and what is late.
import { type ClockItemRow, type ClockRoundRow, listClockItems, listClockRounds } from '../db/clock.ts'
import { type ClockFact, readClockFacts } from '../db/clock-facts.ts'
import { type DutyRow, listDuties } from '../db/duties.ts'
import type { Db } from '../db/open.ts'
import type { DigestState } from '../db/schema.ts'
import { type Entry, entriesOf, type Facts, LOOK_BACK, type Mark, openEntries } from './domain/clock.ts'
import { addDays } from './domain/quarter.ts'

/** A round of an item, with what people have said of it. */
export type ClockEntry = Entry & { item: ClockItemRow; said: ClockRoundRow | undefined }
export type Clock = { items: readonly ClockItemRow[]; marks: ReadonlyMap<string, Mark[]>; facts: Facts } & {
  said: ReadonlyMap<string, ClockRoundRow>
}

/** Everything that is needed to tell what is due at places from a day on, and what is late by then. */
export async function readClocks(
  db: Db,
  places: readonly string[],
  from: string,
): Promise<ReadonlyMap<string, Clock>> {
  const first = addDays(from, -LOOK_BACK)
  const all = await listClockItems(db, places, first)
  const items = Map.groupBy(all, (one) => one.place_id)
  const acting = [...new Set(all.flatMap((one) => (one.work === 'action' ? [one.place_id] : [])))]
  const rounds = Map.groupBy(await listClockRounds(db, places, first), (one) => one.place_id)
  const seen = Map.groupBy(await readClockFacts(db, places, first, acting), (one) => one.place_id)
  return new Map(
    places.map((place) => {
      const mine = rounds.get(place) ?? []
      const facts = factsOf(seen.get(place) ?? [])
      const marks = Map.groupBy(
        mine.map((one) => ({ ...one, done: one.done_at !== null })),
        (one) => one.item_id,
      )
      const said = new Map(mine.map((one) => [`${one.item_id} ${one.key}`, one]))
      return [place, { items: items.get(place) ?? [], marks, facts, said }]
    }),
  )
}

function factsOf(seen: readonly ClockFact[]): Facts {
  const all = (fact: ClockFact['fact']) => seen.filter((one) => one.fact === fact)
  return {
    weeks: new Set(all('week').map(({ of }) => of)),
    digests: new Map(all('digest').map(({ of, said }) => [of, said as DigestState])),
    reports: new Set(all('report').map(({ of, said }) => `${said} ${of}`)),
    handled: new Set(all('handled').map(({ of }) => of.slice(0, 4))),
    reviewed: new Set(all('reviewed').map(({ of }) => of)),
    actions: new Set(all('action').map(({ of }) => of)),
    posted: new Map(
      [...Map.groupBy(all('posted'), ({ of }) => of)].map(([id, parts]) => [
        id,
        new Map(parts.map(({ said, n }) => [said ?? '', n])),
      ]),
    ),
  }
}

/** The clock of one place. */
export async function readClock(db: Db, place: string, from: string): Promise<Clock> {
  return (await readClocks(db, [place], from)).get(place) as Clock
}

type Span = { from: string; to: string; today: string }

/** The rounds of all items between two days, in time's order. */
export const listEntries = (clock: Clock, span: Span): ClockEntry[] =>
  inOrder(clock, (item, marks) => entriesOf(item, marks, clock.facts, span))

/** What is late, then what comes before `to`. */
export const listOpen = (clock: Clock, span: { today: string; to: string }): ClockEntry[] =>
  inOrder(clock, (item, marks) => openEntries(item, marks, clock.facts, span))

function inOrder(clock: Clock, read: (item: ClockItemRow, marks: readonly Mark[]) => Entry[]): ClockEntry[] {
  return clock.items
    .flatMap((item) =>
      read(item, clock.marks.get(item.id) ?? []).map((one) => ({
        ...one,
        item,
        said: clock.said.get(`${item.id} ${one.key}`),
      })),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** Who is to be turned to for a duty: its holder, else its deputy, else the editors of the place. */
export type Answerer = { duty: DutyRow | null } & (
  | { by: 'holder' | 'deputy'; person: NonNullable<DutyRow['holder']> }
  | { by: 'editor' }
)

/** By the id of the duty; '' stands for an item that is nobody's duty. */
export async function readAnswerers(db: Db, place: string): Promise<(duty: string | null) => Answerer> {
  const duties = new Map((await listDuties(db, place)).map((one) => [one.id, one]))
  return (id) => {
    const duty = (id !== null && duties.get(id)) || null
    if (duty?.holder) return { duty, by: 'holder', person: duty.holder }
    if (duty?.deputy) return { duty, by: 'deputy', person: duty.deputy }
    return { duty, by: 'editor' }
  }
}
