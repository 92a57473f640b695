// Instagram through the real jobs: strangers stay links, half of thirty hashtags, a limited life, one post found twice.
import { expect, it } from 'vitest'
import { json } from '../../db/open.ts'
import { listSources } from '../../db/sources.ts'
import { type Granting, grantConsent } from '../../services/consents.ts'
import { decideWithin } from '../../services/curate.ts'
import { facebook } from '../../workers/channels/facebook.ts'
import { instagram } from '../../workers/channels/instagram.ts'
import { collect } from '../../workers/jobs/collect.ts'
import { prune } from '../../workers/jobs/prune.ts'
import { reread } from '../../workers/jobs/reread.ts'
import { onBothDatabases } from '../db.ts'
import { makePlace, NOW } from '../makers.ts'
import { openOutside } from '../outside.ts'
import { type MetaSim, startMeta } from '../sim/meta.ts'
import { APP, TOKEN } from '../sim/meta-tokens.ts'
import { after, makeWorker, still } from './worker.ts'

onBothDatabases('an Instagram source', (open) => {
  async function begin(settings = {}) {
    const { db } = open()
    await makePlace(db)
    let now = NOW
    const sim = await startMeta({ clock: () => now })
    const { http } = openOutside([sim.host], { clock: () => now })
    const worker = makeWorker(open(), { channels: [instagram, facebook], http })
    worker.env.PLATFORM_URLS = { instagram: sim.base, facebook: sim.base }
    Object.assign(worker.env, { META_APP_ID: APP.id, META_APP_SECRET: APP.secret })
    await setSource('tuutit', 'instagram', { user: '17841400000000001', ...settings })
    return {
      ...{ db, sim, worker, setSource },
      at: (moment: Date) => {
        now = moment
        worker.at(moment)
      },
      visit: (source = 'tuutit') => collect(worker, { place: 'kemijarvi', source }, still),
      posts: () => db.selectFrom('post').selectAll().orderBy('id').execute(),
      [Symbol.asyncDispose]: () => sim.stop(),
    }

    async function setSource(id: string, channel: 'instagram' | 'facebook', settings: object) {
      await db
        .updateTable('source')
        .set({ channel, settings: json(settings) })
        .where('id', '=', id)
        .execute()
      const sealed = worker.keys.seal(TOKEN)
      await db
        .insertInto('credential')
        .values({
          ...{ place_id: 'kemijarvi', source_id: id, name: 'meta_token', sealed },
          ...{ expires_at: null, saved_by: 'Johanna', saved_at: NOW },
        })
        .execute()
    }
  }
  const stranger = (sim: MetaSim, caption: string, at = -1) =>
    sim.addMedium('hashtag', { caption, at: after(at), like_count: 3, comments_count: 0 })
  const act = {
    ...{ name: 'Johanna', person: null, language: 'fi' as const },
    place: { id: 'kemijarvi', time_zone: 'Europe/Helsinki', languages: ['fi' as const] },
  }
  const consent: Granting = {
    scope: { wall: true, digest: true, channels: false, print: false },
    evidence: { kind: 'note', ref: 'Vastasi kyllä' },
    askedHow: 'Kommentilla',
    covers: 'post',
    child: 'no',
    crop: false,
    until: null,
  }

  it('brings strangers’ posts as links, until a person has written down who they are and what they allow', async () => {
    await using begun = await begin()
    const { db, sim, worker, visit, posts } = begun
    stranger(sim, 'Ensimmäinen #kemijärvi')
    stranger(sim, 'Toinen #kemijärvi', -2)
    await visit()
    const [first, second] = await posts()
    expect(first).toMatchObject({ state: 'new', account_id: null })
    expect(await db.selectFrom('media').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('account').selectAll().execute()).toEqual([])
    const id = first?.public_id ?? ''
    await db
      .transaction()
      .execute((trx) => decideWithin(trx, worker, act, id, { action: 'show', version: 1 }))
    await expect(grantConsent(worker, act, id, consent)).rejects.toMatchObject({ code: 'consent-author' })
    await grantConsent(worker, act, id, { ...consent, author: '@AinoE' })
    const [named, other] = await posts()
    const [aino] = await db.selectFrom('account').selectAll().execute()
    expect([named?.account_id, named?.state, aino?.handle, aino?.kind]).toEqual([
      aino?.id,
      'shown',
      '@AinoE',
      'resident',
    ])
    expect(other).toMatchObject({ id: second?.id, account_id: null })
    // Found once more, it is still hers.
    begun.at(after(4))
    await visit()
    expect((await posts())[0]).toMatchObject({ account_id: aino?.id, state: 'shown' })
  })

  it('asks for half of the thirty hashtags of seven days, always the same, and says which wait', async () => {
    await using begun = await begin()
    const { db, sim, visit } = begun
    const tags = Array.from({ length: 20 }, (_, n) => `tunniste${String.fromCharCode(97 + n)}`)
    for (const [position, key] of tags.entries())
      await db
        .insertInto('family_tag')
        .values({
          place_id: 'kemijarvi',
          family_id: 'kemijarvi',
          key,
          as_written: `#${key}`,
          position: 50 + position,
        })
        .execute()
    let most = 0
    for (const day of [0, 0.17, 1, 3, 6.9, 7, 7.2, 8, 13.9, 14.1]) {
      begun.at(after(day * 24))
      await visit()
      most = Math.max(most, sim.asked().length)
    }
    expect(most).toBe(15)
    const [source] = (await listSources(db, 'kemijarvi')).filter(({ id }) => id === 'tuutit')
    expect(source).toMatchObject({ state: 'well', failures: 0, waits_for: null })
    expect(source?.fault_code).toMatch(/^instagram-(tags|gap)$/)
    expect(sim.asked().some((tag) => tag === 'tunnistet')).toBe(false)
  })

  it('takes strangers’ posts off after thirty days: nobody could say whether they are still there', async () => {
    await using begun = await begin()
    const { sim, worker, visit, posts } = begun
    stranger(sim, 'Hei #kemijärvi')
    await visit()
    begun.at(after(29 * 24))
    await reread(worker, { place: 'kemijarvi' }, still)
    await prune(worker, {}, still)
    expect((await posts())[0]?.gone_at).toBeNull()
    begun.at(after(31 * 24))
    await prune(worker, {}, still)
    expect((await posts())[0]?.gone_at).toEqual(after(31 * 24))
  })

  it('leaves a stranger’s post that its author has allowed us: it rests on that word as long as it holds', async () => {
    await using begun = await begin()
    const { db, sim, worker, visit, posts } = begun
    stranger(sim, 'Hei #kemijärvi')
    await visit()
    const id = (await posts())[0]?.public_id ?? ''
    await grantConsent(worker, act, id, { ...consent, author: '@AinoE', until: '2027-01-31' })
    const gone = async (days: number) => {
      begun.at(after(days * 24))
      await prune(worker, {}, still)
      return (await posts())[0]?.gone_at
    }
    expect(await gone(31)).toBeNull()
    await db
      .updateTable('consent')
      .set({ withdrawn_at: after(31 * 24) })
      .execute()
    expect(await gone(32)).toEqual(after(32 * 24))
  })

  it('knows the town’s own post again that a hashtag found first, and keeps it the town’s', async () => {
    await using begun = await begin()
    const { db, sim, visit, posts } = begun
    sim.addMedium('own', {
      caption: 'Oma #kemijärvi',
      at: after(-1),
      media_url: 'https://scontent.example/1.jpg',
    })
    await visit()
    expect((await posts())[0]).toMatchObject({ account_id: null, state: 'new' })
    const settings = json({ user: '17841400000000001', reading: 'own' })
    await db.updateTable('source').set({ settings, mode: 'own' }).where('id', '=', 'tuutit').execute()
    await visit()
    const mine = { state: 'shown', account_id: expect.any(Number) }
    expect(await posts()).toMatchObject([mine])
    const before = await db.selectFrom('media').select('source_url').execute()
    await db
      .updateTable('source')
      .set({ settings: json({ user: '17841400000000001' }), mode: 'resident' })
      .execute()
    await visit()
    expect(await posts()).toMatchObject([mine])
    expect([before.length, await db.selectFrom('media').select('source_url').execute()]).toEqual([1, before])
  })

  it('takes with Facebook from one ledger: their token has one limit, of which we use half', async () => {
    await using begun = await begin()
    const { db, sim, visit, setSource } = begun
    await setSource('uutiset', 'facebook', { account: sim.page.id })
    sim.requests.length = 0
    await Promise.all([visit('tuutit'), visit('uutiset')])
    const uses = await db
      .selectFrom('budget')
      .innerJoin('budget_use', 'budget_id', 'id')
      .select(['channel', 'budget.id', 'n'])
      .where('name', '=', 'requests')
      .execute()
    expect(new Set(uses.map((one) => `${one.channel} ${one.id}`)).size).toBe(1)
    expect(uses.reduce((sum, { n }) => sum + n, 0)).toBe(sim.requests.length)
    expect(sim.requests.length).toBeGreaterThan(5)
  })

  it('keeps Instagram’s own token alive: renewed when it can be, stored before it is used, never lost', async () => {
    await using begun = await begin({ reading: 'own', login: 'instagram' })
    const { db, sim, worker, visit } = begun
    const login = { type: 'USER', login: 'instagram' } as const
    // Typed in on the day it was made: it is used as it is, and renewed when it is a day old.
    sim.tokens.set(TOKEN, { ...login, born: after(-1), ends: after(60 * 24) })
    const living = () => [...sim.tokens].filter(([, one]) => !one.dead).map(([token]) => token)
    const renewals: { token: string; day: number }[] = []
    for (let day = 0; day <= 200; day += 1.25) {
      begun.at(after(day * 24))
      await visit()
      const [source] = (await listSources(db, 'kemijarvi')).filter(({ id }) => id === 'tuutit')
      expect([source?.state, source?.fault_code]).toEqual(['well', null])
      const [token = ''] = living()
      if (renewals.at(-1)?.token !== token) renewals.push({ token, day })
    }
    expect(renewals.map(({ day }) => day)).toEqual([0, 1.25, 46.25, 91.25, 136.25, 181.25])
    const kept = await db.selectFrom('credential').select('expires_at').executeTakeFirst()
    expect(kept?.expires_at).toEqual(after((181.25 + 60) * 24))
    // A token of somebody's who waited for weeks before typing it in is renewed at once.
    sim.tokens.set('old', { ...login, born: after(150 * 24), ends: after(201 * 24) })
    await db
      .updateTable('credential')
      .set({ sealed: worker.keys.seal('old') })
      .execute()
    begun.at(after(200.5 * 24))
    await visit()
    expect(living()).toContain('old+')
  })

  it('stores when its token ends', async () => {
    await using begun = await begin()
    begun.sim.tokens.set(TOKEN, { type: 'SYSTEM_USER', ends: after(50 * 24), dataEnds: after(20 * 24) })
    await begun.visit()
    const kept = await begun.db.selectFrom('credential').select('expires_at').executeTakeFirst()
    expect(kept?.expires_at).toEqual(after(20 * 24))
  })
})
