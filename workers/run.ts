// Runs the jobs of a list and the clock, and stops both without losing work.
import type { RunningQueue } from '../db/boss.ts'
import type { WorkerDeps } from './deps.ts'
import type { AnyJob } from './jobs/index.ts'
import { startClock, type Visit } from './schedule.ts'

/** `tickAge`: seconds since the clock last asked what is due. */
export type Workers = { tickAge: () => number; stop: () => Promise<void> }

/** Begins to work; `visits` is what the clock asks at each tick. */
export async function startWorkers(
  deps: WorkerDeps,
  queue: RunningQueue,
  jobs: readonly AnyJob[],
  visits: readonly Visit[],
): Promise<Workers> {
  for (const job of jobs)
    await queue.work({
      name: job.name,
      atOnce: job.atOnce ?? 1,
      work: (payload, signal) => runJob(deps, job, payload, signal),
    })
  const clock = startClock(deps, visits)
  return { tickAge: clock.age, stop: clock.stop }
}

async function runJob(deps: WorkerDeps, job: AnyJob, payload: never, signal: AbortSignal): Promise<void> {
  const log = deps.log.child({ part: job.name, ...(payload as object) })
  const begun = performance.now()
  // Its source or place is due again by itself.
  if (job.fills && deps.space().low && !('run' in (payload as object)))
    return log.info('left out: free space is low')
  try {
    await job.work({ ...deps, log }, payload, signal)
    log.debug({ ms: Math.round(performance.now() - begun) }, 'done')
  } catch (error) {
    // What the outside world did wrong is written to its source by the job; this is a bug, a stop or a lost database.
    log[signal.aborted ? 'warn' : 'error']({ err: error }, 'the run broke off and will be tried again')
    throw error
  }
}
