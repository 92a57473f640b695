// Posts of a place read again at their platforms: counts at their ages, edits, and what is gone.

import { markAsked, markSeen, noteMissing } from '../../db/gone.ts'
import { touchPlace } from '../../db/places.ts'
import type { Jobs } from '../../db/queue.ts'
import { listRereads, type RereadRow } from '../../db/rereads.ts'
import { findSource, type SourceRow } from '../../db/sources.ts'
import { countAgain, dueAge, saveTallies } from '../../db/tallies.ts'
import { saveArrivals } from '../../services/arrivals.ts'
import { atEaseInPieces } from '../../services/crowd.ts'
import { channelIdOf, takeCounts, takeIn } from '../../services/domain/intake.ts'
import type { AnyChannel, Reread } from '../../services/domain/source.ts'
import { openLanguages } from '../../services/language.ts'
import type { WorkerDeps } from '../deps.ts'
import { faultOf, limitVisit, openVisit } from '../visit.ts'

const PER_RUN = 400
const PER_ASK = 80

/** Safe to run twice: what is due is asked of the rows, and a tally once written stays. */
export async function reread(
  deps: WorkerDeps,
  { place }: Jobs['reread'],
  signal: AbortSignal,
): Promise<void> {
  const able = deps.channels.filter((one) => one.reread && one.offers.reread)
  const due = await listRereads(deps.db, place, able, deps.clock(), PER_RUN)
  const bySource = Map.groupBy(due, (row) => row.source_id)
  for (const [id, rows] of bySource) {
    const source = await findSource(deps.db, place, id)
    if (source) await rereadSource(deps, source, rows, signal)
  }
}

async function rereadSource(
  deps: WorkerDeps,
  source: SourceRow,
  rows: RereadRow[],
  signal: AbortSignal,
): Promise<void> {
  const limit = limitVisit(signal)
  const channel = source.channel as AnyChannel['name']
  try {
    const { adapter, view, io } = await openVisit(deps, deps.channels, source, deps.clock(), limit)
    for (let from = 0; from < rows.length; from += PER_ASK) {
      const slice = rows.slice(from, from + PER_ASK)
      const known = slice.map((row) => ({
        externalId: channelIdOf(channel, source.id, row.external_id),
        url: row.url,
        seenId: row.seen_id,
        editedAt: row.edited_at,
      }))
      const answers = await adapter.reread?.(view, known, io)
      if (answers) await saveAnswers(deps, source, slice, answers)
    }
  } catch (error) {
    // The collecting visits tell the desk how the source is; what was not read now stays due.
    const fault = faultOf(deps, error, signal, limit)
    deps.log.warn(
      { source: source.id, fault: fault.code, why: fault.message },
      'posts could not be read again',
    )
  }
}

async function saveAnswers(
  deps: WorkerDeps,
  source: SourceRow,
  rows: RereadRow[],
  answers: readonly Reread[],
): Promise<void> {
  const { db, clock } = deps
  const { place_id: place, id } = source
  const channel = source.channel as AnyChannel['name']
  const untold = answers.some((one) => one.post && !one.post.lang)
  const detect = untold ? await openLanguages() : () => null
  const at = clock()
  const answerOf = new Map(answers.map((one) => [one.externalId, one]))
  const met = rows.flatMap((row) => {
    const answer = answerOf.get(channelIdOf(channel, id, row.external_id))
    return answer ? [{ row, answer }] : []
  })
  const here = met.filter(({ answer }) => answer.state === 'here')
  const context = { channel, source: { id, title: null, url: null }, now: at, detect }
  const idsOf = (state: Reread['state']) =>
    met.filter(({ answer }) => answer.state === state).map(({ row }) => row.id)
  const found = here.flatMap(({ answer }) => answer.post ?? [])
  const posts = await atEaseInPieces(found, (post) => takeIn(post, context))
  const counted = here.map(({ row, answer }) => ({
    row,
    counts: takeCounts(answer.counts ?? answer.post?.counts ?? {}),
  }))
  await db.transaction().execute(async (trx) => {
    // Known accounts keep their kind; a reread never makes one.
    const saving = {
      place,
      channel,
      source: id,
      kind: 'resident',
      sample: source.sample,
      at,
      gone: [],
    } as const
    await saveArrivals(trx, { ...saving, posts })
    const again = counted.map(({ row, counts }) => ({ id: row.id, counts }))
    const moved = await countAgain(trx, at, again)
    const tallies = counted.flatMap(({ row, counts }) => {
      const age = dueAge(row.published_at, at)
      return age === null ? [] : [{ post_id: row.id, age, ...counts }]
    })
    await saveTallies(trx, place, at, tallies)
    await markSeen(trx, idsOf('here'), at)
    await markAsked(trx, idsOf('unknown'), at)
    if ((await noteMissing(trx, idsOf('gone'), at)) || moved) await touchPlace(trx, place)
  })
}
