// What authors have allowed: who asked, how they answered, where it may be shown and until when.
import { type Db, json } from './open.ts'
import type { ConsentScope } from './schema.ts'

export type NewConsent = {
  publicId: string
  place: string
  /** One of the two: this post, or everything by this account. */
  post: number | null
  account: number | null
  scope: ConsentScope
  wording: string
  evidence: { kind: 'link' | 'note' | 'form' | 'sample'; ref: string }
  askedHow: string
  child: 'no' | 'unrecognisable' | 'guardian'
  crop: boolean
  until: string | null
  by: string
  at: Date
}

/** Records a consent that an author has given. */
export async function saveConsent(db: Db, one: NewConsent): Promise<void> {
  await db
    .insertInto('consent')
    .values({
      public_id: one.publicId,
      place_id: one.place,
      post_id: one.post,
      account_id: one.account,
      state: 'granted',
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
    .execute()
}

/** Withdraws a consent of the place; answers its row, or undefined when it is not in force. */
export function withdrawConsent(db: Db, place: string, publicId: string, at: Date) {
  return db
    .updateTable('consent')
    .set({ state: 'withdrawn', withdrawn_at: at })
    .where('place_id', '=', place)
    .where('public_id', '=', publicId)
    .where('state', '=', 'granted')
    .returning(['id', 'public_id', 'post_id', 'account_id'])
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

/**
 * The pictures of the posts that a consent speaks of: copies become public when it is given, and go when it is
 * withdrawn. The job that copies pictures does the rest.
 */
export async function movePictures(
  db: Db,
  whose: { post: number | null; account: number | null },
  to: 'public' | 'none',
): Promise<void> {
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
