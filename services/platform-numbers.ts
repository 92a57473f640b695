// What a platform's own statistics become once they are checked: numbers of posts, and measures by day.
import type { ChannelName } from '../config/place.ts'
import type { NewMeasure } from '../db/measures.ts'
import type { Db } from '../db/open.ts'
import { savePlatformPosts } from '../db/platform-files.ts'
import { dueAge, saveTallies } from '../db/tallies.ts'
import type { IndicatorId } from './domain/indicators.ts'
import { type DayNumbers, daily, isFresh, type PostNumbers } from './domain/platform-file.ts'
import { isCounter, type Teller } from './domain/platform-layouts.ts'

/** Beyond this age nobody asks for a post's counts any more. */
const OLDEST_TALLY = 42

/** A post of a file with when it was published, and the collected one that it is. */
export type MetPost = PostNumbers & { at: Date; post: number | null }

export async function savePosts(
  trx: Db,
  place: string,
  channel: ChannelName,
  { posts, takenAt }: { posts: readonly MetPost[]; takenAt: Date },
  file: number,
): Promise<void> {
  const numbers = posts.map(({ line: _, wall: __, ids, at, post, ...one }) => ({
    ...one,
    ...{ place_id: place, channel, external_id: ids[0] as string, post_id: post, published_at: at },
  }))
  await savePlatformPosts(trx, numbers, file)
  const tallies = posts.flatMap(({ post, at, likes, comments, shares, views }) => {
    const days = Math.floor((takenAt.getTime() - at.getTime()) / 86_400_000)
    const none = [likes, comments, shares, views].every((one) => one === null)
    if (post === null || none || days < 0 || days > OLDEST_TALLY) return []
    return [{ post_id: post, age: dueAge(at, takenAt) ?? days, likes, comments, shares, views }]
  })
  await saveTallies(trx, place, takenAt, tallies, file)
}

const social = { views: 'social.views', clicks: 'social.clicks', followers: 'social.followers' } as const
const site = { visits: 'web.visits', views: 'web.views', searches: 'web.searches' } as const

export function measuresOf(
  days: readonly DayNumbers[],
  channel: Teller,
  source: string,
  takenOn: string,
): NewMeasure[] {
  const dim = isCounter(channel) ? '' : source
  const indicatorOf: Partial<Record<(typeof daily)[number], IndicatorId>> = isCounter(channel) ? site : social
  return days.flatMap((one) =>
    daily.flatMap((name): NewMeasure[] => {
      const [value, indicator] = [one[name], indicatorOf[name]]
      if (value === null || !indicator) return []
      const unit = name === 'followers' ? 'people' : name
      const status = isFresh(one.day, takenOn) ? 'preliminary' : 'ok'
      const period = { periodKind: 'day' as const, period: one.day }
      return [{ indicator, dim, ...period, value: String(value), unit, status }]
    }),
  )
}
