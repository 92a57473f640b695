// The money of campaigns and trials by year, in cents, and what a place keeps for trials in a year.
import type { Db } from './open.ts'

/** By year; of one campaign, or of all that a place has. */
export function listMoney(db: Db, place: string, id?: number) {
  return db
    .selectFrom('campaign_money')
    .select(['campaign_id', 'year', 'granted', 'used'])
    .where('place_id', '=', place)
    .$if(id !== undefined, (query) => query.where('campaign_id', '=', id as number))
    .orderBy('year')
    .orderBy('campaign_id')
    .execute()
}

/** Cents of a year; a year about which nothing is known any more leaves the list. */
export async function saveMoney(
  db: Db,
  { place, id }: { place: string; id: number },
  year: number,
  money: { granted: number | null; used: number | null },
): Promise<void> {
  const row = { place_id: place, campaign_id: id, year, ...money }
  if (money.granted === null && money.used === null)
    await db.deleteFrom('campaign_money').where('campaign_id', '=', id).where('year', '=', year).execute()
  else
    await db
      .insertInto('campaign_money')
      .values(row)
      .onConflict((on) => on.columns(['campaign_id', 'year']).doUpdateSet(money))
      .execute()
}

export async function findBudget(db: Db, place: string, year: number): Promise<number | null> {
  const row = await db
    .selectFrom('trial_budget')
    .select('amount')
    .where('place_id', '=', place)
    .where('year', '=', year)
    .executeTakeFirst()
  return row?.amount ?? null
}

export async function saveBudget(
  db: Db,
  place: string,
  { year, amount }: { year: number; amount: number | null },
  who: { by: string; at: Date },
): Promise<void> {
  if (amount === null)
    await db.deleteFrom('trial_budget').where('place_id', '=', place).where('year', '=', year).execute()
  else
    await db
      .insertInto('trial_budget')
      .values({ place_id: place, year, amount, by: who.by, at: who.at })
      .onConflict((on) => on.columns(['place_id', 'year']).doUpdateSet({ amount, by: who.by, at: who.at }))
      .execute()
}
