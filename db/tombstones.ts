// What was removed and must never come back: hashes of a post's id, of its address, of an account.
import { type RawBuilder, sql } from 'kysely'
import { endWithPosts } from './consents.ts'
import { type Db, inTransaction, json } from './open.ts'
import { touchPlace } from './places.ts'
import { readSalt, saltedHash } from './salt.ts'

/** The three hashes under which a post may be buried; null where the post has no such part. */
export function tombstoneHashes(
  salt: string,
  post: { channel: string; externalId: string; address: string | null; account: string | null },
): { post: string; address: string | null; account: string | null } {
  return {
    post: saltedHash(salt, 'post', post.channel, post.externalId),
    address: post.address && saltedHash(salt, 'address', post.address),
    account: post.account && saltedHash(salt, 'account', post.channel, post.account),
  }
}

/**
 * Saving shares this lock and burying has it alone: otherwise a post that is being saved in the moment of its burial
 * would be seen by neither and stay.
 */
export async function lockAgainstBurial(db: Db, place: string, how: 'shared' | 'alone'): Promise<void> {
  const name = `burial ${place}`
  if (how === 'shared') await sql`select pg_advisory_xact_lock_shared(hashtext(${name}))`.execute(db)
  else await sql`select pg_advisory_xact_lock(hashtext(${name}))`.execute(db)
}

/**
 * Which of these posts are buried, or forgotten in time: nothing of theirs may be written, not even who wrote them. The
 * statement that saves asks the same once more.
 */
export async function findBuried(
  db: Db,
  place: string,
  channel: string,
  posts: readonly {
    externalId: string
    canonicalUrl: string | null
    account: { externalId: string } | null
  }[],
): Promise<Set<string>> {
  if (!posts.length) return new Set()
  const salt = await readSalt(db, place)
  const found = posts.map(({ externalId, canonicalUrl, account }) => ({
    id: externalId,
    ...tombstoneHashes(salt, {
      channel,
      externalId,
      address: canonicalUrl,
      account: account?.externalId ?? null,
    }),
  }))
  const { rows } = await sql<{ id: string }>`
    select id from jsonb_to_recordset(${json(found)}::jsonb) as f(id text, post text, address text, account text)
    where ${isBuried(place, channel)}`.execute(db)
  return new Set(rows.map((row) => row.id))
}

/**
 * Whether the row `f` with the columns of `tombstoneHashes` is buried or was forgotten in time (a pruned post is known
 * by the hash it was left with). `offset 0` keeps each question a look into an index: as joins they would be planned by
 * statistics, and there are none in the first minutes of a new installation.
 */
export function isBuried(place: string, channel: string): RawBuilder<boolean> {
  const lies = (hash: string) => sql`exists (
    select from tombstone where place_id = ${place} and hash = ${sql.ref(`f.${hash}`)} offset 0)`
  return sql`(${lies('post')} or ${lies('address')} or ${lies('account')} or exists (
    select from post where place_id = ${place} and channel = ${channel} and external_id = f.post offset 0))`
}

/**
 * Removes a post for good, and with `everything` all of its author's. Answers the hashes of the pictures whose rows
 * went with it (their files are to be dropped after the commit), or undefined when there is no such post.
 */
export async function buryPost(
  db: Db,
  place: string,
  publicId: string,
  how: { by: string; reason: string; at: Date; everything?: boolean },
): Promise<{ posts: number; pictures: string[] } | undefined> {
  return inTransaction(db, async (trx) => {
    await lockAgainstBurial(trx, place, 'alone')
    const post = await trx
      .selectFrom('post')
      .leftJoin('account', 'account.id', 'post.account_id')
      .select(['post.id', 'post.channel', 'post.external_id', 'post.canonical_url', 'post.account_id'])
      .select('account.external_id as account')
      .where('post.place_id', '=', place)
      .where('post.public_id', '=', publicId)
      .executeTakeFirst()
    if (!post) return undefined
    const salt = await readSalt(trx, place)
    const hashes = tombstoneHashes(salt, {
      channel: post.channel,
      externalId: post.external_id,
      address: post.canonical_url,
      account: how.everything ? post.account : null,
    })
    for (const kind of ['post', 'address', 'account'] as const) {
      const hash = hashes[kind]
      if (hash)
        await trx
          .insertInto('tombstone')
          .values({ place_id: place, hash, kind, reason: how.reason, by: how.by, at: how.at })
          .onConflict((one) => one.doNothing())
          .execute()
    }
    const going = await trx
      .selectFrom('post')
      .select('id')
      .where('place_id', '=', place)
      .where((is) =>
        is.or([
          is('id', '=', post.id),
          ...(post.canonical_url ? [is('canonical_url', '=', post.canonical_url)] : []),
          ...(how.everything && post.account_id ? [is('account_id', '=', post.account_id)] : []),
        ]),
      )
      .execute()
    const ids = going.map((one) => one.id)
    const pictures = await trx
      .selectFrom('media')
      .select('sha256')
      .distinct()
      .where('post_id', 'in', ids)
      .where('sha256', 'is not', null)
      .execute()
    await endWithPosts(trx, ids, how.everything ? post.account_id : null, how.at)
    await trx.deleteFrom('post').where('id', 'in', ids).execute()
    if (how.everything && post.account_id) {
      const gone = await trx
        .deleteFrom('account')
        .where('id', '=', post.account_id)
        .returning('public_id')
        .executeTakeFirst()
      // What was agreed with them goes along.
      const edits = trx.deleteFrom('place_edit').where('place_id', '=', place).where('part', '=', 'account')
      if (gone) await edits.where('object', '=', gone.public_id).execute()
    }
    await touchPlace(trx, place)
    return { posts: ids.length, pictures: pictures.flatMap((one) => one.sha256 ?? []) }
  })
}
