// Matomo over HTTP: figures by day, terms by quarter, refusals.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findIndicator } from '../../../services/domain/indicators.ts'
import type { Http } from '../../../services/domain/source.ts'
import { meters } from '../../../workers/meters/index.ts'
import { under } from '../../../workers/meters/matomo/answer.ts'
import { matomo } from '../../../workers/meters/matomo.ts'
import { NOW } from '../../makers.ts'
import { faultOf, openOutside } from '../../outside.ts'
import { type MatomoSim, startMatomo } from '../../sim/matomo.ts'

let sim: MatomoSim
let outside: ReturnType<typeof openOutside>
beforeAll(async () => {
  sim = await startMatomo({ clock: () => NOW })
  outside = openOutside([sim.host], { clock: () => NOW })
  sim.add('2026-11-20', {
    visits: 40,
    pages: { '/index': 30, '/muuta': 12, '/muuta/asuminen': 8, '/muuttajat': 5, '/Muuta/?utm=x': 2 },
    searches: { Asunnot: 4, työpaikat: 2 },
    empty: { lentokenttä: 3 },
    outlinks: { 'https://www.asunnot.example/kemijarvi': 6, 'https://muu.example/': 1 },
  })
  sim.add('2026-11-22', {
    visits: 25,
    pages: { '/index': 20 },
    searches: { asunnot: 3, 'matti meikäläinen': 1 },
  })
})
beforeEach(() => {
  sim.fail(null)
  sim.requests.length = 0
})
afterAll(() => sim.stop())

const read = (from: string, to: string, more: object = {}, token: string | undefined = 'matomo-test-token') =>
  matomo.fetch(
    { id: 'kavijat', settings: matomo.settings.parse({ url: sim.url, site: 1, ...more }), tags: [] },
    { from, to },
    outside.io({ secret: (name) => (name === 'token' ? token : undefined) }),
  )
const values = async (from: string, to: string, more: object = {}) =>
  Object.fromEntries(
    (await read(from, to, more)).measures.map(({ indicator, dim, period, value }) => [
      [indicator, dim, period].filter(Boolean).join(' '),
      value,
    ]),
  )

describe('figures of a website', () => {
  it('by day: visits, views, searches, page groups and the sites people go on to', async () => {
    const pages = [
      { id: 'muutto', path: '/muuta' },
      { id: 'etusivu', path: '/' },
    ]
    const links = [{ id: 'asunnot', to: 'asunnot.example' }]
    expect(await values('2026-11-20', '2026-11-23', { pages, links })).toEqual({
      'web.visits 2026-11-20': '40',
      'web.views 2026-11-20': '57',
      'web.views muutto 2026-11-20': '22',
      'web.views etusivu 2026-11-20': '30',
      'web.searches 2026-11-20': '9',
      'web.outlinks asunnot 2026-11-20': '6',
      // A day on which nothing happened, and Matomo said so.
      'web.visits 2026-11-21': '0',
      'web.views 2026-11-21': '0',
      'web.views muutto 2026-11-21': '0',
      'web.views etusivu 2026-11-21': '0',
      'web.searches 2026-11-21': '0',
      'web.outlinks asunnot 2026-11-21': '0',
      'web.visits 2026-11-22': '25',
      'web.views 2026-11-22': '20',
      'web.views muutto 2026-11-22': '0',
      'web.views etusivu 2026-11-22': '20',
      'web.searches 2026-11-22': '4',
      'web.outlinks asunnot 2026-11-22': '0',
      'web.searches-empty 2026-q4': '3',
      'web.search-term asunnot 2026-q4': '7',
    })
  })

  it('a search term is taken in only from five searches in its quarter', async () => {
    const { measures } = await read('2026-11-20', '2026-11-23')
    const terms = measures.filter(({ indicator }) => indicator === 'web.search-term')
    expect(terms).toMatchObject([
      { dim: 'asunnot', periodKind: 'quarter', period: '2026-q4', status: 'partial' },
    ])
  })

  it('a day that is not answered for, and a number that is not told, stay unknown, never 0', async () => {
    const days = {
      '2026-11-20': { nb_visits: 7, nb_pageviews: 9 },
      '2026-11-21': { nb_visits: null, nb_pageviews: 2 },
      '2026-11-22': [],
      '2026-11-23': { nb_visits: -1, nb_pageviews: 1 },
      '2026-11-24': { nb_visits: 1, nb_pageviews: 1 },
    }
    const http: Http = async (url, ask) => {
      const table = ask?.body?.includes('period=range')
      return { status: 200, headers: {}, url, bytes: Buffer.from(JSON.stringify(table ? [] : days)) }
    }
    const source = { id: 'x', settings: matomo.settings.parse({ url: sim.url, site: 1 }), tags: [] }
    const io = outside.io({ http, secret: () => 'matomo-test-token' })
    const got = await matomo.fetch(source, { from: '2026-11-19', to: '2026-11-25' }, io)
    const visits = got.measures.filter(({ indicator }) => indicator === 'web.visits')
    expect(visits.map(({ period, value }) => [period, value])).toEqual([
      ['2026-11-20', '7'],
      ['2026-11-22', '0'],
      ['2026-11-24', '1'],
    ])
    expect(got.skipped).toBe(2)
  })

  it('long stretches are asked for in pieces, quarters each on their own', async () => {
    const { measures: got } = await read('2026-04-15', '2026-11-23', {
      pages: [{ id: 'muutto', path: '/muuta' }],
    })
    const days = got.filter(({ indicator }) => indicator === 'web.visits').map(({ period }) => period)
    expect([days[0], days.at(-1), days.length, new Set(days).size]).toEqual([
      '2026-04-15',
      '2026-11-22',
      222,
      222,
    ])
    expect(
      got
        .filter(({ indicator }) => indicator === 'web.searches-empty')
        .map(({ period, status }) => [period, status]),
    ).toEqual([
      ['2026-q2', 'ok'],
      ['2026-q3', 'ok'],
      ['2026-q4', 'partial'],
    ])
    const grouped = got.filter(({ dim }) => dim === 'muutto').map(({ period }) => period)
    expect(grouped).toEqual(days)
    // Two for the totals, three pieces of pages, two for each quarter: a year's first visit must fit in its time.
    expect(sim.requests).toHaveLength(2 + 3 + 6)
  })

  it('the token goes in the body, never in an address', async () => {
    await read('2026-11-20', '2026-11-21')
    expect(sim.requests.length).toBeGreaterThan(3)
    for (const one of sim.requests) {
      expect([one.method, one.path, one.query.toString()]).toEqual(['POST', '/index.php', ''])
      expect(one.body).toContain('token_auth=matomo-test-token')
    }
  })

  it('every measure is of a declared indicator, in its unit', async () => {
    const pages = [{ id: 'muutto', path: '/muuta' }]
    const { measures } = await read('2026-11-20', '2026-11-23', { pages })
    for (const { indicator, unit, dim } of measures) {
      const declared = findIndicator(indicator)
      expect(declared?.unit, indicator).toBe(unit)
      if (dim) expect(declared?.dim, indicator).not.toBeNull()
    }
  })
})

describe('Matomo that does not answer as hoped', () => {
  it('a wrong token, no token, no right to the site', async () => {
    const fault = await faultOf(read('2026-11-20', '2026-11-21', {}, 'wrong-token'))
    expect([fault.kind, fault.code]).toEqual(['auth', 'matomo-token'])
    expect(fault.message).not.toContain('wrong-token')
    expect(await faultOf(read('2026-11-20', '2026-11-21', { site: 9 }))).toMatchObject({
      code: 'matomo-token',
    })
    sim.requests.length = 0
    const io = outside.io()
    const source = { id: 'x', settings: matomo.settings.parse({ url: sim.url, site: 1 }), tags: [] }
    expect(await faultOf(matomo.fetch(source, { from: '2026-11-20', to: '2026-11-21' }, io))).toMatchObject({
      code: 'matomo-token',
    })
    expect(sim.requests).toEqual([])
  })

  const json = (body: string) => ({ headers: { 'content-type': 'application/json' }, body })
  it.each([
    [json('{"result":"error","message":"The database is not available"}'), 'shape', 'matomo-refused'],
    [json('{"value":7}'), 'shape', 'matomo-shape'],
    [json('[1]'), 'shape', 'matomo-shape'],
    ['login', 'shape', 'page-instead'],
    ['empty', 'shape', 'empty'],
    ['garbage', 'shape', 'not-json'],
    ['busy', 'busy', 'busy'],
    ['cut', 'network', 'cut'],
    ['loop', 'shape', 'moved'],
  ] as const)('%j is %s, %s', async (how, kind, code) => {
    sim.fail(how)
    expect(await faultOf(read('2026-11-20', '2026-11-21'))).toMatchObject({ kind, code })
  })
})

describe('a page group', () => {
  it.each([
    ['/muuta', '/muuta', true],
    ['/muuta/asuminen', '/muuta', true],
    ['/muuta/', '/muuta/', true],
    ['/Muuta/index', '/muuta', true],
    ['/muuta/index.php?x=1', '/muuta', true],
    ['muuta/x', '/muuta', true],
    ['/ty%C3%B6', '/työ', true],
    ['/muuttajat', '/muuta', false],
    ['/en/muuta', '/muuta', false],
    ['/index', '/', true],
    ['/', '/', true],
    ['/muuta', '/', false],
    ['/%E0%A4%A', '/muuta', false],
  ])('%s under %s: %s', (label, path, expected) => expect(under(label, path)).toBe(expected))
})

it('every meter is listed once', () => {
  const names = meters.map(({ name }) => name)
  expect(names).toEqual([...new Set(names)])
})
