// Delivery of a digest: once each whatever happens, with its PDF, answered without an account, and stopped by oneself.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../db/open.ts'
import { findPlace } from '../../db/places.ts'
import { insertRecipient } from '../../db/recipients.ts'
import { saveTopics } from '../../db/topics.ts'
import { decideAction } from '../../services/digest-work.ts'
import { draftDigest, freezeDigest, writeTexts } from '../../services/digests.ts'
import { publishDigest, sendDigest } from '../../services/publish-digest.ts'
import { sendMail } from '../../workers/jobs/send-mail.ts'
import { openTestEmbedded } from '../db.ts'
import { makeWorker } from '../jobs/worker.ts'
import { makePlace } from '../makers.ts'
import { type MailServer, startMailServer } from '../sim/smtp.ts'
import { type Site, startSite } from '../wall.ts'
import { fillQuarters, TEXTS } from './quarter.ts'

const PLACE = { id: 'kemijarvi', time_zone: 'Europe/Helsinki' }
const Q = '2026-q3'
const NOW = new Date('2026-10-20T09:00:00Z')

let database: Database
let site: Site
let smtp: MailServer
beforeAll(async () => {
  database = await openTestEmbedded()
  smtp = await startMailServer()
  site = await startSite(database, { clock: () => NOW })
  await makePlace(database.db)
  await fillQuarters(database.db, 'kemijarvi', Q)
  await saveTopics(database.db, 'kemijarvi', 'area', [{ id: 'sivistys', label: { fi: 'Sivistyspalvelut' } }])
  for (const [role, email, area] of [
    ['Sivistyspalvelut', 'sivistys@kunta.example', 'sivistys'],
    ['Kunnanhallitus', 'hallitus@kunta.example', null],
  ] as const)
    await insertRecipient(database.db, {
      place: 'kemijarvi',
      role,
      email,
      area,
      language: 'fi',
      by: 'Johanna',
      at: NOW,
    })
  await draftDigest(site.deps, PLACE, Q, 'Johanna')
  await writeTexts(site.deps, PLACE, Q, TEXTS, 'Johanna')
  await freezeDigest(site.deps, PLACE, Q, 'Johanna')
  const place = await findPlace(database.db, 'kemijarvi')
  if (!place) throw new Error('the place is there')
  await decideAction(
    site.deps,
    { place, quarter: Q, by: 'Aino' },
    { what: 'Kielikahvilan ajat näkyviin.', who: 'kansalaisopisto', area: 'sivistys', due: '2026-11-30' },
  )
  await publishDigest(site.deps, PLACE, Q, 'Aino')
}, 90_000)
afterAll(async () => {
  await site?.close(1_000)
  await smtp?.stop()
  await database?.close()
})

const mails = () => database.db.selectFrom('mail').selectAll().orderBy('id').execute()
const state = async () =>
  (await database.db.selectFrom('digest').select('state').executeTakeFirstOrThrow()).state
const linkIn = (text: string, path: string) => text.match(new RegExp(`https?://\\S+${path}\\S+`))?.[0] ?? ''
const here = (link: string) => `${site.url}${new URL(link).pathname}`
const post = (link: string, form: Record<string, string>) =>
  fetch(here(link), {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })

describe('a published digest', () => {
  it('is written to every recipient once, however often it is sent', async () => {
    await sendDigest(site.deps, PLACE, Q)
    await sendDigest(site.deps, PLACE, Q)
    const written = await mails()
    expect(written.map((one) => one.recipient)).toEqual(['sivistys@kunta.example', 'hallitus@kunta.example'])
    const [first] = written
    expect(first?.subject).toBe('Kemijärvi: viestinnän neljänneskooste 3/2026')
    // An area's own actions come first, and no link of the page is left as words without an address.
    const [start = ''] = first?.text.split('JOHTOPÄÄTÖKSET') ?? []
    expect(start).toContain('Palvelualueellesi sovittu: Kielikahvilan ajat näkyviin. 30.11.2026 mennessä')
    expect(first?.text).toMatch(/\/digests\/kemijarvi\/2026-q3\/areas\/sivistys\n/)
    expect(written[1]?.text).not.toMatch(/Palvelualuee|\/areas\//)
    expect(first?.text).not.toContain('Päätetyt toimenpiteet')
    for (const part of [TEXTS.conclusion3, 'Mitä päätettiin'.toUpperCase(), '- Julkaisut: 302', '/tilaus/'])
      expect(first?.text.includes(part), part).toBe(true)
    expect(first?.html).not.toMatch(/<img|<script|<link|src=/)
  })

  it('comes with its PDF and a way to stop, and counts as delivered when every mail has gone out', async () => {
    const { env, ...rest } = makeWorker(database, { clock: () => NOW })
    const worker = { ...rest, env: { ...env, SMTP_URL: smtp.url, MAIL_FROM: 'Somewall <a@b.example>' } }
    await sendMail(worker, {}, AbortSignal.timeout(20_000))
    await sendMail(worker, {}, AbortSignal.timeout(20_000))
    expect(smtp.taken).toHaveLength(2)
    const letter = smtp.taken[0]?.raw
    expect(letter).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/)
    expect(letter).toMatch(/filename=kemijarvi-2026-q3\.pdf/)
    expect(letter).toMatch(/Content-Type: text\/html/)
    expect(await state()).toBe('delivered')
  })

  it('is answered by a personal link without an account; when all have answered it has been handled', async () => {
    const [one, other] = (await mails()).map((mail) => linkIn(mail.text, '/vastaus/'))
    const page = await fetch(here(one ?? ''))
    const html = await page.text()
    expect(html).toContain('Sivistyspalvelut')
    // The page of the area is one press away, and is there.
    const area = /href="([^"]*\/areas\/sivistys)"/.exec(html)?.[1] ?? ''
    expect(await (await fetch(`${site.url}${area}`)).text()).toContain('Kielikahvilan ajat näkyviin.')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect((await post(one ?? '', { kind: 'comment', body: '' })).status).toBe(400)
    expect((await post(one ?? '', { kind: 'action', body: 'Lisätään asunnot etusivulle.' })).status).toBe(200)
    expect(await state()).toBe('delivered')
    expect((await post(other ?? '', { kind: 'seen' })).status).toBe(200)
    expect(await state()).toBe('handled')
    expect((await fetch(`${site.url}/vastaus/arvattu`)).status).toBe(404)
  })

  it('is stopped by the link in the mail, once or twice, only when its holder says so', async () => {
    const [mail] = await mails()
    const link = mail?.unsubscribe ?? ''
    expect((await fetch(here(link))).status).toBe(200)
    const active = () =>
      database.db.selectFrom('recipient').select('role').where('stopped_at', 'is', null).execute()
    expect(await active()).toHaveLength(2)
    expect((await fetch(`${here(link)}x`)).status).toBe(404)
    // A mail program and its holder may both say so.
    for (let times = 0; times < 2; times++)
      expect((await post(link, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
    expect(await active()).toEqual([{ role: 'Kunnanhallitus' }])
  })
})
