// Copies of pictures by the rules of who may see them, and the address that gives them out or does not.
import sharp from 'sharp'
import { beforeAll, expect, it } from 'vitest'
import { makeId } from '../../db/ids.ts'
import { json } from '../../db/open.ts'
import { buryPost } from '../../db/tombstones.ts'
import { mediaRoutes } from '../../services/api/media.ts'
import type { FoundMedia } from '../../services/domain/source.ts'
import { dropFiles, listPictures } from '../../services/pictures.ts'
import { answerErrors } from '../../services/rim.tsx'
import { pictures } from '../../workers/jobs/pictures.ts'
import { onBothDatabases } from '../db.ts'
import { arrive, foundPost } from '../found.ts'
import { makePlace, NOW } from '../makers.ts'
import { hostilePictures } from '../sim/pictures.ts'
import { after, makeWorker, still, type Worker } from './worker.ts'

const url = 'https://files.example/1.png'
const picture = (more: Partial<FoundMedia> = {}): FoundMedia => ({
  kind: 'image',
  url,
  alt: null,
  width: null,
  height: null,
  ...more,
})
const own = { source: 'uutiset', channel: 'feed', kind: 'own' } as const
const DAY = 24
let bytes: Uint8Array

beforeAll(async () => {
  bytes = await sharp({ create: { width: 700, height: 400, channels: 3, background: '#336699' } })
    .png()
    .toBuffer()
})

onBothDatabases('copies of pictures', (open) => {
  const start = async (found: Parameters<typeof foundPost>[0], more = {}) => {
    await makePlace(open().db)
    await arrive(open().db, [foundPost(found)], more)
    const worker = makeWorker(open())
    worker.files.set(url, bytes)
    await pictures(worker, { place: 'kemijarvi' }, still)
    return worker
  }
  const media = () => open().db.selectFrom('media').selectAll().executeTakeFirstOrThrow()
  const again = (worker: Worker) => pictures(worker, { place: 'kemijarvi' }, still)
  const files = async (worker: Worker) => (await listPictures(worker.env.MEDIA_DIR)).size
  const ask = async (worker: Worker, name = '640.webp', headers = {}) => {
    const app = mediaRoutes(worker).onError(answerErrors(worker))
    return app.request(`/media/${(await media()).public_id}/${name}`, { headers })
  }
  const describeIt = async () =>
    open()
      .db.insertInto('description')
      .values({
        media_id: (await media()).id,
        place_id: 'kemijarvi',
        lang: 'fi',
        text: 'Luminen järvi',
        decorative: false,
        by: 'Johanna',
        at: NOW,
      })
      .execute()
  const consent = async (more = {}) =>
    open()
      .db.insertInto('consent')
      .values({
        public_id: makeId('c'),
        place_id: 'kemijarvi',
        post_id: (await media()).post_id,
        account_id: null,
        state: 'granted',
        scope: json({ wall: true, digest: false, print: false, channels: false }),
        wording_version: '1',
        evidence_kind: 'note',
        evidence_ref: 'sähköposti',
        asked_how: 'kommentilla',
        child: 'no',
        crop: false,
        until: null,
        recorded_by: 'Johanna',
        at: NOW,
        ...more,
      })
      .execute()

  it('are not made while free space is low, and are made when there is room again', async () => {
    await makePlace(open().db)
    await arrive(open().db, [foundPost({ media: [picture()] })], own)
    let low = true
    const worker = makeWorker(open(), { space: () => ({ low, rooms: [] }) })
    worker.files.set(url, bytes)
    await again(worker)
    expect([worker.asked, (await media()).copy]).toEqual([[], 'none'])
    low = false
    await again(worker)
    expect([worker.asked, (await media()).copy]).toEqual([[url], 'public'])
  })
  it('are made of own pictures when they come, and given out only once somebody has described them', async () => {
    const worker = await start({ author: null, media: [picture()] }, own)
    expect(await media()).toMatchObject({
      copy: 'public',
      width: 700,
      height: 400,
      tone: 'dark',
      private_until: null,
    })
    expect((await ask(worker)).status).toBe(404)
    await describeIt()
    const answer = await ask(worker)
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=60, s-maxage=60',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    expect((await sharp(await answer.arrayBuffer()).metadata()).width).toBe(640)
    const etag = answer.headers.get('etag') ?? ''
    expect((await ask(worker, '640.webp', { 'if-none-match': `"x", W/${etag}` })).status).toBe(304)
    expect((await ask(worker, '320.jpg')).headers.get('content-type')).toBe('image/jpeg')
  })
  it('count the author’s own words as a description', async () => {
    const worker = await start({ author: null, media: [picture({ alt: 'Järvi' })] }, own)
    expect((await ask(worker)).status).toBe(200)
  })
  it.each(['1280.webp', '641.webp', '640.png', '640', '../x.webp', '0640.webp', '640.webp%00'])(
    'have no address %s, and asking makes nobody go out',
    async (name) => {
      const worker = await start({ author: null, media: [picture({ alt: 'Järvi' })] }, own)
      const asked = worker.asked.length
      expect((await ask(worker, name)).status).toBe(404)
      expect(worker.asked.length).toBe(asked)
    },
  )
  it.each(['hidden', 'stashed'] as const)('of a post that is %s are given to nobody', async (state) => {
    const worker = await start({ author: null, media: [picture({ alt: 'Järvi' })] }, own)
    await open().db.updateTable('post').set({ state }).execute()
    expect((await ask(worker)).status).toBe(404)
  })
  it('of a resident are a private preview that ends with the decision', async () => {
    const worker = await start({ media: [picture({ alt: 'Järvi' })] })
    expect(await media()).toMatchObject({ copy: 'private', private_until: after(30 * DAY) })
    expect((await ask(worker)).status).toBe(404)
    expect(await files(worker)).toBe(1)
    await open().db.updateTable('post').set({ state: 'shown' }).execute()
    expect((await ask(worker)).status).toBe(404)
    await again(worker)
    expect(await media()).toMatchObject({ copy: 'none', sha256: null, private_until: null })
    expect(await files(worker)).toBe(0)
  })
  it('of a resident end after 30 days without a decision', async () => {
    const worker = await start({ media: [picture()] })
    worker.at(after(30 * DAY))
    await again(worker)
    expect(await media()).toMatchObject({ copy: 'none', sha256: null })
    expect(await files(worker)).toBe(0)
  })
  it('of a resident are public from the consent on, without being fetched again, and gone when it ends', async () => {
    const worker = await start({ media: [picture({ alt: 'Järvi' })] })
    await consent({ until: '2026-12-31' })
    await open().db.updateTable('post').set({ state: 'shown' }).execute()
    await again(worker)
    expect(await media()).toMatchObject({ copy: 'public', private_until: null })
    expect(worker.asked).toEqual([url])
    expect((await ask(worker)).status).toBe(200)
    worker.at(new Date('2027-01-01T12:00:00Z'))
    expect((await ask(worker)).status).toBe(404)
    await again(worker)
    expect(await media()).toMatchObject({ copy: 'none', sha256: null })
    expect(await files(worker)).toBe(0)
  })
  it('go with a post that is removed, and stay while another uses the same file', async () => {
    const worker = await start({ author: null, media: [picture()] }, own)
    await arrive(open().db, [foundPost({ author: null, media: [picture()] }, 2)], own)
    await again(worker)
    const posts = await open().db.selectFrom('post').select('public_id').execute()
    const how = { by: 'Johanna', reason: 'pyyntö', at: NOW }
    const first = await buryPost(open().db, 'kemijarvi', String(posts[0]?.public_id), how)
    await dropFiles(worker, first?.pictures ?? [])
    expect(await files(worker)).toBe(1)
    const second = await buryPost(open().db, 'kemijarvi', String(posts[1]?.public_id), how)
    await dropFiles(worker, second?.pictures ?? [])
    expect(await files(worker)).toBe(0)
  })
  it('are never made of what is not public, nor of sound', async () => {
    const worker = await start({
      public: false,
      media: [picture(), picture({ kind: 'audio', url: `${url}?2` })],
    })
    expect(worker.asked).toEqual([])
  })
  it('are tried again later when the other side is away, five times at most', async () => {
    const worker = await start(
      { author: null, media: [picture({ url: 'https://files.example/later.png' })] },
      own,
    )
    expect(await media()).toMatchObject({ copy: 'failed', copy_detail: 'gone' })
    await open().db.updateTable('media').set({ copy: 'none', copy_tries: 1 }).execute()
    await again(worker)
    expect(worker.asked).toHaveLength(1)
    worker.at(after(1))
    await again(worker)
    expect(worker.asked).toHaveLength(2)
  })
  it.each(Object.keys(hostilePictures))('are not made of %s, and nothing of it is kept', async (name) => {
    const address = `https://files.example/${name}`
    await makePlace(open().db)
    await arrive(open().db, [foundPost({ author: null, media: [picture({ url: address })] })], own)
    const worker = makeWorker(open())
    worker.files.set(address, hostilePictures[name]?.bytes as Uint8Array)
    await again(worker)
    expect(await media()).toMatchObject({ copy: 'failed', sha256: null })
    expect(await files(worker)).toBe(0)
  })
})
