// Sources: which are due, how their visits went, and how a person switches and sets them.
import { type Selectable, sql } from 'kysely'
import { notWaiting } from './budgets.ts'
import { healthAfter, stateOf, storable } from './health.ts'
import { type Db, inTransaction, json } from './open.ts'
import type { Source, SourceRun } from './schema.ts'

export type SourceRow = Selectable<Source>

/** The source with the zone in which its place counts days, or undefined. */
export function findSource(db: Db, place: string, id: string) {
  return db
    .selectFrom('source')
    .innerJoin('place', 'place.id', 'source.place_id')
    .selectAll('source')
    .select('place.time_zone')
    .where('source.place_id', '=', place)
    .where('source.id', '=', id)
    .executeTakeFirst()
}
export type VisitedSource = NonNullable<Awaited<ReturnType<typeof findSource>>>

/** The sources of a place for the desk: health, last success, next visit, last fault and since when, last run. */
export async function listSources(db: Db, place: string) {
  const sources = await db
    .selectFrom('source')
    .selectAll()
    .where('place_id', '=', place)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const runs = await db
    .selectFrom('source_run')
    .selectAll()
    .distinctOn('source_id')
    .where('place_id', '=', place)
    .where('ended_at', 'is not', null)
    .orderBy('source_id')
    .orderBy('started_at', 'desc')
    .execute()
  const lastRun = new Map(runs.map((run) => [run.source_id, run]))
  return sources.map((source) => ({
    ...source,
    state: stateOf(source),
    run: lastRun.get(source.id) as Selectable<SourceRun> | undefined,
  }))
}

/** Switches a source on (due at once) or off. False when there is no such source. */
export async function switchSource(
  db: Db,
  place: string,
  id: string,
  how: { active: boolean; by: string; at: Date },
): Promise<boolean> {
  const row = await db
    .updateTable('source')
    .set({
      active: how.active,
      next_at: how.active ? how.at : null,
      switched_by: how.by,
      switched_at: how.at,
      ...notWaiting,
      ...(how.active && {
        failures: 0,
        fault_kind: null,
        fault_code: null,
        fault_detail: null,
        fault_since: null,
      }),
    })
    .where('place_id', '=', place)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** New settings of a source. What it remembered belonged to the old ones and is forgotten. */
export async function saveSourceSettings(
  db: Db,
  place: string,
  id: string,
  more: { settings: Record<string, unknown>; families: string[]; every: number | null; at: Date },
): Promise<boolean> {
  const row = await db
    .updateTable('source')
    .set({
      settings: json(more.settings),
      families: json(more.families),
      every_minutes: more.every,
      memory: json({}),
      ...notWaiting,
      next_at: sql<Date | null>`case when active then ${more.at}::timestamptz end`,
    })
    .where('place_id', '=', place)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Adds a source; false when the place has one of that id already. */
export async function addSource(
  db: Db,
  one: Pick<
    SourceRow,
    'place_id' | 'id' | 'kind' | 'channel' | 'mode' | 'active' | 'families' | 'settings'
  > & {
    every: number | null
    by: string
    at: Date
  },
): Promise<boolean> {
  const { every, by, at, families, settings, ...rest } = one
  const row = await db
    .insertInto('source')
    .values({
      ...rest,
      families: json(families),
      settings: json(settings),
      every_minutes: every,
      next_at: one.active ? at : null,
      switched_by: by,
      switched_at: at,
      created_at: at,
    })
    .onConflict((same) => same.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The last visits of a source, newest first. */
export function listRuns(db: Db, place: string, id: string, limit: number) {
  return db
    .selectFrom('source_run')
    .selectAll()
    .where('place_id', '=', place)
    .where('source_id', '=', id)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** Begins a run. The desk makes one for a person who waits and hands its number to the job. */
export async function startRun(
  db: Db,
  run: { place: string; source: string; trigger: 'clock' | 'person'; at: Date },
): Promise<number> {
  const row = await db
    .insertInto('source_run')
    .values({ place_id: run.place, source_id: run.source, trigger: run.trigger, started_at: run.at })
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

export type RunEnd = {
  place: string
  source: string
  run: number
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
  fault: { kind: string; code: string; values: Record<string, string | number>; message: string } | null
}

/**
 * Ends a run: its row, what the source remembers and when it is due, and the day's count, unless it only had to wait.
 * In the same transaction as the posts, so that what is remembered is what was kept.
 */
export async function noteRun(db: Db, end: RunEnd): Promise<void> {
  const { fault } = end
  await inTransaction(db, async (trx) => {
    await trx
      .updateTable('source_run')
      .set({
        ended_at: end.at,
        found: end.found,
        saved: end.saved,
        unchanged: end.unchanged,
        removed: end.removed,
        skipped: end.skipped,
        fault_kind: fault?.kind ?? null,
        fault_code: fault?.code ?? null,
        fault_detail: fault?.message.slice(0, 500) ?? null,
      })
      .where('id', '=', end.run)
      .execute()
    await trx
      .updateTable('source')
      .set({
        next_at: sql<Date | null>`case when active then ${end.nextAt}::timestamptz end`,
        last_run_at: end.at,
        ...healthAfter(fault, end.at),
        ...(end.memory && { memory: storable(end.memory) }),
        ...(end.about && { about: storable(end.about) }),
      })
      .where('place_id', '=', end.place)
      .where('id', '=', end.source)
      .execute()
    if (fault?.kind === 'budget') return
    await sql`
      insert into source_day (place_id, source_id, day, ok, runs)
      values (${end.place}, ${end.source}, ${end.day}::date, ${!fault}, 1)
      on conflict (place_id, source_id, day) do update set
        ok = source_day.ok or excluded.ok, runs = source_day.runs + 1`.execute(trx)
  })
}
