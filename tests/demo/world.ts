// The outside world of the demo: simulated platforms on loopback that hold the posts and visits of two years.
import { readFileSync } from 'node:fs'
import { addDays, listDays } from '../../services/domain/quarter.ts'
import { ACCOUNT, type BlueskySim, startBluesky } from '../sim/bluesky.ts'
import { type MastodonSim, startMastodon } from '../sim/mastodon.ts'
import { type MatomoSim, startMatomo } from '../sim/matomo.ts'
import { type MetaSim, startMeta } from '../sim/meta.ts'
import { TOKEN } from '../sim/meta-tokens.ts'
import { type SimChannel, startYoutube, type YoutubeSim } from '../sim/youtube.ts'
import { startChance } from './chance.ts'
import { findPicture, pictureFolder } from './pictures.ts'
import type { Author } from './stories.ts'
import type { DatedPost } from './timeline.ts'
import { addToMeta } from './world-meta.ts'
import { addToSite, type Sites, startSites } from './world-sites.ts'

export type World = {
  mastodon: MastodonSim
  bluesky: BlueskySim
  youtube: YoutubeSim
  /** Facebook and Instagram. */
  meta: MetaSim
  sites: Sites
  matomo: MatomoSim
  /** What a person would type in at the desk, by the source that needs it. */
  secrets: readonly { source: string; name: string; text: string }[]
  stop: () => Promise<void>
}

/** The installation's key with YouTube. */
export const YOUTUBE_KEY = 'youtube-sample-key'
/** The sources that ask with a Meta token. */
const META_SOURCES = ['facebook', 'instagram', 'instagram-oma']
/** Pictures stand only in posts of the last days: the demo has no time to copy two years of them. */
const PICTURED_DAYS = 75
/** Posts between two with the same picture. */
const APART = 30
/** One author in six forgets the description, so that the desk has something to ask. */
const DESCRIBED = 5 / 6

/** Many stories share a picture, and on one wall it should stand once: with the post that is nearest to now. */
function choosePictured(posts: readonly DatedPost[], now: Date): Set<DatedPost> {
  const away = ({ at }: DatedPost) => Math.abs(at.getTime() - now.getTime())
  const fresh = [...posts.entries()].filter(([, post]) => away(post) < PICTURED_DAYS * 86_400_000)
  const chosen = new Set<DatedPost>()
  const places = new Map<string, number[]>()
  for (const [nth, post] of fresh.sort(([, a], [, b]) => away(a) - away(b))) {
    const { picture } = post.story
    const others = places.get(picture ?? '') ?? []
    if (!picture || others.some((one) => Math.abs(one - nth) < APART)) continue
    places.set(picture, [...others, nth])
    chosen.add(post)
  }
  return chosen
}

/** Starts the platforms and fills them; each shows only what is not newer than `clock()`. */
export async function openWorld(posts: readonly DatedPost[], clock: () => Date, now: Date): Promise<World> {
  const token = 'matomo-sample-token'
  const mastodon = await startMastodon({ clock, title: 'Esimerkki' })
  const bluesky = await startBluesky({ clock })
  const youtube = await startYoutube({ clock, key: YOUTUBE_KEY })
  const meta = await startMeta({ clock })
  const sites = await startSites(clock, now)
  const matomo = await startMatomo({ clock, token })
  const chance = startChance(7)
  const pictured = choosePictured(posts, now)
  for (const post of posts) {
    const picture = pictured.has(post) ? findPicture(post.story.picture ?? '') : undefined
    const alt =
      picture && (chance.next() < DESCRIBED ? picture.alt[post.story.lang === 'en' ? 'en' : 'fi'] : null)
    const media = picture && {
      file: picture.file,
      alt: alt ?? null,
      width: picture.width,
      height: picture.height,
    }
    if (addToSite(sites, post, media)) continue
    const written = {
      text: [post.story.title, post.text, post.story.tags.join(' ')].filter(Boolean).join('\n\n'),
      published: post.at,
      name: post.author.name,
      counts: post.counts,
      ...(media && { media: [media] }),
    }
    if (post.story.channel === 'bluesky')
      bluesky.add({ ...written, author: `${post.author.handle}.bsky.example`, langs: [post.story.lang] })
    else if (post.story.channel === 'youtube') addVideo(youtube, post, media)
    else if (post.story.channel === 'facebook' || post.story.channel === 'instagram')
      addToMeta(meta, post, media)
    else mastodon.add({ ...written, author: post.author.handle, lang: post.story.lang })
  }
  const sims = [mastodon, bluesky, youtube, meta, ...sites.all]
  for (const file of new Set([...pictured].flatMap(({ story }) => story.picture ?? []))) {
    const picture = { bytes: readFileSync(new URL(file, pictureFolder)), type: 'image/webp' }
    for (const sim of sims) sim.addPicture(file, picture)
  }
  return {
    mastodon,
    bluesky,
    youtube,
    meta,
    sites,
    matomo,
    secrets: [
      { source: 'kavijat', name: 'token', text: token },
      { source: 'bluesky', name: 'app_password', text: ACCOUNT.password },
      ...META_SOURCES.map((source) => ({ source, name: 'meta_token', text: TOKEN })),
    ],
    stop: async () => {
      await Promise.all([...sims, matomo].map((sim) => sim.stop()))
    },
  }
}

function addVideo(
  youtube: YoutubeSim,
  post: DatedPost,
  poster: { file: string; width: number; height: number } | undefined,
): void {
  youtube.add({
    title: post.story.title ?? '',
    description: `${post.text}\n\n${post.story.tags.join(' ')}`,
    published: post.at,
    channel: channelOf(post.author),
    lang: post.story.lang,
    seconds: 60 + (post.text.length % 7) * 47,
    captions: post.text.includes('tekstitetty'),
    counts: (days) => {
      const { likes, comments } = post.counts(days)
      return { views: likes * 21 + comments * 5, likes, comments }
    },
    ...(poster && { poster }),
  })
}

/** A channel's id is made of its name, as long as YouTube's are. */
function channelOf({ handle, name }: Author): SimChannel {
  return { id: `UC${handle.padEnd(22, '0').slice(0, 22)}`, title: name, handle: `@${handle}` }
}

/** Visits of the landing page: more in spring, more at weekends, a little more every year. */
export function fillVisits(matomo: MatomoSim, firstDay: string, days: number): void {
  const chance = startChance(11)
  for (const [nth, day] of listDays(firstDay, addDays(firstDay, days)).entries()) {
    const month = Number(day.slice(5, 7))
    const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) ? 1.3 : 1
    const spring = 1 + 0.5 * Math.exp(-(((month - 4) / 2) ** 2))
    const visits = Math.round(46 * weekend * spring * (1 + nth / 2_500) * (0.75 + chance.next() / 2))
    const part = (share: number) => Math.round(visits * share * (0.8 + chance.next() * 0.4))
    matomo.add(day, {
      visits,
      pages: {
        '/muuta': visits,
        '/muuta/asuminen': part(0.5),
        '/muuta/tyo': part(0.45),
        '/muuta/varaa-aika': part(0.08),
        '/en/move': part(0.2),
      },
      searches: { asunto: part(0.06), työpaikat: part(0.05), päiväkoti: part(0.02), tontit: part(0.02) },
      empty: { hammaslääkäri: part(0.01) },
    })
  }
}
