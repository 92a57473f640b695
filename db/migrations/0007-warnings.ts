// Mail that is on its way, and what people have been told of their sources.
import type { Migration } from './index.ts'

export const warnings = {
  name: '0007-warnings',
  statements: [
    `alter table mail
      add column language text not null default 'fi',
      add column state text not null default 'waiting' check (state in ('waiting','sending','sent','failed')),
      add column tries int4 not null default 0, add column next_at timestamptz(3),
      add column fault_code text, add column fault_detail text`,
    `create index mail_due on mail (next_at) where state in ('waiting', 'sending')`,
    `create index mail_place on mail (place_id, created_at)`,
    `alter table credential add column told_step int4, add column told_ends timestamptz(3)`,
    `alter table source add column told_since timestamptz(3)`,
  ],
} satisfies Migration
