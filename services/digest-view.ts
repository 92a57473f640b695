// A stored digest opened for its page: its figures, its texts, how it was approved, and what a correction changed.
import type { Language } from '../config/i18n.ts'
import { type DigestRow, findDigest, listDigestEvents } from '../db/digests.ts'
import type { Db } from '../db/open.ts'
import type { View } from './digest/view.ts'
import { readBundle } from './digests.ts'
import { listChanges } from './domain/revised.ts'
import { openWritten } from './written.ts'

/** `address` is where the digest lives; null for a preview at the desk. */
export async function openView(
  db: Db,
  row: DigestRow,
  language: Language,
  address: string | null,
  at: Date,
): Promise<View> {
  const bundle = readBundle(row)
  const events = await listDigestEvents(db, row.id)
  const published = events.find((one) => one.to_state === 'published')
  const before =
    row.revision > 1 ? await findDigest(db, row.place_id, row.quarter, row.revision - 1) : undefined
  return {
    language,
    bundle,
    row,
    written: await openWritten(db, row, bundle, at),
    alone: published?.reason === 'alone',
    correction: before
      ? {
          reason: events[0]?.reason ?? '',
          since: before.revision,
          changes: listChanges(readBundle(before), bundle),
        }
      : null,
    address,
  }
}
