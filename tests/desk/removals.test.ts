// Requests for removal against misuse: what stays for a person, how many hide by themselves, and the way back.
import { describe, expect, it } from 'vitest'
import { formatNumber } from '../../config/i18n.ts'
import { askRemoval } from '../../services/removals.ts'
import { onBothDatabases } from '../db.ts'
import { makeAccount, makePerson, makePlace, makePost, NOW } from '../makers.ts'
import { get, openDesk, post, signInAs } from './desk.ts'

const hours = (n: number) => new Date(NOW.getTime() + n * 3_600_000)

onBothDatabases('a request for removal', (open) => {
  async function start(settings: Record<string, string> = {}) {
    const desk = openDesk(open(), settings)
    const { db } = desk.deps
    await makePlace(db)
    let n = 0
    const shown = async (more: Parameters<typeof makePost>[1] = {}) => {
      const url = `https://example.social/@a/${++n}`
      await makePost(db, { state: 'shown', url, canonical_url: url, ...more })
      return url
    }
    const ask = (address: string, sender = `192.0.2.${++n}`) =>
      askRemoval(
        desk.deps,
        { place: 'kemijarvi', address, everything: false, reason: 'oma', contact: null },
        sender,
      )
    const states = async () =>
      (await db.selectFrom('post').select('state').orderBy('id').execute()).map((one) => one.state)
    const rows = () => db.selectFrom('removal').selectAll().orderBy('id').execute()
    const editor = await signInAs(desk, 'editor')
    const send = (path: string, fields: Record<string, string>) =>
      post(desk, `/desk/kemijarvi/removals${path}`, editor, fields)
    const page = async () => (await get(desk, '/desk/kemijarvi/removals', editor)).text()
    return { desk, db, shown, ask, states, rows, send, page }
  }

  it('leaves posts of our own, of staff and of a partner with an agreement, and tells the editor', async () => {
    const { db, shown, ask, states, rows, page } = await start()
    for (const [kind, agreement] of [
      ['own', ''],
      ['staff', ''],
      ['partner', 'sovittu 2026'],
      ['partner', ''],
      ['resident', ''],
    ] as const) {
      const account_id = await makeAccount(db, { kind, ...(agreement && { agreement }) })
      const { found } = await ask(await shown({ account_id }))
      const stays = kind === 'own' || kind === 'staff' || agreement !== ''
      expect([kind, agreement, found]).toEqual([kind, agreement, stays ? 'waits' : 'hidden'])
    }
    expect(await states()).toEqual(['shown', 'shown', 'shown', 'hidden', 'hidden'])
    expect((await rows()).map((one) => one.kept)).toEqual(['ours', 'ours', 'ours', null, null])
    expect(await page()).toContain('kunnan, henkilöstön tai kumppanin')
  })

  it('takes the post off the walls of every place, each of which answers for itself', async () => {
    const { db, shown, ask, states, rows } = await start()
    await makePlace(db, 'posio')
    const url = await shown()
    await shown({ place_id: 'posio', url, canonical_url: url })
    expect((await ask(url)).found).toBe('hidden')
    expect(await states()).toEqual(['hidden', 'hidden'])
    expect((await rows()).map((one) => one.place_id)).toEqual(['kemijarvi', 'posio'])
  })

  it('hides five an hour of one sender and twenty a day at a place; the rest waits for a person', async () => {
    const { desk, shown, ask } = await start()
    const found = async (sender?: string) => (await ask(await shown(), sender)).found
    for (let n = 0; n < 5; n++) expect(await found('198.51.100.7')).toBe('hidden')
    expect(await found('198.51.100.7')).toBe('waits')
    for (let n = 0; n < 15; n++) expect(await found()).toBe('hidden')
    expect(await found()).toBe('waits')
    desk.now(hours(2))
    expect(await found('198.51.100.7')).toBe('waits')
    desk.now(hours(25))
    expect(await found('198.51.100.7')).toBe('hidden')
  })

  it('of many at once for one post is taken from each, and the post goes once', async () => {
    const { db, shown, ask, rows } = await start()
    const url = await shown()
    const all = await Promise.all(['', '/', '?igsh=1', '#ylos', '/index.html'].map((end) => ask(url + end)))
    expect(all.map((one) => one.found)).toEqual(Array(5).fill('hidden'))
    expect(await rows()).toHaveLength(5)
    expect(await db.selectFrom('decision').select('action').execute()).toEqual([{ action: 'hide' }])
  })

  it('of a hundred senders at once hides twenty, and counts exactly', async () => {
    const { shown, ask, states, rows } = await start()
    const urls: string[] = []
    for (let n = 0; n < 40; n++) urls.push(await shown())
    const all = Promise.all(urls.map((url) => ask(url)))
    // Everybody else must reach the database meanwhile: the crowd stands in line without its connections.
    await expect.poll(async () => (await rows()).length).toBeGreaterThan(0)
    expect(open().pool?.waitingCount ?? 0).toBe(0)
    await all
    expect((await states()).filter((one) => one === 'hidden')).toHaveLength(20)
  })

  it('is put back by one press, one by one or all at once, and does not hide the same post again', async () => {
    const { shown, ask, states, rows, send, page } = await start()
    const urls = [await shown(), await shown(), await shown()]
    for (const url of urls) await ask(url)
    const [first] = await rows()
    expect((await send(`/${first?.public_id}`, { action: 'restore' })).status).toBe(303)
    expect(await states()).toEqual(['shown', 'hidden', 'hidden'])
    expect(await page()).toContain('Palauta kaikki automaattisesti piilotetut')
    expect((await send('', { action: 'restore' })).status).toBe(303)
    expect(await states()).toEqual(['shown', 'shown', 'shown'])
    expect((await rows()).map((one) => one.state)).toEqual(['open', 'open', 'open'])
    expect((await ask(urls[0] as string)).found).toBe('waits')
    expect((await send(`/${first?.public_id}`, { action: 'restore' })).status).toBe(409)
  })

  it('is not put back over what somebody has decided since', async () => {
    const { db, shown, ask, rows, send, states } = await start()
    await ask(await shown())
    const editor = {
      place_id: 'kemijarvi',
      person_id: null,
      actor: 'Aino',
      wall_id: null,
      reason: null,
      note: null,
    }
    const [row] = await rows()
    await db
      .insertInto('decision')
      .values({
        ...editor,
        ...{ post_id: row?.post_id as number, action: 'stash', from_state: 'hidden', to_state: 'stashed' },
        ...{ version: 99, undoes: null, at: NOW },
      })
      .execute()
    expect((await send(`/${row?.public_id}`, { action: 'restore' })).status).toBe(409)
    expect(await states()).toEqual(['hidden'])
  })

  it('is mailed to editors once a day of each kind, without who asked or what', async () => {
    const { db, shown, ask } = await start({ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@example.org' })
    await makePerson(db, { email: 'editor@example.org', role: 'editor', password: 'x' })
    await makePerson(db, { email: 'writer@example.org', role: 'writer', password: 'x' })
    const own = await makeAccount(db, { kind: 'own' })
    for (let n = 0; n < 3; n++) await ask(await shown(), '198.51.100.7')
    await ask(await shown({ account_id: own }))
    const mails = await db.selectFrom('mail').selectAll().orderBy('id').execute()
    expect(mails.map((one) => [one.recipient, one.cause])).toEqual([
      ['editor@example.org', 'removal kemijarvi asked 2026-11-25'],
      ['editor@example.org', 'removal kemijarvi kept 2026-11-25'],
    ])
    expect(JSON.stringify(mails)).not.toContain('example.social')
  })
})

describe('a flood of requests', () => {
  const many = process.env.LONG ? 10_000 : 60
  onBothDatabases(`of ${many}`, (open) => {
    it('hides twenty, keeps every request, and the page still shows the oldest', async () => {
      const desk = openDesk(open())
      await makePlace(desk.deps.db)
      for (let n = 0; n < many; n++) {
        const address = `https://example.social/@a/${n}`
        if (n < 40) await makePost(desk.deps.db, { state: 'shown', url: address, canonical_url: address })
        const asked = { place: 'kemijarvi', address, everything: false, reason: `syy ${n}`, contact: null }
        await askRemoval(desk.deps, asked, `sender ${n}`)
      }
      const editor = await signInAs(desk, 'editor')
      const from = performance.now()
      const html = await (await get(desk, '/desk/kemijarvi/removals', editor)).text()
      expect(performance.now() - from).toBeLessThan(2_000)
      expect(html).toContain(`${formatNumber('fi', many)} poistopyyntöä odottaa vastausta`)
      expect(html.match(/<article/g)).toHaveLength(50)
      const hidden = await desk.deps.db
        .selectFrom('post')
        .select('id')
        .where('state', '=', 'hidden')
        .execute()
      expect(hidden).toHaveLength(20)
    }, 900_000)
  })
})
