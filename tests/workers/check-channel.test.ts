// The command that reads a source once for whoever keeps the service: told in words, kept without anybody's data.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { BadSettings, readEnv } from '../../config/env.ts'
import { type Database, json } from '../../db/open.ts'
import { compareForms, formOf, type Shape } from '../../services/domain/form.ts'
import { type Dice, scrubText, scrubValue, scrubXml } from '../../services/domain/scrub.ts'
import { makeKeys } from '../../services/keys.ts'
import { channels } from '../../workers/channels/index.ts'
import { checkChannel } from '../../workers/check-channel.ts'
import { meters } from '../../workers/meters/index.ts'
import { fc } from '../chance.ts'
import { emptyDatabase, openTestEmbedded } from '../db.ts'
import { makePlace, NOW } from '../makers.ts'
import { openOutside } from '../outside.ts'
import { type OneOfEach, startOneOfEach } from '../sim/one-of-each.ts'

const SECRET_KEY = 'a secret for tests that is long enough, surely'
let database: Database
let sims: OneOfEach
let outside: ReturnType<typeof openOutside>
let cwd: string
beforeAll(async () => {
  database = await openTestEmbedded()
  sims = await startOneOfEach()
  outside = openOutside(sims.hosts)
  cwd = mkdtempSync(join(tmpdir(), 'somewall-check-'))
})
afterAll(async () => {
  await sims?.stop()
  await database?.close()
  if (cwd) rmSync(cwd, { recursive: true, force: true })
})
beforeEach(async () => {
  await emptyDatabase(database)
  await makePlace(database.db)
  sims.mend()
})

/** Makes the source what it is to be, and runs the command; `failed` holds what ended it. */
async function check(channel: string, change: { settings?: object; secrets?: Record<string, string> } = {}) {
  const { db } = database
  const { settings, secrets } = { ...sims.sources[channel], ...change }
  await db
    .updateTable('source')
    .set({
      ...{
        channel: channel as 'feed',
        kind: channel === 'matomo' ? ('numbers' as const) : ('posts' as const),
      },
      ...{ settings: json(settings), families: json([]) },
    })
    .where('id', '=', 'tuutit')
    .execute()
  await db.deleteFrom('credential').execute()
  for (const [name, text] of Object.entries(secrets ?? {}))
    await db
      .insertInto('credential')
      .values({
        ...{ place_id: 'kemijarvi', source_id: 'tuutit', name, sealed: makeKeys(SECRET_KEY).seal(text) },
        ...{ expires_at: null, saved_by: 'J', saved_at: NOW },
      })
      .execute()
  return run('kemijarvi', 'tuutit')
}

async function run(...words: string[]) {
  const said: string[] = []
  const { env } = readEnv({ SECRET_KEY, LOG_LEVEL: 'silent', ...sims.env })
  const log = { info() {}, error() {} } as never
  const command = checkChannel({ channels, meters, http: outside.http })
  const failed = await command({ db: database.db, env, log, clock: () => NOW }, words, {
    cwd,
    say: (line) => said.push(line),
  }).then(
    () => undefined,
    (error) => {
      if (error instanceof BadSettings) return error.complaints
      throw error
    },
  )
  const file = /: (\/\S+\.json)$/.exec(said.at(-1) ?? '')?.[1]
  return { said: said.join('\n'), failed, fixture: file && readFileSync(file, 'utf8') }
}

/** What must stand nowhere on disk: tokens, names, handles, words and ids of the simulators. */
const somebodys = new RegExp(
  'EAA|app-secret|a-good-key|abcd-efgh|matomo-test|Kemijärv|kemijarvi|aino|Esimerkki|järvell|Revontul|Talvi|Jääll|' +
    'Tuhannen|Uusi koulu|Avajais|Tori|Lauantai|10006400|17841400|vid0000|127\\.0\\.0\\.1',
  'i',
)

describe('one read', () => {
  it.each([
    ['feed', '2 posts of 90 days', 'item of RSS: 2 came.'],
    ['mastodon', '1 posts of 90 days', 'status: 1 came.'],
    ['bluesky', '1 posts of 90 days', 'post: 1 came.'],
    ['youtube', '1 posts of 90 days', 'video: 1 came.'],
    ['facebook', '1 posts of 90 days', 'post: 1 came.'],
    ['instagram', '1 posts of 90 days', 'medium: 2 came.'],
    ['wordpress', '1 posts of 90 days', 'story: 1 came.'],
    ['matomo', '22 numbers of 7 days', 'day of visits: 1 came.'],
  ])('of %s says what was asked and what came, and keeps nobody’s data', async (channel, came, form) => {
    const { said, failed, fixture } = await check(channel)
    expect(failed).toBeUndefined()
    expect(said).toContain(came)
    expect(said).toContain(form)
    expect(said).toMatch(/ {2}(GET|POST) http:\/\/127\.0\.0\.1:\d+\S* 200/)
    expect(said).not.toMatch(/EAA|app-secret|a-good-key|abcd-efgh|matomo-test/)
    expect(fixture).toBeDefined()
    expect(fixture).not.toMatch(somebodys)
    expect(JSON.parse(fixture ?? '{}').exchanges.length).toBeGreaterThan(0)
  })

  it('names the fields that never came and those that nobody knows', async () => {
    sims.youtube.fail((good) => {
      const body = JSON.parse(String(good.body)) as { items: Record<string, Record<string, unknown>>[] }
      for (const { snippet } of body.items) {
        delete snippet?.channelTitle
        if (snippet) snippet.aiSummary = { words: 'Aino' }
      }
      return { ...good, body: JSON.stringify(body) }
    }, /\/videos$/)
    const { said } = await check('youtube')
    const of = said.slice(said.indexOf('video: 1 came.'))
    expect(/missing fields: (.*)/.exec(of)?.[1]?.split(', ')).toContain('snippet.channelTitle')
    expect(/unknown fields: (.*)/.exec(of)?.[1]?.split(', ')).toContain('snippet.aiSummary')
    expect(said).not.toContain('Aino')
  })

  it('that fails says so in words and ends with them', async () => {
    const { failed, said, fixture } = await check('facebook', { secrets: { meta_token: 'EAAwrong' } })
    expect(failed?.join(' ')).toMatch(/token/i)
    expect(said).toContain('debug_token?input_token=…')
    expect(fixture ?? '').not.toMatch(somebodys)
  })

  it('asks for what it needs with all complaints at once', async () => {
    expect((await run('nowhere', 'x', 'y')).failed).toEqual([
      'y is too much.',
      'No place is called nowhere. There is kemijarvi.',
      'Usage: npm run check-channel -- PLACE SOURCE',
    ])
    expect((await run('kemijarvi', 'nothing')).failed?.[0]).toMatch(
      /kemijarvi has no source nothing\. There is .*tuutit/,
    )
  })
})

describe('what is kept of an answer', () => {
  const dice: Dice = (word) => [...word].map((sign, at) => sign.charCodeAt(0) * 7 + at + 3)
  const word = fc.string({ unit: fc.constantFrom(...'abcdeäöåABC'), minLength: 5, maxLength: 12 })

  it('has the form of the answer and none of its words', () => {
    const leaf = fc.oneof(
      word,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      word.map((one) => `<p>#${one}</p>`),
    )
    const value = fc.dictionary(
      fc.constantFrom('id', 'text', 'type', 'created_at', 'account', 'tags'),
      fc.oneof(leaf, fc.array(leaf)),
    )
    fc.assert(
      fc.property(value, fc.array(word, { minLength: 1 }), (given, words) => {
        const scrubbed = scrubValue({ ...given, text: words.join(' ') }, dice) as { text: string }
        expect(formOf(scrubbed)).toBe(formOf({ ...given, text: words.join(' ') }))
        expect(scrubbed.text).toHaveLength(words.join(' ').length)
        for (const one of words) expect(scrubbed.text.split(' ')).not.toContain(one)
      }),
    )
  })

  it.each([
    [
      '<p>Aino &amp; <a href="https://x.example/@aino">Väinö</a></p>',
      /^<p>\w{4} &amp; <a href="https:\/\/\w\.\w{7}\/@\w{4}">\w{5}<\/a><\/p>$/,
    ],
    [
      'at://did:plc:abc123/app.bsky.feed.post/3kx',
      /^at:\/\/did:plc:\w{3}\d{3}\/app\.bsky\.feed\.post\/\d\w\w$/,
    ],
    ['2026-11-25T10:17:33.123Z', /^2026-11-25T00:00:00\.000Z$/],
    ['Wed, 25 Nov 2026 10:17:33 GMT', /^Wed, 25 Nov 2026 00:00:00 GMT$/],
    ['PT3M12S', /^PT3M12S$/],
  ])('keeps of %s what tells how it is read', (text, form) => {
    expect(scrubText(text, dice)).toMatch(form)
  })

  it('keeps the elements of a feed, and none of its words or addresses', () => {
    const head = '<?xml version="1.0" encoding="utf-8"?><rss xmlns:media="http://search.yahoo.com/mrss/">'
    const of = (word: string) =>
      `${head}<item><title>${word}</title><media:content medium="image" url="https://${word}/"/>` +
      `<![CDATA[<b>${word}</b>]]></item></rss>`
    const made = scrubText('Aino', dice)
    expect(made).not.toBe('Aino')
    expect(scrubXml(of('Aino').replace('<media', '<!-- Väinö --><media'), dice)).toBe(of(made))
  })

  it('does not take a person’s name for the name of a field', () => {
    const scrubbed = scrubValue(
      { 'aino.esimerkki': 1, 'Aino Esimerkki': 2, display_name: 'Aino' },
      dice,
    ) as object
    expect(JSON.stringify(scrubbed)).not.toMatch(/aino|esimerkki/i)
    expect(Object.keys(scrubbed)).toContain('display_name')
  })

  it('compares fields at every depth, and does not name the fields of what is missing itself', () => {
    const text: Shape = {}
    const shape: Shape = {
      properties: {
        id: text,
        author: { anyOf: [{ properties: { name: text, url: text } }, {}] },
        media: { items: { properties: { url: text, alt: text } } },
        card: { properties: { title: text } },
        any: {},
      },
    }
    const things = [
      {
        id: 1,
        author: { name: 'x', extra: 1 },
        media: [{ url: 'x' }, { url: 'y', blur: 1 }],
        any: { inside: 1 },
      },
      { id: 2, author: null, media: [] },
    ]
    expect(compareForms(shape, things)).toEqual({
      missing: ['author.url', 'media.alt', 'card'],
      unknown: ['author.extra', 'media.blur'],
    })
  })
})
