// Numbers and digests over JSON: every complaint at once, a digest's whole life, nobody uninvited.
import { describe, expect, it } from 'vitest'
import { type Db, json } from '../../db/open.ts'
import { addPlatformFile, savePlatformPosts } from '../../db/platform-files.ts'
import { createApp } from '../../services/app.ts'
import { sections } from '../../services/domain/digest-states.ts'
import { onBothDatabases } from '../db.ts'
import { collectAll, countWall, makePostAt } from '../digest-makers.ts'
import { makePlace } from '../makers.ts'
import { makeDeps } from '../wall.ts'

const TOKEN = 'a bearer token of thirty-two characters or more'.replaceAll(' ', '-')
const Q = '2026-q3'

onBothDatabases('numbers and digests for scripts', (open) => {
  let now = new Date('2026-10-20T09:00:00Z')
  const app = () => {
    const deps = makeDeps(open(), { clock: () => now })
    deps.env.ADMIN_TOKEN = TOKEN
    return createApp(deps)
  }
  const call = async (method: string, path: string, body?: unknown, more: Record<string, string> = {}) => {
    const answer = await app().request(`/api/v1/places/kemijarvi/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'accept-language': 'fi',
        'content-type': 'application/json',
        ...more,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, text, body: text.startsWith('{') ? JSON.parse(text) : undefined }
  }
  /** A place of one language: its digest's files are made once, not in every language. */
  const makeTown = async (db: Db) => {
    await makePlace(db)
    await db
      .updateTable('place')
      .set({ languages: json(['fi']) })
      .execute()
  }
  const all = Object.fromEntries(sections.map((one) => [one.id, one.id === 'image' ? '-' : 'Teksti']))

  describe('measures', () => {
    const visit = { indicator: 'web.visits', period: '2026-07-01', value: '10.50', source: 'laskuri' }
    it('are saved once, raised by a new value, and left alone by the same', async () => {
      await makePlace(open().db)
      expect((await call('POST', 'measures', { measures: [visit] })).body).toEqual({ saved: 1, unchanged: 0 })
      expect((await call('POST', 'measures', { measures: [visit] })).body).toEqual({ saved: 0, unchanged: 1 })
      expect((await call('POST', 'measures', { measures: [{ ...visit, value: 12 }] })).body.saved).toBe(1)
      const rows = await open().db.selectFrom('measure').selectAll().execute()
      expect(rows).toMatchObject([
        { value: '12', revision: 2, entered_by: expect.any(String), unit: 'visits' },
      ])
    })
    it('with anything wrong are refused with every complaint, and nothing is saved', async () => {
      await makePlace(open().db)
      const answer = await call('POST', 'measures', {
        measures: [
          visit,
          { ...visit, indicator: 'web.vists' },
          { ...visit, period: '2026-02-30', value: 'noin 5' },
          { ...visit, dim: 'etusivu', status: 'varma', source: ' ' },
          visit,
        ],
      })
      expect(answer.status).toBe(400)
      expect(answer.body.code).toBe('invalid')
      expect(answer.body.errors.map((one: { path: string }) => one.path)).toEqual([
        'measures.1.indicator',
        'measures.2.period',
        'measures.2.value',
        'measures.3.dim',
        'measures.3.source',
        'measures.3.status',
        'measures.4.period',
      ])
      expect(answer.body.errors[0].message).toBe('tunnusluku web.vists ei ole luettelossa')
      expect(await open().db.selectFrom('measure').selectAll().execute()).toEqual([])
    })
    it('are refused when a key is unknown or the body is not JSON', async () => {
      await makePlace(open().db)
      expect((await call('POST', 'measures', { measures: [{ ...visit, extra: 1 }] })).status).toBe(400)
      expect((await call('POST', 'measures', '{')).status).toBe(400)
      expect((await call('POST', 'measures', { measures: [] })).status).toBe(400)
    })
    it('come as a Finnish table too: semicolons, decimal commas, Windows letters', async () => {
      await makePlace(open().db)
      const table =
        '\uFEFFtunnusluku;osa;jakso;arvo;lähde\r\nimage.statement;turvallisuus;2021;24,5;House of Lapland\r\n'
      const answer = await call('POST', 'measures.csv', table, { 'content-type': 'text/csv' })
      expect(answer.body).toEqual({ saved: 1, unchanged: 0 })
      const wrong = await call(
        'POST',
        'measures.csv',
        'tunnusluku;jakso;arvo;lähde\nweb.visits;2026-q5;x;a\n',
        {
          'content-type': 'text/csv',
        },
      )
      expect(wrong.body.errors.map((one: { path: string }) => one.path)).toEqual([
        'rivi 2, jakso',
        'rivi 2, arvo',
      ])
    })
    it('all come out in long form, none of them as a formula', async () => {
      const { db } = open()
      await makePlace(db)
      await makePostAt(db, '2026-08-01T10:00:00Z')
      await countWall(db, '2026-08-01', 'view', 7)
      const evil = {
        indicator: 'counter',
        dim: '=HYPERLINK("http://evil.example")',
        period: Q,
        value: '-3',
        source: '@x',
      }
      await call('POST', 'measures', { measures: [evil, visit] })
      const post = {
        place_id: 'kemijarvi',
        channel: 'linkedin',
        external_id: '71',
        published_at: now,
      } as const
      const numbers = { comments: null, shares: null, views: null, reach: 9, clicks: null, post_id: null }
      for (const [taken, likes] of [
        ['2026-10-01', 3],
        ['2026-10-08', 5],
      ] as const) {
        const days = { first_day: taken, last_day: taken, taken_at: new Date(taken), at: now }
        const about = { name: 'a.csv', file_hash: taken, rows: 1, by: 'Johanna' }
        const file = { place_id: 'kemijarvi', channel: 'linkedin', per: 'post', ...about, ...days } as const
        const id = (await addPlatformFile(db, file)) ?? 0
        await savePlatformPosts(db, [{ ...post, ...numbers, url: null, likes }], id)
      }
      const { text } = await call('GET', 'series.csv')
      const lines = text.split('\r\n')
      expect(lines[0]).toBe(
        '"place","indicator","dim","period","source","value","unit","status","sample","retrieved_at"' +
          ',"origin","revision"',
      )
      expect(text).toContain('"kemijarvi","posts","","2026-08-01","somewall",1,')
      expect(text).toContain('"kemijarvi","wall.view","etusivu","2026-08-01","somewall",7,')
      expect(text).toContain(`"counter","'=HYPERLINK(""http://evil.example"")","2026-q3","'@x","-3"`)
      expect(text).toContain('"web.visits","","2026-07-01","laskuri","10.5"')
      // Of two files that tell of a post, the newest; what neither tells has no line.
      expect(lines.filter((line) => line.includes('"post.')).map((line) => line.slice(12, 70))).toEqual([
        expect.stringMatching(/^"post.likes","71","\d{4}-\d\d-\d\d","linkedin",5,/),
        expect.stringMatching(/^"post.reach","71",.*,9,/),
      ])
    })
  })

  it('a note is kept as it was written, and a bad one is refused with every complaint', async () => {
    await makePlace(open().db)
    const note = {
      kind: 'feedback',
      day: '2026-08-01',
      theme: 'asuminen',
      body: 'Vuokra-asuntoja etsittiin.',
    }
    const made = await call('POST', 'notes', note)
    expect([made.status, made.body.id]).toEqual([201, expect.stringMatching(/^n_[a-z2-7]{12}$/)])
    const bad = await call('POST', 'notes', {
      kind: 'juoru',
      day: '2026-02-30',
      body: ' ',
      evidence_url: 'javascript:1',
    })
    expect(bad.body.errors.map((one: { path: string }) => one.path)).toEqual([
      'kind',
      'day',
      'body',
      'evidence_url',
    ])
  })

  it('a digest is compiled, written, frozen and published, and then never changes', async () => {
    const { db } = open()
    now = new Date('2026-10-10T09:00:00Z')
    await makeTown(db)
    await collectAll(db, Q)
    await makePostAt(db, '2026-08-01T10:00:00Z')
    expect((await call('GET', `digests/${Q}`)).status).toBe(404)
    const draft = await call('POST', 'digests', { quarter: Q })
    expect([draft.status, draft.body.state]).toEqual([201, 'draft'])
    const first = draft.body.figures[0]
    expect(first).toMatchObject({
      id: 'F1',
      name: 'Julkaisut',
      value: '1',
      source: 'kerätyt julkaisut',
      coverage: { days: 92, of: 92 },
      cmp: { yoy: { before: '0' }, prev: { before: '0' } },
    })
    expect(first.definition).toContain('aihetunniste')
    expect((await call('POST', `digests/${Q}/publish`)).body.code).toBe('digest-publish')
    expect((await call('POST', `digests/${Q}/freeze`)).body.code).toBe('digest-early')
    await makePostAt(db, '2026-08-02T10:00:00Z')
    const frozen = await call('POST', `digests/${Q}/freeze`, { reason: 'Valtuusto kokoontuu 12.10.' })
    expect([frozen.body.state, frozen.body.figures[0].value]).toEqual(['analysis', '2'])
    await makePostAt(db, '2026-08-03T10:00:00Z')
    expect((await call('POST', 'digests', { quarter: Q })).body.code).toBe('digest-compile')
    const empty = await call('POST', `digests/${Q}/publish`)
    expect(empty.body.code).toBe('digest-texts')
    expect(empty.body.errors.map((one: { path: string }) => one.path)).toContain('texts.conclusion1')
    expect((await call('PUT', `digests/${Q}/texts`, { texts: { johdanto: 'x' } })).status).toBe(400)
    expect((await call('PUT', `digests/${Q}/texts`, { texts: all })).body.missing).toEqual([])
    expect((await call('POST', `digests/${Q}/publish`)).body.code).toBe('digest-alone')
    const published = await call('POST', `digests/${Q}/publish`, { alone: true })
    expect([published.body.state, published.body.sha256]).toEqual(['published', frozen.body.sha256])
    for (const [method, path, body] of [
      ['POST', 'digests', { quarter: Q }],
      ['PUT', `digests/${Q}/texts`, { texts: { image: 'toinen' } }],
      ['POST', `digests/${Q}/freeze`, { reason: 'uudelleen' }],
      ['POST', `digests/${Q}/publish`, { alone: true }],
    ] as const)
      expect((await call(method, path, body)).status).toBe(409)
    const after = await call('GET', `digests/${Q}`)
    expect({ ...after.body, missing: undefined, events: undefined }).toEqual(published.body)
    expect(after.body.events.map((one: { to_state: string }) => one.to_state)).toEqual([
      'draft',
      'frozen',
      'analysis',
      'published',
    ])
    const audit = await db.selectFrom('audit').select('action').orderBy('id').execute()
    expect(audit.map((one) => one.action)).toEqual([
      'digest.draft',
      'digest.frozen',
      'digest.analysis',
      'digest.write',
      'digest.published',
    ])
  })

  it('a correction is a new revision that lists its reason and changes; the old one stays and says so', async () => {
    const { db } = open()
    now = new Date('2026-10-20T09:00:00Z')
    await makeTown(db)
    await collectAll(db, Q)
    await makePostAt(db, '2026-08-01T10:00:00Z')
    await call('POST', 'digests', { quarter: Q })
    expect((await call('POST', `digests/${Q}/correct`, { reason: 'x' })).body.code).toBe('digest-replace')
    await call('PUT', `digests/${Q}/texts`, { texts: all })
    await call('POST', `digests/${Q}/freeze`)
    await call('POST', `digests/${Q}/publish`, { alone: true })
    await makePostAt(db, '2026-08-02T10:00:00Z')
    expect((await call('POST', `digests/${Q}/correct`, { reason: ' ' })).status).toBe(400)
    const second = await call('POST', `digests/${Q}/correct`, { reason: 'Julkaisu oli jäänyt pois.' })
    expect(second.body).toMatchObject({ revision: 2, state: 'draft', texts: all })
    await call('POST', `digests/${Q}/freeze`)
    await call('POST', `digests/${Q}/publish`, { alone: true })
    const rows = await db
      .selectFrom('digest')
      .select(['revision', 'state', 'bundle'])
      .orderBy('revision')
      .execute()
    expect(rows.map((row) => [row.revision, row.state, JSON.parse(row.bundle).figures[0].value])).toEqual([
      [1, 'superseded', '1'],
      [2, 'published', '2'],
    ])
    const page = async (path: string) => {
      const html = await (await app().request(`/digests/kemijarvi/${Q}${path}`)).text()
      return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    }
    expect(await page('?revision=1')).toContain('Tämä on vanha versio. Voimassa on uudempi versio.')
    const newest = await page('')
    expect(newest).not.toContain('Tämä on vanha versio')
    for (const told of ['Julkaisu oli jäänyt pois.', 'Muutokset versioon 1 verrattuna'])
      expect(newest).toContain(told)
  })

  it('a late post changes nothing printed, and of the next digest only what it says of the past', async () => {
    const { db } = open()
    now = new Date('2026-10-20T09:00:00Z')
    await makeTown(db)
    await collectAll(db, '2026-q4')
    await makePostAt(db, '2026-08-01T10:00:00Z')
    await makePostAt(db, '2026-11-01T10:00:00Z')
    await call('POST', 'digests', { quarter: Q })
    await call('PUT', `digests/${Q}/texts`, { texts: all })
    await call('POST', `digests/${Q}/freeze`)
    await call('POST', `digests/${Q}/publish`, { alone: true })
    const printed = async () => (await app().request(`/digests/kemijarvi/${Q}.json`)).text()
    const before = await printed()
    now = new Date('2027-01-20T09:00:00Z')
    const compile = async () => (await call('POST', 'digests', { quarter: '2026-q4' })).body
    const without = await compile()
    await makePostAt(db, '2026-08-02T10:00:00Z')
    const next = await compile()
    expect(await printed()).toBe(before)
    expect(without.revised).toEqual([])
    expect(next.revised).toEqual([
      { quarter: Q, id: 'F1', dims: {}, printed: '1', printed_of: null, now: '2', now_of: null },
      ...next.revised.slice(1),
    ])
    // Its own quarter is as it was: value, coverage and weeks; the earlier quarter beside it is counted as it is now.
    const own = ({ figures, revised: _, data_id: _id, sha256: _hash, ...rest }: typeof next) => ({
      ...rest,
      figures: figures.map(({ cmp: _cmp, ...one }: { cmp: unknown }) => one),
    })
    expect(own(next)).toEqual(own(without))
    const first = next.figures.find((one: { id: string; dims: object }) => one.id === 'F1')
    expect([first.value, first.cmp.prev.before]).toEqual(['1', '2'])
  })

  it('nothing of this is for those who are not signed in, nor for another place', async () => {
    await makePlace(open().db)
    for (const [method, path] of [
      ['POST', 'measures'],
      ['POST', 'measures.csv'],
      ['GET', 'series.csv'],
      ['POST', 'notes'],
      ['POST', 'digests'],
      ['GET', `digests/${Q}`],
      ['POST', `digests/${Q}/freeze`],
    ] as const) {
      const bare = await app().request(`/api/v1/places/kemijarvi/${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      })
      expect(bare.status).toBe(401)
      const other = await app().request(`/api/v1/places/posio/${path}`, {
        method,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
      })
      expect(other.status).toBe(404)
    }
  })
})
