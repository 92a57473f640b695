// Places, hashtag families, sources and the posts they bring.
import type { Migration } from './index.ts'

export const posts = {
  name: '0001-posts',
  statements: [
    `create table place (
      id text primary key, name jsonb not null, languages jsonb not null, time_zone text not null,
      municipality_code text, members jsonb not null default '[]', revision int4 not null default 0,
      created_at timestamptz(3) not null)`,
    `create table family (
      place_id text not null references place on delete cascade, id text not null, label jsonb not null,
      only_with jsonb not null default '[]', position int4 not null, primary key (place_id, id))`,
    `create table family_tag (
      place_id text not null, key text not null, family_id text not null, as_written text not null,
      position int4 not null, primary key (place_id, key),
      foreign key (place_id, family_id) references family on delete cascade)`,
    `create table account (
      id int4 generated always as identity primary key, public_id text not null unique,
      place_id text not null references place on delete cascade, channel text not null, external_id text, handle text,
      handle_key text, name text, url text,
      kind text not null check (kind in ('own','staff','partner','media','influencer','visitor','resident')),
      agreement text, agreed_at timestamptz(3), author_key text, created_at timestamptz(3) not null,
      unique (place_id, channel, external_id))`,
    `create index account_handle on account (place_id, channel, handle_key)`,
    `create table source (
      place_id text not null references place on delete cascade, id text not null,
      kind text not null check (kind in ('posts','numbers')), channel text not null,
      mode text not null check (mode in ('own','partner','resident')), active boolean not null,
      families jsonb not null default '[]', every_minutes int4, settings jsonb not null default '{}',
      sample boolean not null default false, next_at timestamptz(3), memory jsonb not null default '{}',
      about jsonb not null default '{}', last_run_at timestamptz(3), last_ok_at timestamptz(3),
      failures int4 not null default 0, fault_kind text, fault_code text, fault_values jsonb not null default '{}',
      fault_detail text, fault_since timestamptz(3),
      switched_by text, switched_at timestamptz(3), created_at timestamptz(3) not null, primary key (place_id, id))`,
    `create index source_due on source (next_at) where active`,
    `create table source_run (
      id int4 generated always as identity primary key, place_id text not null, source_id text not null,
      trigger text not null check (trigger in ('clock','person')), started_at timestamptz(3) not null,
      ended_at timestamptz(3), found int4 not null default 0, saved int4 not null default 0,
      unchanged int4 not null default 0, removed int4 not null default 0, skipped int4 not null default 0,
      fault_kind text, fault_code text, fault_detail text,
      foreign key (place_id, source_id) references source on delete cascade)`,
    `create index source_run_latest on source_run (place_id, source_id, started_at desc)`,
    `create table source_day (
      place_id text not null, source_id text not null, day date not null, ok boolean not null, runs int4 not null,
      primary key (place_id, source_id, day))`,
    `create table credential (
      place_id text not null, source_id text not null, name text not null, sealed text not null,
      expires_at timestamptz(3), saved_by text, saved_at timestamptz(3) not null,
      primary key (place_id, source_id, name))`,
    `create table wall (
      place_id text not null references place on delete cascade, id text not null, label jsonb not null,
      families jsonb not null default '[]', channels jsonb not null default '[]', show int4 not null, lead jsonb,
      moderation text not null check (moderation in ('review','open')), actions jsonb not null default '[]',
      position int4 not null, primary key (place_id, id))`,
    `create table post (
      id int4 generated always as identity primary key, public_id text not null unique,
      place_id text not null references place on delete cascade, channel text not null, external_id text not null,
      account_id int4 references account on delete set null, url text, canonical_url text, title text,
      text text not null, marks jsonb not null default '[]', lang text, published_at timestamptz(3) not null,
      edited_at timestamptz(3), first_seen_at timestamptz(3) not null, seen_at timestamptz(3) not null,
      state text not null check (state in ('new','shown','hidden','stashed')), version int4 not null default 1,
      sample boolean not null default false, sensitive text, public boolean not null default true,
      remarks jsonb not null default '[]', event jsonb, card jsonb, quote jsonb, text_key text,
      content_key text not null, look_key text not null default '', likes int4, comments int4, shares int4, views int4,
      counted_at timestamptz(3), gone_at timestamptz(3), gone_checks int4 not null default 0,
      reread_at timestamptz(3), pruned_at timestamptz(3),
      unique (place_id, channel, external_id))`,
    `create index post_newest on post (place_id, published_at desc, id desc)`,
    `create index post_queue on post (place_id, state, published_at desc, id desc)`,
    `create index post_account on post (account_id)`,
    `create index post_address on post (place_id, canonical_url)`,
    `create table post_tag (
      post_id int4 not null references post on delete cascade, place_id text not null, key text not null,
      as_written text not null, position int4 not null, primary key (post_id, key))`,
    `create index post_tag_key on post_tag (place_id, key, post_id)`,
    `create table post_source (
      post_id int4 not null references post on delete cascade, place_id text not null, source_id text not null,
      seen_id text, found_at timestamptz(3) not null, primary key (post_id, source_id))`,
    `create index post_source_back on post_source (place_id, source_id, post_id)`,
    `create table media (
      id int4 generated always as identity primary key, public_id text not null unique,
      post_id int4 not null references post on delete cascade, place_id text not null, position int4 not null,
      kind text not null check (kind in ('image','video','audio')), source_url text not null, width int4, height int4,
      seconds int4, captions text, author_alt text, crop boolean not null default false,
      focus text check (focus in ('left','centre','right')), tone text check (tone in ('light','dark')),
      copy text not null default 'none' check (copy in ('none','private','public','failed')), copy_detail text,
      copy_tries int4 not null default 0, private_until timestamptz(3), sha256 text, copied_at timestamptz(3),
      unique (post_id, position))`,
    `create index media_file on media (sha256)`,
    `create table description (
      media_id int4 not null references media on delete cascade, place_id text not null, lang text not null,
      text text not null, decorative boolean not null default false, by text not null, at timestamptz(3) not null,
      primary key (media_id, lang))`,
    `create table tally (
      post_id int4 not null references post on delete cascade, place_id text not null, age int4 not null,
      taken_at timestamptz(3) not null, hours int4 not null, likes int4, comments int4, shares int4, views int4,
      primary key (post_id, age))`,
    `create table tombstone (
      place_id text not null references place on delete cascade, hash text not null,
      kind text not null check (kind in ('post','address','account')), reason text not null, by text not null,
      at timestamptz(3) not null, primary key (place_id, hash))`,
  ],
} satisfies Migration
