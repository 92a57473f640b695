// Campaigns and trials in full: the card, its counters, doors, money by year, follow-up, and ideas from residents.
import type { Migration } from './index.ts'

const ofCampaign = `place_id text not null, campaign_id int4 not null references campaign on delete cascade`
const who = `by text not null, at timestamptz(3) not null`

export const campaigns = {
  name: '0019-campaigns',
  statements: [
    `alter table campaign
      add column kind text not null default 'campaign' check (kind in ('campaign','trial','contest','calendar')),
      add column topic text, add column audiences text, add column purpose text, add column doing text,
      add column lessons text, add column stays text,
      add column title jsonb not null default '{}', add column story jsonb not null default '{}',
      add column published_at timestamptz(3), add column changed jsonb not null default '[]'`,
    `create table campaign_money (
      ${ofCampaign}, year int4 not null, granted int4 check (granted >= 0), used int4 check (used >= 0),
      primary key (campaign_id, year))`,
    // What stood as one sum belongs to the year in which the campaign began.
    `insert into campaign_money (place_id, campaign_id, year, used)
      select place_id, id, extract(year from from_day)::int4, money from campaign where money is not null`,
    `alter table campaign drop column money`,
    `create table trial_budget (
      place_id text not null references place on delete cascade, year int4 not null,
      amount int4 not null check (amount >= 0), ${who}, primary key (place_id, year))`,
    `create table campaign_counter (
      id int4 generated always as identity primary key, public_id text not null unique, ${ofCampaign},
      position int4 not null, kind text not null check (kind in ('contacts','posts','other')),
      label text not null, aim int4 check (aim > 0))`,
    `create index campaign_counter_campaign on campaign_counter (campaign_id, position)`,
    `create table campaign_mark (
      id int4 generated always as identity primary key, public_id text not null unique, place_id text not null,
      counter_id int4 not null references campaign_counter on delete cascade, day date not null,
      n int4 not null check (n between 1 and 100000), told text, ${who})`,
    `create index campaign_mark_counter on campaign_mark (counter_id, day)`,
    `create table campaign_door (
      ${ofCampaign}, day date not null, title text not null, url text, primary key (campaign_id, day))`,
    `create table campaign_winner (
      ${ofCampaign}, post_id int4 not null references post on delete cascade, ${who},
      primary key (campaign_id, post_id))`,
    `create table campaign_follow_up (
      ${ofCampaign}, months int4 not null check (months in (3, 6)), body text not null, ${who},
      primary key (campaign_id, months))`,
    `create table idea (
      id int4 generated always as identity primary key, public_id text not null unique,
      place_id text not null references place on delete cascade, body text not null, name text, contact text,
      money int4 check (money >= 0), tag text not null,
      state text not null default 'new' check (state in ('new','taken','declined')),
      campaign_id int4 references campaign on delete set null, reply text, settled_by text,
      settled_at timestamptz(3), sample boolean not null default false, at timestamptz(3) not null)`,
    `create index idea_place on idea (place_id, state, id)`,
    // A target that several answer for, each for its own part, in an order that a person gave.
    `create table target_part (
      id int4 generated always as identity primary key, place_id text not null,
      target_id int4 not null references target on delete cascade, position int4 not null, label text not null,
      member_id text, aim numeric not null, actual numeric, unique (target_id, position))`,
  ],
} satisfies Migration
