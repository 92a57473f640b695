// How a source is: in one word for the desk, and what a visit's end makes of it.
import { type Selectable, sql } from 'kysely'
import { notWaiting, waiting } from './budgets.ts'
import { json } from './open.ts'
import type { Source, sourceStates } from './schema.ts'

type SourceState = (typeof sourceStates)[number]
type Ended = { kind: string; code: string; values: Record<string, string | number>; message: string } | null

/** A source's health in one word. */
export function stateOf(source: Pick<Selectable<Source>, 'active' | 'failures' | 'last_ok_at'>): SourceState {
  if (!source.active) return 'off'
  if (source.failures > 0) return 'sick'
  return source.last_ok_at ? 'well' : 'waiting'
}

/** The columns after a visit. Waiting for a budget is neither a success nor a failure. */
export function healthAfter(fault: Ended, at: Date) {
  if (fault?.kind === 'budget') return waiting(Number(fault.values.budget), at)
  return {
    ...notWaiting,
    failures: fault ? sql<number>`failures + 1` : 0,
    fault_kind: fault?.kind ?? null,
    fault_code: fault?.code ?? null,
    fault_values: storable(fault?.values ?? {}),
    fault_detail: fault?.message.slice(0, 500) ?? null,
    fault_since: fault ? sql<Date>`coalesce(fault_since, ${at}::timestamptz)` : null,
    ...(fault ? {} : { last_ok_at: at }),
  }
}

// Another server's words may hold what jsonb refuses.
export const storable = (value: unknown) => json(value).replaceAll('\\u0000', '')
