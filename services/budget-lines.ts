// The budgets that concern a place, for the desk: how much of our half is used, and when there is more.
import { listBudgets } from '../db/budgets.ts'
import { listCredentials } from '../db/credentials.ts'
import type { SourceRow } from '../db/sources.ts'
import { markOf } from './budgets.ts'
import type { Deps } from './deps.ts'
import { countingUses, type Limit, ledgerOf, opensAt, shareOf } from './domain/budget.ts'
import type { Keys } from './keys.ts'

export type BudgetLine = {
  /** The ledger: a channel's name, or that of a platform with several channels. */
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
 * A line for each limit of the channels that the place uses. Ledgers of servers, accounts and keys that none of its
 * sources names are other places' business.
 */
export async function listBudgetLines(deps: Deps, sources: readonly SourceRow[]): Promise<BudgetLine[]> {
  const now = deps.clock()
  const active = sources.filter((one) => one.active)
  const declared = [...deps.channels, ...deps.meters].flatMap(({ name, title, limits = [] }) =>
    active.some(({ channel }) => channel === name)
      ? limits.map((limit) => ({ limit, ledger: ledgerOf(limit, name), asker: { name, title } }))
      : [],
  )
  const ledgers = await listBudgets(deps.db, [...new Set(declared.map(({ ledger }) => ledger))])
  const lines: BudgetLine[] = []
  for (const same of Map.groupBy(declared, ({ ledger, limit }) => `${ledger} ${limit.name}`).values()) {
    const [{ limit, ledger: channel }] = same as [(typeof same)[number]]
    const askers = same.map(({ asker }) => asker)
    const theirs = active.filter((one) => askers.some(({ name }) => name === one.channel))
    const named = await holdersOf(deps, limit, theirs)
    const line = {
      ...{ channel, title: askers.map(({ title }) => title).join(', '), name: limit.name },
      ...{ most: limit.most, share: shareOf(limit) },
    }
    for (const one of ledgers)
      if (one.channel === channel && one.name === limit.name && named.has(one.holder))
        lines.push({
          ...line,
          of: isKeyed(limit) ? null : one.holder,
          used: usedOf(limit, one.uses, now),
          opensAt: opening(limit, one, now),
          waiting: one.waiting,
        })
  }
  return lines
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

const isKeyed = ({ of }: Limit) => typeof of !== 'string' && 'secret' in of

/** Whose limits the sources use: accounts as their settings name them, servers by their host, keys by their mark. */
async function holdersOf(deps: Deps, limit: Limit, sources: readonly SourceRow[]): Promise<Set<string>> {
  const { db, env, keys } = deps
  if (typeof limit.of !== 'string' && 'secret' in limit.of) {
    const { secret } = limit.of
    const common = (env as Record<string, unknown>)[secret]
    const own = await Promise.all(sources.map((one) => listCredentials(db, one.place_id, one.id)))
    const given = own.flat().flatMap((one) => (one.name === secret ? (opened(keys, one.sealed) ?? []) : []))
    if (typeof common === 'string') given.push(common)
    return new Set(given.map((one) => markOf(keys, one)))
  }
  const settings = sources.flatMap((one) => Object.values(one.settings))
  const bases = sources.map((one) => env.PLATFORM_URLS[one.channel])
  const texts = [...settings, ...bases].filter((one) => typeof one === 'string')
  return new Set(texts.flatMap((text) => [text, URL.parse(text)?.host ?? text]))
}

/** Undefined when it was sealed with a key that is no longer given. */
function opened(keys: Keys, sealed: string): string | undefined {
  try {
    return keys.unseal(sealed)
  } catch {
    return undefined
  }
}
