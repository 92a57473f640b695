// The budgets that concern a place, for the desk: how much of our half is used, and when there is more.
import { listBudgets } from '../db/budgets.ts'
import type { SourceRow } from '../db/sources.ts'
import type { Deps } from './deps.ts'
import { countingUses, type Limit, opensAt, shareOf } from './domain/budget.ts'

export type BudgetLine = {
  channel: string
  title: string
  /** Which of the channel's limits. */
  name: string
  /** The server or the account whose limit it is; null where it is a key's. */
  of: string | null
  used: number
  share: number
  most: number
  /** When the next request may go out; null: now. */
  opensAt: Date | null
  /** Sources of all places that wait. */
  waiting: number
}

/**
 * A line for each limit of the channels that the place uses. Ledgers of servers and accounts that none of its sources
 * names are other places' business.
 */
export async function listBudgetLines(deps: Deps, sources: readonly SourceRow[]): Promise<BudgetLine[]> {
  const now = deps.clock()
  const active = sources.filter((one) => one.active)
  const adapters = [...deps.channels, ...deps.meters].filter((one) =>
    active.some(({ channel }) => channel === one.name),
  )
  const ledgers = await listBudgets(
    deps.db,
    adapters.flatMap((one) => (one.limits?.length ? [one.name] : [])),
  )
  return adapters.flatMap(({ name: channel, title, limits = [] }) => {
    const named = holdersOf(
      active.filter((one) => one.channel === channel),
      deps.env.PLATFORM_URLS[channel],
    )
    return limits.flatMap((limit) => {
      const { name, most } = limit
      const open = typeof limit.of === 'string' || 'query' in limit.of
      const mine = ledgers.filter(
        (one) => one.channel === channel && one.name === name && (!open || named.has(one.holder)),
      )
      const line = { channel, title, name, most, share: shareOf(limit) }
      return mine.map((one) => ({
        ...line,
        of: open ? one.holder : null,
        used: usedOf(limit, one.uses, now),
        opensAt: opening(limit, one, now),
        waiting: one.waiting,
      }))
    })
  })
}

type Ledger = Awaited<ReturnType<typeof listBudgets>>[number]

function usedOf(limit: Limit, uses: Ledger['uses'], now: Date): number {
  return countingUses(limit, uses, now).reduce((sum, { n }) => sum + n, 0)
}

function opening(limit: Limit, { closed_until, uses }: Ledger, now: Date): Date | null {
  const from = closed_until && closed_until > now ? closed_until : now
  const opens = opensAt(limit, uses, 1, from)
  return opens > now ? opens : null
}

/** What the settings of sources name: accounts as they stand, servers by their host. */
function holdersOf(sources: readonly SourceRow[], base: string | undefined): Set<string> {
  const values = sources.flatMap((one) =>
    Object.values(one.settings).filter((value) => typeof value === 'string'),
  )
  return new Set(
    [...values, ...(base ? [base] : [])].flatMap((text) => [text, URL.parse(text)?.host ?? text]),
  )
}
