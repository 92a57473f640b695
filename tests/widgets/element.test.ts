// The element in a real browser, on the pages of others.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../db/open.ts'
import { embedDiv, embedElement, embedFrame, fragmentAddress } from '../../services/domain/embed-code.ts'
import { axe, watch } from '../browser.ts'
import { fillWall, type Site } from '../wall.ts'
import { type Host, landing } from './host.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let browser: Browser
let database: Database
let site: Site
let host: Host
let ids: string[]

beforeAll(async () => {
  const opened = await openStage(fillWall)
  stage = opened
  ;({ browser, database, site, host, filled: ids } = opened)
}, 60_000)
afterAll(() => stage?.close())

const embed = () => ({
  service: site.url,
  place: 'kemijarvi',
  wall: 'etusivu',
  language: 'fi',
  title: 'Somessa',
})
const open = (options: Parameters<Browser['newPage']>[0] = {}) =>
  browser.newPage({ viewport: { width: 1280, height: 900 }, ...options })
const element = (attributes = '') => embedElement(embed()).replace('<some-wall', `<some-wall ${attributes}`)
/** Until the element has drawn its cards; on a page without it they are there at once. */
const drawn = (page: Page) =>
  page.waitForFunction(() => {
    const host = document.querySelector('some-wall, [data-somewall]')
    return (host ? host.shadowRoot : document)?.querySelector('.sw-card')
  })
const cards = (page: Page) => page.locator('.sw-card:visible').count()
const counted = () =>
  database.db.selectFrom('wall_day').select(['event', 'subject', 'n']).orderBy('event').execute()

describe('on somebody else’s page', () => {
  it('shows the wall with two requests, asks nobody else for anything, and leaves one name behind', async () => {
    const page = await open()
    const seen = await watch(page, site.url, host.url)
    await page.goto(host.set('/plain', { html: landing('') }))
    const before = await page.evaluate(() => Object.getOwnPropertyNames(window).length)
    await page.goto(host.set('/', { html: landing(element()) }))
    await drawn(page)
    expect(await cards(page)).toBe(15)
    const ours = seen.requests.filter((url) => url.startsWith(site.url) && !url.includes('/media/'))
    expect(ours.map((url) => new URL(url).pathname)).toEqual([
      '/widgets/somewall.js',
      '/fragment/kemijarvi/etusivu',
    ])
    expect(await page.evaluate(() => Object.getOwnPropertyNames(window).length)).toBe(before)
    expect([seen.errors, seen.violations, seen.foreign]).toEqual([[], [], []])
    await page.close()
  })

  it('works in a div that a CMS has left of it, and without any script as a link, a list or a frame', async () => {
    const page = await open()
    await page.goto(host.set('/div', { html: landing(embedDiv(embed())) }))
    await drawn(page)
    expect(await cards(page)).toBe(15)
    await page.close()
    const still = await open({ javaScriptEnabled: false })
    await still.goto(host.set('/div', { html: landing(embedDiv(embed())) }))
    expect(await still.locator('main a').getAttribute('href')).toBe(
      `${site.url}/walls/kemijarvi/etusivu?lang=fi`,
    )
    const fragment = await (await fetch(fragmentAddress(embed()))).text()
    await still.goto(host.set('/fragment', { html: landing(embedElement(embed(), fragment)) }))
    expect(await still.locator('.sw-card').count()).toBe(15)
    await still.locator('summary', { hasText: 'Näytä koko julkaisu' }).click()
    expect(await still.getByText('Vuoden jälkeen perhe').isVisible()).toBe(true)
    await still.goto(host.set('/frame', { html: landing(embedFrame(embed())) }))
    await still.frameLocator('iframe').locator('.sw-card').first().waitFor()
    expect(await still.frameLocator('iframe').locator('.sw-card').count()).toBe(14)
    await still.close()
  })

  it('holds under the strictest policy, hostile styles and meddled prototypes', async () => {
    const policy =
      `default-src 'none'; script-src ${site.url} 'nonce-x'; style-src 'nonce-x'; img-src ${site.url} data:; ` +
      `connect-src ${site.url}; require-trusted-types-for 'script'; trusted-types 'none'`
    const head =
      '<style nonce="x">* { color: red !important; display: inline !important; font-size: 3px !important } ' +
      'main { white-space: nowrap; text-indent: -99em; text-transform: uppercase; font-weight: 900 }</style>' +
      '<script nonce="x">Object.prototype.extra = "x"; Array.prototype.more = () => 1; ' +
      'String.prototype.trim = undefined; Node.prototype.appendChild = undefined; ' +
      'Array.from = (list) => [...list]; Array.prototype.toJSON = () => "no"</script>'
    const page = await open()
    const seen = await watch(page, site.url, host.url)
    await page.goto(host.set('/strict', { html: landing(element(), head), policy }))
    await drawn(page)
    expect(await cards(page)).toBe(15)
    const look = await page
      .locator('.sw-new .sw-card')
      .first()
      .evaluate((card) => {
        const { display, fontSize, color, whiteSpace, textIndent, textTransform } = getComputedStyle(card)
        return { display, fontSize, color, whiteSpace, textIndent, textTransform }
      })
    expect(look).toEqual({
      ...{ display: 'flex', fontSize: '16px', color: 'rgb(20, 33, 43)' },
      ...{ whiteSpace: 'normal', textIndent: '0px', textTransform: 'none' },
    })
    await database.db.deleteFrom('wall_day').execute()
    await expect.poll(counted, { timeout: 5000 }).toEqual([{ event: 'view', subject: '', n: 1 }])
    expect([seen.violations, seen.foreign, seen.errors]).toEqual([[], [], []])
    await page.close()
  })

  it('keeps what stands inside when the service does not answer, and says so to the page', async () => {
    const page = await open()
    const away = element().replaceAll(`src="${site.url}" place`, 'src="http://localhost:1" place')
    const listen = '<script>addEventListener("somewall:error", () => { document.title = "failed" })</script>'
    await page.goto(host.set('/away', { html: landing(away, listen) }))
    await page.waitForFunction(() => document.title === 'failed')
    expect(await page.locator('some-wall a').isVisible()).toBe(true)
    await page.close()
  })

  it('does not pull the list away under somebody who is inside it', async () => {
    const page = await open()
    const fragment = await (await fetch(fragmentAddress(embed()))).text()
    const late = embedElement(embed(), fragment).replace(/<script.*<\/script>/, '')
    await page.goto(host.set('/late', { html: landing(late) }))
    await page.locator('some-wall .sw-foot a').first().focus()
    await Promise.all([
      page.waitForResponse((answer) => answer.url().includes('/fragment/')),
      page.addScriptTag({ url: `${site.url}/widgets/somewall.js` }),
    ])
    expect(await page.evaluate(() => document.querySelector('some-wall')?.shadowRoot ?? null)).toBeNull()
    await page.keyboard.press('Tab')
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await drawn(page)
    expect(await cards(page)).toBeGreaterThanOrEqual(15)
    await page.close()
  })

  it('works again after it has been moved in the page', async () => {
    const page = await open()
    await page.goto(host.set('/', { html: landing(element('limit="4"')) }))
    await drawn(page)
    await Promise.all([
      page.waitForResponse((answer) => answer.url().includes('/fragment/')),
      page.evaluate(() => document.body.append(document.querySelector('some-wall') as Element)),
    ])
    await page.getByText('Näytä lisää').click()
    await expect.poll(() => cards(page)).toBe(11)
    await page.close()
  })
})

describe('in a visitor’s hands', () => {
  it('shows more in its place, goes on to the first new card, and says how many came', async () => {
    const page = await open()
    await page.goto(host.set('/more', { html: landing(element('limit="4"')) }))
    await drawn(page)
    expect(await cards(page)).toBe(7)
    const link = page.getByText('Näytä lisää')
    expect(await link.getAttribute('href')).toMatch(/\/walls\/kemijarvi\/etusivu\?lang=fi&cursor=/)
    await link.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => cards(page)).toBe(11)
    expect(
      await page.evaluate(() => document.querySelector('some-wall')?.shadowRoot?.activeElement?.role),
    ).toBe('article')
    expect(await page.locator('.sw-end [role=status]').textContent()).toBe('Lisää julkaisuja: 4')
    await page.getByText('Näytä lisää').click()
    await expect.poll(() => cards(page)).toBe(15)
    expect(await page.getByText('Näytä lisää').count()).toBe(0)
    await page.close()
  })

  it('shows one topic alone, and keeps the place of the keyboard', async () => {
    const page = await open()
    await page.goto(host.set('/', { html: landing(element()) }))
    await drawn(page)
    await page.getByRole('link', { name: 'Työtarinat' }).click()
    await expect.poll(() => cards(page)).toBe(3)
    const focused = () =>
      page.evaluate(() => document.querySelector('some-wall')?.shadowRoot?.activeElement?.textContent)
    expect(await focused()).toBe('Työtarinat')
    await page.getByRole('link', { name: 'Kaikki' }).click()
    await expect.poll(() => cards(page)).toBe(15)
    await page.close()
  })

  it('is passed over by one link at its head', async () => {
    const page = await open()
    await page.goto(host.set('/', { html: landing(element()) }))
    await drawn(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(
      await page.evaluate(() => document.querySelector('some-wall')?.shadowRoot?.activeElement?.tagName),
    ).toBe('FOOTER')
    await page.close()
  })

  it('counts a view once, when half of the screen has been wall for a second, and each choice', async () => {
    await database.db.deleteFrom('wall_day').execute()
    const page = await open()
    await page.goto(host.set('/low', { html: landing(`<div style="height:3000px"></div>${element()}`) }))
    await page.waitForFunction(() => document.querySelector('some-wall')?.shadowRoot)
    await page.waitForTimeout(1300)
    expect(await counted()).toEqual([])
    await page.locator('.sw-card').nth(4).scrollIntoViewIfNeeded()
    await expect.poll(counted, { timeout: 5000 }).toEqual([{ event: 'view', subject: '', n: 1 }])
    await page.evaluate(() => scrollTo(0, 0))
    await page.locator('.sw-card').nth(4).scrollIntoViewIfNeeded()
    await page.evaluate(() => {
      document
        .querySelector('some-wall')
        ?.shadowRoot?.addEventListener('click', (event) => event.preventDefault())
    })
    await page.locator('.sw-foot a').first().click()
    await expect.poll(counted, { timeout: 5000 }).toEqual([
      { event: 'click', subject: ids[0], n: 1 },
      { event: 'view', subject: '', n: 1 },
    ])
    await page.close()
  })

  it('is handed on in the device’s own way, else copied in so many words, and counted when it was', async () => {
    await database.db.deleteFrom('wall_day').execute()
    const address = `${site.url}/walls/kemijarvi/etusivu?lang=fi`
    const shared = () =>
      database.db.selectFrom('wall_day').select(['subject', 'n']).where('event', '=', 'share').execute()
    for (const [own, n] of [
      [null, 1],
      ['{ throw new DOMException("", "AbortError") }', 1],
      ['{ window.handed = url }', 2],
    ] as const) {
      const page = await open()
      const write = own ? `navigator.share = async ({ url }) => ${own}` : 'delete Navigator.prototype.share'
      await page.addInitScript(
        `${write}; Clipboard.prototype.writeText = async (text) => { window.handed = text }`,
      )
      await page.goto(host.set('/', { html: landing(element()) }))
      await drawn(page)
      await page.getByRole('link', { name: 'Jaa seinä' }).click()
      await expect.poll(shared, { timeout: 5000 }).toEqual([{ subject: '', n }])
      const thought = own?.includes('throw')
      expect(await page.evaluate('window.handed')).toBe(thought ? undefined : address)
      expect(await page.getByText('Seinän osoite on kopioitu').count()).toBe(own ? 0 : 2)
      await page.close()
    }
  })

  it('fetches no picture of what stood inside a second time', async () => {
    const fragment = await (await fetch(fragmentAddress(embed()))).text()
    const page = await open()
    const seen = await watch(page, site.url, host.url)
    await page.goto(host.set('/', { html: landing(embedElement(embed(), fragment)) }))
    await drawn(page)
    await page.waitForLoadState('networkidle')
    const pictures = seen.requests.flatMap((url) => /m_\w+/.exec(url)?.[0] ?? [])
    expect(pictures.length).toBeGreaterThan(0)
    expect(pictures).toEqual([...new Set(pictures)])
    await page.close()
  })

  it('never fetches a veiled picture before it is asked for', async () => {
    const page = await open()
    const seen = await watch(page, site.url, host.url)
    await page.goto(host.set('/', { html: landing(element()) }))
    await drawn(page)
    const veil = page.locator('details.sw-pic')
    await veil.scrollIntoViewIfNeeded()
    const id = /m_\w+/.exec((await veil.locator('img').getAttribute('src')) ?? '')?.[0] ?? '-'
    await page.waitForTimeout(300)
    expect(seen.requests.filter((url) => url.includes(id))).toEqual([])
    await veil.getByText('Näytä kuva').click()
    await expect.poll(() => seen.requests.filter((url) => url.includes(id)).length).toBeGreaterThan(0)
    await page.close()
  })
})

describe('axe finds nothing', () => {
  const widths = process.env.LONG ? [320, 768, 1280] : [320]
  const schemes = process.env.LONG ? (['light', 'dark'] as const) : (['dark'] as const)
  const wall = (path: string) => `${site.url}/${path}/kemijarvi/etusivu`
  type Place = [string, 'fi' | 'sv' | 'en', (lang: string) => string]
  const places: Place[] = [
    ['in the element', 'fi', (lang) => host.set('/axe', { html: landing(element(`lang="${lang}"`)) })],
    [
      'in the list layout',
      'fi',
      (lang) => host.set('/list', { html: landing(element(`layout="list" lang="${lang}"`)) }),
    ],
    ['on our page', 'fi', (lang) => `${wall('walls')}?lang=${lang}`],
    ['in the frame', 'en', (lang) => `${wall('embed')}?lang=${lang}`],
    ['on the screen', 'sv', (lang) => `${wall('walls')}?screen=1&lang=${lang}`],
  ]
  const spoken = process.env.LONG
    ? places.flatMap(([name, , at]) => (['fi', 'sv', 'en'] as const).map((lang): Place => [name, lang, at]))
    : places
  for (const colorScheme of schemes)
    for (const width of widths)
      it.each(spoken)(`%s, %s, ${width} px, ${colorScheme}`, async (_, lang, address) => {
        const page = await open({ viewport: { width, height: 800 }, colorScheme })
        await page.goto(address(lang))
        await drawn(page)
        await page.evaluate(() => {
          for (const root of [document, document.querySelector('some-wall')?.shadowRoot])
            for (const one of root?.querySelectorAll('details') ?? []) one.open = true
        })
        expect(await axe(page)).toEqual([])
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0)
        await page.close()
      })
})
