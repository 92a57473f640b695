// How far the year's targets are: from the place's own figures, from its members', or as somebody has written down.
import type { Db } from '../db/open.ts'
import { listPlaces } from '../db/places.ts'
import { listParts, listTargets, type PartRow, type TargetRow as Row } from '../db/targets.ts'
import { askFacts } from './asked-facts.ts'
import type { Facts } from './domain/facts.ts'
import type { PartRecord, TargetRecord } from './domain/target-record.ts'
import { addsUp, measuredIn, reachTarget } from './domain/targets.ts'
import type { PlaceAt } from './facts.ts'

type Asked = { quarter: string; at: Date; gathered?: Facts }
/** By the target's id: what was reached in each quarter that counts, the last one last. */
type Values = ReadonlyMap<number, (string | null)[]>

/**
 * The targets of the quarter's year. Of each place and quarter only what some target is measured by is asked.
 * `gathered`: the quarter's facts that a digest has already, so that its targets and its figures say the same.
 */
export async function targetsOf(
  db: Db,
  place: PlaceAt,
  { quarter, at, gathered }: Asked,
): Promise<TargetRecord[]> {
  const rows = await listTargets(db, place.id, Number(quarter.slice(0, 4)))
  const parts = await listParts(db, place.id)
  const partsOf = ({ id }: Row) => parts.filter((one) => one.target_id === id)
  // What is in parts is as far as its parts are, whatever the place's own figures say.
  const whole = rows.filter((row) => !partsOf(row).length)
  const own = await valuesOf(db, place, whole, { quarter, at, ...(gathered && { gathered }) })
  const members = new Map<string, Values>()
  const asked = (id: string) =>
    rows.filter(
      (row) => row.figure && partsOf(row).some((one) => one.member_id === id && one.actual === null),
    )
  for (const member of parts.some((one) => one.member_id) ? await listPlaces(db) : [])
    members.set(member.id, await valuesOf(db, member, asked(member.id), { quarter, at }))
  return rows.map((row) =>
    reachTarget(
      row,
      quarter,
      own.get(row.id) ?? [],
      partsOf(row).map((part) => reachPart(row, quarter, part, members)),
    ),
  )
}

/** What was written down goes before what could be computed: a person knew it. */
function reachPart(row: Row, quarter: string, part: PartRow, members: Map<string, Values>): PartRecord {
  const values = members.get(part.member_id ?? '')?.get(row.id)
  const actual = part.actual ?? (values ? reachTarget(row, quarter, values).actual : null)
  return { label: part.label, aim: part.aim, actual }
}

async function valuesOf(
  db: Db,
  place: PlaceAt,
  rows: readonly Row[],
  { quarter, at, gathered }: Asked,
): Promise<Values> {
  const values = new Map(rows.map((row) => [row.id, [] as (string | null)[]]))
  const quarters = Array.from({ length: Number(quarter.at(-1)) }, (_, n) => `${quarter.slice(0, -1)}${n + 1}`)
  // At once: a server with more than one core counts the quarters side by side.
  const told = await Promise.all(
    quarters.map(async (one) => {
      const counting = rows.filter((row) => one === quarter || addsUp(row))
      if (!counting.length) return []
      const read = (facts: Facts) => counting.map((row) => [row.id, measuredIn(row, facts)] as const)
      const known = gathered?.quarter === one ? gathered : undefined
      return known ? read(known) : askFacts(db, { place, quarter: one, at }, read)
    }),
  )
  for (const [id, value] of told.flat()) values.get(id)?.push(value)
  return values
}
