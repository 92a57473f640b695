// The list of jobs: what each is called and what it does; limits stand in db/queue.ts.
import type { JobName, Jobs } from '../../db/queue.ts'
import type { Deps } from '../../services/deps.ts'

/** One job; safe to run twice with the same payload. `signal` is aborted at the limit and at the stop. */
export type Job<N extends JobName = JobName> = {
  name: N
  /** Runs at once in one process; 1 when not given. */
  atOnce?: number
  work: (deps: Deps, payload: Jobs[N], signal: AbortSignal) => Promise<void>
}
export type AnyJob = { [N in JobName]: Job<N> }[JobName]

export const jobs: readonly AnyJob[] = []
