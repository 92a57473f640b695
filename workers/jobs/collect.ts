// One source: fetch outside any transaction, take in, then posts, memory and run in one transaction.
import type { Db } from '../../db/open.ts'
import { listFamilies } from '../../db/places.ts'
import type { TakenPost } from '../../db/posts.ts'
import type { Jobs } from '../../db/queue.ts'
import { findRun, noteRun } from '../../db/runs.ts'
import { keeping } from '../../db/schema.ts'
import { findSource, type SourceRow } from '../../db/sources.ts'
import { saveArrivals } from '../../services/arrivals.ts'
import { externalIdOf, takeIn } from '../../services/domain/intake.ts'
import { dayOf } from '../../services/domain/quarter.ts'
import type { AnyChannel, Batch } from '../../services/domain/source.ts'
import { matchFamilies } from '../../services/domain/tags.ts'
import { Fault } from '../../services/errors.ts'
import { openLanguages } from '../../services/language.ts'
import { cameThrough, failuresAfter, nextVisit } from '../backoff.ts'
import type { WorkerDeps } from '../deps.ts'
import { inPieces } from '../pieces.ts'
import { faultOf, limitVisit, openVisit } from '../visit.ts'

const DAY = 86_400_000
/** Our own posts tell the same quarter a year ago; a resident's would be forgotten before long. */
const BACK = { own: 400, partner: 400, resident: keeping.residentsPost }

/** Safe to run twice: a run that has ended is not made again, and posts are known by their ids. */
export async function collect(
  deps: WorkerDeps,
  payload: Jobs['collect'],
  signal: AbortSignal,
): Promise<void> {
  const { db, clock, log } = deps
  const { place, source: id } = payload
  const source = await findSource(db, place, id)
  if (!source) return
  if (payload.run !== undefined && (await findRun(db, place, payload.run))?.ended_at !== null) return
  if (payload.run === undefined && !source.active) return
  const began = clock()
  const got = await visit(deps, source, signal)
  const posts = await takeAll(deps, source, got.batch)
  const at = clock()
  const { batch, fault } = got
  const channel = source.channel as AnyChannel['name']
  const gone = (batch.gone ?? []).map((one) => externalIdOf(channel, id, one))
  const save = async (trx: Db) => {
    const kind = kindOf(source, got.channel)
    const arrivals = { place, channel, source: id, kind, sample: source.sample, at, posts, gone }
    const saved = await saveArrivals(trx, arrivals)
    await noteRun(trx, {
      ...{ ...saved, place, source: id, run: payload.run, began, at },
      day: dayOf(at, source.time_zone),
      nextAt: nextVisit({
        now: at,
        everyMinutes: source.every_minutes ?? got.channel?.pace.everyMinutes ?? 60,
        wishMinutes: batch.everyMinutes ?? null,
        failures: source.failures,
        fault,
        random: Math.random(),
      }),
      found: batch.posts.length,
      skipped: batch.skipped ?? 0,
      memory: batch.memory,
      about: batch.about,
      failures: failuresAfter(source.failures, fault),
      ok: cameThrough(fault),
      fault,
      notice: batch.notice,
    })
    if (saved.saved && posts.some((post) => post.media.length))
      await deps.queue.send('pictures', { place }, { db: trx })
    return saved
  }
  // Most visits bring nothing, and then their note is one statement.
  const news = posts.length > 0 || gone.length > 0
  const arrived = news ? await db.transaction().execute(save) : await save(db)
  log.info({ ...arrived, found: batch.posts.length, fault: fault?.code, why: fault?.message }, 'visited')
}

type Got = { batch: Batch; fault: Fault | null; channel: AnyChannel | undefined }

async function visit(deps: WorkerDeps, source: SourceRow, signal: AbortSignal): Promise<Got> {
  const channel = deps.channels.find((one) => one.name === source.channel)
  const limit = limitVisit(signal)
  try {
    const since = new Date(deps.clock().getTime() - BACK[source.mode] * DAY)
    const { view, io } = await openVisit(deps, deps.channels, source, since, limit)
    const batch = await (channel as AnyChannel).fetch(view, io)
    return { batch, fault: batch.fault ?? manySkipped(batch), channel }
  } catch (error) {
    return { batch: { posts: [] }, fault: faultOf(deps, error, signal, limit), channel }
  }
}

/** A page of which a fifth cannot be read has probably changed its form: somebody should look. */
function manySkipped({ posts, skipped = 0, unread }: Batch): Fault | null {
  const of = posts.length + skipped
  if (skipped < 3 || skipped <= of / 5) return null
  return new Fault('shape', `${skipped} of ${of} could not be read${unread ? `: ${unread}` : ''}`, {
    code: 'many-skipped',
    values: { skipped, of },
  })
}

/** The posts as ours, without those that carry none of the source's families. */
async function takeAll(deps: WorkerDeps, source: SourceRow, batch: Batch): Promise<TakenPost[]> {
  if (!batch.posts.length) return []
  // The model is large; channels that tell the language never load it.
  const detect = batch.posts.some((post) => !post.lang) ? await openLanguages() : () => null
  const about = batch.about ?? source.about
  const context = {
    channel: source.channel as AnyChannel['name'],
    source: { id: source.id, title: about.title ?? null, url: about.url ?? null },
    now: deps.clock(),
    detect,
  }
  const families = (await listFamilies(deps.db, source.place_id)).map((one) => ({
    id: one.id,
    keys: new Set(one.tags.map((tag) => tag.key)),
    onlyWith: one.only_with,
  }))
  const wanted = new Set(source.families)
  const taken = await inPieces(batch.posts, (found) => takeIn(found, context))
  if (!wanted.size) return taken
  return taken.filter((post) => {
    const keys = post.tags.map((tag) => tag.key)
    return matchFamilies(keys, families).some((one) => wanted.has(one))
  })
}

// A hashtag brings anybody's posts: they are residents' whatever the source was called by mistake.
function kindOf(source: SourceRow, channel: AnyChannel | undefined) {
  const anybody = channel?.strangers?.(source.settings) ?? (channel?.offers.tags && !source.settings.account)
  return anybody ? 'resident' : source.mode
}
