// Places that follow the same tag share one question, and nobody is given stale news or another's refusal.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Database } from '../../db/open.ts'
import type { Answer } from '../../services/domain/source.ts'
import { Fault } from '../../services/errors.ts'
import { youtube } from '../../workers/channels/youtube.ts'
import { collect } from '../../workers/jobs/collect.ts'
import { shareAnswers } from '../../workers/shared.ts'
import { emptyDatabase, openTestEmbedded } from '../db.ts'
import { makePlace, NOW } from '../makers.ts'
import { openOutside } from '../outside.ts'
import { startYoutube } from '../sim/youtube.ts'
import { after, makeWorker, still } from './worker.ts'

let database: Database
beforeAll(async () => {
  database = await openTestEmbedded()
}, 60_000)
beforeEach(() => emptyDatabase(database))
afterAll(() => database?.close())

it('two places with the same tags cost one search, and both have the video', async () => {
  let now = NOW
  const sim = await startYoutube({ clock: () => now })
  sim.add({ title: 'Talvi #kemijärvi', description: '', published: after(-2) })
  const { http } = openOutside([sim.host], { clock: () => now })
  const worker = makeWorker(database, { channels: [youtube], http })
  worker.env.PLATFORM_URLS = { youtube: sim.url }
  Object.assign(worker.env, { YOUTUBE_KEY: 'a-good-key' })
  for (const place of ['aho', 'elo']) await makePlace(database.db, place)
  await database.db.updateTable('source').set({ channel: 'youtube', settings: '{}' }).execute()
  const visit = (place: string) => collect(worker, { place, source: 'tuutit' }, still)
  await Promise.all([visit('aho'), visit('elo')])
  expect(sim.used()).toEqual({ search: 1, units: 1 })
  const posts = await database.db.selectFrom('post').select('place_id').orderBy('place_id').execute()
  expect(posts).toEqual([{ place_id: 'aho' }, { place_id: 'elo' }])
  // Who asks again wants news, and has them for both.
  now = after(1)
  worker.at(now)
  await visit('aho')
  await visit('elo')
  expect(sim.used().search).toBe(2)
  await sim.stop()
})

const answer = (url: string): Answer => ({ status: 200, headers: {}, bytes: new Uint8Array(15_000_000), url })

it('the answer is the same only for the same key, for its minutes, and when there was one', async () => {
  let asked = 0
  let fault: Fault | undefined
  const worker = makeWorker(database)
  const ask = (place: string, url: string, key = 'a') =>
    shareAnswers(worker, { sharedMinutes: 10 }, { place_id: place, id: 'x' }, async (at) => {
      asked++
      if (fault) throw fault
      return answer(at)
    })(url, { headers: { key } })
  const url = 'https://a.example/1'
  await ask('aho', url)
  await ask('elo', url)
  expect(asked).toBe(1)
  await ask('elo', url, 'b')
  expect(asked).toBe(2)
  worker.at(after(1 / 6))
  await ask('elo', url)
  expect(asked).toBe(3)
  fault = new Fault('network', 'cut off')
  await expect(ask('aho', 'https://a.example/2')).rejects.toThrow('cut off')
  fault = undefined
  await ask('elo', 'https://a.example/2')
  expect(asked).toBe(5)
  // Too many bytes: the first answer has gone.
  await ask('aho', url)
  expect(asked).toBe(6)
})
