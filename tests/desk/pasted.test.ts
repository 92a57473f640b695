// A link pasted at the desk: proposed, corrected, saved once, waiting like any other post with its rights.
import { expect, it } from 'vitest'
import { buryPost } from '../../db/tombstones.ts'
import type { LinkFacts } from '../../services/domain/platforms.ts'
import { onBothDatabases } from '../db.ts'
import { makePlace, NOW } from '../makers.ts'
import { get, openDesk, post as sendForm, signInAs } from './desk.ts'

const link = 'https://www.koti-lappi.example/juttu?utm_source=x'
const facts: LinkFacts = {
  url: 'https://www.koti-lappi.example/juttu',
  author: 'Aino "A" Esimerkki',
  text: 'Tori <b>aukeaa</b>',
  tags: ['tori'],
  publishedAt: new Date('2026-11-03T12:30:00Z'),
  picture: { url: 'https://www.koti-lappi.example/tori.jpg', alt: null },
}
const filled = {
  step: 'save',
  link,
  author: '@aino',
  text: 'Tori aukeaa. #kemijärvi',
  hashtags: '#tori',
  day: '2026-11-03',
  time: '14:30',
  picture: 'https://www.koti-lappi.example/tori.jpg',
  alt: 'Torikojuja',
}

onBothDatabases('a pasted link', (open) => {
  async function start() {
    const desk = openDesk(open())
    const { db } = desk.deps
    await makePlace(db)
    const me = await signInAs(desk, 'curator')
    const send = (fields: Record<string, string>) => sendForm(desk, '/desk/kemijarvi/link', me, fields)
    const posts = () => db.selectFrom('post').selectAll().orderBy('id').execute()
    return { desk, db, me, send, posts }
  }

  it('shows what was read in a form, in the time of the place and as text', async () => {
    const { desk, send } = await start()
    desk.deps.readLink = async () => facts
    const page = await (await send({ link })).text()
    expect(page).toContain('value="Aino &quot;A&quot; Esimerkki"')
    expect(page).toContain('Tori &lt;b&gt;aukeaa&lt;/b&gt;')
    for (const value of ['#tori', '2026-11-03', '14:30']) expect(page).toContain(`value="${value}"`)
  })

  it('gives an empty form with the link where nothing could be read', async () => {
    const { send } = await start()
    const page = await (await send({ link })).text()
    expect(page).toContain('Linkistä ei voinut lukea mitään.')
    expect(page).toContain(`name="link" value="${link}"`)
  })

  it('becomes a post that waits, known by its address, with its author, mark and picture to be asked for', async () => {
    const { send, posts, db, desk, me } = await start()
    const answer = await send(filled)
    const [saved] = await posts()
    expect(answer.headers.get('location')).toBe(`/desk/kemijarvi/posts/${saved?.public_id}?saved=1`)
    expect(saved).toMatchObject({
      channel: 'pasted',
      external_id: 'https://koti-lappi.example/juttu',
      state: 'new',
      published_at: facts.publishedAt,
      remarks: [{ code: 'by-hand' }],
    })
    const account = await db.selectFrom('account').selectAll().executeTakeFirstOrThrow()
    expect(account).toMatchObject({
      external_id: 'koti-lappi.example @aino',
      handle: '@aino',
      kind: 'resident',
    })
    expect(desk.sent).toContainEqual({ name: 'pictures', payload: { place: 'kemijarvi' } })
    expect(await (await get(desk, answer.headers.get('location') as string, me)).text()).toContain(
      'tuonut tämän käsin',
    )
  })

  it('given twice leads to the same post, and to a removed one never again', async () => {
    const { send, posts, db } = await start()
    await send(filled)
    const [saved] = await posts()
    expect((await send({ link: 'https://koti-lappi.example/juttu/' })).headers.get('location')).toBe(
      `/desk/kemijarvi/posts/${saved?.public_id}`,
    )
    expect((await send({ ...filled, text: 'Toinen' })).headers.get('location')).toContain(saved?.public_id)
    expect(await posts()).toHaveLength(1)
    await db.transaction().execute((trx) =>
      buryPost(trx, 'kemijarvi', saved?.public_id as string, {
        by: 'J',
        reason: 'removal-request',
        at: NOW,
        everything: false,
      }),
    )
    const again = await send(filled)
    expect([again.status, await again.text()]).toEqual([
      409,
      expect.stringContaining('Sen poistamista on pyydetty'),
    ])
  })

  it('of X shows as a link only, whatever is allowed, for that is what X allows', async () => {
    const { send, posts, desk, db } = await start()
    await send({ ...filled, link: 'https://x.com/kemijarvi/status/1', picture: '' })
    const [saved] = await posts()
    expect(saved?.channel).toBe('x')
    await db.updateTable('account').set({ kind: 'own' }).execute()
    await db.updateTable('post').set({ state: 'shown' }).execute()
    const wall = await (await desk.app.request('/api/v1/walls/kemijarvi/etusivu')).json()
    expect(wall).toMatchObject({ posts: [{ shown: 'link' }] })
  })

  it.each([
    ['no address', { link: 'javascript:alert(1)' }],
    ['a front page', { link: 'https://koti-lappi.example/' }],
    ['no author', { ...filled, author: ' ' }],
    ['a day to come', { ...filled, day: '2026-12-24' }],
    ['a picture that is no address', { ...filled, picture: 'file:///etc/passwd' }],
  ])('is refused with %s, and what was typed stays', async (_, fields) => {
    const { send, posts } = await start()
    const answer = await send(fields as Record<string, string>)
    expect([answer.status, await posts()]).toEqual([400, []])
    if ('text' in fields) expect(await answer.text()).toContain('Tori aukeaa. #kemijärvi')
  })

  it('of today without a time is of now, not of a noon to come', async () => {
    const { desk, send, posts } = await start()
    desk.now(new Date('2026-11-25T06:00:00Z'))
    await send({ ...filled, day: '2026-11-25', time: '' })
    expect((await posts())[0]?.published_at).toEqual(new Date('2026-11-25T06:00:00Z'))
  })
})
