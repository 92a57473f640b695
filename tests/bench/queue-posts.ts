// A million posts of one place, made inside PostgreSQL from a fixed seed: states, accounts, pictures, words, decisions.
import { sql } from 'kysely'
import { hasUndescribed } from '../../db/descriptions.ts'
import type { Db } from '../../db/open.ts'

/** Words that come often, the first of them most; behind them stand others, the rarer the more there are. */
const common = `lumi latu järvi kunta työ talvi aamu koulu kylä tie metsä revontulet poro kahvi tori kirjasto uimaranta
  kesä syksy ruska marja sieni kalastus hiihto pulkka lapsi perhe koti muutto asunto yritys paja leipomo kuoro teatteri
  elokuva silta satama vene sauna avanto nuotio laavu kelkka talkoot naapuri ystävä mummo pappi lääkäri opettaja`
const words = common.split(/\s+/).join(' ')

const SLICE = 50_000

export async function fillQueue(db: Db, place: string, posts: number): Promise<void> {
  const accounts = Math.max(50, Math.round(posts / 50))
  await sql`select setseed(0.42)`.execute(db)
  await sql`
    insert into account (public_id, place_id, channel, external_id, handle, handle_key, name, kind, agreement,
      created_at)
    select 'a_' || n, ${place}, 'mastodon', 'https://example.social/users/' || n, '@u' || n, 'u' || n, 'Nimi ' || n,
      case when n % 100 = 1 then 'own' when n % 50 = 2 then 'partner' else 'resident' end,
      case when n % 50 = 2 then 'sovittu' end, now()
    from generate_series(1, ${accounts}::int4) n`.execute(db)
  const { rows } = await sql<{ id: number }>`select min(id) as id from account`.execute(db)
  const first = rows[0]?.id ?? 0
  for (let from = 1; from <= posts; from += SLICE)
    await fillSlice(db, place, { from, to: Math.min(posts, from + SLICE - 1), first, accounts })
  for (const table of ['account', 'post', 'post_tag', 'media', 'description', 'decision'])
    await sql`vacuum analyze ${sql.table(table)}`.execute(db)
}

type Slice = { from: number; to: number; first: number; accounts: number }

async function fillSlice(db: Db, place: string, { from, to, first, accounts }: Slice): Promise<void> {
  await sql`
    insert into post (public_id, place_id, channel, external_id, account_id, url, canonical_url, text, lang,
      published_at, first_seen_at, seen_at, state, content_key, undescribed)
    select 'p_' || n, ${place}, 'mastodon', 's' || n, ${first}::int4 + n % ${accounts}::int4, 'https://x/' || n,
      'https://x/' || n,
      (select string_agg(case when g > 9 then 'sana' || floor(exp(random() * 11))::int4
        else w[1 + floor(random() ^ 3 * array_length(w, 1))::int4] end, ' ') from generate_series(1, 18) g where n > 0)
        || case when n % 5000 = 7 then ' jäänlähtöveikkaus' else '' end || ' #kemijärvi',
      'fi', timestamptz '2026-11-25 10:00Z' - n * interval '2 minutes', now(), now(),
      case when n % 10 < 2 then 'new' when n % 10 < 7 then 'shown' when n % 10 < 9 then 'hidden' else 'stashed' end,
      'c' || n, false
    from generate_series(${from}::int4, ${to}::int4) n, string_to_array(${words}, ' ') w`.execute(db)
  const last = await sql<{ id: number }>`select max(id) as id from post`.execute(db)
  const id = (last.rows[0]?.id ?? 0) - (to - from)
  await sql`
    insert into post_tag (post_id, place_id, key, as_written, position)
    select id, place_id, 'kemijärvi', 'kemijärvi', 0 from post where id >= ${id}`.execute(db)
  await sql`
    insert into media (public_id, post_id, place_id, position, kind, source_url, author_alt)
    select 'm_' || id, id, place_id, 0, 'image', 'https://x/' || id, case when id % 3 = 0 then 'Luminen tie' end
    from post where id >= ${id} and id % 2 = 0`.execute(db)
  // Of the accounts whose posts may be shown whole nearly all pictures have words, in each language of the place.
  await sql`
    insert into description (media_id, place_id, lang, text, by, at)
    select m.id, m.place_id, l.lang, 'Luminen tie', 'Johanna', now() from media m join post p on p.id = m.post_id
    join account a on a.id = p.account_id and a.kind <> 'resident'
    join place on place.id = m.place_id cross join jsonb_array_elements_text(place.languages) as l(lang)
    where m.post_id >= ${id} and m.author_alt is null and p.id % 41 <> 0`.execute(db)
  await sql`
    update post set undescribed = true from account a where a.id = account_id and a.kind <> 'resident'
      and post.id >= ${id} and ${hasUndescribed}`.execute(db)
  await sql`
    insert into decision (place_id, post_id, actor, action, from_state, to_state, version, at)
    select place_id, id, 'Johanna', 'show', 'new', state, 2, now() from post
    where id >= ${id} and state <> 'new' and id % 4 = 0`.execute(db)
}
