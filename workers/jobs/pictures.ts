// Copies of a place's pictures: what may be held is fetched, what may no longer be held is let go with its file.
import {
  failPicture,
  keepPicture,
  listPictureWork,
  lockFile,
  type PictureRow,
  privateUntil,
  publishPictures,
  releasePictures,
} from '../../db/media.ts'
import { isUnreachable } from '../../db/open.ts'
import { touchPlace } from '../../db/places.ts'
import { listConsents } from '../../db/walls.ts'
import { atEase } from '../../services/crowd.ts'
import { footingOf } from '../../services/domain/footing.ts'
import { copyFor } from '../../services/domain/pictures.ts'
import { dayOf } from '../../services/domain/quarter.ts'
import { Fault } from '../../services/errors.ts'
import { dropFiles, MOST_BYTES, makePicture, writeFiles } from '../../services/pictures.ts'
import type { WorkerDeps } from '../deps.ts'

const AT_ONCE = 2
const PER_RUN = 100

/** Safe to run twice: each picture is judged by what its row says now. */
export async function pictures(
  deps: WorkerDeps,
  { place }: { place: string },
  signal: AbortSignal,
): Promise<void> {
  const { db, clock, queue, space } = deps
  const work = await judge(deps, place)
  const leaving = work.filter(({ row, copy }) => copy === 'none' && (row.copy !== 'none' || row.sha256))
  const opening = work.filter(({ row, copy }) => copy === 'public' && row.copy === 'private')
  const files = await db.transaction().execute(async (trx) => {
    const let_go = await releasePictures(
      trx,
      leaving.map(({ row }) => row.id),
    )
    await publishPictures(
      trx,
      opening.map(({ row }) => row.id),
    )
    const goes = leaving.some(({ row }) => row.copy === 'public')
    if (goes || opening.length) await touchPlace(trx, place, goes ? undefined : 'soon')
    return let_go
  })
  await dropFiles(deps, files)
  const wanted = work.filter(({ row, copy }) => copy !== 'none' && row.copy === 'none')
  const turn = wanted.slice(0, PER_RUN)
  let public_ = false
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = turn.shift(); next && !signal.aborted && !space().low; next = turn.shift()) {
        const copied = await copyOne(deps, next.row, next.copy as 'public' | 'private', signal)
        public_ ||= copied && next.copy === 'public'
      }
    }),
  )
  if (public_) await db.transaction().execute((trx) => touchPlace(trx, place, 'soon'))
  signal.throwIfAborted()
  if (wanted.length > PER_RUN && !space().low)
    await queue.send('pictures', { place }, { key: `${place} ${clock().toISOString()}` })
}

async function judge({ db, clock }: WorkerDeps, place: string) {
  const now = clock()
  const rows = await listPictureWork(db, place, now)
  const consents = await listConsents(db, [place])
  return rows.map((row) => {
    const about = consents.filter(
      (one) => one.post_id === row.post_id || (one.account_id !== null && one.account_id === row.account_id),
    )
    const { rights } = footingOf(row, about, [], [], dayOf(now, row.time_zone))
    return {
      row,
      copy: copyFor(rights, { state: row.state, privateUntil: privateUntil(row.first_seen_at) }, now),
    }
  })
}

async function copyOne(
  { db, env, http, clock, log }: WorkerDeps,
  row: PictureRow,
  copy: 'public' | 'private',
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const ask = {
      maxBytes: MOST_BYTES,
      redirects: 3,
      timeout: 20_000,
      signal,
      headers: { accept: 'image/*' },
    }
    const { bytes } = await http(row.source_url, ask)
    const made = await atEase(() => makePicture(bytes))
    const until = copy === 'private' ? privateUntil(row.first_seen_at) : null
    return await db.transaction().execute(async (trx) => {
      await lockFile(trx, made.sha256)
      const { files, ...picture } = made
      const kept = await keepPicture(trx, row.id, picture, { copy, until, at: clock() })
      // Inside the lock and before the commit: a row that says so always has its files.
      if (kept) await writeFiles(env.MEDIA_DIR, files)
      return kept
    })
  } catch (error) {
    if (signal.aborted || !(error instanceof Fault)) {
      if (signal.aborted || isUnreachable(error)) throw error
      log.error({ err: error, media: row.public_id }, 'a picture could not be kept')
    }
    const forGood = error instanceof Fault && ['shape', 'size', 'gone', 'refused'].includes(error.kind)
    await failPicture(db, row.id, error instanceof Fault ? error.code : 'bug', forGood)
    return false
  }
}
