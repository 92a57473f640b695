// "Mistä kuulit meistä?": answers counted by day, without who gave them.
import { sql } from 'kysely'
import type { Db } from './open.ts'

export const heardAnswers = ['friend', 'social', 'search', 'site', 'paper', 'event', 'work', 'other'] as const
export type HeardAnswer = (typeof heardAnswers)[number]

export async function countHeard(
  db: Db,
  row: { place: string; day: string; form: 'story' | 'feedback'; answer: HeardAnswer; sample?: boolean },
): Promise<void> {
  const { place, day, form, answer, sample = false } = row
  await sql`
    insert into heard_day (place_id, day, form, answer, n, sample)
    values (${place}, ${day}, ${form}, ${answer}, 1, ${sample})
    on conflict (place_id, day, form, answer) do update set n = heard_day.n + 1`.execute(db)
}

/** How often each was answered in the days from `from` up to but not including `to`, the most frequent first. */
export function listHeard(db: Db, place: string, days: { from: string; to: string }) {
  return db
    .selectFrom('heard_day')
    .select('answer')
    .select(sql<number>`sum(n)::int`.as('n'))
    .where('place_id', '=', place)
    .where('day', '>=', days.from)
    .where('day', '<', days.to)
    .groupBy('answer')
    .orderBy('n', 'desc')
    .orderBy('answer')
    .$narrowType<{ answer: HeardAnswer }>()
    .execute()
}
