// A full wall for tests and benchmarks, and a service on a port of its own that serves it.
import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnv } from '../config/env.ts'
import { openLog } from '../config/log.ts'
import { makeId } from '../db/ids.ts'
import { type Database, json } from '../db/open.ts'
import { findPlace } from '../db/places.ts'
import { openWalls, type Walls } from '../services/api/walls.ts'
import { createApp } from '../services/app.ts'
import { decidePost } from '../services/decide.ts'
import type { Deps, Widget } from '../services/deps.ts'
import { pictureWidths } from '../services/domain/pictures.ts'
import { makeKeys } from '../services/keys.ts'
import { readPicture, writeFiles } from '../services/pictures.ts'
import { type Served, serve } from '../services/serve.ts'
import type { Space } from '../services/space.ts'
import { type Sort, sorts } from './fixtures/wall-posts.ts'
import { makeAccount, makePlace, makePost, NOW } from './makers.ts'

export type Site = Served & { walls: Walls; deps: Deps; url: string }

/** Where the copies of the walls made here lie; nothing is written until a wall has pictures. */
const media = join(tmpdir(), `somewall-media-${process.pid}`)
process.once('exit', () => rmSync(media, { recursive: true, force: true }))
const pixels = new URL('./demo/pictures/', import.meta.url)
const none = { code: new Uint8Array(), hash: 'none', integrity: '' }
const noWidget: Widget = { ...none, style: none, screen: none, screenStyle: none }

/** A disk with room for everything. */
export const plenty: Space = { low: false, rooms: [] }

export function makeDeps(database: Database, more: Partial<Deps> = {}): Deps {
  const { env } = readEnv({
    PORT: '0',
    LOG_LEVEL: 'silent',
    PUBLIC_URL: 'https://seina.example.fi',
    MEDIA_DIR: media,
  })
  return {
    ...{ database, db: database.db, env, log: openLog(env), clock: () => NOW },
    keys: makeKeys('a secret of at least thirty-two characters'),
    queue: { send: async () => {} },
    space: () => plenty,
    channels: [],
    meters: [],
    widget: noWidget,
    readLink: async () => null,
    trySource: () => Promise.reject(new Error('nothing is tried here')),
    ...more,
  }
}

/** The service on a port of its own, listening for changes; pictures are those of the demo. */
export async function startSite(database: Database, more: Partial<Deps> = {}): Promise<Site> {
  const deps = makeDeps(database, more)
  deps.env.PUBLIC_URL = 'http://127.0.0.1'
  const walls = openWalls(deps)
  const stop = await walls.listen()
  const app = createApp(deps, walls)
  const served = await serve(app, { HOST: '127.0.0.1', PORT: 0 }, walls.shortcut.answer)
  const url = `http://127.0.0.1:${served.port}`
  // Its own address is known only now; nothing has been answered yet.
  deps.env.PUBLIC_URL = url
  return {
    ...served,
    walls,
    deps,
    url,
    async close(grace) {
      await served.close(grace)
      await stop()
    },
  }
}

/** A place with its wall full: the lead, a pin, a lift, links, pictures of every kind. Answers the posts' ids. */
export async function fillWall({ db }: Database, place = 'kemijarvi'): Promise<string[]> {
  await makePlace(db, place)
  await db.updateTable('source').set({ last_ok_at: NOW }).execute()
  const ids: string[] = []
  for (const sort of sorts) ids.push(await makeSort(db, place, sort))
  const pinned = await db
    .selectFrom('post')
    .select('id')
    .where('title', 'like', 'Uuden%')
    .executeTakeFirstOrThrow()
  await db.insertInto('pin').values({ place_id: place, post_id: pinned.id, wall_id: '', at: NOW }).execute()
  return ids
}

/** A person hides a post of the wall or takes that back, as at the desk. */
export async function decideAs(deps: Deps, id: string, action: 'hide' | 'undo'): Promise<void> {
  const place = await findPlace(deps.db, 'kemijarvi')
  if (!place) throw new Error('no place')
  const { version } = await deps.db
    .selectFrom('post')
    .select('version')
    .where('public_id', '=', id)
    .executeTakeFirstOrThrow()
  const act = { place, name: 'Johanna', person: null, language: 'fi' as const }
  await decidePost(deps, act, id, { action, version, ...(action === 'hide' && { reason: 'other' }) })
}

async function makeSort(db: Database['db'], place: string, sort: Sort): Promise<string> {
  const { kind = 'own', name = 'Kemijärven kaupunki', channel = 'mastodon', days = 1 } = sort
  const known = await db.selectFrom('account').select('id').where('name', '=', name).executeTakeFirst()
  const agreement = kind === 'partner' && { agreement: 'Sovittu' }
  const account = known?.id ?? (await makeAccount(db, { place, kind, name, ...agreement }))
  const marks = [...(sort.text ?? '').matchAll(/https:\/\/\S+/g)].map((match) => {
    const start = [...(sort.text ?? '').slice(0, match.index)].length
    return { start, end: start + match[0].length, kind: 'link' as const, href: match[0] }
  })
  const post = await makePost(db, {
    place,
    channel,
    account_id: account,
    state: 'shown',
    text: sort.text ?? '',
    title: sort.title ?? null,
    url: `https://www.example.org/${channel}/${days}`,
    canonical_url: `https://example.org/${channel}/${days}/${name}`,
    published_at: new Date(NOW.getTime() - days * 86_400_000),
    ...sort.more,
  })
  if (marks.length) {
    const row = await db
      .selectFrom('post')
      .select('marks')
      .where('id', '=', post.id)
      .executeTakeFirstOrThrow()
    await db
      .updateTable('post')
      .set({ marks: json([...row.marks, ...marks]) })
      .where('id', '=', post.id)
      .execute()
  }
  if (sort.consent) await giveConsent(db, place, { post: post.id, crop: sort.crop ?? false })
  if (sort.picture) await givePicture(db, place, post.id, sort)
  return post.public_id
}

export async function giveConsent(
  db: Database['db'],
  place: string,
  more: { post: number; crop?: boolean; until?: string; scope?: boolean },
): Promise<void> {
  await db
    .insertInto('consent')
    .values({
      public_id: makeId('c'),
      place_id: place,
      post_id: more.post,
      account_id: null,
      state: 'granted',
      scope: json({ wall: more.scope ?? true, digest: true, print: false, channels: false }),
      wording_version: '1',
      evidence_kind: 'note',
      evidence_ref: 'Kysytty viestillä',
      asked_how: 'viesti',
      crop: more.crop ?? false,
      until: more.until ?? null,
      recorded_by: 'Johanna',
      at: NOW,
    })
    .execute()
}

async function givePicture(db: Database['db'], place: string, post: number, sort: Sort): Promise<void> {
  const [width, height] = sort.size ?? [1200, 900]
  const bytes = readFileSync(new URL(`${sort.picture}.webp`, pixels))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const files = pictureWidths(width).map((to) => ({ name: `${sha256}.${to}.webp`, bytes }))
  if (!(await readPicture(media, sha256, 320, 'webp'))) await writeFiles(media, files)
  await db
    .insertInto('media')
    .values({
      public_id: makeId('m'),
      post_id: post,
      place_id: place,
      position: 0,
      kind: sort.video ? 'video' : 'image',
      source_url: 'https://example.org/picture',
      width,
      height,
      seconds: sort.video ?? null,
      author_alt: sort.alt ?? null,
      crop: sort.crop ?? false,
      copy: 'public',
      sha256,
      copied_at: NOW,
    })
    .execute()
}
