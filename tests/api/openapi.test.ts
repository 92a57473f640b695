// The OpenAPI document and the running service say the same: every operation is asked, and every answer is as told.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { packCursor } from '../../db/page.ts'
import {
  DONE,
  digestTexts,
  type Everything,
  grantedConsent,
  openEverything,
  TO_MAKE,
  TOKEN,
} from '../everything.ts'
import { NOW } from '../makers.ts'

/** Before the pause that politeness asks for between two visits that persons ask for. */
const LATER = new Date(NOW.getTime() + 3_600_000)
/** Pages and files of pages: nothing that a program would ask for. */
const pages =
  'desk assets poista ta-bort remove kerro beratta tell palaute respons feedback lupa matka studies kampanja'
const forPeople = new RegExp(`^/(${pages.replaceAll(' ', '|')}|idea|ide|ideas|vastaus|tilaus)(/|$)`)

type Content = Record<string, { schema?: Record<string, unknown> }>
type Told = { $ref?: string; headers?: Record<string, unknown>; content?: Content }
type Operation = {
  operationId: string
  requestBody?: { content: Content }
  responses: Record<string, Told>
}
type Document = {
  paths: Record<string, Record<string, Operation>>
  components: { responses: Record<string, Told> }
}
type Ask = {
  /** What must have happened before. */
  after?: () => unknown
  query?: Record<string, string>
  body?: unknown
  params?: Record<string, string>
  headers?: Record<string, string>
}

describe('OpenAPI', () => {
  let all: Everything
  let document: Document
  let reader: string
  /** What stands in a path, and the successes and refusals of each operation that are more than asking for it. */
  let params: Record<string, Record<string, string>>
  let asks: Record<string, [status: number, ask: Ask][]>

  beforeAll(async () => {
    all = await openEverything()
    document = await (await all.app.request('/openapi.json')).json()
    reader = await all.signIn('reader')
    const [, , id = '', file = ''] = all.picture.split('/')
    params = {
      '': { place: 'kemijarvi', wall: 'etusivu', quarter: TO_MAKE, id: all.post },
      readPicture: { id, file },
      openDigest: { quarter: DONE },
      readDigest: { quarter: DONE },
      ...Object.fromEntries(
        ['DigestPdf', 'DigestDocx', 'DigestXlsx', 'DigestCsv', 'ShortPdf', 'ShortDocx'].map((one) => [
          `read${one}`,
          { quarter: DONE },
        ]),
      ),
      verifyDigest: { quarter: DONE },
      openShortReport: { quarter: DONE },
      openAreaPage: { quarter: DONE, area: 'asuminen' },
      readWidget: { file: 'somewall.js' },
      collect: { id: 'tuutit' },
      readRun: { run: packCursor({ at: NOW, id: all.run }) },
    }
    asks = askAll(all)
  })
  afterAll(() => all.database.close())

  function send(name: string, path: string, operation: Operation, ask: Ask, as = TOKEN) {
    const method = name.split(' ')[0] ?? ''
    const given = { ...params[''], ...params[operation.operationId], ...ask.params }
    const filled = path.replace(/\{(\w+)\}/g, (_, one) => given[one] ?? '')
    const [type] = Object.keys(operation.requestBody?.content ?? {})
    const { body } = ask
    return all.app.request(`${filled}?${new URLSearchParams(ask.query)}`, {
      method,
      headers: {
        ...(as === reader
          ? { cookie: as, 'sec-fetch-site': 'same-origin' }
          : { authorization: `Bearer ${as}` }),
        ...(type && { 'content-type': type }),
        ...ask.headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  }

  /** The status, if all that came was told before: status, headers, type, body. */
  async function judge(name: string, operation: Operation, answer: Response): Promise<number> {
    const told = operation.responses[answer.status]
    expect([name, answer.status, told !== undefined]).toEqual([name, answer.status, true])
    const { headers = {}, content = {} } = told?.$ref
      ? (document.components.responses.Problem as Told)
      : (told ?? {})
    for (const header of Object.keys(headers))
      expect([name, header, answer.headers.has(header)]).toEqual([name, header, true])
    const type = answer.headers.get('content-type')?.split(';')[0]
    if (answer.status !== 304) expect([name, type]).toEqual([name, Object.keys(content)[0]])
    const schema = type ? content[type]?.schema : undefined
    if (schema) {
      const { error } = z.fromJSONSchema(schema).safeParse(await answer.json())
      expect([name, error?.issues ?? []]).toEqual([name, []])
    } else await answer.body?.cancel()
    return answer.status
  }

  it('is answered as it is told, every operation and every refusal that it names', async () => {
    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, operation] of Object.entries(methods)) {
        const name = `${method.toUpperCase()} ${path}`
        const told = Object.keys(operation.responses).filter((one) => one !== 'default')
        const met = new Set<number>()
        for (const [status, ask] of asks[operation.operationId] ?? [[200, {}]]) {
          await ask.after?.()
          const answer = await send(name, path, operation, ask)
          expect([name, answer.status]).toEqual([name, status])
          const etag = answer.headers.get('etag')
          met.add(await judge(name, operation, answer))
          if (!etag) continue
          const again = { ...ask, headers: { 'if-none-match': etag } }
          met.add(await judge(name, operation, await send(name, path, operation, again)))
        }
        const usual: [number, Ask, string?][] = [
          [400, operation.requestBody ? { body: { nothing: 'of ours' } } : { query: { nothing: 'of ours' } }],
          [401, {}, 'a-token-of-somebody-else'],
          [403, {}, reader],
          [404, { params: path.includes('{place}') ? { place: 'muualla' } : { id: 'm_none', file: 'none' } }],
        ]
        for (const [status, ask, as] of usual)
          if (told.includes(String(status)) && !met.has(status))
            met.add(await judge(name, operation, await send(name, path, operation, ask, as)))
        // It would take its minute.
        if (operation.operationId === 'collect') met.add(202)
        expect([name, [...met].map(String).sort()]).toEqual([name, told.sort()])
      }
  })

  it('has every route that is not for people, and no other', () => {
    const fits = (route: string) =>
      new RegExp(`^${route.replace(/:\w+(\{[^}]*\})?/g, '[^/]+').replaceAll('.', '\\.')}$`)
    const routes = all.app.routes.filter(
      ({ method, path }) => method !== 'ALL' && !forPeople.test(path) && path !== '/openapi.json',
    )
    const told = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
    )
    const untold = routes.filter(
      (route) => !told.some((one) => one.method === route.method && fits(route.path).test(one.path)),
    )
    const missing = told.filter(
      (one) => !routes.some((route) => one.method === route.method && fits(route.path).test(one.path)),
    )
    expect({ untold, missing }).toEqual({ untold: [], missing: [] })
  })

  /** In the order of the document, so that a digest is written before it is published. */
  function askAll({ database: { db }, deps: { env }, pulse, post, media, consent }: Everything): typeof asks {
    const wall = `${env.PUBLIC_URL}/walls/kemijarvi/etusivu`
    const measure = { indicator: 'web.visits', period: '2026-07-01', value: '10', source: 'laskuri' }
    return {
      readStill: [
        [200, { query: { ids: post } }],
        [404, { query: { ids: post }, params: { wall: 'muu' } }],
      ],
      openWall: [
        [200, { query: { utm_source: 'uutiskirje' } }],
        [400, { query: { limit: '0' } }],
      ],
      readOembed: [
        [200, { query: { url: wall } }],
        [404, { query: { url: 'https://elsewhere.example/' } }],
        [501, { query: { url: wall, format: 'xml' } }],
      ],
      countOne: [
        [204, { body: { place: 'kemijarvi', wall: 'etusivu', event: 'view' } }],
        [404, { body: { place: 'kemijarvi', wall: 'muu', event: 'view' } }],
      ],
      saveMeasures: [[200, { body: { measures: [measure] } }]],
      saveMeasureTable: [
        [200, { body: 'indicator,dim,period,value,source,status\nweb.visits,,2026-07-02,5,x,ok\n' }],
      ],
      saveNote: [[201, { body: { kind: 'observation', day: '2026-08-01', body: 'Torilla oli väkeä.' } }]],
      openLatestDigest: [[302, {}]],
      draftDigest: [
        [201, { body: { quarter: TO_MAKE } }],
        [409, { body: { quarter: DONE } }],
      ],
      writeDigest: [
        [200, { body: { texts: digestTexts } }],
        [409, { body: { texts: digestTexts }, params: { quarter: DONE } }],
      ],
      freezeDigest: [
        [200, {}],
        [409, { params: { quarter: DONE } }],
      ],
      publishDigest: [
        [200, { body: { alone: true } }],
        [409, { params: { quarter: DONE } }],
      ],
      correctDigest: [
        [201, { body: { reason: 'Luku oli väärin.' } }],
        [409, { body: { reason: 'Luku oli väärin.' } }],
      ],
      decide: [
        [200, { body: { action: 'show', version: 1 } }],
        [409, { body: { action: 'hide', version: 1 } }],
      ],
      describe: [[204, { body: { media, texts: { fi: 'Lumi' } } }]],
      recordConsent: [
        [201, { body: grantedConsent }],
        [200, { body: { state: 'withdrawn', consent } }],
      ],
      collect: [
        [
          429,
          { after: () => db.updateTable('source').set({ fault_kind: 'rate', next_at: LATER }).execute() },
        ],
        [200, { after: () => db.updateTable('source').set({ fault_kind: null }).execute() }],
        [409, { after: () => db.updateTable('source').set({ active: false }).execute() }],
      ],
      readRun: [
        [202, {}],
        [200, { after: () => db.updateTable('source_run').set({ ended_at: NOW }).execute() }],
      ],
      isReady: [
        [200, {}],
        [503, { after: () => Object.assign(pulse, { seconds: 60 }) }],
      ],
      readMetrics: [
        [200, {}],
        [401, { headers: { authorization: 'Bearer wrong' } }],
        [404, { after: () => Object.assign(env, { METRICS_TOKEN: undefined }) }],
      ],
    }
  }
})
