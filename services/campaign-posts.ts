// How many posts a campaign has brought: by its hashtags, on its days, at the place or at all members of a joint one.
import type { CampaignRow } from '../db/campaigns.ts'
import { countTagged } from '../db/figures/people.ts'
import type { Db } from '../db/open.ts'
import { addDays, startOfDay } from './domain/quarter.ts'

type Place = { id: string; members: readonly string[]; time_zone: string }

/** Whose posts count: a joint place has none of its own. */
export const placesOf = ({ id, members }: Pick<Place, 'id' | 'members'>): readonly string[] =>
  members.length ? members : [id]

/** From the first moment of its first day to the end of its last one, or of today. */
export function daysOf(place: Place, row: CampaignRow, today: string): { from: Date; to: Date } {
  return {
    from: startOfDay(row.from_day, place.time_zone),
    to: startOfDay(addDays(row.to_day ?? today, 1), place.time_zone),
  }
}

/** All of them, also those that only the desk sees, as the digest counts; null without a hashtag. */
export async function countPosts(
  db: Db,
  place: Place,
  row: CampaignRow,
  today: string,
): Promise<number | null> {
  if (!row.tags.length) return null
  const span = daysOf(place, row, today)
  return countTagged(db, { places: placesOf(place), ...span }, row.tags)
}
