// People are told of their sources by mail: in time, once, in their language, and in words that help.
import { expect, it } from 'vitest'
import { formatDate } from '../../config/i18n.ts'
import type { Language } from '../../config/place.ts'
import { noteExpiry, saveCredential } from '../../db/credentials.ts'
import { json } from '../../db/open.ts'
import type { Role } from '../../db/schema.ts'
import { momentAt } from '../../services/domain/quarter.ts'
import { channels } from '../../workers/channels/index.ts'
import { warn } from '../../workers/jobs/warn.ts'
import { onBothDatabases } from '../db.ts'
import { makePerson, makePlace, makePost, NOW } from '../makers.ts'
import { makeWorker } from './worker.ts'

const PLACE = 'kemijarvi'
const ZONE = 'Europe/Helsinki'
const token = { place: PLACE, source: 'sivu', name: 'meta_token' }
const hours = (n: number) => new Date(NOW.getTime() + n * 3_600_000)

onBothDatabases('warnings', (open) => {
  const place = async () => {
    const { db } = open()
    await makePlace(db, PLACE)
    await db
      .insertInto('source')
      .values({
        ...{ place_id: PLACE, id: 'sivu', kind: 'posts', channel: 'facebook', mode: 'own', active: true },
        ...{ families: json([]), settings: json({ account: '1', reading: 'page' }), created_at: NOW },
        about: json({ title: 'Kemijärven kaupunki', url: null }),
      })
      .execute()
  }
  const person = async (email: string, role: Role, language: Language = 'fi', more = {}) => {
    const id = await makePerson(open().db, { email, role, password: 'x' })
    await open()
      .db.updateTable('person')
      .set({ language, ...more })
      .where('id', '=', id)
      .execute()
  }
  const store = (ends: Date | null, at = NOW) =>
    saveCredential(open().db, { ...token, sealed: 'x', expiresAt: ends, by: 'Johanna', at })
  const worker = () => {
    const made = makeWorker(open(), { channels })
    const env = { ...made.env, SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'Seinä <seina@kunta.example>' }
    return { at: made.at, round: () => warn({ ...made, env }, { place: PLACE }), without: made }
  }
  /** What was written since it was last asked. */
  let seen = 0
  const mails = async () => {
    const all = await open().db.selectFrom('mail').selectAll().orderBy('id').execute()
    const fresh = all.slice(seen)
    seen = all.length
    return fresh
  }
  const sick = (more: object) =>
    open()
      .db.updateTable('source')
      .set({ fault_kind: 'auth', fault_code: 'meta-password', fault_since: NOW, failures: 3, ...more })
      .where('id', '=', 'sivu')
      .execute()
  const well = (at: Date) => sick({ fault_kind: null, fault_code: null, fault_since: null, last_ok_at: at })

  it('go out 14, 7 and 1 days before a token ends and once it has, each once, in the place’s days', async () => {
    seen = 0
    await place()
    await person('anna@example.org', 'editor')
    const ends = momentAt('2026-12-15', 9 * 60, ZONE)
    await store(ends)
    const { at, round } = worker()
    const days: string[] = []
    for (
      let now = momentAt('2026-11-30', 0, ZONE);
      now < momentAt('2026-12-17', 0, ZONE);
      now = later(now, 6)
    ) {
      at(now)
      await round()
      for (const mail of await mails()) days.push(`${formatDate('fi', now, ZONE, 'time')} ${mail.subject}`)
    }
    expect(days).toEqual([
      '1.12.2026 klo\u00a00.00 Kemijärvi: lähteen tunnus päättyy 15.12.2026',
      '8.12.2026 klo\u00a00.00 Kemijärvi: lähteen tunnus päättyy 15.12.2026',
      '14.12.2026 klo\u00a00.00 Kemijärvi: lähteen tunnus päättyy 15.12.2026',
      '15.12.2026 klo\u00a012.00 Kemijärvi: lähteen tunnus on päättynyt',
    ])
  })

  it('tell administrators and operators of the end of the key to the directory, each step once', async () => {
    seen = 0
    await place()
    await makePlace(open().db, 'posio')
    await person('anna@example.org', 'editor')
    await person('bertil@example.org', 'admin', 'sv')
    await person('olli@example.org', 'reader', 'fi', { operator: true })
    await person('eila@example.org', 'admin', 'fi', { password: null })
    const { at, without } = worker()
    const tenant = { id: '1b4e28ba-2fa1-41d2-883f-0016d3cca427', places: [PLACE] }
    const env = {
      ...without.env,
      ...{ SMTP_URL: 'smtp://127.0.0.1:1', ENTRA_TENANTS: [tenant], ENTRA_SECRET_ENDS: '2027-01-31' },
    }
    const told: string[] = []
    for (
      let now = momentAt('2026-12-28', 0, ZONE);
      now < momentAt('2027-02-03', 0, ZONE);
      now = later(now, 12)
    ) {
      at(now)
      for (const id of ['posio', PLACE]) await warn({ ...without, env }, { place: id })
      for (const mail of await mails())
        told.push(`${formatDate('fi', now, ZONE)} ${mail.recipient} ${mail.subject}`)
    }
    const [sv, fi] = [
      'Inloggning med kommunens konto: hemligheten',
      'Kunnan tunnuksilla kirjautuminen: salaisuus',
    ]
    expect(told).toEqual(
      ['1.1.2027', '17.1.2027', '24.1.2027', '30.1.2027', '31.1.2027'].flatMap((day) => [
        `${day} bertil@example.org ${sv} går snart ut`,
        `${day} olli@example.org ${fi} päättyy pian`,
      ]),
    )
  })

  it('start again with a new token, and tell at once what is stored with little time left', async () => {
    seen = 0
    await place()
    await person('anna@example.org', 'editor')
    const { at, round } = worker()
    await store(hours(5 * 24))
    await round()
    expect(await mails()).toHaveLength(1)
    await store(null, hours(1))
    await round()
    expect(await mails()).toEqual([])
    await noteExpiry(open().db, token, hours(5 * 24))
    await round()
    expect(await mails()).toMatchObject([{ subject: 'Kemijärvi: lähteen tunnus päättyy 30.11.2026' }])
    // Renewed by the channel itself: nobody typed anything in.
    await noteExpiry(open().db, token, hours(60 * 24))
    at(hours(24))
    await round()
    expect(await mails()).toEqual([])
    at(hours(47 * 24))
    await round()
    expect(await mails()).toHaveLength(1)
  })

  it('go to those who can act, each in their language; nothing personal stands in the subject', async () => {
    seen = 0
    await place()
    await person('anna@example.org', 'editor')
    await person('bertil@example.org', 'admin', 'sv')
    await person('cecil@example.org', 'admin', 'en')
    await person('dora@example.org', 'curator')
    await person('esa@example.org', 'editor', 'fi', { sample: true })
    await person('frida@example.org', 'editor', 'fi', { password: null })
    await person('gun@example.org', 'editor', 'fi', { ended_at: NOW })
    await store(hours(24))
    const { round } = worker()
    await Promise.all([round(), round()])
    const told = await mails()
    expect(told.map((one) => `${one.recipient} ${one.language} ${one.subject}`)).toEqual([
      'anna@example.org fi Kemijärvi: lähteen tunnus päättyy 26.11.2026',
      'bertil@example.org sv Kemijärvi: en källas åtkomst går ut 26.11.2026',
      'cecil@example.org en Kemijärvi: the token of a source ends on 26\u00a0November\u00a02026',
    ])
    expect(new Set(told.map((one) => one.message_id)).size).toBe(3)
    for (const { message_id, next_at, state } of told) {
      expect(message_id).toMatch(/^<[\w-]{32}@kunta\.example>$/)
      expect({ next_at, state }).toEqual({ next_at: NOW, state: 'waiting' })
    }
  })

  it('say which source, when, what it means for the wall, what to do and where', async () => {
    seen = 0
    await place()
    await person('anna@example.org', 'editor')
    const post = await makePost(open().db, {
      channel: 'facebook',
      state: 'shown',
      published_at: new Date('2026-11-03T10:00:00Z'),
    })
    await open()
      .db.insertInto('post_source')
      .values({ post_id: post.id, place_id: PLACE, source_id: 'sivu', seen_id: null, found_at: NOW })
      .execute()
    await store(hours(24))
    await worker().round()
    expect((await mails())[0]?.text.split('\n')).toEqual([
      'Hei,',
      '',
      'Kemijärven kaupunki (Facebook)',
      'Mitä tapahtui: Metan käyttötunnus päättyy huomenna, 26.11.2026 klo\u00a012.00.',
      'Mitä se tarkoittaa: Seinällä näkyy edelleen sen yksi julkaisu, 3.11. ' +
        'Kun tunnus on päättynyt, uusia julkaisuja ei tule tästä lähteestä, ennen kuin se on uusittu.',
      'Tee näin: Luo uusi tunnus osoitteessa https://business.facebook.com/latest/settings/system_users ' +
        '(valitse järjestelmäkäyttäjä ja Luo tunnus) ja tallenna se lähteen asetuksiin.',
      'Lähteen asetukset: https://seina.example.fi/desk/kemijarvi/sources/sivu',
      '',
      'Kaikki lähteet: https://seina.example.fi/desk/kemijarvi/sources',
      'Tämä viesti lähti automaattisesti työpöydän Kemijärvi päätoimittajille ja pääkäyttäjille. ' +
        'Siihen ei voi vastata.',
    ])
  })

  it('tell once of a source that has been sick for a day, and once when it is well again', async () => {
    seen = 0
    await place()
    await person('anna@example.org', 'editor')
    const { at, round } = worker()
    await sick({})
    for (const n of [0, 12, 23.9]) {
      at(hours(n))
      await round()
    }
    expect(await mails()).toEqual([])
    for (const n of [24, 25, 200]) {
      at(hours(n))
      await round()
    }
    const [told, ...more] = await mails()
    expect(more).toEqual([])
    expect(told?.subject).toBe('Kemijärvi: lähteessä on häiriö')
    expect(told?.text).toContain('Häiriö alkoi 25.11.2026 klo\u00a012.00.')
    expect(told?.text).toContain('Tunnuksen antaja on vaihtanut Facebook-salasanansa')
    expect(told?.text).toContain('Seinällä ei ole yhtään sen julkaisua. Uusia julkaisuja ei tule')
    await well(hours(201))
    at(hours(202))
    await round()
    await round()
    expect(await mails()).toMatchObject([{ subject: 'Kemijärvi: lähde toimii taas' }])
    // A short trouble is nobody's business, nor is one that somebody has ended by switching the source off.
    await sick({ fault_since: hours(210) })
    at(hours(220))
    await round()
    await well(hours(221))
    await round()
    await sick({ fault_since: hours(300) })
    at(hours(330))
    await round()
    expect(await mails()).toHaveLength(1)
    await sick({ active: false })
    await round()
    await well(hours(340))
    at(hours(341))
    await round()
    expect(await mails()).toEqual([])
  })

  it('put what happens at once into one mail, and do not tell of an ended token twice', async () => {
    seen = 0
    await place()
    await person('anna@example.org', 'editor')
    await store(hours(1))
    await open()
      .db.updateTable('source')
      .set({ fault_kind: 'gone', fault_code: 'gone', fault_since: hours(-30) })
      .where('id', '=', 'uutiset')
      .execute()
    const { at, round } = worker()
    await round()
    const [both, ...rest] = await mails()
    expect(rest).toEqual([])
    expect(both?.subject).toBe('Kemijärvi: 2 asiaa lähteistä')
    expect(both?.text).toMatch(/Kemijärven kaupunki \(Facebook\)[\s\S]*uutiset \(verkkosivusto\)/)
    await sick({ fault_code: 'meta-expired', fault_since: hours(1.1) })
    at(hours(2))
    await round()
    expect(await mails()).toMatchObject([{ subject: 'Kemijärvi: lähteen tunnus on päättynyt' }])
    at(hours(40))
    await round()
    expect(await mails()).toEqual([])
    await well(hours(50))
    await store(null)
    at(hours(51))
    await round()
    expect(await mails()).toMatchObject([{ subject: 'Kemijärvi: lähde toimii taas' }])
  })

  it('are not written without a mail server or without readers, and then nothing counts as told', async () => {
    seen = 0
    await place()
    await store(hours(24))
    const { round, without } = worker()
    await round()
    await person('anna@example.org', 'editor')
    await warn(without, { place: PLACE })
    expect(await mails()).toEqual([])
    await round()
    expect(await mails()).toHaveLength(1)
  })
})

const later = (at: Date, n: number) => new Date(at.getTime() + n * 3_600_000)
