// Reports by cycle: a draft for each kind and quarter, written on by people, sent once to whom it is for.
import { sql } from 'kysely'
import { makeId } from './ids.ts'
import type { Db } from './open.ts'
import type { CycleReport, ReportKind } from './schema.ts'

const columns = [
  ...(['id', 'public_id', 'place_id', 'kind', 'quarter', 'digest_id', 'title', 'body'] as const),
  ...(['version', 'by', 'at', 'sent_at', 'sent_by'] as const),
] as const

/** The newest first. */
export function listReports(db: Db, place: string) {
  return db
    .selectFrom('cycle_report')
    .select(columns)
    .where('place_id', '=', place)
    .orderBy('quarter', 'desc')
    .orderBy('kind')
    .limit(60)
    .execute()
}
export type ReportRow = Awaited<ReturnType<typeof listReports>>[number]

/** One report; with `lock` held until the end of the transaction. */
export function findReport(db: Db, place: string, id: string, lock?: 'lock') {
  return db
    .selectFrom('cycle_report')
    .select(columns)
    .where('place_id', '=', place)
    .where('public_id', '=', id)
    .$if(lock !== undefined, (query) => query.forUpdate())
    .executeTakeFirst()
}

export async function isPrepared(db: Db, place: string, kind: ReportKind, quarter: string): Promise<boolean> {
  const row = await db
    .selectFrom('cycle_report')
    .select('id')
    .where('place_id', '=', place)
    .where('kind', '=', kind)
    .where('quarter', '=', quarter)
    .executeTakeFirst()
  return row !== undefined
}

type NewReport = Pick<
  CycleReport,
  'place_id' | 'kind' | 'quarter' | 'digest_id' | 'title' | 'body' | 'by' | 'at'
>

/** Adds a draft; the one of the same kind and quarter that is there already stays as it is. */
export async function insertReport(db: Db, one: NewReport): Promise<void> {
  await db
    .insertInto('cycle_report')
    .values({ ...one, public_id: makeId('y'), version: 1, sent_at: null, sent_by: null })
    .onConflict((same) => same.columns(['place_id', 'kind', 'quarter']).doNothing())
    .execute()
}

export async function changeReport(
  db: Db,
  id: number,
  change: Partial<Pick<CycleReport, 'title' | 'body' | 'by' | 'at' | 'sent_at' | 'sent_by'>>,
): Promise<void> {
  await db
    .updateTable('cycle_report')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}
