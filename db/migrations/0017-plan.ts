// What is planned: rings, audiences, the register of channels, content cards, the plan with its parts, the process.
import type { Migration } from './index.ts'

const own = 'place_id text not null references place on delete cascade, id text not null'
const ofPlan = 'foreign key (place_id, plan_id) references plan on delete cascade'

export const planned = {
  name: '0017-plan',
  statements: [
    // Its parts are one list in schema.ts, and grow with what has a history.
    `alter table place_edit drop constraint place_edit_part_check`,
    `create table ring (
      ${own}, label text not null, members jsonb not null, position int4 not null default 0,
      sample boolean not null default false, primary key (place_id, id))`,
    `create table audience (
      ${own}, side text not null check (side in ('internal','external')), ring text, whom text not null,
      what text not null, how text not null, cadence text not null, who text not null, duty_id text, cycle jsonb,
      position int4 not null default 0, sample boolean not null default false, primary key (place_id, id))`,
    `create table channel_register (
      ${own}, name text not null, kind text not null check (kind in
        ('own','staff','partner','media','influencer','visitor','resident')),
      medium text not null, url text, duty_id text, owner text not null, languages jsonb not null,
      state text not null check (state in ('active','quiet','planned','closed')), source_id text,
      gated boolean not null, note text not null, position int4 not null default 0,
      sample boolean not null default false, primary key (place_id, id))`,
    `create table content_card (
      ${own}, kind text not null check (kind in
        ('landing','guides','notice','service','international','promise')),
      title text not null, body text not null, url text, duty_id text, holders jsonb not null, languages jsonb not null,
      reviewed_on date, review_on date, position int4 not null default 0,
      sample boolean not null default false, primary key (place_id, id))`,
    `create table plan (
      ${own}, title text not null, from_day date not null, to_day date not null, steps jsonb not null,
      resources text not null, partners text not null, proposal text not null, record text not null,
      state text not null default 'draft' check (state in ('draft','approved','sent','handled','in-force','replaced')),
      handled_on date, section text, decision text, by text not null, at timestamptz(3) not null,
      sample boolean not null default false, primary key (place_id, id), check (from_day <= to_day))`,
    `create unique index plan_in_force on plan (place_id) where state = 'in-force'`,
    `create table plan_event (
      id int4 generated always as identity primary key, place_id text not null, plan_id text not null,
      event text not null, detail jsonb not null, by text not null, at timestamptz(3) not null, ${ofPlan})`,
    `create index plan_event_plan on plan_event (place_id, plan_id, id)`,
    `create table plan_goal (
      ${own}, plan_id text not null, label text not null, near_text text not null, near_day date,
      far_text text not null, far_day date, position int4 not null default 0, primary key (place_id, id), ${ofPlan})`,
    `create table plan_action (
      ${own}, plan_id text not null, goal_id text, what text not null, audience_id text, area_id text,
      channels jsonb not null, duty_id text, day date, cycle jsonb, continuous boolean not null, aim int4,
      tags jsonb not null, utm text, state text not null check (state in ('open','done','dropped')), result text not null,
      done_on date, position int4 not null default 0, primary key (place_id, id), ${ofPlan})`,
    `create table plan_measure (
      place_id text not null, plan_id text not null, target_id int4 not null references target on delete cascade,
      primary key (place_id, plan_id, target_id), ${ofPlan})`,
    `create table plan_post (
      place_id text not null, action_id text not null, post_id int4 not null references post on delete cascade,
      by text not null, at timestamptz(3) not null, primary key (place_id, action_id, post_id),
      foreign key (place_id, action_id) references plan_action on delete cascade)`,
    `create index plan_post_post on plan_post (post_id)`,
    // A row a year: the model as it was in each year stays.
    `create table process_model (
      ${own} check (id ~ '^[0-9]{4}$'), duty_id text, stages jsonb not null, review jsonb not null,
      reviewed_on date, by text not null, at timestamptz(3) not null,
      sample boolean not null default false, primary key (place_id, id))`,
    `create table process_tick (
      place_id text not null references place on delete cascade, period text not null, task text not null,
      by text not null, at timestamptz(3) not null, primary key (place_id, period, task))`,
  ],
} satisfies Migration
