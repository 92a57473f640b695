// T19 and R16 at the socket: slow clients are cut off, what has begun is finished, a taken port is said in words.
import { connect } from 'node:net'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Served, serve } from '../../services/serve.ts'

const here = { HOST: '127.0.0.1', PORT: 0 }
const app = new Hono()
  .get('/', (c) => c.text('here'))
  .get('/slow', async (c) => {
    await new Promise((done) => setTimeout(done, 400))
    return c.text('done')
  })
let served: Served
beforeAll(async () => {
  served = await serve(app, here)
})
afterAll(() => served.close(1_000))

/** Writes a byte now and then and tells what came back and when the connection was closed. */
function dribble(head: string): Promise<{ ms: number; answer: string }> {
  const begun = performance.now()
  const socket = connect(served.port, '127.0.0.1')
  let answer = ''
  socket.write(head)
  const timer = setInterval(() => socket.write('a'), 200)
  socket.on('data', (bytes) => {
    answer += bytes
  })
  socket.on('error', () => {})
  return new Promise((done) =>
    socket.on('close', () => {
      clearInterval(timer)
      done({ ms: performance.now() - begun, answer })
    }),
  )
}

it('cuts off clients that never finish their headers, while others are served', async () => {
  const slow = Array.from({ length: 50 }, () => dribble('GET / HTTP/1.1\r\nhost: x\r\nx-slow: '))
  const answer = await fetch(`http://127.0.0.1:${served.port}/`)
  expect(await answer.text()).toBe('here')
  for (const { ms, answer } of await Promise.all(slow)) {
    expect(answer).toContain('408')
    expect(ms).toBeLessThan(12_000)
  }
})

it('finishes a request that has begun when it is stopped, and takes no new ones', async () => {
  const other = await serve(app, here)
  const url = `http://127.0.0.1:${other.port}`
  const slow = fetch(`${url}/slow`)
  await new Promise((done) => setTimeout(done, 100))
  const closed = other.close(3_000)
  expect(await (await slow).text()).toBe('done')
  await closed
  await expect(fetch(url)).rejects.toThrow()
})

it('tells a request that is cut off by the stop, and waits until it has noticed', async () => {
  const seen: string[] = []
  const waiting = new Hono().get('/', async (c) => {
    while (!c.req.raw.signal.aborted) await new Promise((done) => setTimeout(done, 50))
    await new Promise((done) => setTimeout(done, 100))
    seen.push('noticed')
    return c.text('too late')
  })
  const other = await serve(waiting, here)
  const asked = fetch(`http://127.0.0.1:${other.port}`).catch(() => 'cut off')
  await new Promise((done) => setTimeout(done, 100))
  await other.close(200)
  expect(seen).toEqual(['noticed'])
  expect(await asked).toBe('cut off')
})

it.each([
  [
    'a taken port',
    () => ({ HOST: '127.0.0.1', PORT: served.port }),
    /Port \d+ on 127\.0\.0\.1 is already taken/,
  ],
  [
    'an address of another machine',
    () => ({ HOST: '203.0.113.7', PORT: 0 }),
    /is not an address of this machine/,
  ],
])('says in a sentence why it cannot listen: %s', async (_, where, words) => {
  await expect(serve(app, where())).rejects.toThrow(words)
})
