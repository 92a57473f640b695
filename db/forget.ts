// Forgetting: what must not be kept longer than `keeping` says, one kind of data a function.
import { type RawBuilder, sql } from 'kysely'
import { type Db, json } from './open.ts'
import { readSalt } from './salt.ts'
import { keeping } from './schema.ts'
import { tombstoneHashes } from './tombstones.ts'

const before = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)

/**
 * Posts of a place whose words must go: residents' after their days, unless one is lifted or its author's consent
 * holds, and those gone from their platform sooner. What stays counts in earlier quarters and says nothing of anybody.
 * Answers how many went, and the hashes of pictures that went with them.
 */
export async function forgetPosts(
  db: Db,
  place: string,
  now: Date,
  today: string,
  limit = 500,
): Promise<{ posts: number; pictures: string[] }> {
  const salt = await readSalt(db, place)
  const { rows } = await sql<{ id: number; channel: string; external_id: string }>`
    select p.id, p.channel, p.external_id from post p left join account a on a.id = p.account_id
    where p.place_id = ${place} and p.pruned_at is null and coalesce(a.kind, 'resident') not in ('own', 'staff')
      and not (a.kind = 'partner' and a.agreement is not null)
      and (p.gone_at < ${before(now, keeping.gonePost)} or (p.first_seen_at < ${before(now, keeping.residentsPost)}
        and not exists (select from lift l where l.post_id = p.id and l.ended_at is null)
        and not exists (select from consent c
          where (c.post_id = p.id or c.account_id = p.account_id) and c.state = 'granted' and c.withdrawn_at is null
            and (c.until is null or c.until >= ${today}::date))))
    order by p.id limit ${limit} for update of p`.execute(db)
  if (!rows.length) return { posts: 0, pictures: [] }
  const ids = rows.map((row) => row.id)
  const gone = await sql<{ sha256: string | null }>`
    delete from media where post_id = any(${ids}) returning sha256`.execute(db)
  const left = rows.map((row) => ({
    id: row.id,
    hash: tombstoneHashes(salt, {
      channel: row.channel,
      externalId: row.external_id,
      address: null,
      account: null,
    }).post,
  }))
  await sql`delete from pin where post_id = any(${ids})`.execute(db)
  await sql`update handover set question = '', answer = null where post_id = any(${ids})`.execute(db)
  await sql`update post_source set seen_id = null where post_id = any(${ids})`.execute(db)
  await sql`
    update post p set external_id = f.hash, url = null, canonical_url = null, title = null, text = '', marks = '[]',
      sensitive = null, remarks = '[]', event = null, card = null, quote = null, text_key = null, look_key = '',
      content_key = '', edited_at = null, pruned_at = ${now}::timestamptz
    from jsonb_to_recordset(${json(left)}::jsonb) as f(id int4, hash text) where p.id = f.id`.execute(db)
  return { posts: ids.length, pictures: gone.rows.flatMap((row) => row.sha256 ?? []) }
}

/** Accounts without a post that is still whole: their kind and key stay, who they are goes. */
export async function forgetAccounts(db: Db, place: string, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update account a set external_id = null, handle = null, handle_key = null, name = null, url = null
    where a.place_id = ${place} and a.kind in ('resident', 'visitor', 'influencer') and a.external_id is not null
      and not exists (select from post p where p.account_id = a.id and p.pruned_at is null)
      and not exists (select from consent c where c.account_id = a.id and c.state = 'granted')
      and a.created_at < ${before(now, 1)}`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** How many rows or words of each kind went. */
export type Forgotten = Record<string, number>

/** Of one place: old runs, mails, consents, the words of removals and notes, and the history of its settings. */
export async function forgetWords(db: Db, place: string, now: Date): Promise<Forgotten> {
  const ago = (days: number) => before(now, days)
  return {
    mails: await count(
      db,
      sql`delete from mail where place_id = ${place} and created_at < ${ago(keeping.mail)}`,
    ),
    runs: await count(
      db,
      sql`delete from source_run where place_id = ${place} and started_at < ${ago(keeping.sourceRun)}`,
    ),
    consents: await count(
      db,
      sql`delete from consent where place_id = ${place}
        and coalesce(withdrawn_at, until::timestamptz, case when state in ('asked', 'refused') then at end)
          < ${ago(keeping.consent)}`,
    ),
    removals: await count(
      db,
      sql`update removal set contact = null, reason = '' where place_id = ${place}
        and decided_at < ${ago(keeping.removal)} and reason <> ''`,
    ),
    feedback: await count(
      db,
      sql`update note set body = '' where place_id = ${place} and kind = 'feedback' and body <> ''
        and day < ${ago(keeping.feedback)}::date`,
    ),
    interviews: await count(
      db,
      sql`update note n set body = '' where place_id = ${place} and kind = 'interview' and body <> '' and exists (
        select from digest d where d.place_id = n.place_id
          and d.quarter = to_char(n.day, 'YYYY') || '-q' || extract(quarter from n.day)::int
          and d.published_at < ${ago(keeping.interview)})`,
    ),
    recipients: await count(
      db,
      sql`update recipient set email = '' where place_id = ${place} and email <> ''
        and stopped_at < ${ago(keeping.recipient)}`,
    ),
    answers: await count(
      db,
      sql`update survey_answer a set value = '' from survey_question q, survey_batch b
        where q.id = a.question_id and b.id = a.batch_id and b.place_id = ${place} and q.kind = 'open'
          and a.value <> '' and b.to_day < ${ago(keeping.feedback)}::date`,
    ),
    ideas: await count(
      db,
      sql`update idea set name = null, contact = null, body = case when state = 'taken' then body else '' end
        where place_id = ${place} and coalesce(settled_at, at) < ${ago(keeping.idea)}
          and (name is not null or contact is not null or (state <> 'taken' and body <> ''))`,
    ),
    guides: await forgetGuides(db, place, ago(keeping.guide)),
    edits: await count(
      db,
      sql`delete from place_edit where place_id = ${place} and at < ${ago(keeping.audit)}`,
    ),
  }
}

/** Holders without their contacts, all or those whose term ended before a day. */
const uncontacted = (holders: RawBuilder<unknown>, day: Date | null) => sql`(
  select coalesce(jsonb_agg(case when ${day}::date is null or nullif(h ->> 'until', '')::date < ${day}::date
    then h || '{"contact":""}' else h end order by n), '[]')
  from jsonb_array_elements(${holders}) with ordinality as each(h, n))`

/** How to reach the guides of content cards: a while after their term, and in the card's history after the change. */
async function forgetGuides(db: Db, place: string, day: Date): Promise<number> {
  const now = uncontacted(sql`holders`, day)
  const cards = await count(
    db,
    sql`update content_card set holders = ${now} where place_id = ${place} and holders <> ${now}`,
  )
  const side = (name: string) => {
    const row = sql.ref(name)
    return sql`case when ${row} ? 'holders'
      then jsonb_set(${row}, '{holders}', ${uncontacted(sql`${row} -> 'holders'`, null)}) else ${row} end`
  }
  const edits = await count(
    db,
    sql`update place_edit set before = ${side('before')}, after = ${side('after')}
      where place_id = ${place} and part = 'card' and at < ${day}
        and (before, after) is distinct from (${side('before')}, ${side('after')})`,
  )
  return cards + edits
}

/** What belongs to no place: ended sessions, tries at signing in, and mail of the installation. */
export async function forgetVisits(db: Db, now: Date): Promise<Forgotten> {
  return {
    sessions: await count(db, sql`delete from session where ends_at < ${now}`),
    guesses: await count(db, sql`delete from guess where at < ${before(now, keeping.guess)}`),
    mails: await count(
      db,
      sql`delete from mail where place_id is null and created_at < ${before(now, keeping.mail)}`,
    ),
  }
}

async function count(db: Db, statement: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await statement.execute(db)
  return Number(numAffectedRows ?? 0)
}
