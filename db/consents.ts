// What authors have been asked and have allowed: how they answered, where it may be shown and until when.
import { type Db, json } from './open.ts'
import type { ChildAnswer, ConsentScope } from './schema.ts'

/** What a consent is about. One of the two: this post, or everything by this account. */
export type Whose = { post: number | null; account: number | null }

/** What an author has allowed, and how we know it. */
export type Grant = {
  scope: ConsentScope
  wording: string
  evidence: { kind: 'link' | 'note' | 'form' | 'sample'; ref: string }
  askedHow: string
  child: ChildAnswer
  crop: boolean
  until: string | null
  by: string
  at: Date
}
export type NewConsent = Whose &
  Grant & {
    publicId: string
    place: string
    /** Of what and whose it was, for the time when the post has gone. */
    address: string | null
    author: string | null
  }

const grantColumns = (one: Grant) => ({
  state: 'granted' as const,
  scope: json(one.scope),
  wording_version: one.wording,
  evidence_kind: one.evidence.kind,
  evidence_ref: one.evidence.ref,
  asked_how: one.askedHow,
  child: one.child,
  crop: one.crop,
  until: one.until,
  recorded_by: one.by,
  at: one.at,
})

/** Records a consent that an author has given. */
export async function saveConsent(db: Db, one: NewConsent): Promise<void> {
  const { publicId, place, post, account, address, author } = one
  await db
    .insertInto('consent')
    .values({
      ...{ public_id: publicId, place_id: place, post_id: post, account_id: account, address, author },
      ...grantColumns(one),
    })
    .execute()
}

export type Question = {
  publicId: string
  place: string
  post: number
  address: string | null
  author: string | null
  scope: ConsentScope
  wording: string
  askedHow: string
  by: string
  at: Date
}

/** Records that an author has been asked. */
export async function saveQuestion(db: Db, one: Question): Promise<void> {
  await db
    .insertInto('consent')
    .values({
      public_id: one.publicId,
      place_id: one.place,
      post_id: one.post,
      account_id: null,
      address: one.address,
      author: one.author,
      state: 'asked',
      scope: json(one.scope),
      wording_version: one.wording,
      evidence_kind: null,
      evidence_ref: null,
      asked_how: one.askedHow,
      child: null,
      crop: false,
      until: null,
      recorded_by: one.by,
      at: one.at,
      asked_at: one.at,
    })
    .execute()
}

/** Turns a question into what was allowed. */
export async function answerWithGrant(db: Db, id: number, whose: Whose, grant: Grant): Promise<void> {
  await db
    .updateTable('consent')
    .set({ ...grantColumns(grant), post_id: whose.post, account_id: whose.account })
    .where('id', '=', id)
    .execute()
}

/** Asks once more: the thirty days begin anew. */
export async function askAgain(db: Db, id: number, by: string, at: Date): Promise<void> {
  await db.updateTable('consent').set({ asked_at: at, at, recorded_by: by }).where('id', '=', id).execute()
}

export async function refuse(db: Db, id: number, by: string, at: Date): Promise<void> {
  await db
    .updateTable('consent')
    .set({ state: 'refused', recorded_by: by, at })
    .where('id', '=', id)
    .execute()
}

export async function withdraw(db: Db, id: number, at: Date): Promise<void> {
  await db.updateTable('consent').set({ state: 'withdrawn', withdrawn_at: at }).where('id', '=', id).execute()
}

/** Locks the post that a record is about: always before the record itself, so that two acts wait for one another. */
export async function holdPost(db: Db, post: number): Promise<void> {
  await db.selectFrom('post').select('id').where('id', '=', post).forUpdate().execute()
}

/** One record of the place, locked until the transaction ends. */
export function lockConsent(db: Db, place: string, publicId: string) {
  return db
    .selectFrom('consent')
    .selectAll()
    .where('place_id', '=', place)
    .where('public_id', '=', publicId)
    .forUpdate()
    .executeTakeFirst()
}

/** The record by its public id, in whatever place. */
export function findConsent(db: Db, publicId: string) {
  return db.selectFrom('consent').selectAll().where('public_id', '=', publicId).executeTakeFirst()
}

/** The newest question about a post that has no yes yet. */
export function findQuestion(db: Db, post: number) {
  return db
    .selectFrom('consent')
    .selectAll()
    .where('post_id', '=', post)
    .where('state', 'in', ['asked', 'refused'])
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
}

/** The consents of a post or of its account, newest first. */
export function listConsents(db: Db, post: number, account: number | null) {
  return db
    .selectFrom('consent')
    .selectAll()
    .where(({ eb, or }) =>
      or([eb('post_id', '=', post), ...(account === null ? [] : [eb('account_id', '=', account)])]),
    )
    .orderBy('id', 'desc')
    .execute()
}

/** What a consent is about, as its author would recognise it: the post with its words, or the account. */
export async function findSubject(
  db: Db,
  kept: { post_id: number | null; address: string | null; author: string | null },
) {
  const { post_id: post, address, author } = kept
  if (post === null) return { url: address, author, picture: true, post: null }
  const row = await db
    .selectFrom('post')
    .select(['text', 'marks', 'lang', 'url'])
    .select(({ exists, selectFrom }) =>
      exists(selectFrom('media').select('id').where('post_id', '=', post)).as('picture'),
    )
    .where('id', '=', post)
    .executeTakeFirst()
  return { url: row?.url ?? address, author, picture: Boolean(row?.picture), post: row ?? null }
}

/** The public ids of the posts that a consent speaks of and that anybody may see now. */
export async function listShownUnder(db: Db, whose: Whose): Promise<string[]> {
  const rows = await db
    .selectFrom('post')
    .select('public_id')
    .where('state', '=', 'shown')
    .where(({ eb }) =>
      whose.post === null ? eb('account_id', '=', whose.account) : eb('id', '=', whose.post),
    )
    .orderBy('id')
    .execute()
  return rows.map((row) => row.public_id)
}

/**
 * The pictures of the posts that a consent speaks of: copies become public when it is given, and go when it is
 * withdrawn. The job that copies pictures does the rest.
 */
export async function movePictures(db: Db, whose: Whose, to: 'public' | 'none'): Promise<void> {
  await db
    .updateTable('media')
    .set(to === 'public' ? { copy: 'public', private_until: null } : { copy: 'none', private_until: null })
    .where('copy', '=', to === 'public' ? 'private' : 'public')
    .where('post_id', 'in', (eb) =>
      eb
        .selectFrom('post')
        .select('id')
        .where((is) =>
          whose.post === null ? is('account_id', '=', whose.account) : is('id', '=', whose.post),
        ),
    )
    .execute()
}

/** What authors had allowed of posts that go for good: the record stays, and points at nothing any more. */
export async function endWithPosts(
  db: Db,
  posts: readonly number[],
  account: number | null,
  at: Date,
): Promise<void> {
  await db
    .updateTable('consent')
    .set((eb) => ({
      state: 'removed',
      withdrawn_at: eb.fn.coalesce('withdrawn_at', eb.val(at)),
      post_id: null,
      account_id: null,
    }))
    .where(({ eb, or }) =>
      or([
        ...(posts.length ? [eb('post_id', 'in', [...posts])] : []),
        ...(account === null ? [] : [eb('account_id', '=', account)]),
      ]),
    )
    .execute()
}
