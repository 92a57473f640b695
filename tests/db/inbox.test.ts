// The queue on both databases: filters, search, pages by keyset, twins, and counts.
import { expect, it } from 'vitest'
import { makeId } from '../../db/ids.ts'
import { countStates, type InboxFilter, loadBeside, pickInbox } from '../../db/inbox.ts'
import { unpackCursor } from '../../db/page.ts'
import { findPlace } from '../../db/places.ts'
import { inboxQuery, readInbox } from '../../services/inbox.ts'
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
    expect(await found({})).toEqual(['nobody', 'own', 'partner'])
    expect(await found({ state: 'new' })).toEqual(['nobody', 'partner'])
    expect(await found({ keys: ['kemijarvi', 'kemijärvi'] })).toEqual(['partner'])
    expect(await found({ keys: [] })).toEqual([])
    expect(await found({ channel: 'feed' })).toEqual(['own'])
    expect(await found({ kinds: ['own', 'staff'] })).toEqual(['own'])
    expect(await found({ kinds: ['resident'] })).toEqual(['nobody'])
    expect(await found({ lang: 'en' })).toEqual(['nobody'])
    expect(await found({ author: ['kaupunki'] })).toEqual(['own'])
    expect(await found({ text: 'uutinen' })).toEqual(['own'])
    expect(await found({ text: '100 lunta' })).toEqual(['partner'])
    expect(await found({ text: 'storms' })).toEqual(['nobody'])
    // Nothing that is written has a meaning of its own for the database.
    for (const text of ['_', '%', "'", '!!! & |', ':*', '((']) expect(await found({ text }), text).toEqual([])
    expect(await countStates(db, 'kemijarvi')).toEqual({ new: 2, shown: 1, hidden: 0, stashed: 0 })
  })

  it('asks for words only where they would be seen', async () => {
    const { db } = open()
    await makePlace(db)
    const own = await makeAccount(db, { kind: 'own' })
    const make = async (more: Parameters<typeof makePost>[1], alt: string | null = null) => {
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
        })
        .execute()
      return post.public_id
    }
    const wanted = await make({ account_id: own, state: 'shown' })
    await make({ account_id: own }, 'Lumi')
    await make({ account_id: own, state: 'hidden' })
    await make({ account_id: await makeAccount(db) })
    const rows = await pickInbox(db, 'kemijarvi', { undescribed: true }, undefined, 10)
    expect(rows.map((row) => row.public_id)).toEqual([wanted])
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
