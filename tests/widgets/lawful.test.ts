// What a wall may not do, in a real browser: in every layout and embed, and in the pages around it.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  embedDiv,
  embedElement,
  embedFrame,
  embedFrameScript,
  embedPreview,
  fragmentAddress,
} from '../../services/domain/embed-code.ts'
import { axe, watch } from '../browser.ts'
import { fillWall, makeDeps, type Site } from '../wall.ts'
import { type Host, landing } from './host.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let browser: Browser
let site: Site
let host: Host

beforeAll(async () => {
  stage = await openStage(fillWall, (database, host) => ({
    env: { ...makeDeps(database).env, EMBED_ORIGINS: [host.url] },
  }))
  ;({ browser, site, host } = stage)
}, 60_000)
afterAll(() => stage?.close())

const named = () => ({
  ...{ service: site.url, place: 'kemijarvi', wall: 'etusivu', language: 'fi', title: 'Kemijärvi somessa' },
})
const pageWith = (name: string, code: string) => host.set(`/${name}`, { html: landing(code) })

/** In the page: what a browser was left with, and what was written into a document instead of a file. */
async function traces() {
  const roots = [document, ...[...document.querySelectorAll('*')].flatMap((one) => one.shadowRoot ?? [])]
  const inline = roots.flatMap((root) => [
    ...[...root.querySelectorAll('script:not([src]), style, [style]')].map((one) =>
      one.outerHTML.slice(0, 80),
    ),
    ...[...root.querySelectorAll('*')].flatMap((one) =>
      [...one.attributes].filter(({ name }) => name.startsWith('on')).map(({ name }) => name),
    ),
  ])
  // A sandbox keeps nothing, and says so by throwing.
  const count = async (ask: () => number | Promise<number>) => {
    try {
      return await ask()
    } catch {
      return 0
    }
  }
  const kept = [
    await count(() => document.cookie.length),
    await count(() => localStorage.length + sessionStorage.length),
    await count(async () => (await indexedDB.databases()).length),
    await count(async () => (await caches.keys()).length),
    await count(async () => (await navigator.serviceWorker.getRegistrations()).length),
  ]
  return { inline, kept }
}

const walls: Record<string, () => string | Promise<string>> = {
  page: () => `${site.url}/walls/kemijarvi/etusivu?lang=fi`,
  'page as a list': () => `${site.url}/walls/kemijarvi/etusivu?lang=fi&layout=list`,
  element: () => pageWith('element', embedElement(named())),
  'element as a list': () => pageWith('list', embedElement({ ...named(), look: { layout: 'list' } })),
  div: () => pageWith('div', embedDiv(named())),
  frame: () => pageWith('frame', embedFrame(named()) + embedFrameScript(named())),
  fragment: async () => {
    const list = await (await fetch(fragmentAddress(named()))).text()
    return pageWith('fragment', embedElement(named(), list).replace(/<script.*/s, ''))
  },
}
const others: Record<string, () => string> = {
  screen: () => `${site.url}/walls/kemijarvi/etusivu?screen=1&lang=fi`,
  'pasted address': () => pageWith('pasted', embedPreview({ ...named(), width: 600, height: 420 })),
  statement: () => `${site.url}/saavutettavuus/kemijarvi?lang=fi`,
  'privacy notice': () => `${site.url}/tietosuoja/kemijarvi?lang=fi`,
  'removal form': () => `${site.url}/poista?place=kemijarvi`,
}

const all = Object.entries({ ...walls, ...others })
// In short form one of each kind; the others differ by what they are drawn into.
const tried = process.env.LONG
  ? all
  : all.filter(([name]) => !/^(page as|element$|div|privacy|removal)/.test(name))

describe('no cookie, no storage, no request elsewhere, nothing inline; and on every wall why, and the way out', () => {
  it.each(tried)('%s', async (name, address) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    const seen = await watch(page, site.url, host.url)
    await page.goto(await address())
    // To the end, so that what waits for being seen has come.
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    await page.waitForLoadState('networkidle')
    for (const frame of page.frames()) {
      const { inline, kept } = await frame.evaluate(traces)
      // What the host page has written itself is its own matter.
      const own = inline.filter((one) => !one.startsWith('<style nonce="x">'))
      expect([frame.url(), own, kept]).toEqual([frame.url(), [], [0, 0, 0, 0, 0]])
    }
    // The element puts its own pictures in the place of those below, whose fetching a browser may give up.
    const errors = seen.errors.filter((line) => !/\/media\/\S+ net::ERR_ABORTED$/.test(line))
    expect([await page.context().cookies(), seen.foreign, seen.violations, errors]).toEqual([[], [], [], []])
    if (name in walls) {
      const inside = page.frames()[1] ?? page
      const link = inside.getByRole('link', { name: 'Miksi julkaisuni näkyy täällä? Pyydä poistoa' })
      const href = new URL((await link.first().getAttribute('href')) ?? '', site.url)
      expect([href.origin, href.pathname, href.search]).toEqual([site.url, '/poista', '?place=kemijarvi'])
      expect((await fetch(href)).status).toBe(200)
    }
    await page.close()
  })
})

describe('in the frames of others', () => {
  /** Whether a page on the origin can show an address in a frame; a browser puts its own page where it may not. */
  const framed = async (page: Page, origin: string, path: string) => {
    host.set('/frames', { html: landing(`<iframe src="${site.url}${path}" title="x"></iframe>`) })
    await page.goto(`${origin}/frames`)
    const inside = () => page.frames()[1]?.url()
    await expect.poll(inside).toMatch(/^(https?|chrome-error):/)
    return inside() === site.url + path
  }

  it('a wall is shown by the hosts that the town allows and by no other, our own pages by nobody', async () => {
    const page = await browser.newPage()
    const another = host.url.replace('localhost', '127.0.0.1')
    const wall = '/embed/kemijarvi/etusivu?lang=fi'
    expect(await framed(page, host.url, wall)).toBe(true)
    expect(await framed(page, host.url, '/embed/kemijarvi/etusivu/preview?lang=fi')).toBe(true)
    expect(await framed(page, another, wall)).toBe(false)
    for (const path of ['/desk/login', '/walls/kemijarvi/etusivu', '/poista'])
      expect([path, await framed(page, host.url, path)]).toEqual([path, false])
    await page.close()
  })

  it('a frame grows to its wall where the page listens, and heeds nobody else’s word', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } })
    await page.goto(pageWith('tall', embedFrame(named()) + embedFrameScript(named())))
    const frame = page.locator('iframe')
    await frame.scrollIntoViewIfNeeded()
    const height = async () => Number(await frame.getAttribute('height'))
    const inside = () =>
      page.frames()[1]?.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height))
    await expect.poll(async () => (await height()) === (await inside())).toBe(true)
    expect(await height()).toBeGreaterThan(900)
    const before = await height()
    await page.evaluate(() => postMessage({ somewall: 'height', height: 1 }, '*'))
    await page.frames()[1]?.evaluate(() => parent.postMessage({ somewall: 'height', height: 'x' }, '*'))
    await page.frames()[1]?.evaluate(() => new Promise((done) => requestAnimationFrame(done)))
    expect(await height()).toBe(before)
    expect(await axe(page)).toEqual([])
    await page.close()
  })

  it('the short preview is for eyes and screen readers alike, in light and dark, narrow and wide', async () => {
    for (const [width, colorScheme] of [
      [320, 'dark'],
      [600, 'light'],
    ] as const) {
      const page = await browser.newPage({ viewport: { width, height: 420 }, colorScheme })
      await page.goto(`${site.url}/embed/kemijarvi/etusivu/preview?lang=fi`)
      expect(await axe(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      expect(await page.getByRole('link').count()).toBe(1)
      await page.close()
    }
  })
})
