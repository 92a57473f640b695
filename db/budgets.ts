// The ledgers of the platforms' limits, written inside a taking's transaction, and the line of those who wait.
import { type Selectable, sql } from 'kysely'
import { type Db, json } from './open.ts'
import type { Budget, BudgetUse } from './schema.ts'

export type BudgetKey = Pick<Budget, 'channel' | 'name' | 'holder'>
type UseRow = Pick<Selectable<BudgetUse>, 'at' | 'key' | 'n'>

/** The ledger's row, made when it is new and locked until the transaction ends: takings follow each other. */
export async function lockBudget(
  trx: Db,
  { channel, name, holder }: BudgetKey,
  at: Date,
): Promise<Pick<Selectable<Budget>, 'id' | 'closed_until'>> {
  return trx
    .insertInto('budget')
    .values({ channel, name, holder, used_at: at })
    .onConflict((same) => same.columns(['channel', 'name', 'holder']).doUpdateSet({ used_at: at }))
    .returning(['id', 'closed_until'])
    .executeTakeFirstOrThrow()
}

/** What has been taken, and how many active sources have waited longer for this budget than the asking one. */
export async function readLedger(
  trx: Db,
  budget: number,
  { place, source, since }: { place: string; source: string; since: Date },
): Promise<{ uses: UseRow[]; ahead: number }> {
  const { rows } = await sql<UseRow & { ahead: number }>`
    select u.at, u.key, u.n, (
      select count(*)::int from source
      where waits_for = ${budget} and active and (place_id, id) <> (${place}, ${source})
        and (waits_since, place_id, id) < (${since}::timestamptz, ${place}, ${source})) as ahead
    from (values (${budget}::int4)) as one(id) left join budget_use u on u.budget_id = one.id`.execute(trx)
  return { uses: rows.filter((row) => row.at), ahead: rows[0]?.ahead ?? 0 }
}

/** Forgets uses that no longer count. */
export async function dropUses(trx: Db, budget: number, uses: readonly UseRow[]): Promise<void> {
  if (!uses.length) return
  await sql`
    delete from budget_use u using jsonb_to_recordset(${json(uses)}::jsonb) as old(key text, at timestamptz)
    where u.budget_id = ${budget} and u.key = old.key and u.at = old.at`.execute(trx)
}

export async function addUse(trx: Db, budget: number, { at, key, n }: UseRow): Promise<void> {
  await sql`
    insert into budget_use (budget_id, key, at, n) values (${budget}, ${key}, ${at}::timestamptz, ${n})
    on conflict (budget_id, key, at) do update set n = budget_use.n + excluded.n`.execute(trx)
}

/** What a source's row says of waiting. Whoever waits is as well, or as ill, as before. */
export const waiting = (budget: number, at: Date) => ({
  waits_for: budget,
  waits_since: sql<Date>`coalesce(waits_since, ${at}::timestamptz)`,
})
export const notWaiting = { waits_for: null, waits_since: null }

/** The platform has said that the limit is used up: nobody asks before then. */
export async function closeBudget(db: Db, key: BudgetKey, until: Date, at: Date): Promise<void> {
  const { channel, name, holder } = key
  await sql`
    insert into budget (channel, name, holder, closed_until, used_at)
    values (${channel}, ${name}, ${holder}, ${until}::timestamptz, ${at}::timestamptz)
    on conflict (channel, name, holder) do update set
      closed_until = greatest(budget.closed_until, excluded.closed_until)`.execute(db)
}

/** The budgets of some channels with their uses and how many sources of all places wait for each. */
export async function listBudgets(
  db: Db,
  channels: readonly string[],
): Promise<(Selectable<Budget> & { uses: UseRow[]; waiting: number })[]> {
  const budgets = await db
    .selectFrom('budget')
    .selectAll()
    .select((of) =>
      of
        .selectFrom('source')
        .whereRef('source.waits_for', '=', 'budget.id')
        .where('source.active', '=', true)
        .select(sql<number>`count(*)::int`.as('n'))
        .as('waiting'),
    )
    .where(sql<boolean>`channel = any(${[...channels]})`)
    .orderBy('channel')
    .orderBy('name')
    .orderBy('id')
    .execute()
  const found = budgets.map((one) => one.id)
  const uses = await db
    .selectFrom('budget_use')
    .selectAll()
    .where(sql<boolean>`budget_id = any(${found}::int4[])`)
    .execute()
  const of = Map.groupBy(uses, (use) => use.budget_id)
  return budgets.map((one) => ({ ...one, waiting: one.waiting ?? 0, uses: of.get(one.id) ?? [] }))
}
