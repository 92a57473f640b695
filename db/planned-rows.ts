// Rows of what is planned as whole JSON, alike for every table of them: read, put in place, dropped.
import { sql } from 'kysely'
import { type Db, json } from './open.ts'
import type { RowPart, Tables } from './schema.ts'

const tables = {
  ring: 'ring',
  audience: 'audience',
  channel: 'channel_register',
  card: 'content_card',
  plan: 'plan',
  goal: 'plan_goal',
  action: 'plan_action',
  process: 'process_model',
} as const satisfies Record<RowPart, keyof Tables>

/** What is no part of what a person edits: the key, stamps, and the states that only a move of the plan changes. */
const apart: Record<RowPart, readonly string[]> = {
  ...{ ring: [], audience: [], channel: [], card: [], goal: [], action: [], process: [] },
  plan: ['state', 'handled_on', 'section', 'decision'],
}
const stamps = ['place_id', 'id', 'sample', 'by', 'at']

type Row = Record<string, unknown>

/** The row as it is edited; undefined when it is not there. */
export async function readRow(db: Db, part: RowPart, place: string, id: string): Promise<Row | undefined> {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) - ${[...stamps, ...apart[part]]}::text[] as row from ${sql.table(tables[part])} t
    where place_id = ${place} and id = ${id} for update`.execute(db)
  return rows[0]?.row
}

/** Puts the row there, or changes the columns that are given; a new one without a position stands last. */
export async function putRow(db: Db, part: RowPart, place: string, id: string, values: Row): Promise<void> {
  const table = sql.table(tables[part])
  const row: Row = { place_id: place, id, ...values }
  const names = Object.keys(row)
  const columns = sql.join(names.map((one) => sql.ref(one)))
  const changes = names.slice(2).map((one) => sql`${sql.ref(one)} = ${sql.ref(`excluded.${one}`)}`)
  await sql`
    insert into ${table} (${columns})
    select ${columns} from jsonb_populate_record(null::${table}, ${json(row)}::jsonb)
    on conflict (place_id, id) do update set ${sql.join(changes)}`.execute(db)
}

/** The position behind every row of the place. */
export async function lastPosition(db: Db, part: RowPart, place: string): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select coalesce(max(position) + 1, 0) as position from ${sql.table(tables[part])}
    where place_id = ${place}`.execute(db)
  return rows[0]?.position ?? 0
}

export async function dropRow(db: Db, part: RowPart, place: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from ${sql.table(tables[part])} where place_id = ${place} and id = ${id} returning id`.execute(db)
  return rows.length > 0
}
