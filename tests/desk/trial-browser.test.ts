// Trying a source in a real browser without script: by the form's second button, at 320 px and 1280, light and dark.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../db/open.ts'
import { type Served, serve } from '../../services/serve.ts'
import { trySource } from '../../workers/trial.ts'
import { axe, borrowBrowser, look } from '../browser.ts'
import { emptyDatabase, openTestEmbedded } from '../db.ts'
import { makePlace } from '../makers.ts'
import { openOutside } from '../outside.ts'
import { type OneOfEach, startOneOfEach } from '../sim/one-of-each.ts'
import { tooWide } from './browser-stand.ts'
import { type Login, openDesk, signInAs } from './desk.ts'

const PORT = 20_000 + (process.pid % 2_000)
const origin = `http://127.0.0.1:${PORT}`

let database: Database
let sims: OneOfEach
let served: Served
let browser: Browser
let me: Login
beforeAll(async () => {
  database = await openTestEmbedded()
  await emptyDatabase(database)
  await makePlace(database.db)
  sims = await startOneOfEach()
  const { http } = openOutside(sims.hosts)
  const desk = openDesk(database, { ...sims.env, PUBLIC_URL: origin })
  desk.deps.trySource = (trial, signal) => trySource({ ...desk.deps, http }, trial, signal)
  served = await serve(desk.app, { HOST: '127.0.0.1', PORT })
  browser = await borrowBrowser()
  me = await signInAs(desk, 'editor')
})
afterAll(async () => {
  await served?.close(100)
  await sims?.stop()
  await database?.close()
})

async function open(channel: string, width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const viewport = { width, height: 860 }
  const context = await browser.newContext({ viewport, colorScheme, locale: 'fi-FI' })
  // Axe needs script to run; the desk must not.
  await context.route('**/*.js', (route) => route.abort())
  await context.addCookies([{ name: 'somewall', value: me.secret, url: origin }])
  const page = await context.newPage()
  await page.goto(`${origin}/desk/kemijarvi/sources/new?channel=${channel}`)
  return page
}

async function judge(page: Page, name: string): Promise<string[]> {
  await look(page, name)
  return [...(await axe(page)), ...(await tooWide(page))]
}

it.each([
  [320, 'dark'],
  [1280, 'light'],
] as const)(
  'shows what would come, and each complaint at its field, at %i px in the %s',
  async (width, scheme) => {
    const page = await open('instagram', width, scheme)
    const found = await judge(page, `trial-form-${width}`)
    await page.getByLabel('Tunnus', { exact: true }).fill('kuvat')
    await page.getByLabel('Instagram-tilin numero').fill('kemijarvi')
    await page.getByRole('button', { name: 'Kokeile' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('1 kohta on korjattava')
    found.push(...(await judge(page, `trial-wrong-${width}`)))
    await page.getByRole('link', { name: 'Kirjoita pelkkä numero' }).click()
    const field = page.getByLabel('Instagram-tilin numero')
    expect(await field.inputValue()).toBe('kemijarvi')
    await field.fill(sims.meta.user.id)
    await page.getByLabel('Metan käyttötunnus').fill(sims.sources.instagram?.secrets.meta_token ?? '')
    await page.getByRole('button', { name: 'Kokeile' }).click()
    expect(await page.locator('.tried').textContent()).toContain('Jäällä #kemijärvi')
    expect(await page.getByLabel('Metan käyttötunnus').inputValue()).toBe('')
    found.push(...(await judge(page, `trial-found-${width}`)))
    await page.context().close()
    expect(found).toEqual([])
  },
  120_000,
)
