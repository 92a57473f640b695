// The budgets of a source's requests: each is taken from the shared ledger before it goes out, whatever the adapter.
import type { ChannelName, MeterName } from '../config/place.ts'
import type { SourceRow } from '../db/sources.ts'
import { markOf, shutBudgets, type Taking, takeBudget } from '../services/budgets.ts'
import { type Limit, ledgerOf, takingOf, windowEnd } from '../services/domain/budget.ts'
import type { Http } from '../services/domain/source.ts'
import { Fault } from '../services/errors.ts'
import type { WorkerDeps } from './deps.ts'
import { readNearEnd } from './http/wishes.ts'

type Limited = { name: string; limits?: readonly Limit[] }

/** The way out for one source. Throws Fault('budget') instead of asking when its turn has not come. */
export function withinBudgets(
  { db, http, clock, keys }: Pick<WorkerDeps, 'db' | 'http' | 'clock' | 'keys'>,
  { name, limits = [] }: Limited,
  source: Pick<SourceRow, 'place_id' | 'id' | 'waits_since'>,
  secret: (name: string) => string | undefined,
): Http {
  if (!limits.length) return http
  const channel = name as ChannelName | MeterName
  const mark = (of: string) => markOf(keys, secret(of) ?? '')
  const asker = { place: source.place_id, source: source.id, since: source.waits_since ?? clock() }
  return async (address, ask) => {
    const takings = takingsOf(limits, channel, address, mark)
    const now = clock()
    const wait = takings.length ? await takeBudget(db, takings, asker, now) : null
    if (wait)
      throw new Fault('budget', `waits for its budget until ${wait.until.toISOString()}`, {
        retryAt: wait.until,
        values: { budget: wait.budget, limit: wait.limit },
      })
    try {
      const answer = await http(address, ask)
      const end = readNearEnd(answer.headers, clock())
      if (end) await shutBudgets(db, takings, (limit) => (isPaced(limit) ? end : null), clock())
      return answer
    } catch (error) {
      // Told to wait is told to all who ask there, not only to the one who happened to ask.
      if (error instanceof Fault)
        await shutBudgets(db, takings, (limit) => closedUntil(limit, error, clock()), clock())
      throw error
    }
  }
}

function takingsOf(
  limits: readonly Limit[],
  channel: ChannelName | MeterName,
  address: string,
  mark: (secret: string) => string,
): Taking[] {
  const url = URL.parse(address)
  if (!url) return []
  return limits.flatMap((limit) => {
    const taking = takingOf(limit, url)
    if (!taking) return []
    const key = { channel: ledgerOf(limit, channel), name: limit.name, holder: holderOf(limit, url, mark) }
    return [{ limit, key, thing: taking.key, n: taking.n }]
  })
}

function closedUntil(limit: Limit, fault: Fault, now: Date): Date | null {
  if (limit.spent?.test(fault.said)) return windowEnd(limit, now)
  return fault.kind === 'rate' && isPaced(limit) ? fault.retryAt : null
}

/** Haste is of requests: how many different things have been asked for has no part in it. */
const isPaced = (limit: Limit) => 'cost' in limit

function holderOf({ of }: Limit, url: URL, mark: (secret: string) => string): string {
  if (of === 'host') return url.host
  return 'query' in of ? (url.searchParams.get(of.query) ?? '') : mark(of.secret)
}
