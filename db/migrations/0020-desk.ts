// What still wants words and what a search costs among a million posts; lists, guidance and rules that can be undone.
import type { Migration } from './index.ts'

export const desk = {
  name: '0020-desk',
  statements: [
    `alter table post add column undescribed boolean not null default false`,
    `update post set undescribed = true where
      exists (select from media m where m.post_id = post.id and coalesce(trim(m.author_alt), '') = '')
      and (exists (select from account a where a.id = post.account_id and a.kind in ('own', 'staff', 'partner'))
        or exists (select from consent c where c.state = 'granted'
          and (c.post_id = post.id or c.account_id = post.account_id)))`,
    // What comes from an older export has to be looked at.
    `alter table post alter column undescribed set default true`,
    `create index post_undescribed on post (place_id, published_at desc, id desc) where undescribed`,
    // A line that was taken away keeps its marks on posts, so that taking it away can be undone.
    `alter table topic add column ended boolean not null default false`,
    `alter table topic add column email text`,
    `alter table place_edit drop constraint if exists place_edit_part_check`,
    // What one post has gone through, without knowing its place.
    `create index decision_post on decision (post_id)`,
    // As dear as it is: looking through posts for words is left to the index.
    `alter function post_words cost 10000`,
  ],
} satisfies Migration
