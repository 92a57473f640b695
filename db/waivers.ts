// Sources let pass though they were not collected well enough: who said so, and why.
import type { Db } from './open.ts'

export async function listWaivers(
  db: Db,
  place: string,
  quarter: string,
): Promise<{ source: string; waived: { reason: string; by: string } }[]> {
  const rows = await db
    .selectFrom('digest_waiver')
    .select(['source_id', 'reason', 'by'])
    .where('place_id', '=', place)
    .where('quarter', '=', quarter)
    .orderBy('source_id')
    .execute()
  return rows.map(({ source_id: source, ...waived }) => ({ source, waived }))
}

/** Writes the reason, or takes it away when it is empty. */
export async function saveWaiver(
  db: Db,
  place: string,
  quarter: string,
  one: { source: string; reason: string; by: string; at: Date },
): Promise<void> {
  const { source, reason, by, at } = one
  if (!reason) {
    await db
      .deleteFrom('digest_waiver')
      .where('place_id', '=', place)
      .where('quarter', '=', quarter)
      .where('source_id', '=', source)
      .execute()
    return
  }
  await db
    .insertInto('digest_waiver')
    .values({ place_id: place, quarter, source_id: source, reason, by, at })
    .onConflict((row) => row.columns(['place_id', 'quarter', 'source_id']).doUpdateSet({ reason, by, at }))
    .execute()
}
