// The sources page tells each truth in the reader's language, and a person's haste has a limit.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { formatDate, type Key, languages, t } from '../../config/i18n.ts'
import { faultWords as declared } from '../../config/messages/faults.ts'
import { intakeWords } from '../../config/messages/intake.ts'
import { type Database, json } from '../../db/open.ts'
import { emptyDatabase, openTestEmbedded } from '../db.ts'
import { makePlace, NOW } from '../makers.ts'
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
