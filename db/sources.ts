// Sources: how they are, and how a person switches, sets and adds them.
import { type Selectable, sql } from 'kysely'
import { handedChannels, isHanded } from '../config/place.ts'
import { notWaiting } from './budgets.ts'
import { stateOf } from './health.ts'
import { type Db, json } from './open.ts'
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

/** When a source that is made now is due; never where people bring the posts. */
export function firstVisit(one: { channel: string; active: boolean }, at: Date): Date | null {
  return one.active && !isHanded(one.channel) ? at : null
}

/** The source to which residents' stories belong; the place takes them while it is active. */
export function findStorySource(db: Db, place: string) {
  return db
    .selectFrom('source')
    .select(['id', 'active'])
    .where('place_id', '=', place)
    .where('channel', '=', 'story')
    .orderBy('active', 'desc')
    .orderBy('id')
    .executeTakeFirst()
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
      next_at: how.active
        ? sql<Date | null>`case when channel not in (${sql.join([...handedChannels])}) then ${how.at}::timestamptz end`
        : null,
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
      next_at: firstVisit(one, at),
      switched_by: by,
      switched_at: at,
      created_at: at,
    })
    .onConflict((same) => same.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
