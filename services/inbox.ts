// The queue as a curator and a script read it: pick a page of posts, load what stands beside them, say why.
import type { Language } from '../config/place.ts'
import { isId } from '../db/ids.ts'
import {
  countPosts,
  countQueues,
  type InboxFilter,
  type InboxRow,
  loadBeside,
  pickInbox,
  type StandingRow,
} from '../db/inbox.ts'
import type { Db } from '../db/open.ts'
import { packCursor, unpackCursor } from '../db/page.ts'
import { type FamilyWithTags, listFamilies } from '../db/places.ts'
import { listTopics } from '../db/topics.ts'
import type { TwinRow } from '../db/twins.ts'
import { canBe, standingOf } from './domain/consents.ts'
import { footingOf, missingLanguages } from './domain/footing.ts'
import { dayOf } from './domain/quarter.ts'
import { listReasons, type ReasonFacts } from './domain/reasons.ts'
import { keysOfFamilies, matchFamilies } from './domain/tags.ts'
import { before } from './domain/twins.ts'
import { filterOf, type InboxQuery } from './inbox-query.ts'

/** The place as reading needs it. */
export type InboxPlace = { id: string; time_zone: string; languages: Language[] }

/** One page of the queue, a post a row; `next` is the cursor of the page after, null at the end. */
export async function readInbox(db: Db, place: InboxPlace, query: InboxQuery, now: Date) {
  const { rows, next } = await readRows(db, place, query, await filterOf(db, place, query))
  const [families, beside] = await Promise.all([listFamilies(db, place.id), loadBeside(db, rows)])
  return { posts: assemble(place, rows, { families, beside, now }), next }
}

/** One page of the queue as its page shows it, with what stands around the cards. */
export async function readQueue(db: Db, place: InboxPlace, query: InboxQuery, now: Date) {
  const filter = await filterOf(db, place, query)
  const [families, topics, cards, counts] = await Promise.all([
    listFamilies(db, place.id),
    listTopics(db, place.id),
    readCards(db, place, query, filter),
    readCounts(db, place.id, filter),
  ])
  const { heads, beside, next } = cards
  return { posts: assemble(place, heads, { families, beside, now }), next, ...counts, families, topics }
}

/**
 * The posts of one page with what stands beside them. A set of twins is one card, so that a page may have fewer than
 * were asked for. Most pages have no twins: what stands beside their rows is asked for together with the twins.
 */
async function readCards(db: Db, place: InboxPlace, query: InboxQuery, filter: InboxFilter) {
  for (let { cursor } = query; ; ) {
    const { rows, next } = await readRows(db, place, { ...query, cursor }, filter)
    const beside = await loadBeside(db, rows)
    if (!beside.twins.length) return { heads: rows, beside, next }
    const heads = await foldRows(db, place, filter, rows, beside.twins)
    if (heads.length || !next) return { heads, beside: await loadBeside(db, heads), next }
    cursor = unpackCursor(next)
  }
}

/** How many posts are in each queue, and how many the filter lets through: exactly, up to `MOST_COUNTED`. */
async function readCounts(db: Db, place: string, filter: InboxFilter) {
  const { state, ...more } = filter
  const narrow = Object.values(more).some((one) => one !== undefined)
  const [counts, through] = await Promise.all([
    countQueues(db, place),
    narrow || !state ? countPosts(db, place, filter) : undefined,
  ])
  return { counts, total: through ?? counts[state ?? 'new'] }
}

async function readRows(db: Db, place: InboxPlace, query: InboxQuery, filter: InboxFilter) {
  const limit = query.limit ?? 20
  const rows = await pickInbox(db, place.id, filter, query.cursor, limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last ? packCursor({ at: last.published_at, id: last.id }) : null
  return { rows: page, next }
}

/**
 * Of twins in the same state that the filter lets through, the one that a wall would show, at the place of the newest.
 * Twins on other pages count too, so that no set is met twice.
 */
async function foldRows(
  db: Db,
  place: InboxPlace,
  filter: InboxFilter,
  rows: readonly InboxRow[],
  twins: readonly TwinRow[],
) {
  const ids = [...new Set(twins.map((twin) => twin.id))]
  const others = await pickInbox(db, place.id, { ...filter, ids }, undefined, ids.length)
  return rows.flatMap((row) => {
    const mine = new Set(twins.filter((twin) => twin.post_id === row.id).map((twin) => twin.id))
    const set = [row, ...others.filter((one) => mine.has(one.id) && one.state === row.state)]
    if (set.some((one) => isNewer(one, row))) return []
    return [set.reduce((best, one) => (before(ranked(one), ranked(best)) ? one : best))]
  })
}

const isNewer = (a: InboxRow, b: InboxRow) =>
  (a.published_at.getTime() - b.published_at.getTime() || a.id - b.id) > 0
const ranked = ({ id, kind, published_at }: InboxRow) => ({ id, kind, publishedAt: published_at })

/** One post of the place, or undefined. */
export async function findInboxPost(db: Db, place: InboxPlace, publicId: string, now: Date) {
  if (!isId('p', publicId)) return undefined
  const rows = await pickInbox(db, place.id, { publicId }, undefined, 1)
  const [families, beside] = await Promise.all([listFamilies(db, place.id), loadBeside(db, rows)])
  return assemble(place, rows, { families, beside, now })[0]
}

type Around = {
  families: readonly FamilyWithTags[]
  beside: Awaited<ReturnType<typeof loadBeside>>
  now: Date
}

function assemble(place: InboxPlace, rows: readonly InboxRow[], { families, beside, now }: Around) {
  const today = dayOf(now, place.time_zone)
  const keys = keysOfFamilies(families)
  return rows.map((row) => {
    const mine = <T extends { post_id: number | null }>(all: readonly T[]) =>
      all.filter((one) => one.post_id === row.id)
    const media = mine(beside.media)
    const consents = beside.consents
      .filter((one) => one.post_id === row.id || (one.post_id === null && one.account_id === row.account_id))
      .map((one) => {
        const askedOn = one.asked_at && dayOf(one.asked_at, place.time_zone)
        const onWall = row.state === 'shown'
        return { ...one, askedOn, standing: standingOf({ ...one, askedOn }, { today, onWall }) }
      })
    const tags = mine(beside.tags)
    const footing = footingOf(row, consents, media, place.languages, today)
    const twins = mine(beside.twins)
    const newest = consents[0]
    return {
      ...row,
      kind: row.kind ?? ('resident' as const),
      media: media.map((one) => ({ ...one, missing: missingLanguages(one, place.languages) })),
      consents,
      footing,
      twins,
      tags,
      families: matchFamilies(
        tags.map((tag) => tag.key),
        keys,
      ),
      pins: mine(beside.pins).map((pin) => pin.wall_id),
      lift: mine(beside.lifts)[0] ?? null,
      topics: mine(beside.topics),
      handover: mine(beside.handovers)[0] ?? null,
      reasons: listReasons({
        footing,
        consent: newest && {
          state: newest.standing,
          until: newest.until,
          wall: newest.scope.wall,
          how: (consents.find(({ standing }) => canBe(standing, 'withdraw')) ?? newest).asked_how,
          asked: newest.askedOn,
        },
        pictures: media.filter((one) => one.copy !== 'failed').length,
        decorative: media.some((one) => one.descriptions.some((text) => text.decorative)),
        authorAlt: media.find((one) => one.author_alt?.trim())?.author_alt ?? null,
        languages: place.languages,
        sensitive: row.sensitive,
        remarks: row.remarks,
        state: row.state,
        decision: decisionOf(mine(beside.standing)[0], place.time_zone),
      }),
    }
  })
}
function decisionOf(row: StandingRow | undefined, zone: string): ReasonFacts['decision'] {
  if (!row) return undefined
  const { action, actor, reason, note, at, name, version } = row
  const rule = name !== null && version !== null ? { name, version } : null
  return { action, actor, reason, note, day: dayOf(at, zone), rule }
}

export type DeskPost = ReturnType<typeof assemble>[number]
