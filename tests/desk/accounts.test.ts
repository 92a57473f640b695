// Whose account it is: what a kind and an agreement do to posts, walls, lifts and pictures, and the page that says it.
import { expect, it } from 'vitest'
import { findBrokenAudit, listAudit } from '../../db/audit.ts'
import { findPlace } from '../../db/places.ts'
import { type AccountForm, type NewAccountForm, nameAccount, setAccount } from '../../services/accounts.ts'
import { saveArrivals } from '../../services/arrivals.ts'
import { grantConsent } from '../../services/consents.ts'
import type { Act } from '../../services/curate.ts'
import { decidePost } from '../../services/decide.ts'
import { takeIn } from '../../services/domain/intake.ts'
import type { FoundPost } from '../../services/domain/source.ts'
import { onBothDatabases } from '../db.ts'
import { makeAccount, makePlace, makePost, NOW } from '../makers.ts'
import { get, openDesk, post as send, signInAs } from './desk.ts'

const agreed = { kind: 'partner', agreement: 'Toiminnanjohtaja sähköpostilla', agreed: '', mark: '' } as const
const plain = (kind: AccountForm['kind']): AccountForm => ({ kind, agreement: '', agreed: '', mark: '' })
const consent = {
  scope: { wall: true, digest: true, print: false, channels: false },
  evidence: { kind: 'link' as const, ref: 'https://example.social/@aino/2' },
  askedHow: 'Kommentti',
  child: 'no' as const,
  crop: false,
  until: null,
  covers: 'post' as const,
}

onBothDatabases('accounts', (open) => {
  async function start() {
    const desk = openDesk(open())
    const { db } = desk.deps
    await makePlace(db)
    const place = await findPlace(db, 'kemijarvi')
    if (!place) throw new Error('no place')
    const act: Act = { place, name: 'Johanna Kivelä', person: 7, language: 'fi' }
    const publicId = async (id: number) =>
      (await db.selectFrom('account').select('public_id').where('id', '=', id).executeTakeFirstOrThrow())
        .public_id
    const set = async (account: number, form: AccountForm) =>
      setAccount(desk.deps, act, await publicId(account), form)
    const decide = (
      post: { public_id: string },
      action: 'show' | 'hide' | 'lift' | 'undo',
      version: number,
    ) => decidePost(desk.deps, act, post.public_id, { action, version })
    const states = async () => {
      const rows = await db.selectFrom('post').select(['state', 'version']).orderBy('id').execute()
      return rows.map((row) => `${row.state} ${row.version}`)
    }
    /** What the wall answers: how each post is shown. */
    const wall = async () => {
      const answer = await desk.app.request('/api/v1/walls/kemijarvi/etusivu')
      const { lead, posts } = (await answer.json()) as Record<string, { id: string; shown: string }[]>
      return Object.fromEntries([...(lead ?? []), ...(posts ?? [])].map((one) => [one.id, one.shown]))
    }
    return { desk, db, act, set, decide, states, wall, publicId }
  }

  it('an agreement shows at once what nobody has decided, and nothing else', async () => {
    const { desk, db, set, decide, states, wall } = await start()
    const account = await makeAccount(db, { kind: 'partner' })
    const fresh = await makePost(db, { account_id: account })
    const hidden = await makePost(db, { account_id: account })
    await decide(hidden, 'hide', 1)
    await makePost(db, { account_id: account, gone_at: NOW })
    await makePost(db, { account_id: await makeAccount(db) })
    expect(await wall()).toEqual({})
    await set(account, agreed)
    expect(await states()).toEqual(['shown 2', 'hidden 2', 'new 1', 'new 1'])
    expect(await wall()).toEqual({ [fresh.public_id]: 'whole' })
    expect(desk.sent).toContainEqual({ name: 'pictures', payload: { place: 'kemijarvi' } })
  })

  it.each(['own', 'staff'] as const)(
    '%s needs no agreement, a partner without one is a resident',
    async (kind) => {
      const { db, set, states } = await start()
      const account = await makeAccount(db)
      await makePost(db, { account_id: account })
      await set(account, plain('partner'))
      expect(await states()).toEqual(['new 1'])
      await set(account, plain(kind))
      expect(await states()).toEqual(['shown 2'])
    },
  )

  it('without its agreement nothing of a partner stays whole: a link if a person showed it, else queued', async () => {
    const { db, set, decide, states, wall } = await start()
    const account = await makeAccount(db, { kind: 'partner', agreement: 'x' })
    const byPerson = await makePost(db, { account_id: account })
    await decide(byPerson, 'show', 1)
    const byItself = await makePost(db, { account_id: account, state: 'shown' })
    expect(await wall()).toEqual({ [byPerson.public_id]: 'whole', [byItself.public_id]: 'whole' })
    await set(account, plain('partner'))
    expect(await wall()).toEqual({ [byPerson.public_id]: 'link' })
    expect(await states()).toEqual(['shown 2', 'new 2'])
    await set(account, plain('resident'))
    expect(await wall()).toEqual({ [byPerson.public_id]: 'link' })
  })

  it('ends lifts that have lost their ground, and leaves those that stand on a consent', async () => {
    const { desk, db, act, set, decide, wall } = await start()
    const account = await makeAccount(db, { kind: 'staff' })
    const [bare, allowed] = [
      await makePost(db, { account_id: account }),
      await makePost(db, { account_id: account }),
    ]
    await decide(bare, 'lift', 1)
    await decide(allowed, 'lift', 1)
    await grantConsent(desk.deps, act, allowed.public_id, consent)
    await set(account, plain('resident'))
    const running = await db.selectFrom('lift').select('post_id').where('ended_at', 'is', null).execute()
    expect(running).toEqual([{ post_id: allowed.id }])
    expect(await wall()).toEqual({ [bare.public_id]: 'link', [allowed.public_id]: 'whole' })
  })

  it('is in the record with what moved, without the words of the agreement; the same again is nothing', async () => {
    const { db, act, set } = await start()
    const account = await makeAccount(db)
    await makePost(db, { account_id: account })
    await set(account, { ...agreed, agreed: '2026-11-20' })
    await set(account, { ...agreed, agreed: '2026-11-20' })
    const rows = await listAudit(db, 'kemijarvi', undefined, 9)
    expect(rows.map(({ actor, action, detail }) => ({ actor, action, detail }))).toEqual([
      {
        actor: act.name,
        action: 'account-set',
        detail: { from: 'resident', to: 'partner', agreement: true, posts: 1 },
      },
    ])
    expect(await findBrokenAudit(db, 'kemijarvi')).toBeUndefined()
    const row = await db.selectFrom('account').selectAll().where('id', '=', account).executeTakeFirstOrThrow()
    expect([row.agreement, row.agreed_at]).toEqual([agreed.agreement, new Date('2026-11-19T22:00:00Z')])
  })

  it('an account of another place is not found', async () => {
    const { desk, db, act, publicId } = await start()
    await makePlace(db, 'posio')
    const foreign = await publicId(await makeAccount(db, { place: 'posio' }))
    await expect(setAccount(desk.deps, act, foreign, plain('own'))).rejects.toMatchObject({ status: 404 })
  })

  it('one named by hand is met by its handle, once, and its first post follows what was said of it', async () => {
    const { desk, db, act, states } = await start()
    const named: NewAccountForm = {
      ...agreed,
      channel: 'mastodon',
      handle: '@Yritys@example.social',
      name: 'Yritys',
    }
    const id = await nameAccount(desk.deps, act, named)
    const again = nameAccount(desk.deps, act, { ...named, handle: 'yritys@EXAMPLE.social' })
    await expect(again).rejects.toMatchObject({ code: 'account-taken', status: 409 })
    const found: FoundPost = {
      ...{ externalId: 'https://example.social/1', url: 'https://example.social/@yritys/1', title: null },
      ...{
        body: { text: 'Avasimme ovet. #kemijärvi' },
        lang: 'fi',
        publishedAt: NOW,
        editedAt: null,
        tags: [],
      },
      ...{ sensitive: null, public: true, media: [], card: null, quote: null },
      counts: { likes: null, comments: null, shares: null, views: null },
      author: {
        id: 'https://example.social/users/1',
        name: 'Y',
        handle: '@yritys@example.social',
        url: null,
      },
    }
    const source = { id: 'tuutit', title: null, url: null }
    const post = takeIn(found, { channel: 'mastodon', source, now: NOW, detect: () => null })
    const visit = { place: 'kemijarvi', channel: 'mastodon', source: 'tuutit', kind: 'resident' } as const
    await saveArrivals(db, { ...visit, sample: false, at: NOW, posts: [post], gone: [] })
    expect(await states()).toEqual(['shown 1'])
    const rows = await db.selectFrom('account').select(['public_id', 'kind', 'name']).execute()
    expect(rows).toEqual([{ public_id: id, kind: 'partner', name: 'Yritys' }])
  })

  it('the page searches, filters, turns, and keeps the way back', async () => {
    const { desk, db, publicId } = await start()
    const me = await signInAs(desk, 'editor')
    const busy = await makeAccount(db, { name: 'Kylätalo', kind: 'partner' })
    for (const _ of [1, 2]) await makePost(db, { account_id: busy })
    for (let n = 0; n < 30; n++) await makeAccount(db, { name: `Asukas ${n}` })
    const page = async (query: string) => (await get(desk, `/desk/kemijarvi/accounts${query}`, me)).text()
    const first = await page('')
    expect(first.indexOf('Kylätalo')).toBeLessThan(first.indexOf('Asukas 0'))
    expect(first).toMatch(/2 julkaisua.*Sopimus puuttuu\./)
    expect(first).toContain('/accounts?page=2')
    expect(await page('?page=2')).toContain('Asukas 29')
    expect(await page('?kind=partner')).not.toContain('Asukas 0')
    expect(await page('?text=asukas+12')).toContain('<b>Asukas 12</b>')
    expect(await page('?text=%25')).toContain('Tällaista tiliä ei ole.')
    const id = await publicId(busy)
    const back = '/desk/kemijarvi/accounts?kind=partner'
    const path = `/desk/kemijarvi/accounts/${id}`
    const fields = { kind: 'partner', agreement: 'Puheenjohtaja puhelimessa', agreed: '2026-11-20', back }
    const answer = await send(desk, path, me, fields)
    expect(answer.headers.get('location')).toBe(`${back}&saved=1#${id}`)
    expect(await page('?kind=partner')).toContain('Sopimus: Puheenjohtaja puhelimessa, 20.11.2026')
    const late = await send(desk, path, me, { ...fields, agreed: '2026-11-26' })
    expect([late.status, await late.text()]).toEqual([400, expect.stringContaining('tänään tai aiemmin')])
  })

  it('the page names an account by hand, and tells what is wrong with a handle without losing the rest', async () => {
    const { desk, db } = await start()
    const me = await signInAs(desk, 'editor')
    const fields = {
      channel: 'mastodon',
      handle: '@kylatalo',
      name: 'Kylätalo',
      kind: 'partner',
      agreement: 'x',
    }
    const add = (more = {}) => send(desk, '/desk/kemijarvi/accounts', me, { ...fields, ...more })
    const bare = await (await add()).text()
    expect(bare).toContain('Tunnuksesta puuttuu palvelin')
    expect(bare).toContain('value="@kylatalo"')
    expect(await (await add({ handle: 'https://x.com/kylatalo' })).text()).toContain('Kirjoita pelkkä tunnus')
    expect((await add({ channel: 'feed' })).status).toBe(400)
    expect(await db.selectFrom('account').select('id').execute()).toEqual([])
    expect((await add({ handle: '@kylatalo@example.social' })).status).toBe(303)
    expect((await add({ handle: '@kylatalo@example.social' })).status).toBe(409)
  })

  it('the card’s word for whose it is leads an editor to the account, and a curator nowhere', async () => {
    const { desk, db, publicId } = await start()
    const account = await makeAccount(db)
    await makePost(db, { account_id: account })
    const link = `/desk/kemijarvi/accounts?account=${await publicId(account)}`
    const inbox = async (role: 'editor' | 'curator') =>
      (await get(desk, '/desk/kemijarvi/inbox', await signInAs(desk, role))).text()
    expect(await inbox('editor')).toContain(link)
    expect(await inbox('curator')).not.toContain('/accounts')
    const page = await (await get(desk, link, await signInAs(desk, 'editor'))).text()
    expect(page).toMatch(/<details class="fold" id="a_\w+" open/)
  })

  it('a partner’s mark stands on the wall, and its page tells its history and its posts', async () => {
    const { desk, db, set, publicId } = await start()
    const account = await makeAccount(db)
    await makePost(db, { account_id: account, text: 'Ladut auki' })
    await set(account, { ...agreed, mark: 'Kemijärvi-lähettiläs' })
    const answer = await desk.app.request('/api/v1/walls/kemijarvi/etusivu')
    const { posts } = (await answer.json()) as { posts: { author: { mark: string } }[] }
    expect(posts.map((one) => one.author.mark)).toEqual(['Kemijärvi-lähettiläs'])
    expect(await (await desk.app.request('/walls/kemijarvi/etusivu')).text()).toContain(
      'Kemijärvi-lähettiläs',
    )
    const editor = await signInAs(desk, 'editor')
    const html = await (
      await get(desk, `/desk/kemijarvi/accounts?account=${await publicId(account)}`, editor)
    ).text()
    expect(html).toContain('Asukas → Kumppani')
    expect(html).toContain('Johanna Kivelä, 25.11.2026, sopimus kirjattu')
    expect(html).toContain('Julkaisut: näkyvissä 1.')
    expect(html).toContain('Ladut auki')
  })
})
