// The feeds that we publish, read by two readers of others: what they find is what the wall and the digests say.
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import Parser from 'rss-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WallAnswer } from '../../services/api/contract.ts'
import { type Everything, openEverything } from '../everything.ts'
import { published } from '../published.ts'

describe('a published feed', () => {
  let all: Everything
  beforeAll(async () => {
    all = await openEverything()
  })
  afterAll(() => all.database.close())

  it.each(Object.entries(published))('%s gives two readers the same items', async (path, list) => {
    const text = await (await all.app.request(path)).text()
    const expected = await list(all)
    const { entries = [], id, links = [] } = parseAtomFeed(text)
    const found = entries.map((one) => ({
      ...{ id: one.id, title: one.title?.value, url: one.links?.[0]?.href, at: one.published },
    }))
    expect(found).toEqual(expected)
    const self = links.find((one) => one.rel === 'self')?.href
    expect([self, id]).toEqual([`${all.deps.env.PUBLIC_URL}${path}`, self?.replace('/feed.atom', '')])
    const { items } = await new Parser().parseString(text)
    expect(items.map(({ id, title, link: url, isoDate: at }) => ({ id, title, url, at }))).toEqual(expected)
  })

  it('of a wall as JSON Feed has the wall’s posts, newest first, by their titles and pictures', async () => {
    const wall = '/walls/kemijarvi/etusivu'
    const text = await (await all.app.request(`${wall}/feed.json`)).text()
    const { items = [] } = parseJsonFeed(text)
    const { lead, posts } = (await (await all.app.request(`/api/v1${wall}`)).json()) as WallAnswer
    const newest = [...lead, ...posts].sort((a, b) => b.published_at.localeCompare(a.published_at))
    expect(JSON.parse(text).version).toBe('https://jsonfeed.org/version/1.1')
    expect(items.map((one) => [one.id, one.url, one.date_published])).toEqual(
      newest.map((post) => [`${all.deps.env.PUBLIC_URL}/posts/${post.id}`, post.url, post.published_at]),
    )
    for (const [nth, post] of newest.entries()) {
      expect(items[nth]?.title).toEqual(post.title ?? expect.stringMatching(/\S/))
      const alts = [...(items[nth]?.content_html ?? '').matchAll(/alt="([^"]*)"/g)].map(([, alt]) => alt)
      expect(alts).toEqual(post.media.filter((one) => one.sensitive === null).map(({ alt }) => alt))
    }
  })
})
