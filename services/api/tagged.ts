// One body under one ETag: a reader who has it already gets 304.
import { createHash } from 'node:crypto'
import type { Context } from 'hono'

export function answerTagged(c: Context, type: string, body: string | Uint8Array<ArrayBuffer>): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = {
    'cache-control': 'public, max-age=60, stale-while-revalidate=600',
    vary: 'accept-language',
    etag,
  }
  const known = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  if (known.includes(etag)) return c.body(null, 304, headers)
  return c.body(body, 200, {
    ...headers,
    'content-type': typeof body === 'string' ? `${type}; charset=utf-8` : type,
  })
}
