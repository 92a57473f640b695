// What a job is given: everything the services have, and the only door to the outside.
import type { Deps } from '../services/deps.ts'
import type { Http } from '../services/domain/source.ts'

export type WorkerDeps = Deps & { http: Http }
