// Whether this process can do its work, looked at every ten seconds: what is wrong, by name, in the order of weight.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunningQueue } from '../db/boss.ts'
import { readDumpNotes } from '../db/dump-notes.ts'
import { readWorkerAge } from '../db/pulse.ts'
import type { Deps } from './deps.ts'
import type { Pulse } from './heartbeat.ts'

/**
 * write: nothing can be saved · full: a disk has hardly any room left · clock: what is due is not asked any more ·
 * queue: jobs wait and none moves · worker: nobody collects · media: pictures cannot be written · dump, restore: the
 * last dump failed or is old, or it was tried and cannot be restored.
 */
export const troubles = ['write', 'full', 'clock', 'queue', 'worker', 'media', 'dump', 'restore'] as const
export type Trouble = (typeof troubles)[number]

export type Health = {
  /** Everything that is wrong now; empty is ready. */
  troubles: () => Trouble[]
  stop: () => void
}
type Parts = Pick<Deps, 'database' | 'db' | 'env' | 'log' | 'clock' | 'space'> & {
  pulse: Pick<Pulse, 'age'>
  queue: Pick<RunningQueue, 'stillFor'>
  /** Seconds since the clock last asked what is due; without it this process has no clock. */
  tickAge?: () => number
}

/** Seconds: older than this, the last write proves nothing. */
const STALE = 5
/** Bytes: with less, the embedded database cannot begin its next file of changes, and ends. */
const FULL = 20_000_000
/** Seconds in which a clock has asked, a job has moved and a worker has shown itself. */
const IDLE = 60
/** Milliseconds after which a dump of every six hours is late: two of them were missed. */
const DUMP_AGE = 13 * 3_600_000
const EVERY = 10_000

export function startHealth(parts: Parts): Health {
  let seen: Trouble[] = []
  let timer: NodeJS.Timeout
  let stopped = false
  const now = (): Trouble[] => [
    ...(parts.pulse.age() > STALE ? (['write'] as const) : []),
    ...(parts.space().rooms.some((one) => one.free < FULL) ? (['full'] as const) : []),
    ...(parts.tickAge && parts.tickAge() > IDLE ? (['clock'] as const) : []),
    ...seen,
  ]
  let told = ''
  const look = async () => {
    // When the database cannot be asked, the pulse says so.
    seen = await lookAround(parts).catch(() => seen)
    const found = now().join(', ')
    if (found !== told && !stopped) {
      if (found) parts.log.error({ troubles: found }, 'something is wrong')
      else parts.log.info('all is well again')
      told = found
    }
    if (!stopped) timer = setTimeout(look, EVERY)
  }
  timer = setTimeout(look, EVERY / 2)
  return {
    troubles: now,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

async function lookAround(parts: Parts): Promise<Trouble[]> {
  const { db, database, env, queue, clock } = parts
  const found: Trouble[] = []
  if (((await queue.stillFor()) ?? 0) > IDLE) found.push('queue')
  if (env.ROLE === 'api') {
    const age = await readWorkerAge(db)
    if (age === null || age > IDLE) found.push('worker')
  } else if (!(await canWrite(env.MEDIA_DIR))) found.push('media')
  if (database.embedded) {
    const { made, tried } = await readDumpNotes(db)
    const late = made?.okAt && clock().getTime() - Date.parse(made.okAt) > DUMP_AGE
    if (made?.fault || late) found.push('dump')
    if (tried?.fault) found.push('restore')
  }
  return found
}

async function canWrite(folder: string): Promise<boolean> {
  const probe = join(folder, `.probe-${process.pid}`)
  try {
    await writeFile(probe, 'probe')
    await rm(probe)
    return true
  } catch (error) {
    // It is made with the first picture.
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
  }
}
