// The queue on both databases: filters, search, pages by keyset, twins, and counts.
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { listMedia, lookAtPictures, saveDescription } from '../../db/descriptions.ts'
import { makeId } from '../../db/ids.ts'
import {
  countPosts,
  countQueues,
  type InboxFilter,
  loadBeside,
  MOST_COUNTED,
  pickInbox,
} from '../../db/inbox.ts'
import { type Cursor, unpackCursor } from '../../db/page.ts'
import { findPlace } from '../../db/places.ts'
import { readSearch } from '../../db/search.ts'
import { spreadWords } from '../../services/domain/finnish.ts'
import { readInbox } from '../../services/inbox.ts'
import { inboxQuery } from '../../services/inbox-query.ts'
import { onBothDatabases } from '../db.ts'
import { makeAccount, makePlace, makePost, NOW } from '../makers.ts'

onBothDatabases('the queue', (open) => {
  it('finds by state, family, channel, kind, language and words', async () => {
    const { db } = open()
    await makePlace(db)
    await makePlace(db, 'posio')
    const own = await makeAccount(db, { kind: 'own', name: 'Kemijärven kaupunki' })
    const partner = await makeAccount(db, { kind: 'partner' })
    const ids = {
      own: await makePost(db, { account_id: own, state: 'shown', channel: 'feed', text: 'Uutinen' }),
      partner: await makePost(db, { account_id: partner, text: '100 % lunta #kemijarvi' }),
      nobody: await makePost(db, { lang: 'en', text: 'Snow_storm #tuhannenjayhdentyöntarinat' }),
      other: await makePost(db, { place: 'posio' }),
    }
    const found = async (filter: InboxFilter) => {
      const rows = await pickInbox(db, 'kemijarvi', filter, undefined, 10)
      return rows.map((row) => Object.entries(ids).find(([, one]) => one.id === row.id)?.[0]).sort()
    }
    const search = async (text: string) => found({ words: await readSearch(db, text, spreadWords(text)) })
    expect(await found({})).toEqual(['nobody', 'own', 'partner'])
    expect(await found({ state: 'new' })).toEqual(['nobody', 'partner'])
    expect(await found({ keys: ['kemijarvi', 'kemijärvi'] })).toEqual(['partner'])
    expect(await found({ keys: [] })).toEqual([])
    expect(await found({ channel: 'feed' })).toEqual(['own'])
    expect(await found({ kinds: ['own', 'staff'] })).toEqual(['own'])
    expect(await found({ kinds: ['resident'] })).toEqual(['nobody'])
    expect(await found({ lang: 'en' })).toEqual(['nobody'])
    expect(await found({ author: ['kaupunki'] })).toEqual(['own'])
    expect(await search('uutinen')).toEqual(['own'])
    expect(await search('100 lunta')).toEqual(['partner'])
    expect(await search('storms')).toEqual(['nobody'])
    // Nothing that is written has a meaning of its own for the database.
    for (const text of ['_', '%', "'", '!!! & |', ':*', '((']) expect(await search(text), text).toEqual([])
    expect(await countQueues(db, 'kemijarvi')).toMatchObject({ new: 2, shown: 1, hidden: 0, stashed: 0 })
  })

  it('asks for words only where they would be seen', async () => {
    const { db } = open()
    await makePlace(db)
    const own = await makeAccount(db, { kind: 'own' })
    const make = async (
      more: Parameters<typeof makePost>[1],
      alt: string | null = null,
      copy: 'none' | 'failed' = 'none',
    ) => {
      const post = await makePost(db, more)
      await db
        .insertInto('media')
        .values({
          public_id: makeId('m'),
          post_id: post.id,
          place_id: 'kemijarvi',
          position: 0,
          kind: 'image',
          source_url: 'https://x/1.jpg',
          author_alt: alt,
          copy,
        })
        .execute()
      return post.public_id
    }
    const wanted = await make({ account_id: own, state: 'shown' })
    await make({ account_id: own }, 'Lumi')
    await make({ account_id: own, state: 'hidden' })
    await make({ account_id: await makeAccount(db) })
    await make({ account_id: own, state: 'shown' }, null, 'failed')
    const listed = async () =>
      (await pickInbox(db, 'kemijarvi', { undescribed: true }, undefined, 10)).map((row) => row.public_id)
    expect(await listed()).toEqual([wanted])
    expect((await countQueues(db, 'kemijarvi')).undescribed).toBe(1)
    // In each language of the place, and again in one that it gets later.
    const [picture] = await listMedia(
      db,
      (await pickInbox(db, 'kemijarvi', {}, undefined, 10)).map((one) => one.id),
    )
    const say = (lang: string, text: string) =>
      saveDescription(db, {
        ...{ media: picture?.id ?? 0, place: 'kemijarvi', decorative: false },
        lang,
        text,
        by: 'Aino',
        at: NOW,
      })
    for (const [lang, left] of [
      ['fi', [wanted]],
      ['en', []],
    ] as const) {
      await say(lang, 'Lumi')
      expect(await listed(), lang).toEqual(left)
    }
    await sql`update place set languages = '["fi","en","sv"]'`.execute(db)
    await lookAtPictures(db, { place: 'kemijarvi' })
    expect(await listed()).toEqual([wanted])
    await say('sv', 'Snö')
    expect(await listed()).toEqual([])
    await say('fi', '')
    expect(await listed()).toEqual([wanted])
  })

  it('finds words that come rarely behind any number of newer posts, and a page after them', async () => {
    const { db } = open()
    await makePlace(db)
    const old = new Date(NOW.getTime() - 86_400_000)
    for (let n = 0; n < 3; n++) await makePost(db, { text: `Jäänlähtö ${n} #jää${n}`, published_at: old })
    await sql`insert into post (public_id, place_id, channel, external_id, text, published_at, first_seen_at, seen_at,
        state, content_key)
      select 'n' || n, 'kemijarvi', 'feed', 'n' || n, case when n % 2 = 0 then 'Lumi' else 'Muta' end,
        ${NOW}::timestamptz, now(), now(), 'new', '' from generate_series(1, 2100) n`.execute(db)
    const page = async (text: string, cursor?: Cursor) =>
      pickInbox(db, 'kemijarvi', { words: await readSearch(db, text, spreadWords(text)) }, cursor, 2)
    expect((await page('lumi')).map((row) => row.text)).toEqual(['Lumi', 'Lumi'])
    const first = await page('jäänlähtö')
    const last = first.at(-1)
    const more = await page('jäänlähtö', last && { at: last.published_at, id: last.id })
    expect([...first, ...more].map((row) => row.text)).toEqual(
      [2, 1, 0].map((n) => `Jäänlähtö ${n} #jää${n}`),
    )
    const count = async (text: string, more: InboxFilter = {}) =>
      countPosts(db, 'kemijarvi', { ...more, words: await readSearch(db, text, spreadWords(text)) })
    expect([await count('jäänlähtö'), await count('lumi')]).toEqual([3, MOST_COUNTED + 1])
    expect(await count('jäänlähtö', { keys: ['jää1', 'jää2'], state: 'new', kinds: ['resident'] })).toBe(2)
  })

  it('goes through every post once, newest first, also those of one moment', async () => {
    const { db } = open()
    await makePlace(db)
    for (let n = 0; n < 7; n++)
      await makePost(db, { published_at: new Date(NOW.getTime() - Math.floor(n / 3) * 1000) })
    const place = await findPlace(db, 'kemijarvi')
    if (!place) throw new Error('no place')
    const seen: string[] = []
    for (let cursor: string | undefined, pages = 0; pages < 5; pages++) {
      const query = inboxQuery.parse({ limit: '2', cursor })
      const { posts, next } = await readInbox(db, place, query, NOW)
      seen.push(...posts.map((post) => post.public_id))
      if (!next) break
      cursor = next
    }
    const all = await pickInbox(db, 'kemijarvi', {}, undefined, 10)
    expect(seen).toEqual(all.map((row) => row.public_id))
    expect(seen).toHaveLength(7)
  })

  it.each(['', 'x', 'MTIz', Buffer.from('1.99999999999').toString('base64url')])(
    '%j is no cursor',
    (text) => {
      expect(unpackCursor(text)).toBeUndefined()
    },
  )

  it('tells twins: an equal address, or the same account’s equal words within two days', async () => {
    const { db } = open()
    await makePlace(db)
    const account = await makeAccount(db)
    const day = 86_400_000
    const base = { account_id: account, text_key: 'same', published_at: NOW }
    const one = await makePost(db, base)
    const near = await makePost(db, {
      ...base,
      published_at: new Date(NOW.getTime() - 2 * day),
      channel: 'feed',
    })
    await makePost(db, { ...base, published_at: new Date(NOW.getTime() - 4 * day - 1000) })
    await makePost(db, { ...base, account_id: null })
    const rows = await pickInbox(db, 'kemijarvi', { publicId: one.public_id }, undefined, 1)
    const { twins } = await loadBeside(db, rows)
    expect(twins.map((twin) => twin.public_id)).toEqual([near.public_id])
  })
})
