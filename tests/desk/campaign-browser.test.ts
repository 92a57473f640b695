// A campaign and the form for ideas in a real browser: axe, 320 px, without script, from nowhere else, and on paper.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addCounter, addMark } from '../../db/campaign-counts.ts'
import { findCampaign, publishCampaign, saveDoors } from '../../db/campaigns.ts'
import { saveIdeaTag } from '../../db/ideas.ts'
import type { Database } from '../../db/open.ts'
import { createApp } from '../../services/app.ts'
import { sentCampaign, takeCampaign } from '../../services/campaigns.ts'
import { type Served, serve } from '../../services/serve.ts'
import { buildWidget } from '../../widgets/build.ts'
import { axe, borrowBrowser, look, watch } from '../browser.ts'
import { openTestEmbedded } from '../db.ts'
import { makeAccount, makePlace, makePost, NOW } from '../makers.ts'
import { type Login, openDesk, signInAs } from './desk.ts'

const PORT = 22_000 + (process.pid % 2_000)
const HOST = '127.0.0.1'
const origin = `http://${HOST}:${PORT}`

describe('a campaign in a browser', () => {
  let database: Database
  let served: Served
  let browser: Browser
  let me: Login
  let id: string
  beforeAll(async () => {
    database = await openTestEmbedded()
    const { db } = database
    await makePlace(db)
    const { deps } = openDesk(database, { PUBLIC_URL: origin })
    const desk = { ...deps, widget: await buildWidget() }
    served = await serve(createApp(desk), { HOST, PORT })
    browser = await borrowBrowser()
    me = await signInAs({ ...openDesk(database), deps }, 'editor')
    await saveIdeaTag(db, 'kemijarvi', 'kemijärvikokeilee')
    const place = { id: 'kemijarvi', languages: ['fi', 'en'] as const, members: [] }
    const card = {
      label: 'Satatekoatalvessa',
      kind: 'calendar',
      tags: 'hyvätteot',
      title_fi: 'Sata tekoa talvessa',
    }
    const days = {
      from_day: '2026-11-20',
      to_day: '2026-12-06',
      story_fi: 'Tee hyvä teko.\n\nHaasta seuraava.',
    }
    id = await takeCampaign(deps, { place, by: 'Aino' }, sentCampaign.parse({ ...card, ...days }))
    const row = await findCampaign(db, 'kemijarvi', id)
    const key = { place: 'kemijarvi', id: row?.id ?? 0 }
    await publishCampaign(db, key.id, NOW)
    const counter = await addCounter(db, key, { kind: 'other', label: 'Hyviä tekoja', aim: 100 })
    const mark = { counter, day: '2026-11-22', n: 28, told: 'Naapurin lumityöt ennen aamukahvia' }
    await addMark(db, key.id, mark, { by: 'Aino', at: NOW })
    const titles = [
      'Aamu poroaidalla',
      'Leipomon uuni',
      'Kuoro harjoittelee',
      'Revontulet',
      'Kirjasto',
      'Latukone',
    ]
    await saveDoors(
      db,
      key,
      titles.map((title, nth) => ({
        day: `2026-11-${20 + nth + (nth > 4 ? 3 : 0)}`,
        title,
        url: 'https://example.org/',
      })),
    )
    const own = await makeAccount(db, { kind: 'own', name: 'Kemijärven kaupunki' })
    for (const [nth, text] of ['Hillotalkoot', 'Villasukkia esikouluun', 'Puuvaja täynnä'].entries())
      await makePost(db, {
        ...{ account_id: own, text: `${text} #hyvätteot`, state: 'shown' },
        published_at: new Date(`2026-11-${21 + nth}T10:00:00Z`),
      })
  })
  afterAll(async () => {
    await served?.close(100)
    await database?.close()
  })

  const open = async (path: string, more: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 860 },
      locale: 'fi-FI',
      ...more,
    })
    await context.addCookies([{ name: 'somewall', value: me.secret, url: origin }])
    const page = await context.newPage()
    await page.goto(`${origin}${path}`)
    return page
  }
  const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

  it.each([
    ['the public page', () => `/kampanja/kemijarvi/${id}`, 'campaign'],
    ['the form for ideas', () => '/idea/kemijarvi', 'idea'],
    ['the card at the desk', () => `/desk/kemijarvi/campaigns/${id}`, 'campaign-desk'],
    ['the list at the desk', () => '/desk/kemijarvi/campaigns', 'campaigns'],
  ])('%s has nothing for axe, in light and dark, and fits 320 px', async (_, path, name) => {
    const page = await open(path())
    expect(await axe(page)).toEqual([])
    await look(page, name)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await axe(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 700 })
    expect(await wide(page)).toBeLessThanOrEqual(0)
    await look(page, `${name}-320`)
    await page.context().close()
  })

  it('needs no script, sets no cookie and asks nobody else', async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    const seen = await watch(page, origin)
    await page.goto(`${origin}/kampanja/kemijarvi/${id}?lang=fi`)
    expect(await page.locator('.doors .shut').count()).toBe(1)
    expect(await page.locator('.sw-card').count()).toBe(3)
    expect([seen.errors, seen.violations, seen.foreign, await page.context().cookies()]).toEqual([
      [],
      [],
      [],
      [],
    ])
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('nav').isVisible()).toBe(false)
    await look(page, 'campaign-paper')
    await page.context().close()
  })
})
