// A region of 308 municipalities: what each follows, and the platforms that all of them ask, which mind their limits.
import { startChance } from '../demo/chance.ts'
import { startFeedSite } from '../sim/feed.ts'
import { startMastodon } from '../sim/mastodon.ts'
import { startMeta } from '../sim/meta.ts'
import { APP } from '../sim/meta-tokens.ts'
import { pngOf } from '../sim/pictures.ts'
import { startYoutube } from '../sim/youtube.ts'
import { openFeeds, textsOf } from './many-sources.ts'

const PLACES = 308
const HOSTS = 300
/** Of the ten sources of a place: the others are a tag at Mastodon and YouTube, a page and an account at Meta. */
const FEEDS = 6

export type Source = {
  id: string
  channel: 'feed' | 'mastodon' | 'youtube' | 'facebook' | 'instagram'
  mode: 'own' | 'resident'
  settings: Record<string, unknown>
  /** The token of the place with Meta. */
  token?: string
}
export type Region = {
  /** By place. */
  sources: { place: string; list: Source[] }[]
  hosts: string[]
  env: Record<string, unknown>
  write: () => void
  /** Of the requests since it was last asked: those for feeds, and how many of them only said that nothing is new. */
  asked: () => { feeds: number; unchanged: number; refused: number }
  stop: () => Promise<void>
}

/** The nth host: an address of its own on loopback. */
const hostOf = (nth: number) => `127.0.${1 + Math.floor(nth / 200)}.${1 + (nth % 200)}`

export async function startRegion(clock: () => Date): Promise<Region> {
  const site = await startFeedSite({ clock, address: '0.0.0.0' })
  const [mastodon, youtube] = [await startMastodon({ clock }), await startYoutube({ clock, key: 'region' })]
  const meta = await startMeta({ clock, perHour: 200 })
  const { port } = new URL(site.url)
  site.addPicture('kuva.png', { bytes: pngOf(64, 48), type: 'image/png' })
  const chance = startChance(7)
  const texts = textsOf(clock())
  const feeds = openFeeds(site, PLACES * FEEDS, { chance, texts, clock })
  const say = (hours: number) => {
    const text = chance.pick(texts).replace(/<[^>]+>/g, '')
    const published = new Date(clock().getTime() - hours * 3_600_000)
    mastodon.add({ text: `${text} #paikka${chance.whole(0, PLACES - 1)}`, author: 'aino', published })
  }
  for (let hours = 96; hours > 0; hours--) for (let n = 0; n < 10; n++) say(hours)
  for (let nth = 0; nth < 30; nth++) {
    const at = new Date(clock().getTime() - nth * 20 * 3_600_000)
    meta.addPost('page', { message: chance.pick(texts), at })
    meta.addMedium('own', { caption: chance.pick(texts), at })
  }
  const tokens = Array.from({ length: PLACES }, (_, nth) => `EAAplace${nth}`)
  for (const token of tokens) meta.tokens.set(token, { type: 'SYSTEM_USER', ends: null })
  const sims = [site, mastodon, youtube, meta]
  const listOf = (nth: number): Source[] => [
    ...Array.from({ length: FEEDS }, (_, at): Source => {
      const host = hostOf((nth * FEEDS + at) % HOSTS)
      const url = `http://${host}:${port}${feeds.paths[nth * FEEDS + at]}`
      return { id: `syote-${at}`, channel: 'feed', mode: 'own', settings: { url } }
    }),
    { id: 'mastodon', channel: 'mastodon', mode: 'resident', settings: { server: mastodon.url } },
    { id: 'youtube', channel: 'youtube', mode: 'resident', settings: {} },
    ...(['facebook', 'instagram'] as const).map((channel): Source => {
      const own = channel === 'facebook' ? { account: meta.page.id } : { user: meta.user.id, reading: 'own' }
      return { id: channel, channel, mode: 'own', settings: own, token: tokens[nth] as string }
    }),
  ]
  return {
    sources: tokens.map((_, nth) => ({ place: `paikka${nth}`, list: listOf(nth) })),
    hosts: [
      ...Array.from({ length: HOSTS }, (_, nth) => `${hostOf(nth)}:${port}`),
      ...sims.map(({ host }) => host),
    ],
    env: {
      PLATFORM_URLS: { youtube: youtube.url, facebook: meta.base, instagram: meta.base },
      ...{ META_APP_ID: APP.id, META_APP_SECRET: APP.secret, YOUTUBE_KEY: 'region' },
    },
    write() {
      feeds.write()
      for (let n = 0; n < 10; n++) say(0)
    },
    asked() {
      const all = sims.flatMap(({ requests }) => requests.splice(0))
      const read = all.filter(({ path }) => path.startsWith('/syote/'))
      return {
        feeds: read.length,
        unchanged: read.filter(({ status }) => status === 304).length,
        refused: all.filter(({ status = 200 }) => status >= 400).length,
      }
    },
    async stop() {
      await Promise.all(sims.map((sim) => sim.stop()))
    },
  }
}
