// Signing in with the town's own account, against a real OpenID provider: who comes in, as whom, and every forgery.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../db/open.ts'
import { listRoles } from '../../db/people.ts'
import { addDays } from '../../services/domain/quarter.ts'
import { rolesIn } from '../../services/domain/town.ts'
import { makeLink } from '../../services/links.ts'
import { openDirectory } from '../../workers/entra.ts'
import { openHttp } from '../../workers/http.ts'
import { emptyDatabase, openTestEmbedded } from '../db.ts'
import { makePerson, makePlace, NOW } from '../makers.ts'
import {
  CLIENT,
  type Person,
  type SimDirectory,
  startDirectory,
  TENANT,
  walkThrough,
} from '../sim/directory.ts'
import { get, ORIGIN, openDesk, post, signInAs, type TestDesk } from './desk.ts'

const aino: Person = {
  ...{ tid: TENANT, oid: 'oid-aino', name: 'Aino Aalto', email: 'aino@example.org', roles: ['editor'] },
}

describe('the roles of a directory', () => {
  it.each([
    [['editor'], { kemijarvi: 'editor', posio: 'editor' }],
    [['posio.admin', 'reader'], { kemijarvi: 'reader', posio: 'admin' }],
    [['curator', 'kemijarvi.writer'], { kemijarvi: 'curator', posio: 'curator' }],
    [['rovaniemi.admin', 'operator', 'Editor'], {}],
  ])('%j', (told, roles) => {
    expect(Object.fromEntries(rolesIn(told, { id: TENANT, places: ['kemijarvi', 'posio'] }))).toEqual(roles)
  })
})

describe('the town’s own account', () => {
  let database: Database
  let directory: SimDirectory
  let desk: TestDesk
  let close: () => Promise<void>
  beforeAll(async () => {
    database = await openTestEmbedded()
    directory = await startDirectory(`${ORIGIN}/desk/town/back`)
  })
  afterAll(async () => {
    await close?.()
    await directory.stop()
    await database.close()
  })
  beforeEach(async () => {
    await emptyDatabase(database)
    await makePlace(database.db)
    await makePlace(database.db, 'posio')
    desk = openDesk(database, {
      ...{ ENTRA_TENANTS: `${TENANT}=kemijarvi`, ENTRA_CLIENT_ID: CLIENT.id },
      ...{ ENTRA_CLIENT_SECRET: CLIENT.secret, PLATFORM_URLS: JSON.stringify({ entra: directory.url }) },
    })
    await close?.()
    const { env, log } = desk.deps
    const opened = openHttp({ allow: [directory.host], userAgent: 'test', clock: () => NOW, log })
    close = opened.close
    desk.deps.directory = openDirectory(opened.http, { env, log, clock: () => NOW })
    directory.forge(undefined)
    directory.become(aino)
  })

  const leave = async (query = '', login?: { cookie: string }, path = '/desk/town') => {
    const answer = await desk.app.request(`${path}?tenant=${TENANT}${query}`, {
      headers: { accept: 'text/html', ...(login && { cookie: login.cookie }) },
    })
    const cookie = /somewall-town=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? ''
    return { answer, cookie, to: answer.headers.get('location') ?? '' }
  }
  const come = (address: URL, cookie: string) =>
    desk.app.request(address.pathname + address.search, { headers: { accept: 'text/html', cookie } })
  const signIn = async (query = '', login?: { cookie: string }, path?: string) => {
    const { cookie, to } = await leave(query, login, path)
    return come(await walkThrough(to), login ? `${cookie}; ${login.cookie}` : cookie)
  }
  const sessionOf = (answer: Response) =>
    answer.headers.getSetCookie().flatMap((one) => /^somewall=[\w-]{20,}/.exec(one)?.[0] ?? [])[0] ?? ''
  const people = () => database.db.selectFrom('person').selectAll().orderBy('id').execute()

  it('asks with a code, S256, state and nonce, at the tenant’s own address and nowhere else', async () => {
    const { to, answer } = await leave()
    const url = new URL(to)
    expect(url.href.startsWith(`${directory.url}/${TENANT}/v2.0/`)).toBe(true)
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      ...{ response_type: 'code', code_challenge_method: 'S256', scope: 'openid profile email' },
      redirect_uri: `${ORIGIN}/desk/town/back`,
    })
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(url.searchParams.get(name)?.length).toBeGreaterThan(40)
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
    expect((await desk.app.request('/desk/town?tenant=common')).status).toBe(404)
  })

  it('lets somebody in with the role that the directory tells, and back to where they were going', async () => {
    const answer = await signIn('&next=/desk/kemijarvi/inbox')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk/kemijarvi/inbox'])
    const cookie = sessionOf(answer)
    expect((await get(desk, '/desk/kemijarvi/settings', undefined, { cookie })).status).toBe(200)
    expect((await get(desk, '/desk/kemijarvi/people', undefined, { cookie })).status).toBe(403)
    expect(await people()).toMatchObject([{ name: 'Aino Aalto', tenant: TENANT, subject: 'oid-aino' }])
  })

  it('signs in for eight hours, and reads the roles anew each time', async () => {
    const cookie = sessionOf(await signIn())
    for (const hours of [3, 6, 7.9]) {
      desk.now(new Date(NOW.getTime() + hours * 3_600_000))
      expect((await get(desk, '/desk/kemijarvi', undefined, { cookie })).status).toBe(200)
    }
    desk.now(new Date(NOW.getTime() + 8 * 3_600_000))
    expect((await get(desk, '/desk/kemijarvi', undefined, { cookie })).status).toBe(401)
    directory.become({ ...aino, roles: ['kemijarvi.curator'], name: 'Aino Virta' })
    await signIn()
    const [one] = await people()
    expect(one?.name).toBe('Aino Virta')
    expect(await listRoles(database.db, one?.id ?? 0)).toMatchObject([{ role: 'curator' }])
    directory.become({ ...aino, roles: [] })
    expect((await signIn()).status).toBe(403)
    expect(await listRoles(database.db, one?.id ?? 0)).toEqual([])
  })

  it('knows somebody by their object id, whatever their e-mail', async () => {
    await signIn()
    directory.become({ ...aino, email: 'johto@example.org' })
    await signIn()
    expect(await people()).toHaveLength(1)
    directory.become({ ...aino, oid: 'oid-toinen' })
    const answer = await signIn()
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('aino@example.org')])
  })

  it('refuses strangers without a role, uninvited guests, and what the directory may not give', async () => {
    for (const [more, status] of [
      [{ roles: [] }, 403],
      [{ roles: ['posio.admin'] }, 403],
      [{ roles: ['operator'] }, 403],
      [{ acct: 1 }, 403],
      [{ tid: '2b4e28ba-2fa1-41d2-883f-0016d3cca427' }, 401],
    ] satisfies [Partial<Person>, number][]) {
      directory.become({ ...aino, ...more })
      const answer = await signIn()
      expect([more, answer.status, sessionOf(answer)]).toEqual([more, status, ''])
    }
    expect(await people()).toEqual([])
  })

  it('an invitation is taken by a town account, also a guest’s, and works once', async () => {
    const who = await makePerson(database.db, { email: 'vieras@example.org', role: 'writer' })
    const link = await makeLink(database.db, { person: who, publicUrl: '', at: NOW, minutes: 30 })
    expect(await (await get(desk, link)).text()).toContain(`/desk/town?tenant=${TENANT}&amp;link=`)
    directory.become({ ...aino, acct: 1, roles: [], email: 'vieras@muualla.example' })
    const query = `&link=${link.split('/').at(-1)}`
    expect((await signIn(query)).status).toBe(303)
    expect(await people()).toMatchObject([{ subject: 'oid-aino', email: 'vieras@example.org' }])
    expect((await signIn(query)).status).toBe(410)
    expect((await signIn()).status).toBe(303)
    expect(await listRoles(database.db, who)).toMatchObject([{ role: 'writer' }])
  })

  it('whoever is signed in ties their own account, and nobody else’s', async () => {
    const login = await signInAs(desk, 'admin', { operator: true })
    expect(await (await get(desk, '/desk/me', login)).text()).toContain('/desk/me/town?tenant=')
    directory.become({ ...aino, roles: [] })
    expect((await signIn('', login, '/desk/me/town')).status).toBe(303)
    const other = await signInAs(desk, 'reader')
    expect((await signIn('', other, '/desk/me/town')).status).toBe(409)
    expect((await leave('', undefined, '/desk/me/town')).answer.status).toBe(401)
  })

  it('passwords are switched off only by an operator who came in that way; a role from there stays', async () => {
    const login = await signInAs(desk, 'admin', { operator: true })
    const off = (who: { cookie: string; csrf: string }) =>
      post(desk, '/desk/door', { ...login, ...who }, { passwords: '0' })
    expect((await off(login)).status).toBe(409)
    directory.become({ ...aino, roles: ['admin'] })
    const cookie = sessionOf(await signIn('', login, '/desk/me/town'))
    const [mine] = await database.db.selectFrom('session').selectAll().where('way', '=', 'town').execute()
    expect((await off({ cookie, csrf: mine?.csrf ?? '' })).status).toBe(303)
    const tried = { email: 'aino@example.org', password: 'mikä tahansa salasana' }
    expect((await post(desk, '/desk/login', undefined, tried)).status).toBe(403)
    const page = await (await get(desk, '/desk/login')).text()
    expect([page.includes('name="password"'), page.includes('/desk/town?tenant=')]).toEqual([false, true])
    expect(
      (
        await post(
          desk,
          `/desk/kemijarvi/people/${login.person}/role`,
          { ...login, cookie, csrf: mine?.csrf ?? '' },
          { role: 'reader' },
        )
      ).status,
    ).toBe(409)
  })

  const later = Math.floor(Date.now() / 1000)
  it.each([
    ['another nonce', { claims: { nonce: 'toinen' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['another issuer', { claims: { iss: `https://login.microsoftonline.com/${TENANT}/v2.0` } }],
    ['an issuer with a slash more', { claims: { iss: 'slash' } }],
    ['another audience', { claims: { aud: 'toinen' } }],
    ['another tenant inside', { claims: { tid: '2b4e28ba-2fa1-41d2-883f-0016d3cca427' } }],
    ['an end that has passed', { claims: { exp: later - 600 } }],
    ['no signature', { header: { alg: 'none' }, key: null }],
    ['a shared secret’s signature', { header: { alg: 'HS256' } }],
    ['another algorithm', { header: { alg: 'PS256' } }],
    ['another’s key', { key: 'other' }],
  ] as const)('a token with %s lets nobody in', async (_, how) => {
    directory.forge((token) => {
      const claims: Record<string, unknown> = { ...token.claims, ...('claims' in how && how.claims) }
      if (claims.iss === 'slash') claims.iss = `${token.claims.iss}/`
      const header = { ...token.header, ...('header' in how && how.header) }
      return { header, claims, ...('key' in how && { key: how.key }) }
    })
    const answer = await signIn()
    expect([answer.status, sessionOf(answer)]).toEqual([401, ''])
    expect(await people()).toEqual([])
    // The same token as it came is good.
    directory.forge((token) => token)
    expect((await signIn()).status).toBe(303)
  })

  it('another’s state, a code used twice, no cookie, and a cookie that is too old let nobody in', async () => {
    const { cookie, to } = await leave()
    const address = await walkThrough(to)
    const other = await leave()
    expect((await come(address, other.cookie)).status).toBe(401)
    expect((await come(address, '')).status).toBe(400)
    const good = await leave()
    const back = await walkThrough(good.to)
    expect((await come(back, good.cookie)).status).toBe(303)
    expect((await come(back, good.cookie)).status).toBe(401)
    desk.now(new Date(NOW.getTime() + 11 * 60_000))
    expect((await come(address, cookie)).status).toBe(400)
  })

  it.each(['//evil.example', 'https://evil.example/desk', '/desk\\evil', '/desk/../../x:y'])(
    'never leads to %s',
    async (next) => {
      const answer = await signIn(`&next=${encodeURIComponent(next)}`)
      expect(answer.headers.get('location')).toBe('/desk')
    },
  )

  it('says that the client secret is not accepted, and that trying again does not help', async () => {
    desk.deps.env.ENTRA_CLIENT_SECRET = 'one that has ended'
    const { env, log } = desk.deps
    const opened = openHttp({ allow: [directory.host], userAgent: 'test', clock: () => NOW, log })
    desk.deps.directory = openDirectory(opened.http, { env, log, clock: () => NOW })
    const answer = await signIn()
    expect([answer.status, sessionOf(answer)]).toEqual([503, ''])
    expect(await answer.text()).toContain('ei hyväksy palvelun asiakassalaisuutta')
    await opened.close()
  })

  it('the end of the client secret is told at the desk to administrators, as far as it matters to them', async () => {
    const login = await signInAs(desk, 'admin', { operator: true })
    const editor = await signInAs(desk, 'editor')
    const read = async (path: string, who = login) => (await get(desk, path, who)).text()
    expect(await read('/desk/door')).toContain('ENTRA_SECRET_ENDS')
    for (const [days, said] of [
      [40, undefined],
      [30, 'päättyy 25.12.2026, 30 päivän päästä'],
      [1, 'päättyy huomenna, 26.11.2026'],
      [0, 'päättyy tänään, 25.11.2026'],
      [-3, 'päättyi 22.11.2026'],
    ] as const) {
      desk.deps.env.ENTRA_SECRET_ENDS = addDays('2026-11-25', days)
      const pages = [await read('/desk/door'), await read('/desk/kemijarvi')]
      const told = pages.map(
        (page) => /(päättyy|päättyi) [^.]*\d\.\d+\.2026(, \d+ päivän päästä)?/.exec(page)?.[0],
      )
      expect([days, ...told]).toEqual([days, said, said])
      expect(await read('/desk/kemijarvi', editor)).not.toContain('Asiakassalaisuus')
    }
  })

  it('says that the directory is away, and lets people in again when it is back', async () => {
    desk.deps.env.PLATFORM_URLS.entra = 'http://127.0.0.1:9'
    const { env, log } = desk.deps
    const opened = openHttp({ allow: ['127.0.0.1:9'], userAgent: 'test', clock: () => NOW, log })
    desk.deps.directory = openDirectory(opened.http, { env, log, clock: () => NOW })
    const { answer } = await leave()
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('ei vastaa')])
    await opened.close()
  })
})
