// Ideas that residents promise to carry out: whether they are taken in, by which hashtag they are shown, and each one.
import { makeId } from './ids.ts'
import { type Db, json } from './open.ts'
import type { Idea } from './schema.ts'

const NAME = 'ideas'

/** The hashtag by which trials are shown, as a key; null while no ideas are taken in. */
export async function readIdeaTag(db: Db, place: string): Promise<string | null> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('place_id', '=', place)
    .where('name', '=', NAME)
    .executeTakeFirst()
  return (row?.value as { tag: string } | undefined)?.tag ?? null
}

export async function saveIdeaTag(db: Db, place: string, tag: string | null): Promise<void> {
  if (tag === null) {
    await db.deleteFrom('setting').where('place_id', '=', place).where('name', '=', NAME).execute()
    return
  }
  const value = json({ tag })
  await db
    .insertInto('setting')
    .values({ place_id: place, name: NAME, value })
    .onConflict((one) => one.columns(['place_id', 'name']).doUpdateSet({ value }))
    .execute()
}

export type NewIdea = Pick<Idea, 'body' | 'name' | 'contact' | 'money' | 'tag'>

/** Answers the idea's outer id. */
export async function addIdea(db: Db, place: string, idea: NewIdea, at: Date): Promise<string> {
  const public_id = makeId('i')
  await db
    .insertInto('idea')
    .values({ ...idea, public_id, place_id: place, at })
    .execute()
  return public_id
}

/** Those that wait first, then the others; newest first. */
export function listIdeas(db: Db, place: string, limit = 200) {
  return db
    .selectFrom('idea')
    .leftJoin('campaign', 'campaign.id', 'idea.campaign_id')
    .selectAll('idea')
    .select('campaign.public_id as campaign')
    .where('idea.place_id', '=', place)
    .orderBy((eb) => eb('idea.state', '=', 'new'), 'desc')
    .orderBy('idea.id', 'desc')
    .limit(limit)
    .execute()
}

/** The idea, held until the transaction ends. */
export function lockIdea(db: Db, place: string, publicId: string) {
  return db
    .selectFrom('idea')
    .selectAll()
    .where('place_id', '=', place)
    .where('public_id', '=', publicId)
    .forUpdate()
    .executeTakeFirst()
}

type Settled = { state: 'taken' | 'declined'; reply: string | null; campaign: number | null }

export async function settleIdea(
  db: Db,
  id: number,
  { state, reply, campaign }: Settled,
  who: { by: string; at: Date },
): Promise<void> {
  await db
    .updateTable('idea')
    .set({ state, reply, campaign_id: campaign, settled_by: who.by, settled_at: who.at })
    .where('id', '=', id)
    .execute()
}
