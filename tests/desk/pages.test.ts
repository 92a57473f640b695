// The desk's pages as plain forms: what is sent, what it leaves, and what is shown when it cannot be.
import { describe, expect, it } from 'vitest'
import { makeId } from '../../db/ids.ts'
import { findPass, holdPass } from '../../db/passes.ts'
import { findPersonByEmail } from '../../db/people.ts'
import { listFamilies } from '../../db/places.ts'
import { findSource } from '../../db/sources.ts'
import { makeAccount, makePerson, makePlace, makePost, NOW } from '../makers.ts'
import { get, post, signInAs } from './desk.ts'
import { standAtDesk } from './stand.ts'

describe('the desk', () => {
  const stand = standAtDesk('admin')
  const { page, send } = stand
  const picture = async (of: number) => {
    const public_id = makeId('m')
    await stand.database.db
      .insertInto('media')
      .values({
        public_id,
        post_id: of,
        place_id: 'kemijarvi',
        position: 0,
        kind: 'image',
        source_url: 'https://x/1.jpg',
      })
      .execute()
    return public_id
  }

  it('decides, goes back to the same queue, and offers to undo', async () => {
    const one = await makePost(stand.database.db)
    const back = '/desk/kemijarvi/inbox?state=new&channel=mastodon'
    const answer = await send(`/posts/${one.public_id}/decisions`, { action: 'hide', version: '1', back })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${back}&undo=${one.public_id}`])
    const html = await (await get(stand.desk, answer.headers.get('location') as string, stand.me)).text()
    expect(html).toContain('Piilotettu: ”Lumi tuli tänään')
    const undone = await send(`/posts/${one.public_id}/decisions`, { action: 'undo', version: '2', back })
    expect(undone.status).toBe(303)
    expect(await page('/inbox')).toContain(`id="${one.public_id}"`)
  })

  it('picks every post of the page without script', async () => {
    for (let n = 0; n < 3; n++) await makePost(stand.database.db)
    const picked = async (path: string) => (await page(path)).match(/name="post"[^>]* checked/g)?.length ?? 0
    expect(await page('/inbox?channel=mastodon')).toContain('/inbox?channel=mastodon&amp;pick=all')
    expect([await picked('/inbox'), await picked('/inbox?pick=all')]).toEqual([0, 3])
  })

  it('offers the same search in every queue where one has found nothing, and the walls on the front page', async () => {
    await makePost(stand.database.db, { state: 'hidden', text: 'Revontulet järven yllä' })
    const found = await page('/inbox?text=revontuli')
    const [, wide = ''] = /href="([^"]*)">\s*Etsi kaikista/.exec(found) ?? []
    expect(wide).toBe('/desk/kemijarvi/inbox?text=revontuli&amp;state=')
    const all = await page(wide.replace('/desk/kemijarvi', '').replace('&amp;', '&'))
    expect(all).toContain('Revontulet järven yllä')
    expect(await page('/inbox?state=&text=pesukarhu')).not.toContain('Etsi kaikista')
    expect(await page('')).toContain('href="/walls/kemijarvi/etusivu"')
  })

  it('keeps the description that was typed when the decision itself is overtaken, and says who was first', async () => {
    const one = await makePost(stand.database.db, {
      account_id: await makeAccount(stand.database.db, { kind: 'own' }),
    })
    const media = await picture(one.id)
    const mika = await signInAs(stand.desk, 'curator', { name: 'Mika Särkelä' })
    await post(stand.desk, `/desk/kemijarvi/posts/${one.public_id}/decisions`, mika, {
      action: 'hide',
      version: '1',
    })
    const fields = {
      action: 'show',
      version: '1',
      [`alt_${media}_fi`]: 'Luminen tie',
      [`alt_${media}_en`]: '',
    }
    const answer = await send(`/posts/${one.public_id}/decisions`, fields)
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('Mika Särkelä ehti ensin: julkaisu on nyt piilotettu.')
    expect(html).toContain('>Luminen tie</textarea>')
  })

  it('answers the script in JSON: words, version, counts; a refusal as problem+json', async () => {
    const one = await makePost(stand.database.db)
    const json = { accept: 'application/json' }
    const answer = await send(
      `/posts/${one.public_id}/decisions`,
      { action: 'show', version: '1' },
      stand.me,
      json,
    )
    expect(await answer.json()).toMatchObject({
      id: one.public_id,
      state: 'shown',
      version: 2,
      undo: `/desk/kemijarvi/posts/${one.public_id}/decisions`,
      counts: { new: '0', shown: '1' },
    })
    const late = await send(
      `/posts/${one.public_id}/decisions`,
      { action: 'show', version: '1' },
      stand.me,
      json,
    )
    expect([late.status, (await late.json()).code]).toEqual([409, 'conflict'])
  })

  it('shows text as text: nothing of a post becomes markup', async () => {
    const evil = '<script>alert(1)</script> "><img src=x onerror=alert(1)> #kemijärvi'
    const account = await makeAccount(stand.database.db, { name: '<b onclick=x>Aino</b>' })
    const one = await makePost(stand.database.db, {
      text: evil,
      account_id: account,
      title: '</h3><script>',
      sensitive: '<i>',
    })
    for (const path of ['/inbox', `/posts/${one.public_id}`, '/lift']) {
      const html = await page(path)
      expect(html).not.toMatch(/<script>|<img src=x|<b onclick|<i>"/)
      expect(html).toContain('&lt;script&gt;alert(1)')
    }
  })

  it('records a consent with its evidence, and its end', async () => {
    const one = await makePost(stand.database.db, { account_id: await makeAccount(stand.database.db) })
    const fields = {
      child: 'no',
      scope: ['wall', 'digest'],
      asked: 'Kommentti',
      evidence: 'https://x/1',
      until: '2027-11-25',
    }
    const answer = await send(`/posts/${one.public_id}/consents`, {
      ...fields,
      back: '/desk/kemijarvi/inbox',
    })
    expect(answer.headers.get('location')).toBe('/desk/kemijarvi/inbox?saved=consent')
    const row = await stand.database.db.selectFrom('consent').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      evidence_kind: 'link',
      evidence_ref: 'https://x/1',
      scope: { wall: true, digest: true, channels: false, print: false },
      until: '2027-11-25',
      recorded_by: 'Johanna Kivelä',
    })
    expect(await page('/inbox')).toContain('Lupa saatu.')
    await send(`/posts/${one.public_id}/consents/${row.public_id}/end`, {})
    expect(await page('/inbox')).toContain('Lupa peruttu.')
  })

  it('does not record a consent without evidence, scope or an answer about children', async () => {
    const one = await makePost(stand.database.db)
    const answer = await send(`/posts/${one.public_id}/consents`, { asked: 'x', until: '30.2.2027' })
    expect(answer.status).toBe(400)
    const html = await answer.text()
    for (const path of ['child', 'scope', 'evidence', 'until']) expect(html).toContain(path)
    expect(await stand.database.db.selectFrom('consent').selectAll().execute()).toEqual([])
  })

  it('switches a source on and off, and tells a fault in plain words with what to do', async () => {
    await send('/sources/uutiset/switch', { active: '0' })
    expect(await findSource(stand.database.db, 'kemijarvi', 'uutiset')).toMatchObject({
      active: false,
      next_at: null,
      switched_by: 'Johanna Kivelä',
    })
    await send('/sources/uutiset/switch', { active: '1' })
    expect(await findSource(stand.database.db, 'kemijarvi', 'uutiset')).toMatchObject({
      active: true,
      next_at: NOW,
    })
    await stand.database.db
      .updateTable('source')
      .set({ failures: 2, fault_kind: 'gone', fault_code: 'no such words', fault_since: NOW })
      .where('id', '=', 'uutiset')
      .execute()
    const html = await page('/sources')
    expect(html).toContain('1 lähteessä on häiriö')
    expect(html).toContain('Osoitteesta ei löydy enää mitään.')
  })

  it('collecting now enqueues first in line with the run that the page then tells of', async () => {
    const work = send('/sources/uutiset/collect', {})
    await expect
      .poll(() => stand.desk.sent)
      .toEqual([{ name: 'collect', payload: { place: 'kemijarvi', source: 'uutiset', run: 1 } }])
    await stand.database.db.updateTable('source_run').set({ ended_at: NOW, found: 5, saved: 3 }).execute()
    const answer = await work
    const html = await (await get(stand.desk, answer.headers.get('location') as string, stand.me)).text()
    expect(html).toContain('Haku on valmis: 5 löytyi, 3 uutta, 0 poistui.')
  })

  it('sets a source by its channel’s own rules, and adds one', async () => {
    const wrong = await send('/sources/uutiset', { set_url: 'ftp://x', every: '3' })
    expect(wrong.status).toBe(400)
    await send('/sources/uutiset', {
      set_url: 'https://example.org/uusi/',
      every: '30',
      families: 'kemijarvi',
    })
    expect(await findSource(stand.database.db, 'kemijarvi', 'uutiset')).toMatchObject({
      settings: { url: 'https://example.org/uusi/' },
      every_minutes: 30,
      families: ['kemijarvi'],
    })
    const fields = { channel: 'mastodon', id: 'toinen', mode: 'resident', set_server: 'example.social' }
    expect((await send('/sources/new', { ...fields, active: '1' })).status).toBe(303)
    expect(await findSource(stand.database.db, 'kemijarvi', 'toinen')).toMatchObject({
      active: true,
      settings: { server: 'https://example.social' },
    })
    expect((await send('/sources/new', fields)).status).toBe(409)
    expect((await send('/sources/new', { ...fields, id: 'new' })).status).toBe(400)
  })

  it('keeps a meter’s key sealed and shows it to nobody', async () => {
    const fields = {
      channel: 'matomo',
      id: 'luvut',
      set_url: 'https://matomo.example.org',
      set_site: '1',
      secret_token: 'a very secret token',
    }
    expect((await send('/sources/new', fields)).status).toBe(303)
    const row = await stand.database.db
      .selectFrom('credential')
      .select(['name', 'sealed'])
      .executeTakeFirstOrThrow()
    expect([row.name, stand.desk.deps.keys.unseal(row.sealed)]).toEqual(['token', 'a very secret token'])
    expect((await page('/sources/luvut')) + (await page('/audit'))).not.toContain('a very secret token')
  })

  it('asks for a Bluesky account in its own words, and forgets how we were signed in when that changes', async () => {
    const form = await page('/sources/new?channel=bluesky')
    for (const said of [
      'Sovellussalasana',
      'https://bsky.app/settings/app-passwords',
      'kemijarvi.bsky.social',
    ])
      expect(form).toContain(said)
    const fields = { channel: 'bluesky', id: 'sininen', set_identifier: '@kemijarvi.bsky.social' }
    expect((await send('/sources/new', { ...fields, secret_app_password: 'abcd-efgh' })).status).toBe(303)
    const settings = { identifier: 'kemijarvi.bsky.social', service: 'https://bsky.social' }
    expect(await findSource(stand.database.db, 'kemijarvi', 'sininen')).toMatchObject({ settings })
    const key = { place: 'kemijarvi', source: 'sininen', name: 'session' }
    await holdPass(stand.database.db, key, 'somebody', 0)
    const change = { set_identifier: 'toinen.bsky.social', secret_app_password: 'efgh-abcd' }
    await send('/sources/sininen', change)
    expect(await findPass(stand.database.db, key)).toBeUndefined()
  })

  it('changes the spellings of a family, and refuses one that belongs to another', async () => {
    const family = {
      id: 'kemijarvi',
      label_fi: 'Kemijärvi',
      tags: '#kemijärvi\n#Kemijarvi #visitkemijärvi, kemijarvi',
    }
    expect((await send('/families', family)).status).toBe(303)
    const [first] = await listFamilies(stand.database.db, 'kemijarvi')
    expect(first?.tags.map((tag) => tag.as_written)).toEqual(['kemijärvi', 'Kemijarvi', 'visitkemijärvi'])
    const taken = await send('/families', { ...family, tags: '#tuhannenjayhdentyontarinat' })
    expect(taken.status).toBe(409)
    expect(await taken.text()).toContain('Poista #tuhannenjayhdentyontarinat ensin perheestä tarinat.')
    expect((await send('/families', { ...family, tags: '### !' })).status).toBe(400)
    expect((await send('/families/tarinat/remove', {})).status).toBe(409)
    expect((await send('/families', { is: 'new', id: 'uusi', label_fi: 'Uusi', tags: '#uusi' })).status).toBe(
      303,
    )
    expect((await send('/families/uusi/remove', {})).status).toBe(303)
  })

  it.each([
    [
      '/families',
      { id: 'kemijarvi', label_fi: 'Järven nimi', tags: '#kirjoitettu ### !' },
      ['Järven nimi', '### !'],
    ],
    [
      '/families',
      { is: 'new', id: 'kemijarvi', label_fi: 'Toinen', tags: '#toinen' },
      ['value="Toinen"', '#toinen'],
    ],
    [
      '/duties',
      { is: 'new', id: 'Ei näin', label_fi: 'Latumestari', holder: '' },
      ['Ei näin', 'Latumestari'],
    ],
    [
      '/lists/area',
      { area_id: 'tekninen', area_fi: 'Tekniset', area_email: 'ei osoite' },
      ['value="Tekniset"', 'value="ei osoite"'],
    ],
  ] as const)('what %s refuses stays on the page as it was typed: %j', async (path, fields, typed) => {
    const answer = await send(path, fields)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    const page = await answer.text()
    for (const one of typed) expect(page).toContain(one)
  })

  describe('people', () => {
    it('are invited by a link that is shown once', async () => {
      const answer = await send('/people', {
        email: 'mika@example.org',
        name: 'Mika Särkelä',
        role: 'curator',
      })
      const html = await answer.text()
      const link = /http:\/\/127\.0\.0\.1:8080(\/desk\/link\/[\w-]{43})/.exec(html)?.[1] as string
      expect((await get(stand.desk, link)).status).toBe(200)
      expect(await page('/people')).not.toContain(link)
      expect(JSON.stringify(await stand.database.db.selectFrom('audit').selectAll().execute())).not.toContain(
        link.slice(11),
      )
    })
    it('who are known elsewhere get a role here, and no link for their account', async () => {
      await makePlace(stand.database.db, 'posio')
      const known = await makePerson(stand.database.db, {
        email: 'mika@example.org',
        place: 'posio',
        role: 'admin',
      })
      const html = await (
        await send('/people', { email: 'Mika@example.org', name: 'x', role: 'curator' })
      ).text()
      expect(html).not.toContain('/desk/link/')
      // Whoever holds a link is that person everywhere: an administrator of one place must not get into another.
      expect((await send(`/people/${known}/link`, {})).status).toBe(403)
    })
    it('who operate the installation get their link from an operator only', async () => {
      const operator = await makePerson(stand.database.db, { role: 'curator', operator: true })
      expect((await send(`/people/${operator}/link`, {})).status).toBe(403)
      stand.me = await signInAs(stand.desk, 'admin', { operator: true })
      expect((await send(`/people/${operator}/link`, {})).status).toBe(200)
    })
    it('who leave cannot sign in any more, but the last administrator stays', async () => {
      const mika = await signInAs(stand.desk, 'curator')
      expect((await send(`/people/${mika.person}/end`, {})).status).toBe(303)
      expect(await page('/people?saved=1')).toContain('Tallennettu')
      expect((await get(stand.desk, '/desk/kemijarvi', mika)).status).toBe(401)
      expect((await send(`/people/${stand.me.person}/end`, {})).status).toBe(409)
      expect((await send(`/people/${stand.me.person}/role`, { role: 'reader' })).status).toBe(409)
      expect(await findPersonByEmail(stand.database.db, 'johanna@nowhere')).toBeUndefined()
    })
    it('of another place are not found', async () => {
      await makePlace(stand.database.db, 'posio')
      const foreign = await makePerson(stand.database.db, { place: 'posio', role: 'reader' })
      for (const what of ['role', 'link', 'end'])
        expect((await send(`/people/${foreign}/${what}`, { role: 'admin' })).status).toBe(404)
    })
  })

  describe('a request to remove a post', () => {
    const shownAt = (url: string) => makePost(stand.database.db, { state: 'shown', url, canonical_url: url })
    const ask = (fields: Record<string, string>) =>
      post(stand.desk, '/poista', undefined, { place: 'kemijarvi', reason: 'En halua', ...fields })
    it('hides at once what it finds, however the address is written, without a login', async () => {
      const one = await shownAt('https://example.social/@aino/5')
      const answer = await ask({
        address: 'http://www.example.social/@aino/5/?utm=x#ylos',
        contact: 'aino@example.org',
      })
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain('Julkaisu on piilotettu')
      expect(answer.headers.get('set-cookie')).toBeNull()
      expect(await stand.database.db.selectFrom('post').select('state').executeTakeFirst()).toEqual({
        state: 'hidden',
      })
      const html = await page('/removals')
      expect(html).toContain('aino@example.org')
      expect(html).toContain(one.public_id)
      expect(html).toContain('Vastaa viimeistään 25.12.2026')
    })
    it('that is accepted buries the post for good; one that is refused puts it back', async () => {
      await shownAt('https://example.social/@aino/6')
      await shownAt('https://example.social/@aino/7')
      for (const n of [6, 7]) await ask({ address: `https://example.social/@aino/${n}` })
      const rows = await stand.database.db.selectFrom('removal').selectAll().orderBy('id').execute()
      const [first, second] = rows.map((row) => `/removals/${row.public_id}`) as [string, string]
      await send(first, { action: 'accept', answer: 'Poistettu' })
      await send(second, { action: 'refuse' })
      const left = await stand.database.db.selectFrom('post').select(['url', 'state']).execute()
      expect(left).toEqual([{ url: 'https://example.social/@aino/7', state: 'shown' }])
      expect(
        (await stand.database.db.selectFrom('tombstone').select('kind').execute())
          .map((row) => row.kind)
          .sort(),
      ).toEqual(['address', 'post'])
      expect((await send(first, { action: 'refuse' })).status).toBe(409)
      expect(await page('/removals')).toContain('Poistopyyntöjä ei ole')
    })
    it('that finds nothing is kept for a person', async () => {
      const answer = await ask({ address: 'https://example.social/@aino/99' })
      expect(await answer.text()).toContain('ihminen etsii sen')
      expect(await page('/removals')).toContain('Osoitteella ei löytynyt julkaisua')
    })
    it('with mistakes is told them, keeps what was written, and a machine’s is refused', async () => {
      const answer = await ask({ address: 'ei osoite', reason: 'Oma syyni' })
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain('Oma syyni</textarea>')
      expect((await ask({ address: 'https://example.social/1', website: 'http://spam' })).status).toBe(400)
      expect((await ask({ address: 'https://example.social/1', place: 'muualla' })).status).toBe(404)
      expect(await stand.database.db.selectFrom('removal').selectAll().execute()).toEqual([])
    })
    it('can be sent ten times an hour from one address', async () => {
      const codes = []
      for (let n = 0; n < 11; n++) codes.push((await ask({ address: `https://example.social/${n}` })).status)
      expect(codes.slice(9)).toEqual([200, 429])
    })
    it.each([
      ['/poista', 'fi'],
      ['/ta-bort', 'sv'],
      ['/remove', 'en'],
    ])('%s speaks %s', async (path, lang) => {
      const html = await (await get(stand.desk, path)).text()
      expect(html).toContain(`<html lang="${lang}">`)
    })
  })

  it('removes everything that is a sample, and only that', async () => {
    await makePost(stand.database.db, { sample: true })
    const real = await makePost(stand.database.db)
    expect(await page('/sample')).toContain('1 keksitty julkaisu')
    expect((await send('/sample', {})).status).toBe(303)
    expect(await stand.database.db.selectFrom('post').select('id').execute()).toEqual([{ id: real.id }])
    expect(await page('/sample')).toContain('Esimerkkiaineistoa ei ole.')
  })

  it('tells whether the record of events is whole', async () => {
    await send('/sources/uutiset/switch', { active: '0' })
    expect(await page('/audit?check=1')).toContain('Ketju on ehjä')
    await stand.database.db
      .updateTable('audit')
      .set({ actor: 'joku' })
      .where('place_id', '=', 'kemijarvi')
      .execute()
    expect(await page('/audit?check=1')).toContain('Ketju ei ole ehjä')
  })

  it('never breaks on rubbish in a query: 200 or 400, and never more', async () => {
    const rubbish = [
      "'",
      '"',
      '\\',
      '%',
      '\0',
      "1' or '1'='1",
      '0;drop table post',
      '-1',
      '9'.repeat(30),
      'x'.repeat(5000),
      '{}',
      '[]',
      'ä',
      '%00',
      'null',
      '\u202e',
      '1e400',
      '../..',
      '__proto__',
      'undefined',
      '9999-12-31',
    ]
    const names = [
      'state',
      'family',
      'channel',
      'kind',
      'language',
      'text',
      'cursor',
      'limit',
      'undescribed',
      'undo',
      'saved',
      'to',
      'pick',
      'lang',
      'sort',
    ]
    // In short form each name meets a third of them.
    const some = (nth: number) => rubbish.filter((_, at) => process.env.LONG || (at + nth) % 3 === 0)
    for (const [nth, name] of names.entries())
      for (const value of some(nth)) {
        const { status } = await get(
          stand.desk,
          `/desk/kemijarvi/inbox?${new URLSearchParams({ [name]: value })}`,
          stand.me,
        )
        expect([name, value, [200, 400].includes(status)]).toEqual([name, value, true])
      }
    for (const path of [
      '/posts/x/decisions',
      '/families',
      '/people',
      '/sources/new',
      '/sources/x/switch',
      '/removals/x',
    ])
      for (const value of rubbish) {
        const fields = {
          action: value,
          version: value,
          id: value,
          tags: value,
          role: value,
          name: value,
          email: value,
          channel: value,
          active: value,
        }
        const { status } = await send(path.replace('x', encodeURIComponent(value)), fields)
        expect([path, value, status < 500]).toEqual([path, value, true])
      }
    for (const path of ['/lift?post=', '/audit?cursor=', '/sources?run=', '/sources/new?channel=', '/posts/'])
      for (const value of rubbish) {
        const { status } = await get(
          stand.desk,
          `/desk/kemijarvi${path}${encodeURIComponent(value)}`,
          stand.me,
        )
        expect([path, value, [200, 400, 404].includes(status)]).toEqual([path, value, true])
      }
  })
})
