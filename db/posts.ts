// Saving posts: one statement decides what is new, edited, unchanged or buried, and the parts follow it.
import { sql } from 'kysely'
import type { ChannelName } from '../config/place.ts'
import type { TakenAccount } from './accounts.ts'
import { makeId } from './ids.ts'
import { type Db, json } from './open.ts'
import { freshenMedia, saveMedia, saveSources, saveTags } from './parts.ts'
import { findBefore, type RulingToSave, saveRulings } from './rulings.ts'
import { readSalt } from './salt.ts'
import type { Card, Mark, PostEvent, PostState, Quote, Remark } from './schema.ts'
import { countAgain, firstTallies, type TakenCounts } from './tallies.ts'
import { isBuried, lockAgainstBurial, tombstoneHashes } from './tombstones.ts'

/** A picture, video or sound of a post, as intake leaves it. */
export type TakenMedia = {
  kind: 'image' | 'video' | 'audio'
  url: string
  alt: string | null
  width: number | null
  height: number | null
  seconds: number | null
  captions: string | null
}

/** A post as intake leaves it: everything but whose account it is here and whether it waits. */
export type TakenPost = {
  externalId: string
  seenId: string | null
  /** Null: nobody knows whose it is. */
  account: TakenAccount | null
  url: string | null
  canonicalUrl: string | null
  title: string | null
  text: string
  marks: Mark[]
  lang: string | null
  publishedAt: Date
  editedAt: Date | null
  sensitive: string | null
  public: boolean
  reply: boolean
  remarks: Remark[]
  card: Card | null
  quote: Quote | null
  event: PostEvent | null
  textKey: string | null
  lookKey: string
  contentKey: string
  tags: { key: string; written: string }[]
  media: TakenMedia[]
  counts: TakenCounts
}

/** `state`: 'shown' for an account that speaks for itself, 'new' for all others, unless a rule says otherwise. */
export type PostToSave = TakenPost & {
  accountId: number | null
  state: PostState
  ruling?: RulingToSave | null
}

export type SaveBatch = {
  place: string
  channel: ChannelName
  source: string
  sample: boolean
  at: Date
  /** Each external id once, in ascending order: two visits that meet the same posts then never block in a ring. */
  posts: readonly PostToSave[]
}
export type Saved = { fresh: number; edited: number; unchanged: number; visible: boolean }

/** Saves a batch inside the caller's transaction. Doing it again, or in many processes at once, changes nothing. */
export async function savePosts(db: Db, batch: SaveBatch): Promise<Saved> {
  if (!batch.posts.length) return { fresh: 0, edited: 0, unchanged: 0, visible: false }
  await lockAgainstBurial(db, batch.place, 'shared')
  const before = await findBefore(db, batch)
  const written = await upsert(db, batch)
  const left = batch.posts.filter((post) => !written.has(post.externalId))
  const unchanged = withIds(left, await findIds(db, batch, left))
  const changed = withIds(batch.posts, written)
  const fresh = changed.filter((post) => post.fresh)
  const edited = changed.filter((post) => !post.fresh)
  await saveTags(db, batch.place, changed)
  await saveMedia(db, batch.place, changed)
  await saveSources(db, batch, [...changed, ...unchanged])
  await firstTallies(db, batch, fresh)
  await saveRulings(db, batch, changed, before)
  await freshenMedia(db, unchanged)
  const counted = await countAgain(db, batch.at, unchanged)
  return {
    fresh: fresh.length,
    edited: edited.length,
    unchanged: unchanged.length,
    visible: counted || edited.length > 0 || fresh.some((post) => post.state === 'shown'),
  }
}

type Row = { id: number; fresh: boolean; now: PostState; version: number }

function withIds<R>(posts: readonly PostToSave[], rows: ReadonlyMap<string, R>): (PostToSave & R)[] {
  return posts.flatMap((post) => {
    const row = rows.get(post.externalId)
    return row ? [{ ...post, ...row }] : []
  })
}

/** The rows that are new or different now, by their external ids. */
async function upsert(db: Db, batch: SaveBatch): Promise<Map<string, Row>> {
  const { place, channel, at } = batch
  const salt = await readSalt(db, place)
  const found = json(batch.posts.map((post) => rowOf(post, channel, salt)))
  const { rows } = await sql<Row & { external_id: string }>`
    with found as (
      select * from jsonb_to_recordset(${found}::jsonb) as f(
        public_id text, external_id text, account_id int4, url text, canonical_url text, title text, text text,
        marks jsonb, lang text, published_at timestamptz, edited_at timestamptz, state text, sensitive text,
        public boolean, reply boolean, remarks jsonb, card jsonb, quote jsonb, event jsonb, text_key text,
        content_key text, look_key text, undescribed boolean, likes int4, comments int4, shares int4, views int4,
        post text, address text, account text)
    )
    insert into post (place_id, channel, sample, first_seen_at, seen_at, counted_at, public_id, external_id,
      account_id, url, canonical_url, title, text, marks, lang, published_at, edited_at, state, sensitive, public,
      reply, remarks, card, quote, event, text_key, content_key, look_key, undescribed, likes, comments, shares, views)
    select ${place}, ${channel}, ${batch.sample}, ${at}::timestamptz, ${at}::timestamptz,
      case when num_nonnulls(likes, comments, shares, views) > 0 then ${at}::timestamptz end, public_id, external_id,
      account_id, url, canonical_url, title, text, marks, lang, published_at, edited_at, state, sensitive, public,
      reply, remarks, card, quote, event, text_key, content_key, look_key, undescribed and ${mayBeWhole}, likes,
      comments, shares, views
    from found f where not ${isBuried(place, channel)} and not ${isUnchanged(place, channel)} order by external_id
    on conflict (place_id, channel, external_id) do update set
      url = excluded.url, canonical_url = excluded.canonical_url, title = excluded.title, text = excluded.text,
      marks = excluded.marks, lang = excluded.lang, edited_at = excluded.edited_at, seen_at = excluded.seen_at,
      sensitive = excluded.sensitive, public = excluded.public, reply = excluded.reply, card = excluded.card,
      quote = excluded.quote, event = excluded.event, text_key = excluded.text_key, content_key = excluded.content_key,
      look_key = excluded.look_key, undescribed = post.undescribed or excluded.undescribed,
      account_id = coalesce(post.account_id, excluded.account_id),
      likes = coalesce(excluded.likes, post.likes), comments = coalesce(excluded.comments, post.comments),
      shares = coalesce(excluded.shares, post.shares), views = coalesce(excluded.views, post.views),
      counted_at = coalesce(excluded.counted_at, post.counted_at),
      version = post.version + (post.look_key <> excluded.look_key)::int,
      state = case when ${reopens} then 'new' when ${ruledOut} then excluded.state
        when post.account_id is null and post.state = 'new' then excluded.state else post.state end,
      remarks = case when ${reopens} then excluded.remarks || '[{"code":"edited"}]' else excluded.remarks end
    where post.gone_at is null and post.pruned_at is null and (post.content_key <> excluded.content_key
      or (post.account_id is null and excluded.account_id is not null)) and not ${lessKnown}
    returning id, external_id, xmax = 0 as fresh, state as now, version`.execute(db)
  return new Map(rows.map((row) => [row.external_id, row]))
}

const mayBeWhole = sql`(
  exists (select from account a where a.id = f.account_id and a.kind in ('own', 'staff', 'partner'))
  or exists (select from consent c where c.account_id = f.account_id and c.state = 'granted'))`

// The rule of the conflict below, asked before: most posts are met again as they were, and are not even locked then.
const isUnchanged = (place: string, channel: string) => sql`exists (
  select from post where place_id = ${place} and channel = ${channel} and external_id = f.external_id
    and (content_key = f.content_key or gone_at is not null or pruned_at is not null) offset 0)`

// What a person decided about holds for what the person saw. Hidden stays hidden: an edit is no way back in sight.
const reopens = sql`(excluded.state = 'new' and post.look_key <> excluded.look_key
  and post.state in ('shown', 'stashed'))`

// A rule that hides or keeps away holds for an edited post as well.
const ruledOut = sql`(excluded.state in ('hidden', 'stashed') and post.look_key <> excluded.look_key
  and post.state in ('new', 'shown'))`

// Whoever finds our own post without its author (a hashtag's search) knows less of it than we do.
const lessKnown = sql`(excluded.account_id is null
  and exists (select from account a where a.id = post.account_id and a.kind <> 'resident'))`

function rowOf(post: PostToSave, channel: ChannelName, salt: string) {
  return {
    public_id: makeId('p'),
    external_id: post.externalId,
    account_id: post.accountId,
    url: post.url,
    canonical_url: post.canonicalUrl,
    title: post.title,
    text: post.text,
    marks: post.marks,
    lang: post.lang,
    published_at: post.publishedAt,
    edited_at: post.editedAt,
    state: post.state,
    sensitive: post.sensitive,
    public: post.public,
    reply: post.reply,
    remarks: post.remarks,
    card: post.card,
    quote: post.quote,
    event: post.event,
    text_key: post.textKey,
    content_key: post.contentKey,
    look_key: post.lookKey,
    undescribed: post.media.some((one) => !one.alt?.trim()),
    ...post.counts,
    ...tombstoneHashes(salt, {
      channel,
      externalId: post.externalId,
      address: post.canonicalUrl,
      account: post.account?.externalId ?? null,
    }),
  }
}

async function findIds(
  db: Db,
  { place, channel }: SaveBatch,
  posts: readonly PostToSave[],
): Promise<Map<string, { id: number; fresh: boolean }>> {
  if (!posts.length) return new Map()
  // One by one by the index, whatever the database believes of the table's size.
  const { rows } = await sql<{ id: number; external_id: string }>`
    select p.id, f.external_id from unnest(${posts.map((post) => post.externalId)}::text[]) as f(external_id)
    cross join lateral (
      select id from post where place_id = ${place} and channel = ${channel} and external_id = f.external_id
        and gone_at is null offset 0) p`.execute(db)
  return new Map(rows.map((row) => [row.external_id, { id: row.id, fresh: false }]))
}
