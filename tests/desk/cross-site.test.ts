// What other sites send is refused: content types × origins × Sec-Fetch-Site, with and without each header.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../db/open.ts'
import { openTestEmbedded } from '../db.ts'
import { makePlace, makePost } from '../makers.ts'
import { ADMIN_TOKEN, type Login, ORIGIN, openDesk, signInAs, type TestDesk } from './desk.ts'

const types = [
  'application/x-www-form-urlencoded',
  'APPLICATION/X-WWW-FORM-URLENCODED',
  'multipart/form-data; boundary=x',
  'text/plain',
  'application/json',
  'Application/JSON; charset=utf-8',
  undefined,
]
const origins = [
  ORIGIN,
  'https://evil.example',
  'null',
  `${ORIGIN}.evil.example`,
  'http://localhost:8080',
  undefined,
]
const sites = ['same-origin', 'same-site', 'cross-site', 'none', undefined]

describe('a changing request', () => {
  let database: Database
  let desk: TestDesk
  let me: Login
  let post: { id: number; public_id: string }
  beforeAll(async () => {
    database = await openTestEmbedded()
    await makePlace(database.db)
    desk = openDesk(database)
    me = await signInAs(desk, 'admin')
    post = await makePost(database.db)
  })
  afterAll(() => database.close())

  const send = (path: string, body: string, headers: Record<string, string | undefined>) =>
    desk.app.request(path, {
      method: 'POST',
      body: new TextEncoder().encode(body),
      headers: Object.fromEntries(
        Object.entries(headers).filter((one): one is [string, string] => one[1] !== undefined),
      ),
    })
  const ours = (origin: string | undefined, site: string | undefined) =>
    site === undefined ? origin === ORIGIN : site === 'same-origin'

  it('by a form passes only from our own pages, with the session’s token', async () => {
    const body = `csrf=${me.csrf}&action=show&version=999`
    const passed: string[] = []
    for (const type of types)
      for (const origin of origins)
        for (const site of sites) {
          const headers = { 'content-type': type, origin, 'sec-fetch-site': site, cookie: me.cookie }
          const answer = await send(`/desk/kemijarvi/posts/${post.public_id}/decisions`, body, headers)
          const [kind] = (type ?? '').toLowerCase().split(';')
          // 409: it was read and found overtaken, so it had passed. 400: it calls itself what it is not.
          const read =
            { 'application/x-www-form-urlencoded': 409, 'multipart/form-data': 400 }[kind ?? ''] ?? 403
          const expected = ours(origin, site) ? read : 403
          expect([type, origin, site, answer.status]).toEqual([type, origin, site, expected])
          if (answer.status === 409) passed.push(`${origin} ${site}`)
        }
    expect(passed.length).toBeGreaterThan(0)
  })

  it('by JSON passes only from our own pages, and only when it says that it is JSON', async () => {
    const body = JSON.stringify({ action: 'show', version: 999 })
    for (const type of types)
      for (const origin of origins)
        for (const site of sites) {
          const headers = { 'content-type': type, origin, 'sec-fetch-site': site, cookie: me.cookie }
          const answer = await send(
            `/api/v1/places/kemijarvi/posts/${post.public_id}/decisions`,
            body,
            headers,
          )
          const json = type?.toLowerCase().startsWith('application/json')
          const expected = !ours(origin, site) ? 403 : json ? 409 : 415
          expect([type, origin, site, answer.status]).toEqual([type, origin, site, expected])
        }
  })

  it.each([
    ['', 403],
    ['x'.repeat(43), 403],
  ])('without the right token is refused from our own pages too: %j', async (csrf, status) => {
    const answer = await send(
      `/desk/kemijarvi/posts/${post.public_id}/decisions`,
      `csrf=${csrf}&action=hide&version=1`,
      {
        'content-type': types[0],
        'sec-fetch-site': 'same-origin',
        cookie: me.cookie,
      },
    )
    expect(answer.status).toBe(status)
  })

  it('with another person’s token is refused', async () => {
    const other = await signInAs(desk, 'admin')
    const answer = await send('/desk/logout', `csrf=${other.csrf}`, {
      'content-type': types[0],
      'sec-fetch-site': 'same-origin',
      cookie: me.cookie,
    })
    expect(answer.status).toBe(403)
  })

  it.each(['PUT', 'DELETE', 'PATCH', 'post'])('by %s is held to the same rule', async (method) => {
    const answer = await desk.app.request(`/api/v1/places/kemijarvi/posts/${post.public_id}/descriptions`, {
      method,
      headers: { cookie: me.cookie, 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
      body: '{}',
    })
    expect(answer.status).toBe(403)
  })

  it('with the administrator’s token needs neither, and a wrong token opens nothing', async () => {
    const path = `/api/v1/places/kemijarvi/posts/${post.public_id}/decisions`
    const json = JSON.stringify({ action: 'show', version: 999 })
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${ADMIN_TOKEN}` }
    expect((await send(path, json, headers)).status).toBe(409)
    expect((await send(path, json, { ...headers, authorization: `Bearer ${ADMIN_TOKEN}x` })).status).toBe(401)
    // A bearer header beside a stolen cookie must not open the way for the cookie.
    const both = {
      ...headers,
      authorization: 'Bearer nonsense',
      cookie: me.cookie,
      origin: 'https://evil.example',
    }
    expect((await send(path, json, both)).status).toBe(401)
  })

  it('leaves the post untouched through all of this', async () => {
    const row = await database.db.selectFrom('post').select(['state', 'version']).executeTakeFirst()
    expect(row).toEqual({ state: 'new', version: 1 })
  })
})
