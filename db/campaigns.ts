// Campaigns and trials: the card of each, its public page, its doors and winners, and how it was followed up.
import { sql } from 'kysely'
import { type Db, json } from './open.ts'
import type { Campaign } from './schema.ts'

export type CampaignCard = Pick<
  Campaign,
  | 'label'
  | 'from_day'
  | 'to_day'
  | 'owner'
  | 'topic'
  | 'audiences'
  | 'purpose'
  | 'doing'
  | 'lessons'
  | 'stays'
  | 'result'
> & {
  kind: 'campaign' | 'trial' | 'contest' | 'calendar'
  tags: string[]
  title: Record<string, string>
  story: Record<string, string>
}
export type CampaignRow = Awaited<ReturnType<typeof listCampaigns>>[number]
type Who = { by: string; at: Date; sample?: boolean }

const ofPlace = (db: Db, place: string) => db.selectFrom('campaign').selectAll().where('place_id', '=', place)

/** Newest first. */
export function listCampaigns(db: Db, place: string) {
  return ofPlace(db, place).orderBy('from_day', 'desc').orderBy('id', 'desc').execute()
}

export function findCampaign(db: Db, place: string, publicId: string) {
  return ofPlace(db, place).where('public_id', '=', publicId).executeTakeFirst()
}

export async function addCampaign(
  db: Db,
  place: string,
  publicId: string,
  { tags, title, story, ...card }: CampaignCard,
  { by, at, sample = false }: Who,
): Promise<number> {
  const row = await db
    .insertInto('campaign')
    .values({
      ...card,
      ...{ tags: json(tags), title: json(title), story: json(story) },
      ...{ public_id: publicId, place_id: place, sample, by, at },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The card as it is now, and which fields of it this saving changed. */
export async function saveCampaign(
  db: Db,
  id: number,
  { tags, title, story, ...card }: CampaignCard,
  changed: readonly string[],
  { by, at }: Who,
): Promise<void> {
  const lists = { tags: json(tags), title: json(title), story: json(story), changed: json(changed) }
  await db
    .updateTable('campaign')
    .set({ ...card, ...lists, by, at })
    .where('id', '=', id)
    .execute()
}

export async function publishCampaign(db: Db, id: number, at: Date | null): Promise<void> {
  await db.updateTable('campaign').set({ published_at: at }).where('id', '=', id).execute()
}

/** The public ones that have not ended, by their beginning. */
export function listPublished(db: Db, place: string, today: string) {
  return ofPlace(db, place)
    .where('published_at', 'is not', null)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', today)]))
    .orderBy('from_day')
    .orderBy('id')
    .execute()
}

export function listFollowUps(db: Db, place: string) {
  return db.selectFrom('campaign_follow_up').selectAll().where('place_id', '=', place).execute()
}

export async function saveFollowUp(
  db: Db,
  { place, id }: { place: string; id: number },
  { months, body }: { months: 3 | 6; body: string },
  { by, at }: Who,
): Promise<void> {
  await db
    .insertInto('campaign_follow_up')
    .values({ place_id: place, campaign_id: id, months, body, by, at })
    .onConflict((on) => on.columns(['campaign_id', 'months']).doUpdateSet({ body, by, at }))
    .execute()
}

export function listDoors(db: Db, id: number) {
  return db
    .selectFrom('campaign_door')
    .select(['day', 'title', 'url'])
    .where('campaign_id', '=', id)
    .orderBy('day')
    .execute()
}

/** The whole calendar in the stead of what it was. */
export async function saveDoors(
  db: Db,
  { place, id }: { place: string; id: number },
  doors: readonly { day: string; title: string; url: string | null }[],
): Promise<void> {
  await db.deleteFrom('campaign_door').where('campaign_id', '=', id).execute()
  if (doors.length)
    await db
      .insertInto('campaign_door')
      .values(doors.map((door) => ({ ...door, place_id: place, campaign_id: id })))
      .execute()
}

/**
 * Posts that take part in a contest: those with its hashtags from its days, whatever the place has decided of them. Of
 * the members of a joint place, which decide for themselves, only what they show.
 */
export async function listEntries(
  db: Db,
  { place, id, members }: { place: string; id: number; members: readonly string[] },
  { from, to, keys }: { from: Date; to: Date; keys: readonly string[] },
  limit = 200,
) {
  const { rows } = await sql<{
    public_id: string
    place_id: string
    url: string | null
    title: string | null
    text: string
    author: string | null
    state: string
    won: boolean
  }>`
    select p.public_id, p.place_id, p.url, p.title, p.text, coalesce(a.name, a.handle) as author, p.state,
      exists (select from campaign_winner w where w.campaign_id = ${id} and w.post_id = p.id) as won
    from post p left join account a on a.id = p.account_id
    where ${amongEntries(place, members)} and p.pruned_at is null and p.gone_at is null
      and p.published_at >= ${from} and p.published_at < ${to}
      and exists (select from post_tag t where t.post_id = p.id and t.key = any(${[...keys]}::text[]))
    order by p.published_at, p.id limit ${limit}`.execute(db)
  return rows
}

const amongEntries = (place: string, members: readonly string[]) =>
  sql<boolean>`(p.place_id = ${place} or (p.place_id = any(${[...members]}::text[]) and p.state = 'shown'))`

/** Marks a post as a winner or takes the mark away; false when it is none that can win. */
export async function setWinner(
  db: Db,
  { place, id, members }: { place: string; id: number; members: readonly string[] },
  publicId: string,
  won: boolean,
  { by, at }: Who,
): Promise<boolean> {
  const post = await db
    .selectFrom('post as p')
    .select('p.id')
    .where(amongEntries(place, members))
    .where('p.public_id', '=', publicId)
    .executeTakeFirst()
  if (!post) return false
  const row = { place_id: place, campaign_id: id, post_id: post.id, by, at }
  if (won)
    await db
      .insertInto('campaign_winner')
      .values(row)
      .onConflict((on) => on.doNothing())
      .execute()
  else
    await db
      .deleteFrom('campaign_winner')
      .where('campaign_id', '=', id)
      .where('post_id', '=', post.id)
      .execute()
  return true
}

export async function listWinners(db: Db, id: number): Promise<number[]> {
  const rows = await db
    .selectFrom('campaign_winner')
    .select('post_id')
    .where('campaign_id', '=', id)
    .orderBy('at')
    .orderBy('post_id')
    .execute()
  return rows.map((row) => row.post_id)
}
