// Whom residents reach, as a place's notices say it.
import type { Migration } from './index.ts'

export const contact = {
  name: '0011-contact',
  statements: [`alter table place add column contact jsonb not null default '{}'`],
} satisfies Migration
