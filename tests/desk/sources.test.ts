// The sources page tells each truth in the reader's language, and a person's haste has a limit.
import type { Updateable } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { formatDate, type Key, languages, t } from '../../config/i18n.ts'
import { faultWords as declared } from '../../config/messages/faults.ts'
import { intakeWords } from '../../config/messages/intake.ts'
import { saveCredential } from '../../db/credentials.ts'
import { type Database, json } from '../../db/open.ts'
import { savePulse } from '../../db/pulse.ts'
import type { Source } from '../../db/schema.ts'
import { emptyDatabase, openTestEmbedded } from '../db.ts'
import { makePlace, makePost, NOW } from '../makers.ts'
import { thrownCodes } from '../thrown-codes.ts'
import { call, get, type Login, openDesk, post, signInAs, type TestDesk } from './desk.ts'

let database: Database
let desk: TestDesk
let me: Login
beforeAll(async () => {
  database = await openTestEmbedded()
})
afterAll(() => database?.close())
beforeEach(async () => {
  await emptyDatabase(database)
  await makePlace(database.db)
  desk = openDesk(database)
  me = await signInAs(desk, 'editor')
})

const values = {
  ...{ hours: 30, tags: '#kemijärvi', n: 2, number: '100', page: '1', permission: 'instagram_basic' },
  ...{
    host: 'sivut.example.fi',
    to: 'https://uusi.example.fi/feed/',
    feed: 'https://sivut.example.fi/feed/',
  },
  ...{ address: '10.0.0.1:80', status: '418', megabytes: 5, account: '@kunta', name: 'Esimerkki', n: 40 },
  ...{ message: 'Ei oikeutta.', skipped: 9, of: 20, site: 1, reason: 'badRequest', category: 'uutiset' },
  ...{ table: 'muutl', value: 'KU320' },
}
const worded = [declared.fi, intakeWords.fi].flatMap((of) =>
  Object.keys(of).flatMap((key) => /^fault\.([a-z-]+)\./.exec(key)?.[1] ?? []),
)
const codes = [...new Set([...thrownCodes(), ...worded])].sort()

/** What a reader sees of each source that has trouble, by its id. */
function cards(html: string): Map<string, string> {
  const articles = [...html.matchAll(/<article class="sick" id="([^"]+)"[\s\S]*?<\/article>/g)]
  return new Map(articles.map(([text, id = '']) => [id, plain(text)]))
}
const plain = (html: string) =>
  html
    .replace(/<\/?a\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')

describe('every fault that can be thrown', () => {
  it.each(languages)('is told in whole sentences, since when and what to do: %s', async (language) => {
    const { db } = database
    await db.deleteFrom('source').execute()
    const common = { place_id: 'kemijarvi', channel: 'feed', mode: 'own', active: true } as const
    const sick = { failures: 3, fault_kind: 'shape', fault_values: json(values), fault_since: NOW } as const
    const more = { families: json([]), settings: json({}), created_at: NOW, next_at: NOW }
    for (const [nth, code] of codes.entries())
      await db
        .insertInto('source')
        .values({
          ...{ ...common, ...sick, ...more, id: `lahde-${nth}`, fault_code: code },
          kind: code.startsWith('matomo') ? 'numbers' : 'posts',
        })
        .execute()
    await db.updateTable('person').set({ language }).execute()
    const shown = cards(await (await get(desk, '/desk/kemijarvi/sources', me)).text())
    const when = formatDate(language, NOW, 'Europe/Helsinki', 'time')
    const since = plain(t(language, 'sources.since', { when }))
    expect(shown.size).toBe(codes.length)
    expect(codes.length).toBeGreaterThan(45)
    for (const [nth, code] of codes.entries()) {
      const card = shown.get(`lahde-${nth}`) ?? ''
      const say = (part: string) => t(language, `fault.${code}.${part}` as Key, values)
      const means = code.startsWith('matomo') ? t(language, 'sources.means.numbers') : say('means')
      for (const sentence of [say('what'), means, say('do')]) {
        expect(card, code).toContain(sentence)
        expect(sentence).toMatch(/^\p{Lu}.{9,}/u)
      }
      expect(card, code).toContain(since)
      expect(card.replaceAll('lahde-', ''), code).not.toMatch(
        /[{}]|undefined|null|unknown error|tuntematon virhe/i,
      )
      if (code.includes('-')) expect(card).not.toContain(code)
    }
  })
})

describe('the board', () => {
  const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)
  const change = (id: string, set: Updateable<Source>) =>
    database.db.updateTable('source').set(set).where('id', '=', id).execute()
  const sick = { failures: 3, fault_kind: 'network', fault_code: 'network', fault_since: later(-50) } as const
  const tokenOf = (source: string, ends: Date) =>
    saveCredential(database.db, {
      ...{ place: 'kemijarvi', source, name: 'meta_token', sealed: 'x', expiresAt: ends, by: 'x', at: NOW },
    })
  const shownBy = async (source: string, day: string, seen: string | null = null) => {
    const { id } = await makePost(database.db, { state: 'shown', published_at: new Date(`${day}T10:00:00Z`) })
    const row = { post_id: id, place_id: 'kemijarvi', source_id: source, seen_id: seen, found_at: NOW }
    await database.db.insertInto('post_source').values(row).execute()
  }
  const page = async (path = '/sources', of = desk) =>
    (await (await get(of, `/desk/kemijarvi${path}`, me)).text()).replaceAll('\u00a0', ' ')
  const tiles = (html: string) =>
    [...html.matchAll(/<li><a href="#(\w+)" class="(\w+)">([\s\S]*?)<\/li>/g)].map(
      ([, id, tone, text]) => `${id} ${tone}:${plain(text ?? '').replace(/\s+/g, ' ')}`,
    )

  it('shows the sick, the ending and the well side by side, the sick first', async () => {
    await change('uutiset', { last_ok_at: later(-1) })
    await change('tuutit', sick)
    expect(tiles(await page())).toEqual([
      'tuutit need: tuutit Mastodon Häiriö alkoi 23.11.2026 klo 10.00 ',
      'uutiset good: uutiset verkkosivusto Kunnossa, haettu 25.11.2026 klo 11.00 ',
    ])
    await change('tuutit', { fault_kind: null, last_ok_at: later(-1) })
    await tokenOf('uutiset', later(24 * 6))
    expect(tiles(await page())[0]).toBe('uutiset need: uutiset verkkosivusto Tunnus päättyy 1.12.2026 ')
  })

  it('says what trouble means for the wall: what it still shows, and until when a platform allows it', async () => {
    await change('tuutit', sick)
    const means = async () =>
      /Mitä se tarkoittaa (.*?) Tee näin/.exec(cards(await page()).get('tuutit') ?? '')?.[1]
    expect(await means()).toMatch(/^Seinällä ei ole yhtään sen julkaisua\. Uudet/)
    await shownBy('tuutit', '2026-11-03')
    await shownBy('tuutit', '2026-10-01')
    await shownBy('uutiset', '2026-11-20')
    expect(await means()).toMatch(
      /^Seinällä näkyvät edelleen sen viimeisimmät julkaisut, uusin 3\.11\. Uudet/,
    )
    await change('tuutit', { channel: 'youtube' })
    await shownBy('tuutit', '2025-12-24', 'seen')
    expect(await means()).toContain('ne poistuvat seinältä viimeistään 25.12.2026, sillä YouTube ei anna')
    await change('tuutit', { channel: 'instagram' })
    expect(await means()).toContain('joihin ei ole tekijän lupaa, poistuvat seinältä viimeistään 25.12.2026.')
    await change('tuutit', { kind: 'numbers' })
    expect(await means()).toMatch(/^Jo saadut luvut säilyvät/)
  })

  it.each([
    [14, '14 päivää jäljellä', 'Metan käyttötunnus päättyy 9.12.2026, 14 päivän päästä.'],
    [1, '1 päivä jäljellä', 'Metan käyttötunnus päättyy huomenna, 26.11.2026 klo 12.00.'],
    [0.2, 'Viimeinen päivä', 'Metan käyttötunnus päättyy tänään, 25.11.2026 klo 16.48.'],
    [-1, 'Tunnus on päättynyt', 'Metan käyttötunnus päättyi 24.11.2026 klo 12.00.'],
  ])('warns of a token with %d days left, here and on the front page', async (days, sign, sentence) => {
    await tokenOf('uutiset', later(24 * days))
    const html = await page()
    const card = cards(html).get('uutiset')
    for (const words of [sign, sentence, 'https://business.facebook.com/latest/settings/system_users'])
      expect(card).toContain(words)
    expect(html).toContain('<h1>1 lähteen tunnus päättyy pian</h1>')
    expect(await page('')).toContain(sentence)
  })

  it('warns neither too early nor of a source that is off or is let in all the same', async () => {
    await tokenOf('uutiset', later(24 * 15))
    await tokenOf('tuutit', later(-24))
    await change('tuutit', { last_ok_at: later(-1) })
    expect(cards(await page()).size).toBe(0)
    await tokenOf('uutiset', later(24))
    await change('uutiset', { active: false })
    expect(cards(await page()).size).toBe(0)
    expect(await page('')).not.toContain('päättyy')
  })

  it('says once when no mail is sent, and what did not go out when one is', async () => {
    expect(await page()).toContain('Palvelulle ei ole annettu postipalvelinta')
    const mailing = openDesk(database, { SMTP_URL: 'smtp://posti', MAIL_FROM: 'a@kunta.example' })
    expect(await page('/sources', mailing)).not.toContain('ähköposti')
    const mail = { place_id: 'kemijarvi', language: 'fi', subject: 's', text: 't', cause: 'c' } as const
    const left = [
      { state: 'failed', fault_code: 'refused', fault_detail: '550 no such user', next_at: null },
      { state: 'waiting', fault_code: 'away', fault_detail: null, next_at: later(1) },
      { state: 'failed', fault_code: 'unsure', fault_detail: null, next_at: null },
      { state: 'sent', fault_code: null, fault_detail: null, next_at: null },
    ] as const
    for (const [n, one] of left.entries())
      await database.db
        .insertInto('mail')
        .values({ ...mail, ...one, message_id: `${n}`, recipient: `anna${n}@example.org`, created_at: NOW })
        .execute()
    const html = plain(await page('/sources', mailing))
    expect(html).toContain(
      'osoitteeseen anna0@example.org. Tarkista osoite ihmisten sivulta. Palvelin vastasi: 550 no',
    )
    expect(html).toContain('anna1@example.org on lähtemättä. Seuraava yritys 25.11.2026 klo 13.00.')
    expect(html).toContain('anna2@example.org katkesi kesken')
    expect(html).not.toContain('anna3')
    mailing.now(later(24 * 15))
    expect(await page('/sources', mailing)).not.toContain('anna')
  })

  it('says that nothing is fetched when no process that collects has shown itself', async () => {
    expect(await page()).toContain('Hakuja ei tehdä juuri nyt.')
    await savePulse(database.db, 'worker')
    expect(await page()).not.toContain('Hakuja ei tehdä')
  })
})

describe('collecting now', () => {
  const collect = () => post(desk, '/desk/kemijarvi/sources/uutiset/collect', me, {})
  const ended = () => database.db.updateTable('source_run').set({ ended_at: NOW }).execute()
  const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

  it('is for each source once in five minutes, and says so', async () => {
    const first = collect()
    await expect.poll(() => desk.sent.length).toBe(1)
    await ended()
    await first
    desk.now(later(4.9))
    const answer = await collect()
    const html = await (await get(desk, answer.headers.get('location') ?? '', me)).text()
    expect(html).toContain('Lähteestä on juuri haettu.')
    expect(desk.sent).toHaveLength(1)
    desk.now(later(5))
    const again = collect()
    await expect.poll(() => desk.sent.length).toBe(2)
    await ended()
    expect((await again).headers.get('location')).toContain('run=')
  })

  it('is possible again at once when the visit failed, and for a script at any time', async () => {
    const first = collect()
    await expect.poll(() => desk.sent.length).toBe(1)
    await database.db
      .updateTable('source_run')
      .set({ ended_at: NOW, fault_kind: 'config', fault_code: 'gone' })
      .execute()
    await first
    for (const sent of [2, 3]) {
      const again = sent === 2 ? collect() : call(desk, 'POST', 'kemijarvi/sources/uutiset/collect', {})
      await expect.poll(() => desk.sent.length).toBe(sent)
      await ended()
      expect((await again).status).toBe(sent === 2 ? 303 : 200)
    }
  })

  it('waits when the source has asked us to wait', async () => {
    await database.db
      .updateTable('source')
      .set({ failures: 1, fault_kind: 'rate', fault_code: 'rate', fault_since: NOW, next_at: later(30) })
      .execute()
    const answer = await collect()
    const html = await (await get(desk, answer.headers.get('location') ?? '', me)).text()
    expect(html).toContain('Lähde on pyytänyt odottamaan.')
    expect(desk.sent).toEqual([])
  })

  it('tells scripts the same as a refusal with the seconds to wait', async () => {
    await database.db
      .updateTable('source')
      .set({ failures: 1, fault_kind: 'rate', fault_code: 'rate', fault_since: NOW, next_at: later(30) })
      .execute()
    const answer = await call(desk, 'POST', 'kemijarvi/sources/uutiset/collect', {})
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1800'])
    expect(await answer.json()).toMatchObject({ code: 'source-waits' })
  })
})
