// Mail as rows: written with what causes it, taken by one sender only, and what became of it.
import { type Insertable, type Selectable, sql } from 'kysely'
import { plain } from './health.ts'
import type { Db } from './open.ts'
import type { Mail } from './schema.ts'

type MailRow = Selectable<Mail>
export type NewMail = Pick<
  Insertable<Mail>,
  | 'place_id'
  | 'message_id'
  | 'recipient'
  | 'language'
  | 'subject'
  | 'text'
  | 'cause'
  | 'html'
  | 'unsubscribe'
  | 'attachment'
>

/** Writes mails, due at once; one whose Message-ID is there already was caused before and stays as it is. */
export async function saveMails(db: Db, mails: readonly NewMail[], at: Date): Promise<void> {
  if (!mails.length) return
  await db
    .insertInto('mail')
    .values(mails.map((mail) => ({ ...mail, next_at: at, created_at: at })))
    .onConflict((same) => same.column('message_id').doNothing())
    .execute()
}

/** True when a mail is to be sent, or one that was being sent has not been heard of for too long. */
export async function isMailDue(db: Db, now: Date): Promise<boolean> {
  const { rows } = await sql`
    select from mail where state in ('waiting', 'sending') and next_at <= ${now} limit 1`.execute(db)
  return rows.length > 0
}

/**
 * Gives up those whose sender died between sending and noting, so that nobody knows whether they arrived, and those
 * that were made before `oldest`. Answers how many.
 */
export async function giveUpMail(db: Db, now: Date, oldest: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update mail set state = 'failed', next_at = null,
      fault_code = case when state = 'sending' then 'unsure' else coalesce(fault_code, 'away') end
    where (state = 'sending' and next_at <= ${now})
      or (state = 'waiting' and next_at is not null and created_at < ${oldest})`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Takes one mail that is due; `until` is when its end counts as not known. */
export async function takeMail(db: Db, now: Date, until: Date): Promise<MailRow | undefined> {
  const { rows } = await sql<MailRow>`
    update mail set state = 'sending', tries = tries + 1, next_at = ${until} where id = (
      select id from mail where state = 'waiting' and next_at <= ${now}
      order by next_at, id limit 1 for update skip locked)
    returning *`.execute(db)
  return rows[0]
}

export async function noteSent(db: Db, id: number, at: Date): Promise<void> {
  await db
    .updateTable('mail')
    .set({ state: 'sent', sent_at: at, next_at: null, fault_code: null, fault_detail: null })
    .where('id', '=', id)
    .execute()
}

type Left = Pick<MailRow, 'state' | 'next_at' | 'fault_code' | 'fault_detail'>

/** What is left of a mail that was taken and has not gone out. */
export async function noteUnsent(db: Db, id: number, left: Left): Promise<void> {
  await db.updateTable('mail').set(storable(left)).where('id', '=', id).execute()
}

const storable = ({ fault_detail, ...left }: Left) => ({
  ...left,
  fault_detail: fault_detail && plain(fault_detail).slice(0, 300),
})

/** Every mail that is due has been tried in vain, since there is no way to the server. */
export async function postponeMail(
  db: Db,
  now: Date,
  leave: (mail: Pick<MailRow, 'tries' | 'created_at'>) => Left,
): Promise<void> {
  // What another process has just taken is not touched.
  const waits = sql<boolean>`state = 'waiting' and next_at <= ${now}`
  const due = await db.selectFrom('mail').select(['id', 'tries', 'created_at']).where(waits).execute()
  for (const { id, ...mail } of due)
    await db
      .updateTable('mail')
      .set({ ...storable(leave(mail)), tries: mail.tries + 1 })
      .where('id', '=', id)
      .where(waits)
      .execute()
}

/** Mail of a place that waits for another try or has failed since a moment, the newest first. */
export function listUnsentMail(db: Db, place: string, since: Date) {
  return db
    .selectFrom('mail')
    .select(['recipient', 'state', 'fault_code', 'fault_detail', 'next_at', 'created_at'])
    .where('place_id', '=', place)
    .where('created_at', '>', since)
    .where('state', 'in', ['waiting', 'failed'])
    .where('fault_code', 'is not', null)
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
}
