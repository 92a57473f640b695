// The door of a start that finds its database away: the last walls from disk; the rest is told to wait.
import { Hono } from 'hono'
import { mediaRoutes } from '../api/media.ts'
import type { Shelf } from '../api/shelf.ts'
import { openWalls, wallSite } from '../api/walls.ts'
import { assetRoutes } from '../assets.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { policyHeaders } from '../policy.ts'
import { answerErrors } from '../rim.tsx'
import { serve } from '../serve.ts'

type Parts = Pick<Deps, 'database' | 'db' | 'env' | 'log' | 'clock' | 'widget'>

/** Milliseconds for requests that are still running when the door is closed. */
const GRACE = 1_000

export async function openMeanwhile(deps: Parts, shelf: Shelf): Promise<() => Promise<void>> {
  const { env, log } = deps
  const walls = openWalls(deps, shelf)
  const app = new Hono()
    .onError(answerErrors(deps))
    .use(policyHeaders(env))
    .get('/healthz', (c) => c.json({ alive: true }, 200, { 'cache-control': 'no-store' }))
    .route('/', assetRoutes())
    .route('/', wallSite(deps, walls))
    .route('/', mediaRoutes(deps, walls.findKept))
    .all('*', () => {
      throw new Refusal('unavailable', 503, { retryAfter: 5 })
    })
  const served = await serve(app, env, walls.shortcut.answer)
  const places = shelf.places().join(', ')
  log.error({ port: served.port, places }, 'the database is away: the last walls are shown until it is back')
  return async () => {
    await served.close(GRACE)
    log.info('the database is back')
  }
}
