// How far the year's targets are: from the place's own figures, from its members', or as somebody has written down.
import type { Db } from '../db/open.ts'
import { findPlace } from '../db/places.ts'
import { listParts, listTargets, type PartRow } from '../db/targets.ts'
import type { Facts } from './domain/facts.ts'
import { addQuarters } from './domain/quarter.ts'
import type { PartRecord, TargetRecord } from './domain/target-record.ts'
import { reachTarget } from './domain/targets.ts'
import { gatherFacts, type PlaceAt } from './facts.ts'

type Row = Awaited<ReturnType<typeof listTargets>>[number]

/** The targets of the quarter's year; earlier quarters of it are asked only when something is added up over them. */
export async function targetsOf(db: Db, place: PlaceAt, facts: Facts, at: Date): Promise<TargetRecord[]> {
  const rows = await listTargets(db, place.id, Number(facts.quarter.slice(0, 4)))
  const parts = await listParts(db, place.id)
  const adds = rows.some((row) => row.cumulative && row.figure)
  const year = [...(adds ? await earlierOf(db, place, facts.quarter, at) : []), facts]
  const members = await factsOfMembers(db, rows, parts, facts.quarter, at)
  return rows.map((row) =>
    reachTarget(
      row,
      year,
      parts.filter((one) => one.target_id === row.id).map((part) => reachPart(row, part, members)),
    ),
  )
}

/** What was written down goes before what could be computed: a person knew it. */
function reachPart(row: Row, part: PartRow, members: Map<string, Facts[]>): PartRecord {
  const facts = part.member_id === null ? undefined : members.get(part.member_id)
  const actual = part.actual ?? (facts && row.figure ? reachTarget(row, facts).actual : null)
  return { label: part.label, aim: part.aim, actual }
}

async function earlierOf(db: Db, place: PlaceAt, quarter: string, at: Date): Promise<Facts[]> {
  const earlier: Facts[] = []
  for (let n = Number(quarter.at(-1)) - 1; n > 0; n--)
    earlier.push(await gatherFacts(db, place, addQuarters(quarter, -n), at))
  return earlier
}

/** The year's facts of the members whose figures some part is read from. */
async function factsOfMembers(
  db: Db,
  rows: readonly Row[],
  parts: readonly PartRow[],
  quarter: string,
  at: Date,
): Promise<Map<string, Facts[]>> {
  const bound = new Set(rows.filter((row) => row.figure).map((row) => row.id))
  const wanted = parts.filter((one) => bound.has(one.target_id) && one.actual === null)
  const found = new Map<string, Facts[]>()
  for (const id of new Set(wanted.flatMap((one) => one.member_id ?? []))) {
    const member = await findPlace(db, id)
    if (!member) continue
    const now = await gatherFacts(db, member, quarter, at)
    found.set(id, [...(await earlierOf(db, member, quarter, at)), now])
  }
  return found
}
