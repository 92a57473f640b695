// The digest as people see it: the page in a browser, its languages, its paper, what is public and what is not.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../db/open.ts'
import { saveTopics } from '../../db/topics.ts'
import { draftDigest, freezeDigest, writeTexts } from '../../services/digests.ts'
import { publishDigest } from '../../services/publish-digest.ts'
import { axe, borrowBrowser, look, watch } from '../browser.ts'
import { openTestEmbedded } from '../db.ts'
import { makePlace } from '../makers.ts'
import { type Site, startSite } from '../wall.ts'
import { fillPeople, fillQuarters, TEXTS } from './quarter.ts'

const PLACE = { id: 'kemijarvi', time_zone: 'Europe/Helsinki' }
const Q = '2026-q3'
const HOSTILE = {
  conclusion2: '<script>alert(1)</script>\n#panic("x") =HYPERLINK("http://evil.example")',
  posts: `\u202Eelttirb\u202C 👩🏽‍🚒 ${'x'.repeat(5_000)}`,
}

describe('a published digest', () => {
  let database: Database
  let site: Site
  let browser: Browser
  let url: string
  beforeAll(async () => {
    database = await openTestEmbedded()
    const now = new Date('2026-10-20T09:00:00Z')
    site = await startSite(database, { clock: () => now })
    await makePlace(database.db)
    await database.db.updateTable('place').set({ languages: '["fi","sv","en"]' }).execute()
    await fillQuarters(database.db, 'kemijarvi', Q)
    await fillPeople(database.db, 'kemijarvi', Q)
    await saveTopics(database.db, 'kemijarvi', 'area', [{ id: 'asuminen', label: { fi: 'Asuntopalvelut' } }])
    await draftDigest(site.deps, PLACE, Q, 'Johanna')
    await writeTexts(site.deps, PLACE, Q, { ...TEXTS, ...HOSTILE }, 'Johanna')
    await freezeDigest(site.deps, PLACE, Q, 'Johanna')
    url = `${site.url}/digests/kemijarvi/${Q}`
    browser = await borrowBrowser()
  }, 120_000)
  afterAll(async () => {
    await site?.close(1_000)
    await database?.close()
  })
  const page = async (path = url, more: Parameters<Browser['newPage']>[0] = {}) => {
    const made = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...more })
    const seen = await watch(made, site.url)
    const answer = await made.goto(path)
    return { made, seen, status: answer?.status() }
  }

  it('is nobody’s to read before it is published', async () => {
    for (const path of ['', '.json', '.css']) expect((await fetch(`${url}${path}`)).status).toBe(404)
    expect(await (await fetch(`${site.url}/digests/kemijarvi`)).text()).toContain(
      'Koosteita ei ole vielä julkaistu',
    )
    expect((await fetch(`${site.url}/digests/kemijarvi/latest`)).status).toBe(404)
    await publishDigest(site.deps, PLACE, Q, 'Aino')
    expect((await fetch(url)).status).toBe(200)
  })

  const ways = [
    [1280, 'light', 'fi'],
    [768, 'dark', 'en'],
    [320, 'light', 'sv'],
  ] as const
  it.each(process.env.LONG ? ways : ways.slice(-1))(
    'reads well at %i px, %s, in %s: nothing for axe, nothing from elsewhere, nothing sideways',
    async (width, colorScheme, lang) => {
      const { made, seen } = await page(`${url}?lang=${lang}`, {
        viewport: { width, height: 900 },
        colorScheme,
      })
      expect(await axe(made)).toEqual([])
      expect([seen.violations, seen.foreign]).toEqual([[], []])
      expect(await made.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
      expect(await made.getAttribute('html', 'lang')).toBe(lang)
      await look(made, `digest-${width}-${colorScheme}-${lang}`)
      await made.close()
    },
  )

  it('leads from every figure on page one to how it is computed, without any script', async () => {
    const { made } = await page(url, { javaScriptEnabled: false })
    const links = await made
      .locator('.keytable .fid')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    expect(links.length).toBeGreaterThanOrEqual(6)
    for (const href of links) expect(await made.locator(`dt${href}`).count()).toBe(1)
    await made.locator('.keytable .fid').first().click()
    expect(new URL(made.url()).hash).toBe('#m-F1')
    await made.close()
  })

  it('shows hostile texts as texts', async () => {
    const html = await (await fetch(url)).text()
    expect(html).not.toMatch(/<script|style="|onerror/)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toMatch(/[\u202a-\u202e]/)
  })

  it('tells every chart in words and in a table, and opens the tables on paper', async () => {
    const { made } = await page()
    const charts = await made.locator('svg.chart').count()
    expect(charts).toBeGreaterThanOrEqual(2)
    expect(await made.locator('svg.chart > title').count()).toBe(charts)
    expect(await made.locator('svg.chart > desc').count()).toBe(charts)
    expect(await made.locator('table.wide').count()).toBe(await made.locator('svg.chart:not(.half)').count())
    const answers = await made.locator('svg.chart.half').all()
    expect(answers.length).toBeGreaterThanOrEqual(2)
    for (const one of answers) {
      const [words = ''] = (await one.locator('desc').innerHTML()).split(',')
      const section = made.locator('section.sec', {
        has: made.locator(`#${await one.locator('title').getAttribute('id')}`),
      })
      expect(await section.locator('table').allInnerTexts(), words).not.toHaveLength(0)
    }
    await made.emulateMedia({ media: 'print' })
    expect(await made.locator('table.wide').first().isVisible()).toBe(true)
    expect(await made.locator('.toc').isVisible()).toBe(false)
    const paper = await made.pdf({ preferCSSPageSize: true })
    expect(paper.subarray(0, 4).toString()).toBe('%PDF')
    await made.close()
  })

  it('is where the short report and the pages of service areas lead for what they do not have themselves', async () => {
    const whole = await (await fetch(url)).text()
    const ids = (html: string) => new Set([...html.matchAll(/ id="([^"]+)"/g)].map((one) => one[1]))
    for (const path of ['/short', '/areas/asuminen']) {
      const html = await (await fetch(`${url}${path}`)).text()
      const links = [...html.matchAll(/href="([^"#]*)#([^"]+)"/g)].map(([, to = '', id = '']) => ({ to, id }))
      expect(links.length).toBeGreaterThan(5)
      const lost = links.filter(({ to, id }) => !(to === '' ? ids(html) : ids(whole)).has(id))
      expect(lost, path).toEqual([])
      expect(links.filter(({ to }) => to && !to.startsWith(url))).toEqual([])
    }
  })

  it('names itself at the foot of every printed page, whatever the place is called', async () => {
    const css = await fetch(`${url}.css?lang=fi`)
    expect(css.headers.get('content-type')).toContain('text/css')
    expect(await css.text()).toMatch(
      /content: "Kemijärvi · Viestinnän neljänneskooste 3\/2026 · tietotunniste [0-9a-f]{12}"/,
    )
    await database.db.updateTable('place').set({ name: '{"fi":"Paha\\"; } body { display: none"}' }).execute()
    expect(await (await fetch(`${url}.css`)).text()).toContain('Paha\\22 \\3b  \\7d  body')
    await database.db.updateTable('place').set({ name: '{"fi":"Kemijärvi","en":"Kemijärvi"}' }).execute()
  })

  it('is the same bytes each time, and 304 for who has them', async () => {
    const first = await fetch(`${url}?lang=fi`)
    const body = await first.text()
    expect(await (await fetch(`${url}?lang=fi`)).text()).toBe(body)
    const etag = first.headers.get('etag') ?? ''
    expect((await fetch(`${url}?lang=fi`, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await fetch(`${url}?lang=en`, { headers: { 'if-none-match': etag } })).status).toBe(200)
  })

  it('is JSON too, every figure with its definition, source and coverage, open to other sites', async () => {
    const answer = await fetch(`${url}.json?lang=fi`)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    const digest = (await answer.json()) as {
      figures: Record<string, unknown>[]
      data_id: string
      sha256: string
    }
    expect(digest.sha256.startsWith(digest.data_id)).toBe(true)
    for (const one of digest.figures)
      expect([one.name, one.definition, one.source, one.method, 'coverage' in one].every(Boolean)).toBe(true)
  })

  it('stands in the list and in the feed', async () => {
    const feed = await (await fetch(`${site.url}/digests/kemijarvi/feed.atom`)).text()
    expect(feed).toContain(`${url}</`.replace('</', ''))
    expect(feed).toContain('Heinä–syyskuu 2026')
    const latest = await fetch(`${site.url}/digests/kemijarvi/latest`, { redirect: 'manual' })
    expect(latest.headers.get('location')).toBe(`/digests/kemijarvi/${Q}`)
    const { made } = await page(`${site.url}/digests/kemijarvi`)
    expect(await axe(made)).toEqual([])
    await made.close()
  })

  it.each([
    '/digests/posio',
    '/digests/kemijarvi/2026-q5',
    '/digests/kemijarvi/2026-q3?revision=9',
    '/digests/kemijarvi/x',
  ])('%s is not found', async (path) => {
    expect((await fetch(`${site.url}${path}`)).status).toBe(404)
  })
})
