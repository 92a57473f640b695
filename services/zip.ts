// Files as one ZIP file without a clock in it, so that the same files are the same bytes; and office files made so.
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** Text or bytes by path; stored as they are unless they are to be packed tight. */
export function zipOf(files: Record<string, string | Uint8Array>, tight = false): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(content as string)]
    const packed = tight ? deflateRawSync(bytes, { level: 9 }) : bytes
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(tight ? 8 : 0, 4)
    // The first day that the format knows.
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(path.length, 22)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, path, packed)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    central.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, tail, path)
    at += 30 + path.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(Object.keys(files).length, 4)
  end.writeUInt16LE(Object.keys(files).length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return new Uint8Array(Buffer.concat([...parts, directory, Buffer.from('PK\x05\x06', 'latin1'), end]))
}

/** The files of a ZIP file that we have just had made; strangers' files are never read by this. */
export function unzip(zip: Buffer): Record<string, Buffer> {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const files: Record<string, Buffer> = {}
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20))
    const path = zip.toString('utf8', at + 46, at + 46 + name)
    if (!path.endsWith('/')) files[path] = zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)
    at += 46 + name + extra + comment
  }
  return files
}

/** An office file (DOCX, XLSX) as if it had been made at `at`: the same content is the same bytes on any day. */
export function repack(file: Buffer, at: Date): Uint8Array<ArrayBuffer> {
  const files: Record<string, string | Uint8Array> = unzip(file)
  const core = 'docProps/core.xml'
  const moment = `${at.toISOString().slice(0, 19)}Z`
  if (files[core]) files[core] = String(files[core]).replace(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${moment}`)
  const names = new Map<string, string>()
  const settle = (id: string, prefix: string) => {
    const known = names.get(id) ?? `${prefix}${names.size + 1}`
    names.set(id, known)
    return known
  }
  for (const path of Object.keys(files).filter((one) => /\.(xml|rels)$/.test(one)))
    files[path] = String(files[path])
      .replace(RANDOM_LINK, (id) => settle(id, 'rIdLink'))
      .replace(RUNNING_PICTURE, (_, before, id) => `${before}${settle(`picture ${id}`, '')}`)
  return zipOf(files, true)
}

/** The library for Word names links by chance, and numbers the pictures of all files it has ever made. */
const RANDOM_LINK = /rId[a-z0-9_-]{21}/g
const RUNNING_PICTURE = /(<wp:docPr id=")(\d+)/g
