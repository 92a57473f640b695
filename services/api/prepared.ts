// An answer as bytes, ready to be sent: plain, gzip and brotli, with its ETag.
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'identity' | 'gzip' | 'br'
export type Prepared = {
  type: string
  /** Strong, one for each encoding: they are different bytes. */
  etag: Record<Encoding, string>
  bytes: Record<Encoding, Buffer>
}

const [br, gz] = [promisify(brotliCompress), promisify(gzip)]
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: 1 } }

export async function prepare(body: string, type: string): Promise<Prepared> {
  const identity = Buffer.from(body)
  const [packed, small] = await Promise.all([br(identity, quality), gz(identity)])
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 22)
  return {
    type,
    etag: { identity: `"${hash}"`, gzip: `"${hash}-gz"`, br: `"${hash}-br"` },
    bytes: { identity, gzip: small, br: packed },
  }
}

/** The encoding for an Accept-Encoding: br before gzip; one with q=0 is refused. */
export function chooseEncoding(accept: string | undefined): Encoding {
  if (!accept) return 'identity'
  const takes = (name: string) => {
    const at = accept.indexOf(name)
    return at >= 0 && !/^\s*;\s*q=0(\.0*)?\s*(,|$)/.test(accept.slice(at + name.length))
  }
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : 'identity'
}

/** True when the visitor's copy is this one, whatever encoding it came in. */
export function isSame(ifNoneMatch: string | undefined, { etag }: Prepared): boolean {
  if (!ifNoneMatch) return false
  const sent = ifNoneMatch.split(',').map((one) => one.trim().replace(/^W\//, ''))
  return sent.includes('*') || Object.values(etag).some((one) => sent.includes(one))
}
