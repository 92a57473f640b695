// The browser that the tests trust: it draws letters, and it enforces what a visitor's browser enforces.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axe, openBrowser, watch } from './browser.ts'

type Answer = { headers?: Record<string, string>; body: string }
const servers: Server[] = []

async function serve(pages: Record<string, Answer>): Promise<string> {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? '']
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers })
    response.end(page?.body)
  })
  servers.push(server)
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const icon = '<link rel="icon" href="data:,">'
const frame = (body: string) =>
  `<!doctype html><html lang="fi"><head><title>Kemijärvi</title>${icon}</head><body><main>${body}</main></body></html>`

afterAll(() => {
  for (const server of servers) server.close()
})

// Where npm brings a Chromium, it is tried besides the one that would be used.
const kinds = process.platform === 'linux' && process.arch === 'x64' ? ['installed', 'npm'] : ['installed']

describe.each(kinds)('the browser (%s)', (kind) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser(kind === 'npm' ? kind : undefined)
  }, 60_000)
  afterAll(() => browser?.close())

  async function draw(text: string): Promise<Buffer> {
    const page = await browser.newPage({ viewport: { width: 300, height: 60 } })
    await page.setContent(
      `<body style="margin:0;font:32px sans-serif;color:#000;background:#fff">${text}</body>`,
    )
    const pixels = await sharp(await page.screenshot())
      .greyscale()
      .raw()
      .toBuffer()
    await page.close()
    return pixels
  }
  const dark = (pixels: Buffer) => pixels.filter((one) => one < 100).length

  test('letters are drawn, each with its own shape', async () => {
    const [nothing, plain, dots] = [await draw(''), await draw('kemijarvi'), await draw('kemijärvi')]
    expect(dark(nothing)).toBe(0)
    expect(dark(plain)).toBeGreaterThan(300)
    expect(dark(dots)).toBeGreaterThan(dark(plain))
    expect(dark(await draw('iiiiiiiii'))).toBeLessThan(dark(await draw('mmmmmmmmm')) / 2)
  })

  test('a content security policy is enforced and its violation is noted', async () => {
    const origin = await serve({
      '/': {
        headers: { 'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'" },
        body: frame('<h1>Alku</h1><script>document.title = "ohi"</script><p style="color:red">x</p>'),
      },
    })
    const page = await browser.newPage()
    const seen = await watch(page, origin)
    await page.goto(origin)
    expect(await page.title()).toBe('Kemijärvi')
    expect(await page.locator('p').evaluate((one) => getComputedStyle(one).color)).toBe('rgb(0, 0, 0)')
    await expect.poll(() => seen.violations).toContain('script-src-elem inline')
    expect(seen.violations).toContain('style-src-attr inline')
    expect(seen.errors.length).toBeGreaterThan(0)
    expect(await axe(page)).toEqual([])
    await page.close()
  })

  test('CORS is enforced, and requests to other origins are noted', async () => {
    const other = await serve({
      '/closed': { body: 'salaisuus' },
      '/open': { headers: { 'access-control-allow-origin': '*' }, body: 'avoin' },
    })
    const origin = await serve({ '/': { body: frame('<h1>Alku</h1>') } })
    const page = await browser.newPage()
    const seen = await watch(page, origin)
    await page.goto(origin)
    const read = (url: string) => page.evaluate((at) => fetch(at).then((a) => a.text(), String), url)
    expect(await read(`${other}/open`)).toBe('avoin')
    expect(await read(`${other}/closed`)).toContain('TypeError')
    expect(seen.requests).toEqual([`${origin}/`, `${other}/open`, `${other}/closed`])
    expect(seen.foreign).toEqual([`${other}/open`, `${other}/closed`])
    expect(seen.errors.join()).toContain('CORS')
    await page.close()
  })

  test('axe names the element and the rule, also that of small targets in WCAG 2.2', async () => {
    const origin = await serve({
      '/': {
        body: frame(`<h1>Alku</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
          <a href="#a" style="display:inline-block;width:9px;height:9px;overflow:hidden">a</a><a href="#b"
            style="display:inline-block;width:9px;height:9px;overflow:hidden">b</a>`),
      },
    })
    const page = await browser.newPage()
    await page.goto(origin)
    const found = (await axe(page)).join('\n')
    expect(found).toMatch(/image-alt: .*img/)
    expect(found).toMatch(/target-size: /)
    await page.close()
  })
})

test('a Chromium that does not exist is named', async () => {
  await expect(openBrowser('/nowhere/chrome')).rejects.toThrow('/nowhere/chrome, which does not exist')
})
