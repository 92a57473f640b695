// JSON of a place behind login or the administrator's token, as a list.
import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { jsonOnly, sameOrigin } from '../../same-origin.ts'
import { placeAuditRoutes } from './audit.ts'
import { placePostRoutes } from './posts.ts'
import { placeSourceRoutes } from './sources.ts'

/** Everything of ours under /api/v1/places. */
export function placeRoutes(deps: Deps): Hono {
  const app = new Hono()
  for (const routes of [placeSourceRoutes(deps), placePostRoutes(deps), placeAuditRoutes(deps)])
    app.route('/', routes)
  return app
}

/** What guards every JSON route of a place, also those of other rooms; `measures.csv` is not JSON. */
export function placeGuards(deps: Deps): Hono {
  const app = new Hono()
  app.use(sameOrigin(deps))
  const json = jsonOnly()
  app.use((c, next) => (c.req.path.endsWith('.csv') ? next() : json(c, next)))
  return app
}
