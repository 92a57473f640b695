// What the desk works with: rules and their versions, a place's lists, questions handed on, and search by words.
import type { Migration } from './index.ts'

export const deskWork = {
  name: '0012-desk-work',
  statements: [
    `alter table place add column guidance jsonb not null default '{}'`,
    `alter table account add column mark text`,
    `alter table post add column reply boolean not null default false`,
    `create table topic (
      place_id text not null references place on delete cascade,
      kind text not null check (kind in ('theme','audience','area')), id text not null, label jsonb not null,
      position int4 not null, primary key (place_id, kind, id))`,
    `create table post_topic (
      post_id int4 not null references post on delete cascade, place_id text not null, kind text not null,
      topic_id text not null, by text not null, at timestamptz(3) not null, primary key (post_id, kind, topic_id),
      foreign key (place_id, kind, topic_id) references topic on delete cascade)`,
    `create index post_topic_back on post_topic (place_id, kind, topic_id, post_id)`,
    `create table handover (
      id int4 generated always as identity primary key, public_id text not null unique,
      place_id text not null references place on delete cascade,
      post_id int4 not null references post on delete cascade, area text not null, question text not null,
      state text not null check (state in ('open','answered','dropped')), by text not null, at timestamptz(3) not null,
      settled_by text, settled_at timestamptz(3), answer text)`,
    `create unique index handover_open on handover (post_id) where state = 'open'`,
    `create index handover_place on handover (place_id, state, at)`,
    `create table rule (
      id int4 generated always as identity primary key, public_id text not null unique,
      place_id text not null references place on delete cascade, version int4 not null, active boolean not null,
      ended_at timestamptz(3))`,
    `create index rule_place on rule (place_id) where ended_at is null`,
    `create table rule_version (
      rule_id int4 not null references rule on delete cascade, place_id text not null, version int4 not null,
      name text not null, action text not null check (action in ('show','hide','stash','hold')),
      conditions jsonb not null, by text not null, at timestamptz(3) not null, primary key (rule_id, version))`,
    `alter table decision drop constraint decision_action_check`,
    `alter table decision add constraint decision_action_check
      check (action in ('show','hide','stash','pin','unpin','lift','unlift','undo','hold'))`,
    `alter table decision add column rule_id int4`,
    `alter table decision add column rule_version int4`,
    `alter table decision add constraint decision_rule foreign key (rule_id, rule_version) references rule_version`,
    `create index decision_rule_back on decision (rule_id) where rule_id is not null`,
    `create function post_words(title text, text text, lang text) returns tsvector
      language sql immutable parallel safe
      return to_tsvector(
        case lang when 'sv' then 'pg_catalog.swedish'::regconfig when 'en' then 'pg_catalog.english'::regconfig
          else 'pg_catalog.finnish'::regconfig end, coalesce(title, '') || ' ' || text)`,
    `create index post_words on post using gin (post_words(title, text, lang))`,
    `create function account_words(name text, handle text) returns tsvector
      language sql immutable parallel safe
      return to_tsvector('pg_catalog.simple'::regconfig,
        coalesce(name, '') || ' ' || translate(coalesce(handle, ''), '@._-/', '     '))`,
    `create index account_words on account using gin (account_words(name, handle))`,
  ],
} satisfies Migration
