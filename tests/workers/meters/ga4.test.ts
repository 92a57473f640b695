// GA4 over HTTP: signing in both ways, figures by day, terms by quarter, what Google holds back, refusals.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findIndicator } from '../../../services/domain/indicators.ts'
import { ga4 } from '../../../workers/meters/ga4.ts'
import { faultOf, openOutside } from '../../outside.ts'
import { type Ga4Sim, PROPERTY, REFRESH, startGa4 } from '../../sim/ga4.ts'

let sim: Ga4Sim
let outside: ReturnType<typeof openOutside>
beforeAll(async () => {
  sim = await startGa4()
  outside = openOutside([sim.host])
  sim.add('2026-11-20', {
    sessions: 40,
    events: [
      { event: 'page_view', path: '/', n: 30 },
      { event: 'page_view', path: '/muuta/asuminen', n: 8 },
      { event: 'click', link: 'https://www.asunnot.example/kemijarvi', n: 6 },
      { event: 'view_search_results', term: 'Asunnot', n: 4 },
      { event: 'view_search_results', term: 'matti meikäläinen', n: 2 },
    ],
  })
  sim.add('2026-11-22', {
    sessions: 25,
    events: [
      { event: 'page_view', path: '/', n: 20 },
      { event: 'view_search_results', term: 'asunnot', n: 3 },
    ],
  })
})
afterAll(() => sim.stop())

const keyed = () => ({ service_account: sim.key }) as Record<string, string>
const read = (secrets: Record<string, string> = keyed(), settings: object = {}) => {
  const all = {
    property: PROPERTY,
    pages: [{ id: 'muutto', path: '/muuta' }],
    links: [{ id: 'asunnot', to: 'asunnot.example' }],
    ...settings,
  }
  const io = outside.io({ base: sim.url, secret: (name) => secrets[name] })
  return ga4.fetch(
    { id: 'kavijat', settings: ga4.settings.parse(all), tags: [] },
    { from: '2026-11-20', to: '2026-11-23' },
    io,
  )
}

const expected = {
  'web.visits 2026-11-20': '40',
  'web.visits 2026-11-22': '25',
  'web.views 2026-11-20': '38',
  'web.views 2026-11-22': '20',
  'web.views muutto 2026-11-20': '8',
  'web.outlinks asunnot 2026-11-20': '6',
  'web.searches 2026-11-20': '6',
  'web.searches 2026-11-22': '3',
  'web.search-term asunnot 2026-q4': '7',
}
const told = (measures: Awaited<ReturnType<typeof read>>['measures']) =>
  Object.fromEntries(
    measures.map(({ indicator, dim, period, value }) => [
      [indicator, dim, period].filter(Boolean).join(' '),
      value,
    ]),
  )

describe('figures from Google Analytics', () => {
  it('come by day with the key of a service account, and search terms from five searches on', async () => {
    expect(told((await read()).measures)).toEqual(expected)
  })

  it('come the same with a refresh token of the installation’s own app', async () => {
    const secrets = {
      refresh_token: REFRESH.token,
      GOOGLE_CLIENT_ID: REFRESH.id,
      GOOGLE_CLIENT_SECRET: REFRESH.secret,
    }
    expect(told((await read(secrets)).measures)).toEqual(expected)
  })

  it('are of declared indicators in their units', async () => {
    for (const { indicator, unit } of (await read()).measures)
      expect(findIndicator(indicator)?.unit).toBe(unit)
  })

  it.each([
    ['ga4-credentials', () => ({}), {}],
    ['ga4-credentials', () => ({ service_account: '{"type":"service_account"}' }), {}],
    ['ga4-credentials', () => ({ service_account: sim.key.replace('somewall@', 'somebody@') }), {}],
    [
      'ga4-credentials',
      () => ({ refresh_token: 'ended', GOOGLE_CLIENT_ID: 'a', GOOGLE_CLIENT_SECRET: 'b' }),
      {},
    ],
    ['ga4-access', keyed, { property: '987654321' }],
  ] as [string, () => Record<string, string>, object][])(
    'are refused as %s',
    async (code, secrets, settings) => {
      expect((await faultOf(read(secrets(), settings))).code).toBe(code)
    },
  )

  it('are called an estimate when Google holds small groups back', async () => {
    sim.threshold()
    const { measures } = await read()
    const days = measures.filter((one) => one.periodKind === 'day')
    expect(new Set(days.map((one) => one.status))).toEqual(new Set(['estimate']))
  })
})
