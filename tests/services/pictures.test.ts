// Pictures made ours: our widths and formats, nothing hidden kept, and bombs and liars refused at once.
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { copyFor, pictureWidths } from '../../services/domain/pictures.ts'
import type { Rights } from '../../services/domain/rights.ts'
import { listPictures, makePicture, readPicture, removePicture, writeFiles } from '../../services/pictures.ts'
import { NOW } from '../makers.ts'
import { hostilePictures, pngOf } from '../sim/pictures.ts'

const photo = (width: number, height: number, colour = '#123456') =>
  sharp({ create: { width, height, channels: 3, background: colour } })

describe('a good picture', () => {
  it.each([
    [1600, [320, 640, 1280]],
    [1280, [320, 640, 1280]],
    [700, [320, 640]],
    [319, [319]],
  ])('of %i points is kept in widths that are never above it', async (width, widths) => {
    const made = await makePicture(
      await photo(width, Math.round(100 + width / 2))
        .jpeg()
        .toBuffer(),
    )
    expect(made).toMatchObject({ width, height: Math.round(100 + width / 2) })
    const sizes = await Promise.all(
      made.files.map(async (file) => (await sharp(file.bytes).metadata()).width),
    )
    expect(new Set(sizes)).toEqual(new Set(widths))
    expect(pictureWidths(width)).toEqual(widths)
  })
  it('is turned the right way up and loses where and by what it was taken', async () => {
    const bytes = await photo(400, 200)
      .jpeg()
      .withMetadata({ orientation: 6 })
      .withExif({
        IFD0: { Copyright: 'salaisuus', Software: 'x' },
        IFD3: { GPSLatitude: '66/1 42/1 0/1' },
      })
      .toBuffer()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const made = await makePicture(bytes)
    expect([made.width, made.height]).toEqual([200, 400])
    for (const file of made.files) {
      const { exif, icc, xmp, orientation } = await sharp(file.bytes).metadata()
      expect({ exif, icc, xmp, orientation }).toEqual({
        exif: undefined,
        icc: undefined,
        xmp: undefined,
        orientation: undefined,
      })
      expect(file.bytes.includes('salaisuus')).toBe(false)
    }
  })
  it('says whether it is light or dark', async () => {
    expect((await makePicture(await photo(64, 64, '#f0f0e8').png().toBuffer())).tone).toBe('light')
    expect((await makePicture(await photo(64, 64, '#102030').png().toBuffer())).tone).toBe('dark')
  })
  it.each(['png', 'webp', 'gif', 'avif'] as const)('may be a %s', async (format) => {
    const made = await makePicture(await photo(330, 100).toFormat(format).toBuffer())
    expect(made.files.map((file) => file.name.split('.').slice(1).join('.'))).toEqual(['320.webp', '320.jpg'])
  })
  it('that moves is kept as its first moment, soon', async () => {
    const frame = (n: number) => Buffer.alloc(32 * 32 * 3, n % 250)
    const frames = Buffer.concat(Array.from({ length: 2000 }, (_, n) => frame(n)))
    const gif = await sharp(frames, { raw: { width: 32, height: 32 * 2000, channels: 3, pageHeight: 32 } })
      .gif({ effort: 1 })
      .toBuffer()
    const start = performance.now()
    expect(await makePicture(gif)).toMatchObject({ width: 32, height: 32 })
    expect(performance.now() - start).toBeLessThan(1000)
  })
  it('is written, read, listed and removed by its hash', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'somewall-media-'))
    const made = await makePicture(await photo(700, 400).png().toBuffer())
    await Promise.all([writeFiles(dir, made.files), writeFiles(dir, made.files)])
    expect(readdirSync(join(dir, made.sha256.slice(0, 2))).sort()).toEqual(
      made.files.map((file) => file.name).sort(),
    )
    expect((await readPicture(dir, made.sha256, 640, 'webp'))?.equals(made.files[2]?.bytes as Buffer)).toBe(
      true,
    )
    expect(await readPicture(dir, made.sha256, 1280, 'webp')).toBeUndefined()
    expect(await listPictures(dir)).toEqual(new Set([made.sha256]))
    await removePicture(dir, made.sha256)
    expect(await listPictures(dir)).toEqual(new Set())
    expect(await listPictures(join(dir, 'none'))).toEqual(new Set())
  })
})

describe('what is refused', () => {
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj')
  const polyglot = Buffer.concat([Buffer.from('GIF89a/*'), Buffer.from('*/=1;alert(1)')])
  const hostile: [string, Uint8Array][] = [
    ...Object.entries(hostilePictures).map(([name, { bytes }]): [string, Uint8Array] => [name, bytes]),
    ['30,000 by 30,000', pngOf(1, 1, { width: 30_000, height: 30_000 })],
    ['pdf', pdf],
    ['xml', Buffer.from('<?xml version="1.0"?><x/>')],
    ['a script that begins like a GIF', polyglot],
    ['one point, as trackers use', pngOf(1, 1)],
    ['a line', pngOf(2000, 20)],
    ['more than ten megabytes', Buffer.concat([pngOf(20, 20), Buffer.alloc(10_000_000)])],
    ['a photograph cut in half', pngOf(600, 400).subarray(0, 500)],
  ]
  it.each(['huge-header.png', 'huge-pixels.png', '30,000 by 30,000'])(
    '%s by what its header claims',
    async (name) => {
      const bytes = hostile.find(([one]) => one === name)?.[1] as Uint8Array
      await expect(makePicture(bytes)).rejects.toMatchObject({ kind: 'size', code: 'too-large' })
    },
  )
  it.each(hostile)('%s, within 200 ms and without filling the memory', async (_, bytes) => {
    const before = process.memoryUsage().rss
    const start = performance.now()
    await expect(makePicture(bytes)).rejects.toMatchObject({
      name: 'Fault',
      code: expect.stringMatching(/^(not-a-picture|broken|too-large|too-small)$/),
    })
    expect(performance.now() - start).toBeLessThan(200)
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  })
})

describe('a copy may be held', () => {
  const rights = (shown: Rights['shown'], why: Rights['why']): Rights => ({
    shown,
    why,
    crop: false,
    until: null,
  })
  const tomorrow = new Date(NOW.getTime() + 86_400_000)
  it.each([
    ['own, at once', rights('whole', 'own'), 'shown', tomorrow, 'public'],
    ['own, hidden for a while', rights('whole', 'own'), 'hidden', NOW, 'public'],
    ['a partner’s', rights('whole', 'agreement'), 'shown', NOW, 'public'],
    ['with consent, before it is shown', rights('whole', 'consent'), 'new', NOW, 'public'],
    ['with consent, but hidden', rights('whole', 'consent'), 'hidden', tomorrow, 'none'],
    ['a resident’s to be decided', rights('link', 'no-consent'), 'new', tomorrow, 'private'],
    ['a resident’s put aside', rights('link', 'no-consent'), 'stashed', tomorrow, 'private'],
    ['a resident’s without an address', rights('never', 'no-address'), 'new', tomorrow, 'private'],
    ['a resident’s after 30 days', rights('link', 'no-consent'), 'new', NOW, 'none'],
    ['a resident’s once shown as a link', rights('link', 'no-consent'), 'shown', tomorrow, 'none'],
    ['a resident’s once hidden', rights('link', 'no-consent'), 'hidden', tomorrow, 'none'],
    ['what is not public', rights('never', 'not-public'), 'new', tomorrow, 'none'],
    ['what is gone', rights('never', 'gone'), 'shown', tomorrow, 'none'],
    ['what is forgotten', rights('never', 'pruned'), 'shown', tomorrow, 'none'],
  ] as const)('%s', (_, given, state, privateUntil, copy) => {
    expect(copyFor(given, { state, privateUntil }, NOW)).toBe(copy)
  })
})
