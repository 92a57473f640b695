// An answer as bytes, ready to be sent: plain, and packed in the encodings that visitors take, with its ETag.
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'identity' | 'gzip' | 'br'
export type Prepared = {
  type: string
  /** Strong, one for each encoding: they are different bytes. */
  etag: Record<Encoding, string>
  bytes: { identity: Buffer } & Partial<Record<Encoding, Buffer>>
}

const [br, gz] = [promisify(brotliCompress), promisify(gzip)]
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: 1 } }

/** `encodings` are those that will be asked for; another is packed when somebody asks for it. */
export async function prepare(
  body: string,
  type: string,
  encodings: readonly Encoding[] = [],
): Promise<Prepared> {
  const identity = Buffer.from(body)
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 22)
  const etag = { identity: `"${hash}"`, gzip: `"${hash}-gz"`, br: `"${hash}-br"` }
  const prepared = { type, etag, bytes: { identity } }
  await Promise.all(encodings.map((encoding) => bytesIn(prepared, encoding)))
  return prepared
}

/** The bytes in this encoding, packed at the first time. */
export async function bytesIn({ bytes }: Prepared, encoding: Encoding): Promise<Buffer> {
  const ready = bytes[encoding]
  if (ready) return ready
  const packed = await (encoding === 'br' ? br(bytes.identity, quality) : gz(bytes.identity))
  bytes[encoding] = packed
  return packed
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
  // What nearly every browser sends, without taking it apart.
  if (ifNoneMatch === etag.br) return true
  const sent = ifNoneMatch.split(',').map((one) => one.trim().replace(/^W\//, ''))
  return sent.includes('*') || Object.values(etag).some((one) => sent.includes(one))
}
