// One simulator of each platform with something to find in it, and what a source must be told to read it.
import { NOW } from '../makers.ts'
import { ACCOUNT, startBluesky } from './bluesky.ts'
import { startFeedSite } from './feed.ts'
import { startMastodon } from './mastodon.ts'
import { startMatomo } from './matomo.ts'
import { startMeta } from './meta.ts'
import { APP, TOKEN } from './meta-tokens.ts'
import { startWordPressSite } from './wordpress.ts'
import { startYoutube } from './youtube.ts'

const clock = () => NOW
export const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)

export type OneOfEach = Awaited<ReturnType<typeof startOneOfEach>>

export async function startOneOfEach() {
  const feed = await startFeedSite({ clock })
  feed.add({ title: 'Tori aukeaa', html: '<p>Lauantaina #kemijärvi ja <b>#tori</b></p>', published: ago(3) })
  feed.add({ title: 'Vanha', html: '<p>Ei tunnistetta</p>', published: ago(50) })
  const mastodon = await startMastodon({ clock })
  mastodon.add({
    text: 'Aamu järvellä #kemijärvi',
    published: ago(2),
    author: 'aino',
    name: 'Aino Esimerkki',
  })
  const bluesky = await startBluesky({ clock })
  bluesky.add({ text: 'Revontulia #kemijärvi', published: ago(4) })
  const youtube = await startYoutube({ clock })
  youtube.add({ title: 'Talvi #kemijärvi', description: '', published: ago(5) })
  const meta = await startMeta({ clock })
  meta.addMedium('hashtag', { caption: 'Jäällä #kemijärvi', at: ago(6), like_count: 2, comments_count: 0 })
  meta.addPost('page', { at: ago(7), message: 'Tuhannen työn tarina #kemijärvi' })
  const wordpress = await startWordPressSite({ clock })
  wordpress.add({ title: 'Uusi koulu', html: '<p>Avajaiset</p>', published: ago(8) })
  const matomo = await startMatomo({ clock })
  matomo.add('2026-11-24', { visits: 321 })
  const all = { feed, mastodon, bluesky, youtube, meta, wordpress, matomo }
  return {
    ...all,
    hosts: Object.values(all).map((one) => one.host),
    /** All is well again. */
    mend: () => Object.values(all).forEach((one) => void one.fail(null)),
    stop: async () => void (await Promise.all(Object.values(all).map((one) => one.stop()))),
    /** Where the platforms are, and the app with which Meta is asked. */
    env: {
      META_APP_ID: APP.id,
      META_APP_SECRET: APP.secret,
      PLATFORM_URLS: JSON.stringify({
        ...{ youtube: youtube.url, bluesky: bluesky.url, facebook: meta.base, instagram: meta.base },
      }),
    },
    /** By channel. */
    sources: {
      feed: { settings: { url: `${feed.url}/feed/` }, secrets: {} },
      mastodon: { settings: { server: mastodon.url }, secrets: {} },
      bluesky: {
        settings: { identifier: ACCOUNT.identifier },
        secrets: { app_password: ACCOUNT.password },
      },
      youtube: { settings: {}, secrets: { YOUTUBE_KEY: 'a-good-key' } },
      facebook: { settings: { account: meta.page.id }, secrets: { meta_token: TOKEN } },
      instagram: { settings: { user: meta.user.id }, secrets: { meta_token: TOKEN } },
      wordpress: { settings: { site: wordpress.url }, secrets: {} },
      matomo: { settings: { url: matomo.url, site: '1' }, secrets: { token: 'matomo-test-token' } },
    } as Record<string, { settings: Record<string, string>; secrets: Record<string, string> }>,
  }
}
