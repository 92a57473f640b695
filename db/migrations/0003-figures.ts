// Numbers from outside, notes, and the digests made of them.
import type { Migration } from './index.ts'

export const figures = {
  name: '0003-figures',
  statements: [
    `create table measure (
      place_id text not null references place on delete cascade, indicator text not null, dim text not null default '',
      period_kind text not null check (period_kind in ('day','week','month','quarter','year')), period text not null,
      source_id text not null, value numeric, unit text not null,
      status text not null check (status in ('ok','partial','preliminary','estimate')),
      sample boolean not null default false, entered_by text, retrieved_at timestamptz(3) not null,
      revision int4 not null default 1, primary key (place_id, indicator, dim, period_kind, period, source_id))`,
    `create index measure_period on measure (place_id, period_kind, period)`,
    `create table note (
      id int4 generated always as identity primary key, public_id text not null unique,
      place_id text not null references place on delete cascade,
      kind text not null check (kind in ('feedback','interview','observation','study')), day date not null, theme text,
      body text not null, evidence_url text, sample boolean not null default false, by text not null,
      at timestamptz(3) not null)`,
    `create index note_day on note (place_id, day)`,
    `create table digest (
      id int4 generated always as identity primary key, public_id text not null unique,
      place_id text not null references place on delete cascade, quarter text not null, revision int4 not null,
      state text not null check (state in
        ('open','draft','frozen','analysis','published','delivered','handled','superseded')),
      bundle text not null, sha256 text not null, sample boolean not null default false,
      compiled_at timestamptz(3) not null, frozen_at timestamptz(3), published_at timestamptz(3),
      texts jsonb not null default '{}', by text not null, unique (place_id, quarter, revision))`,
    `create table digest_event (
      id int4 generated always as identity primary key, place_id text not null,
      digest_id int4 not null references digest on delete cascade, from_state text, to_state text not null,
      actor text not null, reason text, at timestamptz(3) not null)`,
  ],
} satisfies Migration
