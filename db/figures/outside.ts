// What came from outside in a quarter: numbers and notes, as they were entered, ready to be counted.
import { sql } from 'kysely'
import type { Db } from '../open.ts'
import type { Measure, Note } from '../schema.ts'
import type { Days } from './service.ts'

export type MeasureRow = Pick<
  Measure,
  'indicator' | 'dim' | 'period_kind' | 'period' | 'source_id' | 'value' | 'unit' | 'status' | 'sample'
>

/**
 * The measures of a place that tell something. A counter answers 0 for every day before it began, asked by its
 * interface: until the first of its days that has anything, its zeros are not known, whatever they are of.
 */
const told = (place: string) => sql`told as (
    select m.* from measure m
    left join (
      select source_id, min(period) as first from measure
      where place_id = ${place} and origin = 'api' and period_kind = 'day' and value <> 0 group by 1
    ) b on b.source_id = m.source_id
    where m.place_id = ${place} and not coalesce(m.origin = 'api' and m.value = 0 and case m.period_kind
      when 'day' then m.period < b.first
      when 'quarter' then m.period < to_char(b.first::date, 'YYYY"-q"Q') end, false))`

/** The measures of a quarter: its days, the given weeks, its months, itself; and of its year. */
export async function listMeasures(
  db: Db,
  place: string,
  quarter: string,
  days: Days,
  weeks: readonly string[],
): Promise<MeasureRow[]> {
  const { rows } = await sql<MeasureRow>`with ${told(place)}
    select indicator, dim, period_kind, period, source_id, value, unit, status, sample from told
    where (
      (period_kind = 'day' and period >= ${days.from} and period < ${days.to})
      or (period_kind = 'week' and period = any(${[...weeks]}::text[]))
      or (period_kind = 'month' and period >= ${days.from.slice(0, 7)} and period < ${days.to.slice(0, 7)})
      or (period_kind = 'quarter' and period = ${quarter})
      or (period_kind = 'year' and period = ${quarter.slice(0, 4)}))
    order by indicator, dim, source_id, period_kind, period`.execute(db)
  return rows
}

/** The first day of which an indicator has a number, of a period its first: before it there is nothing to compare. */
export async function listMeasureStarts(
  db: Db,
  place: string,
): Promise<{ indicator: string; starts: string }[]> {
  const { rows } = await sql<{ indicator: string; starts: string }>`with ${told(place)}
    select indicator, min(case period_kind
        when 'day' then period when 'month' then period || '-01' when 'year' then period || '-01-01'
        when 'week' then to_char(to_date(period, 'IYYY"-W"IW'), 'YYYY-MM-DD')
        else left(period, 4) || '-' || lpad(((right(period, 1)::int - 1) * 3 + 1)::text, 2, '0') || '-01' end) as starts
    from told group by 1 order by 1`.execute(db)
  return rows
}

export type NoteCount = { kind: Note['kind']; theme: string | null; day: string; n: number }

/** Notes by kind, theme and day. */
export async function countNotes(db: Db, place: string, days: Days): Promise<NoteCount[]> {
  const { rows } = await sql<NoteCount>`
    select kind, theme, day, count(*)::int as n from note
    where place_id = ${place} and day >= ${days.from}::date and day < ${days.to}::date
    group by 1, 2, 3 order by 1, 2 nulls last, 3`.execute(db)
  return rows
}

/** The first day of each kind of note. */
export async function listNoteStarts(
  db: Db,
  place: string,
): Promise<{ kind: Note['kind']; starts: string }[]> {
  const { rows } = await sql<{ kind: Note['kind']; starts: string }>`
    select kind, min(day)::text as starts from note where place_id = ${place} group by 1 order by 1`.execute(
    db,
  )
  return rows
}

/** True when anything that the quarter counts is sample material: the digest then says so in words. */
export async function hasSample(db: Db, place: string, span: { from: Date; to: Date }): Promise<boolean> {
  const { rows } = await sql<{ sample: boolean }>`select (
      exists (select 1 from post where place_id = ${place} and sample
        and published_at >= ${span.from} and published_at < ${span.to})
      or exists (select 1 from measure where place_id = ${place} and sample)
      or exists (select 1 from note where place_id = ${place} and sample)
      or exists (select 1 from study where place_id = ${place} and sample)) as sample`.execute(db)
  return rows[0]?.sample ?? false
}

/** A larger study: a note that names one, or with `about` one that was brought with its findings and its file. */
export type StudyRow = {
  day: string
  text: string
  url: string | null
  /** Older bundles do not have it. */
  about?: {
    id: string
    title: string
    maker: string
    language: string
    findings: string[]
    file: { type: string; size: number } | null
  } | null
}

/** Larger studies of the quarter, as an attachment list: what they are and where they can be read. */
export async function listStudies(db: Db, place: string, days: Days): Promise<StudyRow[]> {
  const { rows } = await sql<StudyRow>`
    select day, left(body, 300) as text, evidence_url as url, null::jsonb as about, public_id from note
    where place_id = ${place} and kind = 'study' and day >= ${days.from}::date and day < ${days.to}::date
    union all
    select day, summary, url, jsonb_build_object('id', public_id, 'title', title, 'maker', maker, 'language', language,
        'findings', findings, 'file', case when file_sha256 is not null
          then jsonb_build_object('type', file_type, 'size', file_size) end), public_id
    from study where place_id = ${place} and day >= ${days.from}::date and day < ${days.to}::date
    order by day, public_id`.execute(db)
  return rows.map(({ day, text, url, about }) => ({ day, text, url, ...(about && { about }) }))
}

export type SurroundingRow = Pick<
  Measure,
  'indicator' | 'dim' | 'period_kind' | 'period' | 'source_id' | 'value' | 'status' | 'retrieved_at'
>

/** Months, quarters and years of the indicators that began before the day, of three years at most. */
export async function listSurroundings(
  db: Db,
  place: string,
  indicators: readonly string[],
  before: string,
): Promise<SurroundingRow[]> {
  const year = Number(before.slice(0, 4))
  const { rows } = await sql<SurroundingRow>`
    select indicator, dim, period_kind, period, source_id, value, status, retrieved_at from measure
    where place_id = ${place} and indicator = any(${[...indicators]}::text[])
      and period_kind in ('month', 'quarter', 'year') and left(period, 4) >= ${String(year - 3)}
      and case period_kind when 'month' then period || '-01' when 'year' then period || '-01-01'
        else left(period, 4) || '-' || lpad(((right(period, 1)::int - 1) * 3 + 1)::text, 2, '0') || '-01'
        end < ${before}
    order by indicator, dim, source_id, period`.execute(db)
  return rows
}
