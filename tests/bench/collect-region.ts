// A region’s 3080 sources in one worker, and platforms that mind their limits: each is visited when its turn comes.

import { forkAsStarted } from '../as-started.ts'
import { NOW } from '../makers.ts'
import { startPostgres } from '../postgres.ts'
import { type BenchLine, line } from './line.ts'
import type { Task, Told } from './region-worker.ts'
import { startRegion } from './region-world.ts'

const MINUTES = process.env.LONG === '1' ? 24 * 60 : 60
/** Megabytes of a worker with the sources of 308 places. */
const MOST = 700

export async function bench(): Promise<BenchLine[]> {
  const server = await startPostgres()
  let [from, since] = [NOW.getTime(), performance.now()]
  const region = await startRegion(() => new Date(from + performance.now() - since))
  const child = forkAsStarted(new URL('./region-worker.ts', import.meta.url), [])
  const sum = { feeds: 0, unchanged: 0, refused: 0 }
  const told = await new Promise<Told>((done, fail) => {
    child.on('message', (message: { now: number } | { told: Told }) => {
      if ('told' in message) return done(message.told)
      const hour = Math.floor(message.now / 3_600_000) > Math.floor(from / 3_600_000)
      ;[from, since] = [message.now, performance.now()]
      if (hour) region.write()
      for (const [name, n] of Object.entries(region.asked())) sum[name as keyof typeof sum] += n
      child.send('on')
    })
    child.once('exit', (code) => fail(new Error(`the worker ended with ${code}`)))
    const { sources, hosts, env } = region
    child.send({ sources, hosts, env, url: server.url, minutes: MINUTES } satisfies Task)
  })
  child.kill()
  await region.stop()
  await server.stop()
  const third = Math.floor(told.held.length / 3)
  const most = (part: number) => Math.max(...told.held.slice(part * third, (part + 1) * third))
  const note = `${told.runs} runs and ${told.rereads} rereads in ${MINUTES} minutes, ${sum.refused} refusals`
  return [
    line('region-in-time', (told.runs - told.late) / told.runs, 0.99, 'share', `at least 1; ${note}`),
    line('region-busy', told.busy, 1, 'share', 'at most 1: of the time, how much the worker worked'),
    line('region-memory', Math.max(...told.megabytes), MOST, 'MB', 'at most 1'),
    line(
      'region-growth',
      most(2),
      most(1),
      'MB',
      'at most 1.05; held in the last third, and in the one before',
    ),
    line(
      'region-unchanged',
      sum.unchanged,
      sum.feeds,
      'requests',
      'of those to feeds: nothing but "unchanged"',
    ),
  ]
}
