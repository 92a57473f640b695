// A session that ends in the middle of a long text: the text survives the door; and the record of events in words.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isKey } from '../../config/i18n.ts'
import { topicKinds } from '../../config/lists.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Database } from '../../db/open.ts'
import { actionStates, digestStates } from '../../db/schema.ts'
import { hashPassword } from '../../services/passwords.ts'
import { openTestEmbedded } from '../db.ts'
import { readHouse } from '../house.ts'
import { makePerson, makePlace, NOW } from '../makers.ts'
import { get, openDesk, post, signInAs, type TestDesk } from './desk.ts'

const PASSWORD = 'hirvi ratas lokki seitsemän'
const EMAIL = 'johanna@example.org'
const FIRST = 'Ensimmäinen rivi "lainaus" <b onclick=x>& ääkköset 🦌'
const TEXT = `${FIRST}\r\n${'Havainto rannalta. '.repeat(200)}'; drop table note; --`

let database: Database
let desk: TestDesk
beforeAll(async () => {
  database = await openTestEmbedded()
  await makePlace(database.db)
  desk = openDesk(database)
  await makePerson(database.db, { email: EMAIL, role: 'editor', password: await hashPassword(PASSWORD) })
})
afterAll(() => database.close())

const hidden = (html: string, name: string) =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
const note = { kind: 'observation', day: '2026-11-25', theme: '', body: TEXT, evidence_url: '' }

it('what was written goes along through the door, also past a wrong password, and is sent by one press', async () => {
  const dead = { csrf: 'old', cookie: 'somewall=dead', person: 0, secret: '' }
  const door = await post(desk, '/desk/kemijarvi/notes', dead, note)
  expect(door.status).toBe(401)
  const html = await door.text()
  expect(html).toContain('Kirjoittamasi on tallessa')
  const carried = { to: hidden(html, 'to'), kept: hidden(html, 'kept') }
  expect(carried.to).toBe('/desk/kemijarvi/notes')
  expect(carried.kept).not.toContain('csrf')
  const wrong = await post(desk, '/desk/login', undefined, { email: EMAIL, password: 'väärä', ...carried })
  expect(wrong.status).toBe(401)
  expect(hidden(await wrong.text(), 'kept')).toBe(carried.kept)
  const entered = await post(desk, '/desk/login', undefined, { email: EMAIL, password: PASSWORD, ...carried })
  expect(entered.status).toBe(200)
  const page = await entered.text()
  expect(page).not.toContain('<b onclick')
  const cookie = /somewall=[\w-]+/.exec(entered.headers.get('set-cookie') ?? '')?.[0] ?? ''
  const again = { ...note, body: hidden(page, 'body') }
  const login = { csrf: hidden(page, 'csrf'), cookie, person: 0, secret: '' }
  expect((await post(desk, '/desk/kemijarvi/notes', login, again)).status).toBe(303)
  const [row] = await database.db.selectFrom('note').select('body').execute()
  expect(row?.body).toBe(TEXT.replace('\r\n', '\n'))
})

it('waits in its tab while somebody signs in in another', async () => {
  const login = await signInAs(desk, 'writer')
  const carried = { to: '/desk/kemijarvi/notes', kept: JSON.stringify(note) }
  const page = await (await post(desk, '/desk/again', login, carried)).text()
  expect([hidden(page, 'csrf'), page.includes('action="/desk/kemijarvi/notes"')]).toEqual([login.csrf, true])
  const still = await post(desk, '/desk/again', undefined, carried, { cookie: 'somewall=dead' })
  expect([still.status, hidden(await still.text(), 'kept')]).toEqual([401, carried.kept])
})

it.each([
  { to: 'https://evil.example/', kept: '{"a":"b"}' },
  { to: '//evil.example', kept: '{"a":"b"}' },
  { to: '/desk/kemijarvi/notes', kept: '{"a":{"b":1}}' },
  { to: '/desk/kemijarvi/notes', kept: 'x' },
])('nothing else is carried: %j', async (carried) => {
  const login = await signInAs(desk, 'writer')
  const answer = await post(desk, '/desk/again', login, carried)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk'])
})

it('every event that the code writes has its words, and people stand there by name', async () => {
  const source = readHouse(new URL('../..', import.meta.url).pathname).filter(({ path }) =>
    /^services\/[^/]+\.tsx?$/.test(path),
  )
  const lines = source
    .flatMap((file) => file.lines)
    .filter(
      (line) =>
        /appendAudit|record\(|told\(|noteWork\(|withPost\(|action:/.test(line) && !line.includes('Refusal'),
    )
  const codes = lines.flatMap((line) =>
    [...line.matchAll(/'([a-z]+[-.][a-z]+)'/g)].map(([, code]) => code as string),
  )
  // These are put together where they are written.
  for (const one of digestStates) codes.push(`digest.${one}`)
  for (const one of actionStates) codes.push(`action.${one}`)
  for (const one of topicKinds) codes.push(`${one}s-set`)
  codes.push('handover-answered', 'handover-dropped', 'marked')
  expect(codes.length).toBeGreaterThan(20)
  // Errors, reasons, figures, and what is told of the installation rather than of a place.
  const nowhere = ['account-changed', 'removal-request', 'signed-in', 'town-bound', 'person-came'].concat([
    'passwords-on',
    'passwords-off',
    'password-set',
    'campaign.clicks',
    'campaign.contacts',
  ])
  expect([...new Set(codes)].filter((one) => !isKey(`event.${one}`) && !nowhere.includes(one))).toEqual([])
  const person = await makePerson(database.db, { role: 'reader' })
  const objects = [`person ${person}`, 'person 99999', 'digest:2026-q3/1', 'k_abcdefghijkl', 'n_abcdefghijkl']
  for (const object of objects)
    await appendAudit(database.db, {
      place: 'kemijarvi',
      at: NOW,
      actor: 'Mika',
      action: 'role-changed',
      object,
    })
  const html = await (await get(desk, '/desk/kemijarvi/audit', await signInAs(desk, 'editor'))).text()
  for (const words of ['Vaihtoi roolin', 'Johanna Kivelä', 'poistunut ihminen']) expect(html).toContain(words)
  for (const page of ['digests/2026-q3', 'campaigns/k_abcdefghijkl'])
    expect(html).toContain(`href="/desk/kemijarvi/${page}"`)
  expect(html).not.toContain('/n_abcdefghijkl')
})
