// A question handed to a service area: one mail with a link, an answer without a login, and words where no mail goes.
import { expect, it } from 'vitest'
import { saveTopics } from '../../db/topics.ts'
import { onBothDatabases } from '../db.ts'
import { makeAccount, makePlace, makePost, NOW } from '../makers.ts'
import { get, openDesk, post, signInAs } from './desk.ts'

const MAIL = { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'seina@kunta.example' }

onBothDatabases('a question handed to a service area', (open) => {
  async function start(settings: Record<string, string> = MAIL) {
    const desk = openDesk(open(), settings)
    const { db } = desk.deps
    await makePlace(db)
    await saveTopics(db, 'kemijarvi', 'area', [
      { id: 'sivistys', label: { fi: 'Sivistyspalvelut' }, email: 'sivistys@kunta.example' },
      { id: 'tekninen', label: { fi: 'Tekniset palvelut' } },
    ])
    const me = await signInAs(desk, 'curator')
    const account_id = await makeAccount(db, { name: 'Hilla Marjamaa' })
    const { public_id } = await makePost(db, { account_id, text: 'Salaisia sanoja', url: 'https://x/1' })
    const hand = (area: string) =>
      post(desk, `/desk/kemijarvi/posts/${public_id}/handovers`, me, { area, words: 'Milloin kerho alkaa?' })
    const mails = () => db.selectFrom('mail').selectAll().execute()
    const handover = () => db.selectFrom('handover').selectAll().executeTakeFirstOrThrow()
    return { desk, db, me, hand, mails, handover, public_id }
  }

  it('is mailed once, in the language of the place, with what is asked and nobody’s name or words', async () => {
    const { hand, mails } = await start()
    expect((await hand('sivistys')).headers.get('location')).toContain('saved=handed')
    expect((await hand('sivistys')).status).toBe(409)
    const [mail, ...more] = await mails()
    expect(more).toEqual([])
    expect(mail).toMatchObject({ recipient: 'sivistys@kunta.example', language: 'fi', state: 'waiting' })
    for (const words of ['Sivistyspalvelut', 'Milloin kerho alkaa?', 'https://x/1', '/vastaus/h_'])
      expect(mail?.text).toContain(words)
    expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/Hilla|Salaisia/)
  })

  it('is answered by the link, once, and the desk reads who answered; another link opens nothing', async () => {
    const { desk, hand, mails, handover, public_id } = await start()
    await hand('sivistys')
    const path = /\/vastaus\/\S+/.exec((await mails())[0]?.text ?? '')?.[0] ?? ''
    const page = await get(desk, path)
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Milloin kerho alkaa?')])
    expect((await post(desk, path, undefined, { words: ' ' })).status).toBe(400)
    const answered = await post(desk, path, undefined, { words: 'Tiistaina.' })
    expect(await answered.text()).toContain('Kiitos, vastaus on kirjattu')
    expect(await handover()).toMatchObject({
      ...{ state: 'answered', answer: 'Tiistaina.', settled_by: 'Sivistyspalvelut' },
    })
    expect((await post(desk, path, undefined, { words: 'Keskiviikkona.' })).status).toBe(409)
    expect((await handover()).answer).toBe('Tiistaina.')
    expect((await get(desk, `${path.slice(0, -2)}xx`)).status).toBe(404)
    expect((await get(desk, `/vastaus/${public_id.replace('p_', 'h_')}.x`)).status).toBe(404)
  })

  it('that somebody else has answered is news for a week, on the front page and under what waits', async () => {
    const { desk, me, hand, mails, public_id } = await start()
    await hand('sivistys')
    const front = async (login = me) => (await get(desk, '/desk/kemijarvi', login)).text()
    const queue = async () => (await get(desk, '/desk/kemijarvi/inbox?answer=1', me)).text()
    expect([await front(), await queue()].join()).not.toContain('viikon a')
    const path = /\/vastaus\/\S+/.exec((await mails())[0]?.text ?? '')?.[0] ?? ''
    await post(desk, path, undefined, { words: 'Tiistaina.' })
    expect(await front()).toContain('vastaus viikon ajalta')
    const told = await queue()
    for (const words of [
      'Vastattu viikon aikana',
      '”Milloin kerho alkaa?”',
      '”Tiistaina.”',
      `posts/${public_id}`,
    ])
      expect(told).toContain(words)
    desk.now(new Date(NOW.getTime() + 8 * 86_400_000))
    const later = await signInAs(desk, 'curator')
    expect(await front(later)).not.toContain('viikon ajalta')
    desk.now(NOW)
    await desk.deps.db.updateTable('handover').set({ settled_by: 'Johanna Kivelä' }).execute()
    expect(await front()).not.toContain('viikon ajalta')
    expect(await queue()).toContain('Johanna Kivelä')
  })

  it('says at the desk when no mail goes out, and why', async () => {
    const { desk, me, hand, mails } = await start()
    const answer = await hand('tekninen')
    expect(await (await get(desk, answer.headers.get('location') ?? '', me)).text()).toContain(
      'palvelualueella ei ole osoitetta',
    )
    expect(await mails()).toEqual([])
  })

  it('says so without a mail server as well', async () => {
    const { hand, mails } = await start({})
    expect((await hand('sivistys')).headers.get('location')).toContain('saved=handed-server')
    expect(await mails()).toEqual([])
  })
})
