// The desk in a real browser: by keyboard alone, without script, at 320 px, light and dark, and free of axe's findings.
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeId } from '../../db/ids.ts'
import { json } from '../../db/open.ts'
import { saveTopics } from '../../db/topics.ts'
import { axe, look, watch } from '../browser.ts'
import { makeAccount, makePlace, makePost, NOW } from '../makers.ts'
import { type BrowserStand, standInBrowser, tooWide, unfold } from './browser-stand.ts'
import { post } from './desk.ts'

describe('in a browser', () => {
  const stand = standInBrowser(18_000 + (process.pid % 2_000), 'admin', { operator: true })
  const { origin } = stand
  const open = (path: string, how?: Parameters<BrowserStand['open']>[1]) =>
    stand.open(`/desk/kemijarvi${path}`, how)
  let posts: { id: number; public_id: string }[]
  beforeEach(async () => {
    const { db } = stand.database
    const kinds = [{ kind: 'own' }, { kind: 'partner', agreement: 'x' }, { kind: 'resident' }] as const
    posts = []
    for (const more of kinds) posts.push(await makePost(db, { account_id: await makeAccount(db, more) }))
    const resident = posts[2] as (typeof posts)[number]
    const media = {
      place_id: 'kemijarvi',
      position: 0,
      kind: 'image' as const,
      source_url: 'https://x/1.jpg',
    }
    for (const of of [posts[0], resident])
      await db
        .insertInto('media')
        .values({ ...media, public_id: makeId('m'), post_id: of?.id ?? 0 })
        .execute()
    await post(stand.desk, '/desk/kemijarvi/stories', stand.me, { open: '1' })
  })

  const states = async () => {
    const rows = await stand.database.db
      .selectFrom('post')
      .select(['public_id', 'state'])
      .orderBy('id')
      .execute()
    return rows.map((row) => row.state)
  }
  const ids = (page: Page) =>
    page.locator('.post[data-post]').evaluateAll((all) => all.map((one) => one.getAttribute('data-post')))

  it('curates by keyboard alone: next, hide, keep, undo, show, with words for each, and no console error', async () => {
    const page = await open('/inbox')
    // What is still fetched when a page is left counts as failed.
    await page.waitForLoadState('networkidle')
    const seen = await watch(page, origin)
    await page.reload()
    const [a, b, c] = posts.map((one) => one.public_id)
    await page.keyboard.press('j')
    await page.keyboard.press('2')
    await expect.poll(() => ids(page)).toEqual([a, c])
    expect(await page.locator('.undo [role=status]').textContent()).toContain('Piilotettu: ”Lumi tuli')
    expect(await page.locator('.post.current').getAttribute('data-post')).toBe(c)
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.post')?.id)).toBe(c)
    await page.keyboard.press('z')
    await expect.poll(() => ids(page)).toEqual([a, b, c])
    expect(await states()).toEqual(['new', 'new', 'new'])
    expect(await page.locator('[data-count=new]').first().textContent()).toBe('3')
    await page.keyboard.press('3')
    await expect.poll(() => ids(page)).toEqual([a, c])
    await page.keyboard.press('k')
    await page.keyboard.press('e')
    await page.keyboard.type('123 jk: luminen tie')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Snowy road')
    await page.locator(`#${a} .decide > .acts > .button`).first().focus()
    await page.keyboard.press('1')
    await expect.poll(() => ids(page)).toEqual([c])
    expect(await states()).toEqual(['shown', 'stashed', 'new'])
    const texts = await stand.database.db
      .selectFrom('description')
      .select(['lang', 'text'])
      .orderBy('lang')
      .execute()
    expect(texts).toEqual([
      { lang: 'en', text: 'Snowy road' },
      { lang: 'fi', text: '123 jk: luminen tie' },
    ])
    expect(seen).toMatchObject({ errors: [], violations: [], foreign: [] })
    await page.context().close()
  })

  it.each([1280, 320])(
    'shows a post with one key, and hides two picked ones with one undo, at %i px',
    async (width) => {
      const page = await open('/inbox', { width })
      const b = posts[1]?.public_id
      await page.keyboard.press('j')
      await page.keyboard.press('1')
      await page.locator(`#${b}`).waitFor({ state: 'detached' })
      expect(await states()).toEqual(['new', 'shown', 'new'])
      expect(await page.locator('.bulk').isVisible()).toBe(false)
      await page.keyboard.press('x')
      expect(await page.locator('.bulk').isVisible()).toBe(true)
      expect(await page.locator('.pick :checked').count()).toBe(1)
      await page.keyboard.press('a')
      await page.locator('.bulk').getByLabel('Syy piilottaa tai säilyttää').selectOption('discrimination')
      await page.locator('.bulk').getByRole('button', { name: 'Piilota' }).press('Enter')
      await page.locator('.empty').waitFor()
      expect(await states()).toEqual(['hidden', 'shown', 'hidden'])
      expect(await page.locator('.undo').textContent()).toContain('ja 1 muu')
      await page.keyboard.press('z')
      await expect.poll(states, { timeout: 5_000 }).toEqual(['new', 'shown', 'new'])
      await page.context().close()
    },
  )

  it('curates by touch alone on the narrowest screen: show, hide, undo, each at least 44 px high', async () => {
    const page = await open('/inbox', { width: 320, touch: true })
    const [a, b, c] = posts.map((one) => one.public_id)
    const tap = async (id: string | undefined, name: string) => {
      const button = page.locator(`#${id} .decide > .acts`).getByRole('button', { name })
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
      await button.tap()
    }
    await tap(b, 'Näytä')
    await expect.poll(() => ids(page)).toEqual([a, c])
    await tap(c, 'Piilota')
    await expect.poll(() => ids(page)).toEqual([a])
    expect(await states()).toEqual(['new', 'shown', 'hidden'])
    await page.getByRole('button', { name: 'Kumoa' }).tap()
    await expect.poll(() => ids(page)).toEqual([a, c])
    await page.getByRole('button', { name: 'Jonot' }).tap()
    await page.locator('#queues').getByRole('link', { name: 'Näkyvissä' }).tap()
    await expect.poll(() => ids(page)).toEqual([b])
    expect(await states()).toEqual(['new', 'shown', 'new'])
    await page.context().close()
  })

  it('marks a theme and hands a question over by keyboard and without script, and tells where it waits', async () => {
    await saveTopics(stand.database.db, 'kemijarvi', 'theme', [{ id: 'luonto', label: { fi: 'Luonto' } }])
    await saveTopics(stand.database.db, 'kemijarvi', 'area', [
      { id: 'sivistys', label: { fi: 'Sivistyspalvelut' } },
    ])
    const page = await open('/inbox', { script: false, width: 320 })
    const card = page.locator('.post').first()
    await card.locator('.topics > summary').press('Enter')
    await card.getByLabel('Luonto').press('Space')
    await card.getByRole('button', { name: 'Tallenna merkinnät' }).press('Enter')
    expect(await page.locator('.topics > summary').first().textContent()).toContain('Luonto')
    await page.locator('.handing > summary').first().press('Enter')
    await page.getByLabel('Mitä kysytään tai mikä on vialla?').first().fill('Milloin?')
    await page.getByRole('button', { name: 'Anna hoidettavaksi' }).first().press('Enter')
    await page.goto(`${origin}/desk/kemijarvi/inbox?answer=1`)
    expect(await page.locator('.handed').textContent()).toMatch(
      /Odottaa vastausta\. Sivistyspalvelut, .*”Milloin\?”/,
    )
    await page.locator('.handing > summary').press('Enter')
    await page.getByRole('button', { name: 'Vastattu' }).press('Enter')
    expect(await page.locator('.post').count()).toBe(0)
    await page.context().close()
  })

  it('keys can be switched off, and stay off', async () => {
    const page = await open('/inbox')
    await page.locator('[data-keys]').click()
    await page.reload()
    await page.keyboard.press('2')
    expect(await page.locator('[data-keys]').textContent()).toContain('Ota näppäimet käyttöön')
    expect(await states()).toEqual(['new', 'new', 'new'])
    await page.context().close()
  })

  it('says beside the card when somebody else was first', async () => {
    const page = await open('/inbox')
    await stand.database.db.updateTable('post').set({ version: 5 }).execute()
    await page.keyboard.press('2')
    await page.locator('.post .say.need[role=alert]').waitFor()
    expect(await page.locator('.post .say.need').textContent()).toContain('Joku muu ehti ensin')
    await page.context().close()
  })

  it('curates without script: consent, lift with a description, undo, and every way back', async () => {
    const page = await open('/lift', { script: false })
    const resident = posts[2]?.public_id
    await page.goto(`${origin}/desk/kemijarvi/lift?post=${resident}`)
    expect(await page.locator('.finish').textContent()).toContain(
      'Puuttuu vielä: tekijän lupa, kuvan kuvaus.',
    )
    await page.locator('.ask > summary').click()
    await page.getByLabel('Ei lasta').check()
    await page.getByLabel('Linkki vastaukseen tai muistiinpano').fill('https://example.social/@aino/9')
    await page.getByRole('button', { name: 'Kirjaa lupa' }).click()
    await page.getByLabel('Kuvaus suomeksi').fill('Luminen tie')
    await page.getByLabel('Kuvaus englanniksi').fill('Snowy road')
    await page.getByRole('button', { name: 'Nosta seinälle' }).click()
    expect(await page.locator('.head').textContent()).toContain('Tämän viikon nosto on tehty')
    expect(await states()).toEqual(['new', 'new', 'shown'])
    await page.getByRole('link', { name: 'Jono' }).click()
    await page.locator(`#${posts[0]?.public_id}`).getByRole('button', { name: 'Piilota' }).click()
    expect(await page.locator('.undo').textContent()).toContain('Piilotettu')
    await page.getByRole('button', { name: 'Kumoa' }).click()
    expect(await states()).toEqual(['new', 'new', 'shown'])
    await page.context().close()
  })

  it('marks a step of a guide by keyboard alone and without script, and takes the mark back', async () => {
    const page = await open('/guide/feed', { script: false })
    const label = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    const press = async (name: string) => {
      while (!(await label()).startsWith(name)) await page.keyboard.press('Tab')
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    }
    await press('Merkitse tehdyksi')
    expect(page.url()).toMatch(/#feed\.address$/)
    expect(await page.locator('#feed\\.address .good').textContent()).toContain('Tehty: ')
    await press('Peru merkintä')
    expect(await page.locator('#feed\\.address .good').count()).toBe(0)
    await page.context().close()
  })

  it('signs out without script, and in a frame of another page the desk stays empty', async () => {
    const page = await open('', { script: false })
    await page.getByRole('button', { name: 'Kirjaudu ulos' }).click()
    expect(await page.locator('[role=status]').textContent()).toContain('Olet kirjautunut ulos.')
    await page.goto('about:blank')
    await page.setContent(`<iframe src="${origin}/desk/login"></iframe>`)
    await page.waitForTimeout(200)
    expect(
      await page
        .frames()[1]
        ?.locator('form')
        .count()
        .catch(() => 0),
    ).toBe(0)
    await page.context().close()
  })

  it('shows the wall for a website as it is chosen, with its codes, without a new page', async () => {
    const page = await open('/embed', { width: 320 })
    const seen = await watch(page, origin)
    await page.reload()
    const code = page.locator('#code-element')
    expect(await code.textContent()).not.toContain('layout=')
    await page.getByLabel('Asettelu').selectOption('list')
    await page.getByLabel('Julkaisuja').fill('4')
    await page.getByLabel('Julkaisuja').press('Tab')
    await expect.poll(() => code.textContent()).toContain('layout="list" limit="4"')
    const inside = page.frameLocator('iframe.embed-preview')
    await inside.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.locator('iframe.embed-preview').getAttribute('src')).toMatch(/layout=list&limit=4$/)
    expect(page.url()).toMatch(/layout=list/)
    expect(await page.getByRole('status').textContent()).toBe('Esikatselu ja koodit vaihtuivat')
    expect([seen.violations, seen.foreign]).toEqual([[], []])
    await page.context().close()
    const still = await open('/embed?layout=list&limit=4', { script: false })
    expect(await still.locator('#code-frame').textContent()).toContain('layout=list&#38;limit=4')
    await still.context().close()
  })

  const pages = [
    '',
    '/inbox',
    '/lift',
    '/sources',
    '/sources/tuutit',
    '/sources/new?channel=feed',
    '/guide',
    '/guide/instagram',
    '/settings',
    '/embed?layout=list&theme=dark',
    '/notices',
    '/families',
    '/accounts',
    '/rules',
    '/rules/new',
    '/lists',
    '/walls',
    '/walls/etusivu/remove',
    '/removals',
    '/people',
    '/duties',
    '/place',
    '/history',
    '/keeping',
    '/records',
    '/audit',
    '/sample',
    '/../me',
    '/../platforms',
    '/../../poista',
    '/../../kerro/kemijarvi',
    '/../../palaute/kemijarvi',
    '/../door',
    '/link',
    '/sheet',
    '/members',
    '/../posio/members',
    '/digests',
    '/recipients',
    '/measures',
    '/notes?quick=1',
    '/brought',
    '/surveys',
    '/labels',
    '/targets',
    '/../login',
  ]
  // In short form every other page in light and in dark, on the narrowest screen; in long form all of them in both.
  const looks = process.env.LONG
    ? ([320, 1280] as const).flatMap((width) => ['light', 'dark'].map((scheme) => [width, scheme] as const))
    : [[320, 'light and dark by turns'] as const]
  it.each(looks)(
    'has no findings of axe and no sideways scrolling at %i px, %s',
    async (width, scheme) => {
      await stand.database.db
        .insertInto('removal')
        .values({
          public_id: makeId('r'),
          place_id: 'kemijarvi',
          address: 'https://example.social/@aino/1',
          reason: 'x',
          at: NOW,
          state: 'open',
        })
        .execute()
      // A joint place with a post of its member's to show.
      await makePlace(stand.database.db, 'posio')
      await stand.database.db
        .updateTable('place')
        .set({ members: json(['kemijarvi']) })
        .where('id', '=', 'posio')
        .execute()
      await stand.database.db
        .insertInto('person_role')
        .values({ person_id: stand.me.person, place_id: 'posio', role: 'curator' })
        .execute()
      await stand.database.db
        .updateTable('post')
        .set({ state: 'shown' })
        .where('id', '=', posts[1]?.id ?? 0)
        .execute()
      await stand.database.db
        .updateTable('source')
        .set({ failures: 1, fault_kind: 'gone', fault_code: 'gone', fault_since: NOW })
        .where('id', '=', 'uutiset')
        .execute()
      const page = await open('', { width })
      const found: string[] = []
      for (const [nth, path] of [...pages, `/posts/${posts[2]?.public_id}`].entries()) {
        const turn = nth % 2 ? 'dark' : 'light'
        await page.emulateMedia({ colorScheme: scheme === 'light' || scheme === 'dark' ? scheme : turn })
        await page.goto(`${origin}/desk/kemijarvi${path}`)
        await unfold(page)
        found.push(...[...(await axe(page)), ...(await tooWide(page))].map((one) => `${path} ${one}`))
        await look(page, `desk${path.replace(/\W+/g, '-')}-${width}-${scheme.slice(0, 5)}`)
      }
      expect(found).toEqual([])
      await page.context().close()
    },
    240_000,
  )
})
