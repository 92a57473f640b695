// Forgetting in time, without the quarter's numbers; and all samples of a place gone in one action.
import { sql } from 'kysely'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { appendAudit, findBrokenAudit, listAudit } from '../../db/audit.ts'
import { listForgetting } from '../../db/forgetting.ts'
import { makeId } from '../../db/ids.ts'
import { saveMails } from '../../db/mail.ts'
import { json } from '../../db/open.ts'
import { addEdit } from '../../db/place-edits.ts'
import { countSample, removeSample } from '../../db/sample.ts'
import { listPictures, makePicture, writeFiles } from '../../services/pictures.ts'
import { prune } from '../../workers/jobs/prune.ts'
import { onBothDatabases } from '../db.ts'
import { arrive, foundPost } from '../found.ts'
import { makePerson, makePlace, makePost, NOW } from '../makers.ts'
import { after, makeWorker, still } from './worker.ts'

const days = (n: number) => after(n * 24)
const own = { source: 'uutiset', channel: 'feed', kind: 'own' } as const

onBothDatabases('what is past its time is forgotten', (open) => {
  const posts = () => open().db.selectFrom('post').selectAll().orderBy('id').execute()
  const at = async (n: number) => {
    const worker = makeWorker(open())
    worker.at(days(n))
    await prune(worker, {}, still)
    return worker
  }

  it('with a report of each night, and the record of events after two years without breaking its chain', async () => {
    const { db } = open()
    await makePlace(db)
    const told = (day: number, object: string) =>
      appendAudit(db, { place: 'kemijarvi', at: days(day), actor: 'Aino', action: 'show', object })
    for (const [n, day] of [0, 1, 400, 700].entries()) await told(day, `p_${n}`)
    await arrive(db, [foundPost()])
    await at(90.5)
    expect((await listForgetting(db, 'kemijarvi', 1))[0]?.counts).toMatchObject({
      posts: 1,
      accounts: 1,
      events: 0,
    })
    await at(735)
    const [night] = await listForgetting(db, 'kemijarvi', 9)
    expect(night).toMatchObject({ at: days(735), counts: { posts: 0, events: 2 } })
    expect(await listForgetting(db, 'kemijarvi', 9)).toHaveLength(1)
    expect(await listForgetting(db, '', 9)).toHaveLength(1)
    await told(736, 'p_9')
    expect((await listAudit(db, 'kemijarvi', undefined, 9)).map((one) => one.object)).toEqual([
      'p_9',
      'p_3',
      'p_2',
    ])
    expect(await findBrokenAudit(db, 'kemijarvi')).toBeUndefined()
    await db.updateTable('audit').set({ actor: 'Joku' }).where('object', '=', 'p_3').execute()
    expect(await findBrokenAudit(db, 'kemijarvi')).toBeDefined()
    await at(735 + 800)
    await told(2000, 'p_10')
    expect(await findBrokenAudit(db, 'kemijarvi')).toBeUndefined()
  })
  it('mail after 90 days', async () => {
    const mail = { place_id: null, recipient: 'a@example.org', subject: 's', text: 't', cause: 'c' }
    await saveMails(open().db, [{ ...mail, language: 'fi', message_id: '<1@a>' }], NOW)
    await saveMails(open().db, [{ ...mail, language: 'fi', message_id: '<2@a>' }], days(1))
    await at(90.5)
    expect(await open().db.selectFrom('mail').select('message_id').execute()).toEqual([
      { message_id: '<2@a>' },
    ])
  })
  it('the words and author of a resident’s post after 90 days, not its tags, time, language and counts', async () => {
    const { db } = open()
    await makePlace(db)
    const media = [{ kind: 'image', url: 'https://a.example/1', alt: 'x', width: 1, height: 1 }] as const
    await arrive(db, [foundPost({ media: [...media] })])
    await at(89)
    expect((await posts())[0]?.pruned_at).toBeNull()
    await at(90.5)
    const [post] = await posts()
    expect(post).toMatchObject({
      ...{ text: '', title: null, url: null, canonical_url: null, marks: [], text_key: null },
      ...{ lang: 'fi', published_at: new Date(NOW.getTime() - 3_600_000), likes: 1, pruned_at: days(90.5) },
    })
    expect(post?.external_id).not.toContain('aino')
    expect(await db.selectFrom('post_tag').select('as_written').execute()).toEqual([
      { as_written: 'Kemijärvi' },
    ])
    expect(await db.selectFrom('tally').select('likes').execute()).toEqual([{ likes: 1 }])
    expect(await db.selectFrom('media').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('post_source').select('seen_id').execute()).toEqual([{ seen_id: null }])
    const account = await db.selectFrom('account').selectAll().executeTakeFirstOrThrow()
    expect(account).toMatchObject({
      external_id: null,
      handle: null,
      handle_key: null,
      name: null,
      url: null,
    })
    expect(account).toMatchObject({ kind: 'resident', author_key: expect.any(String) })
    expect(JSON.stringify(await db.selectFrom('account').selectAll().execute())).not.toMatch(/aino/i)
  })
  it('and does not come back when it is found again', async () => {
    const { db } = open()
    await makePlace(db)
    await arrive(db, [foundPost()])
    await at(91)
    await arrive(db, [foundPost()], { at: days(92) })
    expect((await posts()).map((post) => post.text)).toEqual([''])
    expect(JSON.stringify(await db.selectFrom('account').selectAll().execute())).not.toMatch(/aino/i)
    const key = (await db.selectFrom('account').select('author_key').executeTakeFirst())?.author_key
    await arrive(db, [foundPost({ publishedAt: days(92) }, 2)], { at: days(92) })
    const keys = await db.selectFrom('account').select('author_key').execute()
    expect(keys).toEqual([{ author_key: key }, { author_key: key }])
  })
  it('but not our own, nor a lifted one, nor one whose author’s consent holds', async () => {
    const { db } = open()
    await makePlace(db)
    await arrive(db, [foundPost({ author: null })], own)
    await arrive(db, [foundPost({}, 2), foundPost({}, 3), foundPost({}, 4)])
    const [, lifted, agreed, ended] = (await posts()).map((post) => post.id)
    const lift = { place_id: 'kemijarvi', week: '2026-W48', by: 'Johanna', at: NOW }
    await db
      .insertInto('lift')
      .values([
        { ...lift, post_id: Number(lifted) },
        { ...lift, post_id: Number(ended), ended_at: NOW },
      ])
      .execute()
    const common = {
      place_id: 'kemijarvi',
      account_id: null,
      state: 'granted',
      wording_version: '1',
      evidence_kind: 'note',
      evidence_ref: '',
      asked_how: '',
      child: null,
      crop: false,
      recorded_by: 'Johanna',
      at: NOW,
      scope: json({ wall: true, digest: false, print: false, channels: false }),
    } as const
    await db
      .insertInto('consent')
      .values([
        { ...common, public_id: makeId('c'), post_id: Number(agreed), until: '2027-11-25' },
        { ...common, public_id: makeId('c'), post_id: Number(ended), until: '2027-01-01' },
      ])
      .execute()
    await at(100)
    expect((await posts()).map((post) => post.pruned_at !== null)).toEqual([false, false, false, true])
    expect(
      (await db.selectFrom('account').select('handle').where('kind', '=', 'resident').execute())[0]?.handle,
    ).toBe('@aino@example.social')
  })
  it('a day after a post has gone from its platform', async () => {
    const { db } = open()
    await makePlace(db)
    await arrive(db, [foundPost()])
    await arrive(db, [], { gone: [foundPost().externalId] })
    await at(0.9)
    expect((await posts())[0]?.text).not.toBe('')
    await at(1.1)
    expect((await posts())[0]?.text).toBe('')
  })
  it('sessions, tries, runs, ended consents and old words, each in its time', async () => {
    const { db } = open()
    await makePlace(db)
    const person_id = await makePerson(db)
    const session = { person_id, csrf: 'x', created_at: NOW, seen_at: NOW, agent: null }
    await db
      .insertInto('session')
      .values([
        { ...session, hash: 'a', ends_at: days(1) },
        { ...session, hash: 'b', ends_at: days(9) },
      ])
      .execute()
    await db
      .insertInto('guess')
      .values([
        { key: 'a', at: NOW },
        { key: 'b', at: days(2) },
      ])
      .execute()
    const note = { place_id: 'kemijarvi', theme: null, evidence_url: null, by: 'x', at: NOW, body: 'sanat' }
    await db
      .insertInto('note')
      .values([
        { ...note, public_id: makeId('n'), kind: 'feedback', day: '2024-01-01' },
        { ...note, public_id: makeId('n'), kind: 'feedback', day: '2026-01-01' },
        { ...note, public_id: makeId('n'), kind: 'interview', day: '2024-02-01' },
        { ...note, public_id: makeId('n'), kind: 'interview', day: '2026-02-01' },
      ])
      .execute()
    await db
      .insertInto('digest')
      .values({
        ...{
          public_id: makeId('d'),
          place_id: 'kemijarvi',
          quarter: '2024-q1',
          revision: 1,
          state: 'published',
        },
        ...{ bundle: '{}', sha256: '', compiled_at: NOW, published_at: new Date('2024-04-15'), by: 'x' },
      })
      .execute()
    await at(2.5)
    expect(await db.selectFrom('session').select('hash').execute()).toEqual([{ hash: 'b' }])
    expect(await db.selectFrom('guess').select('key').execute()).toEqual([{ key: 'b' }])
    expect(
      (await db.selectFrom('note').select('body').orderBy('id').execute()).map((one) => one.body),
    ).toEqual(['', 'sanat', '', 'sanat'])
  })
  it('how to reach a guide 90 days after the term, and in the card’s history as soon as that is older', async () => {
    const { db } = open()
    await makePlace(db)
    const guide = (name: string, until: string) => ({
      name,
      contact: `${name}@example.org`,
      languages: 'fi',
      until,
    })
    const holders = [guide('tuula', '2026-11-20'), guide('jouni', '')]
    await sql`insert into content_card (place_id, id, kind, title, body, holders, languages)
      values ('kemijarvi', 'oppaat', 'guides', 'Opaspooli', '', ${json(holders)}::jsonb, '["fi"]')`.execute(
      db,
    )
    const after = { holders, title: 'Opaspooli' }
    const edit = { part: 'card' as const, object: 'oppaat', actor: 'Aino', before: null, after }
    await addEdit(db, { ...edit, place: 'kemijarvi', at: NOW })
    const contacts = async () => {
      const now = await db.selectFrom('content_card').select('holders').executeTakeFirst()
      const was = await db.selectFrom('place_edit').select('after').executeTakeFirstOrThrow()
      const then = (was.after as typeof after).holders
      return [now?.holders ?? [], then].map((all) => all.map((one) => one.contact))
    }
    const all = ['tuula@example.org', 'jouni@example.org']
    await at(84)
    expect(await contacts()).toEqual([all, all])
    await at(91)
    expect(await contacts()).toEqual([
      ['', 'jouni@example.org'],
      ['', ''],
    ])
    expect((await listForgetting(db, 'kemijarvi', 1))[0]?.counts).toMatchObject({ guides: 2 })
    await at(92)
    expect((await listForgetting(db, 'kemijarvi', 1))[0]?.counts).toMatchObject({ guides: 0 })
  })
  it('files that a crash left behind, and none that is used', async () => {
    const { db } = open()
    await makePlace(db)
    await arrive(db, [
      foundPost({ media: [{ kind: 'image', url: 'https://a.example/1', alt: null, width: 1, height: 1 }] }),
    ])
    const worker = makeWorker(open())
    const make = async (colour: string) =>
      makePicture(
        await sharp({ create: { width: 40, height: 40, channels: 3, background: colour } })
          .png()
          .toBuffer(),
      )
    const [used, left] = [await make('#111111'), await make('#222222')]
    for (const made of [used, left]) await writeFiles(worker.env.MEDIA_DIR, made.files)
    await db.updateTable('media').set({ sha256: used.sha256, copy: 'private' }).execute()
    await prune(worker, {}, still)
    expect([...(await listPictures(worker.env.MEDIA_DIR))]).toEqual([used.sha256])
  })
})

onBothDatabases('all samples of a place go in one action', (open) => {
  it('and nothing that is real goes with them', async () => {
    const { db } = open()
    await makePlace(db)
    await makePlace(db, 'muu')
    const eero = { id: 'oikea', name: 'Eero', handle: null, url: null }
    await arrive(db, [foundPost({}, 1), foundPost({ author: eero }, 3)], { sample: true })
    await arrive(db, [foundPost({ author: eero }, 2)])
    await makePost(db, { place: 'muu', sample: true })
    const number = {
      place_id: 'kemijarvi',
      indicator: 'web.visits',
      dim: '',
      period_kind: 'day',
      period: '2026-11-01',
      unit: 'visits',
      status: 'ok',
      value: '5',
      retrieved_at: NOW,
    } as const
    await db
      .insertInto('measure')
      .values([
        { ...number, source_id: 'esimerkki', sample: true },
        { ...number, source_id: 'matomo' },
      ])
      .execute()
    await db.updateTable('source').set({ sample: true }).where('id', '=', 'uutiset').execute()
    const person = await makePerson(db, { place: 'kemijarvi', role: 'admin' })
    await db.updateTable('person').set({ sample: true }).where('id', '=', person).execute()
    expect(await countSample(db, 'kemijarvi')).toEqual({ posts: 2, measures: 1 })
    expect(await removeSample(db, 'kemijarvi')).toEqual({ posts: 2, accounts: 1, measures: 1, pictures: [] })
    expect(await removeSample(db, 'kemijarvi')).toEqual({ posts: 0, accounts: 0, measures: 0, pictures: [] })
    const left = await db.selectFrom('post').select(['place_id', 'sample']).orderBy('id').execute()
    expect(left).toEqual([
      { place_id: 'kemijarvi', sample: false },
      { place_id: 'muu', sample: true },
    ])
    expect(await db.selectFrom('account').select('name').execute()).toEqual([{ name: 'Eero' }])
    expect(await db.selectFrom('measure').select('source_id').execute()).toEqual([{ source_id: 'matomo' }])
    expect(await db.selectFrom('person').selectAll().execute()).toEqual([])
    expect(
      (await db.selectFrom('source').select('id').where('place_id', '=', 'kemijarvi').execute()).length,
    ).toBe(1)
  })
})
