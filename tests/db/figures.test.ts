// The digest's questions to the database, the same answers from both.
import { describe, expect, it } from 'vitest'
import * as outside from '../../db/figures/outside.ts'
import * as posts from '../../db/figures/posts.ts'
import { countInteractions, sumReactions } from '../../db/figures/reactions.ts'
import * as service from '../../db/figures/service.ts'
import { quarterBounds, quarterDays, quarterWeeks } from '../../services/domain/quarter.ts'
import { onBothDatabases } from '../db.ts'
import {
  collectDays,
  countWall,
  makeAuthors,
  makeLift,
  makeMeasure,
  makeNote,
  makePostAt,
  makeTally,
} from '../digest-makers.ts'
import { makePlace } from '../makers.ts'

const ZONE = 'Europe/Helsinki'
const Q = '2026-q3'
const span = (exclude: string[] = []) => ({ place: 'kemijarvi', ...quarterBounds(Q, ZONE), exclude })
const only = (rows: posts.PostDay[], family: string | null) =>
  rows.filter((row) => row.family === family).reduce((sum, row) => sum + row.n, 0)

onBothDatabases('the questions of the digest', (open) => {
  describe('posts', () => {
    it('a post with three tags of two families is one post and stands in each family once', async () => {
      const { db } = open()
      await makePlace(db)
      await makePostAt(db, '2026-08-01T10:00:00Z', {
        text: 'Työ #kemijärvi #kemijarvi #tuhannenjayhdentyöntarinat',
      })
      const rows = await posts.countPostDays(db, span(), ZONE)
      expect(rows).toEqual([
        { day: '2026-08-01', family: 'kemijarvi', n: 1 },
        { day: '2026-08-01', family: 'tarinat', n: 1 },
        { day: '2026-08-01', family: null, n: 1 },
      ])
      expect(await posts.countPostSpellings(db, span())).toEqual([
        { family: 'kemijarvi', key: 'kemijarvi', n: 1 },
        { family: 'kemijarvi', key: 'kemijärvi', n: 1 },
        { family: 'tarinat', key: 'tuhannenjayhdentyöntarinat', n: 1 },
      ])
    })
    it('belongs to the quarter in which its Helsinki day lies, to the millisecond', async () => {
      const { db } = open()
      await makePlace(db)
      for (const at of ['2026-06-30T20:59:59.999Z', '2026-06-30T21:00:00Z', '2026-09-30T20:59:59.999Z'])
        await makePostAt(db, at)
      await makePostAt(db, '2026-09-30T21:00:00Z')
      const rows = await posts.countPostDays(db, span(), ZONE)
      expect(rows.filter((row) => row.family === null)).toEqual([
        { day: '2026-07-01', family: null, n: 1 },
        { day: '2026-09-30', family: null, n: 1 },
      ])
    })
    it('counts an own post without a tag, and nobody else’s', async () => {
      const { db } = open()
      await makePlace(db)
      const { own, partner, resident } = await makeAuthors(db)
      for (const account of [own, partner, resident])
        await makePostAt(db, '2026-08-01T10:00:00Z', { text: 'Uimahalli on auki.', account })
      await makePostAt(db, '2026-08-02T10:00:00Z', { account: resident })
      await makePostAt(db, '2026-08-02T10:00:00Z', { text: 'Uutinen.', source: 'uutiset', channel: 'feed' })
      expect(await posts.countPostChannels(db, span())).toEqual([
        { channel: 'feed', author: 'own', n: 1, untagged: 1 },
        { channel: 'mastodon', author: 'other', n: 1, untagged: 0 },
        { channel: 'mastodon', author: 'own', n: 1, untagged: 1 },
      ])
    })
    it('counts a regional tag only beside a local one', async () => {
      const { db } = open()
      await makePlace(db)
      await db
        .insertInto('family')
        .values({ place_id: 'kemijarvi', id: 'lappi', label: '{}', only_with: '["kemijarvi"]', position: 9 })
        .execute()
      await db
        .insertInto('family_tag')
        .values({
          place_id: 'kemijarvi',
          key: 'visitlapland',
          family_id: 'lappi',
          as_written: 'visitlapland',
          position: 9,
        })
        .execute()
      await makePostAt(db, '2026-08-01T10:00:00Z', { text: '#visitlapland' })
      await makePostAt(db, '2026-08-01T10:00:00Z', { text: '#visitlapland #kemijarvi' })
      const rows = await posts.countPostDays(db, span(), ZONE)
      expect([only(rows, null), only(rows, 'lappi'), only(rows, 'kemijarvi')]).toEqual([1, 1, 1])
    })
    it('leaves out what only a weak source brought', async () => {
      const { db } = open()
      await makePlace(db)
      await makePostAt(db, '2026-08-01T10:00:00Z', { source: 'tuutit' })
      const both = await makePostAt(db, '2026-08-01T10:00:00Z', { source: 'tuutit' })
      await db
        .insertInto('post_source')
        .values({ post_id: both, place_id: 'kemijarvi', source_id: 'uutiset', found_at: new Date() })
        .execute()
      expect(only(await posts.countPostDays(db, span(), ZONE), null)).toBe(2)
      expect(only(await posts.countPostDays(db, span(['tuutit']), ZONE), null)).toBe(1)
    })
    it('never counts another place’s posts', async () => {
      const { db } = open()
      await makePlace(db)
      await makePlace(db, 'posio')
      await makePostAt(db, '2026-08-01T10:00:00Z', { place: 'posio' })
      expect(await posts.countPostDays(db, span(), ZONE)).toEqual([])
    })
    it('counts twins on their channels and says how many they were', async () => {
      const { db } = open()
      await makePlace(db)
      const { resident } = await makeAuthors(db)
      const set = (id: number, values: Record<string, string>) =>
        db.updateTable('post').set(values).where('id', '=', id).execute()
      const ids = []
      for (const at of ['2026-08-01T10:00:00Z', '2026-08-02T10:00:00Z', '2026-08-09T10:00:00Z'])
        ids.push(await makePostAt(db, at, { account: resident }))
      for (const id of ids) await set(id, { text_key: 'same' })
      const other = await makePostAt(db, '2026-08-20T10:00:00Z', { channel: 'feed' })
      await set(other, { canonical_url: 'https://example.org/a' })
      await set(ids[2] as number, { canonical_url: 'https://example.org/a' })
      expect(await posts.countTwins(db, span())).toBe(2)
      expect(only(await posts.countPostDays(db, span(), ZONE), null)).toBe(4)
    })
    it('counts people, not their posts', async () => {
      const { db } = open()
      await makePlace(db)
      const { own, resident } = await makeAuthors(db)
      for (const account of [own, resident, resident])
        await makePostAt(db, '2026-08-01T10:00:00Z', { account })
      expect(await posts.countAuthors(db, span())).toBe(1)
    })
  })

  it('takes the first tally at 14 to 21 days, else the nearest at 10 to 28, else none', async () => {
    const { db } = open()
    await makePlace(db)
    const { own } = await makeAuthors(db)
    const tallies: [hours: number, likes: number | null][][] = [
      [
        [335, 1],
        [337, 2],
        [400, 3],
      ],
      [
        [250, 10],
        [520, 20],
      ],
      [
        [239, 100],
        [673, 200],
      ],
      [[340, null]],
      [],
    ]
    for (const some of tallies) {
      const post = await makePostAt(db, '2026-08-01T10:00:00Z', { account: own })
      for (const [hours, likes] of some) await makeTally(db, post, hours, { likes, shares: likes })
    }
    expect(await sumReactions(db, span())).toEqual([
      {
        channel: 'mastodon',
        author: 'own',
        posts: 5,
        measured: 3,
        estimates: 1,
        told: 3,
        likes: '12',
        comments: null,
        shares: '12',
        likes_of: 2,
        comments_of: 0,
        shares_of: 2,
      },
    ])
    expect(await countInteractions(db, span())).toEqual([
      { channel: 'mastodon', author: 'own', total: 4, posts: 1 },
      { channel: 'mastodon', author: 'own', total: 20, posts: 1 },
    ])
  })

  it('counts lifts by their week, but not one taken back within a day', async () => {
    const { db } = open()
    await makePlace(db)
    const { resident } = await makeAuthors(db)
    const lift = async (week: string, hours: number | null) =>
      makeLift(db, await makePostAt(db, '2026-08-01T10:00:00Z', { account: resident }), week, hours)
    await lift('2026-W33', null)
    await lift('2026-W33', 24 * 7)
    await lift('2026-W34', 2)
    await lift('2026-W50', null)
    expect(await service.countLifts(db, 'kemijarvi', quarterWeeks(Q))).toEqual([
      { week: '2026-W33', author: 'other', n: 2 },
    ])
  })

  it('sums the walls’ days and finds when each thing began', async () => {
    const { db } = open()
    await makePlace(db)
    expect(await service.findBeginnings(db, 'kemijarvi', ZONE)).toEqual({
      collected: null,
      walls: null,
      used: '2026-11-25',
    })
    await collectDays(db, 'tuutit', Q, (nth) => nth > 1)
    const post = await makePostAt(db, '2026-08-01T10:00:00Z')
    const { public_id } = await db
      .selectFrom('post')
      .select('public_id')
      .where('id', '=', post)
      .executeTakeFirstOrThrow()
    await countWall(db, '2026-08-01', 'view', 10)
    await countWall(db, '2026-08-01', 'click', 2, public_id)
    await countWall(db, '2026-08-01', 'click', 1, 'p_gone')
    await countWall(db, '2026-08-02', 'action', 4, 'varaa')
    const days = quarterDays(Q)
    expect(await service.sumWallDays(db, 'kemijarvi', days)).toEqual([
      { wall: 'etusivu', day: '2026-08-01', event: 'click', n: 3 },
      { wall: 'etusivu', day: '2026-08-01', event: 'view', n: 10 },
      { wall: 'etusivu', day: '2026-08-02', event: 'action', n: 4 },
    ])
    expect(await service.sumWallChannels(db, 'kemijarvi', days)).toEqual([{ channel: 'mastodon', n: 2 }])
    expect(await service.sumWallActions(db, 'kemijarvi', days)).toEqual([{ action: 'varaa', n: 4 }])
    expect(await service.findBeginnings(db, 'kemijarvi', ZONE)).toEqual({
      collected: '2026-07-03',
      walls: '2026-08-01',
      used: '2026-07-01',
    })
  })

  it('reads the numbers and notes of a quarter and when each began', async () => {
    const { db } = open()
    await makePlace(db)
    for (const period of [
      '2026-06-30',
      '2026-07-01',
      '2026-09',
      '2026-10',
      '2026-q3',
      '2026',
      '2026-W27',
      '2026-W40',
    ])
      await makeMeasure(db, 'web.visits', period, '12.5')
    const rows = await outside.listMeasures(db, 'kemijarvi', Q, quarterDays(Q), quarterWeeks(Q))
    expect(rows.map((row) => [row.period_kind, row.period, row.value])).toEqual([
      ['day', '2026-07-01', '12.5'],
      ['month', '2026-09', '12.5'],
      ['quarter', '2026-q3', '12.5'],
      ['week', '2026-W27', '12.5'],
      ['year', '2026', '12.5'],
    ])
    await makeMeasure(db, 'stay.nights', '2025-q3', '1')
    await makeMeasure(db, 'web.outlinks', '2026-W01', '1')
    expect(await outside.listMeasureStarts(db, 'kemijarvi')).toEqual([
      { indicator: 'stay.nights', starts: '2025-07-01' },
      { indicator: 'web.outlinks', starts: '2025-12-29' },
      { indicator: 'web.visits', starts: '2026-01-01' },
    ])
    await makeNote(db, 'feedback', '2026-07-01', 'asuminen')
    await makeNote(db, 'feedback', '2026-09-30')
    await makeNote(db, 'feedback', '2026-10-01')
    expect(await outside.countNotes(db, 'kemijarvi', quarterDays(Q))).toEqual([
      { kind: 'feedback', theme: 'asuminen', day: '2026-07-01', n: 1 },
      { kind: 'feedback', theme: null, day: '2026-09-30', n: 1 },
    ])
    expect(await outside.listNoteStarts(db, 'kemijarvi')).toEqual([
      { kind: 'feedback', starts: '2026-07-01' },
    ])
  })
})
