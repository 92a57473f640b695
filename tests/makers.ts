// Rows for tests, complete and plausible: a place, a post, an account, a person; give only what the test is about.

import type { Insertable } from 'kysely'
import { type PlaceFile, readPlace } from '../config/place.ts'
import { makeId } from '../db/ids.ts'
import { type Db, json } from '../db/open.ts'
import { createPlace } from '../db/places.ts'
import type { Post, Role } from '../db/schema.ts'
import { findTags } from '../services/domain/tags.ts'

export const NOW = new Date('2026-11-25T10:00:00Z')

/** A place file with two families and a wall; `more` is YAML put after it. */
export function placeFile(id = 'kemijarvi', more = ''): PlaceFile {
  const read = readPlace(`
place: { id: ${id}, name: { fi: Kemijärvi, en: Kemijärvi }, languages: [fi, en] }
families:
  - { id: kemijarvi, label: { fi: Kemijärvi }, tags: ["#kemijärvi", "#kemijarvi"] }
  - id: tarinat
    label: { fi: Työtarinat, en: Work stories }
    tags: ["#tuhannenjayhdentyöntarinat", "#tuhannenjayhdentyontarinat"]
sources:
  - { id: uutiset, channel: feed, mode: own, active: true, settings: { url: "https://example.org/feed/" } }
  - id: tuutit
    channel: mastodon
    mode: resident
    active: true
    families: [kemijarvi, tarinat]
    settings: { server: "https://example.social" }
walls:
  - id: etusivu
    label: { fi: Kemijärvi somessa, en: Kemijärvi in social media }
    show: 12
    lead: { families: [tarinat], count: 3 }
${more}`)
  if ('complaints' in read) throw new Error(read.complaints.join('\n'))
  return read.place
}

export async function makePlace(db: Db, id = 'kemijarvi', more = ''): Promise<string> {
  await createPlace(db, placeFile(id, more), NOW)
  return id
}

let count = 0

export async function makeAccount(
  db: Db,
  more: Partial<{
    place: string
    channel: 'mastodon' | 'feed'
    kind: 'own' | 'staff' | 'partner' | 'resident'
    name: string
    agreement: string
  }> = {},
): Promise<number> {
  const n = ++count
  const row = await db
    .insertInto('account')
    .values({
      public_id: makeId('a'),
      place_id: more.place ?? 'kemijarvi',
      channel: more.channel ?? 'mastodon',
      external_id: `https://example.social/users/aino${n}`,
      handle: `@aino${n}@example.social`,
      handle_key: `aino${n}@example.social`,
      name: more.name ?? 'Aino Esimerkki',
      url: `https://example.social/@aino${n}`,
      kind: more.kind ?? 'resident',
      agreement: more.agreement ?? null,
      agreed_at: more.agreement ? NOW : null,
      created_at: NOW,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** A post with the tags of its text; returns its ids. */
export async function makePost(
  db: Db,
  more: Partial<Insertable<Post>> & { place?: string } = {},
): Promise<{ id: number; public_id: string }> {
  const { place = 'kemijarvi', ...rest } = more
  const n = ++count
  const text = rest.text ?? `Lumi tuli tänään numero ${n}. #kemijärvi`
  const tags = findTags(text)
  const row = await db
    .insertInto('post')
    .values({
      public_id: makeId('p'),
      place_id: place,
      channel: 'mastodon',
      external_id: `https://example.social/statuses/${n}`,
      account_id: null,
      url: `https://example.social/@aino/${n}`,
      canonical_url: `https://example.social/@aino/${n}`,
      title: null,
      text,
      marks: json(
        tags.map((tag) => ({ start: tag.start, end: tag.end, kind: 'tag', href: null, key: tag.key })),
      ),
      lang: 'fi',
      published_at: new Date(NOW.getTime() - n * 60_000),
      first_seen_at: NOW,
      seen_at: NOW,
      state: 'new',
      content_key: `content-${n}`,
      ...rest,
    })
    .returning(['id', 'public_id'])
    .executeTakeFirstOrThrow()
  const seen = new Set<string>()
  for (const [position, tag] of tags.entries()) {
    if (seen.has(tag.key)) continue
    seen.add(tag.key)
    await db
      .insertInto('post_tag')
      .values({ post_id: row.id, place_id: place, key: tag.key, as_written: tag.written, position })
      .execute()
  }
  return row
}

export async function makePerson(
  db: Db,
  more: { email?: string; place?: string; role?: Role; operator?: boolean; password?: string } = {},
): Promise<number> {
  const row = await db
    .insertInto('person')
    .values({
      email: more.email ?? `johanna${++count}@example.org`,
      name: 'Johanna Kivelä',
      password: more.password ?? null,
      language: 'fi',
      operator: more.operator ?? false,
      created_at: NOW,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (more.role)
    await db
      .insertInto('person_role')
      .values({ person_id: row.id, place_id: more.place ?? 'kemijarvi', role: more.role })
      .execute()
  return row.id
}
