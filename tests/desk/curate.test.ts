// Acts of curation on both databases: the record, the state, versions, lifts by week, consents and the audit.
import { expect, it } from 'vitest'
import { findBrokenAudit, listAudit } from '../../db/audit.ts'
import { listDecisions } from '../../db/decisions.ts'
import { makeId } from '../../db/ids.ts'
import { listLifts } from '../../db/lifts.ts'
import { findPlace } from '../../db/places.ts'
import type { PersonAction } from '../../db/schema.ts'
import { endConsent, grantConsent } from '../../services/consents.ts'
import { type Act, describePost } from '../../services/curate.ts'
import { decidePost } from '../../services/decide.ts'
import type { Refusal } from '../../services/errors.ts'
import { findInboxPost } from '../../services/inbox.ts'
import { onBothDatabases } from '../db.ts'
import { makeAccount, makePlace, makePost } from '../makers.ts'
import { openDesk } from './desk.ts'

const given = {
  scope: { wall: true, digest: true, print: false, channels: false },
  evidence: { kind: 'link' as const, ref: 'https://example.social/@aino/2' },
  askedHow: 'Kommentti julkaisuun',
  child: 'no' as const,
  crop: false,
  until: '2027-11-25',
  covers: 'post' as const,
}

onBothDatabases('curating', (open) => {
  async function start() {
    const desk = openDesk(open())
    const { db } = desk.deps
    await makePlace(db)
    const place = await findPlace(db, 'kemijarvi')
    if (!place) throw new Error('no place')
    const act: Act = { place, name: 'Johanna Kivelä', person: 7, language: 'fi' }
    const account = await makeAccount(db)
    const post = await makePost(db, { account_id: account })
    const decide = (action: PersonAction, version: number, more = {}) =>
      decidePost(desk.deps, act, post.public_id, { action, version, ...more })
    const revision = async () => (await findPlace(db, 'kemijarvi'))?.revision
    return { desk, db, act, post, account, decide, revision }
  }
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error) => error as Refusal,
    )

  it('writes who, what, why and the version, moves the post, and tells the walls', async () => {
    const { db, post, decide, revision } = await start()
    expect(await decide('show', 1, { note: 'hyvä' })).toMatchObject({ state: 'shown', version: 2 })
    expect(await decide('hide', 2, { reason: 'mainos' })).toMatchObject({ state: 'hidden', version: 3 })
    const rows = await listDecisions(db, post.id)
    expect(
      rows.map(({ actor, person_id, action, from_state, to_state, version, reason, note }) => [
        actor,
        person_id,
        action,
        from_state,
        to_state,
        version,
        reason,
        note,
      ]),
    ).toEqual([
      ['Johanna Kivelä', 7, 'show', 'new', 'shown', 2, null, 'hyvä'],
      ['Johanna Kivelä', 7, 'hide', 'shown', 'hidden', 3, 'mainos', null],
    ])
    expect(await revision()).toBe(2)
  })

  it('refuses an overtaken version and says who was first', async () => {
    const { decide } = await start()
    await decide('hide', 1)
    const error = await refusal(decide('show', 1))
    expect(error).toMatchObject({ code: 'conflict', status: 409 })
    expect(error?.values).toMatchObject({ who: 'Johanna Kivelä', state: 'hidden' })
  })

  it('of two at the same moment one decides and the other is overtaken', async () => {
    const { db, post, decide } = await start()
    const both = await Promise.allSettled([decide('show', 1), decide('hide', 1)])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await listDecisions(db, post.id)).toHaveLength(1)
  })

  it('a refused move leaves nothing behind', async () => {
    const { db, post, decide, revision } = await start()
    const error = await refusal(decide('lift', 1))
    expect(error).toMatchObject({ code: 'decision-consent', status: 409 })
    expect(await listDecisions(db, post.id)).toEqual([])
    expect(await listAudit(db, 'kemijarvi', undefined, 9)).toEqual([])
    expect(await revision()).toBe(0)
  })

  it('a post of another place is not found', async () => {
    const { desk, db, act } = await start()
    await makePlace(db, 'posio')
    const foreign = await makePost(db, { place: 'posio' })
    const error = await refusal(decidePost(desk.deps, act, foreign.public_id, { action: 'show', version: 1 }))
    expect(error).toMatchObject({ code: 'not-found', status: 404 })
  })

  it('pins on a wall that exists, and on no other', async () => {
    const { db, post, decide } = await start()
    expect(await decide('pin', 1, { wall: 'etusivu' })).toMatchObject({ pins: ['etusivu'], state: 'shown' })
    expect(await refusal(decide('pin', 2, { wall: 'muu' }))).toMatchObject({ code: 'invalid', status: 400 })
    await decide('hide', 2)
    expect(await db.selectFrom('pin').selectAll().where('post_id', '=', post.id).execute()).toEqual([])
    expect(await decide('undo', 3)).toMatchObject({ pins: ['etusivu'], state: 'shown' })
  })

  it('lifts in the ISO week of the place, with consent and described pictures only', async () => {
    const { desk, db, act, post, decide } = await start()
    const media = makeId('m')
    await db
      .insertInto('media')
      .values({
        public_id: media,
        post_id: post.id,
        place_id: 'kemijarvi',
        position: 0,
        kind: 'image',
        source_url: 'https://x/1.jpg',
        copy: 'private',
      })
      .execute()
    const both = await refusal(decide('lift', 1))
    expect(both?.complaints.map((one) => one.path)).toEqual(['consent', 'description'])
    await grantConsent(desk.deps, act, post.public_id, given)
    expect((await refusal(decide('lift', 1)))?.code).toBe('decision-description')
    await describePost(desk.deps, act, post.public_id, [{ media, texts: { fi: 'Lumi' }, decorative: false }])
    expect((await refusal(decide('lift', 1)))?.code).toBe('decision-description')
    await describePost(desk.deps, act, post.public_id, [{ media, texts: { en: 'Snow' }, decorative: false }])
    // Sunday evening in UTC is already Monday in Kemijärvi.
    desk.now(new Date('2026-11-29T22:30:00Z'))
    expect(await decide('lift', 1)).toMatchObject({ lifted: true, state: 'shown' })
    expect((await listLifts(db, 'kemijarvi', ['2026-W48', '2026-W49'])).map((one) => one.week)).toEqual([
      '2026-W49',
    ])
    expect((await db.selectFrom('media').select('copy').executeTakeFirstOrThrow()).copy).toBe('public')
    expect(desk.sent.map((one) => one.name)).toContain('pictures')
  })

  it('a lift that is undone frees its week, one that is ended stays in the record', async () => {
    const { desk, db, act, post, decide } = await start()
    await grantConsent(desk.deps, act, post.public_id, given)
    await decide('lift', 1)
    await decide('undo', 2)
    expect(await listLifts(db, 'kemijarvi', ['2026-W48'])).toEqual([])
    await decide('lift', 3)
    await decide('unlift', 4)
    expect(await listLifts(db, 'kemijarvi', ['2026-W48'])).toMatchObject([{ ended_at: expect.any(Date) }])
    expect(await decide('undo', 5)).toMatchObject({ lifted: true })
    expect(await listLifts(db, 'kemijarvi', ['2026-W48'])).toMatchObject([{ ended_at: null }])
  })

  it('a withdrawn consent ends the lift, takes the pictures and cannot be undone back', async () => {
    const { desk, db, act, post, account, decide } = await start()
    const other = await makePost(db, { account_id: account })
    const consent = await grantConsent(desk.deps, act, post.public_id, { ...given, covers: 'account' })
    await decide('lift', 1)
    await decidePost(desk.deps, act, other.public_id, { action: 'lift', version: 1 })
    await endConsent(desk.deps, act, post.public_id, consent)
    const place = act.place
    for (const id of [post.public_id, other.public_id]) {
      const now = await findInboxPost(db, place, id, desk.deps.clock())
      expect(now).toMatchObject({ lift: null, state: 'hidden', footing: { rights: { shown: 'link' } } })
      expect(now?.reasons.map((one) => one.code)).toEqual(['by-hidden', 'consent-withdrawn'])
    }
    expect((await refusal(decide('undo', 3)))?.code).toBe('decision-consent')
    expect((await refusal(endConsent(desk.deps, act, post.public_id, consent)))?.code).toBe('consent-state')
  })

  it('decoration and words replace each other, and an empty text takes words away', async () => {
    const { desk, db, act, post } = await start()
    const media = makeId('m')
    await db
      .insertInto('media')
      .values({
        public_id: media,
        post_id: post.id,
        place_id: 'kemijarvi',
        position: 0,
        kind: 'image',
        source_url: 'https://x/1.jpg',
      })
      .execute()
    const missing = async () =>
      (await findInboxPost(db, act.place, post.public_id, desk.deps.clock()))?.media[0]?.missing
    expect(await missing()).toEqual(['fi', 'en'])
    await describePost(desk.deps, act, post.public_id, [{ media, texts: {}, decorative: true }])
    expect(await missing()).toEqual([])
    await describePost(desk.deps, act, post.public_id, [
      { media, texts: { fi: 'Lumi', en: '' }, decorative: false },
    ])
    expect(await missing()).toEqual(['en'])
    const error = await refusal(
      describePost(desk.deps, act, post.public_id, [{ media: makeId('m'), texts: {}, decorative: true }]),
    )
    expect(error).toMatchObject({ code: 'invalid', status: 400 })
  })

  it('every act is in a chain that shows a changed row and a missing one', async () => {
    const { desk, db, act, post, decide } = await start()
    await decide('show', 1)
    await grantConsent(desk.deps, act, post.public_id, given)
    await Promise.all([1, 2, 3, 4].map(() => refusal(decide('hide', 2))))
    expect((await listAudit(db, 'kemijarvi', undefined, 9)).map((one) => one.action)).toEqual([
      'hide',
      'consent-granted',
      'show',
    ])
    expect(await findBrokenAudit(db, 'kemijarvi')).toBeUndefined()
    await db.updateTable('audit').set({ actor: 'joku muu' }).where('action', '=', 'consent-granted').execute()
    expect(await findBrokenAudit(db, 'kemijarvi')).toBe(2)
    await db.deleteFrom('audit').where('id', '=', 2).execute()
    expect(await findBrokenAudit(db, 'kemijarvi')).toBe(3)
  })
})
