// The pages of planning in a real browser: nothing to scroll sideways at 320 px, and nothing that axe finds.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { saveDuty } from '../../db/duties.ts'
import type { Database } from '../../db/open.ts'
import { findPlace } from '../../db/places.ts'
import { findPlanInForce } from '../../db/plans.ts'
import { type Served, serve } from '../../services/serve.ts'
import { axe, borrowBrowser } from '../browser.ts'
import { openTestEmbedded } from '../db.ts'
import { beginPlanning, planYear } from '../demo/planning.ts'
import { makePlace } from '../makers.ts'
import { openDesk, post, signInAs } from './desk.ts'

const HOST = '127.0.0.1'
const PORT = 16_000 + (process.pid % 2_000)
const origin = `http://${HOST}:${PORT}`
const LONG_NAME = 'Kunnan henkilöstö: Toiminnan tulokset: muuttajien määrät, viestinnän tuloksellisuus'
let database: Database
let served: Served
let browser: Browser
let page: Page
let plan: string

beforeAll(async () => {
  database = await openTestEmbedded()
  const desk = openDesk(database, { PUBLIC_URL: origin })
  served = await serve(desk.app, { HOST, PORT })
  await makePlace(database.db)
  for (const id of ['comms-lead', 'group-lead']) await saveDuty(database.db, 'kemijarvi', id, { fi: id })
  const place = await findPlace(database.db, 'kemijarvi')
  if (!place) throw new Error('the place is there')
  const act = { place, name: 'Aino', person: null, language: 'fi' as const }
  await beginPlanning(desk.deps, act, '2026-11-25')
  await planYear(desk.deps, act, 2026)
  plan = (await findPlanInForce(database.db, 'kemijarvi'))?.id ?? ''
  const me = await signInAs(desk, 'admin')
  await post(desk, '/desk/kemijarvi/clock/usual', me, {})
  const round = { label_fi: LONG_NAME, every: 'year', dates: '30.9.', duty: 'makers', leads: '14' }
  await post(desk, '/desk/kemijarvi/clock/items', me, round)
  browser = await borrowBrowser()
  const context = await browser.newContext({ viewport: { width: 320, height: 800 } })
  await context.addCookies([{ name: 'somewall', value: me.secret, url: origin }])
  page = await context.newPage()
}, 60_000)
afterAll(async () => {
  await served?.close(100)
  await database?.close()
})

const pages = [
  'audiences?edit=int-johto',
  'channels',
  'cards',
  'process',
  'plan',
  'plan/:id',
  'plan/:id/read',
  'clock/years/2027',
]

it.each(pages)('%s fits a small screen and has nothing that axe finds', async (path) => {
  const answer = await page.goto(`${origin}/desk/kemijarvi/${path.replace(':id', plan)}`)
  expect(answer?.status()).toBe(200)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  expect(await axe(page)).toEqual([])
})

it('the year is one sheet of paper, long names by their beginnings but in full for who hears the page', async () => {
  await page.goto(`${origin}/desk/kemijarvi/clock/years/2027`)
  const months = page.locator('.months')
  expect(await months.locator('.vh').allInnerTexts()).toContain(LONG_NAME)
  expect(await months.locator('[aria-hidden]').allInnerTexts()).toContain(
    'Kunnan henkilöstö: Toiminnan tulokset…',
  )
  const paper = await page.pdf({ preferCSSPageSize: true, format: 'A4' })
  const { numPages } = await getDocument({ data: new Uint8Array(paper), verbosity: 0 }).promise
  expect(numPages).toBe(1)
})
