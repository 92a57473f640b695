// The comms clock: what comes round, what became of it and was reminded of; the weekly mail; reports by cycle.
import type { Migration } from './index.ts'

export const clock = {
  name: '0018-clock',
  statements: [
    `create table clock_item (
      place_id text not null references place on delete cascade, id text not null, label jsonb not null,
      duty_id text, history jsonb not null, leads jsonb not null, work text,
      revision int4 not null default 0, by text not null, at timestamptz(3) not null, ended_at timestamptz(3),
      primary key (place_id, id),
      foreign key (place_id, duty_id) references duty on delete set null (duty_id))`,
    // A round that nobody has touched has no row: its day follows from the item.
    `create table clock_round (
      place_id text not null, item_id text not null, key text not null, planned date not null, day date not null,
      done_at timestamptz(3), done_by text, reason text, revision int4 not null, by text not null,
      at timestamptz(3) not null, primary key (place_id, item_id, key),
      foreign key (place_id, item_id) references clock_item on delete cascade)`,
    // The key is what makes a reminder happen once: a round that was moved is reminded of anew.
    `create table reminder (
      place_id text not null, item_id text not null, round text not null, day date not null, lead int4 not null,
      mails int4 not null, at timestamptz(3) not null, primary key (place_id, item_id, round, day, lead),
      foreign key (place_id, item_id) references clock_item on delete cascade)`,
    // `week` is the last one that was written, so that each comes once.
    `create table weekly_mail (
      id int4 generated always as identity primary key, public_id text not null unique,
      place_id text not null references place on delete cascade,
      person_id int4 not null references person on delete cascade, week text not null,
      since timestamptz(3) not null, stopped_at timestamptz(3), unique (place_id, person_id))`,
    `create table cycle_report (
      id int4 generated always as identity primary key, public_id text not null unique,
      place_id text not null references place on delete cascade,
      kind text not null check (kind in ('areas','news','short-council','short-staff')), quarter text not null,
      digest_id int4 not null references digest on delete cascade, title text not null, body text not null,
      version int4 not null, by text not null, at timestamptz(3) not null, sent_at timestamptz(3), sent_by text,
      unique (place_id, kind, quarter))`,
    `alter table recipient add column gets jsonb not null default '["digest"]', add column area_id text`,
  ],
} satisfies Migration
