// The platforms' limits as ledgers that all workers share, and which sources wait for one.
import type { Migration } from './index.ts'

export const budgets = {
  name: '0006-budgets',
  statements: [
    `create table budget (
      id int4 generated always as identity primary key, channel text not null, name text not null,
      holder text not null, closed_until timestamptz(3), used_at timestamptz(3) not null,
      unique (channel, name, holder))`,
    `create table budget_use (
      budget_id int4 not null references budget on delete cascade, key text not null, at timestamptz(3) not null,
      n int4 not null, primary key (budget_id, key, at))`,
    `alter table source add column waits_for int4 references budget on delete set null,
      add column waits_since timestamptz(3)`,
    `create index source_waits on source (waits_for, waits_since) where waits_for is not null`,
  ],
} satisfies Migration
