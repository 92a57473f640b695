// The scripts and styles for other people's pages: under plain names asked anew, under hashed ones for ever.
import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import type { Bundle, Deps } from '../deps.ts'
import { bytesIn, chooseEncoding, isSame, type Prepared, prepare } from './prepared.ts'
import { SHARE_PATH, sharePicture } from './share.tsx'

const FOR_EVER = 'public, max-age=31536000, immutable'
const SOON = 'public, max-age=300, stale-while-revalidate=86400'
const JS = 'text/javascript; charset=utf-8'
const CSS = 'text/css; charset=utf-8'

const frame = readFileSync(new URL('../../widgets/frame.js', import.meta.url), 'utf8')

export function widgetRoutes({ widget }: Pick<Deps, 'widget'>): Hono {
  const ready = (bundle: Bundle, type: string) => prepare(Buffer.from(bundle.code).toString(), type)
  const script = ready(widget, JS)
  const style = ready(widget.style, CSS)
  const screen = ready(widget.screen, JS)
  const files: Record<string, { file: Promise<Prepared>; kept: string }> = {
    'somewall.js': { file: script, kept: SOON },
    'frame.js': { file: prepare(frame, JS), kept: SOON },
    [`somewall.${widget.hash}.js`]: { file: script, kept: FOR_EVER },
    [`wall.${widget.style.hash}.css`]: { file: style, kept: FOR_EVER },
    'screen.js': { file: screen, kept: SOON },
    [`screen.${widget.screenStyle.hash}.css`]: { file: ready(widget.screenStyle, CSS), kept: FOR_EVER },
  }
  return new Hono().get('/widgets/:file', async (c) => {
    if (c.req.path === SHARE_PATH) {
      const picture = new Uint8Array(await sharePicture())
      return c.body(picture, 200, { 'content-type': 'image/jpeg', 'cache-control': SOON })
    }
    const found = Object.hasOwn(files, c.req.param('file')) ? files[c.req.param('file')] : undefined
    return found ? send(c, await found.file, found.kept) : c.notFound()
  })
}

async function send(c: Context, file: Prepared, kept: string): Promise<Response> {
  const encoding = chooseEncoding(c.req.header('accept-encoding'))
  const headers = {
    etag: file.etag[encoding],
    'cache-control': kept,
    vary: 'accept-encoding',
    'access-control-allow-origin': '*',
  }
  if (isSame(c.req.header('if-none-match'), file)) return c.body(null, 304, headers)
  return c.body((await bytesIn(file, encoding)) as Uint8Array<ArrayBuffer>, 200, {
    ...headers,
    'content-type': file.type,
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
  })
}
