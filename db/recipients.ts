// Who gets digests by mail, what was delivered to whom, and what they answered.
import { sql } from 'kysely'
import { makeId } from './ids.ts'
import { type Db, json } from './open.ts'
import type { Delivery, Paper, Recipient, Reply, ReportKind } from './schema.ts'

/** Why something was delivered: a digest because it was published, else the kind of a report. */
export type Purpose = 'published' | ReportKind

export type RecipientRow = Awaited<ReturnType<typeof listRecipients>>[number]

/** Everybody who gets the digests of a place. */
export function listRecipients(db: Db, place: string) {
  return db
    .selectFrom('recipient')
    .select(['id', 'public_id', 'role', 'email', 'language', 'gets', 'area_id', 'by', 'at'])
    .where('place_id', '=', place)
    .where('stopped_at', 'is', null)
    .orderBy('id')
    .execute()
}

type NewRecipient = Pick<Recipient, 'role' | 'email' | 'language' | 'by' | 'at'> & {
  place: string
  /** The digest when nothing is said. */
  gets?: readonly Paper[]
  area?: string | null
}

/** False when this role gets them at this address already. */
export async function insertRecipient(
  db: Db,
  { place, gets = ['digest'], area = null, ...one }: NewRecipient,
): Promise<boolean> {
  const { rows } = await sql`
    insert into recipient (public_id, place_id, role, email, language, gets, area_id, by, at)
    values (${makeId('r')}, ${place}, ${one.role}, ${one.email}, ${one.language}, ${json(gets)}::jsonb, ${area},
      ${one.by}, ${one.at})
    on conflict do nothing returning id`.execute(db)
  return rows.length > 0
}

/** Answers the address's place and role, or nothing when it does not get them (any more). `by` is '' for themselves. */
export function stopRecipient(db: Db, id: string, by: string, at: Date) {
  return db
    .updateTable('recipient')
    .set({ stopped_at: at, stopped_by: by })
    .where('public_id', '=', id)
    .where('stopped_at', 'is', null)
    .returning(['place_id', 'role'])
    .executeTakeFirst()
}

export function findRecipient(db: Db, id: string) {
  return db
    .selectFrom('recipient')
    .select(['public_id', 'place_id', 'role', 'language', 'stopped_at'])
    .where('public_id', '=', id)
    .executeTakeFirst()
}

type NewDelivery = Pick<
  Delivery,
  'digest_id' | 'recipient_id' | 'purpose' | 'message_id' | 'token_hash' | 'expires_at' | 'at'
>

/** False when this digest has been delivered to them for this purpose before. */
export async function insertDelivery(db: Db, place: string, one: NewDelivery): Promise<boolean> {
  const made = await db
    .insertInto('delivery')
    .values({ ...one, place_id: place })
    .onConflict((same) => same.columns(['digest_id', 'recipient_id', 'purpose']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** A delivery by the secret of its reply link. */
export function findDelivery(db: Db, tokenHash: string) {
  return db
    .selectFrom('delivery')
    .innerJoin('recipient', 'recipient.id', 'delivery.recipient_id')
    .innerJoin('digest', 'digest.id', 'delivery.digest_id')
    .select([
      'delivery.id',
      'delivery.place_id',
      'delivery.expires_at',
      'recipient.role',
      'recipient.area_id',
      'recipient.language',
    ])
    .select(['digest.quarter', 'digest.revision', 'digest.state', 'digest.id as digest_id'])
    .where('delivery.token_hash', '=', tokenHash)
    .executeTakeFirst()
}

export async function insertReply(
  db: Db,
  one: Pick<Reply, 'place_id' | 'delivery_id' | 'kind' | 'body' | 'at'>,
): Promise<void> {
  await db.insertInto('reply').values(one).execute()
}

/** What was delivered of a digest, or of a report made from it: to whom, how the mail went, oldest first. */
export function listDeliveries(db: Db, digest: number, purpose: Purpose) {
  return db
    .selectFrom('delivery')
    .innerJoin('recipient', 'recipient.id', 'delivery.recipient_id')
    .leftJoin('mail', 'mail.message_id', 'delivery.message_id')
    .select(['delivery.id', 'delivery.at', 'recipient.role', 'recipient.email'])
    .select(['mail.state', 'mail.sent_at', 'mail.fault_code', 'mail.fault_detail'])
    .where('delivery.digest_id', '=', digest)
    .where('delivery.purpose', '=', purpose)
    .orderBy('delivery.id')
    .execute()
}

export function listReplies(db: Db, digest: number) {
  return db
    .selectFrom('reply')
    .innerJoin('delivery', 'delivery.id', 'reply.delivery_id')
    .select(['reply.delivery_id', 'reply.kind', 'reply.body', 'reply.at'])
    .where('delivery.digest_id', '=', digest)
    .orderBy('reply.id')
    .execute()
}

/** Published digests whose mails have gone out; what was given up is left to people, but alone it delivers nothing. */
export async function listDelivered(db: Db) {
  const { rows } = await sql<{ place_id: string; quarter: string; id: number; revision: number }>`
    select d.place_id, d.quarter, d.id, d.revision from digest d where d.state = 'published'
      and exists (select from delivery v join mail m on m.message_id = v.message_id
        where v.digest_id = d.id and v.purpose = 'published' and m.state = 'sent')
      and not exists (select from delivery v join mail m on m.message_id = v.message_id
        where v.digest_id = d.id and v.purpose = 'published' and m.state in ('waiting', 'sending'))`.execute(
    db,
  )
  return rows
}

/** How many recipients of a digest, or of its report to the service areas, have not answered at all. */
export async function countSilent(db: Db, digest: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int4 as n from delivery v
      where v.digest_id = ${digest} and v.purpose in ('published', 'areas')
      and not exists (select from reply r where r.delivery_id = v.id)`.execute(db)
  return rows[0]?.n ?? 0
}
