// The OpenAPI document and the running service say the same: every operation is asked, and every answer is as told.
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { makeId } from '../../db/ids.ts'
import type { Database, Db } from '../../db/open.ts'
import { packCursor } from '../../db/page.ts'
import { healthRoutes } from '../../services/api/health.ts'
import { createApp } from '../../services/app.ts'
import type { Deps } from '../../services/deps.ts'
import { sections } from '../../services/domain/digest-states.ts'
import { cookieName } from '../../services/session.ts'
import { openTestEmbedded } from '../db.ts'
import { signInAs } from '../desk/desk.ts'
import { collectAll, makePostAt } from '../digest-makers.ts'
import { makeAccount, makePost, NOW } from '../makers.ts'
import { fillWall, makeDeps } from '../wall.ts'

const TOKEN = 'a-bearer-token-of-forty-characters-or-so'
/** One that is made while we ask, and one that is published already. */
const [MADE, DONE] = ['2026-q3', '2026-q2']
/** Pages and files of pages: nothing that a program would ask for. */
const forPeople = /^\/(desk|assets|poista|ta-bort|remove)(\/|$)/

const trusted = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' }
const texts = Object.fromEntries(sections.map(({ id }) => [id, '-']))

const consent = {
  state: 'granted',
  scope: { wall: true },
  evidence: { kind: 'note', ref: 'Puhelimessa' },
  asked_how: 'puhelimella',
  child: 'no',
}

type Content = Record<string, { schema?: Record<string, unknown> }>
type Told = { $ref?: string; headers?: Record<string, unknown>; content?: Content }
type Operation = {
  parameters?: { name: string; in: string }[]
  requestBody?: { content: Content }
  responses: Record<string, Told>
  security: unknown[]
  description: string
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
  let database: Database
  let app: Hono
  let document: Document
  let reader: string
  /** What stands in a path, and the successes and refusals of each operation that are more than asking for it. */
  let params: Record<string, Record<string, string>>
  let asks: Record<string, [status: number, ask: Ask][]>
  const pulse = { seconds: 1 }

  beforeAll(async () => {
    database = await openTestEmbedded()
    await fillWall(database)
    const { db } = database
    await collectAll(db, MADE)
    await makePostAt(db, '2026-08-01T10:00:00Z', { account: await makeAccount(db, { kind: 'own' }) })
    const resident = await makePost(db, { account_id: await makeAccount(db) })
    const media = makeId('m')
    await db
      .insertInto('media')
      .values({
        ...{ public_id: media, post_id: resident.id, place_id: 'kemijarvi', position: 0, kind: 'image' },
        source_url: 'https://example.org/1.jpg',
      })
      .execute()
    const run = await db
      .insertInto('source_run')
      .values({ place_id: 'kemijarvi', source_id: 'tuutit', trigger: 'person', started_at: NOW })
      .returning('id')
      .executeTakeFirstOrThrow()
    const deps = makeDeps(database, { queue: { send: endVisit } })
    Object.assign(deps.env, { ADMIN_TOKEN: TOKEN, METRICS_TOKEN: TOKEN })
    app = createApp(deps).route(
      '/',
      healthRoutes({ ...deps, pulse: { age: () => pulse.seconds }, countJobs: async () => [] }),
    )
    document = await (await app.request('/openapi.json')).json()
    const { secret } = await signInAs({ app, deps, sent: [], now: () => {} }, 'reader')
    reader = `${cookieName(deps.env.PUBLIC_URL)}=${secret}`
    const made = `/api/v1/places/kemijarvi/digests`
    const given = await app.request(`/api/v1/places/kemijarvi/posts/${resident.public_id}/consents`, {
      ...{ method: 'POST', body: JSON.stringify(consent), headers: trusted },
    })
    for (const [method, path, body] of [
      ['POST', made, { quarter: DONE }],
      ['PUT', `${made}/${DONE}/texts`, { texts }],
      ['POST', `${made}/${DONE}/freeze`, {}],
      ['POST', `${made}/${DONE}/publish`, { alone: true }],
    ] as const)
      await app.request(path, { method, body: JSON.stringify(body), headers: trusted })
    const shown = await (await app.request('/api/v1/walls/kemijarvi/etusivu')).json()
    const [, id = '', file = ''] = (shown.lead[0].media[0].src as string).match(/media\/(\w+)\/(.+)/) ?? []
    params = {
      '': { place: 'kemijarvi', wall: 'etusivu', quarter: MADE, id: resident.public_id },
      readPicture: { id, file },
      openDigest: { quarter: DONE },
      readDigest: { quarter: DONE },
      readWidget: { file: 'somewall.js' },
      collect: { id: 'uutiset' },
      readRun: { run: packCursor({ at: NOW, id: run.id }) },
    }
    asks = askAll(deps, {
      media,
      given: (await given.json()).id,
      wall: 'https://seina.example.fi/walls/kemijarvi/etusivu',
    })
  })
  afterAll(() => database.close())

  /** A worker that has nothing to do. */
  const endVisit: Deps['queue']['send'] = async (_, payload, options) => {
    const { run } = payload as { run: number }
    const db = options?.db as Db
    await db.updateTable('source_run').set({ ended_at: NOW }).where('id', '=', run).execute()
  }

  function send(name: string, path: string, operation: Operation, ask: Ask, as = TOKEN) {
    const method = name.split(' ')[0] ?? ''
    const given = { ...params[''], ...params[operationId(operation)], ...ask.params }
    const filled = path.replace(/\{(\w+)\}/g, (_, one) => given[one] ?? '')
    const [type] = Object.keys(operation.requestBody?.content ?? {})
    const { body } = ask
    return app.request(`${filled}?${new URLSearchParams(ask.query)}`, {
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
  const operationId = (operation: Operation) => (operation as unknown as { operationId: string }).operationId

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
        for (const [status, ask] of asks[operationId(operation)] ?? [[200, {}]]) {
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
        if (operationId(operation) === 'collect') met.add(202)
        expect([name, [...met].map(String).sort()]).toEqual([name, told.sort()])
      }
  })

  it('has every route that is not for people, and no other', () => {
    const fits = (route: string) =>
      new RegExp(`^${route.replace(/:\w+(\{[^}]*\})?/g, '[^/]+').replaceAll('.', '\\.')}$`)
    const routes = app.routes.filter(
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
  function askAll(
    { db, env }: Deps,
    { media, wall, given }: { media: string; wall: string; given: string },
  ): typeof asks {
    const measure = { indicator: 'web.visits', period: '2026-07-01', value: '10', source: 'laskuri' }
    return {
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
        [201, { body: { quarter: MADE } }],
        [409, { body: { quarter: DONE } }],
      ],
      writeDigest: [
        [200, { body: { texts } }],
        [409, { body: { texts }, params: { quarter: DONE } }],
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
        [201, { body: consent }],
        [200, { body: { state: 'withdrawn', consent: given } }],
      ],
      collect: [
        [200, {}],
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
