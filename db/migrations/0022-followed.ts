// Items of the clock that follow what is planned: where their row is, and the last day on which they come round.
import type { Migration } from './index.ts'

export const followed = {
  name: '0022-followed',
  statements: [
    `alter table clock_item add column until date`,
    `update clock_item i set work = 'audience' where exists (
      select from audience a where a.place_id = i.place_id and a.id = i.id)`,
    `update clock_item i set work = 'card' where exists (
      select from content_card c where c.place_id = i.place_id and c.id = i.id)`,
  ],
} satisfies Migration
