// Mail goes out at most once, is tried again while that can help, and what did not go out is known.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openLog } from '../../config/log.ts'
import { isMailDue, listUnsentMail, type NewMail, saveMails } from '../../db/mail.ts'
import type { Database } from '../../db/open.ts'
import { sendMail } from '../../workers/jobs/send-mail.ts'
import { onBothDatabases, openTestPostgres } from '../db.ts'
import { readMail } from '../mail.ts'
import { makePlace, NOW } from '../makers.ts'
import { makeDataDir, runMain } from '../service.ts'
import { type MailServer, startMailServer } from '../sim/smtp.ts'
import { after, makeWorker, still, type Worker } from './worker.ts'

const FROM = 'Kemijärven seinä <seina@kemijarvi.example>'
const minutes = (n: number) => after(n / 60)
const mail = (n = 1): NewMail => ({
  ...{ place_id: 'kemijarvi', message_id: `<m${n}@kemijarvi.example>`, recipient: `aino${n}@example.org` },
  ...{ subject: 'Kemijärvi: lähde', text: 'Hei,\n\nLähde on poikki.', cause: `test ${n}` },
  language: 'fi',
})

let server: MailServer
beforeAll(async () => {
  server = await startMailServer()
})
afterAll(() => server?.stop())
afterEach(() => {
  server.taken.length = 0
  server.mood(undefined)
  server.onData(() => {})
})

const mailing = (worker: Worker, url = server.url) => ({
  ...worker,
  env: { ...worker.env, SMTP_URL: url, MAIL_FROM: FROM },
})
const states = (database: Database) =>
  database.db.selectFrom('mail').select(['state', 'fault_code', 'tries', 'next_at']).orderBy('id').execute()

onBothDatabases('mail that is due', (open) => {
  const write = async (...numbers: number[]) => {
    await makePlace(open().db)
    await saveMails(open().db, numbers.map(mail), NOW)
  }

  it('goes out once, as plain text that no machine answers, however often it is caused and sent', async () => {
    await write(1)
    await saveMails(open().db, [mail(1)], after(1))
    const worker = mailing(makeWorker(open()))
    await Promise.all([sendMail(worker, {}, still), sendMail(worker, {}, still)])
    await sendMail(worker, {}, still)
    expect(await states(open())).toMatchObject([{ state: 'sent', tries: 1, next_at: null }])
    expect(server.taken).toHaveLength(1)
    expect(server.taken[0]).toMatchObject({ from: 'seina@kemijarvi.example', to: ['aino1@example.org'] })
    const { header, text } = readMail(server.taken[0]?.raw ?? '')
    expect(text).toBe(mail().text)
    expect(header('Subject')).toBe(mail().subject)
    expect(header('From')).toBe(FROM)
    expect(header('Message-ID')).toBe(mail().message_id)
    expect(header('Auto-Submitted')).toBe('auto-generated')
    expect(header('Content-Language')).toBe('fi')
    expect(new Date(header('Date') ?? '')).toEqual(NOW)
    expect(await isMailDue(open().db, after(100))).toBe(false)
  })

  it('is tried again after 5, 10 and 20 minutes while the server wants to wait, and for two days at most', async () => {
    await write(1)
    const worker = makeWorker(open())
    server.mood({ at: 'rcpt', code: 451, text: '4.7.1 greylisted' })
    for (const [at, next] of [
      [0, 5],
      [5, 15],
      [15, 35],
    ] as const) {
      worker.at(minutes(at))
      await sendMail(mailing(worker), {}, still)
      expect(await states(open())).toMatchObject([
        { state: 'waiting', fault_code: 'later', next_at: minutes(next) },
      ])
    }
    worker.at(minutes(34))
    await sendMail(mailing(worker), {}, still)
    expect((await states(open()))[0]?.tries).toBe(3)
    const [told] = await listUnsentMail(open().db, 'kemijarvi', after(-1))
    expect(told?.fault_detail).toContain('greylisted')
    server.mood(undefined)
    worker.at(minutes(35))
    await sendMail(mailing(worker), {}, still)
    expect(await states(open())).toMatchObject([{ state: 'sent', fault_code: null }])
    expect(await listUnsentMail(open().db, 'kemijarvi', after(-1))).toEqual([])

    await saveMails(open().db, [mail(2)], NOW)
    server.mood({ at: 'data', code: 452, text: 'mailbox full' })
    worker.at(after(47.5))
    await sendMail(mailing(worker), {}, still)
    worker.at(after(49))
    await sendMail(mailing(worker), {}, still)
    expect((await states(open()))[1]).toMatchObject({ state: 'failed', next_at: null, tries: 1 })
  })

  it('is not tried again when the server refuses it for good; the others still go', async () => {
    await write(1, 2)
    server.mood({ at: 'rcpt', code: 550, text: '5.1.1 no such mailbox' })
    await open()
      .db.updateTable('mail')
      .set({ next_at: minutes(1) })
      .where('message_id', '=', mail(2).message_id)
      .execute()
    const worker = makeWorker(open())
    await sendMail(mailing(worker), {}, still)
    server.mood(undefined)
    worker.at(minutes(1))
    await sendMail(mailing(worker), {}, still)
    expect(await states(open())).toMatchObject([
      { state: 'failed', fault_code: 'refused' },
      { state: 'sent' },
    ])
    expect((await listUnsentMail(open().db, 'kemijarvi', after(-1)))[0]?.fault_detail).toContain(
      'no such mailbox',
    )
  })

  it('waits while no server is there or none is set, and goes when one is', async () => {
    await write(1, 2)
    const worker = makeWorker(open())
    await sendMail(mailing(worker, 'smtp://127.0.0.1:1'), {}, still)
    expect(await states(open())).toMatchObject(
      Array(2).fill({ state: 'waiting', fault_code: 'away', next_at: minutes(5) }),
    )
    worker.at(minutes(5))
    await sendMail(worker, {}, still)
    expect(await states(open())).toMatchObject(Array(2).fill({ tries: 2, next_at: minutes(15) }))
    worker.at(minutes(15))
    await sendMail(mailing(worker), {}, still)
    expect(server.taken).toHaveLength(2)
  })

  it('is sent again when the server hangs up before it was given the mail', async () => {
    await write(1)
    server.mood({ at: 'hang-up-before' })
    const worker = makeWorker(open())
    await sendMail(mailing(worker), {}, still)
    expect(await states(open())).toMatchObject([{ state: 'waiting', fault_code: 'away' }])
    server.mood(undefined)
    worker.at(minutes(5))
    await sendMail(mailing(worker), {}, still)
    expect(server.taken).toHaveLength(1)
  })

  it('is not sent again when it hangs up after that, since nobody knows how it ended', async () => {
    await write(1)
    server.mood({ at: 'hang-up-after' })
    const worker = makeWorker(open())
    await sendMail(mailing(worker), {}, still)
    expect(await states(open())).toMatchObject([{ state: 'failed', fault_code: 'unsure' }])
    server.mood(undefined)
    worker.at(after(24))
    await sendMail(mailing(worker), {}, still)
    expect(server.taken).toHaveLength(1)
  })

  it('is given up as unsure when its sender died, and not sent by the next', async () => {
    await write(1)
    await open()
      .db.updateTable('mail')
      .set({ state: 'sending', tries: 1, next_at: minutes(10) })
      .execute()
    const worker = makeWorker(open())
    await sendMail(mailing(worker), {}, still)
    expect(await states(open())).toMatchObject([{ state: 'sending' }])
    worker.at(minutes(10))
    await sendMail(mailing(worker), {}, still)
    expect(await states(open())).toMatchObject([{ state: 'failed', fault_code: 'unsure' }])
    expect(server.taken).toEqual([])
  })

  it('leaves no name, address, subject or password in the log', async () => {
    await write(1, 2)
    const lines: string[] = []
    const worker = makeWorker(open())
    const log = openLog({ ...worker.env, LOG_LEVEL: 'trace' }, [], (line) => void lines.push(line))
    server.mood({ at: 'data', code: 550, text: 'no mailbox aino1@example.org' })
    const { port } = new URL(server.url)
    await sendMail({ ...mailing(worker, `smtp://seina:salasana-1234@127.0.0.1:${port}`), log }, {}, still)
    expect(lines).toHaveLength(2)
    expect(lines.join()).not.toMatch(/aino|Kemijärvi|lähde|salasana/)
  })
})

describe('a mail server that asks for a sign-in', () => {
  let locked: MailServer
  let database: Database
  let url: string
  let drop: () => Promise<void>
  beforeAll(async () => {
    locked = await startMailServer({ user: 'seina', password: 'oikea-salasana' })
    ;({ database, url, drop } = await openTestPostgres())
    await makePlace(database.db)
  })
  afterAll(async () => {
    await locked?.stop()
    await database?.close()
    await drop?.()
  })
  const signedIn = (host: string, password: string) =>
    `smtp://seina:${password}@${host}:${new URL(locked.url).port}`

  it('is told apart from one that is away; and no password goes over a network in the open', async () => {
    await saveMails(database.db, [mail(1)], NOW)
    const worker = makeWorker(database)
    await sendMail(mailing(worker, signedIn('127.0.0.1', 'väärä-salasana')), {}, still)
    expect(await states(database)).toMatchObject([{ state: 'waiting', fault_code: 'login' }])
    expect(locked.refused).toEqual(['seina'])
    worker.at(minutes(5))
    // The same server by an address that is not seen to be this machine's own.
    await sendMail(mailing(worker, signedIn('[::ffff:127.0.0.1]', 'oikea-salasana')), {}, still)
    expect(await states(database)).toMatchObject([{ state: 'waiting', fault_code: 'away' }])
    worker.at(minutes(15))
    await sendMail(mailing(worker, signedIn('127.0.0.1', 'oikea-salasana')), {}, still)
    expect(locked.taken).toMatchObject([{ user: 'seina' }])
  })

  it('a service killed when the server has just taken the mail never makes it two', async () => {
    await saveMails(database.db, [mail(2)], new Date())
    const home = makeDataDir()
    const { child, ended } = runMain({
      ...{ ROLE: 'worker', DATABASE_URL: url, DATA_DIR: home.dir, PLACE_FILE: home.placeFile },
      ...{ SECRET_KEY: 'a secret for tests that is long enough', SMTP_URL: server.url, MAIL_FROM: FROM },
    })
    // Killed before it has heard the answer.
    server.onData(async () => {
      child.kill('SIGKILL')
      await ended
    })
    expect((await ended).code).toBe(null)
    expect((await states(database)).at(-1)).toMatchObject({ state: 'sending', tries: 1 })
    server.onData(() => {})
    const worker = makeWorker(database)
    for (const minutes of [11, 60]) {
      worker.at(new Date(Date.now() + minutes * 60_000))
      await sendMail(mailing(worker), {}, still)
    }
    expect((await states(database)).at(-1)).toMatchObject({ state: 'failed', fault_code: 'unsure' })
    expect(server.taken).toHaveLength(1)
    home.drop()
  })
})
