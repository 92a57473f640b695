// The chain on real parts: real HTTP to the simulators, real adapters, and what then stands in the database.
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { json } from '../../db/open.ts'
import { listPictures } from '../../services/pictures.ts'
import { channels } from '../../workers/channels/index.ts'
import { openHttp } from '../../workers/http.ts'
import { collect } from '../../workers/jobs/collect.ts'
import { pictures } from '../../workers/jobs/pictures.ts'
import { reread } from '../../workers/jobs/reread.ts'
import { onBothDatabases } from '../db.ts'
import { makePlace, NOW } from '../makers.ts'
import { startFeedSite } from '../sim/feed.ts'
import { startMastodon } from '../sim/mastodon.ts'
import { makeDeps } from '../wall.ts'
import { after, makeWorker, still } from './worker.ts'

onBothDatabases('from the platforms into the database', (open) => {
  it('collects, counts, follows edits and deletions, and copies what it may', async () => {
    const { db } = open()
    await makePlace(db)
    let now = NOW
    const town = await startFeedSite({ clock: () => now })
    const server = await startMastodon({ clock: () => now })
    const set = (id: string, settings: object) =>
      db
        .updateTable('source')
        .set({ settings: json(settings) })
        .where('id', '=', id)
        .execute()
    await set('uutiset', { url: `${town.url}/feed/` })
    await set('tuutit', { server: server.url })
    const { log } = makeDeps(open())
    const outward = openHttp({ allow: [town.host, server.host], userAgent: 'test', clock: () => now, log })
    const worker = { ...makeWorker(open(), { channels, http: outward.http }), clock: () => now }
    const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#358' } })
      .png()
      .toBuffer()
    town.addPicture('jarvi.png', { bytes, type: 'image/png' })
    const story = {
      title: 'J&auml;rvi j&auml;&auml;tyi',
      html: '<p>Varo <b>heikkoa</b> jäätä.</p><script>x()</script>',
    }
    const item = town.add({ ...story, published: NOW, picture: { file: 'jarvi.png', alt: null } })
    const kept = server.add({ text: 'Lumi tuli. #Kemijärvi', published: NOW, name: 'Aino\u202e' })
    const gone = server.add({ text: 'Poistan tämän #kemijarvi', published: NOW })
    server.add({ text: 'Muu aihe #kemi', published: NOW })

    const visit = async () => {
      for (const source of ['uutiset', 'tuutit']) await collect(worker, { place: 'kemijarvi', source }, still)
    }
    const posts = () =>
      db.selectFrom('post').select(['channel', 'text', 'state', 'version', 'gone_at']).orderBy('id').execute()
    await visit()
    await visit()
    expect((await posts()).map((post) => [post.channel, post.text, post.state])).toEqual(
      expect.arrayContaining([
        ['feed', 'Varo heikkoa jäätä.', 'shown'],
        ['mastodon', 'Lumi tuli. #Kemijärvi', 'new'],
        ['mastodon', 'Poistan tämän #kemijarvi', 'new'],
      ]),
    )
    expect(await posts()).toHaveLength(3)
    await pictures(worker, { place: 'kemijarvi' }, still)
    expect((await listPictures(worker.env.MEDIA_DIR)).size).toBe(1)

    await db.updateTable('post').set({ state: 'shown' }).execute()
    town.edit(item, { html: '<p>Jää kantaa jo.</p>' })
    server.edit(kept, { text: 'Lumi suli. #Kemijärvi', edited: after(5.5) })
    server.remove(gone)
    now = after(6)
    await visit()
    await reread(worker, { place: 'kemijarvi' }, still)
    now = after(6.5)
    await reread(worker, { place: 'kemijarvi' }, still)
    const left = (await posts()).filter((post) => post.gone_at === null)
    expect(left.map((post) => [post.text, post.state, post.version])).toEqual(
      expect.arrayContaining([
        ['Jää kantaa jo.', 'shown', 2],
        ['Lumi suli. #Kemijärvi', 'new', 2],
      ]),
    )
    expect(left).toHaveLength(2)

    town.fail('garbage')
    now = after(7)
    await visit()
    expect((await posts()).filter((post) => post.gone_at === null)).toEqual(left)
    await Promise.all([outward.close(), town.stop(), server.stop()])
  }, 60_000)
})
