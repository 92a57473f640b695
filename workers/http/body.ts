// Reads an answer's body: unpacks gzip, deflate and br, counts while reading, and stops at the limit.
import { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { Fault } from '../../services/errors.ts'

const LONGEST_CHAIN = 3

/** The whole body unpacked. Throws Fault('size') at the limit, packed or unpacked; nothing is given of a cut body. */
export async function readBody(
  body: Readable,
  headers: Record<string, string>,
  limit: number,
): Promise<Uint8Array> {
  const codings = (headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one && one !== 'identity')
  if (codings.length > LONGEST_CHAIN) throw unreadable(codings.slice(0, 5).join())
  if (Number(headers['content-length'] ?? 0) > limit) throw tooLarge(limit)
  let stream: AsyncIterable<Uint8Array> = counted(body, limit)
  for (const coding of codings.reverse()) stream = counted(unpack(stream, coding), limit)
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

async function* counted(stream: AsyncIterable<Uint8Array>, limit: number): AsyncIterable<Uint8Array> {
  let bytes = 0
  for await (const part of stream) {
    bytes += part.byteLength
    if (bytes > limit) throw tooLarge(limit)
    yield part
  }
}

async function* unpack(stream: AsyncIterable<Uint8Array>, coding: string): AsyncIterable<Uint8Array> {
  const parts = stream[Symbol.asyncIterator]()
  const first = await parts.next()
  // An empty body is empty in every coding: 304 and careless servers send it.
  if (first.done) return
  const unpacker = unpackerFor(coding, first.value)
  const source = Readable.from(
    (async function* () {
      yield first.value
      for (let part = await parts.next(); !part.done; part = await parts.next()) yield part.value
    })(),
  )
  source.on('error', (error) => unpacker.destroy(error))
  try {
    for await (const part of source.pipe(unpacker)) yield part
  } finally {
    source.destroy()
    unpacker.destroy()
    await parts.return?.()
  }
}

function unpackerFor(coding: string, first: Uint8Array) {
  // Small pieces out, so that a bomb is seen long before it has grown.
  const chunkSize = 16 * 1024
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip({ chunkSize })
  if (coding === 'br') return createBrotliDecompress({ chunkSize })
  // "deflate" means zlib by the book and a bare stream in practice; only the first has 8 as its low half.
  if (coding === 'deflate')
    return ((first[0] ?? 0) & 15) === 8 ? createInflate({ chunkSize }) : createInflateRaw({ chunkSize })
  throw unreadable(coding)
}

function tooLarge(limit: number): Fault {
  return new Fault('size', `more than ${limit} bytes`, {
    values: { megabytes: Math.round(limit / 1_000_000) },
  })
}

function unreadable(coding: string): Fault {
  return new Fault('shape', `content-encoding ${coding.slice(0, 60)}`, { code: 'packing' })
}
