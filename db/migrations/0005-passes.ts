// Passes: what lets us in at a platform for a while, renewed by one process at a time.
import type { Migration } from './index.ts'

export const passes = {
  name: '0005-passes',
  statements: [
    `create table pass (
      place_id text not null, source_id text not null, name text not null, sealed text, version int4 not null default 0,
      renew_at timestamptz(3), held_by text, held_until timestamptz(3), primary key (place_id, source_id, name),
      foreign key (place_id, source_id) references source on delete cascade)`,
  ],
} satisfies Migration
