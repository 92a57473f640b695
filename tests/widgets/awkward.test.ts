// Texts that break layouts: endless words, rows of emoji, stacked marks, turned writing, names without end.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, json } from '../../db/open.ts'
import { embedElement } from '../../services/domain/embed-code.ts'
import { look } from '../browser.ts'
import { makeAccount, makePlace, makePost, NOW } from '../makers.ts'
import type { Site } from '../wall.ts'
import { type Host, landing } from './host.ts'
import { openStage, type Stage } from './stage.ts'

const zalgo = [...'Kemijärvi tulee']
  .map((letter) => letter + '\u0321\u0336\u0344\u0360\u031b'.repeat(12))
  .join('')
const awkward: Record<string, string> = {
  'one word of 5,000 letters': 'å'.repeat(5000),
  'an address of 2,000': `https://example.org/${'x'.repeat(2000)}`,
  '400 emoji': '👩🏽‍🚒'.repeat(400),
  'stacked marks': zalgo.repeat(4),
  'turned writing': `\u202e${'Kemijärvi '.repeat(20)}\u2067عربي\u200f`,
  'Arabic and Hebrew': `${'مرحبا بالعالم '.repeat(20)}${'שלום עולם '.repeat(20)}`,
  'a thousand lines': 'rivi\n'.repeat(1000),
  'no-break spaces': `sana${'\u00a0sana'.repeat(400)}`,
  'soft hyphens and joiners': `${'\u00ad\u200b\u200d'.repeat(500)}x`,
}

/** Everywhere at once, and past the cleaning that intake does: a wall must hold by itself. */
async function fill({ db }: Database): Promise<void> {
  await makePlace(db)
  for (const [at, [name, text]] of Object.entries(awkward).entries()) {
    const account_id = await makeAccount(db, { kind: 'own', name: text.slice(0, 400) })
    const short = text.slice(0, 600)
    await makePost(db, {
      ...{ account_id, state: 'shown', text, title: at % 2 ? short : null },
      url: `https://example.org/${at}`,
      canonical_url: `https://example.org/${name}`,
      published_at: new Date(NOW.getTime() - at),
      card: json({ url: 'https://example.org/', title: short, text: null }),
      quote: json({ url: null, author: short, text: short }),
      event: at % 3 ? null : json({ starts_at: NOW.toISOString(), ends_at: null, place: short }),
    })
  }
  await makePost(db, {
    account_id: await makeAccount(db, { kind: 'own' }),
    state: 'shown',
    text: 'Tavallinen.',
  })
}

let stage: Stage
let browser: Browser
let site: Site
let host: Host
beforeAll(async () => {
  stage = await openStage(fill)
  ;({ browser, site, host } = stage)
}, 60_000)
afterAll(() => stage?.close())

it.each([
  ['grid', 320],
  ['grid', 1280],
  ['list', 320],
  ['screen', 1280],
])(
  '%s at %i px holds them: nothing runs out of its card, and no card hides its link',
  async (layout, width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    const embed = { service: site.url, place: 'kemijarvi', wall: 'etusivu', language: 'fi', title: 'Somessa' }
    const code = embedElement(embed).replace('<some-wall', `<some-wall layout="${layout}"`)
    await page.goto(host.set('/awkward', { html: landing(code) }))
    await page.locator('some-wall .sw-card').first().waitFor()
    const found = await page.evaluate(() => {
      const root = document.querySelector('some-wall')?.shadowRoot as ShadowRoot
      const out: string[] = []
      if (document.documentElement.scrollWidth > innerWidth) out.push('the page scrolls sideways')
      for (const card of root.querySelectorAll('.sw-card')) {
        const box = card.getBoundingClientRect()
        if (!box.width) continue
        for (const part of card.querySelectorAll('.sw-h, .sw-body p, .sw-foot, .sw-foot a, .sw-tags')) {
          const { left, right, width } = part.getBoundingClientRect()
          if (width && (right > box.right + 1 || left < box.left - 1))
            out.push(`${part.className || part.tagName} of ${card.textContent?.slice(0, 30)}`)
        }
        const link = card.querySelector('.sw-foot a')?.getBoundingClientRect()
        if (!link || link.bottom > box.bottom + 1) out.push(`no link: ${card.textContent?.slice(0, 30)}`)
      }
      return { out, cards: root.querySelectorAll('.sw-card').length }
    })
    expect(found).toEqual({ out: [], cards: layout === 'screen' ? 9 : Object.keys(awkward).length + 1 })
    await look(page, `awkward-${layout}-${width}`)
    await page.close()
  },
)
