// Files that people bring: what platforms tell in their own statistics, several answers to a question, and studies.
import type { Migration } from './index.ts'

const place = `place_id text not null references place on delete cascade`
const who = `sample boolean not null default false, by text not null, at timestamptz(3) not null`
const ofFile = `int4 references platform_file on delete set null`

export const broughtFiles = {
  name: '0021-brought-files',
  statements: [
    `create table platform_file (
      id int4 generated always as identity primary key, public_id text not null unique, ${place},
      channel text not null, per text not null check (per in ('post','day')), name text not null,
      file_hash text not null, taken_at timestamptz(3) not null, first_day date not null, last_day date not null,
      rows int4 not null, ${who}, unique (place_id, file_hash))`,
    // What the platform told of a post by then; a later file tells it anew, and both are kept.
    `create table platform_post (
      file_id int4 not null references platform_file on delete cascade, place_id text not null, channel text not null,
      external_id text not null, post_id int4 references post on delete set null, url text,
      published_at timestamptz(3) not null, likes int4, comments int4, shares int4, views int4, reach int4, clicks int4,
      primary key (file_id, external_id))`,
    `create index platform_post_time on platform_post (place_id, published_at)`,
    `create index platform_post_post on platform_post (post_id) where post_id is not null`,
    `create table platform_layout (
      ${place}, fingerprint text not null, channel text not null, per text not null, dates text,
      columns jsonb not null, primary key (place_id, fingerprint))`,
    `alter table measure add column file_id ${ofFile}`,
    `alter table measure_past add column file_id ${ofFile}`,
    `create index measure_file on measure (file_id) where file_id is not null`,
    `create index measure_past_file on measure_past (file_id) where file_id is not null`,
    `alter table tally add column file_id int4 references platform_file on delete cascade`,
    `create index tally_file on tally (file_id) where file_id is not null`,
    `alter table survey_question drop constraint survey_question_kind_check,
      add constraint survey_question_kind_check
        check (kind in ('scale','nps','grade','choice','several','open'))`,
    `create table study (
      id int4 generated always as identity primary key, public_id text not null unique, ${place},
      title text not null, maker text not null, day date not null, language text not null, summary text not null,
      findings jsonb not null default '[]', url text, file_name text, file_type text, file_size int4, file_sha256 text,
      ${who})`,
    `create index study_day on study (place_id, day)`,
  ],
} satisfies Migration
