// The ledger of the platforms' limits: takes what a request costs or says when its turn comes, for all workers alike.
import { addUse, type BudgetKey, closeBudget, dropUses, lockBudget, readLedger } from '../db/budgets.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { countingUses, type Limit, opensAt, slotOf } from './domain/budget.ts'
import type { Keys } from './keys.ts'

/** Uses that no longer count, before they are swept out. */
const SWEEP = 60

/** What a request takes of one budget. */
export type Taking = { limit: Limit; key: BudgetKey; thing: string; n: number }
/** Who asks, and since when it has waited: nobody passes one who has waited longer for the same budget. */
export type Asker = { place: string; source: string; since: Date }

/**
 * Takes all or nothing. Null: taken, and the request may go out, once. Otherwise the budget that stands in the way and
 * the first moment at which this asker's turn comes.
 */
export async function takeBudget(
  db: Db,
  takings: readonly Taking[],
  asker: Asker,
  now: Date,
): Promise<{ budget: number; limit: string; until: Date } | null> {
  // Always locked in the same order, so that two requests never wait for each other.
  const sorted = [...takings].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  return inTransaction(db, async (trx) => {
    const judged = []
    for (const taking of sorted) judged.push({ taking, ...(await judge(trx, taking, asker, now)) })
    const late = judged
      .filter(({ until }) => until > now)
      .sort((a, b) => b.until.getTime() - a.until.getTime())
    if (late[0]) return { budget: late[0].budget, limit: late[0].taking.limit.name, until: late[0].until }
    for (const { taking, budget, free } of judged)
      if (!free) await addUse(trx, budget, { key: taking.thing, at: slotOf(taking.limit, now), n: taking.n })
    return null
  })
}

async function judge(trx: Db, { limit, key, thing, n }: Taking, asker: Asker, now: Date) {
  const { id: budget, closed_until } = await lockBudget(trx, key, now)
  const { uses: all, ahead } = await readLedger(trx, budget, asker)
  const uses = countingUses(limit, all, now)
  // Now and then is enough: until then they are only passed over.
  if (all.length > uses.length + SWEEP)
    await dropUses(
      trx,
      budget,
      all.filter((use) => !uses.includes(use)),
    )
  const from = closed_until && closed_until > now ? closed_until : now
  // What was asked for within the window costs nothing and passes nobody.
  if ('distinct' in limit && uses.some((use) => use.key === thing)) return { budget, free: true, until: from }
  return { budget, free: false, until: opensAt(limit, uses, n + ahead * n, from) }
}

/** Notes that the platform itself has said: nothing before `until`. */
export async function shutBudgets(
  db: Db,
  takings: readonly Taking[],
  until: (limit: Limit) => Date | null,
  now: Date,
): Promise<void> {
  for (const { limit, key } of takings) {
    const end = until(limit)
    if (end && end > now) await closeBudget(db, key, end, now)
  }
}

/** Tells a platform's keys apart without being one: the holder of a ledger that is a key's. */
export function markOf(keys: Keys, secret: string): string {
  return keys.sign('tokens', secret).slice(0, 16)
}

const orderOf = ({ key }: Taking) => `${key.channel} ${key.name} ${key.holder}`
