// Forgetting what must not be kept: posts, accounts, runs and words past their time, old files and unused ones.
import { forgetAudit } from '../../db/audit.ts'
import { forgetAccounts, forgetPosts, forgetVisits, forgetWords } from '../../db/forget.ts'
import { noteForgetting } from '../../db/forgetting.ts'
import { markUnheard } from '../../db/gone.ts'
import { listUnusedFiles } from '../../db/media.ts'
import { listPlaces, touchPlace } from '../../db/places.ts'
import { keeping } from '../../db/schema.ts'
import { dropOldShelves } from '../../services/api/shelf.ts'
import { dayOf } from '../../services/domain/quarter.ts'
import { dropFiles, listPictures } from '../../services/pictures.ts'
import type { WorkerDeps } from '../deps.ts'

/** Safe to run twice: it asks what is past its time. */
export async function prune(deps: WorkerDeps, _payload: object, signal: AbortSignal): Promise<void> {
  const { db, clock, log, env } = deps
  const now = clock()
  const oldest = new Date(now.getTime() - keeping.audit * 86_400_000)
  for (const place of await listPlaces(db)) {
    const today = dayOf(now, place.time_zone)
    await dropUnheard(deps, place.id, now, today)
    let posts = 0
    for (let more = true; more; ) {
      signal.throwIfAborted()
      const gone = await db.transaction().execute(async (trx) => {
        const forgotten = await forgetPosts(trx, place.id, now, today)
        if (forgotten.posts) await touchPlace(trx, place.id)
        return forgotten
      })
      await dropFiles(deps, gone.pictures)
      posts += gone.posts
      more = gone.posts > 0
    }
    const accounts = await forgetAccounts(db, place.id, now)
    await db.transaction().execute(async (trx) => {
      const rest = await forgetWords(trx, place.id, now)
      const counts = { posts, accounts, ...rest, events: await forgetAudit(trx, place.id, oldest) }
      await noteForgetting(trx, place.id, now, counts)
      log.info({ place: place.id, ...counts }, 'forgotten')
    })
  }
  await db.transaction().execute(async (trx) => {
    const counts = { ...(await forgetVisits(trx, now)), events: await forgetAudit(trx, null, oldest) }
    await noteForgetting(trx, '', now, counts)
  })
  await dropOldShelves(env.MEDIA_DIR, now)
  // What a crash left behind between a commit and its file.
  await dropFiles(deps, await listUnusedFiles(db, [...(await listPictures(env.MEDIA_DIR))]))
}

/** What a platform has not been heard to say for as long as its channel declares is taken off the walls. */
async function dropUnheard(
  { db, channels }: WorkerDeps,
  place: string,
  at: Date,
  today: string,
): Promise<void> {
  for (const { name, keepDays, unseenDays } of channels)
    for (const [days, holding] of [
      [keepDays, undefined],
      [unseenDays, today],
    ] as const) {
      if (!days) continue
      const before = new Date(at.getTime() - days * 86_400_000)
      await db.transaction().execute(async (trx) => {
        const gone = await markUnheard(trx, { place, channel: name, before, at, holding })
        if (gone) await touchPlace(trx, place)
      })
    }
}
