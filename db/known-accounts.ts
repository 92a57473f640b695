// Accounts as the town knows them: whose each is, what was agreed with it, and what follows for its posts.
import { sql } from 'kysely'
import type { AccountKind, ChannelName } from '../config/place.ts'
import { lookAtPictures } from './descriptions.ts'
import { makeId } from './ids.ts'
import type { Db } from './open.ts'
import type { PostState } from './schema.ts'

const keyOf = (handle: string) => handle.replace(/^@/, '').toLowerCase()

export type AccountFilter = {
  text?: string | undefined
  kind?: AccountKind | undefined
  publicId?: string | undefined
}

/** Accounts with the number of their posts, most posts first; those whose authors are forgotten are left out. */
export function listAccounts(db: Db, place: string, filter: AccountFilter, offset: number, limit: number) {
  const { text, kind, publicId } = filter
  return db
    .selectFrom('account')
    .leftJoin('post', 'post.account_id', 'account.id')
    .select(['account.public_id', 'account.channel', 'account.handle', 'account.name', 'account.url'])
    .select(['account.kind', 'account.agreement', 'account.agreed_at', 'account.mark', 'account.created_at'])
    .select(sql<number>`count(post.id)::int`.as('posts'))
    .where('account.place_id', '=', place)
    .where(({ eb, or }) =>
      or([eb('account.external_id', 'is not', null), eb('account.handle_key', 'is not', null)]),
    )
    .$if(kind !== undefined, (query) => query.where('account.kind', '=', kind ?? 'resident'))
    .$if(publicId !== undefined, (query) => query.where('account.public_id', '=', publicId ?? ''))
    .$if(text !== undefined, (query) => {
      const like = `%${(text ?? '').replace(/[\\%_]/g, '\\$&')}%`
      return query.where(({ eb, or }) =>
        or([eb('account.name', 'ilike', like), eb('account.handle', 'ilike', like)]),
      )
    })
    .groupBy('account.id')
    .orderBy('posts', 'desc')
    .orderBy('account.id')
    .offset(offset)
    .limit(limit)
    .execute()
}
export type AccountLine = Awaited<ReturnType<typeof listAccounts>>[number]

/** How many posts of the account stand in each state, and the newest of them. */
export async function findAccountPosts(db: Db, place: string, publicId: string, limit: number) {
  const mine = db
    .selectFrom('post')
    .innerJoin('account', 'account.id', 'post.account_id')
    .where('account.place_id', '=', place)
    .where('account.public_id', '=', publicId)
  const states = await mine
    .select(['post.state', sql<number>`count(*)::int`.as('n')])
    .groupBy('post.state')
    .execute()
  const newest = await mine
    .select(['post.public_id', 'post.title', 'post.text', 'post.state', 'post.published_at'])
    .orderBy('post.published_at', 'desc')
    .limit(limit)
    .execute()
  return { states, newest }
}

/** The account, locked until the transaction ends. */
export function lockAccount(db: Db, place: string, publicId: string) {
  return db
    .selectFrom('account')
    .select(['id', 'kind', 'agreement', 'agreed_at', 'mark'])
    .where('place_id', '=', place)
    .where('public_id', '=', publicId)
    .forUpdate()
    .executeTakeFirst()
}

export type Standing = {
  kind: AccountKind
  agreement: string | null
  agreedAt: Date | null
  /** What a partner is called on the walls. */
  mark: string | null
}

export async function saveStanding(db: Db, account: number, standing: Standing): Promise<void> {
  const { kind, agreement, agreedAt, mark } = standing
  await db
    .updateTable('account')
    .set({ kind, agreement, agreed_at: agreedAt, mark })
    .where('id', '=', account)
    .execute()
  await lookAtPictures(db, { post: null, account })
}

export type NewAccount = Standing & {
  place: string
  channel: ChannelName
  handle: string
  name: string | null
  at: Date
}

/** Names an account before it is met; its first post claims the row by the handle. Answers the account's id. */
export async function addAccount(db: Db, account: NewAccount): Promise<string> {
  const publicId = makeId('a')
  await db
    .insertInto('account')
    .values({
      public_id: publicId,
      place_id: account.place,
      channel: account.channel,
      handle: account.handle,
      handle_key: keyOf(account.handle),
      name: account.name,
      kind: account.kind,
      agreement: account.agreement,
      agreed_at: account.agreedAt,
      mark: account.mark,
      created_at: account.at,
    })
    .execute()
  return publicId
}

/** Writes down whose post it is where the platform did not say: a known account's by its handle, or a new one's. */
export async function nameAuthor(
  db: Db,
  post: { id: number; channel: ChannelName },
  author: { place: string; handle: string; at: Date },
): Promise<number> {
  const { place, handle, at } = author
  const find = () =>
    db
      .selectFrom('account')
      .select('id')
      .where('place_id', '=', place)
      .where('channel', '=', post.channel)
      .where('handle_key', '=', keyOf(handle))
      .executeTakeFirst()
  const standing = { kind: 'resident', agreement: null, agreedAt: null, mark: null } as const
  if (!(await find()))
    await addAccount(db, { ...standing, place, channel: post.channel, handle, name: null, at })
  const { id } = (await find()) as { id: number }
  await db.updateTable('post').set({ account_id: id }).where('id', '=', post.id).execute()
  await lookAtPictures(db, { post: post.id, account: id })
  return id
}

/** True when the place knows an account of this handle in the channel, met or not. */
export async function knowsHandle(
  db: Db,
  place: string,
  channel: ChannelName,
  handle: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('place_id', '=', place)
    .where('channel', '=', channel)
    .where('handle_key', '=', keyOf(handle))
    .executeTakeFirst()
  return row !== undefined
}

/** The platform's ids of accounts that the place has met, by their handles without the leading @. */
export async function listMetHandles(
  db: Db,
  place: string,
  channel: ChannelName,
  handles: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('account')
    .select(['handle_key', 'external_id'])
    .where('place_id', '=', place)
    .where('channel', '=', channel)
    .where('external_id', 'is not', null)
    .where('handle_key', 'in', ['', ...handles.map(keyOf)])
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [String(row.handle_key), String(row.external_id)]))
}

/**
 * Gives the account's posts on which no person has decided the state that its posts now begin with; answers how many
 * moved. What a person has shown stays shown: how much of it may be seen is a matter of rights. What a rule holds
 * still waits for a person.
 */
export async function moveUndecided(db: Db, account: number, to: PostState): Promise<number> {
  const from: PostState = to === 'shown' ? 'new' : 'shown'
  const { numAffectedRows } = await sql`
    with mine as (
      select p.id from post p
      where p.account_id = ${account} and p.state = ${from} and p.gone_at is null and p.pruned_at is null
        and not exists (select from decision d where d.post_id = p.id and d.place_id = p.place_id
          and case ${to} when 'shown' then d.action = 'hold' else d.to_state = 'shown' and d.rule_id is null end)
      order by p.id for update of p
    )
    update post set state = ${to}, version = version + 1 from mine where post.id = mine.id`.execute(db)
  return Number(numAffectedRows ?? 0)
}
