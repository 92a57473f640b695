// Server-sent events of a wall: `post` when one comes or changes, `gone` when one leaves, told as soon as it is known.
import { Hono } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { peerGroup, readPeer, readProxies } from '../peer.ts'
import { readStrictly } from '../rim.tsx'
import { type WallAnswer, wallQuery } from './contract.ts'
import type { WallMemory } from './wall-memory.ts'

const MOST_STREAMS = 500
/** Of one address: all screens of a town may stand behind one, and nobody is to take everybody's. */
const MOST_OF_ONE = 50
const STILL_HERE = 25_000
const query = wallQuery.omit({ limit: true, cursor: true })

export function streamRoutes({ env }: Pick<Deps, 'env'>, memory: WallMemory): Hono {
  const peer = readPeer(readProxies(env.TRUSTED_PROXIES))
  /** Whose streams are open. */
  const open: string[] = []
  return new Hono().get('/api/v1/walls/:place/:wall/stream', async (c) => {
    const { place, wall } = c.req.param()
    const asked = readStrictly(query, c.req.query())
    const answer = () => memory.answer(place, wall, asked).then(index)
    if (c.req.method === 'HEAD') {
      await answer()
      // A stream would never be read by anybody, nor ended.
      return c.body(null, 200, { 'content-type': 'text/event-stream' })
    }
    const who = peerGroup(peer(c))
    if (open.length >= MOST_STREAMS || open.filter((one) => one === who).length >= MOST_OF_ONE)
      throw new Refusal('unavailable', 503, { retryAfter: 60 })
    open.push(who)
    let changed = false
    let wake = () => {}
    // Before the first answer: what changes while that is made must not be missed.
    const forget = memory.places.onChange((name) => {
      if (name !== place) return
      changed = true
      wake()
    })
    const leave = () => {
      open.splice(open.indexOf(who), 1)
      forget()
    }
    let known = await answer().catch((error) => {
      leave()
      throw error
    })
    // Proxies would otherwise hold events back to fill a buffer.
    c.header('x-accel-buffering', 'no')
    return streamSSE(c, async (stream) => {
      stream.onAbort(() => wake())
      try {
        await stream.write(': here\n\n')
        while (!stream.aborted && !stream.closed) {
          if (changed) {
            changed = false
            const next = await answer().catch(() => known)
            await tell(stream, known, next)
            known = next
          } else if (
            !(await rest((done) => {
              wake = done
            }))
          )
            await stream.write(': still here\n\n')
        }
      } finally {
        leave()
      }
    })
  })
}

/** True when woken, false when only time has passed. */
function rest(give: (wake: () => void) => void): Promise<boolean> {
  return new Promise((done) => {
    const timer = setTimeout(() => done(false), STILL_HERE)
    give(() => {
      clearTimeout(timer)
      done(true)
    })
  })
}

const index = ({ lead, posts }: WallAnswer) =>
  new Map([...lead, ...posts].map((post) => [post.id, JSON.stringify(post)]))

async function tell(stream: SSEStreamingApi, before: Map<string, string>, now: Map<string, string>) {
  for (const id of before.keys())
    if (!now.has(id)) await stream.writeSSE({ event: 'gone', data: JSON.stringify({ id }) })
  for (const [id, data] of now) if (before.get(id) !== data) await stream.writeSSE({ event: 'post', data })
}
