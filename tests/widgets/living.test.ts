// The element while its page stays open: what is new, what goes, what is wrong with it, and the public screen.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../db/open.ts'
import { touchPlace } from '../../db/places.ts'
import { embedElement } from '../../services/domain/embed-code.ts'
import { axe, look, watch } from '../browser.ts'
import { makeAccount, makePost, NOW } from '../makers.ts'
import { decideAs, fillWall, type Site } from '../wall.ts'
import { type Host, landing } from './host.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let browser: Browser
let database: Database
let site: Site
let host: Host
let ids: string[]
let own: number

beforeAll(async () => {
  const opened = await openStage(fillWall)
  stage = opened
  ;({ browser, database, site, host, filled: ids } = opened)
  own = await makeAccount(database.db, { kind: 'own', name: 'Kemijärven kaupunki' })
}, 60_000)
afterAll(() => stage?.close())
const added: number[] = []
beforeEach(async () => {
  if (!added.length) return
  await database.db.deleteFrom('post').where('id', 'in', added.splice(0)).execute()
  await touchPlace(database.db, 'kemijarvi')
})

/** Of an attribute that stands twice, the first holds. */
const element = (attributes = '') =>
  embedElement({
    service: site.url,
    place: 'kemijarvi',
    wall: 'etusivu',
    language: 'fi',
    title: 'Somessa',
  }).replace('<some-wall', `<some-wall ${attributes}`)
/** A page with the wall in it, its clock in our hands. */
async function open(html: string, height = 900): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height } })
  await page.clock.install()
  await page.goto(host.set(`/${Math.random()}`, { html: landing(html) }))
  await page.locator('some-wall .sw-card, some-wall p').first().waitFor()
  return page
}
const shadow = (page: Page, selector: string) => page.locator(`some-wall ${selector}`)
const cards = (page: Page) => shadow(page, '.sw-card').count()
async function publish(text: string): Promise<string> {
  const at = new Date(NOW.getTime() + added.length)
  const more = { account_id: own, state: 'shown', published_at: at } as const
  const { id, public_id } = await makePost(database.db, { ...more, text })
  added.push(id)
  await touchPlace(database.db, 'kemijarvi')
  // Until the service itself has it: what is told is told at once, but by a notice.
  await expect
    .poll(async () => (await fetch(`${site.url}/fragment/kemijarvi/etusivu?element=1`)).text())
    .toContain(public_id)
  return public_id
}
const pass = (page: Page, ms: number) => page.clock.runFor(ms)

describe('what has come meanwhile', () => {
  it('waits behind a button that says how many, and moves neither the page nor the focus', async () => {
    const page = await open(element())
    await shadow(page, '.sw-foot a').nth(6).focus()
    const where = () =>
      page.evaluate(() => {
        const focused = document.querySelector('some-wall')?.shadowRoot?.activeElement
        return [scrollY, focused?.getBoundingClientRect().top, focused?.getAttribute('data-id')]
      })
    const before = await where()
    await publish('Uusi julkaisu #kemijärvi')
    await publish('Toinenkin uusi #kemijärvi')
    await pass(page, 61_000)
    const button = page.getByRole('button', { name: '2 uutta julkaisua' })
    await button.waitFor()
    expect(await where()).toEqual(before)
    expect(await cards(page)).toBe(15)
    expect(await axe(page)).toEqual([])
    await button.focus()
    await page.keyboard.press('Enter')
    await page.getByText('Toinenkin uusi').waitFor()
    expect(await button.count()).toBe(0)
    const text = () =>
      page.evaluate(() => document.querySelector('some-wall')?.shadowRoot?.activeElement?.textContent)
    expect(await text()).toContain('Toinenkin uusi')
    await page.close()
  })

  it('is simply there when the wall is still below the screen, and is not asked for while nobody looks', async () => {
    const page = await open(`<div style="height:3000px"></div>${element()}`)
    const asked: string[] = []
    page.on('request', (one) => void asked.push(one.url()))
    await page.evaluate(() => Object.defineProperty(document, 'hidden', { value: true, configurable: true }))
    await pass(page, 180_000)
    expect(asked).toEqual([])
    await publish('Hiljaa tullut #kemijärvi')
    await page.evaluate(() => Object.defineProperty(document, 'hidden', { value: false }))
    await pass(page, 61_000)
    await page.getByText('Hiljaa tullut').waitFor({ state: 'attached' })
    expect(await shadow(page, '.sw-newer button').count()).toBe(0)
    await page.close()
  })

  it('costs a question without bytes when nothing has changed', async () => {
    const page = await open(element())
    const network = await page.context().newCDPSession(page)
    await network.send('Network.enable')
    const statuses: number[] = []
    network.on('Network.responseReceivedExtraInfo', ({ statusCode }) => void statuses.push(statusCode))
    await pass(page, 61_000)
    await expect.poll(() => statuses).toContain(304)
    await page.close()
  })
})

describe('what has gone meanwhile', () => {
  const GONE = 'Tämä julkaisu ei ole enää seinällä.'
  /** What a reader sees move: where every card stands, and how tall the page is. */
  const places = (page: Page) =>
    page.evaluate(() => [
      document.documentElement.scrollHeight,
      ...[...(document.querySelector('some-wall')?.shadowRoot?.querySelectorAll('.sw-card') ?? [])].map(
        (card) => JSON.stringify(card.getBoundingClientRect()),
      ),
    ])
  const hidden = async (id: string, meanwhile: () => Promise<void>) => {
    const published = async () =>
      (await (await fetch(`${site.url}/api/v1/walls/kemijarvi/etusivu/still?ids=${id}`)).json()).shown
    await decideAs(site.deps, id, 'hide')
    await expect.poll(published).toEqual({})
    await meanwhile().finally(() => decideAs(site.deps, id, 'undo'))
    await expect.poll(published).toHaveProperty(id)
  }

  it('leaves its room and a sentence behind within a minute, though nobody asked for what is new', async () => {
    const page = await open(element())
    const [lead = ''] = ids
    const card = shadow(page, `[data-post=${lead}] .sw-foot a`)
    const text = await shadow(page, `[data-post=${lead}] .sw-body`).textContent()
    await card.focus()
    const before = await places(page)
    await publish('Odottaa napin takana #kemijärvi')
    await hidden(lead, async () => {
      await pass(page, 61_000)
      await shadow(page, '.sw-card').getByText(GONE).waitFor()
      expect(await places(page)).toEqual(before)
      expect(await page.locator('some-wall').textContent()).not.toContain(text)
      const focused = () =>
        page.evaluate(() => document.querySelector('some-wall')?.shadowRoot?.activeElement?.textContent)
      expect(await focused()).toBe(GONE)
      expect(await axe(page)).toEqual([])
      await look(page, 'gone')
    })
    await page.close()
  })

  it('goes from below the first page too, and a new post that has gone again is offered no more', async () => {
    const page = await open(element('limit="3"'))
    await page.getByText('Näytä lisää').click()
    await expect.poll(() => cards(page)).toBe(9)
    const last = (await shadow(page, '[data-post]').last().getAttribute('data-post')) ?? ''
    await hidden(last, async () => {
      await pass(page, 61_000)
      await shadow(page, '.sw-card').last().getByText(GONE).waitFor()
    })
    const fresh = await publish('Käy vain hetken #kemijärvi')
    await pass(page, 61_000)
    const button = page.getByRole('button', { name: '1 uusi julkaisu' })
    await button.waitFor()
    await hidden(fresh, async () => {
      await pass(page, 61_000)
      await expect.poll(() => button.count()).toBe(0)
    })
    await page.close()
  })

  it('is what was whole and is now a link, but not what stays away only while the service is', async () => {
    const page = await open(element())
    const id = await publish('Lupa loppuu #kemijärvi')
    await pass(page, 61_000)
    await page.getByRole('button', { name: '1 uusi julkaisu' }).click()
    await page.context().setOffline(true)
    await pass(page, 61_000)
    expect(await shadow(page, '.sw-card').getByText(GONE).count()).toBe(0)
    await page.context().setOffline(false)
    const kind = (to: 'own' | 'resident') =>
      database.db.updateTable('account').set({ kind: to }).where('id', '=', own).execute()
    await kind('resident')
    await touchPlace(database.db, 'kemijarvi')
    await expect
      .poll(async () => (await fetch(`${site.url}/fragment/kemijarvi/etusivu?element=1`)).text())
      .not.toContain('Lupa loppuu')
    await pass(page, 61_000)
    await shadow(page, '.sw-card').getByText(GONE).first().waitFor()
    expect(await shadow(page, `[data-post=${id}]`).count()).toBe(0)
    await kind('own')
    await page.close()
  })
})

describe('narrowing the wall down', () => {
  it('goes by channel and by language, keeps the keyboard’s place, says what to do when nothing is left', async () => {
    const page = await open(element())
    const choose = async (name: string) => {
      const link = page.getByRole('link', { name, exact: true })
      await link.focus()
      await page.keyboard.press('Enter')
    }
    const focused = () =>
      page.evaluate(() => document.querySelector('some-wall')?.shadowRoot?.activeElement?.textContent)
    await page.getByText('Valitse kanava tai kieli').click()
    await choose('English')
    await expect.poll(() => cards(page)).toBe(1)
    expect(await focused()).toBe('English')
    await choose('YouTube')
    await page.getByText('Näillä valinnoilla ei löytynyt').waitFor()
    expect(await cards(page)).toBe(0)
    await choose('Näytä kaikki julkaisut')
    await expect.poll(() => cards(page)).toBe(15)
    await page.close()
  })

  it('works without script, each choice a page of its own', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false })
    await page.goto(`${site.url}/walls/kemijarvi/etusivu?lang=fi`)
    await page.getByText('Valitse kanava tai kieli').click()
    await page.getByRole('link', { name: 'LinkedIn', exact: true }).click()
    expect(await page.locator('.sw-card').count()).toBe(1)
    expect(await page.locator('.sw-block').textContent()).toContain('LinkedIn: #kemijärvi')
    await page.getByRole('navigation', { name: 'Kieli' }).getByText('English').click()
    await page.getByRole('link', { name: 'Näytä kaikki julkaisut' }).click()
    expect(await page.locator('.sw-card').count()).toBe(15)
    await page.close()
  })
})

describe('a mistake in the embed', () => {
  const wrong: [attributes: string, said: string][] = [
    ['place="nobody"', '”nobody/etusivu” ei löydy'],
    ['wall="nobody"', '”kemijarvi/nobody” ei löydy'],
    ['wall="../x?y#z"', 'ei löydy'],
    ['layout="mosaic"', 'ei tunne: layout'],
    ['lang="tlh"', 'ei tunne: lang'],
    ['theme="pink" limit="0"', 'limit, theme'],
    ['family="nobody"', 'ei tunne: family'],
  ]
  it('is a sentence in the element, below what stands inside; an address that is none stays silent', async () => {
    const page = await browser.newPage({ locale: 'fi-FI' })
    const seen = await watch(page, site.url, host.url)
    const all = [...wrong.map(([attributes]) => element(attributes)), element('src="http://["')]
    await page.goto(host.set('/wrong', { html: landing(all.join('')) }))
    const said = () =>
      page
        .locator('some-wall')
        .evaluateAll((walls) => walls.map((wall) => wall.shadowRoot?.textContent ?? ''))
    await expect.poll(said).toEqual([...wrong.map(([, sentence]) => expect.stringContaining(sentence)), ''])
    for (const link of await page.locator('some-wall a').all()) expect(await link.isVisible()).toBe(true)
    expect(seen.errors.filter((line) => !line.startsWith('Failed to load resource'))).toEqual([])
    await page.close()
  })
})

describe('beside others', () => {
  it('two walls and the script twice make two walls, each with its own choice', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    const seen = await watch(page, site.url, host.url)
    await page.goto(
      host.set('/two', { html: landing(element('id="one"') + element('id="two" limit="2" lang="en"')) }),
    )
    const count = (id: string) => page.locator(`#${id} .sw-card`).count()
    await expect.poll(() => Promise.all([count('one'), count('two')])).toEqual([15, 5])
    await page.locator('#two').getByRole('link', { name: 'Work stories' }).click()
    await expect.poll(() => Promise.all([count('one'), count('two')])).toEqual([15, 3])
    expect([seen.errors, await axe(page)]).toEqual([[], []])
    await page.close()
  })

  it('is light or dark as its host wants it, whatever the visitor prefers', async () => {
    for (const [theme, ground] of [
      ['light', 'rgb(255, 255, 255)'],
      ['dark', 'rgb(15, 23, 29)'],
    ]) {
      const page = await browser.newPage({ colorScheme: theme === 'light' ? 'dark' : 'light' })
      await page.goto(host.set('/theme', { html: landing(element(`theme="${theme}"`)) }))
      await page.locator('some-wall .sw-card').first().waitFor()
      const look = await page
        .locator('some-wall .sw')
        .evaluate((one) => getComputedStyle(one).backgroundColor)
      expect([theme, look]).toEqual([theme, ground])
      expect(await axe(page)).toEqual([])
      await page.close()
    }
  })
})

describe('by keyboard at 400 % zoom', () => {
  it('every stop is in sight and marked, each comes once, and the page goes on below the wall', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 256 } })
    await page.goto(host.set('/zoom', { html: landing(`${element()}<a id="last" href="#">Alla</a>`) }))
    await page.locator('some-wall .sw-card').first().waitFor()
    const stops: string[] = []
    for (;;) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(() => {
        const outer = document.activeElement
        const one = outer?.shadowRoot?.activeElement ?? outer
        if (!one || one === document.body) return undefined
        const { top, bottom, left, right } = one.getBoundingClientRect()
        const { outlineStyle, outlineWidth } = getComputedStyle(one)
        return {
          name: one.id || `${stops(one)} ${one.textContent}`,
          seen: bottom > 0 && top < innerHeight && left >= 0 && right <= innerWidth,
          marked: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1,
        }
        function stops(of: Element): number {
          return [...(of.getRootNode() as ParentNode).querySelectorAll('*')].indexOf(of)
        }
      })
      expect(stop).toMatchObject({ seen: true, marked: true })
      if (stop?.name === 'last') break
      stops.push(stop?.name ?? '')
    }
    expect(stops.length).toBeGreaterThan(20)
    expect(new Set(stops).size).toBe(stops.length)
    expect(stops.map((stop) => Number.parseInt(stop, 10))).toEqual(
      stops.map((stop) => Number.parseInt(stop, 10)).sort((a, b) => a - b),
    )
    await page.close()
  })
})

describe('on a public screen', () => {
  /** In the element itself: below it stands the list that people without script see. */
  const stories = (page: Page) =>
    page.evaluate(() =>
      [...(document.querySelector('some-wall')?.shadowRoot?.querySelectorAll('[data-post]') ?? [])].map(
        (one) => one.getAttribute('data-post'),
      ),
    )
  const first = async (page: Page) => (await stories(page))[0]
  const openScreen = async () => {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await page.clock.install()
    await page.goto(`${site.url}/walls/kemijarvi/etusivu?screen=1&lang=fi`)
    await page.getByRole('button', { name: 'Pysäytä' }).waitFor()
    return page
  }

  it('the next story takes the large place once a minute, until a person stops it', async () => {
    const page = await openScreen()
    expect(await first(page)).toBe(ids[0])
    await pass(page, 61_000)
    expect(await first(page)).toBe(ids[1])
    await page.getByRole('button', { name: 'Pysäytä' }).click()
    await pass(page, 180_000)
    expect(await first(page)).toBe(ids[1])
    await page.getByRole('button', { name: 'Jatka' }).click()
    await pass(page, 61_000)
    expect(await first(page)).toBe(ids[2])
    await page.close()
  })

  it('what is shown comes and what is hidden goes by itself, and the story being read stays', async () => {
    const page = await openScreen()
    await pass(page, 61_000)
    const now = await first(page)
    const id = await publish('Tuore uutinen #kemijärvi')
    await expect.poll(() => stories(page)).toContain(id)
    expect(await first(page)).toBe(now)
    await database.db.updateTable('post').set({ state: 'hidden' }).where('public_id', '=', id).execute()
    await touchPlace(database.db, 'kemijarvi')
    await expect.poll(() => stories(page)).not.toContain(id)
    await page.close()
  })

  it('lives through hours without the service, and follows it again when it is back', async () => {
    const page = await openScreen()
    await page.context().setOffline(true)
    for (let hour = 0; hour < 3; hour++) await pass(page, 3_600_000)
    expect((await stories(page)).length).toBeGreaterThan(3)
    const id = await publish('Palvelu palasi #kemijärvi')
    await page.context().setOffline(false)
    await pass(page, 600_000)
    await expect.poll(() => stories(page)).toContain(id)
    await page.close()
  })

  it('offers no button that does nothing where no script runs', async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await page.goto(`${site.url}/walls/kemijarvi/etusivu?screen=1&lang=fi`)
    expect(await page.locator('[data-post]').count()).toBeGreaterThan(3)
    expect(await page.getByRole('button').count()).toBe(0)
    await page.context().close()
  })

  it('has a code that leads to the wall', async () => {
    const html = await (await fetch(`${site.url}/walls/kemijarvi/etusivu?screen=1&lang=fi`)).text()
    expect(html).toMatch(
      /<svg class="sw-code" viewBox="0 0 \d+ \d+" role="img" aria-label="QR-koodi: 127[^"]+etusivu">/,
    )
    expect(html).not.toMatch(/http-equiv="refresh"/)
  })
})
