// Working through the queue: many at once with one undo, marks, questions handed on, search by stems, capped counts.
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { countPosts, countQueues, MOST_COUNTED } from '../../db/inbox.ts'
import { findPlace } from '../../db/places.ts'
import { saveTopics } from '../../db/topics.ts'
import type { Act } from '../../services/curate.ts'
import { decideMany, decidePost } from '../../services/decide.ts'
import { findInboxPost, readInbox } from '../../services/inbox.ts'
import { filterOf, inboxQuery } from '../../services/inbox-query.ts'
import { keepGuidance, keepTopics } from '../../services/lists.ts'
import { handOver, markTopics, settleQuestion } from '../../services/topics.ts'
import { fc } from '../chance.ts'
import { onBothDatabases } from '../db.ts'
import { makeAccount, makePlace, makePost } from '../makers.ts'
import { openDesk } from './desk.ts'

onBothDatabases('working through the queue', (open) => {
  async function start() {
    const desk = openDesk(open())
    const { db } = desk.deps
    await makePlace(db)
    const place = await findPlace(db, 'kemijarvi')
    if (!place) throw new Error('no place')
    await saveTopics(db, place.id, 'theme', [
      { id: 'luonto', label: { fi: 'Luonto' } },
      { id: 'sote', label: { fi: 'Sote-palvelut', sv: 'Vård' } },
    ])
    await saveTopics(db, place.id, 'area', [{ id: 'sivistys', label: { fi: 'Sivistyspalvelut' } }])
    const act: Act = { place, name: 'Johanna Kivelä', person: 7, language: 'fi' }
    const find = (id: string) => findInboxPost(db, place, id, desk.deps.clock())
    const texts = async (query: Record<string, string>) => {
      const { posts } = await readInbox(db, place, inboxQuery.parse(query), desk.deps.clock())
      return posts.map((one) => one.text)
    }
    return { desk, deps: desk.deps, db, place, act, find, texts }
  }
  const states = async () => {
    const rows = await open().db.selectFrom('post').select(['state']).orderBy('id').execute()
    return rows.map((row) => row.state)
  }

  it('decides on many at once, leaves what somebody was quicker about, and one undo takes the rest back', async () => {
    const { deps, db, act } = await start()
    const posts = [
      await makePost(db),
      await makePost(db),
      await makePost(db),
      await makePost(db, { state: 'hidden' }),
    ]
    const seen = posts.map((one) => ({ id: one.public_id, version: 1 }))
    const mika = { ...act, name: 'Mika Ollila' }
    await decidePost(deps, mika, String(posts[1]?.public_id), { action: 'show', version: 1 })
    const many = await decideMany(deps, act, { action: 'hide', reason: 'discrimination' }, seen)
    expect(many).toEqual({
      first: posts[0]?.public_id,
      moved: 2,
      stayed: [posts[1]?.public_id, posts[3]?.public_id],
    })
    expect(await states()).toEqual(['hidden', 'shown', 'hidden', 'hidden'])
    const rows = await db.selectFrom('decision').select(['actor', 'reason']).orderBy('id').execute()
    expect(rows).toEqual([
      { actor: 'Mika Ollila', reason: null },
      { actor: 'Johanna Kivelä', reason: 'discrimination' },
      { actor: 'Johanna Kivelä', reason: 'discrimination' },
    ])
    await decidePost(deps, act, String(many.first), { action: 'undo', version: 2 })
    expect(await states()).toEqual(['new', 'shown', 'new', 'hidden'])
  })

  it('of two who decide on the same many at once each post has one decision, and nothing is lost', async () => {
    const { deps, db, act } = await start()
    const posts = [await makePost(db), await makePost(db), await makePost(db)]
    const seen = posts.map((one) => ({ id: one.public_id, version: 1 }))
    const mika = { ...act, name: 'Mika Ollila' }
    const both = await Promise.all([
      decideMany(deps, act, { action: 'hide' }, seen),
      decideMany(deps, mika, { action: 'stash' }, seen.toReversed()),
    ])
    expect(both.map((one) => one.moved).sort()).toEqual([0, 3])
    expect(await db.selectFrom('decision').select('post_id').execute()).toHaveLength(3)
  })

  it('marks posts with what is on the place’s lists only, and filters by it', async () => {
    const { deps, db, act, find, texts } = await start()
    const post = await makePost(db, { text: 'Järvi jäätyy' })
    await makePost(db, { text: 'Muu' })
    await markTopics(deps, act, post.public_id, { theme: ['sote', 'luonto', 'muu'], audience: [] })
    expect((await find(post.public_id))?.topics.map((one) => one.id)).toEqual(['luonto', 'sote'])
    expect(await texts({ theme: 'luonto' })).toEqual(['Järvi jäätyy'])
    await markTopics(deps, act, post.public_id, { theme: ['sote'], audience: [] })
    expect(await texts({ theme: 'luonto' })).toEqual([])
    await keepTopics(deps, act, 'theme', [
      { id: 'luonto', label: { fi: 'Luonto ja järvi' } },
      { id: 'sote', label: { fi: '', en: '' } },
      { id: '', label: { fi: 'Äidin & isän työ', en: 'Parents’ work' } },
    ])
    expect((await find(post.public_id))?.topics).toEqual([])
    const lists = await db
      .selectFrom('topic')
      .select(['id', 'label'])
      .where('kind', '=', 'theme')
      .where('ended', '=', false)
      .orderBy('position')
    expect(await lists.execute()).toEqual([
      { id: 'luonto', label: { fi: 'Luonto ja järvi' } },
      { id: 'aidin-isan-tyo', label: { fi: 'Äidin & isän työ', en: 'Parents’ work' } },
    ])
  })

  it('keeps guidance by its lines, and languages that the form did not ask for', async () => {
    const { deps, db, act } = await start()
    const nothing = { rules: [], slogans: [], priorities: [] }
    await keepGuidance(deps, act, { ...nothing, rules: [{ fi: 'Yksi', sv: 'Ett' }, { fi: 'Kaksi' }] })
    await keepGuidance(deps, act, { ...nothing, rules: [{ fi: 'Ykkönen' }, { fi: ' ' }] })
    expect((await findPlace(db, 'kemijarvi'))?.guidance.rules).toEqual([{ fi: 'Ykkönen', sv: 'Ett' }])
  })

  it('hands a question to a service area once, tells how it ended, and lists what waits', async () => {
    const { deps, db, act, find, texts } = await start()
    const post = await makePost(db, { text: 'Milloin kielikahvila alkaa?' })
    const hand = (area: string) => handOver(deps, act, post.public_id, { area, question: 'Milloin?' })
    await expect(hand('muu')).rejects.toMatchObject({ code: 'invalid', status: 400 })
    await hand('sivistys')
    await expect(hand('sivistys')).rejects.toMatchObject({ code: 'handover-open', status: 409 })
    expect(await texts({ answer: '1' })).toEqual(['Milloin kielikahvila alkaa?'])
    const settle = () =>
      settleQuestion(deps, act, post.public_id, { state: 'answered', answer: 'Tiistaisin.' })
    const both = await Promise.allSettled([settle(), settle()])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await find(post.public_id))?.handover).toMatchObject({ state: 'answered', answer: 'Tiistaisin.' })
    expect(await texts({ answer: '1' })).toEqual([])
    expect(await db.selectFrom('audit').select('action').orderBy('id').execute()).toEqual([
      { action: 'handed-over' },
      { action: 'handover-answered' },
    ])
  })

  it('finds words by their stems in each language, beginnings, phrases and capitals', async () => {
    const { db, texts } = await start()
    await makePost(db, { text: 'Revontulikausi alkoi, ÄITI lähti Kemijärvelle' })
    await makePost(db, { text: 'Asuntojen hinnat nousivat', title: 'Talouskatsaus' })
    await makePost(db, { text: 'Barnen leker i snön', lang: 'sv' })
    await makePost(db, { text: 'Snowy roads are beautiful', lang: 'en' })
    const found = async (text: string) => (await texts({ text })).map((one) => one.slice(0, 5))
    expect(await found('revontulet')).toEqual(['Revon'])
    expect(await found('kemijärvellä')).toEqual(['Revon'])
    expect(await found('Äidit')).toEqual(['Revon'])
    expect(await found('äiti')).toEqual(['Revon'])
    expect(await found('asunto')).toEqual(['Asunt'])
    expect(await found('talouskatsauksen hintoja')).toEqual(['Asunt'])
    expect(await found('talouskatsaus hinnat')).toEqual(['Asunt'])
    expect(await found('barn')).toEqual(['Barne'])
    expect(await found('road')).toEqual(['Snowy'])
    expect(await found('"hinnat nousivat"')).toEqual(['Asunt'])
    expect(await found('"nousivat hinnat"')).toEqual([])
    expect(await found('hinnat -nousivat')).toEqual([])
    expect(await found('ja')).toEqual([])
  })

  it('finds authors by a beginning of their name or handle', async () => {
    const { db, texts } = await start()
    const account_id = await makeAccount(db, { name: 'Suomun Latu ry' })
    await makePost(db, { text: 'Ladut', account_id })
    await makePost(db, { text: 'Muu', account_id: await makeAccount(db, { name: 'Hilla Marjamaa' }) })
    expect(await texts({ author: 'suomun la' })).toEqual(['Ladut'])
    expect(await texts({ author: '@AINO' })).toHaveLength(2)
    expect(await texts({ author: '!!' })).toEqual([])
  })

  it('finds the posts of days of the place, the first and the last of them included', async () => {
    const { db, texts } = await start()
    for (const at of [
      '2026-08-06T20:59:59',
      '2026-08-06T21:00:00',
      '2026-08-08T20:59:59',
      '2026-08-08T21:00:00',
    ])
      await makePost(db, { text: at, published_at: new Date(`${at}Z`) })
    expect(await texts({ from: '2026-08-07', to: '2026-08-08' })).toEqual([
      '2026-08-08T20:59:59',
      '2026-08-06T21:00:00',
    ])
    expect(await texts({ from: '2026-08-09', to: '' })).toEqual(['2026-08-08T21:00:00'])
    expect(await texts({ to: '2026-08-06' })).toEqual(['2026-08-06T20:59:59'])
  })

  it('reads any words that people type without breaking', async () => {
    const { db, place } = await start()
    const read = async (text: string) =>
      countPosts(db, place.id, await filterOf(db, place, inboxQuery.parse({ text, author: text })))
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.stringMatching(/^['"&|!:*<>() \\a-zä-]{0,20}$/),
    )
    await fc.assert(
      fc.asyncProperty(odd, async (text) => {
        expect(await read(text)).toBe(0)
      }),
      { numRuns: 25 },
    )
  })

  it('counts no further than anybody needs', async () => {
    const { db, place } = await start()
    await sql`insert into post (public_id, place_id, channel, external_id, text, published_at, first_seen_at, seen_at,
      state, content_key) select 'p_' || n, 'kemijarvi', 'feed', 'f' || n, 'x', now(), now(), now(), 'new', 'x'
      from generate_series(1, ${MOST_COUNTED + 5}::int4) n`.execute(db)
    expect(await countQueues(db, place.id)).toEqual({
      new: MOST_COUNTED + 1,
      shown: 0,
      hidden: 0,
      stashed: 0,
      undescribed: 0,
      answer: 0,
    })
    const filter = await filterOf(db, place, inboxQuery.parse({ state: 'new' }))
    expect(await countPosts(db, place.id, filter)).toBe(MOST_COUNTED + 1)
  })
})
