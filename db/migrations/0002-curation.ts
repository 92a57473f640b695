// Decisions, pins, lifts, consents, requests to remove a post, and the walls' daily counts.
import type { Migration } from './index.ts'

export const curation = {
  name: '0002-curation',
  statements: [
    `create table decision (
      id int4 generated always as identity primary key, place_id text not null,
      post_id int4 not null references post on delete cascade, person_id int4, actor text not null,
      action text not null check (action in ('show','hide','stash','pin','unpin','lift','unlift','undo')),
      from_state text not null, to_state text not null, version int4 not null, wall_id text, reason text, note text,
      undoes int4, along int4, at timestamptz(3) not null, unique (place_id, post_id, version))`,
    `create index decision_place on decision (place_id, id desc)`,
    `create index decision_along on decision (along) where along is not null`,
    `create table pin (
      place_id text not null, post_id int4 not null references post on delete cascade, wall_id text not null default '',
      at timestamptz(3) not null, primary key (place_id, post_id, wall_id))`,
    `create table lift (
      id int4 generated always as identity primary key, place_id text not null,
      post_id int4 not null references post on delete cascade, week text not null, by text not null,
      at timestamptz(3) not null, ended_at timestamptz(3))`,
    `create unique index lift_running on lift (post_id) where ended_at is null`,
    `create index lift_week on lift (place_id, week)`,
    `create table consent (
      id int4 generated always as identity primary key, public_id text not null unique, place_id text not null,
      post_id int4 references post on delete cascade, account_id int4 references account on delete cascade,
      state text not null check (state in ('granted','withdrawn')), scope jsonb not null,
      wording_version text not null, evidence_kind text not null check (evidence_kind in ('link','note','form','sample')),
      evidence_ref text not null, asked_how text not null,
      child text check (child in ('no','unrecognisable','guardian')), crop boolean not null default false, until date,
      recorded_by text not null, at timestamptz(3) not null, withdrawn_at timestamptz(3),
      check ((post_id is null) <> (account_id is null)))`,
    `create index consent_post on consent (post_id)`,
    `create index consent_account on consent (account_id)`,
    `create table removal (
      id int4 generated always as identity primary key, public_id text not null unique,
      place_id text not null references place on delete cascade, post_id int4 references post on delete set null,
      address text not null, everything boolean not null default false, reason text not null, contact text,
      at timestamptz(3) not null, state text not null check (state in ('open','accepted','refused')),
      decided_by text, decided_at timestamptz(3), answer text)`,
    `create index removal_open on removal (place_id, state, at)`,
    `create table wall_day (
      place_id text not null references place on delete cascade, wall_id text not null, day date not null,
      event text not null check (event in ('view','click','channel','share','action')), subject text not null default '',
      n int4 not null, sample boolean not null default false, primary key (place_id, wall_id, day, event, subject))`,
  ],
} satisfies Migration
