// What is due: sources by their own time, and the rounds of a place by the time kept in its settings.
import { sql } from 'kysely'
import { type Db, json } from './open.ts'

// A source that was taken comes back by itself when its job was lost; the job sets the true next time.
const LEASE = 15

/**
 * Takes the sources that are due, each for one clock only, however many ask at once. Where no budget is waited for, no
 * plan reaches further than a day or the source's own pace: one that does was made while the clock stood wrong, and the
 * source is due now.
 */
export async function takeDueSources(
  trx: Db,
  now: Date,
): Promise<{ place: string; source: string; kind: 'posts' | 'numbers' }[]> {
  const { rows } = await sql<{ place: string; source: string; kind: 'posts' | 'numbers' }>`
    update source set next_at = ${new Date(now.getTime() + LEASE * 60_000)} where (place_id, id) in (
      select place_id, id from source where active and (next_at <= ${now} or waits_for is null
        and next_at > ${now}::timestamptz + interval '5 minutes'
          + greatest(interval '1 day', every_minutes * interval '1 minute'))
      order by coalesce(waits_since, next_at) limit 200 for update skip locked)
    returning place_id as place, id as source, kind`.execute(trx)
  return rows
}

/** The places whose round of this name is due: at once when it never was, then every so many minutes. */
export async function takeDueRounds(trx: Db, name: string, minutes: number, now: Date): Promise<string[]> {
  const next = json({ next_at: new Date(now.getTime() + minutes * 60_000) })
  const { rows } = await sql<{ place: string }>`
    insert into setting (place_id, name, value) select id, ${`round:${name}`}, ${next}::jsonb from place order by id
    on conflict (place_id, name) do update set value = excluded.value
    where (setting.value->>'next_at')::timestamptz <= ${now}
    returning place_id as place`.execute(trx)
  return rows.map((row) => row.place)
}

/** True when the installation's round of this name is due: every so many minutes, the first time after as many. */
export async function takeDueRound(trx: Db, name: string, minutes: number, now: Date): Promise<boolean> {
  const value = json({ next_at: new Date(now.getTime() + minutes * 60_000) })
  await trx
    .insertInto('setting')
    .values({ place_id: '', name: `round:${name}`, value })
    .onConflict((one) => one.doNothing())
    .execute()
  const { rows } = await sql`
    update setting set value = ${value}::jsonb where place_id = '' and name = ${`round:${name}`}
      and (value->>'next_at')::timestamptz <= ${now}
    returning name`.execute(trx)
  return rows.length > 0
}
