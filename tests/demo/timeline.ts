// Two years of posts laid on days: who writes how often, what fits the month, and how much it is liked.
import { addDays, dayOf, listDays, startOfDay } from '../../services/domain/quarter.ts'
import type { SimCounts } from '../sim/mastodon.ts'
import { startChance } from './chance.ts'
import { type Author, authors, fillSlots, type Story, stories } from './stories.ts'

export type DatedPost = {
  at: Date
  author: Author
  story: Story
  /** The text with its slots filled, without the tags. */
  text: string
  counts: (days: number) => SimCounts
}

/** Posts a week by the kind of author; residents write more every half year, as a campaign catches on. */
const PACE = { own: 2.4, staff: 0.6, partner: 2.8, resident: 4.2 }
const GROWTH = 0.2
/** Days before the same story is told again: longer than a wall reaches back. */
const RESTING = 24
const ZONE = 'Europe/Helsinki'

/** Every post from the first day until `days` days later, oldest first; the same for the same first day. */
export function layTimeline(firstDay: string, days: number): DatedPost[] {
  const chance = startChance(Number(firstDay.replaceAll('-', '')))
  const used = new Map<Story, { times: number; last: number }>()
  const posts: DatedPost[] = []
  for (const [nth, day] of listDays(firstDay, addDays(firstDay, days)).entries()) {
    const busier = 1 + GROWTH * Math.floor(nth / 182)
    const season = [6, 7, 8].includes(Number(day.slice(5, 7))) ? 1.25 : 1
    for (const [kind, pace] of Object.entries(PACE)) {
      const wanted = (pace / 7) * season * (kind === 'resident' ? busier : 1)
      if (chance.next() >= wanted) continue
      const story = chooseStory(kind as Author['kind'], Number(day.slice(5, 7)), nth, used, chance.next())
      if (story) posts.push(makePost(story, day, used.get(story)?.times ?? 1, chance))
    }
  }
  return posts.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** Of what fits the month, one of those that have rested longest. */
function chooseStory(
  kind: Author['kind'],
  month: number,
  nth: number,
  used: Map<Story, { times: number; last: number }>,
  dice: number,
): Story | undefined {
  const rested = (one: Story, days: number) => nth - (used.get(one)?.last ?? -days) >= days
  const fitting = stories
    .filter((one) => one.months.includes(month) && authorOf(one).kind === kind)
    // A film is published once.
    .filter((one) => one.channel !== 'youtube' || rested(one, 300))
    .sort((a, b) => (used.get(a)?.last ?? -1) - (used.get(b)?.last ?? -1))
  const story = fitting[Math.floor(dice * Math.min(3, fitting.length))]
  // The same words again too soon would look like a broken record.
  if (!story || !rested(story, RESTING)) return undefined
  used.set(story, { times: (used.get(story)?.times ?? 0) + 1, last: nth })
  return story
}

function makePost(
  story: Story,
  day: string,
  times: number,
  chance: ReturnType<typeof startChance>,
): DatedPost {
  const minutes = chance.whole(7 * 60, 21 * 60)
  const at = new Date(startOfDay(day, ZONE).getTime() + minutes * 60_000)
  const liked = Math.round(3 + 40 * chance.next() ** 3 + (story.picture ? 6 : 0))
  const shared = Math.round(liked * (0.05 + 0.25 * chance.next()))
  const answered = Math.round(liked * 0.2 * chance.next())
  return {
    at,
    author: authorOf(story),
    story,
    text: fillSlots(story, times - 1),
    counts: (age) => {
      const reached = 1 - Math.exp(-Math.max(0, age) / 2.5)
      const part = (all: number) => Math.round(all * reached)
      return { likes: part(liked), comments: part(answered), shares: part(shared) }
    },
  }
}

function authorOf(story: Story): Author {
  const found = authors.find((one) => one.key === story.author)
  if (!found) throw new Error(`Nobody is called ${story.author}`)
  return found
}

/** The day on which the demo's history begins: two years before the first day of the running quarter. */
export function firstDayOf(now: Date): string {
  const today = dayOf(now, ZONE)
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1
  return `${Number(today.slice(0, 4)) - 2}-${String(month).padStart(2, '0')}-01`
}

/** A few posts that arrive while somebody looks at the demo: one every four minutes, for two hours. */
export function comingPosts(now: Date, laid: readonly DatedPost[]): DatedPost[] {
  const chance = startChance(5)
  const month = Number(dayOf(now, ZONE).slice(5, 7))
  const since = now.getTime() - RESTING * 86_400_000
  const told = new Set(laid.flatMap(({ at, story }) => (at.getTime() > since ? [story] : [])))
  const seldom = new Set(['feed', 'wordpress', 'youtube'])
  const fitting = stories.filter(
    (one) => one.months.includes(month) && !seldom.has(one.channel) && !told.has(one),
  )
  const drawn = fitting.map((story) => ({ story, lot: chance.next() })).sort((a, b) => a.lot - b.lot)
  return drawn.slice(0, 30).map(({ story }, nth) => {
    const post = makePost(story, dayOf(now, ZONE), nth + 5, chance)
    return { ...post, at: new Date(now.getTime() + (nth + 1) * 240_000) }
  })
}
