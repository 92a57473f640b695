// Decisions that rules made of posts as they were saved: each with its rule, the version, and the word it found.
import { sql } from 'kysely'
import type { ChannelName } from '../config/place.ts'
import { type Db, json } from './open.ts'
import type { PostState, RuleAction } from './schema.ts'

export type RulingToSave = { rule: number; version: number; action: RuleAction; because: string | null }

type Batch = { place: string; channel: ChannelName; at: Date }
type Before = ReadonlyMap<string, { state: PostState; version: number }>

/** How the posts that a rule speaks of stand before they are saved, by their external ids. */
export async function findBefore(
  db: Db,
  batch: Batch & { posts: readonly { externalId: string; ruling?: RulingToSave | null }[] },
): Promise<Before> {
  const ids = batch.posts.filter((post) => post.ruling).map((post) => post.externalId)
  if (!ids.length) return new Map()
  const rows = await db
    .selectFrom('post')
    .select(['external_id', 'state', 'version'])
    .where('place_id', '=', batch.place)
    .where('channel', '=', batch.channel)
    .where('external_id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.external_id, row]))
}

type Ruled = {
  id: number
  externalId: string
  fresh: boolean
  ruling?: RulingToSave | null
  now: PostState
  version: number
}

/** Of posts that are new, or whose words or pictures have changed. */
export async function saveRulings(
  db: Db,
  { place, at }: Batch,
  posts: readonly Ruled[],
  before: Before,
): Promise<void> {
  const rows = posts.flatMap(({ id, externalId, fresh, ruling, now, version }) => {
    const was = before.get(externalId)
    const from = fresh ? 'new' : was?.version === version - 1 ? was.state : undefined
    // What a person has hidden stays hidden, and no rule has done it.
    if (!ruling || !from || (!fresh && from === now && now !== 'new')) return []
    const { rule, action, because } = ruling
    return [{ id, from, now, version, rule, rule_version: ruling.version, action, because }]
  })
  if (!rows.length) return
  await sql`
    insert into decision (place_id, post_id, actor, action, from_state, to_state, version, reason, note, rule_id,
      rule_version, at)
    select ${place}, f.id, v.name, f.action, f."from", f.now, f.version, 'rule', f.because, f.rule, f.rule_version,
      ${at}::timestamptz
    from jsonb_to_recordset(${json(rows)}::jsonb) as f(id int4, "from" text, now text, version int4, rule int4,
      rule_version int4, action text, because text)
    join rule_version v on v.rule_id = f.rule and v.version = f.rule_version
    on conflict (place_id, post_id, version) do nothing`.execute(db)
}
