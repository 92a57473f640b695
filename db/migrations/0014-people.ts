// The town's own accounts, duties, the history of a place's settings, capped removals, and what each night forgot.
import type { Migration } from './index.ts'

export const townPeople = {
  name: '0014-people',
  statements: [
    `alter table person add column tenant text, add column subject text`,
    `create unique index person_town on person (tenant, subject) where subject is not null`,
    `alter table person_role
      add column given text not null default 'desk' check (given in ('desk','town'))`,
    `alter table session
      add column way text not null default 'password' check (way in ('password','town'))`,
    `alter table removal
      add column hidden boolean not null default false,
      add column kept text check (kept in ('ours','judged','sender','many')),
      add column decision_id int4 references decision on delete set null`,
    `create index removal_hidden on removal (place_id, at) where hidden`,
    `create table duty (
      place_id text not null references place on delete cascade, id text not null, label jsonb not null,
      position int4 not null, primary key (place_id, id))`,
    `create table duty_holder (
      place_id text not null, duty_id text not null, deputy boolean not null,
      person_id int4 not null references person on delete cascade, since timestamptz(3) not null,
      primary key (place_id, duty_id, deputy), foreign key (place_id, duty_id) references duty on delete cascade)`,
    `create table heard_day (
      place_id text not null references place on delete cascade, day date not null,
      form text not null check (form in ('story','feedback')), answer text not null, n int4 not null,
      sample boolean not null default false, primary key (place_id, day, form, answer))`,
    `create table place_edit (
      id int4 generated always as identity primary key, place_id text not null references place on delete cascade,
      at timestamptz(3) not null, actor text not null,
      part text not null check (part in ('place','contact','family','account','source','wall')),
      object text not null, before jsonb, after jsonb, undone_at timestamptz(3))`,
    `create index place_edit_place on place_edit (place_id, id desc)`,
    `create table forgetting (
      place_id text not null, at timestamptz(3) not null, counts jsonb not null, primary key (place_id, at))`,
    `create table joint_hiding (
      place_id text not null references place on delete cascade,
      post_id int4 not null references post on delete cascade, by text not null, at timestamptz(3) not null,
      primary key (place_id, post_id))`,
  ],
} satisfies Migration
