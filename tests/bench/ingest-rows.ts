// The baseline of taking in: every row that saving left behind, put into the same tables by one statement a table.
import { sql } from 'kysely'
import type { Database } from '../../db/open.ts'

type Column = { name: string; type: string; values: (string | null)[] }
type Rows = { table: string; columns: Column[] }[]

/** In this order, since the later ones refer to the earlier. */
const TABLES = ['account', 'post', 'post_tag', 'post_source', 'media', 'tally']

export async function readRows(database: Database): Promise<Rows> {
  const rows: Rows = []
  for (const table of TABLES) rows.push({ table, columns: await readColumns(database, table) })
  return rows
}

async function readColumns({ db }: Database, table: string): Promise<Column[]> {
  const columns: Column[] = []
  const { rows } = await sql<{ name: string; type: string }>`
    select column_name as name, udt_name as type from information_schema.columns
    where table_schema = 'public' and table_name = ${table}`.execute(db)
  for (const { name, type } of rows) {
    const all = await sql<{ value: string | null }>`
      select ${sql.ref(name)}::text as value from ${sql.table(table)} order by ctid`.execute(db)
    columns.push({ name, type, values: all.rows.map((row) => row.value) })
  }
  return columns
}

export async function insertRows({ db }: Database, rows: Rows): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { table, columns } of rows) {
      const names = sql.join(columns.map(({ name }) => sql.ref(name)))
      const arrays = sql.join(columns.map(({ values, type }) => sql`${values}::${sql.raw(type)}[]`))
      await sql`
        insert into ${sql.table(table)} (${names}) overriding system value
        select * from unnest(${arrays})`.execute(trx)
    }
  })
}
