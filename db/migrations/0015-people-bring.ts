// What people bring to the digest (surveys, quotes, labels, targets, campaigns, actions) and how its texts are signed.
import type { Migration } from './index.ts'

const who = `sample boolean not null default false, by text not null, at timestamptz(3) not null`
const place = `place_id text not null references place on delete cascade`

export const peopleBring = {
  name: '0015-people-bring',
  statements: [
    `create table survey (
      id int4 generated always as identity primary key, public_id text not null unique, ${place},
      title text not null, ${who})`,
    `create index survey_place on survey (place_id, id)`,
    `create table survey_question (
      id int4 generated always as identity primary key, place_id text not null,
      survey_id int4 not null references survey on delete cascade, position int4 not null,
      kind text not null check (kind in ('scale','nps','grade','choice','open')), label text not null,
      low int4, high int4, choices jsonb not null default '[]', unique (survey_id, position))`,
    `create table survey_batch (
      id int4 generated always as identity primary key, public_id text not null unique, place_id text not null,
      survey_id int4 not null references survey on delete cascade, from_day date not null, to_day date not null,
      link text not null check (link in ('closed','open')), invited int4,
      origin text not null check (origin in ('file','paper')), file_hash text, ${who},
      check (from_day <= to_day))`,
    `create index survey_batch_day on survey_batch (place_id, to_day)`,
    `create table survey_answer (
      place_id text not null, batch_id int4 not null references survey_batch on delete cascade,
      respondent int4 not null, question_id int4 not null references survey_question on delete cascade,
      value text not null, primary key (batch_id, respondent, question_id))`,
    `create table survey_layout (
      place_id text not null, fingerprint text not null, survey_id int4 not null references survey on delete cascade,
      columns jsonb not null, primary key (place_id, fingerprint))`,
    `create table quote (
      id int4 generated always as identity primary key, public_id text not null unique, ${place},
      mood text not null check (mood in ('praise','wish')), body text not null,
      origin text not null check (origin in ('survey','interview','feedback','event')),
      survey_id int4 references survey on delete cascade, day date not null, cleared_how text not null, ${who})`,
    `create index quote_day on quote (place_id, day)`,
    `create table label (
      ${place}, quarter text not null, item text not null, author text not null check (author in ('own','residents')),
      tone text not null check (tone in ('positive','neutral','negative','unclear')), content text not null,
      image text not null, theme text, by text not null, at timestamptz(3) not null,
      primary key (place_id, quarter, item))`,
    `create table target (
      id int4 generated always as identity primary key, public_id text not null unique, ${place},
      year int4 not null, position int4 not null, label text not null, figure text, dims jsonb not null default '{}',
      baseline numeric, aim numeric not null, least numeric,
      direction text not null check (direction in ('up','down','range')), cumulative boolean not null,
      note text, ${who})`,
    `create table campaign (
      id int4 generated always as identity primary key, public_id text not null unique, ${place},
      label text not null, tags jsonb not null default '[]', from_day date not null, to_day date, owner text,
      money int4, result text, ${who}, check (to_day is null or from_day <= to_day))`,
    `create table digest_action (
      id int4 generated always as identity primary key, public_id text not null unique, ${place},
      quarter text not null, what text not null, owner text not null, area_id text, due date,
      state text not null default 'open' check (state in ('open','done','dropped')), result text, done_on date, ${who})`,
    `create index digest_action_quarter on digest_action (place_id, quarter, id)`,
    `create table digest_comment (
      id int4 generated always as identity primary key, place_id text not null,
      digest_id int4 not null references digest on delete cascade, section text not null, body text not null,
      by text not null, at timestamptz(3) not null)`,
    `create index digest_comment_digest on digest_comment (digest_id, id)`,
    `create table digest_signature (
      place_id text not null, digest_id int4 not null references digest on delete cascade, section text not null,
      mark text not null, by text not null, at timestamptz(3) not null, primary key (digest_id, section, by))`,
    `create table digest_waiver (
      ${place}, quarter text not null, source_id text not null, reason text not null, by text not null,
      at timestamptz(3) not null, primary key (place_id, quarter, source_id))`,
    // The people's part of a published digest, canonical like the bundle, with its own hash.
    `alter table digest add column written text, add column written_sha256 text`,
    `alter table note add column answered_on date,
      add column cleared_by text, add column cleared_at timestamptz(3)`,
  ],
} satisfies Migration
