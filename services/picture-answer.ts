// A picture as an answer: our own type, never guessed, unable to run anything, and not sent twice.
import type { Context } from 'hono'
import { Refusal } from './errors.ts'
import { type PictureFormat, readPicture } from './pictures.ts'

const types: Record<PictureFormat, string> = { webp: 'image/webp', jpg: 'image/jpeg' }

/** `640.webp` as width and format; undefined for anything else. */
export function readName(name: string): { width: number; format: PictureFormat } | undefined {
  const [, width, format] = /^([1-9]\d{0,3})\.(webp|jpg)$/.exec(name) ?? []
  return width ? { width: Number(width), format: format as PictureFormat } : undefined
}

/** The file of a picture that the caller has found to be allowed; a desk preview passes `private, no-store`. */
export async function answerPicture(
  c: Context,
  dir: string,
  file: { sha256: string; width: number; format: PictureFormat },
  cacheControl: string,
): Promise<Response> {
  const headers = {
    'cache-control': cacheControl,
    etag: `"${file.sha256.slice(0, 22)}-${file.width}-${file.format}"`,
    'content-type': types[file.format],
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  }
  const known = c.req.header('if-none-match')?.split(/\s*,\s*/)
  if (known?.some((one) => one.replace(/^W\//, '') === headers.etag)) return c.body(null, 304, headers)
  const bytes = await readPicture(dir, file.sha256, file.width, file.format)
  if (!bytes) throw new Refusal('not-found', 404)
  return c.body(new Uint8Array(bytes), 200, headers)
}
