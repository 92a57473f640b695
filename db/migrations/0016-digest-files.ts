// The files of a published digest, who gets it and what they answer, mail with a file, and numbers as they were.
import type { Migration } from './index.ts'

export const digestFiles = {
  name: '0016-digest-files',
  statements: [
    `create table digest_file (
      digest_id int4 not null references digest on delete cascade, place_id text not null, format text not null,
      language text not null, bytes bytea not null, sha256 text not null, renderer text not null,
      made_at timestamptz(3) not null, primary key (digest_id, format, language))`,
    `create table recipient (
      id int4 generated always as identity primary key, public_id text not null unique,
      place_id text not null references place on delete cascade, role text not null, email text not null,
      language text not null, by text not null, at timestamptz(3) not null,
      stopped_at timestamptz(3), stopped_by text)`,
    `create unique index recipient_once on recipient (place_id, lower(email), role) where stopped_at is null`,
    `create table delivery (
      id int4 generated always as identity primary key, place_id text not null,
      digest_id int4 not null references digest on delete cascade,
      recipient_id int4 not null references recipient on delete cascade, purpose text not null,
      message_id text not null, token_hash text not null unique, expires_at timestamptz(3) not null,
      at timestamptz(3) not null, unique (digest_id, recipient_id, purpose))`,
    `create table reply (
      id int4 generated always as identity primary key, place_id text not null,
      delivery_id int4 not null references delivery on delete cascade,
      kind text not null check (kind in ('seen','comment','action')), body text not null default '',
      at timestamptz(3) not null)`,
    `create index reply_delivery on reply (delivery_id, id)`,
    `alter table mail add column html text, add column unsubscribe text, add column attachment jsonb`,
    `alter table measure add column origin text not null default 'api' check (origin in ('api','file','typed'))`,
    `update measure set origin = 'typed' where entered_by is not null`,
    `create table measure_past (
      place_id text not null references place on delete cascade, indicator text not null, dim text not null,
      period_kind text not null, period text not null, source_id text not null, revision int4 not null,
      value numeric, unit text not null, status text not null, origin text not null, entered_by text,
      retrieved_at timestamptz(3) not null,
      primary key (place_id, indicator, dim, period_kind, period, source_id, revision))`,
    // For programs that read tables (Power BI): a role that may read these two sees no person and no secret.
    `create view series as
      select place_id as place, indicator, dim, period_kind, period, source_id as source, value, unit, status, origin,
        sample, retrieved_at
      from measure
      union all
      select place_id, 'wall.' || event, wall_id, 'day', day::text, 'somewall', sum(n)::numeric, 'count', 'ok', 'counted',
        false, null
      from wall_day group by place_id, event, wall_id, day`,
    `create view digest_figure as
      select d.place_id as place, d.quarter, d.revision, d.state, f ->> 'id' as figure, f -> 'dims' as dims,
        (f ->> 'value')::numeric as value, (f ->> 'of')::numeric as out_of, f ->> 'unit' as unit,
        f ->> 'status' as status, f ->> 'reason' as reason,
        (f #>> '{cmp,yoy,before}')::numeric as year_ago, (f #>> '{cmp,prev,before}')::numeric as previous,
        f #>> '{cmp,yoy,verdict}' as verdict, d.sample, d.published_at
      from digest d cross join lateral jsonb_array_elements(d.bundle::jsonb -> 'figures') f
      where d.published_at is not null`,
  ],
} satisfies Migration
