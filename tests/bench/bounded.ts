// Days with two hundred sources in one process, by a clock that is moved: what it holds must not grow.

import { forkAsStarted } from '../as-started.ts'
import { NOW } from '../makers.ts'
import { startPostgres } from '../postgres.ts'
import type { Day, Told } from './bounded-days.ts'
import { type BenchLine, line } from './line.ts'
import { startManySources } from './many-sources.ts'

const HOURS = process.env.LONG === '1' ? 72 : 12
const MOST = { embedded: 600, postgres: 512, delay: 100 }

export async function bench(): Promise<BenchLine[]> {
  const server = await startPostgres()
  try {
    return [...(await run('embedded', undefined)), ...(await run('postgres', server.url))]
  } finally {
    await server.stop()
  }
}

/** The simulators are here and what is measured is a process of its own, which says what time it is. */
async function run(kind: 'embedded' | 'postgres', url: string | undefined): Promise<BenchLine[]> {
  let now = NOW
  const sources = await startManySources(() => now)
  const script = new URL('./bounded-days.ts', import.meta.url)
  const task: Day = { hours: HOURS, hosts: sources.hosts, sources: sources.list, url }
  const child = forkAsStarted(script, [JSON.stringify(task)])
  const told = await new Promise<Told>((done, fail) => {
    child.on('message', (message: { now: number } | { told: Told }) => {
      if ('told' in message) return done(message.told)
      const hour = Math.floor(message.now / 3_600_000) > Math.floor(now.getTime() / 3_600_000)
      now = new Date(message.now)
      if (hour) sources.write()
      sources.forget()
      child.send('on')
    })
    child.once('exit', (code) => fail(new Error(`the process ended with ${code}`)))
  })
  child.kill()
  await sources.stop()
  const third = Math.floor(told.held.length / 3)
  const most = (part: number) => Math.max(...told.held.slice(part * third, (part + 1) * third))
  const note = `${HOURS} hours in ${told.seconds} s: ${told.runs} runs of jobs, ${told.posts} posts`
  return [
    line(`bounded-memory-${kind}`, Math.max(...told.megabytes), MOST[kind], 'MB', `at most 1; ${note}`),
    line(
      `bounded-growth-${kind}`,
      most(2),
      most(1),
      'MB',
      'at most 1.05; held in the last third, the one before',
    ),
    line(`bounded-delay-${kind}`, told.delay, MOST.delay, 'ms', 'at most 1; p99 of the event loop'),
  ]
}
