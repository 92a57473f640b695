// All sample posts of the demo, with a channel and a language each, and the filling of their slots.
import { abroad } from './stories-abroad.ts'
import { firms } from './stories-firms.ts'
import { meta } from './stories-meta.ts'
import { news } from './stories-news.ts'
import { nights } from './stories-nights.ts'
import { partners } from './stories-partners.ts'
import { residents } from './stories-residents.ts'
import { town } from './stories-town.ts'
import { videos } from './stories-videos.ts'
import { villages } from './stories-villages.ts'
import { work } from './stories-work.ts'
import type { Story, Told } from './story.ts'
import { authors } from './story.ts'

export type { Author, Story } from './story.ts'
export { authors } from './story.ts'

const whole = (told: Told): Story => {
  const author = authors.find((one) => one.key === told.author)
  if (!author) throw new Error(`Nobody is called ${told.author}`)
  return { ...told, channel: author.channel, lang: told.lang ?? 'fi' }
}

const told = [work, firms, town, news, partners, villages, residents, nights, videos, meta, abroad].flat()

export const stories: readonly Story[] = told.map(whole)

/** The text with its slots filled; the same round always gives the same words, the next round others. */
export const fillSlots = (story: Story, round: number) =>
  story.text.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const choices = story.slots?.[name]
    return choices?.[round % choices.length] ?? slot
  })
