// People, their roles and sessions, the audit chain, mail and settings.
import type { Migration } from './index.ts'

export const people = {
  name: '0004-people',
  statements: [
    `create table person (
      id int4 generated always as identity primary key, email text not null, name text not null, password text,
      language text not null, operator boolean not null default false, sample boolean not null default false,
      link_hash text, link_until timestamptz(3), ended_at timestamptz(3), created_at timestamptz(3) not null)`,
    `create unique index person_email on person (lower(email))`,
    `create table person_role (
      person_id int4 not null references person on delete cascade, place_id text not null references place on delete cascade,
      role text not null check (role in ('reader','writer','curator','editor','admin')),
      primary key (person_id, place_id))`,
    `create table session (
      hash text primary key, person_id int4 not null references person on delete cascade, csrf text not null,
      created_at timestamptz(3) not null, seen_at timestamptz(3) not null, ends_at timestamptz(3) not null, agent text)`,
    `create index session_person on session (person_id)`,
    `create table guess (key text not null, at timestamptz(3) not null)`,
    `create index guess_key on guess (key, at)`,
    `create table audit (
      id int4 generated always as identity primary key, place_id text, at timestamptz(3) not null, actor text not null,
      action text not null, object text not null, detail jsonb not null default '{}', hash text not null)`,
    `create index audit_place on audit (place_id, id desc)`,
    `create table mail (
      id int4 generated always as identity primary key, place_id text, message_id text not null unique,
      recipient text not null, subject text not null, text text not null, cause text not null,
      sent_at timestamptz(3), created_at timestamptz(3) not null)`,
    `create table setting (
      place_id text not null, name text not null, value jsonb not null, primary key (place_id, name))`,
  ],
} satisfies Migration
