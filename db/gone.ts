// Posts that are no longer on their platform: twice not found, or said to be gone, and they are off every wall.
import { sql } from 'kysely'
import type { ChannelName } from '../config/place.ts'
import type { Db } from './open.ts'

/** Marks posts that the platform itself said are gone; answers how many were still here. */
export async function markGone(
  db: Db,
  place: string,
  channel: ChannelName,
  externalIds: readonly string[],
  at: Date,
): Promise<number> {
  if (!externalIds.length) return 0
  const rows = await db
    .updateTable('post')
    .set({ gone_at: at })
    .where('place_id', '=', place)
    .where('channel', '=', channel)
    .where(sql<boolean>`external_id = any(${[...externalIds].sort()})`)
    .where('gone_at', 'is', null)
    .returning('id')
    .execute()
  return rows.length
}

/**
 * Posts that were not found when asked for one by one. One answer may be a mistake of the other side: the second, ten
 * minutes later, counts. Answers how many are gone now.
 */
export async function noteMissing(db: Db, ids: readonly number[], at: Date): Promise<number> {
  if (!ids.length) return 0
  const { rows } = await sql<{ gone: boolean }>`
    update post set gone_checks = gone_checks + 1, reread_at = ${at}::timestamptz,
      gone_at = case when gone_checks >= 1 and reread_at <= ${at}::timestamptz - interval '10 minutes'
        then ${at}::timestamptz end
    where id = any(${ids}) and gone_at is null
      and (gone_checks = 0 or reread_at <= ${at}::timestamptz - interval '10 minutes')
    returning gone_at is not null as gone`.execute(db)
  return rows.filter((row) => row.gone).length
}

/**
 * Posts about which a platform was last heard too long ago for us to keep what it told: as if they were gone. With
 * `holding`, those stay whose author's consent holds on that day.
 */
export async function markUnheard(
  db: Db,
  one: { place: string; channel: ChannelName; before: Date; at: Date; holding: string | undefined },
): Promise<number> {
  const { place, channel, before, at, holding = null } = one
  const { rows } = await sql`
    update post p set gone_at = ${at}::timestamptz
    where p.place_id = ${place} and p.channel = ${channel} and p.gone_at is null and p.pruned_at is null
      and p.seen_at < ${before}::timestamptz
      and exists (select from post_source s where s.post_id = p.id and s.seen_id is not null)
      and not exists (select from consent c
        where ${holding}::date is not null and (c.post_id = p.id or c.account_id = p.account_id)
          and c.state = 'granted' and c.withdrawn_at is null and (c.until is null or c.until >= ${holding}::date))
    returning 1`.execute(db)
  return rows.length
}

/** Posts that answered when asked for one by one. */
export async function markSeen(db: Db, ids: readonly number[], at: Date): Promise<void> {
  if (!ids.length) return
  await sql`update post set gone_checks = 0, reread_at = ${at}::timestamptz where id = any(${ids})`.execute(
    db,
  )
}

/** Posts about which the platform said neither that they are there nor that they are not. */
export async function markAsked(db: Db, ids: readonly number[], at: Date): Promise<void> {
  if (!ids.length) return
  await sql`
    update post set reread_at = ${at}::timestamptz where id = any(${ids}) and gone_checks = 0`.execute(db)
}
