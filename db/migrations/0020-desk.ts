// What still wants words among a million posts by an index of its own, and what a search costs without one.
import type { Migration } from './index.ts'

export const desk = {
  name: '0020-desk',
  statements: [
    // True until looked at: false would say that nothing is to be described.
    `alter table post add column undescribed boolean not null default true`,
    `update post set undescribed = false where not exists (
      select from media m where m.post_id = post.id and coalesce(trim(m.author_alt), '') = '')`,
    `create index post_undescribed on post (account_id, published_at desc) where undescribed`,
    // As dear as it is: looking through posts for words is left to the index.
    `alter function post_words cost 10000`,
    `create index account_ours on account (place_id) where kind in ('own', 'staff', 'partner')`,
  ],
} satisfies Migration
