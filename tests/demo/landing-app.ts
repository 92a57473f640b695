// A small web server part for the sample landing page: pages, styles, fonts and pictures under a strict policy.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { accepts } from 'hono/accepts'
import { landing } from './landing.tsx'
import { contactPage, servicePage } from './landing-pages.tsx'
import type { Tile } from './landing-tiles.ts'
import type { Lang } from './landing-words.ts'
import { type Letter, outboxPage } from './outbox.tsx'
import { findPicture, pictureFolder } from './pictures.ts'

export type LandingSettings = {
  service: string
  place: string
  wall: string
  /** Brings the wall's markup from the service; what it throws leaves the page with its own words. */
  fragment: (lang: Lang) => string | Promise<string>
  tiles?: readonly Tile[]
  /** The mail that the service has sent so far. */
  letters?: () => readonly Letter[]
}

const fonts = createRequire(import.meta.url).resolve('@fontsource/source-sans-3/package.json')
const fontFolder = new URL('./files/', `file://${fonts}`)
const ways = ['varaa-live', 'varaa-eta', 'kysy'] as const
const stills: Record<string, readonly [string, string]> = {
  'landing.css': ['./landing.css', 'text/css; charset=utf-8'],
  'icons.svg': ['./landing/icons.svg', 'image/svg+xml'],
  'mark.svg': ['./landing/mark.svg', 'image/svg+xml'],
  'hero-day.webp': ['./landing/hero-day.webp', 'image/webp'],
  'hero-night.webp': ['./landing/hero-night.webp', 'image/webp'],
}

/** Itself and the one service, nothing else: no inline script, no inline style, no frame. */
const landingPolicy = (service: string) =>
  [
    "default-src 'none'",
    `script-src ${service}`,
    `style-src 'self' ${service}`,
    `img-src 'self' ${service}`,
    `connect-src ${service}`,
    "font-src 'self'",
    "base-uri 'none'",
    `form-action ${service}`,
    "frame-ancestors 'none'",
  ].join('; ')

const send = (c: Context, body: Buffer, type: string) =>
  c.body(new Uint8Array(body), 200, { 'content-type': type, 'cache-control': 'public, max-age=3600' })

export const landingApp = (settings: LandingSettings) => {
  const service = settings.service.replace(/\/+$/, '')
  const host = (lang: Lang) => ({ lang, service, place: settings.place })
  const page = async (lang: Lang) => {
    const fragment = await Promise.resolve()
      .then(() => settings.fragment(lang))
      .catch(() => '')
    return landing({ ...settings, service, lang, fragment })
  }
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header('content-security-policy', landingPolicy(service))
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'strict-origin-when-cross-origin')
  })
  app.get('/', async (c) => {
    const spoken = accepts(c, { header: 'Accept-Language', supports: ['fi', 'en'], default: 'fi' })
    const asked = c.req.query('lang') ?? spoken
    const lang: Lang = asked === 'en' ? 'en' : 'fi'
    c.header('vary', 'Accept-Language')
    c.header('content-language', lang)
    return c.html(await page(lang))
  })
  app.get('/:lang{fi|en}', async (c) => c.html(await page(c.req.param('lang') as Lang)))
  const letters = () => settings.letters?.() ?? []
  app.get('/posti', (c) => c.html(outboxPage(host('fi'), letters())))
  app.get('/posti/:file{\\d+\\.eml}', (c) => {
    const letter = letters()[Number.parseInt(c.req.param('file'), 10)]
    return letter ? send(c, Buffer.from(letter.raw), 'message/rfc822') : c.notFound()
  })
  app.get('/:lang{fi|en}/palvelut/:id', (c) => {
    const text = servicePage(host(c.req.param('lang') as Lang), c.req.param('id'))
    return text ? c.html(text) : c.notFound()
  })
  app.get('/:lang{fi|en}/:way', (c) => {
    const way = ways.find((one) => one === c.req.param('way'))
    return way ? c.html(contactPage(host(c.req.param('lang') as Lang), way)) : c.notFound()
  })
  app.get('/fonts/:file{source-sans-3-latin(-ext)?-(400|600)-normal\\.woff2}', (c) =>
    send(c, readFileSync(new URL(c.req.param('file'), fontFolder)), 'font/woff2'),
  )
  app.get('/pictures/:file', (c) => {
    const picture = findPicture(c.req.param('file'))
    return picture ? send(c, readFileSync(new URL(picture.file, pictureFolder)), 'image/webp') : c.notFound()
  })
  app.get('/:still', (c) => {
    const still = stills[c.req.param('still')]
    return still ? send(c, readFileSync(new URL(still[0], import.meta.url)), still[1]) : c.notFound()
  })
  return app
}
