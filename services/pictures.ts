// Our own copies of pictures: read with limits, made anew in our widths without their hidden data, kept by their hash.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { dropUnused } from '../db/media.ts'
import type { Deps } from './deps.ts'
import { pictureWidths } from './domain/pictures.ts'
import { Fault } from './errors.ts'

export type PictureFormat = 'webp' | 'jpg'
export type Made = {
  sha256: string
  width: number
  height: number
  tone: 'light' | 'dark'
  files: { name: string; bytes: Buffer }[]
}

/** What we take at most: bytes as fetched, points when unpacked, and how much longer one side may be. */
export const MOST_BYTES = 10_000_000
const MOST_POINTS = 40_000_000
const LEAST_SIDE = 16
const MOST_RATIO = 10
const SECONDS = 10

// One picture on one core: two at a time still leave the service its breath, and nothing is kept in memory after.
sharp.concurrency(1)
sharp.cache(false)

/** Makes our files of a picture. Throws Fault('shape' | 'size') whose code says what was wrong with it. */
export async function makePicture(bytes: Uint8Array): Promise<Made> {
  if (bytes.length > MOST_BYTES) throw refuse('size', 'too-large')
  if (!isRaster(bytes)) throw refuse('shape', 'not-a-picture')
  const { width, height } = await measure(bytes)
  const base = await read(bytes)
    .autoOrient()
    .resize({ width: 1280, withoutEnlargement: true })
    .toColourspace('srgb')
    .timeout({ seconds: SECONDS })
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((cause) => {
      throw refuse('shape', 'broken', cause)
    })
  const { width: w, height: h, channels } = base.info
  const again = () => sharp(base.data, { raw: { width: w, height: h, channels } })
  const files = []
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  for (const to of pictureWidths(width)) {
    const at = () => again().resize({ width: to, withoutEnlargement: true })
    files.push(
      { name: fileName(sha256, to, 'webp'), bytes: await at().webp({ quality: 80, effort: 3 }).toBuffer() },
      {
        name: fileName(sha256, to, 'jpg'),
        bytes: await at().flatten({ background: '#fff' }).jpeg({ quality: 80, mozjpeg: true }).toBuffer(),
      },
    )
  }
  const grey = await again()
    .flatten({ background: '#fff' })
    .greyscale()
    .resize(16, 16, { fit: 'fill' })
    .raw()
    .toBuffer()
  const light = grey.reduce((sum, one) => sum + one, 0) / grey.length
  return { sha256, width, height, tone: light >= 128 ? 'light' : 'dark', files }
}

/** Puts the files where they are read; whole or not at all, also when two do it at once. Names begin with the hash. */
export async function writeFiles(
  dir: string,
  files: readonly { name: string; bytes: Uint8Array }[],
): Promise<void> {
  for (const { name, bytes } of files) {
    const path = pathOf(dir, name)
    await mkdir(dirname(path), { recursive: true })
    const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`
    await writeFile(draft, bytes)
    await rename(draft, path)
  }
}

/** The bytes of one width and format, or undefined when we have none. */
export async function readPicture(dir: string, sha256: string, width: number, format: PictureFormat) {
  try {
    return await readFile(pathOf(dir, fileName(sha256, width, format)))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Removes the files of pictures that no row uses any more; to be called after the commit that let go of them. */
export async function dropFiles(
  { db, env }: Pick<Deps, 'db' | 'env'>,
  hashes: readonly string[],
): Promise<void> {
  for (const sha256 of new Set(hashes))
    await dropUnused(db, sha256, () => removePicture(env.MEDIA_DIR, sha256))
}

/** Removes every file of a picture. */
export async function removePicture(dir: string, sha256: string): Promise<void> {
  const folder = join(dir, sha256.slice(0, 2))
  for (const name of await readdir(folder).catch(() => []))
    if (name.startsWith(`${sha256}.`)) await rm(join(folder, name), { force: true })
}

/** The hashes of all pictures that have files. */
export async function listPictures(dir: string): Promise<Set<string>> {
  const found = new Set<string>()
  for (const folder of await readdir(dir).catch(() => []))
    if (/^[0-9a-f]{2}$/.test(folder))
      for (const name of await readdir(join(dir, folder)))
        if (/^[0-9a-f]{64}\./.test(name)) found.add(name.slice(0, 64))
  return found
}

const read = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: MOST_POINTS, failOn: 'error', pages: 1, sequentialRead: true })

// The sizes that the file claims are judged before a single point of it is unpacked.
async function measure(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const { autoOrient } = await read(bytes)
    .metadata()
    .catch((cause) => {
      const large = /pixel limit/i.test(String(cause))
      throw refuse(large ? 'size' : 'shape', large ? 'too-large' : 'broken', cause)
    })
  const { width, height } = autoOrient
  if (!width || !height) throw refuse('shape', 'broken')
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  if (short < LEAST_SIDE || long > short * MOST_RATIO) throw refuse('shape', 'too-small')
  return { width, height }
}

/** By the first bytes, never by name or header: JPEG, PNG, WebP, GIF and AVIF are all we let near a decoder. */
function isRaster(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  return (
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('\x89PNG\r\n\x1a\n') ||
    /^GIF8[79]a/.test(head) ||
    (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') ||
    /^ftypavi[fs]/.test(head.slice(4))
  )
}

const fileName = (sha256: string, width: number, format: PictureFormat) => `${sha256}.${width}.${format}`
const pathOf = (dir: string, name: string) => join(dir, name.slice(0, 2), name)

const refuse = (kind: 'shape' | 'size', code: string, cause?: unknown) =>
  new Fault(kind, `the picture is refused: ${code}`, { code, cause })
