// Which steps of taking a channel into use are done, and who has said so.
import type { Migration } from './index.ts'

export const stepMarks = {
  name: '0008-step-marks',
  statements: [
    `create table step_mark (
      place_id text not null, step text not null, by text not null, at timestamptz(3) not null,
      primary key (place_id, step))`,
  ],
} satisfies Migration
