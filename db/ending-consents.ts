// Consents whose last day comes near: for the desk, and for the mail that tells of them once.
import type { Db } from './open.ts'

/** Consents in force that end within the days given, the first one first. */
export function listEndingConsents(db: Db, place: string, today: string, until: string) {
  return db
    .selectFrom('consent')
    .leftJoin('post', 'post.id', 'consent.post_id')
    .select(['consent.until', 'post.public_id'])
    .where('consent.place_id', '=', place)
    .where('consent.state', '=', 'granted')
    .where('consent.until', '>=', today)
    .where('consent.until', '<=', until)
    .orderBy('consent.until')
    .execute()
}

/** Consents that end by then and whose end nobody has been told of, held until the transaction ends. */
export function listEndingUntold(db: Db, place: string, today: string, until: string) {
  return db
    .selectFrom('consent')
    .leftJoin('post', 'post.id', 'consent.post_id')
    .select(['consent.id', 'consent.public_id', 'consent.until', 'consent.author', 'post.public_id as post'])
    .where('consent.place_id', '=', place)
    .where('consent.state', '=', 'granted')
    .where('consent.until', '>=', today)
    .where('consent.until', '<=', until)
    .where(({ eb, ref }) => eb('consent.told_until', 'is distinct from', ref('consent.until')))
    .orderBy('consent.until')
    .orderBy('consent.id')
    .forUpdate('consent')
    .execute()
}
export type EndingConsent = Awaited<ReturnType<typeof listEndingUntold>>[number]

export async function noteEndTold(db: Db, ids: readonly number[]): Promise<void> {
  await db
    .updateTable('consent')
    .set(({ ref }) => ({ told_until: ref('until') }))
    .where('id', 'in', [...ids])
    .execute()
}
