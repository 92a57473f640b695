// How soon walls are answered while a full collecting round runs, hostile documents and all.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase } from '../../db/open.ts'
import { startPostgres } from '../postgres.ts'
import { makeDataDir, type Service, startService } from '../service.ts'
import { type BusyWorld, startBusyWorld } from './busy-world.ts'
import { type BenchLine, line } from './line.ts'
import { startSteadyLoad, type Visit } from './steady-load.ts'

const PER_SECOND = 300
const FEEDS = /^\/iso\//
/** Milliseconds. */
const LIMIT = 200
const TAIL = 5
const TOKEN = 'a token of more than thirty-two characters'
const WALL = '/api/v1/walls/kemijarvi/etusivu'
const PAGE = '/walls/kemijarvi/etusivu'
const FRAGMENT = '/fragment/kemijarvi/etusivu'
/** Of a hundred visitors, 62 ask for what stands in memory and 38 come back, turn pages or want it otherwise. */
const ASKS = [
  { path: WALL, share: 50 },
  { path: `${PAGE}?lang=fi`, share: 6 },
  { path: `${FRAGMENT}?lang=fi`, share: 6 },
  { path: WALL, share: 14, same: true },
  { path: `${PAGE}?lang=en&screen=1`, share: 4 },
  { path: `${PAGE}/feed.atom`, share: 2 },
  { path: `${PAGE}/feed.json`, share: 2 },
  ...Array.from({ length: 16 }, (_, nth) => ({ path: `${WALL}?limit=${3 * nth + 2}&lang=en`, share: 1 })),
]
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))

export async function bench(): Promise<BenchLine[]> {
  const server = await startPostgres()
  try {
    return [
      ...(await measure('embedded', undefined)),
      ...(process.env.ONLY ? [] : await measure('postgres', server.url)),
    ]
  } finally {
    await server.stop()
  }
}

async function measure(kind: string, url: string | undefined): Promise<BenchLine[]> {
  const { dir, placeFile, drop } = makeDataDir()
  const world = await startBusyWorld(new Date())
  writeFileSync(placeFile, world.place)
  const settings = {
    ...{
      DATA_DIR: dir,
      MEDIA_DIR: join(dir, 'media'),
      PLACE_FILE: placeFile,
      FETCH_ALLOW: world.hosts.join(),
    },
    ...{ METRICS_TOKEN: TOKEN, SECRET_KEY: TOKEN, ...(url && { DATABASE_URL: url }) },
  }
  const start = async () =>
    url
      ? [
          await startService({ ...settings, ROLE: 'api' }),
          await startService({ ...settings, ROLE: 'worker' }),
        ]
      : [await startService(settings)]
  try {
    const first = await start()
    await roundOver(world, first[0] as Service)
    await stop(first)
    world.edit()
    await makeDue(url ? { url } : { dir: join(dir, 'db') }, 25)
    const services = await start()
    const { port } = new URL(services[0]?.url ?? '')
    const load = startSteadyLoad({ port: Number(port), perSecond: PER_SECOND, asks: ASKS })
    const begun = Date.now()
    const round = await roundOver(world, services[0] as Service)
    const visits = await load.stop()
    const loop = await loopDelay(services[0] as Service)
    await stop(services)
    const during = tell(visits.filter(({ asked }) => asked >= round.begun && asked <= round.ended))
    const quiet = tell(visits.filter(({ asked }) => asked > begun + 3000 && asked < round.begun))
    const seconds = Math.round((round.ended - round.begun) / 1000)
    const note =
      `p99 in ms, at most 1; ${during.n} visits in ${seconds} s of collecting: p50 ${during.p50}, most ` +
      `${during.most}, errors ${during.errors}; before it p50 ${quiet.p50}, p99 ${quiet.p99}; loop p99 ${loop}`
    return [
      line(`wall-while-collecting-${kind}`, during.p99, LIMIT, 'ms', note),
      line(
        `wall-while-collecting-${kind}-tail`,
        during.p99,
        TAIL * during.p50,
        'ms',
        'p99 against five times p50, at most 1',
      ),
    ]
  } finally {
    await world.stop()
    drop()
  }
}

async function stop(services: readonly Service[]): Promise<void> {
  for (const service of services) await service.stop()
}

/** Waits until the round has begun, no visit is left and nobody was asked for six seconds; answers both moments. */
async function roundOver(world: BusyWorld, service: Service): Promise<{ begun: number; ended: number }> {
  const before = world.asked(FEEDS)
  while (world.asked(FEEDS) === before) await sleep(20)
  const begun = Date.now()
  let [last, ended] = [0, begun]
  for (let looked = 0; Date.now() - ended < 6_000; await sleep(50)) {
    if (world.asked() !== last) [last, ended] = [world.asked(), Date.now()]
    if (Date.now() - looked < 1_000) continue
    looked = Date.now()
    // Visits in line, or at rest for the crowd's sake, ask nobody.
    if (/job="collect",state="active"\} [1-9]/.test(await metricsOf(service))) ended = Date.now()
  }
  return { begun, ended }
}

/** Every source is due in so many seconds, as if it had never been visited. */
async function makeDue(where: { url: string } | { dir: string }, seconds: number): Promise<void> {
  const database = await openDatabase(where)
  const at = new Date(Date.now() + seconds * 1000)
  await sql`update source set next_at = ${at}, memory = '{}', failures = 0`.execute(database.db)
  await database.close()
}

function tell(visits: readonly Visit[]) {
  const took = visits.map(({ asked, answered }) => answered - asked).sort((a, b) => a - b)
  const at = (share: number) => Number((took[Math.floor((took.length - 1) * share)] ?? 0).toPrecision(3))
  const errors = visits.filter(({ status }) => status !== 200 && status !== 304).length
  return { n: took.length, p50: at(0.5), p99: at(0.99), most: at(1), errors }
}

async function metricsOf({ url }: Service): Promise<string> {
  return (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })).text()
}

async function loopDelay(service: Service): Promise<string> {
  const metrics = await metricsOf(service)
  const seconds = Number(/^\w*event_loop_delay_seconds\S* ([\d.e-]+)$/m.exec(metrics)?.[1])
  return `${Math.round(seconds * 1000)} ms`
}
