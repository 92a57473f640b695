// Plans of communication with what hangs on them: goals, actions, measures, posts tied by hand, and their moves.
import { type Selectable, sql } from 'kysely'
import { type Db, json } from './open.ts'
import type { PlanState, Tables } from './schema.ts'

/** Every plan of the place, the newest first. */
export function listPlans(db: Db, place: string) {
  return db
    .selectFrom('plan')
    .selectAll()
    .where('place_id', '=', place)
    .orderBy('from_day', 'desc')
    .orderBy('at', 'desc')
    .execute()
}

/** The plan in force, or undefined. */
export async function findPlanInForce(db: Db, place: string) {
  const row = await db
    .selectFrom('plan')
    .select('id')
    .where('place_id', '=', place)
    .where('state', '=', 'in-force')
    .executeTakeFirst()
  return row && findPlan(db, place, row.id)
}

/** What hangs on a plan, in its order. */
async function listHanging<Table extends 'plan_goal' | 'plan_action'>(
  db: Db,
  table: Table,
  { place, id }: { place: string; id: string },
): Promise<Selectable<Tables[Table]>[]> {
  const { rows } = await sql<Selectable<Tables[Table]>>`
    select * from ${sql.table(table)} where place_id = ${place} and plan_id = ${id} order by position, id`.execute(
    db,
  )
  return rows
}

/** A plan with everything that hangs on it. */
export async function findPlan(db: Db, place: string, id: string) {
  const plan = await db
    .selectFrom('plan')
    .selectAll()
    .where('place_id', '=', place)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!plan) return undefined
  const goals = await listHanging(db, 'plan_goal', { place, id })
  const actions = await listHanging(db, 'plan_action', { place, id })
  const measures = await db
    .selectFrom('plan_measure')
    .innerJoin('target', 'target.id', 'plan_measure.target_id')
    .select([
      ...(['public_id', 'label', 'figure', 'year', 'baseline', 'least', 'direction', 'cumulative'] as const),
    ])
    // Of one in parts what its parts aim at together.
    .select(
      sql<string>`coalesce((select sum(p.aim) from target_part p where p.target_id = target.id), target.aim)`.as(
        'aim',
      ),
    )
    .where('plan_measure.place_id', '=', place)
    .where('plan_id', '=', id)
    .orderBy('year')
    .orderBy('position')
    .orderBy('target.id')
    .execute()
  return { ...plan, goals, actions, measures }
}
export type PlanRow = NonNullable<Awaited<ReturnType<typeof findPlan>>>
export type ActionRow = PlanRow['actions'][number]

/** The id of the plan that an action belongs to. */
export async function findPlanOf(db: Db, place: string, action: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('plan_action')
    .select('plan_id')
    .where('place_id', '=', place)
    .where('id', '=', action)
    .executeTakeFirst()
  return row?.plan_id
}

/** The plan, its goals and its actions, as the history names them. */
export const objectsOf = ({ id, goals, actions }: PlanRow): string[] => [
  id,
  ...goals.map((one) => one.id),
  ...actions.map((one) => one.id),
]

/** A plan's state and days, held until the transaction ends. */
export function lockPlan(db: Db, place: string, id: string) {
  return db
    .selectFrom('plan')
    .select(['state', 'from_day', 'to_day'])
    .where('place_id', '=', place)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Every plan of the place with its state, held until the transaction ends. */
export function lockPlans(db: Db, place: string) {
  return db
    .selectFrom('plan')
    .select(['id', 'title', 'state'])
    .where('place_id', '=', place)
    .orderBy('id')
    .forUpdate()
    .execute()
}

export type Handling = { handled_on: string | null; section: string | null; decision: string | null }

/** Moves a plan and writes down that it was. */
export async function movePlan(
  db: Db,
  place: string,
  id: string,
  move: { to: PlanState; event: string; handling?: Handling; by: string; at: Date },
): Promise<void> {
  const { to: state, event, handling, by, at } = move
  await db
    .updateTable('plan')
    .set({ state, ...handling })
    .where('place_id', '=', place)
    .where('id', '=', id)
    .execute()
  const detail = json(handling ?? {})
  await db.insertInto('plan_event').values({ place_id: place, plan_id: id, event, detail, by, at }).execute()
}

export function listPlanEvents(db: Db, place: string, id: string) {
  return db
    .selectFrom('plan_event')
    .selectAll()
    .where('place_id', '=', place)
    .where('plan_id', '=', id)
    .orderBy('id')
    .execute()
}

/** What the plan is measured by becomes these targets. */
export async function savePlanMeasures(
  db: Db,
  place: string,
  id: string,
  targets: readonly string[],
): Promise<void> {
  await db.deleteFrom('plan_measure').where('place_id', '=', place).where('plan_id', '=', id).execute()
  await sql`
    insert into plan_measure (place_id, plan_id, target_id)
    select ${place}, ${id}, t.id from target t
    where t.place_id = ${place} and t.public_id = any(${[...targets]}::text[])`.execute(db)
}

/** Ties a post to an action, by the post's own id or its address; false when the place has no such post. */
export async function tiePost(
  db: Db,
  place: string,
  action: string,
  post: string,
  who: { by: string; at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into plan_post (place_id, action_id, post_id, by, at)
    select a.place_id, a.id, p.id, ${who.by}, ${who.at}::timestamptz
    from post p join plan_action a on a.place_id = p.place_id and a.id = ${action}
    where p.place_id = ${place} and (p.public_id = ${post} or p.url = ${post} or p.canonical_url = ${post})
    order by p.id limit 1
    on conflict (place_id, action_id, post_id) do update set by = excluded.by
    returning post_id`.execute(db)
  return rows.length > 0
}

export async function untiePost(db: Db, place: string, action: string, post: string): Promise<void> {
  await sql`
    delete from plan_post t using post p where p.id = t.post_id and t.place_id = ${place}
      and t.action_id = ${action} and p.public_id = ${post}`.execute(db)
}

export type TiedPost = {
  post: string
  title: string | null
  text: string
  url: string | null
  published_at: Date
  how: 'tag' | 'utm' | 'hand'
}

/**
 * The posts of an action in a span: of the town, its staff and its partners by tag or by the campaign in a link, and
 * whatever a person tied to it. A hidden post was not carried out where anybody saw it, but it was published.
 */
export async function listTied(
  db: Db,
  place: string,
  action: { id: string; tags: readonly string[]; utm: string | null },
  span: { from: Date; to: Date },
  most = 500,
): Promise<TiedPost[]> {
  const campaign = action.utm && `[?&]utm_campaign=${action.utm}(&|#|$)`
  const { rows } = await sql<TiedPost>`
    select * from (
      select p.public_id as post, p.title, p.text, p.url, p.published_at, case
        when exists (select from plan_post t
          where t.place_id = ${place} and t.action_id = ${action.id} and t.post_id = p.id) then 'hand'
        when a.kind not in ('own', 'staff', 'partner') or a.kind is null then null
        when exists (select from post_tag g
          where g.post_id = p.id and g.key = any(${[...action.tags]}::text[])) then 'tag'
        when ${campaign}::text is not null and (p.card ->> 'url' ~* ${campaign} or exists (
          select from jsonb_array_elements(p.marks) m where m ->> 'href' ~* ${campaign})) then 'utm'
        end as how
      from post p left join account a on a.id = p.account_id
      where p.place_id = ${place} and p.published_at >= ${span.from} and p.published_at < ${span.to}) tied
    where how is not null order by published_at desc limit ${most}`.execute(db)
  return rows
}
