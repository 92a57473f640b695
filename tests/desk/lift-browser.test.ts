// A lift in a real browser: in at most eight steps, by keyboard alone, at 320 px and without script; axe on its pages.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeId } from '../../db/ids.ts'
import type { Database } from '../../db/open.ts'
import { findPlace } from '../../db/places.ts'
import { askConsent, consentToken } from '../../services/consents.ts'
import { type Served, serve } from '../../services/serve.ts'
import { axe, look, openBrowser } from '../browser.ts'
import { emptyDatabase, openTestEmbedded } from '../db.ts'
import { makeAccount, makePlace, makePost } from '../makers.ts'
import { type Login, openDesk, post, signInAs, type TestDesk } from './desk.ts'

const PORT = 20_000 + (process.pid % 2_000)
const HOST = '127.0.0.1'
const origin = `http://${HOST}:${PORT}`
const MOST_STEPS = 8

describe('the lift in a browser', () => {
  let database: Database
  let desk: TestDesk
  let served: Served
  let browser: Browser
  let me: Login
  let lifted: string
  beforeAll(async () => {
    database = await openTestEmbedded()
    desk = openDesk(database, { PUBLIC_URL: origin })
    served = await serve(desk.app, { HOST, PORT })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close(100)
    await database?.close()
  })
  beforeEach(async () => {
    await emptyDatabase(database)
    await makePlace(database.db)
    const { id, public_id } = await makePost(database.db, { account_id: await makeAccount(database.db) })
    const media = { public_id: makeId('m'), post_id: id, place_id: 'kemijarvi', position: 0 } as const
    await database.db
      .insertInto('media')
      .values({ ...media, kind: 'image', source_url: 'https://x/1.jpg' })
      .execute()
    lifted = public_id
    me = await signInAs(desk, 'editor')
  })

  async function open(path: string, { width = 1280, script = true } = {}): Promise<Page> {
    const context = await browser.newContext({
      ...{ viewport: { width, height: 860 }, javaScriptEnabled: script, locale: 'fi-FI' },
    })
    await context.addCookies([{ name: 'somewall', value: me.secret, url: origin }])
    const page = await context.newPage()
    await page.goto(`${origin}${path}`)
    return page
  }
  const liftedNow = async () => (await database.db.selectFrom('lift').select('post_id').execute()).length

  // From the front page to the wall, when nothing is ready yet: the consent, two descriptions, the lift.
  const walk = [
    ['press', 'Valitse viikon nosto'],
    ['press', 'Kirjaa lupa'],
    ['press', 'Ei lasta'],
    ['write', 'Linkki vastaukseen tai muistiinpano', 'https://example.social/@aino/9'],
    ['press', 'Kirjaa lupa', 'button'],
    ['write', 'Kuvaus suomeksi', 'Luminen tie'],
    ['write', 'Kuvaus englanniksi', 'Snowy road'],
    ['press', 'Nosta seinälle'],
  ] as const

  it('is made in at most eight steps with a pointer, and the time it took is kept', async () => {
    const page = await open('/desk/kemijarvi')
    for (const [how, name, more] of walk) {
      if (how === 'write') await page.getByLabel(name).fill(more)
      else if (name === 'Kirjaa lupa' && !more) await page.locator('.ask > summary').click()
      else if (name === 'Ei lasta') await page.getByLabel(name).check()
      else await page.locator(`main :is(a, button):has-text("${name}")`).first().click()
    }
    expect(walk.length).toBeLessThanOrEqual(MOST_STEPS)
    expect(await page.locator('.head').textContent()).toContain('Tämän viikon nosto on tehty')
    expect(await liftedNow()).toBe(1)
    const row = await database.db.selectFrom('lift').select('seconds').executeTakeFirstOrThrow()
    expect(row.seconds).toBe(0)
    await page.context().close()
  })

  it('is made by keyboard alone, on the narrowest screen and without script, in the same steps', async () => {
    const page = await open('/desk/kemijarvi', { width: 320, script: false })
    const names = () =>
      page.evaluate(() => {
        const now = document.activeElement as HTMLInputElement | null
        const label = now?.labels?.[0]?.textContent ?? now?.textContent ?? ''
        return `${now?.tagName} ${label.trim()}`
      })
    const reach = async (name: string, tag: string) => {
      for (let tabs = 0; tabs < 120; tabs++) {
        await page.keyboard.press('Tab')
        const now = await names()
        if (now.includes(name) && now.startsWith(tag)) return
      }
      throw new Error(`${name} cannot be reached by keyboard`)
    }
    for (const [how, name, more] of walk) {
      await reach(name, more === 'button' ? 'BUTTON' : '')
      if (how === 'write') await page.keyboard.type(more)
      else if (name === 'Ei lasta') await page.keyboard.press('Space')
      else if (name === 'Kirjaa lupa' && !more) await page.keyboard.press('Enter')
      else await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    }
    expect(await page.locator('.head').textContent()).toContain('Tämän viikon nosto on tehty')
    expect(await liftedNow()).toBe(1)
    await page.context().close()
  })

  it('has pages without findings of axe and without sideways scrolling, the author’s and the story’s too', async () => {
    const place = await findPlace(database.db, 'kemijarvi')
    if (!place) throw new Error('no place')
    const act = { place, name: 'Johanna Kivelä', person: me.person, language: 'fi' as const }
    const consent = await askConsent(desk.deps, act, lifted, 'Kommentilla')
    const made = await post(desk, '/desk/kemijarvi/journeys', me, { title_fi: 'Matka', text_fi: 'Alku.' })
    const story = made.headers.get('location')?.split('?')[0] ?? ''
    await post(desk, story, me, { title_fi: 'Matka', text_fi: 'Alku.', do: 'publish' })
    const paths = [
      `/desk/kemijarvi/lift?post=${lifted}`,
      `/desk/kemijarvi/posts/${lifted}/ask`,
      `/lupa/${consentToken(desk.deps.keys, consent)}?lang=fi`,
      '/desk/kemijarvi/journeys',
      story,
      `/matka/kemijarvi/${story.split('/').at(-1)}?lang=fi`,
    ]
    const page = await open('/desk/kemijarvi', { width: 320 })
    const found: string[] = []
    for (const [nth, path] of paths.entries()) {
      const schemes = process.env.LONG
        ? (['light', 'dark'] as const)
        : ([nth % 2 ? 'dark' : 'light'] as const)
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme })
        await page.goto(origin + path)
        for (const details of await page.locator('details').all())
          await details.evaluate((one) => one.setAttribute('open', ''))
        found.push(...(await axe(page)).map((one) => `${path} ${one}`))
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (wide > 0) found.push(`${path} is ${wide} px too wide`)
        await look(page, `lift${path.replace(/\W+/g, '-').slice(0, 40)}-${colorScheme}`)
      }
    }
    expect(found).toEqual([])
    await page.context().close()
  }, 60_000)
})
