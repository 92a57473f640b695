// Search by words in small letters, twins and histories by their own indexes: for a million posts.
import type { Migration } from './index.ts'

export const search = {
  name: '0012-search',
  statements: [
    `drop index post_words`,
    `drop index account_words`,
    // Capitals that a database in the locale C does not know are made small here.
    `create or replace function post_words(title text, text text, lang text) returns tsvector
      language sql immutable parallel safe cost 1000
      return to_tsvector(
        case lang when 'sv' then 'pg_catalog.swedish'::regconfig when 'en' then 'pg_catalog.english'::regconfig
          else 'pg_catalog.finnish'::regconfig end,
        translate(coalesce(title, '') || ' ' || text, 'ÅÄÖÁČĐŊŠŦŽ', 'åäöáčđŋšŧž'))`,
    `create or replace function account_words(name text, handle text) returns tsvector
      language sql immutable parallel safe
      return to_tsvector('pg_catalog.simple'::regconfig,
        translate(coalesce(name, '') || ' ' || coalesce(handle, ''), '@._-/ÅÄÖÁČĐŊŠŦŽ', '     åäöáčđŋšŧž'))`,
    `create index post_words on post using gin (post_words(title, text, lang))`,
    `create index account_words on account using gin (account_words(name, handle))`,
    `create index post_account_newest on post (account_id, published_at desc)`,
    `create index post_twin on post (account_id, text_key) where text_key is not null`,
    `create index handover_post on handover (post_id)`,
    `create index audit_object on audit (place_id, object)`,
  ],
} satisfies Migration
