// What visitors do at a wall, as daily totals: no cookie, no address kept, one more for a day and that is all.
import { Hono } from 'hono'
import { countOne } from '../../db/wall-days.ts'
import type { Deps } from '../deps.ts'
import { dayOf } from '../domain/quarter.ts'
import { type Complaint, Refusal } from '../errors.ts'
import { perHour } from '../limit.ts'
import { peerGroup, readPeer, readProxies } from '../peer.ts'
import { readJson } from '../rim.tsx'
import { countBody } from './contract.ts'
import type { PlaceMemory } from './place-memory.ts'
import type { PlaceView, WallRow } from './place-view.ts'
import { findWall } from './wall-answer.ts'

/** Of one address, kept in memory only: more than a household does, fewer than somebody who wants to be many. */
export const PER_HOUR = 60
/**
 * Programs that call themselves one. Whoever lies cannot be told from a visitor without keeping more of visitors. CUBOT
 * makes telephones.
 */
const BOT = /(?<!cu)bot\b|crawl|spider|slurp|preview|externalhit|lighthouse/i

type Body = (typeof countBody)['_output']

export function countRoutes(deps: Pick<Deps, 'db' | 'env' | 'clock'>, places: PlaceMemory): Hono {
  const peer = readPeer(readProxies(deps.env.TRUSTED_PROXIES))
  const limit = perHour(PER_HOUR)
  return new Hono().post('/api/v1/counts', async (c) => {
    if (BOT.test(c.req.header('user-agent') ?? '')) return c.body(null, 204)
    const now = deps.clock()
    const wait = limit(peerGroup(peer(c)), now.getTime())
    if (wait) throw new Refusal('too-many', 429, { retryAfter: wait })
    const body = await readJson(c, countBody)
    const { view, wall } = findWall(await places.current(body.place), body.wall)
    const subject = subjectOf(body, view, wall)
    await countOne(deps.db, {
      place_id: body.place,
      wall_id: wall.id,
      day: dayOf(now, view.place.time_zone),
      event: body.event,
      subject,
    })
    return c.body(null, 204)
  })
}

/** What was chosen; refuses what is not on this wall, so that nobody can fill the table with words of their own. */
function subjectOf(body: Body, view: PlaceView, wall: WallRow): string {
  const wrong = (path: keyof Body, message: string): Complaint => ({ path, message })
  const complaints: Complaint[] = []
  const wanted = {
    view: undefined,
    click: 'post',
    channel: 'channel',
    share: 'post',
    action: 'action',
  } as const
  const field = wanted[body.event]
  for (const name of ['post', 'channel', 'action'] as const)
    if (body[name] !== undefined && name !== field)
      complaints.push(wrong(name, `does not belong to ${body.event}`))
  if (field && body[field] === undefined && body.event !== 'share')
    complaints.push(wrong(field, 'is missing'))
  if (body.post !== undefined && !view.byPublicId.has(body.post))
    complaints.push(wrong('post', 'is not here'))
  if (body.action !== undefined && !wall.actions.some((one) => one.id === body.action))
    complaints.push(wrong('action', 'is not one of this wall'))
  if (complaints.length) throw new Refusal('invalid', 400, { complaints })
  return (field && body[field]) ?? ''
}
