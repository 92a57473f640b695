// JSON for scripts: the queue, decisions, descriptions, consents, sources and the audit of a place.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeId } from '../../db/ids.ts'
import type { Database } from '../../db/open.ts'
import { emptyDatabase, openTestEmbedded } from '../db.ts'
import { call, openDesk, type TestDesk } from '../desk/desk.ts'
import { makeAccount, makePlace, makePost, NOW } from '../makers.ts'

describe('JSON of a place', () => {
  let database: Database
  let desk: TestDesk
  beforeAll(async () => {
    database = await openTestEmbedded()
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await emptyDatabase(database)
    await makePlace(database.db)
    desk = openDesk(database)
  })
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await call(desk, method, `kemijarvi/${path}`, body)
    const text = await answer.text()
    return { status: answer.status, body: text ? JSON.parse(text) : undefined, headers: answer.headers }
  }

  it('lists the queue with state, version, reasons, tags, families, tallies and account', async () => {
    const one = await makePost(database.db, { account_id: await makeAccount(database.db), likes: 3 })
    await database.db
      .insertInto('tally')
      .values({ post_id: one.id, place_id: 'kemijarvi', age: 1, hours: 25, taken_at: NOW, likes: 3 })
      .execute()
    const { status, body } = await ask('GET', 'posts?state=new&family=kemijarvi&limit=5')
    expect(status).toBe(200)
    expect(body.next).toBeNull()
    expect(body.posts).toMatchObject([
      {
        id: one.public_id,
        state: 'new',
        version: 1,
        shown_as: 'link',
        reasons: [{ code: 'no-consent' }],
        tags: ['kemijärvi'],
        families: ['kemijarvi'],
        counts: { likes: 3, comments: null },
        tallies: [{ age: 1, likes: 3, views: null }],
        account: { name: 'Aino Esimerkki', kind: 'resident' },
      },
    ])
    expect(JSON.stringify(body)).not.toMatch(/"(post_id|account_id|place_id)"/)
  })

  it('goes on from a cursor', async () => {
    for (let n = 0; n < 3; n++) await makePost(database.db)
    const first = (await ask('GET', 'posts?limit=2')).body
    const rest = (await ask('GET', `posts?limit=2&cursor=${first.next}`)).body
    expect([...first.posts, ...rest.posts]).toHaveLength(3)
    expect(rest.next).toBeNull()
  })

  it('decides and answers the new state and version; 409 with a code when overtaken or refused', async () => {
    const one = await makePost(database.db)
    const decide = (body: unknown) => ask('POST', `posts/${one.public_id}/decisions`, body)
    expect((await decide({ action: 'show', version: 1 })).body).toEqual({
      id: one.public_id,
      state: 'shown',
      version: 2,
      pins: [],
      lifted: false,
    })
    const late = await decide({ action: 'hide', version: 1 })
    expect([late.status, late.body.code]).toEqual([409, 'conflict'])
    const refused = await decide({ action: 'lift', version: 2 })
    expect([refused.status, refused.body.code]).toEqual([409, 'decision-consent'])
    const row = await database.db.selectFrom('decision').select(['actor', 'person_id']).executeTakeFirst()
    expect(row).toEqual({ actor: 'ylläpidon tunnus', person_id: null })
  })

  it.each([
    ['spam', 'Toistuva', 'spam', 'Toistuva'],
    ['väärä paikka', undefined, 'other', 'väärä paikka'],
    ['väärä paikka', 'Rovaniemi', 'other', 'väärä paikka: Rovaniemi'],
    [undefined, undefined, null, null],
  ])('keeps the reason %j with the note %j as %j and %j', async (reason, note, code, words) => {
    const one = await makePost(database.db)
    const told = { action: 'hide', version: 1, reason, note }
    expect((await ask('POST', `posts/${one.public_id}/decisions`, told)).status).toBe(200)
    const row = await database.db.selectFrom('decision').select(['reason', 'note']).executeTakeFirst()
    expect(row).toEqual({ reason: code, note: words })
  })

  it('complains about everything at once, each with its path, and keeps nothing', async () => {
    const one = await makePost(database.db)
    const { status, body, headers } = await ask('POST', `posts/${one.public_id}/consents`, {
      state: 'granted',
      scope: { wall: 'yes', moon: true },
      evidence: { kind: 'rumour', ref: '' },
      child: 'maybe',
      until: '2026-02-30',
      extra: 1,
    })
    expect([status, body.code]).toEqual([400, 'invalid'])
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    const paths = body.errors.map((one: { path: string }) => one.path).sort()
    expect(paths).toEqual([
      'asked_how',
      'child',
      'evidence.kind',
      'evidence.ref',
      'extra',
      'scope.moon',
      'scope.wall',
      'until',
    ])
    expect(await database.db.selectFrom('consent').selectAll().execute()).toEqual([])
  })

  it.each(['', '{', '[]', 'null', '"x"', '{"action":"show"}', '{"action":"drop","version":1}'])(
    'refuses the body %j',
    async (text) => {
      const one = await makePost(database.db)
      const answer = await desk.app.request(`/api/v1/places/kemijarvi/posts/${one.public_id}/decisions`, {
        method: 'POST',
        body: text,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${desk.deps.env.ADMIN_TOKEN}` },
      })
      expect(answer.status).toBe(400)
    },
  )

  it('describes a picture, records a consent and takes it back', async () => {
    const one = await makePost(database.db)
    const media = makeId('m')
    await database.db
      .insertInto('media')
      .values({
        public_id: media,
        post_id: one.id,
        place_id: 'kemijarvi',
        position: 0,
        kind: 'image',
        source_url: 'https://x/1.jpg',
      })
      .execute()
    const texts = { fi: 'Lumi', en: 'Snow' }
    expect((await ask('PUT', `posts/${one.public_id}/descriptions`, { media, texts })).status).toBe(204)
    expect(
      (await ask('PUT', `posts/${one.public_id}/descriptions`, { media, texts: { xx: 'x' } })).status,
    ).toBe(400)
    const given = await ask('POST', `posts/${one.public_id}/consents`, {
      state: 'granted',
      scope: { wall: true },
      author: '@aino',
      evidence: { kind: 'note', ref: 'puhelimessa 1.11.' },
      asked_how: 'puhelimella',
      child: 'no',
    })
    expect([given.status, given.body.state]).toEqual([201, 'granted'])
    const lifted = await ask('POST', `posts/${one.public_id}/decisions`, { action: 'lift', version: 1 })
    expect(lifted.body).toMatchObject({ lifted: true })
    const back = await ask('POST', `posts/${one.public_id}/consents`, {
      state: 'withdrawn',
      consent: given.body.id,
    })
    expect(back.body).toEqual({ id: given.body.id, state: 'withdrawn' })
    const now = (await ask('GET', `posts/${one.public_id}`)).body
    expect(now).toMatchObject({ lift: null, shown_as: 'link', consents: [{ state: 'withdrawn' }] })
  })

  it('does not find what belongs to another place', async () => {
    await makePlace(database.db, 'posio')
    const foreign = await makePost(database.db, { place: 'posio' })
    const at = `posts/${foreign.public_id}`
    expect((await ask('GET', at)).status).toBe(404)
    expect((await ask('POST', `${at}/decisions`, { action: 'show', version: 1 })).status).toBe(404)
    expect((await ask('PUT', `${at}/descriptions`, { media: makeId('m'), decorative: true })).status).toBe(
      404,
    )
    expect((await ask('POST', 'sources/muualla/collect')).status).toBe(404)
  })

  it('collects now: waits for the run and answers what it brought', async () => {
    const work = ask('POST', 'sources/uutiset/collect')
    await expect.poll(() => desk.sent.length).toBe(1)
    await database.db
      .updateTable('source_run')
      .set({ ended_at: NOW, found: 4, saved: 1, unchanged: 3, fault_kind: 'rate', fault_code: 'rate' })
      .execute()
    expect(await work).toMatchObject({
      status: 200,
      body: { found: 4, saved: 1, unchanged: 3, removed: 0, fault: { kind: 'rate', code: 'rate' } },
    })
  })

  it('refuses to collect from a source that is off', async () => {
    await database.db.updateTable('source').set({ active: false }).execute()
    expect((await ask('POST', 'sources/uutiset/collect')).body.code).toBe('source-off')
  })

  it('tells the health of sources, with a fault in words', async () => {
    await database.db
      .updateTable('source')
      .set({ failures: 1, fault_kind: 'gone', fault_code: 'gone', fault_since: NOW, last_ok_at: NOW })
      .where('id', '=', 'uutiset')
      .execute()
    const { sources } = (await ask('GET', 'sources')).body
    expect(sources.find((one: { id: string }) => one.id === 'uutiset')).toMatchObject({
      state: 'sick',
      last_ok_at: NOW.toISOString(),
      fault: { kind: 'gone', what: expect.any(String), do: expect.any(String) },
    })
    expect(sources.find((one: { id: string }) => one.id === 'tuutit')).toMatchObject({
      state: 'waiting',
      fault: null,
    })
  })

  it('tells who did what and when, a page at a time', async () => {
    const one = await makePost(database.db)
    for (let version = 1; version <= 51; version++)
      await ask('POST', `posts/${one.public_id}/decisions`, {
        action: version % 2 ? 'show' : 'hide',
        version,
      })
    const first = (await ask('GET', 'audit')).body
    const rest = (await ask('GET', `audit?cursor=${first.next}`)).body
    expect([first.entries.length, rest.entries.length, rest.next]).toEqual([50, 1, null])
    expect(rest.entries[0]).toMatchObject({
      actor: 'ylläpidon tunnus',
      action: 'show',
      object: one.public_id,
    })
    expect((await ask('GET', 'audit?cursor=x')).status).toBe(400)
  })
})
