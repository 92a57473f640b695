// Rules of a place with all their versions: what decides now, how often each has, and the past they are tried on.
import { sql } from 'kysely'
import type { AccountKind, ChannelName } from '../config/place.ts'
import { makeId } from './ids.ts'
import { type Db, json } from './open.ts'
import type { PostState, RuleAction, RuleConditions } from './schema.ts'

const current = (db: Db, place: string) =>
  db
    .selectFrom('rule')
    .innerJoin('rule_version as v', (join) =>
      join.onRef('v.rule_id', '=', 'rule.id').onRef('v.version', '=', 'rule.version'),
    )
    .where('rule.place_id', '=', place)
    .where('rule.ended_at', 'is', null)

/** The rules that decide now, in their present versions. */
export function listLiveRules(db: Db, place: string) {
  return current(db, place)
    .select(['rule.id', 'v.version', 'v.action', 'v.conditions'])
    .where('rule.active', '=', true)
    .orderBy('rule.id')
    .execute()
}

/** One rule as it decides now; undefined when it has been removed. */
export function findRule(db: Db, place: string, publicId: string) {
  return current(db, place)
    .select(['v.name', 'v.action', 'v.conditions', 'rule.active'])
    .where('rule.public_id', '=', publicId)
    .executeTakeFirst()
}

/** The rules as the desk lists them, with how often each has decided in any of its versions. */
export function listRules(db: Db, place: string) {
  return current(db, place)
    .select(['rule.id', 'rule.public_id', 'rule.active', 'v.version', 'v.name', 'v.action', 'v.conditions'])
    .select(['v.by', 'v.at'])
    .select(({ selectFrom }) =>
      selectFrom('decision')
        .select(sql<number>`count(*)::int`.as('n'))
        .whereRef('decision.rule_id', '=', 'rule.id')
        .$asScalar()
        .$notNull()
        .as('decided'),
    )
    .orderBy('rule.id')
    .execute()
}
export type RuleLine = Awaited<ReturnType<typeof listRules>>[number]

/** Every version of a rule, the newest first. */
export function listVersions(db: Db, place: string, publicId: string) {
  return db
    .selectFrom('rule_version as v')
    .innerJoin('rule', 'rule.id', 'v.rule_id')
    .select(['v.version', 'v.name', 'v.action', 'v.conditions', 'v.by', 'v.at'])
    .where('rule.place_id', '=', place)
    .where('rule.public_id', '=', publicId)
    .orderBy('v.version', 'desc')
    .execute()
}
export type VersionLine = Awaited<ReturnType<typeof listVersions>>[number]

/** The rule, locked until the transaction ends; undefined when it is not there or has been removed. */
export function lockRule(db: Db, place: string, publicId: string) {
  return db
    .selectFrom('rule')
    .select(['id', 'version', 'active'])
    .where('place_id', '=', place)
    .where('public_id', '=', publicId)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

export type NewVersion = {
  name: string
  action: RuleAction
  conditions: RuleConditions
  by: string
  at: Date
}

export async function addRule(
  db: Db,
  place: string,
  first: NewVersion,
  publicId = makeId('u'),
): Promise<void> {
  const { id } = await db
    .insertInto('rule')
    .values({ public_id: publicId, place_id: place, version: 1, active: true, ended_at: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addVersion(db, place, id, 1, first)
}

async function addVersion(db: Db, place: string, rule: number, version: number, one: NewVersion) {
  const { name, action, by, at } = one
  await db
    .insertInto('rule_version')
    .values({
      ...{ rule_id: rule, place_id: place, version, name, action, by, at },
      conditions: json(one.conditions),
    })
    .execute()
}

/** From now on the rule decides in this form; what was decided before names the version of its time. */
export async function saveVersion(
  db: Db,
  place: string,
  rule: { id: number; version: number },
  next: NewVersion,
): Promise<void> {
  const version = rule.version + 1
  await addVersion(db, place, rule.id, version, next)
  await db.updateTable('rule').set({ version }).where('id', '=', rule.id).execute()
}

export async function switchRule(db: Db, rule: number, active: boolean): Promise<void> {
  await db.updateTable('rule').set({ active }).where('id', '=', rule).execute()
}

export async function endRule(db: Db, rule: number, at: Date): Promise<void> {
  await db.updateTable('rule').set({ active: false, ended_at: at }).where('id', '=', rule).execute()
}

/** A removed rule decides again, as it did. Answers nothing when it is there. */
export function reviveRule(db: Db, place: string, publicId: string) {
  return db
    .updateTable('rule')
    .set({ ended_at: null })
    .where('place_id', '=', place)
    .where('public_id', '=', publicId)
    .where('ended_at', 'is not', null)
    .returning(['id', 'version'])
    .executeTakeFirst()
}

export type PastPost = {
  id: number
  public_id: string
  account_id: number | null
  title: string | null
  text: string
  handle: string | null
  name: string | null
  kind: AccountKind
  agreement: string | null
  channel: ChannelName
  state: PostState
  lang: string | null
  reply: boolean
  quote: boolean
  url: string | null
  public: boolean
  keys: string[]
  media: ('image' | 'video' | 'audio')[]
  /** Which of its author's posts of its day, in the place's zone. */
  nth: number | null
  published_at: Date
}

/** The newest posts whose words are still kept, as a rule looks at them. */
export async function listPast(db: Db, place: string, since: Date, limit: number): Promise<PastPost[]> {
  const { rows } = await sql<PastPost>`
    with past as (
      select p.*, row_number() over (partition by p.account_id, (p.published_at at time zone z.time_zone)::date
        order by p.published_at, p.external_id) as nth
      from post p join place z on z.id = p.place_id
      where p.place_id = ${place} and p.published_at >= ${since} and p.pruned_at is null and p.gone_at is null
    )
    select p.id, p.public_id, p.account_id, p.title, p.text, a.handle, a.name,
      coalesce(a.kind, 'resident') as kind, a.agreement, p.channel, p.state, p.lang, p.reply,
      p.quote is not null as quote, p.url, p.public,
      array(select t.key from post_tag t where t.post_id = p.id) as keys,
      array(select m.kind from media m where m.post_id = p.id order by m.position) as media,
      case when p.account_id is not null then p.nth::int end as nth, p.published_at
    from past p left join account a on a.id = p.account_id
    order by p.published_at desc, p.id desc limit ${limit}`.execute(db)
  return rows
}

/** When the accounts' posts of those days were published, by account: for counting how many there are on a day. */
export async function listTimes(
  db: Db,
  place: string,
  accounts: readonly number[],
  from: Date,
  to: Date,
): Promise<{ account_id: number; external_id: string; published_at: Date }[]> {
  const { rows } = await sql<{ account_id: number; external_id: string; published_at: Date }>`
    select account_id, external_id, published_at from post
    where place_id = ${place} and account_id = any(${accounts}) and published_at >= ${from} and published_at < ${to}
      and gone_at is null`.execute(db)
  return rows
}

/** Consents that the accounts have given for everything of theirs. */
export function listAccountConsents(db: Db, accounts: readonly number[]) {
  return db
    .selectFrom('consent')
    .select(['account_id', 'post_id', 'state', 'scope', 'crop', 'child', 'until', 'at', 'withdrawn_at'])
    .where('account_id', 'in', [0, ...accounts])
    .execute()
}
