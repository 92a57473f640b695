// Accounts as they are met: a named one is claimed by its handle once, a renamed one stays the same by its id.
import { sql } from 'kysely'
import type { AccountKind, ChannelName } from '../config/place.ts'
import { makeId } from './ids.ts'
import { type Db, json } from './open.ts'
import { readSalt, saltedHash } from './salt.ts'

/** An author as intake leaves it. */
export type TakenAccount = {
  externalId: string
  handle: string | null
  handleKey: string | null
  name: string | null
  url: string | null
}

/** A known account: what a post of it may do follows from its kind and agreement. */
export type KnownAccount = { id: number; external_id: string; kind: AccountKind; agreement: string | null }

const columns = sql`f(
  public_id text, external_id text, handle text, handle_key text, name text, url text, author_key text)`

/**
 * Saves the accounts met, each once, and answers them by their platform's id. `kind` is for those not yet known.
 * `changed`: something that a wall shows of an account is different now.
 */
export async function saveAccounts(
  db: Db,
  met: {
    place: string
    channel: ChannelName
    kind: AccountKind
    at: Date
    accounts: readonly TakenAccount[]
  },
): Promise<{ known: Map<string, KnownAccount>; changed: boolean }> {
  const { place, channel, kind, at } = met
  const salt = await readSalt(db, place)
  const byId = new Map(met.accounts.map((one) => [one.externalId, one]))
  const found = json(
    [...byId.values()].map((one) => ({
      public_id: makeId('a'),
      external_id: one.externalId,
      handle: one.handle,
      handle_key: one.handleKey,
      name: one.name,
      url: one.url,
      author_key: saltedHash(salt, 'author', channel, one.externalId),
    })),
  )
  await sql`
    update account a set external_id = f.external_id, author_key = f.author_key
    from jsonb_to_recordset(${found}::jsonb) as ${columns}
    where a.id = (
        select min(n.id) from account n where n.place_id = ${place} and n.channel = ${channel}
        and n.external_id is null and n.handle_key = f.handle_key)
      and not exists (
        select from account k where k.place_id = ${place} and k.channel = ${channel} and k.external_id = f.external_id)
      and a.external_id is null`.execute(db)
  // The name that the town gave its own account in the place file is the town's to change. In one order everywhere, so
  // that two visits that meet the same people never wait for each other in a ring.
  const { rows } = await sql<{ fresh: boolean }>`
    insert into account (place_id, channel, public_id, external_id, handle, handle_key, name, url, kind, author_key,
      created_at)
    select ${place}, ${channel}, public_id, external_id, handle, handle_key, name, url, ${kind}, author_key,
      ${at}::timestamptz
    from jsonb_to_recordset(${found}::jsonb) as ${columns} order by external_id
    on conflict (place_id, channel, external_id) do update set
      handle = coalesce(excluded.handle, account.handle),
      handle_key = coalesce(excluded.handle_key, account.handle_key),
      name = case when account.kind = 'resident' then coalesce(excluded.name, account.name)
        else coalesce(account.name, excluded.name) end,
      url = coalesce(excluded.url, account.url)
    where (account.handle, account.url) is distinct from
        (coalesce(excluded.handle, account.handle), coalesce(excluded.url, account.url))
      or account.name is distinct from case when account.kind = 'resident'
        then coalesce(excluded.name, account.name) else coalesce(account.name, excluded.name) end
    returning xmax = 0 as fresh`.execute(db)
  const known = await db
    .selectFrom('account')
    .select(['id', 'external_id', 'kind', 'agreement'])
    .where('place_id', '=', place)
    .where('channel', '=', channel)
    .where('external_id', 'in', [...byId.keys(), ''])
    .execute()
  return {
    known: new Map(
      known.map((one) => [String(one.external_id), { ...one, external_id: String(one.external_id) }]),
    ),
    changed: rows.some((row) => !row.fresh),
  }
}
