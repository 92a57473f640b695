// Rows for the digest's tests: days of collecting, tallies, lifts, wall counts, measures and notes.
import { sql } from 'kysely'
import type { Db } from '../db/open.ts'
import type { Measure, Note, WallDay } from '../db/schema.ts'
import { addQuarters, listDays, quarterDays } from '../services/domain/quarter.ts'
import { makeAccount, makePost, NOW } from './makers.ts'

/** A source was collected on every day of the quarter, or on those that `ok` says. */
export async function collectDays(
  db: Db,
  source: string,
  quarter: string,
  ok: (nth: number) => boolean = () => true,
  place = 'kemijarvi',
): Promise<void> {
  const { from, to } = quarterDays(quarter)
  const values = listDays(from, to).map((day, nth) => ({
    place_id: place,
    source_id: source,
    day,
    ok: ok(nth),
    runs: 4,
  }))
  await db.insertInto('source_day').values(values).execute()
}

/** Both sources of the makers' place, collected every day of the quarter and of those it is compared with. */
export async function collectAll(db: Db, quarter: string): Promise<void> {
  for (const n of [0, -1, -4])
    for (const source of ['uutiset', 'tuutit']) await collectDays(db, source, addQuarters(quarter, n))
}

export async function makePostAt(
  db: Db,
  at: string,
  more: {
    text?: string
    source?: string
    account?: number
    channel?: 'mastodon' | 'feed'
    place?: string
  } = {},
): Promise<number> {
  const { id } = await makePost(db, {
    ...(more.place && { place: more.place }),
    ...(more.text && { text: more.text }),
    ...(more.channel && { channel: more.channel }),
    account_id: more.account ?? null,
    published_at: new Date(at),
  })
  const source_id = more.source ?? 'tuutit'
  await db
    .insertInto('post_source')
    .values({ post_id: id, place_id: more.place ?? 'kemijarvi', source_id, found_at: NOW })
    .execute()
  return id
}

export async function makeTally(
  db: Db,
  post: number,
  hours: number,
  counts: { likes?: number | null; comments?: number | null; shares?: number | null },
): Promise<void> {
  const { age } = { age: Math.floor(hours / 24) }
  await db
    .insertInto('tally')
    .values({
      post_id: post,
      place_id: 'kemijarvi',
      age,
      taken_at: NOW,
      hours,
      likes: counts.likes ?? null,
      comments: counts.comments ?? null,
      shares: counts.shares ?? null,
      views: null,
    })
    .execute()
}

export async function makeLift(
  db: Db,
  post: number,
  week: string,
  hours: number | null = null,
): Promise<void> {
  const ended_at = hours === null ? null : new Date(NOW.getTime() + hours * 3_600_000)
  await db
    .insertInto('lift')
    .values({ place_id: 'kemijarvi', post_id: post, week, by: 'johanna', at: NOW, ended_at })
    .execute()
}

export async function countWall(
  db: Db,
  day: string,
  event: WallDay['event'],
  n: number,
  subject = '',
): Promise<void> {
  await db
    .insertInto('wall_day')
    .values({ place_id: 'kemijarvi', wall_id: 'etusivu', day, event, subject, n })
    .onConflict((one) =>
      one
        .columns(['place_id', 'wall_id', 'day', 'event', 'subject'])
        .doUpdateSet({ n: sql`wall_day.n + excluded.n` }),
    )
    .execute()
}

export async function makeMeasure(
  db: Db,
  indicator: string,
  period: string,
  value: string | null,
  more: Partial<Pick<Measure, 'dim' | 'status'> & { source: string; place: string }> = {},
): Promise<void> {
  const kinds = [
    [/^\d{4}-\d\d-\d\d$/, 'day'],
    [/W/, 'week'],
    [/q/, 'quarter'],
    [/^\d{4}-\d\d$/, 'month'],
  ] as const
  const period_kind = kinds.find(([shape]) => shape.test(period))?.[1] ?? 'year'
  await db
    .insertInto('measure')
    .values({
      place_id: more.place ?? 'kemijarvi',
      indicator,
      dim: more.dim ?? '',
      period_kind,
      period,
      source_id: more.source ?? 'matomo',
      value,
      unit: 'count',
      status: more.status ?? 'ok',
      retrieved_at: NOW,
    })
    .execute()
}

export async function makeNote(
  db: Db,
  kind: Note['kind'],
  day: string,
  theme: string | null = null,
): Promise<void> {
  const public_id = `n_${Math.random().toString(36).slice(2, 14)}`
  await db
    .insertInto('note')
    .values({ public_id, place_id: 'kemijarvi', kind, day, theme, body: 'Havainto', by: 'johanna', at: NOW })
    .execute()
}

/** Three accounts: the municipality's own, a partner's and a resident's. */
export async function makeAuthors(db: Db): Promise<{ own: number; partner: number; resident: number }> {
  return {
    own: await makeAccount(db, { kind: 'own' }),
    partner: await makeAccount(db, { kind: 'partner', agreement: 'sovittu' }),
    resident: await makeAccount(db, { kind: 'resident' }),
  }
}
