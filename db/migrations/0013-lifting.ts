// What lifting needs: marks on posts, how long a lift took, excused weeks, travel stories, and consents that are asked for.
import type { Migration } from './index.ts'

export const lifting = {
  name: '0013-lifting',
  statements: [
    `alter table post add column timeless boolean not null default false,
      add column delicate boolean not null default false, add column child boolean not null default false,
      add column lift_seconds int4`,
    `create index post_season on post (place_id, published_at) where pruned_at is null`,
    `create index post_timeless on post (place_id) where timeless`,
    `alter table lift add column seconds int4, add column suggests text`,
    `create table lift_excuse (
      place_id text not null references place on delete cascade, week text not null, reason text not null,
      by text not null, at timestamptz(3) not null, primary key (place_id, week))`,
    `create table journey (
      id int4 generated always as identity primary key, public_id text not null unique,
      place_id text not null references place on delete cascade, title jsonb not null, text jsonb not null,
      published_at timestamptz(3), by text not null, at timestamptz(3) not null)`,
    `create index journey_place on journey (place_id, id desc)`,
    `create table journey_post (
      journey_id int4 not null references journey on delete cascade, place_id text not null,
      post_id int4 not null references post on delete cascade, position int4 not null,
      primary key (journey_id, post_id))`,
    // Evidence that somebody allowed something outlives the post that it was about.
    `alter table consent drop constraint consent_check, drop constraint consent_state_check,
      drop constraint consent_child_check, drop constraint consent_post_id_fkey, drop constraint consent_account_id_fkey,
      alter column evidence_kind drop not null, alter column evidence_ref drop not null,
      add column asked_at timestamptz(3), add column told_until date, add column address text, add column author text`,
    `alter table consent
      add foreign key (post_id) references post on delete set null,
      add foreign key (account_id) references account on delete set null,
      add check (num_nonnulls(post_id, account_id) <= 1),
      add check (state in ('asked','granted','refused','withdrawn','removed')),
      add check (child in ('no','unrecognisable','guardian','recognisable'))`,
    `create index consent_until on consent (place_id, until) where state = 'granted'`,
    `update consent c set address = p.url, author = coalesce(a.handle, a.name)
      from post p left join account a on a.id = p.account_id where p.id = c.post_id`,
    `update consent c set address = a.url, author = coalesce(a.handle, a.name)
      from account a where a.id = c.account_id`,
  ],
} satisfies Migration
