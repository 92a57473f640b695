// A try of a source before it is saved: the visit that would be made, read and judged, and nothing of it kept.
import { openKnown } from '../db/accounts.ts'
import type { TakenPost } from '../db/posts.ts'
import { findBuried } from '../db/tombstones.ts'
import { firstState } from '../services/domain/intake.ts'
import type { AnyMeter } from '../services/domain/meter.ts'
import { addDays, dayOf } from '../services/domain/quarter.ts'
import { mayShow } from '../services/domain/rights.ts'
import type { AnyChannel, Batch, Http } from '../services/domain/source.ts'
import type { Trial, Tried, TriedPost } from '../services/domain/trial.ts'
import { Fault } from '../services/errors.ts'
import type { WorkerDeps } from './deps.ts'
import { kindOf, manySkipped, openFamilies, takeAll } from './taking.ts'
import { faultOf, openVisit } from './visit.ts'

const DAY = 86_400_000
/** A person waits: after the first no further question is asked, after the second none is waited for. Milliseconds. */
const PATIENCE = { asking: 12_000, all: 20_000 }
/** Days back: enough to see what comes, and few enough pages to be read meanwhile. */
const DAYS = { posts: 90, numbers: 7 }
const CARDS = 5
const LONGEST = 280

const nothing: Tried = {
  ...{ found: 0, kept: 0, skipped: 0, cut: false, days: DAYS.posts, title: null },
  ...{ posts: [], measures: [], fault: null, notice: null },
}

/** One real read by the source's own adapter, through its budgets; whatever goes wrong is in the answer. */
export async function trySource(deps: WorkerDeps, trial: Trial, signal: AbortSignal): Promise<Tried> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE.all)])
  const { channel } = trial.source
  try {
    return deps.meters.some((one) => one.name === channel)
      ? await tryMeter(deps, trial, limit)
      : await tryChannel(deps, trial, limit)
  } catch (error) {
    // Whoever has gone away reads no answer, and nobody did anything wrong.
    return { ...nothing, fault: faultOf(deps, error, new AbortController().signal, limit) }
  }
}

async function tryMeter(deps: WorkerDeps, { source, secrets, timeZone }: Trial, limit: AbortSignal) {
  const to = dayOf(deps.clock(), timeZone)
  const from = addDays(to, -DAYS.numbers)
  const visited = { ...source, memory: {} }
  const { adapter, view, io } = await openVisit<AnyMeter>(
    deps,
    deps.meters,
    visited,
    deps.clock(),
    limit,
    secrets,
  )
  const { measures, skipped } = await adapter.fetch(view, { from, to }, io)
  const newest = measures.toSorted((a, b) => (a.period < b.period ? 1 : a.period > b.period ? -1 : 0))
  const found = measures.length
  return { ...nothing, found, kept: found, skipped, days: DAYS.numbers, measures: newest.slice(0, CARDS) }
}

async function tryChannel(deps: WorkerDeps, trial: Trial, limit: AbortSignal): Promise<Tried> {
  const { source, secrets } = trial
  const since = new Date(deps.clock().getTime() - DAYS.posts * DAY)
  const visited = { ...source, memory: {} }
  const { adapter, view, io } = await openVisit<AnyChannel>(
    deps,
    deps.channels,
    visited,
    since,
    limit,
    secrets,
  )
  const enough = new Fault('network', 'the try has asked for long enough', { code: 'slow' })
  const batch: Batch = await adapter.fetch(view, { ...io, http: askUntil(enough, io.http) })
  const cut = batch.fault === enough
  const posts = await judge(deps, trial, adapter, batch)
  return {
    ...nothing,
    found: posts.length,
    kept: posts.filter((post) => post.kept).length,
    skipped: batch.skipped ?? 0,
    cut,
    title: batch.about?.title ?? null,
    posts: posts.slice(0, CARDS),
    fault: cut ? null : (batch.fault ?? manySkipped(batch)),
    notice: batch.notice ?? null,
  }
}

/** What is asked later than a person waits for is refused, so that the adapter gives what it has by then. */
function askUntil(enough: Fault, http: Http): Http {
  const end = performance.now() + PATIENCE.asking
  return async (url, ask) => {
    if (performance.now() > end) throw enough
    return http(url, ask)
  }
}

/** The posts as they would be kept and shown; those that would be left out come last. */
async function judge(
  deps: WorkerDeps,
  { source, timeZone }: Trial,
  channel: AnyChannel,
  batch: Batch,
): Promise<TriedPost[]> {
  const { place_id: place } = source
  const taken = await takeAll(deps, source, batch)
  // Whoever has asked for removal is not shown to anybody again, here neither.
  const buried = await findBuried(deps.db, place, channel.name, taken)
  const posts = taken.filter((post) => !buried.has(post.externalId))
  const met = posts.flatMap((post) => post.account ?? [])
  const known = await openKnown(deps.db, { place, channel: channel.name }, met)
  const { familiesOf, tagsOf } = await openFamilies(deps, place)
  const today = dayOf(deps.clock(), timeZone)
  const stranger = { kind: kindOf(source, channel), agreement: null }
  const shown = (post: TakenPost): TriedPost => {
    const account = (post.account && known(post.account)) ?? stranger
    const facts = {
      channel: channel.name,
      state: 'shown' as const,
      public: post.public,
      gone: false,
      pruned: false,
      hasAddress: post.url !== null,
      kind: post.account && account.kind,
      agreement: account.agreement !== null,
      child: false,
      consents: [],
    }
    const families = familiesOf(post)
    return {
      ...{ url: post.url, title: post.title, lang: post.lang, publishedAt: post.publishedAt },
      text: post.public ? cutText(post.text) : '',
      author: post.public ? (post.account?.name ?? post.account?.handle ?? null) : null,
      unsigned: post.account === null,
      tags: tagsOf(post),
      families,
      kept: !source.families.length || families.some((one) => source.families.includes(one)),
      rights: mayShow(facts, 'review', today),
      atOnce: post.account !== null && firstState(account) === 'shown',
    }
  }
  return posts
    .map(shown)
    .sort((a, b) => Number(b.kept) - Number(a.kept) || b.publishedAt.getTime() - a.publishedAt.getTime())
}

function cutText(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= LONGEST) return plain
  return `${plain.slice(0, LONGEST).replace(/\s+\S*$/, '')}…`.toWellFormed()
}
