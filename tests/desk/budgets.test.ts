// The sources page about limits: what is used of our half, who waits, and a YouTube source's form in its own words.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../db/open.ts'
import { findSource } from '../../db/sources.ts'
import { markOf, takeBudget } from '../../services/budgets.ts'
import type { Limit } from '../../services/domain/budget.ts'
import { youtube } from '../../workers/channels/youtube.ts'
import { emptyDatabase, openTestEmbedded } from '../db.ts'
import { makePlace, NOW } from '../makers.ts'
import { get, type Login, openDesk, post, signInAs, type TestDesk } from './desk.ts'

let database: Database
let desk: TestDesk
let me: Login
beforeAll(async () => {
  database = await openTestEmbedded()
  desk = openDesk(database)
}, 60_000)
beforeEach(async () => {
  await emptyDatabase(database)
  await makePlace(database.db)
  await makePlace(database.db, 'salla')
  me = await signInAs(desk, 'editor')
})
afterAll(() => database?.close())

const page = async (path: string) => (await get(desk, `/desk/kemijarvi${path}`, me)).text()
const search = youtube.limits[0] as Limit
const take = (channel: 'youtube' | 'mastodon', limit: Limit, holder: string) =>
  takeBudget(
    database.db,
    [{ limit, key: { channel, name: limit.name, holder }, thing: '', n: 1 }],
    { place: 'salla', source: 'x', since: NOW },
    NOW,
  )

describe('the limits of the channels at the desk', () => {
  it('say what is used of our half, and when the next request may go out', async () => {
    await database.db.updateTable('source').set({ channel: 'youtube' }).where('id', '=', 'tuutit').execute()
    desk.deps.env.YOUTUBE_KEY = 'the town’s key'
    while ((await take('youtube', search, markOf(desk.deps.keys, 'the town’s key'))) === null);
    await take('youtube', search, markOf(desk.deps.keys, 'a key of another town'))
    const html = await page('/sources')
    expect(html.match(/hakuja päivässä/g)).toHaveLength(1)
    // Two hours after California's midnight: five of the fifty at its beginning, and four of those that come evenly.
    expect(html).toMatch(
      /hakuja päivässä.*?9 \/ 50.*?kanava sallii 100.*?25\.11\.2026 klo\s12\.24.*?ei kukaan/s,
    )
  })
  it('tell nothing of servers that only other places ask', async () => {
    const [requests] = (desk.deps.channels.find((one) => one.name === 'mastodon')?.limits ?? []) as Limit[]
    await take('mastodon', requests as Limit, 'example.social')
    await take('mastodon', requests as Limit, 'muualla.example')
    const html = await page('/sources')
    expect(html).toMatch(/Mastodon \(example\.social\).*?1 \/ 150.*?heti/s)
    expect(html).not.toContain('muualla.example')
  })
  it('show a source that waits as well, waiting for its turn', async () => {
    const { db } = database
    const [requests] = (desk.deps.channels.find((one) => one.name === 'mastodon')?.limits ?? []) as Limit[]
    await take('mastodon', requests as Limit, 'example.social')
    const { id } = await db.selectFrom('budget').select('id').executeTakeFirstOrThrow()
    await db
      .updateTable('source')
      .set({ waits_for: id, waits_since: NOW, last_ok_at: NOW, next_at: NOW })
      .where('place_id', '=', 'kemijarvi')
      .where('id', '=', 'tuutit')
      .execute()
    await db
      .insertInto('source_run')
      .values({
        place_id: 'kemijarvi',
        source_id: 'tuutit',
        trigger: 'person',
        started_at: NOW,
        ended_at: NOW,
        fault_kind: 'budget',
      })
      .execute()
    expect(await page('/sources')).toContain('odottaa vuoroaan')
  })
})

describe('a YouTube source', () => {
  it('is set in its own words, and needs the channel’s id to be read without a key', async () => {
    const html = await page('/sources/new?channel=youtube')
    expect(html).toContain('Kanavan syötteestä, ilman avainta')
    const fields = { channel: 'youtube', id: 'videot', mode: 'own', active: '1' }
    const send = (more: Record<string, string>) =>
      post(desk, '/desk/kemijarvi/sources/new', me, { ...fields, ...more })
    expect((await send({ set_account: '@kemijarvi', set_reading: 'feed' })).status).toBe(400)
    const id = 'UCkemijarvi00000000000AA'
    const address = `https://www.youtube.com/channel/${id}`
    expect((await send({ set_account: address, set_reading: 'feed' })).status).toBe(303)
    expect((await findSource(database.db, 'kemijarvi', 'videot'))?.settings).toEqual({
      account: id,
      reading: 'feed',
    })
  })
})
