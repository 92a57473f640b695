// Numbers from outside: written once by indicator, part, period and source; a new value raises the revision.
import { sql } from 'kysely'
import { type Db, json } from './open.ts'
import type { Measure, MeasurePast } from './schema.ts'

/** A number as a meter, a script or a person gives it. */
export type NewMeasure = Pick<Measure, 'indicator' | 'dim' | 'value' | 'unit' | 'status' | 'period'> & {
  periodKind: Measure['period_kind']
}

/** Saves numbers of one source; answers how many were new or different. Saving them again changes nothing. */
export async function saveMeasures(
  db: Db,
  from: {
    place: string
    source: string
    sample: boolean
    origin: MeasurePast['origin']
    enteredBy: string | null
    at: Date
    /** The platform's own statistics in which they stood. */
    file?: number
  },
  measures: readonly NewMeasure[],
): Promise<number> {
  const byKey = new Map(
    measures.map((one) => [json([one.indicator, one.dim, one.periodKind, one.period]), one]),
  )
  if (!byKey.size) return 0
  const rows = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
  // What a newer number replaces is kept as it was: both halves of the statement see the table as it stood before.
  const { numAffectedRows } = await sql`
    with f as (select * from jsonb_to_recordset(${json(rows)}::jsonb) as f(
      indicator text, dim text, "periodKind" text, period text, value text, unit text, status text)),
    past as (insert into measure_past (place_id, indicator, dim, period_kind, period, source_id, revision, value, unit,
        status, origin, entered_by, retrieved_at, file_id)
      select m.place_id, m.indicator, m.dim, m.period_kind, m.period, m.source_id, m.revision, m.value, m.unit,
        m.status, m.origin, m.entered_by, m.retrieved_at, m.file_id
      from f join measure m on m.place_id = ${from.place} and m.source_id = ${from.source}
        and (m.indicator, m.dim, m.period_kind, m.period) = (f.indicator, f.dim, f."periodKind", f.period)
      where (m.value, m.unit, m.status) is distinct from (f.value::numeric, f.unit, f.status)
      on conflict do nothing)
    insert into measure (place_id, indicator, dim, period_kind, period, source_id, value, unit, status, sample,
      origin, entered_by, retrieved_at, file_id)
    select ${from.place}, indicator, dim, "periodKind", period, ${from.source}, value::numeric, unit, status,
      ${from.sample}, ${from.origin}, ${from.enteredBy}, ${from.at}::timestamptz, ${from.file ?? null}::int4
    from f
    on conflict (place_id, indicator, dim, period_kind, period, source_id) do update set
      value = excluded.value, unit = excluded.unit, status = excluded.status, sample = excluded.sample,
      origin = excluded.origin, entered_by = excluded.entered_by, retrieved_at = excluded.retrieved_at,
      file_id = excluded.file_id, revision = measure.revision + 1
    where (measure.value, measure.unit, measure.status)
      is distinct from (excluded.value, excluded.unit, excluded.status)`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** What was entered last, newest first, for the desk. */
export function listNewestMeasures(db: Db, place: string, limit: number) {
  return db
    .selectFrom('measure')
    .select(['indicator', 'dim', 'period_kind', 'period', 'source_id', 'value', 'unit', 'status'])
    .select(['entered_by', 'retrieved_at', 'revision'])
    .select(sql<string | null>`(select f.name from platform_file f where f.id = measure.file_id)`.as('file'))
    .where('place_id', '=', place)
    .where('entered_by', 'is not', null)
    .orderBy('retrieved_at', 'desc')
    .orderBy('indicator')
    .orderBy('period', 'desc')
    .limit(limit)
    .execute()
}

/** Everything of a place in long form, a page at a time in the order of the key. */
export function listSeries(db: Db, place: string, after: MeasureKey | undefined, limit: number) {
  return db
    .selectFrom('measure')
    .select(['indicator', 'dim', 'period_kind', 'period', 'source_id', 'value', 'unit', 'status'])
    .select(['sample', 'origin', 'retrieved_at', 'revision'])
    .where('place_id', '=', place)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(indicator, dim, period_kind, period, source_id) >
          (${after?.indicator}, ${after?.dim}, ${after?.period_kind}, ${after?.period}, ${after?.source_id})`,
      ),
    )
    .orderBy('indicator')
    .orderBy('dim')
    .orderBy('period_kind')
    .orderBy('period')
    .orderBy('source_id')
    .limit(limit)
    .execute()
}

export type MeasureKey = Pick<Measure, 'indicator' | 'dim' | 'period_kind' | 'period' | 'source_id'>
