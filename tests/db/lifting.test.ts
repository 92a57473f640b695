// The week's lift on both databases: its candidates, the last authors, weeks and their reasons, coverage, stories.
import { expect, it } from 'vitest'
import { makeId } from '../../db/ids.ts'
import { findJourney, listEverLifted, saveJourney } from '../../db/journeys.ts'
import { saveExcuse } from '../../db/lifting.ts'
import { addWork, closeWork, listLastAuthors } from '../../db/lifts.ts'
import { type Db, json } from '../../db/open.ts'
import { findPlace } from '../../db/places.ts'
import { countCoverage, countGaps } from '../../db/wall-gaps.ts'
import { pickCandidates, readWeeks } from '../../services/lifting.ts'
import { onBothDatabases } from '../db.ts'
import { makeAccount, makePerson, makePlace, makePost, NOW } from '../makers.ts'

const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000)
const scope = json({ wall: true, digest: false, print: false, channels: false })

async function allow(db: Db, post: number, more: { child?: 'guardian' | 'recognisable' } = {}) {
  const words = { wording_version: '2', evidence_kind: 'note', evidence_ref: 'x', asked_how: 'x' } as const
  const row = {
    public_id: makeId('c'),
    place_id: 'kemijarvi',
    post_id: post,
    state: 'granted',
    scope,
  } as const
  const at = { recorded_by: 'Aino', at: ago(1), crop: false }
  await db
    .insertInto('consent')
    .values({ ...row, ...words, ...at, child: 'no', ...more })
    .execute()
}
async function lift(db: Db, post: number, week: string, at: Date, by = 'Johanna Kivelä') {
  await db.insertInto('lift').values({ place_id: 'kemijarvi', post_id: post, week, by, at }).execute()
}
async function picture(db: Db, post: number, alt: string | null = null) {
  const row = {
    public_id: makeId('m'),
    post_id: post,
    place_id: 'kemijarvi',
    position: 0,
    kind: 'image',
  } as const
  const { id } = await db
    .insertInto('media')
    .values({ ...row, source_url: 'https://x/1.jpg', author_alt: alt })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
const say = (db: Db, media: number, lang: string, text: string, decorative = false) =>
  db
    .insertInto('description')
    .values({ media_id: media, place_id: 'kemijarvi', lang, text, decorative, by: 'Aino', at: NOW })
    .execute()

onBothDatabases('the lift of the week', (open) => {
  it('has candidates of the season in any year or timeless, never lifted, and nothing that must not be', async () => {
    const { db } = open()
    await makePlace(db)
    await makePlace(db, 'posio')
    const place = { id: 'kemijarvi', time_zone: 'Europe/Helsinki' }
    const early = { first_seen_at: ago(10) }
    const ids = new Map<string, string>()
    const make = async (name: string, more: Parameters<typeof makePost>[1] = {}) => {
      const post = await makePost(db, { published_at: ago(10), ...early, ...more })
      ids.set(post.public_id, name)
      return post
    }
    const allowed = await make('allowed', { account_id: await makeAccount(db) })
    await allow(db, allowed.id)
    const seen = await make('picture')
    await picture(db, seen.id)
    await make('last year', { published_at: ago(370) })
    await make('timeless', { published_at: ago(180), timeless: true, likes: 3 })
    await make('summer', { published_at: ago(180), likes: 99 })
    await make('hidden', { state: 'hidden', likes: 99 })
    await make('private', { public: false, likes: 99 })
    await make('gone', { gone_at: NOW, likes: 99 })
    await make('delicate', { delicate: true, likes: 99 })
    await make('x', { channel: 'x', likes: 99 })
    await make('child', { child: true, likes: 99 })
    await make('ours', { account_id: await makeAccount(db, { kind: 'own' }), likes: 99 })
    await make('foreign', { place: 'posio', likes: 99 })
    const before = await make('before', { published_at: ago(20), text_key: 'same', account_id: null })
    await make('its twin', { text_key: 'same', likes: 99 })
    await lift(db, before.id, '2026-W40', ago(50))
    const names = async () => (await pickCandidates(db, place, NOW)).map((id) => ids.get(id))
    expect(await names()).toEqual(['allowed', 'picture', 'timeless', 'last year'])
    const child = await db.selectFrom('post').select('id').where('child', '=', true).executeTakeFirstOrThrow()
    await allow(db, child.id, { child: 'guardian' })
    expect(await names()).toEqual(['child', 'allowed', 'picture', 'timeless', 'last year'])
    // What comes during the week does not push others away.
    await make('new', { first_seen_at: NOW, likes: 99 })
    expect(await names()).toEqual(['child', 'allowed', 'picture', 'timeless', 'last year'])
  })

  it('waits with the last four authors, each counted once', async () => {
    const { db } = open()
    await makePlace(db)
    const authors: number[] = []
    for (let nth = 0; nth < 6; nth++) authors.push(await makeAccount(db))
    for (const [nth, account_id] of [...authors, authors[5]].entries()) {
      const post = await makePost(db, { account_id: account_id as number })
      await lift(db, post.id, `2026-W${40 + nth}`, ago(60 - nth * 7))
    }
    expect(await listLastAuthors(db, 'kemijarvi', 4)).toEqual([5, 4, 3, 2].map((nth) => authors[nth]))
    const [old] = [
      await makePost(db, { account_id: authors[1] as number }),
      await makePost(db, { account_id: authors[5] as number }),
    ]
    const place = { id: 'kemijarvi', time_zone: 'Europe/Helsinki' }
    expect(await pickCandidates(db, place, NOW)).toEqual([old?.public_id])
  })

  it('knows its weeks, lifted, excused and missed, the streak, the time and the turn', async () => {
    const { db } = open()
    await makePlace(db)
    await db
      .updateTable('place')
      .set({ created_at: ago(40) })
      .execute()
    await makePerson(db, { role: 'curator' })
    const posts = [await makePost(db), await makePost(db)] as const
    await lift(db, posts[0].id, '2026-W45', ago(20), 'Joku muu')
    await lift(db, posts[1].id, '2026-W46', ago(13))
    await addWork(db, posts[1].id, 200)
    await addWork(db, posts[1].id, 160)
    await closeWork(db, posts[1].id, 'Tiina Ojala')
    await saveExcuse(db, 'kemijarvi', { week: '2026-W47', reason: 'Syysloma', by: 'Johanna', at: NOW })
    const place = await findPlace(db, 'kemijarvi')
    if (!place) throw new Error('no place')
    const found = await readWeeks(db, place, NOW)
    expect(found.weeks.slice(-6).map((one) => [one.week, one.state, one.reason])).toEqual([
      ['2026-W43', 'none', null],
      ['2026-W44', 'none', null],
      ['2026-W45', 'done', null],
      ['2026-W46', 'done', null],
      ['2026-W47', 'excused', 'Syysloma'],
      ['2026-W48', 'now', null],
    ])
    expect(found.weeks[0]?.state).toBe('before')
    expect(found).toMatchObject({ streak: 2, usual: 6, turn: 'Johanna Kivelä', relay: ['Johanna Kivelä'] })
    expect(found.suggested).toMatchObject({ suggests: 'Tiina Ojala' })
    await saveExcuse(db, 'kemijarvi', { week: '2026-W47', reason: '', by: 'Johanna', at: NOW })
    expect((await readWeeks(db, place, NOW)).streak).toBe(0)
  })

  it('counts the pictures that are described in every language, and by whom', async () => {
    const { db } = open()
    await makePlace(db)
    const own = await makeAccount(db, { kind: 'own' })
    const make = async (alt: string | null = null) =>
      picture(db, (await makePost(db, { account_id: own, state: 'shown' })).id, alt)
    await make('Järvi')
    await say(db, await make(), 'fi', '', true)
    const both = await make()
    await say(db, both, 'fi', 'Lumi')
    await say(db, both, 'en', 'Snow')
    await say(db, await make(' '), 'fi', 'Lumi')
    await make()
    await picture(db, (await makePost(db, { account_id: await makeAccount(db), state: 'shown' })).id)
    expect(await countCoverage(db, ['kemijarvi'], ['fi', 'en'], '2026-11-25')).toEqual({
      ...{ pictures: 5, author: 1, ours: 1, decorative: 1 },
    })
    expect(await countGaps(db, ['kemijarvi'], ['fi', 'en'], '2026-11-25')).toMatchObject({
      posts: 5,
      pictures: 2,
    })
    expect(await countCoverage(db, ['kemijarvi'], ['fi'], '2026-11-25')).toMatchObject({ ours: 2 })
  })

  it('becomes a story of the posts chosen, in their order, of this place only', async () => {
    const { db } = open()
    await makePlace(db)
    await makePlace(db, 'posio')
    const [a, b, foreign] = [await makePost(db), await makePost(db), await makePost(db, { place: 'posio' })]
    await lift(db, a.id, '2026-W45', ago(20))
    await lift(db, b.id, '2026-W46', ago(13))
    expect((await listEverLifted(db, 'kemijarvi')).map((one) => one.public_id)).toEqual([
      b.public_id,
      a.public_id,
    ])
    const words = { title: { fi: 'Matka' }, text: { fi: 'Teksti' } }
    const how = { by: 'Aino', at: NOW }
    const posts = [b.public_id, foreign.public_id, a.public_id]
    const id = await saveJourney(db, 'kemijarvi', undefined, { ...words, posts }, how)
    const read = async () => (await findJourney(db, 'kemijarvi', id ?? ''))?.posts.map((one) => one.id)
    expect(await read()).toEqual([b.id, a.id])
    await saveJourney(db, 'kemijarvi', id, { ...words, posts: [a.public_id] }, how)
    expect(await read()).toEqual([a.id])
    expect(await saveJourney(db, 'posio', id, { ...words, posts: [] }, how)).toBeUndefined()
  })
})
