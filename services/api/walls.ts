// Everything of the wall as one part of the service: its memory, its short way, and its routes as a list.
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import type { Deps } from '../deps.ts'
import { countRoutes } from './counts.ts'
import { keepShelf } from './keep-shelf.ts'
import { oembedRoutes } from './oembed.ts'
import { previewRoutes } from './preview.tsx'
import type { Shelf } from './shelf.ts'
import { findShelvedFile } from './shelved.ts'
import { makeShortcut, type Shortcut } from './shortcut.ts'
import { streamRoutes } from './stream.ts'
import { makeWallMemory, type WallMemory } from './wall-memory.ts'
import { wallRoutes } from './wall-routes.ts'
import { widgetRoutes } from './widget-routes.ts'

type WallDeps = Pick<Deps, 'database' | 'db' | 'env' | 'log' | 'clock' | 'widget'>
export type Walls = {
  memory: WallMemory
  shortcut: Shortcut
  /** The file of a picture that a wall shows, by its public id, for the time when the database is away. */
  findKept: (id: string) => string | undefined
  /** Begins to hear of changes; before that every answer asks the database whether anything has changed. */
  listen: () => Promise<() => Promise<void>>
}

/** With a shelf, the last walls are kept there too, and shown from there when the database is away. */
export function openWalls(deps: WallDeps, shelf?: Shelf): Walls {
  const memory = makeWallMemory(deps, shelf)
  return {
    ...{ memory, shortcut: makeShortcut(memory, deps) },
    findKept: (id) => shelf && findShelvedFile(shelf, memory.places, id, deps.clock()),
    async listen() {
      const stop = await memory.places.listen()
      const end = shelf && keepShelf(deps, memory.places, shelf)
      return async () => {
        await end?.()
        await stop()
      }
    },
  }
}

/** For anybody from anywhere; without credentials, so no answer can be somebody's own. */
const open = (...methods: string[]) =>
  cors({ origin: '*', allowMethods: methods, exposeHeaders: ['etag'], maxAge: 86_400 })
/** What scripts of other sites may read as well as people. */
const readable = [
  '/api/v1/walls/*',
  '/fragment/*',
  '/walls/:place/:wall/feed.atom',
  '/walls/:place/:wall/feed.json',
  '/media/*',
  '/oembed',
]

export function wallSite(deps: WallDeps, { memory, shortcut }: Walls): Hono {
  const site = new Hono()
  for (const path of readable) site.use(path, open('GET', 'HEAD'))
  return site
    .use('/api/v1/counts', open('POST'))
    .route('/', previewRoutes(deps, memory))
    .route('/', wallRoutes(deps, memory, shortcut))
    .route('/', streamRoutes(deps, memory))
    .route('/', widgetRoutes(deps))
    .route('/', countRoutes(deps, memory.places))
    .route('/', oembedRoutes(deps, memory))
}
