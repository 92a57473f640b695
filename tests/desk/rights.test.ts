// Who may do what: every route of the desk and of a place's JSON, for every role, at one's own and at another place.
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../db/open.ts'
import { roles } from '../../db/schema.ts'
import { may, type Right } from '../../services/domain/roles.ts'
import { openTestEmbedded } from '../db.ts'
import { makeAccount, makePlace, makePost } from '../makers.ts'
import { type Login, openDesk, signInAs, type TestDesk } from './desk.ts'

/** Every route with the right that it asks for: `operate` an operator, `open` only a session, `door` not even that. */
const routes: Record<string, Right | 'open' | 'operate' | 'door'> = {
  'GET /desk/login': 'door',
  'POST /desk/login': 'door',
  'GET /desk/link/:secret': 'door',
  'POST /desk/link/:secret': 'door',
  'GET /desk/town': 'door',
  'GET /desk/town/back': 'door',
  'GET /desk/me/town': 'open',
  'GET /desk/door': 'operate',
  'POST /desk/door': 'operate',
  'POST /desk/again': 'open',
  'POST /desk/logout': 'open',
  'POST /desk/language': 'open',
  'GET /desk': 'open',
  'GET /desk/me': 'open',
  'POST /desk/me/password': 'open',
  'POST /desk/me/sessions': 'open',
  'GET /desk/health': 'operate',
  'GET /desk/platforms': 'operate',
  'POST /desk/platforms/:step': 'operate',
  'GET /desk/:place': 'read',
  'GET /desk/:place/inbox': 'curate',
  'GET /desk/:place/posts/:id': 'curate',
  'POST /desk/:place/posts/:id/decisions': 'curate',
  'POST /desk/:place/posts/:id/consents': 'curate',
  'POST /desk/:place/posts/:id/topics': 'curate',
  'POST /desk/:place/posts/:id/handovers': 'curate',
  'POST /desk/:place/posts/:id/handovers/settle': 'curate',
  'POST /desk/:place/decisions': 'curate',
  'POST /desk/:place/posts/:id/consents/:consent/end': 'curate',
  'POST /desk/:place/posts/:id/consents/ask': 'curate',
  'POST /desk/:place/posts/:id/consents/:consent/refuse': 'curate',
  'GET /desk/:place/posts/:id/ask': 'curate',
  'POST /desk/:place/posts/:id/marks': 'curate',
  'GET /desk/:place/pictures/:id': 'curate',
  'GET /desk/:place/link': 'curate',
  'POST /desk/:place/link': 'curate',
  'GET /desk/:place/sheet': 'curate',
  'GET /desk/:place/sheet/template.csv': 'curate',
  'POST /desk/:place/sheet/import': 'curate',
  'GET /desk/:place/lift': 'curate',
  'POST /desk/:place/lift/weeks': 'curate',
  'POST /desk/:place/lift/settings': 'edit',
  'GET /desk/:place/journeys': 'curate',
  'POST /desk/:place/journeys': 'curate',
  'GET /desk/:place/journeys/:id': 'curate',
  'POST /desk/:place/journeys/:id': 'curate',
  'GET /desk/:place/sources': 'edit',
  'POST /desk/:place/sources/:id/switch': 'edit',
  'POST /desk/:place/sources/:id/collect': 'edit',
  'GET /desk/:place/sources/new': 'edit',
  'POST /desk/:place/sources/new': 'edit',
  'GET /desk/:place/sources/:id': 'edit',
  'POST /desk/:place/sources/:id': 'edit',
  'GET /desk/:place/guide': 'edit',
  'GET /desk/:place/guide/:channel': 'edit',
  'POST /desk/:place/guide/:channel/:step': 'edit',
  'POST /desk/:place/stories': 'edit',
  'GET /desk/:place/settings': 'edit',
  'GET /desk/:place/embed': 'edit',
  'GET /desk/:place/embed/somewall.zip': 'edit',
  'GET /desk/:place/families': 'edit',
  'POST /desk/:place/families': 'edit',
  'POST /desk/:place/families/:id/remove': 'edit',
  'GET /desk/:place/accounts': 'edit',
  'POST /desk/:place/accounts': 'edit',
  'POST /desk/:place/accounts/:id': 'edit',
  'GET /desk/:place/rules': 'edit',
  'POST /desk/:place/rules/lists': 'edit',
  'GET /desk/:place/rules/:id': 'edit',
  'POST /desk/:place/rules/:id': 'edit',
  'POST /desk/:place/rules/:id/switch': 'edit',
  'POST /desk/:place/rules/:id/remove': 'edit',
  'GET /desk/:place/lists': 'edit',
  'POST /desk/:place/lists/:list': 'edit',
  'GET /desk/:place/walls': 'edit',
  'POST /desk/:place/walls': 'edit',
  'GET /desk/:place/walls/:id/remove': 'edit',
  'POST /desk/:place/walls/:id/remove': 'edit',
  'GET /desk/:place/notices': 'edit',
  'POST /desk/:place/notices': 'edit',
  'GET /desk/:place/place': 'edit',
  'POST /desk/:place/place': 'edit',
  'GET /desk/:place/place/file': 'administer',
  'GET /desk/:place/members': 'curate',
  'POST /desk/:place/members/:id': 'curate',
  'GET /desk/:place/history': 'edit',
  'GET /desk/:place/keeping': 'administer',
  'GET /desk/:place/records': 'edit',
  'POST /desk/:place/history/:id/undo': 'edit',
  'GET /desk/:place/removals': 'edit',
  'POST /desk/:place/removals': 'edit',
  'POST /desk/:place/removals/:id': 'edit',
  'GET /desk/:place/people': 'administer',
  'POST /desk/:place/people': 'administer',
  'POST /desk/:place/people/:id/role': 'administer',
  'POST /desk/:place/people/:id/link': 'administer',
  'POST /desk/:place/people/:id/end': 'administer',
  'POST /desk/:place/weekly': 'read',
  'GET /desk/:place/reports': 'read',
  'GET /desk/:place/reports/:id': 'read',
  'POST /desk/:place/reports/:id': 'write',
  'POST /desk/:place/reports/:id/send': 'edit',
  'GET /desk/:place/clock': 'read',
  'GET /desk/:place/clock/years/:year': 'read',
  'POST /desk/:place/clock/usual': 'edit',
  'GET /desk/:place/clock/items': 'edit',
  'POST /desk/:place/clock/items': 'edit',
  'POST /desk/:place/clock/items/:id/leads': 'edit',
  'POST /desk/:place/clock/items/:id/end': 'edit',
  'POST /desk/:place/clock/rounds/:item/:key': 'write',
  'GET /desk/:place/duties': 'read',
  'POST /desk/:place/duties': 'administer',
  'POST /desk/:place/duties/:id/remove': 'administer',
  'GET /desk/:place/audit': 'edit',
  'GET /desk/:place/sample': 'administer',
  'POST /desk/:place/sample': 'administer',
  'GET /desk/:place/digests': 'read',
  'POST /desk/:place/digests': 'write',
  'GET /desk/:place/digests/:quarter': 'read',
  'GET /desk/:place/digests/:quarter/preview': 'read',
  'POST /desk/:place/digests/:quarter/compile': 'write',
  'POST /desk/:place/digests/:quarter/texts': 'write',
  'POST /desk/:place/digests/:quarter/freeze': 'edit',
  'POST /desk/:place/digests/:quarter/publish': 'edit',
  'POST /desk/:place/digests/:quarter/correct': 'edit',
  'POST /desk/:place/digests/:quarter/send': 'edit',
  'GET /desk/:place/digests/:quarter/preview.pdf': 'read',
  'GET /desk/:place/plan': 'read',
  'POST /desk/:place/plan': 'write',
  'GET /desk/:place/plan/:id': 'read',
  'GET /desk/:place/plan/:id/read': 'read',
  'GET /desk/:place/plan/:id/plan.pdf': 'read',
  'GET /desk/:place/plan/:id/plan.docx': 'read',
  'POST /desk/:place/plan/:id/measures': 'write',
  'POST /desk/:place/plan/:id/move': 'edit',
  'POST /desk/:place/plans': 'write',
  'POST /desk/:place/plans/:id/remove': 'write',
  'POST /desk/:place/goals': 'write',
  'POST /desk/:place/goals/:id/remove': 'write',
  'GET /desk/:place/actions/:id': 'read',
  'POST /desk/:place/actions': 'write',
  'POST /desk/:place/actions/:id/remove': 'write',
  'POST /desk/:place/actions/:id/posts': 'write',
  'GET /desk/:place/cards': 'read',
  'POST /desk/:place/cards': 'write',
  'POST /desk/:place/cards/:id/remove': 'write',
  'GET /desk/:place/process': 'read',
  'POST /desk/:place/process/:year': 'edit',
  'POST /desk/:place/process/:year/stage': 'edit',
  'POST /desk/:place/process/:year/review': 'edit',
  'POST /desk/:place/process/:year/ticks': 'write',
  'GET /desk/:place/audiences': 'read',
  'POST /desk/:place/audiences': 'edit',
  'POST /desk/:place/audiences/model': 'edit',
  'POST /desk/:place/audiences/:id/remove': 'edit',
  'POST /desk/:place/rings': 'edit',
  'POST /desk/:place/rings/:id/remove': 'edit',
  'GET /desk/:place/channels': 'read',
  'POST /desk/:place/channels': 'edit',
  'POST /desk/:place/channels/fill': 'edit',
  'POST /desk/:place/channels/:id/remove': 'edit',
  'GET /desk/:place/recipients': 'edit',
  'POST /desk/:place/recipients': 'edit',
  'POST /desk/:place/recipients/:id/stop': 'edit',
  'POST /desk/:place/digests/:quarter/actions': 'write',
  'POST /desk/:place/digests/:quarter/take-back': 'write',
  'POST /desk/:place/digests/:quarter/tell': 'write',
  'POST /desk/:place/digests/:quarter/comments': 'write',
  'POST /desk/:place/digests/:quarter/sign': 'write',
  'POST /desk/:place/digests/:quarter/waive': 'edit',
  'POST /desk/:place/digests/:quarter/deliver': 'edit',
  'POST /desk/:place/digests/:quarter/handle': 'edit',
  'GET /desk/:place/brought': 'write',
  'POST /desk/:place/quotes': 'write',
  'POST /desk/:place/quotes/:id/remove': 'write',
  'POST /desk/:place/strategy': 'edit',
  'GET /desk/:place/surveys': 'write',
  'POST /desk/:place/surveys': 'write',
  'GET /desk/:place/surveys/:id': 'write',
  'POST /desk/:place/surveys/:id/paper': 'write',
  'POST /desk/:place/surveys/:id/table': 'write',
  'GET /desk/:place/labels': 'write',
  'POST /desk/:place/labels': 'write',
  'POST /desk/:place/labels/words': 'edit',
  'GET /desk/:place/targets': 'write',
  'POST /desk/:place/targets': 'write',
  'POST /desk/:place/targets/begin': 'write',
  'POST /desk/:place/targets/change': 'write',
  'POST /desk/:place/targets/note': 'write',
  'POST /desk/:place/targets/remove': 'write',
  'GET /desk/:place/targets/actuals': 'read',
  'GET /desk/:place/targets/:id/parts': 'write',
  'POST /desk/:place/targets/:id/parts': 'write',
  'GET /desk/:place/campaigns': 'write',
  'POST /desk/:place/campaigns': 'write',
  'POST /desk/:place/campaigns/budget': 'write',
  'GET /desk/:place/campaigns/:id': 'write',
  'POST /desk/:place/campaigns/:id': 'write',
  'POST /desk/:place/campaigns/:id/counters': 'write',
  'POST /desk/:place/campaigns/:id/marks': 'write',
  'POST /desk/:place/campaigns/:id/remove': 'write',
  'POST /desk/:place/campaigns/:id/money': 'write',
  'POST /desk/:place/campaigns/:id/doors': 'write',
  'POST /desk/:place/campaigns/:id/follow-ups': 'write',
  'POST /desk/:place/campaigns/:id/publish': 'curate',
  'POST /desk/:place/campaigns/:id/winners': 'curate',
  'GET /desk/:place/ideas': 'curate',
  'POST /desk/:place/ideas/settings': 'edit',
  'POST /desk/:place/ideas/:id': 'curate',
  'POST /desk/:place/notes/:id': 'write',
  'GET /desk/:place/notes': 'write',
  'POST /desk/:place/notes': 'write',
  'GET /desk/:place/measures': 'write',
  'POST /desk/:place/measures': 'write',
  'POST /desk/:place/measures/import': 'write',
  'GET /desk/:place/exports': 'write',
  'GET /desk/:place/studies': 'write',
  'POST /desk/:place/studies': 'write',
  'GET /desk/:place/studies/:id/file': 'write',
  'POST /desk/:place/studies/:id/remove': 'write',
  'POST /desk/:place/exports/import': 'write',
  'POST /desk/:place/exports/:id/remove': 'write',
  'GET /api/v1/places/:place/sources': 'edit',
  'POST /api/v1/places/:place/sources/:id/collect': 'edit',
  'GET /api/v1/places/:place/runs/:run': 'edit',
  'GET /api/v1/places/:place/posts': 'curate',
  'GET /api/v1/places/:place/posts/:id': 'curate',
  'POST /api/v1/places/:place/posts/:id/decisions': 'curate',
  'PUT /api/v1/places/:place/posts/:id/descriptions': 'curate',
  'POST /api/v1/places/:place/posts/:id/consents': 'curate',
  'GET /api/v1/places/:place/audit': 'edit',
  'POST /api/v1/places/:place/measures': 'write',
  'POST /api/v1/places/:place/measures.csv': 'write',
  'GET /api/v1/places/:place/series.csv': 'read',
  'POST /api/v1/places/:place/notes': 'write',
  'POST /api/v1/places/:place/digests': 'write',
  'GET /api/v1/places/:place/digests/:quarter': 'read',
  'GET /api/v1/places/:place/digests/:quarter/verify': 'read',
  'PUT /api/v1/places/:place/digests/:quarter/texts': 'write',
  'POST /api/v1/places/:place/digests/:quarter/freeze': 'edit',
  'POST /api/v1/places/:place/digests/:quarter/publish': 'edit',
  'POST /api/v1/places/:place/digests/:quarter/correct': 'edit',
}

const listRoutes = (app: Hono) =>
  [
    ...new Set(
      app.routes
        .filter((one) => one.method !== 'ALL' && /^\/(desk|api\/v1\/places)(\/|$)/.test(one.path))
        .map((one) => `${one.method} ${one.path}`),
    ),
  ].sort()

describe('rights', () => {
  let database: Database
  let desk: TestDesk
  let post: string
  const people = new Map<string, Login>()
  beforeAll(async () => {
    database = await openTestEmbedded()
    await makePlace(database.db)
    await makePlace(database.db, 'posio')
    desk = openDesk(database)
    post = (await makePost(database.db, { account_id: await makeAccount(database.db) })).public_id
    for (const role of roles) people.set(role, await signInAs(desk, role))
    people.set('operator', await signInAs(desk, undefined, { operator: true }))
  })
  afterAll(() => database.close())

  const ask = (route: string, place: string, login: Login | undefined) => {
    const [method = '', path = ''] = route.split(' ')
    const real = path
      .replace(':place', place)
      .replace('posts/:id', `posts/${post}`)
      .replace('sources/:id', 'sources/none')
      .replace(/:\w+/g, '999')
    const json = path.startsWith('/api')
    const headers: Record<string, string> = {
      accept: json ? 'application/json' : 'text/html',
      'sec-fetch-site': 'same-origin',
      'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
      ...(login && { cookie: login.cookie }),
    }
    // Nothing valid is sent: whoever may is told what is missing, and nothing is changed on the way.
    const body = method === 'GET' ? {} : { body: json ? '{}' : `csrf=${login?.csrf ?? ''}` }
    return desk.app.request(real, { method, headers, ...body })
  }

  it('are listed for every route there is', () => {
    const there = listRoutes(desk.app)
    expect(there.filter((one) => !(one in routes))).toEqual([])
    expect(Object.keys(routes).filter((one) => !there.includes(one))).toEqual([])
  })

  const guarded = Object.entries(routes).filter(([, right]) => !['door', 'open', 'operate'].includes(right))
  it.each(guarded)('%s asks for %s', async (route, right) => {
    for (const role of roles) {
      const { status } = await ask(route, 'kemijarvi', people.get(role))
      if (may(role, right as Right)) expect([role, status]).not.toEqual([role, 403])
      else expect([role, status]).toEqual([role, 403])
      expect([role, status]).not.toEqual([role, 500])
    }
  })
  it.each(guarded)('%s at a foreign or unknown place is not found, for every role', async (route) => {
    for (const [name, login] of people)
      for (const place of ['posio', 'muualla'])
        expect([name, place, (await ask(route, place, login)).status]).toEqual([name, place, 404])
  })
  it.each(guarded)('%s does not know an operator without a role at the place', async (route) => {
    expect((await ask(route, 'kemijarvi', people.get('operator'))).status).toBe(404)
  })
  it.each(Object.keys(routes).filter((one) => routes[one] === 'operate'))(
    '%s is for operators',
    async (route) => {
      for (const [name, login] of people) {
        const { status } = await ask(route, 'kemijarvi', login)
        if (name === 'operator')
          expect([route, [200, 303, 404]]).toEqual([route, expect.arrayContaining([status])])
        else expect([name, status]).toEqual([name, 403])
      }
    },
  )
  it.each(Object.entries(routes).filter(([, right]) => right !== 'door'))(
    '%s is 401 without a session',
    async (route) => {
      expect((await ask(route, 'kemijarvi', undefined)).status).toBe(401)
    },
  )

  it('the administrator’s token has every right, at places that exist', async () => {
    const { ADMIN_TOKEN } = desk.deps.env
    const read = (path: string) =>
      desk.app.request(`/api/v1/places/${path}`, { headers: { authorization: `Bearer ${ADMIN_TOKEN}` } })
    expect((await read('kemijarvi/audit')).status).toBe(200)
    expect((await read('posio/posts')).status).toBe(200)
    expect((await read('muualla/posts')).status).toBe(404)
  })

  it('private answers are never kept by caches and never framed', async () => {
    for (const route of ['GET /desk/:place', 'GET /api/v1/places/:place/posts', 'GET /desk/:place/people']) {
      const { headers } = await ask(route, 'kemijarvi', people.get('admin'))
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})
