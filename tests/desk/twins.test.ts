// Twins at the desk: one card for what was said in many channels, one decision for all of them, one undo.
import { expect, it } from 'vitest'
import type { ChannelName } from '../../config/place.ts'
import { listAudit } from '../../db/audit.ts'
import { listDecisions } from '../../db/decisions.ts'
import { findPlace } from '../../db/places.ts'
import type { PersonAction, PostState } from '../../db/schema.ts'
import type { Act, Order } from '../../services/curate.ts'
import { decidePost } from '../../services/decide.ts'
import { readQueue } from '../../services/inbox.ts'
import { inboxQuery } from '../../services/inbox-query.ts'
import { onBothDatabases } from '../db.ts'
import { makeAccount, makePlace, makePost, NOW } from '../makers.ts'
import { get, openDesk, post as send, signInAs } from './desk.ts'

onBothDatabases('twins', (open) => {
  async function start() {
    const desk = openDesk(open())
    const { db } = desk.deps
    await makePlace(db)
    const place = await findPlace(db, 'kemijarvi')
    if (!place) throw new Error('no place')
    const act: Act = { place, name: 'Johanna Kivelä', person: 7, language: 'fi' }
    let minutes = 0
    /** A post at the common address, each later than the one before. */
    const say = async (channel: ChannelName, more: { state?: PostState; account_id?: number } = {}) => {
      const published_at = new Date(NOW.getTime() + ++minutes * 60_000)
      return makePost(db, { channel, canonical_url: 'https://example.org/latu', published_at, ...more })
    }
    const rowOf = (id: number) =>
      db
        .selectFrom('post')
        .select(['public_id', 'state', 'version'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    const states = async () => {
      const rows = await db.selectFrom('post').select('state').orderBy('id').execute()
      return rows.map((row) => row.state)
    }
    /** Decides as the card would: with every twin in the version that it has now. */
    const decide = async (action: PersonAction, lead: { id: number }, ...twins: { id: number }[]) => {
      const { public_id, version } = await rowOf(lead.id)
      const seen = await Promise.all(twins.map((one) => rowOf(one.id)))
      const order: Order = { action, version }
      return decidePost(
        desk.deps,
        act,
        public_id,
        order,
        seen.map((one) => ({ ...one, id: one.public_id })),
      )
    }
    const cards = async (query: Record<string, string> = {}) => {
      const { posts } = await readQueue(db, place, inboxQuery.parse(query), NOW)
      return posts.map((one) => [one.public_id, ...one.twins.map((twin) => twin.public_id)])
    }
    return { desk, db, act, place, say, decide, cards, states, rowOf }
  }

  it('are one card: the one the wall would show, where the newest stands, with the others beside it', async () => {
    const { db, say, cards } = await start()
    const before = await makePost(db, { published_at: new Date(NOW.getTime() - 60_000) })
    const first = await say('mastodon')
    const own = await say('facebook', { account_id: await makeAccount(db, { kind: 'own' }) })
    const between = await makePost(db, { published_at: new Date(NOW.getTime() + 150_000) })
    const last = await say('instagram')
    expect(await cards()).toEqual([
      [own.public_id, first.public_id, last.public_id],
      [between.public_id],
      [before.public_id],
    ])
  })

  it('are met once also when a page ends between them; a page of nothing but met ones is passed', async () => {
    const { db, place, say, cards } = await start()
    const other = await makePost(db, { published_at: new Date(NOW.getTime() - 60_000) })
    const all = [await say('mastodon'), await say('facebook'), await say('instagram')]
    const { posts, next } = await readQueue(db, place, inboxQuery.parse({ limit: '1' }), NOW)
    expect(posts.map((one) => one.public_id)).toEqual([all[0]?.public_id])
    expect(await cards({ limit: '1', cursor: next ?? '' })).toEqual([[other.public_id]])
  })

  it('are folded within the filter and in one state; the others are told, those gone are not', async () => {
    const { db, say, cards } = await start()
    const shown = await say('mastodon', { state: 'shown' })
    const gone = await say('x')
    await db.updateTable('post').set({ gone_at: NOW }).where('id', '=', gone.id).execute()
    const fresh = await say('facebook')
    const later = await say('instagram')
    expect(await cards({ state: 'new', channel: 'instagram' })).toEqual([
      [later.public_id, shown.public_id, fresh.public_id],
    ])
    expect((await cards({ state: 'new' }))[0]?.[0]).toBe(fresh.public_id)
    expect(await cards({ state: 'shown' })).toEqual([[shown.public_id, fresh.public_id, later.public_id]])
  })

  it('are decided together, each with its own row, and undone together, from whichever of them', async () => {
    const { db, say, decide, states } = await start()
    const all = [await say('mastodon'), await say('facebook'), await say('instagram')] as const
    const other = await makePost(db)
    await decide('hide', ...all)
    expect(await states()).toEqual(['hidden', 'hidden', 'hidden', 'new'])
    const rows = await Promise.all(all.map((one) => listDecisions(db, one.id)))
    expect(rows.map(([row]) => [row?.action, row?.version, row?.actor, row?.along])).toEqual([
      ['hide', 2, 'Johanna Kivelä', null],
      ['hide', 2, 'Johanna Kivelä', rows[0]?.[0]?.id],
      ['hide', 2, 'Johanna Kivelä', rows[0]?.[0]?.id],
    ])
    expect(await listAudit(db, 'kemijarvi', undefined, 9)).toHaveLength(3)
    await decide('undo', all[2])
    expect(await states()).toEqual(['new', 'new', 'new', 'new'])
    await decide('show', ...all)
    await decide('show', other)
    await decide('undo', all[0])
    expect(await states()).toEqual(['new', 'new', 'new', 'shown'])
  })

  it('undo leaves the twin on which somebody has decided since', async () => {
    const { say, decide, states } = await start()
    const [a, b, c] = [await say('mastodon'), await say('facebook'), await say('instagram')]
    await decide('hide', a, b, c)
    await decide('show', b)
    await decide('undo', a)
    expect(await states()).toEqual(['new', 'shown', 'new'])
  })

  it('one that stands there already or cannot follow is left as it is', async () => {
    const { db, say, decide, states } = await start()
    const [a, b, c] = [
      await say('mastodon'),
      await say('facebook', { state: 'shown' }),
      await say('instagram'),
    ]
    await db.updateTable('post').set({ public: false }).where('id', '=', c.id).execute()
    await decide('show', a, b, c)
    expect(await states()).toEqual(['shown', 'shown', 'new'])
    expect(await listDecisions(db, b.id)).toEqual([])
    await decide('undo', a)
    expect(await states()).toEqual(['new', 'shown', 'new'])
  })

  it('of twins only one is lifted, and the others are shown with it', async () => {
    const { db, say, decide, states } = await start()
    const account_id = await makeAccount(db, { kind: 'own' })
    const [a, b] = [await say('mastodon', { account_id }), await say('facebook', { account_id })]
    await decide('lift', a, b)
    expect(await states()).toEqual(['shown', 'shown'])
    expect(await db.selectFrom('lift').select('post_id').execute()).toEqual([{ post_id: a.id }])
    await decide('undo', a)
    expect(await states()).toEqual(['new', 'new'])
    expect(await db.selectFrom('lift').select('post_id').execute()).toEqual([])
  })

  it('one overtaken twin, or one that is none, stops the whole decision', async () => {
    const { desk, db, act, say, decide, states, rowOf } = await start()
    const [a, b] = [await say('mastodon'), await say('facebook')]
    const stranger = await makePost(db)
    await expect(decide('hide', a, stranger)).rejects.toMatchObject({ code: 'conflict', status: 409 })
    const old = await rowOf(b.id)
    await decide('show', b)
    const late = decidePost(desk.deps, act, a.public_id, { action: 'hide', version: 1 }, [
      { id: b.public_id, version: old.version },
    ])
    await expect(late).rejects.toMatchObject({
      code: 'conflict',
      status: 409,
      values: { who: 'Johanna Kivelä', state: 'shown' },
    })
    expect(await states()).toEqual(['new', 'shown', 'new'])
  })

  it('of two people on the same twins at once, each from another card, the second is overtaken', async () => {
    const { say, decide, states } = await start()
    const [a, b, c] = [await say('mastodon'), await say('facebook'), await say('instagram')]
    const both = await Promise.allSettled([decide('show', a, b, c), decide('hide', c, b, a)])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'conflict' })
    expect(new Set(await states()).size).toBe(1)
  })

  it('the card says in which channels, sends what it shows, and the words of undoing count them', async () => {
    const { desk, say, cards } = await start()
    const me = await signInAs(desk, 'curator')
    const [a, b] = [await say('mastodon'), await say('facebook'), await say('instagram')]
    const inbox = await (await get(desk, '/desk/kemijarvi/inbox', me)).text()
    expect(inbox).toContain('Sama julkaisu kolmessa kanavassa')
    const twin = [...inbox.matchAll(/name="twin" value="([^"]+)"/g)].map((one) => one[1] ?? '')
    expect(twin).toHaveLength(2)
    const path = `/desk/kemijarvi/posts/${a.public_id}/decisions`
    const json = { accept: 'application/json' }
    const done = await (await send(desk, path, me, { action: 'hide', version: '1', twin }, json)).json()
    expect(done).toMatchObject({ state: 'hidden', counts: { new: '0', hidden: '3' } })
    expect(done.said).toMatch(/Mastodon ja 2 muuta$/)
    expect(done.twins).toContain(`${b.public_id}.2`)
    const undo = await send(desk, path, me, { action: 'undo', version: '2' }, json)
    expect(await undo.json()).toMatchObject({ state: 'new', counts: { new: '3', hidden: '0' } })
    expect(await cards({ state: 'new' })).toHaveLength(1)
    const odd = await send(desk, path, me, { action: 'hide', version: '3', twin: 'p_x' })
    expect(odd.status).toBe(400)
  })
})
