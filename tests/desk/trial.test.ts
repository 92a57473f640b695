// A source is tried before it is saved: one real read by its own adapter, shown, counted in its budget, and forgotten.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Database, json } from '../../db/open.ts'
import { holdPass, keepPass } from '../../db/passes.ts'
import { buryPost } from '../../db/tombstones.ts'
import { canonicalUrl } from '../../services/domain/link.ts'
import type { Tried } from '../../services/domain/trial.ts'
import { digestOf } from '../../services/keys.ts'
import { trySource } from '../../workers/trial.ts'
import { emptyDatabase, openTestEmbedded } from '../db.ts'
import { makePlace, makePost, NOW } from '../makers.ts'
import { openOutside } from '../outside.ts'
import { ACCOUNT } from '../sim/bluesky.ts'
import { ago, type OneOfEach, startOneOfEach } from '../sim/one-of-each.ts'
import { get, type Login, openDesk, post, signInAs, type TestDesk } from './desk.ts'

let database: Database
let sims: OneOfEach
let outside: ReturnType<typeof openOutside>
let desk: TestDesk
let me: Login
let last: Tried | undefined
beforeAll(async () => {
  database = await openTestEmbedded()
  sims = await startOneOfEach()
  outside = openOutside(sims.hosts)
})
afterAll(async () => {
  await sims?.stop()
  await database?.close()
})
beforeEach(async () => {
  await emptyDatabase(database)
  await makePlace(database.db)
  desk = openDesk(database, sims.env)
  desk.deps.trySource = async (trial, signal) => {
    last = await trySource({ ...desk.deps, http: outside.http }, trial, signal)
    return last
  }
  me = await signInAs(desk, 'editor')
  sims.mend()
})

const fieldsOf = (channel: string) => {
  const { settings = {}, secrets = {} } = sims.sources[channel] ?? {}
  const named = (as: string, all: object) =>
    Object.entries(all).map(([name, text]) => [`${as}_${name}`, text])
  return Object.fromEntries([...named('set', settings), ...named('secret', secrets)])
}
const tried = (channel: string, more: Record<string, string | string[]> = {}) =>
  post(desk, '/desk/kemijarvi/sources/new', me, {
    ...{ channel, id: 'uusi', mode: 'own', active: '1', step: 'try' },
    ...fieldsOf(channel),
    ...more,
  })
const pageOf = async (answer: Response | Promise<Response>) =>
  (await (await answer).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

/** Everything in the database but what a try may write: its fact, its turn, and what it took of budgets. */
async function everything() {
  const names = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = current_schema()
      and tablename not in ('audit', 'guess', 'budget', 'budget_use', 'session', 'setting') order by 1`.execute(
    database.db,
  )
  const rows = []
  for (const { name } of names.rows)
    rows.push([name, (await sql`select * from ${sql.table(name)}`.execute(database.db)).rows])
  return rows
}

describe('a try', () => {
  it.each([
    ['feed', 'Tori aukeaa', 'Näkyisi seinällä kokonaan ja heti.'],
    ['mastodon', 'Aamu järvellä', 'Ilman tekijän lupaa näkyisi vain linkki.'],
    ['bluesky', 'Revontulia', 'Ilman tekijän lupaa näkyisi vain linkki.'],
    ['youtube', 'Talvi #kemijärvi', 'Ilman tekijän lupaa näkyisi vain linkki.'],
    ['facebook', 'Tuhannen työn tarina', 'Näkyisi seinällä kokonaan ja heti.'],
    ['instagram', 'Jäällä #kemijärvi', 'Näkyisi vain linkki, kunnes tekijä ja lupa on kirjattu.'],
    ['wordpress', 'Uusi koulu', 'Näkyisi seinällä kokonaan ja heti.'],
    ['matomo', 'Käynnit verkkosivustolla, 2026-11-24: 321', 'Mitään ei ole tallennettu.'],
  ])('of %s shows what would come and be shown, and writes nothing but that it was made', async (...row) => {
    const [channel, came, shown] = row
    const before = await everything()
    const answer = await tried(channel)
    const page = await pageOf(answer)
    expect(answer.status).toBe(200)
    expect(page).toContain(came)
    expect(page).toContain(shown)
    expect(await everything()).toEqual(before)
    const facts = await database.db.selectFrom('audit').selectAll().execute()
    expect(facts.map(({ action, object, detail }) => [action, object, detail])).toEqual([
      ['source-tried', 'uusi', { channel }],
    ])
  })

  it('tells how many there are, which hashtags of ours they carry, and which would be left out', async () => {
    const page = await pageOf(tried('feed', { families: ['kemijarvi'] }))
    expect(page).toContain('2 julkaisua 90 viime päivältä.')
    expect(page).toContain('Niistä 1 kantaa valittuja aihetunnisteita')
    expect(page).toContain('Omat tunnisteet: #kemijärvi.')
    expect(page).toContain('Jäisi pois: ei kanna valittuja aihetunnisteita.')
    expect(last?.posts.map(({ title, kept, tags }) => [title, kept, tags])).toEqual([
      ['Tori aukeaa', true, ['kemijärvi']],
      ['Vanha', false, []],
    ])
  })

  it('says what each channel tells of the past', async () => {
    expect(await pageOf(tried('instagram'))).toContain('Lisää tunniste viikkoa ennen')
    expect(await pageOf(tried('instagram', { set_reading: 'own' }))).toContain('enintään 400 päivää')
    expect(await pageOf(tried('feed'))).toContain('mitä syötteessä on juuri nyt')
    expect(await pageOf(tried('mastodon', { mode: 'resident' }))).toContain('enintään 90 päivää')
  })

  it('is not needed to be told so where hashtags are added: a new one has no past on Instagram', async () => {
    const families = async () => pageOf(get(desk, '/desk/kemijarvi/families', me))
    expect(await families()).not.toContain('ei ole menneisyyttä')
    await tried('instagram', { step: 'save' })
    expect(await families()).toContain('Instagram: Uudella aihetunnisteella ei ole menneisyyttä')
    await database.db.updateTable('source').set({ active: false }).where('id', '=', 'uusi').execute()
    expect(await families()).not.toContain('ei ole menneisyyttä')
  })

  it('takes of the budget like any read, and says when its turn has not come', async () => {
    await tried('instagram')
    const use = () =>
      sql<{ name: string; n: number }>`
      select name, sum(n)::int as n from budget join budget_use on budget_id = budget.id
      where channel = 'instagram' or name = 'requests' group by 1 order by 1`.execute(database.db)
    const { rows } = await use()
    expect(rows).toContainEqual({ name: 'tags', n: rows.find((one) => one.name === 'tags')?.n })
    expect(rows.find((one) => one.name === 'requests')?.n).toBeGreaterThan(2)
    const until = new Date(NOW.getTime() + 3_600_000)
    await database.db
      .updateTable('budget')
      .set({ closed_until: until })
      .where('name', '=', 'requests')
      .execute()
    const page = await pageOf(tried('instagram'))
    expect(page).toContain('Kokeilun vuoro ei ole vielä tullut.')
    expect(page).toContain('25.11.2026 klo 13.00')
  })

  it('that fails says what happened and what to do, and what was typed stays but for secrets', async () => {
    const answer = await tried('matomo', {
      secret_token: 'wrong-and-secret',
      set_pages: 'asuminen /asuminen',
    })
    const html = await answer.text()
    expect(html).toContain('role="alert"')
    expect(html).toContain(`value="${sims.matomo.url}"`)
    expect(html).toContain('asuminen /asuminen</textarea>')
    expect(html).not.toContain('wrong-and-secret')
    expect(html).toContain('Kirjoitettua avainta ei näytetä uudelleen.')
    expect(last?.fault?.code).toBe('matomo-token')
  })

  it('goes nowhere inside: addresses of the house are refused as in every visit', async () => {
    for (const set_url of [
      'http://10.0.0.1/feed/',
      'http://localhost/feed/',
      'http://169.254.169.254/latest/',
    ]) {
      await tried('feed', { set_url })
      expect([set_url, last?.fault?.code]).toEqual([set_url, 'address-private'])
    }
  })

  it('of a slow source ends with a sentence', async () => {
    const real = AbortSignal.timeout.bind(AbortSignal)
    const soon = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => real(ms === 20_000 ? 100 : ms))
    sims.mastodon.fail('hang')
    const page = await pageOf(tried('mastodon'))
    soon.mockRestore()
    expect(page).toContain('Kanava ei ehtinyt vastata 20 sekunnissa.')
    expect(page).toContain('Kokeile hetken päästä uudelleen.')
  })

  it('gives what it has when no more is asked for: the rest is told, not waited for', async () => {
    for (let n = 0; n < 60; n++)
      sims.mastodon.add({ text: `Ilta ${n} #kemijärvi`, published: ago(100 + n), author: 'aino' })
    const begun = performance.now()
    let asked = 0
    const http = outside.http
    vi.spyOn(performance, 'now').mockImplementation(() => begun + asked * 13_000)
    outside.http = async (...what) => {
      const answer = await http(...what)
      asked++
      return answer
    }
    const page = await pageOf(tried('mastodon'))
    vi.restoreAllMocks()
    outside.http = http
    expect(last).toMatchObject({ cut: true, fault: null, found: 40 })
    expect(page).toContain('Enemmänkin olisi tullut')
  })

  it('is for a dozen times in ten minutes', async () => {
    for (let n = 0; n < 12; n++) expect((await tried('wordpress')).status).toBe(200)
    const answer = await tried('wordpress')
    expect(answer.status).toBe(429)
    expect(await pageOf(answer)).toContain('Lähteitä on kokeiltu monta kertaa peräkkäin')
  })

  it('does not show again what somebody has asked to be removed, and knows whose accounts are ours', async () => {
    const { db } = database
    const make = (handle: string) => ({
      ...{
        place_id: 'kemijarvi',
        channel: 'mastodon' as const,
        public_id: `a_${handle}`,
        handle: `@${handle}`,
      },
      ...{ handle_key: handle, kind: 'own' as const, created_at: NOW, external_id: null },
    })
    await db
      .insertInto('account')
      .values(make(`aino@${sims.mastodon.host}`))
      .execute()
    const text = 'Pois pyydetty #kemijärvi'
    const id = sims.mastodon.add({ text, published: ago(1), author: 'aino' })
    await tried('mastodon')
    expect(last?.posts[0]).toMatchObject({ atOnce: true, rights: { shown: 'whole' }, text })
    const url = last?.posts[0]?.url as string
    const { public_id } = await makePost(db, { url, canonical_url: canonicalUrl(url) })
    await db.transaction().execute((trx) =>
      buryPost(trx, 'kemijarvi', public_id, {
        by: 'J',
        reason: 'removal-request',
        at: NOW,
        everything: false,
      }),
    )
    await tried('mastodon')
    expect(last?.posts.map((one) => one.text)).not.toContain(text)
    sims.mastodon.remove(id)
  })
})

describe('a source that is there', () => {
  const change = (more: Record<string, string>) =>
    post(desk, '/desk/kemijarvi/sources/tuutit', me, { step: 'try', ...more })
  const become = async (channel: 'bluesky' | 'mastodon', set: object) =>
    database.db
      .updateTable('source')
      .set({ channel, settings: json(set), families: json([]), active: true })
      .where('id', '=', 'tuutit')
      .execute()

  const keepSecret = async () => {
    const sealed = desk.deps.keys.seal(ACCOUNT.password)
    await database.db
      .insertInto('credential')
      .values({
        ...{ place_id: 'kemijarvi', source_id: 'tuutit', name: 'app_password', sealed },
        ...{ expires_at: null, saved_by: 'J', saved_at: NOW },
      })
      .execute()
  }

  it('is tried with what was changed and with the secret that is kept', async () => {
    await become('bluesky', { identifier: 'nobody.bsky.example', service: 'https://bsky.social' })
    await keepSecret()
    const before = await everything()
    expect(await pageOf(change({ set_identifier: ACCOUNT.identifier }))).toContain('Revontulia')
    await change({ set_identifier: ACCOUNT.identifier, secret_app_password: 'another' })
    expect(last?.fault?.kind).toBe('auth')
    expect(await everything()).toEqual(before)
  })

  it('is tried with the pass that it has, and signs in beside it when another secret was typed', async () => {
    const { identifier, password } = ACCOUNT
    await become('bluesky', { identifier, service: 'https://bsky.social' })
    await keepSecret()
    const answer = await fetch(`${sims.bluesky.url}/xrpc/com.atproto.server.createSession`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ identifier, password }),
    })
    const { accessJwt: token } = (await answer.json()) as { accessJwt: string }
    const account = digestOf(`bluesky ${sims.bluesky.url} ${identifier}`)
    const key = { place: 'kemijarvi', source: 'tuutit', name: 'session' }
    await holdPass(database.db, key, 'us', 0)
    const sealed = desk.deps.keys.seal(JSON.stringify({ token, account }))
    await keepPass(database.db, key, 'us', { sealed, renewAt: null })
    const { opened } = sims.bluesky.sessions
    expect(await pageOf(change({ set_identifier: identifier }))).toContain('Revontulia')
    expect(sims.bluesky.sessions.opened).toBe(opened)
    await change({ set_identifier: identifier, secret_app_password: password })
    expect(sims.bluesky.sessions.opened).toBe(opened + 1)
  })

  it('does not send the secret that is kept to another address than the one it was given for', async () => {
    await become('bluesky', { identifier: ACCOUNT.identifier, service: 'https://bsky.social' })
    await keepSecret()
    await change({ set_identifier: ACCOUNT.identifier, set_service: 'https://elsewhere.example' })
    expect(last?.fault?.code).toBe('no-credentials')
    const secret_app_password = ACCOUNT.password
    await change({
      set_identifier: ACCOUNT.identifier,
      set_service: 'https://elsewhere.example',
      secret_app_password,
    })
    expect(last?.fault).toBeNull()
  })

  it('is not asked before the moment that it has named', async () => {
    await become('mastodon', { server: sims.mastodon.url })
    const next_at = new Date(NOW.getTime() + 600_000)
    await database.db
      .updateTable('source')
      .set({ fault_kind: 'rate', next_at })
      .where('id', '=', 'tuutit')
      .execute()
    const answer = await change({ set_server: sims.mastodon.url })
    expect([answer.status, await pageOf(answer)]).toEqual([
      429,
      expect.stringContaining('Lähde on pyytänyt odottamaan'),
    ])
  })
})

describe('the form', () => {
  it('says every complaint at once, each at its field, and keeps what was typed', async () => {
    const fields = { id: 'Ä', set_url: 'ftp://x', set_site: 'yksi', set_pages: 'asuminen ilman', every: '3' }
    const answer = await tried('matomo', { ...fields, step: 'save', secret_token: 'a-token-typed' })
    const html = await answer.text()
    expect(answer.status).toBe(400)
    expect(html).toContain('5 kohtaa on korjattava')
    for (const id of ['id', 'every', 'set-url', 'set-site', 'set-pages']) {
      expect(html).toContain(`href="#${id}"`)
      expect(html).toMatch(
        new RegExp(`id="${id}"[^>]*aria-describedby="${id}-hint ${id}-wrong"[^>]*aria-invalid="true"`),
      )
      expect(html).toContain(`id="${id}-wrong"`)
    }
    for (const typed of ['value="Ä"', 'value="ftp://x"', 'value="yksi"', '>asuminen ilman<', 'value="3"'])
      expect(html).toContain(typed)
    expect(html).not.toContain('a-token-typed')
    expect(await database.db.selectFrom('source').select('id').where('id', '=', 'uusi').execute()).toEqual([])
  })

  it('has for every field of every adapter its own words, an example and where the value is found', async () => {
    for (const { name } of [...desk.deps.channels, ...desk.deps.meters]) {
      const html = await (await get(desk, `/desk/kemijarvi/sources/new?channel=${name}`, me)).text()
      const fields = [
        ...html.matchAll(/<label for="(set-\w+|secret-\w+)">([^<]+)<\/label>(<span class="hint")?/g),
      ]
      expect(fields.length).toBeGreaterThan(0)
      for (const [, id, label, hint] of fields) {
        expect([name, id, hint]).toEqual([name, id, '<span class="hint"'])
        expect([name, id, label]).toEqual([name, id, expect.stringMatching(/^\p{Lu}/u)])
      }
    }
  })

  it('keeps the lines of a list as lines, and gives them back', async () => {
    await tried('matomo', { step: 'save', set_pages: 'asuminen /asuminen\n\n tyo  /tyo-ja-yrittaminen ' })
    const row = await database.db
      .selectFrom('source')
      .selectAll()
      .where('id', '=', 'uusi')
      .executeTakeFirstOrThrow()
    expect(row.settings).toMatchObject({
      pages: [
        { id: 'asuminen', path: '/asuminen' },
        { id: 'tyo', path: '/tyo-ja-yrittaminen' },
      ],
    })
    const html = await (await get(desk, '/desk/kemijarvi/sources/uusi', me)).text()
    expect(html).toContain('asuminen /asuminen\ntyo /tyo-ja-yrittaminen</textarea>')
  })

  it('says that a taken id is taken, at its field', async () => {
    const answer = await tried('feed', { step: 'save', id: 'uutiset' })
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('id="id-wrong"')])
  })
})
