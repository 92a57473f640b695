// The list of jobs: what each is called and what it does; limits stand in db/queue.ts.
import type { JobName, Jobs } from '../../db/queue.ts'
import type { WorkerDeps } from '../deps.ts'
import { collect } from './collect.ts'
import { compileDigest } from './compile-digest.ts'
import { dump } from './dump.ts'
import { freezeDigestJob } from './freeze-digest.ts'
import { measure } from './measure.ts'
import { pictures } from './pictures.ts'
import { prune } from './prune.ts'
import { remind } from './remind.ts'
import { reread } from './reread.ts'
import { sendMail } from './send-mail.ts'
import { warn } from './warn.ts'

/** One job; safe to run twice with the same payload. `signal` is aborted at the limit and at the stop. */
type Job<N extends JobName> = {
  name: N
  /** Runs at once in one process; 1 when not given. */
  atOnce?: number
  /** Brings more data: left out while free space is low, unless a person waits for it. */
  fills?: true
  work: (deps: WorkerDeps, payload: Jobs[N], signal: AbortSignal) => Promise<unknown>
}
export type AnyJob = { [N in JobName]: Job<N> }[JobName]

export const jobs: readonly AnyJob[] = [
  { name: 'collect', atOnce: 4, fills: true, work: collect },
  { name: 'measure', atOnce: 2, fills: true, work: measure },
  { name: 'reread', fills: true, work: reread },
  { name: 'pictures', work: pictures },
  { name: 'compile-digest', work: compileDigest },
  { name: 'freeze-digest', work: freezeDigestJob },
  { name: 'prune', work: prune },
  { name: 'warn', work: warn },
  { name: 'remind', work: remind },
  { name: 'send-mail', work: sendMail },
  { name: 'dump', work: dump },
]
