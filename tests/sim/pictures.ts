// Pictures that simulators serve: good ones given by a test or the demo, and the hostile ones that must be refused.
import { deflateSync } from 'node:zlib'
import type { Reply } from './serve.ts'

export type Picture = { bytes: Uint8Array; type: string }

/** A PNG of one colour: header, one IDAT, end. `told` writes other sizes into the header than there are pixels. */
export function pngOf(width: number, height: number, told?: { width: number; height: number }): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(told?.width ?? width, 0)
  head.writeUInt32BE(told?.height ?? height, 4)
  // 8 bits, RGB.
  head.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.alloc(1 + width * 3, 0xb4)
  row[0] = 0
  const rows = Buffer.concat(Array.from({ length: height }, () => row))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

/** Pictures that lie, by the name under which a simulator serves them. */
export const hostilePictures: Record<string, Picture> = {
  'svg-named.png': { bytes: Buffer.from(svg), type: 'image/png' },
  'html-named.jpg': { bytes: Buffer.from('<!doctype html><script>alert(1)</script>'), type: 'image/jpeg' },
  'huge-header.png': { bytes: pngOf(1, 1, { width: 50_000, height: 50_000 }), type: 'image/png' },
  // Made only when it is asked for: it takes seconds.
  get 'huge-pixels.png'() {
    return { bytes: hugePng(16_000), type: 'image/png' }
  },
  'cut.png': { bytes: pngOf(400, 300).subarray(0, 200), type: 'image/png' },
  'cut.jpg': {
    bytes: Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb0043', 'hex'),
    type: 'image/jpeg',
  },
  'empty.png': { bytes: new Uint8Array(), type: 'image/png' },
}

/** One colour, one bit a pixel: honest in its header, and far too many pixels. */
function hugePng(side: number): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([1, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(side * (1 + side / 8)))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Answers `/pictures/NAME` from what a simulator was given, and the hostile ones always. */
export function servePicture(path: string, given: ReadonlyMap<string, Picture>): Reply | undefined {
  const name = /^\/pictures\/(.+)$/.exec(path)?.[1]
  const found = name && (given.get(decodeURIComponent(name)) ?? hostilePictures[name])
  return found ? { headers: { 'content-type': found.type }, body: found.bytes } : undefined
}
