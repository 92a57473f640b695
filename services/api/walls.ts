// Everything of the wall as one part of the service: its memory, its short way, and its routes as a list.
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import type { Deps } from '../deps.ts'
import { countRoutes } from './counts.ts'
import { oembedRoutes } from './oembed.ts'
import { makeShortcut, type Shortcut } from './shortcut.ts'
import { streamRoutes } from './stream.ts'
import { makeWallMemory, type WallMemory } from './wall-memory.ts'
import { wallRoutes } from './wall-routes.ts'
import { widgetRoutes } from './widget-routes.ts'

export type Walls = {
  memory: WallMemory
  shortcut: Shortcut
  /** Begins to hear of changes; before that every answer asks the database whether anything has changed. */
  listen: () => Promise<() => Promise<void>>
}

export function openWalls(deps: Deps): Walls {
  const memory = makeWallMemory(deps)
  return { memory, shortcut: makeShortcut(memory, deps), listen: memory.places.listen }
}

/** For anybody from anywhere; without credentials, so no answer can be somebody's own. */
const open = (...methods: string[]) => cors({ origin: '*', allowMethods: methods, maxAge: 86_400 })

export function wallSite(deps: Deps, { memory, shortcut }: Walls): Hono {
  return new Hono()
    .use('/api/v1/walls/*', open('GET', 'HEAD'))
    .use('/api/v1/counts', open('POST'))
    .route('/', wallRoutes(deps, memory, shortcut))
    .route('/', streamRoutes(memory))
    .route('/', widgetRoutes(deps))
    .route('/', countRoutes(deps, memory.places))
    .route('/', oembedRoutes(deps, memory.places))
}
