// Everything of one place out of the tables and back: rows as JSON, with numbers of the export instead of inner ids.
import { sql } from 'kysely'
import type { Kept, Row } from './kept-tables.ts'
import { type Db, json } from './open.ts'

/** The rows of a table, with every inner id as a number of this export; `numbers` grows from table to table. */
export async function readTable(db: Db, table: Kept, place: string, numbers: Numbers): Promise<Row[]> {
  const own = table.name === 'place' ? sql.ref('id') : sql.ref('place_id')
  const exact = (table.exact ?? []).map((column) => sql`${sql.lit(column)}, ${sql.ref(`t.${column}`)}::text`)
  const all = await sql<{ row: Row }>`
    select to_jsonb(t) ${exact.length ? sql`|| jsonb_build_object(${sql.join(exact)})` : sql``} as row
    from ${sql.table(table.name)} t where ${own} = ${place}
    order by ${table.numbered ? sql.ref('t.id') : sql`to_jsonb(t)::text collate "C"`}`.execute(db)
  const rows = all.rows.filter(({ row }) => table.keeps?.(row) ?? true)
  const mine = new Map(rows.map(({ row }, at) => [row.id as number, at + 1]))
  if (table.numbered) numbers.set(table.name, mine)
  const home = (row: Row) =>
    !table.abroad ||
    Object.entries(table.refers ?? {}).every(([column, other]) =>
      numbers.get(other)?.has(row[column] as number),
    )
  return rows
    .filter(({ row }) => home(row))
    .map(({ row }) => {
      const told: Row = { ...row, ...(table.numbered && { id: mine.get(row.id as number) }) }
      for (const [column, other] of Object.entries(table.refers ?? {}))
        if (row[column] !== null) told[column] = numbers.get(other)?.get(row[column] as number) ?? null
      for (const column of table.drops ?? []) delete told[column]
      return told
    })
}

/** By table: from an id here to the id there. */
export type Numbers = Map<string, Map<number, number>>

/** Puts rows back under fresh inner ids. */
export async function writeTable(db: Db, table: Kept, rows: readonly Row[], numbers: Numbers): Promise<void> {
  if (!rows.length) return
  if (table.numbered) numbers.set(table.name, await freshIds(db, table.name, rows))
  const there = rows.map((row) => {
    const put: Row = { ...row }
    if (table.numbered) put.id = numbers.get(table.name)?.get(row.id as number)
    for (const [column, other] of Object.entries(table.refers ?? {}))
      if (row[column] != null) put[column] = numbers.get(other)?.get(row[column] as number)
    return put
  })
  const columns = sql.join([...new Set(there.flatMap(Object.keys))].map((column) => sql.ref(column)))
  const into = sql.table(table.name)
  for (let at = 0; at < there.length; at += 500)
    await sql`
      insert into ${into} (${columns}) ${table.numbered ? sql`overriding system value` : sql``}
      select ${columns} from jsonb_populate_recordset(
        null::${into}, ${json(there.slice(at, at + 500))}::jsonb)`.execute(db)
}

async function freshIds(db: Db, table: string, rows: readonly Row[]): Promise<Map<number, number>> {
  const { rows: fresh } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence(${table}, 'id'))::int4 as id
    from generate_series(1, ${rows.length}::int4)`.execute(db)
  return new Map(rows.map((row, at) => [row.id as number, fresh[at]?.id as number]))
}

/** The columns of a table here. */
export async function listColumns(db: Db, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(db)
  return rows.map((row) => row.name)
}

const brought = [
  ...(['survey', 'quote', 'target', 'campaign', 'digest_action'] as const),
  ...(['ring', 'audience', 'channel_register', 'content_card', 'plan', 'process_model'] as const),
] as const

/** True when the place has nothing that people or sources have brought: only then may an import replace it. */
export async function isBare(db: Db, place: string): Promise<boolean> {
  const full = [
    'post',
    'measure',
    'note',
    'study',
    'platform_file',
    'digest',
    'tombstone',
    'wall_day',
    'consent',
    'removal',
    ...brought,
  ].map((table) => sql`exists (select 1 from ${sql.table(table)} where place_id = ${place})`)
  const { rows } = await sql<{ full: boolean }>`select (${sql.join(full, sql` or `)}) as full`.execute(db)
  return rows[0]?.full === false
}

/** Removes a bare place, so that an import can make it anew; who works there is kept by the caller. */
export async function removePlace(db: Db, place: string): Promise<void> {
  for (const table of [
    'setting',
    'step_mark',
    'forgetting',
    'audit',
    'mail',
    'decision',
    'digest_event',
    'source_day',
  ] as const)
    await db.deleteFrom(table).where('place_id', '=', place).execute()
  await db.deleteFrom('place').where('id', '=', place).execute()
}

/** Who works at the place and holds which duties: people are told apart by e-mail, and keep their own passwords. */
export async function listStaff(db: Db, place: string) {
  const people = await db
    .selectFrom('person_role')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['person.id', 'email', 'name', 'language', 'role'])
    .where('place_id', '=', place)
    .where('ended_at', 'is', null)
    .orderBy('person.id')
    .execute()
  const held = await db
    .selectFrom('duty_holder')
    .select(['person_id', 'duty_id', 'deputy'])
    .where('place_id', '=', place)
    .orderBy('duty_id')
    .orderBy('deputy')
    .execute()
  return people.map(({ id, ...person }) => ({
    ...person,
    duties: held.flatMap((one) => (one.person_id === id ? [{ id: one.duty_id, deputy: one.deputy }] : [])),
  }))
}

/** Whether this very export was brought in before, by the hash of its manifest. */
export async function importedAs(db: Db, place: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('place_id', '=', place)
    .where('name', '=', 'import')
    .executeTakeFirst()
  return row?.value as string | undefined
}

export async function noteImport(db: Db, place: string, sha256: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ place_id: place, name: 'import', value: json(sha256) })
    .execute()
}
