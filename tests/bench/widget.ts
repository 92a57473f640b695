// What the element costs its host: bytes of script and style, requests until twelve cards can be read, layout shift.
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Browser, Page, Request } from 'playwright-core'
import { migrate } from '../../db/migrate.ts'
import { openDatabase } from '../../db/open.ts'
import { embedElement, fragmentAddress, reserveRule } from '../../services/domain/embed-code.ts'
import { makePicture } from '../../services/pictures.ts'
import { buildWidget } from '../../widgets/build.ts'
import { openBrowser } from '../browser.ts'
import { fillWall, type Site, startSite } from '../wall.ts'
import { type Host, landing, startHost } from '../widgets/host.ts'
import { type BenchLine, line } from './line.ts'

const MOST_BYTES = 10_240
const MOST_REQUESTS = 3
const MOST_SHIFT = 0.01
const MOST_PICTURE = 40_960

export async function bench(): Promise<BenchLine[]> {
  const database = await openDatabase({})
  await migrate(database.db)
  await fillWall(database)
  const site = await startSite(database, { widget: await buildWidget() })
  const [browser, host] = await Promise.all([openBrowser(), startHost()])
  try {
    const pages = await makePages(site, host)
    return [
      line(
        'widget-bytes',
        await bytes(browser, site, pages.fragment),
        MOST_BYTES,
        'bytes gzipped',
        'at most 1',
      ),
      line(
        'widget-requests',
        await requests(browser, site, pages.reserved),
        MOST_REQUESTS,
        'requests',
        'at most 1',
      ),
      ...(await shifts(browser, pages)),
      line(
        'widget-picture',
        await picture(),
        MOST_PICTURE,
        'bytes',
        'at most 1; the demo’s drawings at 640, the median',
      ),
    ]
  } finally {
    await browser.close()
    await host.close()
    await site.close(100)
    await database.close()
  }
}

type Pages = { fragment: string; reserved: string }

/** The two ways to embed that the desk gives: the list inside, or one rule that keeps the room. */
async function makePages(site: Site, host: Host): Promise<Pages> {
  const embed = { service: site.url, place: 'kemijarvi', wall: 'etusivu', language: 'fi', title: 'Somessa' }
  const fragment = await (await fetch(fragmentAddress(embed))).text()
  const room = `<style>${reserveRule({ posts: 12, lead: 3 })}</style>`
  return {
    fragment: host.set('/fragment', { html: landing(embedElement(embed, fragment)) }),
    reserved: host.set('/reserved', { html: landing(embedElement(embed), room) }),
  }
}

const taken = (page: Page) => page.waitForFunction(() => document.querySelector('some-wall')?.shadowRoot)

async function picture(): Promise<number> {
  const folder = new URL('../demo/pictures/', import.meta.url)
  const sizes: number[] = []
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.webp'))) {
    const { files } = await makePicture(readFileSync(new URL(name, folder)))
    sizes.push(files.find((one) => one.name.endsWith('.640.webp'))?.bytes.length ?? 0)
  }
  return sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0
}

/** All of script and style that comes from the service, each file as gzip makes it. */
async function bytes(browser: Browser, site: Site, address: string): Promise<number> {
  const page = await browser.newPage()
  const files: Promise<Buffer>[] = []
  page.on('response', (answer) => {
    if (
      answer.url().startsWith(site.url) &&
      ['script', 'stylesheet'].includes(answer.request().resourceType())
    )
      files.push(answer.body())
  })
  await page.goto(address)
  await taken(page)
  const all = await Promise.all(files)
  await page.close()
  return all.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0)
}

/** Requests to the service, pictures aside, that were begun when twelve cards could be read. */
async function requests(browser: Browser, site: Site, address: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const begun: Request[] = []
  page.on('request', (request) => {
    if (request.url().startsWith(site.url) && request.resourceType() !== 'image') begun.push(request)
  })
  await page.goto(address)
  await page.waitForFunction(
    () => (document.querySelector('some-wall')?.shadowRoot?.querySelectorAll('.sw-card').length ?? 0) >= 12,
  )
  const count = begun.length
  await page.close()
  return count
}

async function shifts(browser: Browser, pages: Pages): Promise<BenchLine[]> {
  const lines: BenchLine[] = []
  for (const [way, address] of Object.entries(pages))
    for (const width of [320, 768, 1280]) {
      // Once as a visitor sees it, once so tall that the text below the wall is in view from the beginning.
      const seen = [await shift(browser, address, width, 900), await shift(browser, address, width, 9000)]
      lines.push(
        line(`widget-shift-${way}-${width}`, Math.max(...seen), MOST_SHIFT, 'layout shift', 'at most 1'),
      )
    }
  return lines
}

async function shift(browser: Browser, address: string, width: number, height: number): Promise<number> {
  const page = await browser.newPage({ viewport: { width, height } })
  await page.addInitScript(() => {
    const seen = window as unknown as { shifted: number }
    seen.shifted = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shifted += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(address)
  await taken(page)
  await page.waitForLoadState('networkidle')
  const total = await page.evaluate(() => (window as unknown as { shifted: number }).shifted)
  await page.close()
  return total
}
