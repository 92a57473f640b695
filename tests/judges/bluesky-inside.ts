// Run where there is only loopback: the real Bluesky network starts, our own jobs visit it, and tell what they met.
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AtpAgent, RichText } from '@atproto/api'
import { pino } from 'pino'
import { migrate } from '../../db/migrate.ts'
import { json, openDatabase } from '../../db/open.ts'
import { bluesky } from '../../workers/channels/bluesky.ts'
import { openHttp } from '../../workers/http.ts'
import { collect } from '../../workers/jobs/collect.ts'
import { reread } from '../../workers/jobs/reread.ts'
import { makeWorker, still } from '../jobs/worker.ts'
import { makePlace } from '../makers.ts'
import { startPostgres } from '../postgres.ts'

const [devEnv = '', redisServer = ''] = process.argv.slice(2)
const PORT = 32_583
const service = `http://localhost:${PORT}`

const postgres = await startPostgres()
const redis = spawn(redisServer, ['--port', '32579', '--save', '', '--dir', tmpdir()], { stdio: 'ignore' })
process.env.REDIS_HOST = '127.0.0.1:32579'
const { TestNetwork, TestPds } = await import(pathToFileURL(devEnv).href)
const network = await TestNetwork.create({
  dbPostgresUrl: postgres.url,
  dbPostgresSchema: 'somewall',
  pds: { port: PORT, hostname: 'localhost' },
})

const report: Record<string, unknown> = {}
try {
  await tell()
} catch (error) {
  report.error = String((error as Error).stack)
}
process.stdout.write(`\n${JSON.stringify(report)}\n`)
await Promise.race([network.close().catch(() => {}), new Promise((done) => setTimeout(done, 5000))])
await postgres.stop()
redis.kill()
process.exit()

async function enter(handle: string, displayName: string, hidden = false): Promise<AtpAgent> {
  const agent = new AtpAgent({ service })
  await agent.createAccount({ email: `${handle}@mail.test`, handle, password: `pw-${handle}` })
  await agent.upsertProfile((old) => ({
    ...old,
    displayName,
    ...(hidden && {
      labels: { $type: 'com.atproto.label.defs#selfLabels', values: [{ val: '!no-unauthenticated' }] },
    }),
  }))
  return agent
}

async function say(agent: AtpAgent, text: string, more: Record<string, unknown> = {}) {
  const rich = new RichText({ text })
  await rich.detectFacets(agent)
  return agent.post({ text: rich.text, ...(rich.facets && { facets: rich.facets }), langs: ['fi'], ...more })
}

async function tell(): Promise<void> {
  const town = await enter('kunta.test', 'Kunta')
  const aino = await enter('aino.test', 'Aino 🎉')
  const maija = await enter('maija.test', 'Maija', true)
  const app = await town.com.atproto.server.createAppPassword({ name: 'somewall' })
  const password = app.data.password
  const bytes = await readFile(new URL('../demo/pictures/lumityot-pihalla.webp', import.meta.url))
  const picture = await aino.uploadBlob(bytes, { encoding: 'image/webp' })
  const image = { image: picture.data.blob, alt: 'Lumitöitä pihalla', aspectRatio: { width: 4, height: 3 } }
  const first = await say(
    aino,
    'Häät 🎉 täällä #kemijärvi @kunta.test https://example.com/pitkä/polku?a=1&b=2',
    {
      embed: { $type: 'app.bsky.embed.images', images: [image, { ...image, alt: '' }] },
    },
  )
  const quoting = await say(town, 'Katso tämä #kemijärvi', {
    embed: { $type: 'app.bsky.embed.record', record: first },
  })
  await say(town, 'Kortti #kemijärvi', {
    embed: {
      $type: 'app.bsky.embed.external',
      external: { uri: 'https://example.com/', title: 'Otsikko', description: 'Kuvaus' },
    },
  })
  const hidden = await say(maija, 'Vain kirjautuneille #kemijärvi')
  const warned = await say(aino, 'Varoitus #kemijärvi', {
    labels: { $type: 'com.atproto.label.defs#selfLabels', values: [{ val: 'nudity' }] },
  })
  await say(aino, 'Ei koske meitä #muualla')
  await town.like(first.uri, first.cid)
  await maija.like(first.uri, first.cid)
  await town.repost(first.uri, first.cid)
  await say(town, 'Kiitos', { reply: { root: first, parent: first } })
  for (let n = 0; n < 130; n++) await say(aino, `Sarja ${n} #kemijärvi`)
  await network.processAll(60_000)

  const database = await openDatabase({})
  const { db } = database
  await migrate(db)
  await makePlace(db)
  await db.deleteFrom('source').execute()
  const source = (id: string, settings: Record<string, unknown>, families: string[]) => ({
    ...{ place_id: 'kemijarvi', id, kind: 'posts' as const, channel: 'bluesky' as const },
    ...{ mode: 'resident' as const, active: true, created_at: new Date(), families: json(families) },
    settings: json({ identifier: 'kunta.test', service, ...settings }),
  })
  await db
    .insertInto('source')
    .values([source('tunnisteet', {}, ['kemijarvi']), source('oma', { account: 'kunta.test' }, [])])
    .execute()
  const asked: string[] = []
  const door = openHttp({
    allow: [`localhost:${PORT}`],
    userAgent: 'Somewall judged',
    clock: () => new Date(),
    log: pino({ level: 'silent' }),
  })
  const worker = makeWorker(database, {
    channels: [bluesky],
    http: (url, ask) => {
      asked.push(new URL(url).pathname.split('.').at(-1) ?? '')
      return door.http(url, ask)
    },
  })
  const give = (secret: string) =>
    Promise.all(
      ['tunnisteet', 'oma'].map((id) =>
        db
          .insertInto('credential')
          .values({
            ...{ place_id: 'kemijarvi', source_id: id, name: 'app_password', expires_at: null },
            ...{ sealed: worker.keys.seal(secret), saved_by: 'x', saved_at: new Date() },
          })
          .onConflict((same) =>
            same.columns(['place_id', 'source_id', 'name']).doUpdateSet({ sealed: worker.keys.seal(secret) }),
          )
          .execute(),
      ),
    )
  await give(password)
  const visit = async (id = 'tunnisteet') => {
    asked.length = 0
    worker.at(new Date())
    await collect(worker, { place: 'kemijarvi', source: id }, still)
    const row = await db.selectFrom('source').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    return { fault: row.fault_code, detail: row.fault_detail, asked: [...asked] }
  }
  const post = (uri: string) =>
    db.selectFrom('post').selectAll().where('external_id', '=', uri).executeTakeFirst()

  report.firstVisit = await visit()
  report.posts = (await db.selectFrom('post').select('id').execute()).length
  const kept = await post(first.uri)
  report.first = kept && {
    ...{ text: kept.text, marks: kept.marks, lang: kept.lang, url: kept.url, public: kept.public },
    ...{ likes: kept.likes, comments: kept.comments, shares: kept.shares },
    media: await db
      .selectFrom('media')
      .select(['kind', 'author_alt', 'width', 'height', 'source_url'])
      .where('post_id', '=', kept.id)
      .orderBy('position')
      .execute(),
  }
  report.quote = (await post(quoting.uri))?.quote
  report.hidden = (await post(hidden.uri))?.public
  report.warned = (await post(warned.uri))?.sensitive
  report.secondVisit = await visit()
  report.account = await visit('oma')
  report.accountPosts = (
    await db.selectFrom('post_source').select('post_id').where('source_id', '=', 'oma').execute()
  ).length

  // Edited and deleted.
  const rkey = warned.uri.split('/').at(-1) ?? ''
  const did = aino.session?.did ?? ''
  await aino.com.atproto.repo.putRecord({
    ...{ repo: did, collection: 'app.bsky.feed.post', rkey },
    record: { $type: 'app.bsky.feed.post', text: 'Muutettu #kemijärvi', createdAt: new Date().toISOString() },
  })
  await town.deletePost(quoting.uri)
  await network.processAll(60_000)
  for (const hours of [21, 21.5]) {
    worker.at(new Date(Date.now() + hours * 3_600_000))
    asked.length = 0
    await reread(worker, { place: 'kemijarvi' }, still)
  }
  report.rereadAsked = [...asked]
  report.edited = (await post(warned.uri))?.text
  report.deleted = (await post(quoting.uri))?.gone_at !== null
  report.stillThere = (await post(first.uri))?.gone_at === null

  // The server restarts: away, then back with the same accounts; our session outlives it.
  const { db: files, blobstore } = network.pds.ctx.cfg
  await network.pds.close()
  report.away = await visit()
  network.pds = await TestPds.create({
    ...{ didPlcUrl: network.plc.url, bskyAppViewUrl: network.bsky.url },
    ...{ bskyAppViewDid: network.bsky.ctx.cfg.serverDid, port: PORT, hostname: 'localhost' },
    ...{ dataDirectory: dirname(files.accountDbLoc), blobstoreDiskLocation: blobstore.location },
  })
  report.back = await visit()

  // Tokens: the next pair by the first, then the first again; then all of them taken away.
  const pass = await db
    .selectFrom('pass')
    .selectAll()
    .where('source_id', '=', 'tunnisteet')
    .executeTakeFirstOrThrow()
  const { renewal } = JSON.parse(worker.keys.unseal(pass.sealed ?? ''))
  report.renewsAfter = pass.renew_at && Math.round((pass.renew_at.getTime() - Date.now()) / 60_000)
  const refresh = async () => {
    const answer = await fetch(`${service}/xrpc/com.atproto.server.refreshSession`, {
      method: 'POST',
      headers: { authorization: `Bearer ${renewal}` },
    })
    return [answer.status, ((await answer.json()) as { error?: string }).error ?? 'well']
  }
  report.refreshes = [await refresh(), await refresh()]
  await db
    .updateTable('pass')
    .set({ renew_at: new Date(0) })
    .execute()
  report.renewed = await visit()
  await town.com.atproto.server.revokeAppPassword({ name: 'somewall' })
  await db
    .updateTable('pass')
    .set({ renew_at: new Date(0) })
    .execute()
  report.revoked = await visit()
  report.revokedAgain = await visit()
  const fresh = await town.com.atproto.server.createAppPassword({ name: 'uusi' })
  await give(fresh.data.password)
  report.mended = await visit()
  report.nobody = await (async () => {
    await db
      .updateTable('source')
      .set({ settings: json({ identifier: 'kunta.test', service, account: 'eiole.test' }) })
      .where('id', '=', 'oma')
      .execute()
    return visit('oma')
  })()
  await door.close()
  await database.close()
}
