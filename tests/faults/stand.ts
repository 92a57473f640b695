// Where a connector stands while the faults come: its simulator, its source, a neighbour, real jobs and a moved clock.
import { pino } from 'pino'
import type { Database } from '../../db/open.ts'
import { json } from '../../db/open.ts'
import { listSources } from '../../db/sources.ts'
import { channels } from '../../workers/channels/index.ts'
import { openHttp } from '../../workers/http.ts'
import { collect } from '../../workers/jobs/collect.ts'
import { measure } from '../../workers/jobs/measure.ts'
import { reread } from '../../workers/jobs/reread.ts'
import { meters } from '../../workers/meters/index.ts'
import { makeWorker, still } from '../jobs/worker.ts'
import { makePlace, NOW } from '../makers.ts'
import { startFeedSite } from '../sim/feed.ts'
import type { Connector, Upstream } from './connector.ts'
import { openDoors } from './doors.ts'

const PLACE = 'kemijarvi'
const NEIGHBOUR = 'uutiset'
/** Milliseconds that a request may take while the limits are drawn in. */
const SHORT = 200

export type Stand = Awaited<ReturnType<typeof openStand>>

/** Makes the place with the connector's source and a neighbour's, both at simulators on loopback. */
export async function openStand(database: Database, connector: Connector) {
  const { db } = database
  let now = NOW
  const clock = () => now
  const up: Upstream = await connector.open(clock)
  const site = await startFeedSite({ clock })
  const doors = await openDoors(site.url)
  const allow = [up.sim.host, site.host, ...doors.allow]
  const log = pino({ level: 'silent' })
  const door = openHttp({ allow, userAgent: 'test', clock, log, lookup: doors.lookup })
  const timeouts: (number | undefined)[] = []
  let limit: number | undefined
  const worker = {
    ...makeWorker(database, {
      channels,
      meters,
      http: (url, ask = {}) => {
        const mine = url.startsWith(up.sim.url)
        if (mine) timeouts.push(ask.timeout)
        return door.http(url, { ...ask, ...(mine && limit && { timeout: limit }) })
      },
    }),
    clock,
  }
  await makePlace(db)
  await db.deleteFrom('source').where('id', '<>', NEIGHBOUR).execute()
  await db
    .updateTable('source')
    .set({ settings: json({ url: `${site.url}/feed/` }) })
    .execute()
  const id = connector.name
  const { kind, mode, families } = connector
  const row = { place_id: PLACE, id, kind, channel: id, mode, active: true, created_at: NOW, next_at: NOW }
  await db
    .insertInto('source')
    .values({ ...row, families: json(families), settings: json({}) })
    .execute()
  for (const [name, secret] of Object.entries(connector.secrets))
    await db
      .insertInto('credential')
      .values({
        ...{ place_id: PLACE, source_id: id, name, sealed: worker.keys.seal(secret) },
        ...{ expires_at: null, saved_by: 'Johanna', saved_at: NOW },
      })
      .execute()

  const find = async (which: string) => {
    const found = (await listSources(db, PLACE)).find((one) => one.id === which)
    if (!found) throw new Error(`no source ${which}`)
    return found
  }
  /** `base`: where it is asked, by the settings of the source or by those of the installation. */
  const set = (
    base: string,
    more: { settings?: Upstream['settings']; families?: readonly string[]; memory?: object } = {},
  ) => {
    if (up.platform) worker.env.PLATFORM_URLS = { [id]: up.platform(base) }
    const change = { ...more, settings: (more.settings ?? up.settings)(base) }
    return db
      .updateTable('source')
      .set(Object.fromEntries(Object.entries(change).map(([name, value]) => [name, json(value)])))
      .where('id', '=', id)
      .execute()
  }

  return {
    up,
    doors,
    timeouts,
    source: () => find(id),
    neighbour: () => find(NEIGHBOUR),
    set,
    /** Draws the limits of time in, or lets them out again. */
    hurry: (on: boolean) => {
      limit = on ? SHORT : undefined
    },
    now: clock,
    at: (moment: Date) => {
      now = moment
    },
    visit: () => (kind === 'posts' ? collect : measure)(worker, { place: PLACE, source: id }, still),
    visitNeighbour: () => collect(worker, { place: PLACE, source: NEIGHBOUR }, still),
    readAgain: () => reread(worker, { place: PLACE }, still),
    /** Forgets all posts but so many of the newest. */
    async forgetAllBut(n: number) {
      const newest = db.selectFrom('post').select('id').orderBy('id', 'desc').limit(n)
      await db.deleteFrom('post').where('id', 'not in', newest).execute()
    },
    /** Everything that is kept of the source, oldest first. */
    async kept(): Promise<Kept[]> {
      if (kind === 'posts')
        return db
          .selectFrom('post')
          .select(['external_id as key', 'text', 'published_at as at', 'gone_at as gone'])
          .where('channel', '=', id as never)
          .orderBy('post.id')
          .execute()
      const rows = await db
        .selectFrom('measure')
        .select(['indicator', 'dim', 'period', 'value'])
        .where('source_id', '=', id)
        .where('value', '>', '0')
        .orderBy('indicator')
        .orderBy('dim')
        .orderBy('period')
        .execute()
      return rows.map((one) => ({
        key: `${one.indicator} ${one.dim} ${one.period}`,
        text: String(one.value),
        at: NOW,
        gone: null,
      }))
    },
    async close() {
      await Promise.all([door.close(), up.sim.stop(), site.stop(), doors.stop()])
    },
  }
}

type Kept = { key: string; text: string; at: Date; gone: Date | null }
