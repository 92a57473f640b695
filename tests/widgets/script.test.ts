// Texts that try to be script stay text everywhere.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeId } from '../../db/ids.ts'
import { type Database, json } from '../../db/open.ts'
import type { WallAnswer } from '../../services/api/contract.ts'
import { embedElement, fragmentAddress } from '../../services/domain/embed-code.ts'
import { watch } from '../browser.ts'
import { makeAccount, makePlace, makePost, NOW } from '../makers.ts'
import type { Site } from '../wall.ts'
import { type Host, landing } from './host.ts'
import { badAddresses, payloads } from './payloads.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let browser: Browser
let site: Site
let host: Host

/** Every payload in every field that somebody outside can fill: text, title, name, description, warning, quote. */
async function poison({ db }: Database): Promise<void> {
  await makePlace(db)
  for (const [at, payload] of payloads.entries()) {
    // What a database of text cannot hold cannot come out of it.
    const text = payload.replaceAll('\u0000', '')
    const account = await makeAccount(db, { kind: 'own', name: text })
    const bad = badAddresses[at % badAddresses.length] as string
    const { id } = await makePost(db, {
      account_id: account,
      state: 'shown',
      text: `Ennen ${text} jälkeen`,
      title: at % 2 ? text : null,
      sensitive: at % 3 ? null : text,
      lang: at % 5 ? 'fi' : text.slice(0, 20),
      url: `https://example.org/${at}`,
      canonical_url: `https://example.org/${at}`,
      marks: json([{ start: 0, end: 5, kind: 'link', href: bad.replaceAll('\u0000', '') }]),
      event: at % 7 ? null : json({ starts_at: NOW.toISOString(), ends_at: null, place: text }),
      quote: at % 4 ? null : json({ url: bad, author: text, text }),
      card: at % 6 ? null : json({ url: at % 12 ? 'https://example.org/' : bad, title: text, text }),
    })
    await db
      .insertInto('post_tag')
      .values({ post_id: id, place_id: 'kemijarvi', key: text.slice(0, 60), as_written: text, position: 9 })
      .execute()
    await db
      .insertInto('media')
      .values({
        ...{ public_id: makeId('m'), post_id: id, place_id: 'kemijarvi', position: 0, kind: 'image' },
        ...{ source_url: 'https://example.org/x', width: 640, height: 480, author_alt: text },
        ...{ crop: false, copy: 'public', sha256: 'none', captions: text },
      })
      .execute()
  }
}

beforeAll(async () => {
  stage = await openStage(poison)
  ;({ browser, site, host } = stage)
}, 60_000)
afterAll(() => stage?.close())

const embed = { place: 'kemijarvi', wall: 'etusivu', language: 'fi', title: 'Somessa' }
const allowed = [
  ...['SECTION', 'HEADER', 'H2', 'H3', 'H4', 'P', 'A', 'UL', 'LI', 'DIV', 'IMG', 'DETAILS', 'SUMMARY'],
  ...['SPAN', 'B', 'BR', 'FOOTER', 'TIME', 'NAV', 'BLOCKQUOTE', 'svg', 'path', 'LINK'],
]

/** In the page: what is under a root that should not be, and whether anything has run. */
function inspect(names: string[]): { wrong: string[]; cards: number; hacked: unknown } {
  const fine = new Set(names)
  const wrong: string[] = []
  const host = document.querySelector('some-wall')
  const root = host?.shadowRoot ?? host
  for (const element of root?.querySelectorAll('*') ?? []) {
    if (!fine.has(element.tagName)) wrong.push(element.outerHTML.slice(0, 200))
    for (const { name, value } of element.attributes)
      if (
        /^on|^style$|^srcdoc$/.test(name) ||
        (/^(href|src|action)$/.test(name) && !/^(https?:|#)/.test(value))
      )
        wrong.push(`${name}=${value.slice(0, 100)}`)
  }
  return {
    wrong,
    cards: root?.querySelectorAll('.sw-card').length ?? 0,
    hacked: (window as unknown as { hacked?: unknown }).hacked,
  }
}

it('has enough to try with', () => {
  expect(new Set(payloads).size).toBeGreaterThanOrEqual(250)
})

it('the API gives text as text and HTML of three tags, on every page', async () => {
  let cursor: string | null = ''
  let seen = 0
  while (cursor !== null) {
    const query = cursor ? `&cursor=${cursor}` : ''
    const answer = (await (
      await fetch(`${site.url}/api/v1/walls/kemijarvi/etusivu?limit=50${query}`)
    ).json()) as WallAnswer
    for (const post of [...answer.lead, ...answer.posts]) {
      seen++
      expect(post.html.replace(/<\/?p>|<br>|<a href="https?:[^"<>]*" rel="[a-z ]*">|<\/a>/g, '')).not.toMatch(
        /[<>"']/,
      )
      expect(JSON.stringify([post.url, post.card?.url, post.quote?.url])).not.toMatch(
        /script:|data:|blob:|file:/i,
      )
    }
    cursor = answer.next
  }
  expect(seen).toBe(payloads.length)
})

it('no script runs and no foreign element appears, in the list made on the server and in the element', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const seen = await watch(page, site.url, host.url)
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const fragment = await (await fetch(`${fragmentAddress({ ...embed, service: site.url })}&limit=50`)).text()
  const code = embedElement({ ...embed, service: site.url }, fragment).replace(
    '<some-wall',
    '<some-wall limit="50"',
  )
  await page.goto(host.set('/list', { html: landing(code.replace(/<script.*/s, '')) }))
  const list = await page.evaluate(inspect, allowed)
  expect(list).toEqual({ wrong: [], cards: 50, hacked: undefined })

  await page.goto(host.set('/element', { html: landing(code) }))
  await page.waitForFunction(() => document.querySelector('some-wall')?.shadowRoot)
  for (let n = 50; n < payloads.length; n += 50) {
    await page.getByText('Näytä lisää').last().click()
    await page.waitForFunction(
      (most) =>
        (document.querySelector('some-wall')?.shadowRoot?.querySelectorAll('.sw-card').length ?? 0) >= most,
      Math.min(n + 50, payloads.length),
    )
  }
  // What waits for a person to touch it is touched.
  await page.evaluate(() => {
    for (const one of document.querySelector('some-wall')?.shadowRoot?.querySelectorAll('*') ?? []) {
      if (one instanceof HTMLDetailsElement) one.open = true
      for (const name of ['mouseover', 'focus', 'error', 'load', 'animationend', 'toggle'])
        one.dispatchEvent(new Event(name))
    }
  })
  const element = await page.evaluate(inspect, allowed)
  expect(element).toEqual({ wrong: [], cards: payloads.length, hacked: undefined })
  expect([dialogs, seen.foreign]).toEqual([[], []])
  await page.close()
})
