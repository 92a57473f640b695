// Which posts are read again at their platform: for fresh counts, for edits, and to see that they are still there.
import { sql } from 'kysely'
import type { ChannelName } from '../config/place.ts'
import type { Db } from './open.ts'
import { keeping } from './schema.ts'
import { tallyAges, tallyTolerance } from './tallies.ts'

/** Hours after which a post is asked for again: one on a wall sooner, so that what is gone leaves within six. */
const SHOWN = 5
const OTHERS = 20
/** Days before the end of the time for which a platform lets us keep what it told. */
const EARLY = 5
/** Minutes between the two times that a missing post is asked for. */
const SURE = 10

export type RereadRow = {
  id: number
  external_id: string
  url: string | null
  channel: ChannelName
  source_id: string
  seen_id: string | null
  published_at: Date
  edited_at: Date | null
}

/**
 * Posts of a place that are due, each with the source that found it first and is still switched on; one that reads an
 * account before one that looks for hashtags. Posts that a
 * platform cannot be asked for (`channels` names those that can) are never due; where it lets us keep what it told only
 * for some days, every post is due before they have passed.
 */
export async function listRereads(
  db: Db,
  place: string,
  channels: readonly { name: string; keepDays?: number | undefined }[],
  now: Date,
  limit: number,
): Promise<RereadRow[]> {
  const at = sql`${now}::timestamptz`
  const asked = sql`coalesce(p.reread_at, p.first_seen_at)`
  const { rows } = await sql<RereadRow>`
    select p.id, p.external_id, p.url, p.channel, p.published_at, p.edited_at, s.source_id, s.seen_id
    from post p
    join unnest(${channels.map((one) => one.name)}::text[], ${channels.map((one) => one.keepDays ?? null)}::int4[])
      as able(channel, keep_days) on able.channel = p.channel
    join lateral (
      select ps.source_id, ps.seen_id from post_source ps
      join source o on o.place_id = ps.place_id and o.id = ps.source_id
      where ps.post_id = p.id and o.active and o.channel = p.channel
      order by o.mode = 'resident', ps.found_at, ps.source_id limit 1) s on true
    where p.place_id = ${place} and p.gone_at is null and p.pruned_at is null
      and case
        when p.gone_checks > 0 then p.reread_at <= ${at} - interval '1 minute' * ${SURE}
        else (p.state = 'shown' and ${asked} <= ${at} - interval '1 hour' * ${SHOWN})
          or (p.first_seen_at > ${at} - interval '1 day' * ${keeping.residentsPost}
            and ${asked} <= ${at} - interval '1 hour' * ${OTHERS})
          or ${asked} <= ${at} - interval '1 day' * (able.keep_days - ${EARLY})
          or exists (
            select from unnest(${[...tallyAges]}::int4[], ${tallyAges.map(tallyTolerance)}::int4[]) as due(age, late)
            where p.published_at <= ${at} - interval '1 day' * due.age
              and p.published_at > ${at} - interval '1 day' * due.age - interval '1 hour' * due.late
              and not exists (select from tally t where t.post_id = p.id and t.age = due.age)
              and ${asked} <= ${at} - interval '1 hour')
        end
    order by p.state <> 'shown', ${asked} limit ${limit}`.execute(db)
  return rows
}
