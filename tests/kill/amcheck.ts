// Whether the files of a database are sound: every index against its table, and every table page by page.
import { PGlite } from '@electric-sql/pglite'
import { amcheck } from '@electric-sql/pglite/contrib/amcheck'
import pg from 'pg'

type Ask = (text: string) => Promise<{ rows: Record<string, unknown>[] }>

/** Complaints about a folder of the embedded database that nobody has open. */
export async function checkFolder(dir: string): Promise<string[]> {
  const db = await PGlite.create({ dataDir: dir, extensions: { amcheck } })
  try {
    return await complaintsOf((text) => db.query(text))
  } finally {
    await db.close()
  }
}

/** Complaints about a database of a PostgreSQL server. */
export async function checkServer(url: string): Promise<string[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await complaintsOf((text) => client.query(text))
  } finally {
    await client.end()
  }
}

async function complaintsOf(ask: Ask): Promise<string[]> {
  await ask('create extension if not exists amcheck')
  const found: string[] = []
  const { rows: indexes } = await ask(`
    select c.oid::regclass::text as name, c.oid::text as oid from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relam = (select oid from pg_am where amname = 'btree') and c.relkind = 'i' and i.indisvalid
      and c.relpersistence = 'p'`)
  for (const { name, oid } of indexes)
    await ask(`select bt_index_parent_check(${oid}::oid::regclass, true)`).catch((error: Error) =>
      found.push(`index ${name}: ${error.message}`),
    )
  const { rows: broken } = await ask(`
    select c.oid::regclass::text as name, v.blkno, v.msg from pg_class c, lateral verify_heapam(c.oid::regclass) v
    where c.relkind in ('r', 't', 'm') and c.relpersistence = 'p'`)
  for (const { name, blkno, msg } of broken) found.push(`table ${name}, block ${blkno}: ${msg}`)
  if (!indexes.length) found.push('there was nothing to check')
  return found
}
