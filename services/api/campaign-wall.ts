// A campaign's own wall: the place's posts with its hashtags from its days, as far as each may be shown today.
import type { Language } from '../../config/i18n.ts'
import type { CampaignRow } from '../../db/campaigns.ts'
import { addDays, dayOf, startOfDay } from '../domain/quarter.ts'
import { arrange } from '../domain/wall.ts'
import type { PublicPost, WallAnswer } from './contract.ts'
import { candidatesFor, type PlaceView, type WallRow } from './place-view.ts'
import { presentWall } from './present-wall.ts'
import type { Present } from './wall-answer.ts'

/** Posts on the page; a campaign that brings more is shown by its newest. */
const SHOWN = 36

/** Every post of it that may be shown, newest first, twins folded: what the page has is cut from this. */
function campaignPosts(view: PlaceView, row: CampaignRow, now: Date) {
  const zone = view.place.time_zone
  const keys = new Set(row.tags)
  const from = startOfDay(row.from_day, zone)
  const end = row.to_day === null ? now : startOfDay(addDays(row.to_day, 1), zone)
  const posts = candidatesFor(view, wallOf(row, view), dayOf(now, zone)).flatMap((post) => {
    const tags = view.byPublicId.get(post.publicId)?.tags.filter((tag) => keys.has(tag)) ?? []
    if (!tags.length || post.publishedAt < from || post.publishedAt > end) return []
    // Of a post that is only linked to, nothing is told but the tags by which it was found.
    return [{ ...post, pinned: false, tags: post.shown === 'link' ? tags : post.tags }]
  })
  return arrange(posts, wallOf(row, view)).rest
}

export type CampaignWall = { answer: WallAnswer; winners: PublicPost[]; all: number }

/** The wall as its cards need it; winners stand apart, and only as far as their authors allow. */
export async function readCampaignWall(
  present: Present,
  view: PlaceView,
  row: CampaignRow,
  { winners, language, now }: { winners: readonly number[]; language: Language; now: Date },
): Promise<CampaignWall> {
  const all = campaignPosts(view, row, now)
  const won = all.filter((post) => winners.includes(post.id))
  const others = all.filter((post) => !winners.includes(post.id)).slice(0, SHOWN)
  const posts = await present(view, [...won, ...others], language)
  const ids = new Set(won.map((post) => post.publicId))
  const wall = wallOf(row, view)
  return {
    all: all.length,
    winners: posts.filter((post) => ids.has(post.id)),
    answer: {
      wall: presentWall(view, wall, { language, channel: undefined, now }, []),
      lead: [],
      posts: posts.filter((post) => !ids.has(post.id)),
      next: null,
    },
  }
}

const wallOf = (row: CampaignRow, { place }: PlaceView): WallRow => ({
  ...{ place_id: place.id, id: row.public_id, label: { fi: row.label }, families: [], channels: [] },
  ...{ show: SHOWN, lead: null, moderation: 'review', actions: [], position: 0 },
})
