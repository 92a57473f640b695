// A joint place at the desk: it hides and pins its members' posts for itself, and the members' own walls stay.
import { expect, it } from 'vitest'
import { findBrokenAudit } from '../../db/audit.ts'
import { loadPlace } from '../../services/api/place-view.ts'
import { onBothDatabases } from '../db.ts'
import { makeAccount, makePlace, makePost } from '../makers.ts'
import { get, openDesk, post, signInAs } from './desk.ts'

onBothDatabases('a joint place', (open) => {
  it('hides and pins for itself alone, by its own people, and takes it back', async () => {
    const desk = openDesk(open())
    const { db } = desk.deps
    for (const id of ['kemijarvi', 'posio', 'yhdessa', 'muu']) await makePlace(db, id)
    await db
      .updateTable('place')
      .set({ members: JSON.stringify(['kemijarvi', 'posio']) })
      .where('id', '=', 'yhdessa')
      .execute()
    const own = await makeAccount(db, { kind: 'own' })
    const here = await makePost(db, { state: 'shown', account_id: own, text: 'Oma uutinen #kemijärvi' })
    const there = await makePost(db, { place: 'posio', state: 'shown', text: 'Salaiset sanat' })
    const fresh = await makePost(db, { state: 'new', account_id: own })
    const foreign = await makePost(db, { place: 'muu', state: 'shown' })
    const me = await signInAs(desk, 'curator', { place: 'yhdessa' })
    const move = (id: string, how: string) => post(desk, `/desk/yhdessa/members/${id}`, me, { move: how })
    const page = async () => (await get(desk, '/desk/yhdessa/members', me)).text()
    const wall = async (id: string) => {
      const view = await loadPlace(db, id)
      // What nobody has decided on is a candidate of open walls only.
      const ids = view?.posts.map((one) => one.publicId).filter((one) => one !== fresh.public_id)
      return { posts: ids?.sort(), pins: [...(view?.pins.keys() ?? [])] }
    }
    const html = await page()
    expect([html.includes('Oma uutinen'), html.includes('Salaiset'), html.includes(fresh.public_id)]).toEqual(
      [true, false, false],
    )
    expect((await move(here.public_id, 'hide')).status).toBe(303)
    expect((await wall('yhdessa')).posts).toEqual([there.public_id])
    expect((await wall('kemijarvi')).posts).toContain(here.public_id)
    expect(await page()).toContain('Piilotettu täältä')
    await move(here.public_id, 'show')
    await move(here.public_id, 'pin')
    expect(await wall('yhdessa')).toMatchObject({
      posts: [here.public_id, there.public_id].sort(),
      pins: [here.id],
    })
    expect((await wall('kemijarvi')).pins).toEqual([])
    // The member's own decisions leave the joint pin, and the member's hiding holds there at once.
    const editor = await signInAs(desk, 'editor')
    const version = async () =>
      (await db.selectFrom('post').select('version').where('id', '=', here.id).executeTakeFirstOrThrow())
        .version
    await post(desk, `/desk/kemijarvi/posts/${here.public_id}/decisions`, editor, {
      action: 'pin',
      version: String(await version()),
    })
    await post(desk, `/desk/kemijarvi/posts/${here.public_id}/decisions`, editor, {
      action: 'unpin',
      version: String(await version()),
    })
    expect((await wall('yhdessa')).pins).toEqual([here.id])
    await move(here.public_id, 'unpin')
    expect((await wall('yhdessa')).pins).toEqual([])
    for (const id of [fresh.public_id, foreign.public_id, 'p_none'])
      expect((await move(id, 'hide')).status).toBe(404)
    expect(
      (await post(desk, `/desk/kemijarvi/members/${here.public_id}`, editor, { move: 'hide' })).status,
    ).toBe(404)
    expect(await findBrokenAudit(db, 'yhdessa')).toBeUndefined()
  })
})
