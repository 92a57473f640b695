// Visits to sources: begun, ended with what they brought, and told to whoever waits for one.
import { sql } from 'kysely'
import { healthAfter, plain, storable } from './health.ts'
import type { Db } from './open.ts'

/** The last visits that have ended, newest first: one that is running or was killed has found nothing yet. */
export function listRuns(db: Db, place: string, id: string, limit: number) {
  return db
    .selectFrom('source_run')
    .selectAll()
    .where('place_id', '=', place)
    .where('source_id', '=', id)
    .where('ended_at', 'is not', null)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** Begins a run for a person who waits for it; the job is given its number. */
export async function startRun(db: Db, run: { place: string; source: string; at: Date }): Promise<number> {
  const row = await db
    .insertInto('source_run')
    .values({ place_id: run.place, source_id: run.source, trigger: 'person', started_at: run.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** A run by its number, for a person who waits for it. */
export function findRun(db: Db, place: string, id: number) {
  return db
    .selectFrom('source_run')
    .selectAll()
    .where('place_id', '=', place)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** When a person last asked for this source to be visited and was not told of a fault; null when nobody has. */
export async function findLastAsked(db: Db, place: string, source: string): Promise<Date | null> {
  const row = await db
    .selectFrom('source_run')
    .select((eb) => eb.fn.max('started_at').as('at'))
    .where('place_id', '=', place)
    .where('source_id', '=', source)
    .where('trigger', '=', 'person')
    .where('fault_kind', 'is', null)
    .executeTakeFirst()
  return row?.at ?? null
}

export type RunEnd = {
  place: string
  source: string
  /** The run that a person waits for; the clock's own runs are written down when they have ended. */
  run: number | undefined
  began: Date
  at: Date
  /** The day of the place on which the visit ended. */
  day: string
  nextAt: Date | null
  found: number
  saved: number
  unchanged: number
  removed: number
  skipped: number
  memory: Record<string, unknown> | undefined
  about: { title: string | null; url: string | null } | undefined
  /** Failures in a row that the source is blamed for. */
  failures: number
  /** The other side answered as it should, if perhaps not with everything. */
  ok: boolean
  fault: { kind: string; code: string; values: Record<string, string | number>; message: string } | null
  /** What the desk should say though the visit went well. */
  notice?: { code: string; values: Record<string, string | number> } | undefined
}

/**
 * Ends a run: its row, what the source remembers and when it is due, and the day's count, unless it only had to wait.
 * One statement, so that a visit without news needs no transaction; with news it stands in that of the posts, so that
 * what is remembered is what was kept.
 */
export async function noteRun(db: Db, end: RunEnd): Promise<void> {
  const { fault, notice, place, source, run } = end
  const ended = {
    ended_at: end.at,
    found: end.found,
    saved: end.saved,
    unchanged: end.unchanged,
    removed: end.removed,
    skipped: end.skipped,
    fault_kind: fault?.kind ?? null,
    fault_code: (fault ?? notice)?.code ?? null,
    fault_detail: fault ? plain(fault.message).slice(0, 500) : null,
  }
  const begun = { place_id: place, source_id: source, trigger: 'clock', started_at: end.began } as const
  await db
    .with('run', (one) =>
      run === undefined
        ? one
            .insertInto('source_run')
            .values({ ...begun, ...ended })
            .returning('id')
        : one.updateTable('source_run').set(ended).where('id', '=', run).returning('id'),
    )
    .with(
      'day',
      () =>
        sql<{ runs: number }>`(
        insert into source_day (place_id, source_id, day, ok, runs)
        select ${place}, ${source}, ${end.day}::date, ${end.ok}, 1 where ${fault?.kind !== 'budget'}
        on conflict (place_id, source_id, day) do update set
          ok = source_day.ok or excluded.ok, runs = source_day.runs + 1 returning runs)`,
    )
    .updateTable('source')
    .set({
      next_at: sql<Date | null>`case when active then ${end.nextAt}::timestamptz end`,
      last_run_at: end.at,
      ...healthAfter(fault, end, notice),
      ...(end.memory && { memory: storable(end.memory) }),
      ...(end.about && { about: storable(end.about) }),
    })
    .where('place_id', '=', place)
    .where('id', '=', source)
    .execute()
}
