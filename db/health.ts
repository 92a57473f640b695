// How a source is: in one word for the desk, and what a visit's end makes of it.
import { type Selectable, sql } from 'kysely'
import { notWaiting, waiting } from './budgets.ts'
import type { Db } from './open.ts'
import type { Source, sourceStates } from './schema.ts'

type SourceState = (typeof sourceStates)[number]
type Told = { code: string; values: Record<string, string | number> }
type Ended = { kind: string; code: string; values: Record<string, string | number>; message: string } | null

/** A source's health in one word. */
export function stateOf(
  source: Pick<Selectable<Source>, 'active' | 'fault_kind' | 'last_ok_at'>,
): SourceState {
  if (!source.active) return 'off'
  if (source.fault_kind) return 'sick'
  return source.last_ok_at ? 'well' : 'waiting'
}

/** What a visit's end says of the source: the failures in a row it is blamed for, and whether all came through. */
type Blame = { at: Date; failures: number; ok: boolean }

/** The columns after a visit. Waiting for a budget is neither a success nor a failure; a notice is no failure. */
export function healthAfter(fault: Ended, { at, failures, ok }: Blame, notice?: Told) {
  if (fault?.kind === 'budget') return waiting(Number(fault.values.budget), at)
  return {
    ...notWaiting,
    failures,
    fault_kind: fault?.kind ?? null,
    fault_code: (fault ?? notice)?.code ?? null,
    fault_values: storable((fault ?? notice)?.values ?? {}),
    fault_detail: fault ? plain(fault.message).slice(0, 500) : null,
    fault_since: fault ? sql<Date>`coalesce(fault_since, ${at}::timestamptz)` : null,
    ...(ok && { last_ok_at: at }),
  }
}

/** A visit has broken off by a bug of ours: until one ends, the source is as sick as one that does not answer. */
export async function noteBroken(db: Db, place: string, id: string, at: Date): Promise<void> {
  await db
    .updateTable('source')
    .set({
      ...{ fault_kind: 'shape', fault_code: 'own', fault_values: '{}', fault_detail: null },
      fault_since: sql<Date>`coalesce(fault_since, ${at}::timestamptz)`,
      failures: sql<number>`failures + 1`,
    })
    .where('place_id', '=', place)
    .where('id', '=', id)
    .execute()
}

/** Another server's words may hold what no database of ours keeps: NUL, and halves of a pair that lost each other. */
export const storable = (value: unknown) =>
  JSON.stringify(value, (_, one) => (typeof one === 'string' ? plain(one) : one))

export const plain = (text: string) => text.toWellFormed().replaceAll('\0', '')
