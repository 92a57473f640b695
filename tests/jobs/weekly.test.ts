// The weekly mail: once a week to whoever asked for it, in their language, without anybody's name, until they stop it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../db/open.ts'
import { momentAt } from '../../services/domain/quarter.ts'
import { remind } from '../../workers/jobs/remind.ts'
import { openTestEmbedded } from '../db.ts'
import { get, type Login, openDesk, post, signInAs, type TestDesk } from '../desk/desk.ts'
import { makeAccount, makePlace, makePost } from '../makers.ts'

const SMTP = { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'Kello <kello@kunta.example>' }
/** Minutes after the midnight of a day in Helsinki. */
const at = (day: string, minutes = 9 * 60) => momentAt(day, minutes, 'Europe/Helsinki')

describe('the weekly mail', () => {
  let database: Database
  let desk: TestDesk
  beforeAll(async () => {
    database = await openTestEmbedded()
    await makePlace(database.db)
    desk = openDesk(database, SMTP)
    desk.now(at('2026-11-25'))
    const author = await makeAccount(database.db, { name: 'Salainen Asukas' })
    await makePost(database.db, { account_id: author, title: 'Salainen otsikko' })
    await post(desk, '/desk/kemijarvi/clock/usual', await signInAs(desk, 'editor'), {})
  })
  afterAll(() => database.close())

  const mails = async (now: Date) => {
    desk.now(now)
    await Promise.all([1, 2].map(() => remind(desk.deps as never, { place: 'kemijarvi' })))
    const rows = await database.db.selectFrom('mail').selectAll().where('cause', 'like', 'weekly %').execute()
    return rows.toSorted((a, b) => a.id - b.id)
  }
  const want = (login: Login, choice: string) => post(desk, '/desk/kemijarvi/weekly', login, { want: choice })

  it('comes on Mondays from eight on, once, with what its reader may do', async () => {
    const curator = await signInAs(desk, 'curator')
    const reader = await signInAs(desk, 'reader')
    await database.db.updateTable('person').set({ language: 'sv' }).where('id', '=', reader.person).execute()
    for (const one of [curator, reader]) expect((await want(one, 'yes')).status).toBe(303)
    expect(await (await get(desk, '/desk/kemijarvi', curator)).text()).toContain('Lopeta viikkoposti')
    expect(await mails(at('2026-11-25', 12 * 60))).toEqual([])
    expect(await mails(at('2026-11-30', 7 * 60 + 59))).toEqual([])
    const two = await mails(at('2026-11-30', 8 * 60))
    expect(await mails(at('2026-12-01', 8 * 60))).toHaveLength(2)
    const [finnish, swedish] = ['fi', 'sv'].map((one) => two.find(({ language }) => language === one))
    expect(finnish?.subject).toBe('Kemijärvi: viestinnän viikko 49')
    expect(finnish?.text).toContain('1 uusi julkaisu')
    expect(finnish?.text).toContain('Ajankohtaista henkilöstölle: ma 30.11.2026, tänään')
    expect(finnish?.text).toContain('Viikon nosto odottaa sinua.')
    expect(swedish?.subject).toBe('Kemijärvi: kommunikationens vecka 49')
    expect(swedish?.text).not.toContain('uusi julkaisu')
    for (const one of two) expect(one.text).not.toContain('Salainen')
    expect(await mails(at('2026-12-07'))).toHaveLength(4)
  })

  it('is stopped by its own link without signing in, and by nothing else', async () => {
    const before = await mails(at('2026-12-07'))
    const link = new URL(before.at(-1)?.unsubscribe ?? '').pathname
    expect((await desk.app.request(`${link}x`, { method: 'POST' })).status).toBe(404)
    const page = await desk.app.request(`${link}?lang=fi`)
    expect(await page.text()).toContain('Saat viikkopostin työpöydältä (Kemijärvi).')
    // As a mail program does it (RFC 8058).
    expect((await desk.app.request(link, { method: 'POST' })).status).toBe(200)
    expect(await mails(at('2026-12-14'))).toHaveLength(before.length + 1)
  })

  it('is not made up for after Tuesday, and does not follow somebody who has left', async () => {
    const before = (await mails(at('2026-12-14'))).length
    expect(await mails(at('2026-12-23'))).toHaveLength(before)
    const admin = await signInAs(desk, 'admin')
    const [left] = await database.db
      .selectFrom('weekly_mail')
      .select('person_id')
      .where('stopped_at', 'is', null)
      .execute()
    await post(desk, `/desk/kemijarvi/people/${left?.person_id}/end`, admin, {})
    expect(await mails(at('2026-12-28'))).toHaveLength(before)
  })
})
