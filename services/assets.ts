// Styles, fonts, small scripts and the icon of our own pages: read once, served under names that carry their hash.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Hono } from 'hono'

const font = (subset: string, weight: number) => `source-sans-3-${subset}-${weight}-normal.woff2`
const fonts = ['latin', 'latin-ext'].flatMap((subset) => [font(subset, 400), font(subset, 600)])
const styles = {
  'page.css': './page.css',
  'desk.css': './desk/desk.css',
  'paper.css': './digest/paper.css',
  'wall-page.css': './api/wall-page.css',
  'notice.css': './api/notice.css',
  'journey.css': './api/journey.css',
  'campaign.css': './api/campaign.css',
  'preview.css': './api/preview.css',
} as const
const plain = {
  'desk.js': './desk/desk.js',
  'in-frame.js': './api/in-frame.js',
  'icon.svg': './icon.svg',
} as const

type Asset = { url: string; type: string; bytes: Uint8Array<ArrayBuffer> }

const types = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
} as const
const assets = new Map<string, Asset>()

function add(name: string, bytes: Uint8Array): void {
  const [, stem, ending] = /^(.*)\.(\w+)$/.exec(name) ?? []
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  const type = types[ending as keyof typeof types]
  assets.set(name, { url: `/assets/${stem}.${hash}.${ending}`, type, bytes: new Uint8Array(bytes) })
}

const locate = createRequire(import.meta.url)
for (const name of fonts) add(name, readFileSync(locate.resolve(`@fontsource/source-sans-3/files/${name}`)))
const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')
for (const [name, file] of Object.entries<string>(plain)) add(name, Buffer.from(read(file)))
for (const [name, file] of Object.entries(styles))
  add(
    name,
    Buffer.from(
      read(file).replace(/url\("([\w-]+\.woff2)"\)/g, (_, one) => `url("${assetUrl(String(one))}")`),
    ),
  )

export type AssetName = keyof typeof styles | keyof typeof plain

/** The address of an asset; it changes with the bytes, so it may be kept for ever. */
export function assetUrl(name: AssetName | (string & {})): string {
  const found = assets.get(name)
  if (!found) throw new Error(`no asset is called ${name}`)
  return found.url
}

/** GET /assets/…, immutable. */
export function assetRoutes(): Hono {
  const byUrl = new Map([...assets.values()].map((one) => [one.url, one]))
  return new Hono().get('/assets/:file', (c) => {
    const found = byUrl.get(c.req.path)
    if (!found) return c.notFound()
    return c.body(found.bytes, 200, {
      'content-type': found.type,
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
    })
  })
}
