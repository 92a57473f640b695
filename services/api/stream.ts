// Server-sent events of a wall: `post` when one comes or changes, `gone` when one leaves, told as soon as it is known.
import { Hono } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import { type WallAnswer, wallQuery } from './contract.ts'
import type { WallMemory } from './wall-memory.ts'

const MOST_STREAMS = 500
const STILL_HERE = 25_000
const query = wallQuery.omit({ limit: true, cursor: true })

export function streamRoutes(memory: WallMemory): Hono {
  let open = 0
  return new Hono().get('/api/v1/walls/:place/:wall/stream', async (c) => {
    c.header('access-control-allow-origin', '*')
    const { place, wall } = c.req.param()
    const asked = readStrictly(query, c.req.query())
    if (open >= MOST_STREAMS) throw new Refusal('unavailable', 503, { retryAfter: 60 })
    let known = index(await memory.answer(place, wall, asked))
    open++
    // Proxies would otherwise hold events back to fill a buffer.
    c.header('x-accel-buffering', 'no')
    return streamSSE(c, async (stream) => {
      let changed = false
      let wake = () => {}
      const forget = memory.places.onChange((name) => {
        if (name !== place) return
        changed = true
        wake()
      })
      stream.onAbort(() => wake())
      try {
        await stream.write(': here\n\n')
        while (!stream.aborted && !stream.closed) {
          if (changed) {
            changed = false
            const next = await memory.answer(place, wall, asked).then(index, () => known)
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
        open--
        forget()
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
