// What jobs are given in tests: a channel that brings what it is told, pictures from memory, and a list of sent jobs.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { ReadChannel } from '../../config/place.ts'
import type { Database } from '../../db/open.ts'
import type { Batch, Channel, ChannelIo, KnownPost, Reread } from '../../services/domain/source.ts'
import { Fault } from '../../services/errors.ts'
import type { WorkerDeps } from '../../workers/deps.ts'
import { NOW } from '../makers.ts'
import { makeDeps } from '../wall.ts'

const anything = z.looseObject({})

/** A channel that answers with what `visit` and `again` say; the adapter's own work is tested elsewhere. */
export function tellingChannel(
  name: ReadChannel,
  visit: (io: ChannelIo, tags: string[]) => Batch | Promise<Batch>,
  again?: (posts: KnownPost[]) => Reread[],
): Channel<z.infer<typeof anything>> {
  return {
    name,
    title: name,
    settings: anything,
    secrets: [],
    offers: { tags: name !== 'feed', accounts: false, counts: ['likes'], reread: Boolean(again) },
    pace: { everyMinutes: 15, perRun: 200 },
    terms: 'https://example.org/terms',
    proof: 'unproven',
    guide: [],
    forms: [],
    fetch: async (source, io) => visit(io, source.tags),
    ...(again && { reread: async (_, posts) => again(posts) }),
  }
}

export type Worker = WorkerDeps & {
  sent: string[]
  /** Addresses asked for, in order. */
  asked: string[]
  /** What lies at which address; what does not is 404. */
  files: Map<string, Uint8Array>
  at: (moment: Date) => void
}

export function makeWorker(database: Database, more: Partial<WorkerDeps> = {}): Worker {
  let now = NOW
  const sent: string[] = []
  const asked: string[] = []
  const files = new Map<string, Uint8Array>()
  const deps = makeDeps(database, { clock: () => now, ...more })
  return {
    ...deps,
    env: { ...deps.env, MEDIA_DIR: mkdtempSync(join(tmpdir(), 'somewall-media-')) },
    queue: { send: async (name) => void sent.push(name) },
    http: async (url) => {
      asked.push(url)
      const bytes = files.get(url)
      if (!bytes) throw new Fault('gone', `${url} answered 404`, { status: 404 })
      return { status: 200, headers: {}, bytes, url }
    },
    sent,
    asked,
    files,
    at: (moment) => {
      now = moment
    },
    ...(more.http && { http: more.http }),
  }
}

export const still = new AbortController().signal
export const after = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)
