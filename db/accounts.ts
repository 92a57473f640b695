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
  const accounts = [...new Map(met.accounts.map((one) => [one.externalId, one])).values()]
  if (!accounts.length) return { known: new Map(), changed: false }
  const where = { ...met, salt: await readSalt(db, met.place) }
  let found = await findAccounts(db, where, accounts)
  if (found.some((one) => one.external_id === null)) {
    await claim(db, where, accounts)
    found = await findAccounts(db, where, accounts)
  }
  const known = new Map<string, Known>(
    found.flatMap((one) => (one.external_id ? [[one.external_id, one]] : [])),
  )
  // Who is called as before is not even locked: visits that meet the same people do not wait for each other.
  const written = await write(
    db,
    where,
    accounts.filter((one) => !isSame(one, known.get(one.externalId))),
  )
  for (const one of written) known.set(String(one.external_id), one)
  return { known: known as Map<string, KnownAccount>, changed: written.some((one) => !one.fresh) }
}

/** Tells what is known of an author, as `saveAccounts` would, and writes nothing. */
export async function openKnown(
  db: Db,
  where: { place: string; channel: ChannelName },
  met: readonly TakenAccount[],
): Promise<(one: TakenAccount) => Pick<KnownAccount, 'kind' | 'agreement'> | undefined> {
  const found = met.length ? await findAccounts(db, where, met) : []
  return (one) =>
    found.find(({ external_id }) => external_id === one.externalId) ??
    found.find(({ external_id, handle_key }) => external_id === null && handle_key === one.handleKey)
}

type Known = Omit<KnownAccount, 'external_id'> & {
  external_id: string | null
  handle: string | null
  handle_key: string | null
  name: string | null
  url: string | null
}
type Where = { place: string; channel: ChannelName; kind: AccountKind; at: Date; salt: string }

/** The name that the town gave its own account in the place file is the town's to change. */
function isSame(met: TakenAccount, known: Known | undefined): boolean {
  if (!known) return false
  const name = known.kind === 'resident' ? (met.name ?? known.name) : (known.name ?? met.name)
  const [handle, url] = [met.handle ?? known.handle, met.url ?? known.url]
  return name === known.name && handle === known.handle && url === known.url
}

/** Those known by their ids, and those that were only named so far and have one of the handles. */
async function findAccounts(
  db: Db,
  { place, channel }: Pick<Where, 'place' | 'channel'>,
  accounts: readonly TakenAccount[],
): Promise<Known[]> {
  const handles = accounts.flatMap((one) => one.handleKey ?? [])
  const { rows } = await sql<Known>`
    select id, external_id, kind, agreement, handle, handle_key, name, url from account
    where place_id = ${place} and channel = ${channel} and (external_id = any(${accounts.map((one) => one.externalId)})
      or (external_id is null and handle_key = any(${handles})))`.execute(db)
  return rows
}

const columns = sql`f(
  public_id text, external_id text, handle text, handle_key text, name text, url text, author_key text)`

const rowsOf = ({ channel, salt }: Where, accounts: readonly TakenAccount[]) =>
  json(
    accounts.map((one) => ({
      public_id: makeId('a'),
      external_id: one.externalId,
      handle: one.handle,
      handle_key: one.handleKey,
      name: one.name,
      url: one.url,
      author_key: saltedHash(salt, 'author', channel, one.externalId),
    })),
  )

/** The first with a handle that was only named so far is the one that was meant. */
async function claim(db: Db, where: Where, accounts: readonly TakenAccount[]): Promise<void> {
  const { place, channel } = where
  await sql`
    update account a set external_id = f.external_id, author_key = f.author_key
    from jsonb_to_recordset(${rowsOf(where, accounts)}::jsonb) as ${columns}
    where a.id = (
        select min(n.id) from account n where n.place_id = ${place} and n.channel = ${channel}
        and n.external_id is null and n.handle_key = f.handle_key)
      and not exists (
        select from account k where k.place_id = ${place} and k.channel = ${channel} and k.external_id = f.external_id)
      and a.external_id is null`.execute(db)
}

/** In one order everywhere, so that two visits that meet the same people never wait for each other in a ring. */
async function write(
  db: Db,
  where: Where,
  accounts: readonly TakenAccount[],
): Promise<(Known & { fresh: boolean })[]> {
  if (!accounts.length) return []
  const { place, channel, kind, at } = where
  const { rows } = await sql<Known & { fresh: boolean }>`
    insert into account (place_id, channel, public_id, external_id, handle, handle_key, name, url, kind, author_key,
      created_at)
    select ${place}, ${channel}, public_id, external_id, handle, handle_key, name, url, ${kind}, author_key,
      ${at}::timestamptz
    from jsonb_to_recordset(${rowsOf(where, accounts)}::jsonb) as ${columns} order by external_id
    on conflict (place_id, channel, external_id) do update set
      handle = coalesce(excluded.handle, account.handle),
      handle_key = coalesce(excluded.handle_key, account.handle_key),
      name = case when account.kind = 'resident' then coalesce(excluded.name, account.name)
        else coalesce(account.name, excluded.name) end,
      url = coalesce(excluded.url, account.url)
    returning id, external_id, kind, agreement, handle, handle_key, name, url, xmax = 0 as fresh`.execute(db)
  return rows
}
