// Signing in over HTTP: sessions, one-time links, limits on guessing, and answers that tell nothing.
import { argon2Sync } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../db/open.ts'
import { findSession } from '../../db/sessions.ts'
import { backTo } from '../../services/desk/parts.tsx'
import { accountPause } from '../../services/domain/guessing.ts'
import { digestOf } from '../../services/keys.ts'
import { makeLink } from '../../services/links.ts'
import { hashPassword } from '../../services/passwords.ts'
import { allowTry, signIn } from '../../services/sign-in.ts'
import { emptyDatabase, onBothDatabases, openTestEmbedded } from '../db.ts'
import { makePerson, makePlace, NOW } from '../makers.ts'
import { get, openDesk, post, signInAs, type TestDesk } from './desk.ts'

const PASSWORD = 'hirvi ratas lokki seitsemän'
const EMAIL = 'johanna@example.org'
const minutes = (n: number) => new Date(NOW.getTime() + n * 60_000)
const cookieOf = (answer: Response) =>
  /(?:__Host-)?somewall=([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1]

/** As `hashPassword` keeps it, but worked out in no time: what is stored says how, and most tests sign in often. */
function hashLightly(password: string): string {
  const nonce = Buffer.alloc(16, 7)
  const cost = { memory: 64, passes: 1, parallelism: 1, tagLength: 32 }
  const hash = argon2Sync('argon2id', { message: password.normalize('NFC'), nonce, ...cost })
  const text = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
  return `$argon2id$v=19$m=64,t=1,p=1$${text(nonce)}$${text(hash)}`
}

describe('signing in', () => {
  let database: Database
  let desk: TestDesk
  let stored: string
  beforeAll(async () => {
    database = await openTestEmbedded()
    stored = hashLightly(PASSWORD)
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await emptyDatabase(database)
    await makePlace(database.db)
    desk = openDesk(database)
  })
  const person = (more = {}) =>
    makePerson(database.db, { email: EMAIL, role: 'curator', password: stored, ...more })
  const login = (fields: Record<string, string> = {}, headers = {}) =>
    post(desk, '/desk/login', undefined, { email: EMAIL, password: PASSWORD, ...fields }, headers)

  it('gives a cookie that scripts cannot read, keeps only its hash, and leads to where one was going', async () => {
    await person()
    const answer = await login({ email: ' Johanna@Example.org', next: '/desk/kemijarvi/inbox?state=shown' })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/desk/kemijarvi/inbox?state=shown',
    ])
    expect(answer.headers.get('set-cookie')).toMatch(
      /^somewall=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    const secret = cookieOf(answer) as string
    const rows = JSON.stringify(await database.db.selectFrom('session').selectAll().execute())
    expect(rows).toContain(digestOf(secret))
    expect(rows).not.toContain(secret)
    expect((await get(desk, '/desk/kemijarvi', undefined, { cookie: `somewall=${secret}` })).status).toBe(200)
  })

  it('binds the cookie to the host over https', async () => {
    await person()
    desk = openDesk(database, { PUBLIC_URL: 'https://somewall.example.org' })
    expect((await login()).headers.get('set-cookie')).toMatch(
      /^__Host-somewall=[\w-]{43};.*; HttpOnly; Secure; SameSite=Lax$/,
    )
  })

  it('says the same whether e-mail or password is wrong, or the person has left', async () => {
    await person()
    await makePerson(database.db, { email: 'uusi@example.org' })
    const gone = await makePerson(database.db, { email: 'lahti@example.org', password: stored })
    await database.db.updateTable('person').set({ ended_at: NOW }).where('id', '=', gone).execute()
    const pages = []
    for (const fields of [
      { password: 'väärä salasana tämä' },
      { email: 'muu@example.org' },
      { email: 'uusi@example.org' },
      { email: 'lahti@example.org' },
    ]) {
      const answer = await login(fields)
      expect(answer.status).toBe(401)
      pages.push((await answer.text()).replace(/value="[^"]*@example.org"/, ''))
    }
    expect(new Set(pages).size).toBe(1)
    expect(pages[0]).toContain('role="alert"')
  })

  it('takes as long for an unknown e-mail as for a wrong password', async () => {
    await person({ password: await hashPassword(PASSWORD) })
    const time = async (fields: Record<string, string>) => {
      const from = performance.now()
      await login({ password: 'väärä salasana tämä', ...fields })
      return performance.now() - from
    }
    await time({})
    const pairs: number[][] = []
    for (let n = 0; n < 3; n++) pairs.push([await time({}), await time({ email: `muu${n}@example.org` })])
    const sum = (at: number) => pairs.map((one) => one[at] as number).sort((a, b) => a - b)[1] as number
    expect(sum(1) / sum(0)).toBeGreaterThan(0.5)
    expect(sum(1) / sum(0)).toBeLessThan(2)
  })

  it('ends the session that the browser came with, whoever had put it there', async () => {
    await person()
    const planted = await signInAs(desk, 'curator')
    const answer = await login({}, { cookie: planted.cookie })
    expect(cookieOf(answer)).not.toBe(planted.secret)
    expect((await get(desk, '/desk/kemijarvi', planted)).status).toBe(401)
  })

  it('refuses a login that another site sends', async () => {
    await person()
    expect((await login({}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  it('lets ten guesses pass, then asks to wait, and the right password waits too', async () => {
    await person()
    for (let n = 0; n < 9; n++) await allowTry(desk.deps, `account:${EMAIL}`, accountPause)
    expect((await login({ password: 'väärä salasana tämä' })).status).toBe(401)
    const late = await login()
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '30'])
    await makePerson(database.db, { email: 'mika@example.org', password: stored, role: 'reader' })
    expect((await login({ email: 'mika@example.org' })).status).toBe(303)
    desk.now(minutes(1))
    expect((await login()).status).toBe(303)
    expect((await login({ password: 'väärä salasana tämä' })).status).toBe(401)
  })

  const many = process.env.LONG ? 1000 : 150
  it(`judges 25 of ${many} tries from everywhere in an hour at most, and locks nobody out`, async () => {
    await person()
    await makePerson(database.db, { email: 'mika@example.org', password: stored, role: 'reader' })
    let judged = 0
    for (let n = 0; n < many; n++) {
      desk.now(new Date(NOW.getTime() + n * (3_600_000 / many)))
      const tried = { email: EMAIL, password: 'väärä salasana tämä', agent: null, old: undefined }
      const answer = await signIn(desk.deps, { ...tried, sender: `192.0.2.${n % 200}` }).catch(
        (error) => error,
      )
      if (answer.code === 'wrong-login') judged++
      else expect(answer.code).toBe('too-many')
    }
    expect(judged).toBeGreaterThanOrEqual(10)
    expect(judged).toBeLessThanOrEqual(25)
    expect((await login({ email: 'mika@example.org' })).status).toBe(303)
    desk.now(minutes(121))
    expect((await login()).status).toBe(303)
  })

  it('a session ends after eight idle hours, after seven days at most, and when one signs out', async () => {
    const idle = await signInAs(desk, 'curator')
    for (let hours = 7; hours < 168; hours += 7) {
      desk.now(minutes(hours * 60))
      expect((await get(desk, '/desk/kemijarvi', idle)).status).toBe(200)
    }
    desk.now(minutes(168 * 60))
    expect((await get(desk, '/desk/kemijarvi', idle)).status).toBe(401)
    const lazy = await signInAs(desk, 'curator')
    desk.now(minutes(176 * 60 + 1))
    expect((await get(desk, '/desk/kemijarvi', lazy)).status).toBe(401)
    const leaving = await signInAs(desk, 'curator')
    const out = await post(desk, '/desk/logout', leaving, {})
    expect(out.headers.get('set-cookie')).toMatch(/^somewall=; Max-Age=0/)
    expect((await get(desk, '/desk/kemijarvi', leaving)).status).toBe(401)
  })

  it('is noted as seen at most once a minute', async () => {
    const { secret } = await signInAs(desk, 'curator')
    const seen = async (at: Date) => {
      await findSession(database.db, digestOf(secret), at)
      return (await database.db.selectFrom('session').select('seen_at').executeTakeFirstOrThrow()).seen_at
    }
    expect(await seen(minutes(0.9))).toEqual(NOW)
    expect(await seen(minutes(1.1))).toEqual(minutes(1.1))
  })

  it('without a session every page of the desk is 401 and shows the door, which leads back', async () => {
    const answer = await get(desk, '/desk/kemijarvi/inbox?state=shown')
    expect(answer.status).toBe(401)
    expect(await answer.text()).toContain('name="next" value="/desk/kemijarvi/inbox?state=shown"')
    const json = await desk.app.request('/api/v1/places/kemijarvi/posts')
    expect([json.status, json.headers.get('content-type')]).toEqual([
      401,
      'application/problem+json; charset=utf-8',
    ])
  })

  describe('a one-time link', () => {
    const link = async (who: number, how = 30) =>
      new URL(await makeLink(database.db, { person: who, publicUrl: 'http://x', at: NOW, minutes: how }))
        .pathname

    it('sets the password once, signs in, and ends every older session', async () => {
      const who = await makePerson(database.db, { email: EMAIL, role: 'curator' })
      const older = await signInAs(desk, undefined)
      await database.db.updateTable('session').set({ person_id: who }).execute()
      const path = await link(who)
      expect(await (await get(desk, path)).text()).toContain(EMAIL)
      const answer = await post(desk, path, undefined, { password: PASSWORD })
      expect(answer.status).toBe(303)
      expect(
        (await get(desk, '/desk/kemijarvi', undefined, { cookie: `somewall=${cookieOf(answer)}` })).status,
      ).toBe(200)
      expect((await get(desk, '/desk/kemijarvi', older)).status).toBe(401)
      expect((await post(desk, path, undefined, { password: PASSWORD })).status).toBe(410)
      expect((await get(desk, path)).status).toBe(410)
      expect((await login()).status).toBe(303)
    })
    it('of two uses at the same moment one is refused', async () => {
      const path = await link(await person())
      const both = await Promise.all([1, 2].map(() => post(desk, path, undefined, { password: PASSWORD })))
      expect(both.map((one) => one.status).sort()).toEqual([303, 410])
    })
    it('dies with its time, and with a newer one', async () => {
      const who = await person()
      const old = await link(who)
      const newer = await link(who)
      expect((await get(desk, old)).status).toBe(410)
      desk.now(minutes(31))
      expect((await get(desk, newer)).status).toBe(410)
      expect((await get(desk, '/desk/link/x')).status).toBe(410)
    })
    it('stays alive when the password is refused', async () => {
      const path = await link(await person())
      const answer = await post(desk, path, undefined, { password: 'johanna12345' })
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain('role="alert"')
      expect((await get(desk, path)).status).toBe(200)
    })
    it('of the first person asks who they are', async () => {
      const who = await makePerson(database.db, { email: 'admin@localhost', role: 'admin' })
      const path = await link(who)
      expect(await (await get(desk, path)).text()).toContain('name="email"')
      await post(desk, path, undefined, { password: PASSWORD, name: 'Johanna Kivelä', email: EMAIL })
      expect(await database.db.selectFrom('person').select(['name', 'email']).executeTakeFirst()).toEqual({
        name: 'Johanna Kivelä',
        email: EMAIL,
      })
    })
  })

  describe('one’s own account', () => {
    it('changes the password with the old one, and signs out everywhere else', async () => {
      const who = await person()
      const [here, there] = [await signInAs(desk, undefined), await signInAs(desk, undefined)]
      await database.db.updateTable('session').set({ person_id: who }).execute()
      const change = (old: string) =>
        post(desk, '/desk/me/password', here, { old, password: 'toinen pitkä lause tähän' })
      expect((await change('väärä')).status).toBe(400)
      const done = await change(PASSWORD)
      expect(done.status).toBe(303)
      expect((await get(desk, '/desk/me', there)).status).toBe(401)
      expect((await get(desk, '/desk/me', undefined, { cookie: `somewall=${cookieOf(done)}` })).status).toBe(
        200,
      )
    })
    it('ends another session of one’s own, and nobody else’s', async () => {
      const who = await person()
      const [here, there] = [await signInAs(desk, undefined), await signInAs(desk, undefined)]
      await database.db.updateTable('session').set({ person_id: who }).execute()
      const stranger = await signInAs(desk, 'curator')
      await post(desk, '/desk/me/sessions', here, { end: digestOf(stranger.secret) })
      await post(desk, '/desk/me/sessions', here, { end: digestOf(there.secret) })
      expect((await get(desk, '/desk/me', there)).status).toBe(401)
      expect((await get(desk, '/desk/me', stranger)).status).toBe(200)
      expect((await get(desk, '/desk/me', here)).status).toBe(200)
    })
    it('speaks the language that was chosen', async () => {
      const me = await signInAs(desk, 'curator')
      await post(desk, '/desk/language', me, { lang: 'sv', back: '/desk/kemijarvi' })
      expect(await (await get(desk, '/desk/kemijarvi', me)).text()).toContain('<html lang="sv">')
    })
  })
})

it.each([
  '//evil.example',
  'https://evil.example',
  '/\\evil.example',
  '/desk\n//x',
  '/deskevil',
  '/desk/../x:',
  1,
])('the way back never leads elsewhere: %j', (wanted) => {
  expect(backTo(wanted, '/desk')).toBe('/desk')
})

onBothDatabases('guesses counted in the database', (open) => {
  it('of hundreds at once from everywhere, ten are let through, whichever process asks', async () => {
    const desks = [openDesk(open()), openDesk(open())]
    const tries = Array.from({ length: 200 }, (_, n) =>
      allowTry((desks[n % 2] as TestDesk).deps, 'account:johanna@example.org', accountPause).then(
        () => 1,
        () => 0,
      ),
    )
    const passed = (await Promise.all(tries)).reduce<number>((sum, one) => sum + one, 0)
    expect(passed).toBe(10)
    const rows = await open().db.selectFrom('guess').selectAll().execute()
    expect(rows).toHaveLength(10)
    expect(JSON.stringify(rows)).not.toContain('johanna')
  })
})
