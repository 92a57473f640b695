// The desk as a browser sees it, for one test file: served over HTTP, somebody signed in, at any width, by touch too.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Database } from '../../db/open.ts'
import { type Served, serve } from '../../services/serve.ts'
import { borrowBrowser } from '../browser.ts'
import { emptyDatabase, openTestEmbedded } from '../db.ts'
import { makePlace } from '../makers.ts'
import { type Login, openDesk, signInAs, type TestDesk } from './desk.ts'

const HOST = '127.0.0.1'

type How = { width?: number; script?: boolean; touch?: boolean }

export type BrowserStand = {
  origin: string
  database: Database
  desk: TestDesk
  me: Login
  /** A page of the desk by its address, with a session. */
  open: (path: string, how?: How) => Promise<Page>
}

/** Stands while the tests of the file run; before each of them an empty place is made, and `who` signs in. */
export function standInBrowser(port: number, who: Parameters<typeof signInAs>[1], more = {}): BrowserStand {
  const origin = `http://${HOST}:${port}`
  let served: Served
  let browser: Browser
  const stand = {
    origin,
    async open(path: string, { width = 1280, script = true, touch = false }: How = {}) {
      const context = await browser.newContext({
        ...{ viewport: { width, height: 860 }, javaScriptEnabled: script, locale: 'fi-FI' },
        ...(touch && { hasTouch: true, isMobile: true }),
      })
      await context.addCookies([{ name: 'somewall', value: stand.me.secret, url: origin }])
      const page = await context.newPage()
      await page.goto(`${origin}${path}`)
      return page
    },
  } as BrowserStand
  beforeAll(async () => {
    stand.database = await openTestEmbedded()
    stand.desk = openDesk(stand.database, { PUBLIC_URL: origin })
    served = await serve(stand.desk.app, { HOST, PORT: port })
    browser = await borrowBrowser()
  })
  afterAll(async () => {
    await served?.close(100)
    await stand.database?.close()
  })
  beforeEach(async () => {
    await emptyDatabase(stand.database)
    await makePlace(stand.database.db)
    stand.me = await signInAs(stand.desk, who, more)
  })
  return stand
}

/** Opens what is folded, so that it is judged too. */
export const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll('details:not(.more)')) one.setAttribute('open', '')
  })

/** What is wider than the screen that shows it, as a finding beside those of axe; nothing when all of it fits. */
export async function tooWide(page: Page): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return wide > 0 ? [`${wide} px too wide`] : []
}
