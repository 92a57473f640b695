// The place's own lists (themes, audiences, service areas), and which of their lines a post is marked with.
import { sql } from 'kysely'
import type { TopicLine } from '../config/lists.ts'
import type { TopicKind } from '../config/place.ts'
import { type Db, json } from './open.ts'

/** Every line of the place's lists, in their order. */
export function listTopics(db: Db, place: string) {
  return db
    .selectFrom('topic')
    .select(['kind', 'id', 'label', 'email'])
    .where('place_id', '=', place)
    .where('ended', '=', false)
    .orderBy('kind')
    .orderBy('position')
    .execute()
}
export type TopicRow = Awaited<ReturnType<typeof listTopics>>[number]

/** The ids of lines that were taken off a list: a new line never gets one of them. */
export async function listEndedIds(db: Db, place: string, kind: TopicKind): Promise<string[]> {
  const rows = await db
    .selectFrom('topic')
    .select('id')
    .where('place_id', '=', place)
    .where('kind', '=', kind)
    .where('ended', '=', true)
    .execute()
  return rows.map((row) => row.id)
}

/** The list becomes this; a line that is left out takes its marks on posts out of sight with it. */
export async function saveTopics(
  db: Db,
  place: string,
  kind: TopicKind,
  lines: readonly TopicLine[],
): Promise<void> {
  await db
    .updateTable('topic')
    .set({ ended: true })
    .where('place_id', '=', place)
    .where('kind', '=', kind)
    .where('ended', '=', false)
    .where('id', 'not in', ['', ...lines.map((one) => one.id)])
    .execute()
  for (const [position, { id, label, email = null }] of lines.entries())
    await db
      .insertInto('topic')
      .values({ place_id: place, kind, id, label: json(label), position, email })
      .onConflict((one) =>
        one
          .columns(['place_id', 'kind', 'id'])
          .doUpdateSet({ label: json(label), position, email, ended: false }),
      )
      .execute()
}

/** The marks of posts, in the order of the lists. */
export function marksOf(db: Db, posts: readonly number[]) {
  return db
    .selectFrom('post_topic as m')
    .innerJoin('topic as t', (join) =>
      join
        .onRef('t.place_id', '=', 'm.place_id')
        .onRef('t.kind', '=', 'm.kind')
        .onRef('t.id', '=', 'm.topic_id'),
    )
    .select(['m.post_id', 'm.kind', 't.id', 't.label'])
    .where('m.post_id', '=', sql<number>`any(${posts}::int4[])`)
    .where('t.ended', '=', false)
    .orderBy('t.position')
}
export type MarkRow = Awaited<ReturnType<ReturnType<typeof marksOf>['execute']>>[number]

/** True of a post that carries the mark. */
export const isMarked = (kind: TopicKind, id: string) => sql<boolean>`exists (
  select from post_topic m join topic t on t.place_id = m.place_id and t.kind = m.kind and t.id = m.topic_id
  where m.post_id = post.id and m.kind = ${kind} and m.topic_id = ${id} and not t.ended)`

export type Marks = { kind: TopicKind; ids: readonly string[] }

/** The post's marks of a kind become these; ids that are not on the list are left out. */
export async function saveMarks(
  db: Db,
  post: { id: number; place: string; by: string; at: Date },
  { kind, ids }: Marks,
): Promise<void> {
  const wanted = ['', ...ids]
  await db
    .deleteFrom('post_topic')
    .where('post_id', '=', post.id)
    .where('kind', '=', kind)
    .where('topic_id', 'not in', wanted)
    .where('topic_id', 'in', (eb) =>
      eb
        .selectFrom('topic')
        .select('id')
        .where('place_id', '=', post.place)
        .where('kind', '=', kind)
        .where('ended', '=', false),
    )
    .execute()
  await db
    .insertInto('post_topic')
    .columns(['post_id', 'place_id', 'kind', 'topic_id', 'by', 'at'])
    .expression((eb) =>
      eb
        .selectFrom('topic')
        .select(({ val, ref }) => [
          val(post.id).as('post_id'),
          ref('topic.place_id').as('place_id'),
          ref('topic.kind').as('kind'),
          ref('topic.id').as('topic_id'),
          val(post.by).as('by'),
          val(post.at).as('at'),
        ])
        .where('topic.place_id', '=', post.place)
        .where('topic.kind', '=', kind)
        .where('topic.ended', '=', false)
        .where('topic.id', 'in', wanted),
    )
    .onConflict((one) => one.doNothing())
    .execute()
}
