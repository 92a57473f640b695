// What people wrote of a digest: as it was published, or gathered from the tables while it is still being written.
import type { DigestRow } from '../db/digests.ts'
import type { Db } from '../db/open.ts'
import type { Written } from './domain/digest-model.ts'

/** Of a published digest what was stored with it, byte for byte; of any other what stands in the tables now. */
export async function openWritten(_db: Db, row: DigestRow): Promise<Written> {
  if (row.written !== null) return JSON.parse(row.written) as Written
  return {
    format: 1,
    texts: row.texts,
    signed: [],
    actions: [],
    promises: [],
    posts: {},
    observations: [],
    quotes: [],
    strategy: [],
    priorities: [],
    areas: [],
    outside: [],
  }
}
