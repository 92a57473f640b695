// The author's own page: asked without a login, answered with one press, withdrawn with another, in three languages.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeId } from '../../db/ids.ts'
import type { Database } from '../../db/open.ts'
import { emptyDatabase, openTestEmbedded } from '../db.ts'
import { makeAccount, makePlace, makePost, NOW } from '../makers.ts'
import { get, openDesk, post, signInAs, type TestDesk } from './desk.ts'

describe('/lupa', () => {
  let database: Database
  let desk: TestDesk
  beforeAll(async () => {
    database = await openTestEmbedded()
    desk = openDesk(database)
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await emptyDatabase(database)
    desk.now(NOW)
    await makePlace(database.db)
  })

  /** Asks at the desk, as a person does, and reads the author's address from the page with the texts. */
  async function ask(more: { picture?: boolean } = {}) {
    const { id, public_id } = await makePost(database.db, { account_id: await makeAccount(database.db) })
    if (more.picture) {
      const media = { public_id: makeId('m'), post_id: id, place_id: 'kemijarvi', position: 0 } as const
      await database.db
        .insertInto('media')
        .values({ ...media, kind: 'image', source_url: 'https://x/1.jpg' })
        .execute()
    }
    const me = await signInAs(desk, 'curator')
    const asked = await post(desk, `/desk/kemijarvi/posts/${public_id}/consents/ask`, me, {})
    const page = await (await get(desk, asked.headers.get('location') ?? '', me)).text()
    const [, path = ''] = /(\/lupa\/[\w.-]+)\?lang=fi/.exec(page) ?? []
    return { path, post: public_id, me, page }
  }
  const read = async (path: string) => (await get(desk, path)).text()
  const yes = { answer: 'grant', name: 'Aino Esimerkki', mine: '1' }

  it('has its texts in three languages at the desk, and its address in the private one only', async () => {
    const { page, path } = await ask()
    expect(path).toMatch(/^\/lupa\/c_[a-z2-7]{12}\.[\w-]{43}$/)
    for (const words of ['vastaa #saanäyttää', 'svara #fårvisas', 'answer #youmayshow'])
      expect(page).toContain(words)
    const comment = page.slice(page.indexOf('ask-comment'), page.indexOf('id="ask-message"'))
    expect(comment).not.toContain('/lupa/')
    expect(comment).toContain('/tietosuoja/kemijarvi')
  })

  it('shows the post, takes a yes with everything it needs, and then the way back', async () => {
    const { path } = await ask({ picture: true })
    const first = await get(desk, `${path}?lang=fi`)
    expect(first.headers.get('cache-control')).toBe('no-store')
    expect(first.headers.get('referrer-policy')).toBe('same-origin')
    const page = await first.text()
    expect(page).toContain('Lumi tuli tänään')
    expect(page).toContain('noindex')
    expect(page).not.toContain('<script')
    const missing = await post(desk, `${path}?lang=fi`, undefined, { ...yes, digest: '1' })
    expect(missing.status).toBe(400)
    const again = await missing.text()
    expect(again).toContain('Jotakin puuttuu')
    expect(again).toContain('value="Aino Esimerkki"')
    const done = await post(desk, `${path}?lang=fi`, undefined, {
      ...yes,
      digest: '1',
      child: 'no',
      until: 'year',
    })
    expect(done.status).toBe(303)
    const after = await read(`${path}?lang=fi`)
    expect(after).toContain('Olet antanut luvan')
    expect(after).toContain('25.11.2027')
    const kept = await database.db.selectFrom('consent').selectAll().executeTakeFirstOrThrow()
    expect(kept).toMatchObject({
      ...{ state: 'granted', evidence_kind: 'form', evidence_ref: '/lupa, Aino Esimerkki', child: 'no' },
      ...{ scope: { wall: true, digest: true, channels: false, print: false }, until: '2027-11-25' },
    })
    expect((await post(desk, path, undefined, { answer: 'withdraw' })).status).toBe(303)
    expect(await read(`${path}?lang=sv`)).toContain('Tillståndet är återkallat')
    expect((await post(desk, path, undefined, { ...yes, child: 'no' })).status).toBe(409)
  })

  it('takes a no, and a yes after it', async () => {
    const { path } = await ask()
    await post(desk, path, undefined, { answer: 'refuse' })
    const page = await read(`${path}?lang=en`)
    expect(page).toContain('You did not agree')
    expect(page).not.toContain('value="refuse"')
    expect((await post(desk, path, undefined, yes)).status).toBe(303)
    expect(await read(`${path}?lang=en`)).toContain('You have agreed')
  })

  it('says when it has ended, and when a child keeps it closed', async () => {
    const { path } = await ask({ picture: true })
    await post(desk, path, undefined, { ...yes, child: 'recognisable' })
    expect(await read(`${path}?lang=fi`)).toContain('ennen kuin huoltajat ovat antaneet luvan')
    desk.now(new Date('2027-12-01T10:00:00Z'))
    expect(await read(`${path}?lang=fi`)).toContain('Lupa on päättynyt')
  })

  it('opens for nobody without its whole address', async () => {
    const { path } = await ask()
    for (const wrong of [path.slice(0, -1), path.split('.')[0], `${path}x`, '/lupa/x', '/lupa/%00'])
      expect((await get(desk, wrong ?? '')).status, wrong).toBe(404)
    const sent = await post(desk, `${path}x`, undefined, { answer: 'refuse' })
    expect(sent.status).toBe(404)
    const odd = await post(desk, path, undefined, { answer: 'steal' })
    expect(odd.status).toBe(400)
  })
})
