// A resident's story: taken with its consent and clean pictures, refused in words, withdrawn by its own address.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, it, onTestFinished } from 'vitest'
import { takeDueSources } from '../../db/due.ts'
import { makeFormKey } from '../../services/form-key.ts'
import { readPicture } from '../../services/pictures.ts'
import { onBothDatabases } from '../db.ts'
import { makePlace, NOW } from '../makers.ts'
import { get, openDesk, post, signInAs } from './desk.ts'

const told = {
  text: 'Muutimme tänne elokuussa. #uusi',
  name: 'Aino',
  mine: '1',
  age: '1',
  families: 'tarinat',
}
const photo = () =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: '#789' } })
    .withExif({ IFD0: { Artist: 'Salainen' }, IFD3: { GPSLatitude: '66/1 43/1 0/1' } })
    .jpeg()
    .toBuffer()

onBothDatabases('a resident’s story', (open) => {
  async function start() {
    const dir = mkdtempSync(join(tmpdir(), 'somewall-story-'))
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
    const desk = openDesk(open(), { MEDIA_DIR: dir })
    const { db } = desk.deps
    await makePlace(db)
    const editor = await signInAs(desk, 'editor')
    const turn = (open: '0' | '1') => post(desk, '/desk/kemijarvi/stories', editor, { open })
    await turn('1')
    const send = (fields: Record<string, string | Uint8Array>, path = '/kerro/kemijarvi') => {
      const body = new FormData()
      body.set('key', makeFormKey(desk.deps, 'story kemijarvi'))
      for (const [name, value] of Object.entries(fields))
        body.set(
          name,
          typeof value === 'string' ? value : new File([value as Uint8Array<ArrayBuffer>], 'kuva'),
        )
      return desk.app.request(path, { method: 'POST', body, headers: { accept: 'text/html' } })
    }
    const posts = () => db.selectFrom('post').selectAll().orderBy('id').execute()
    return { desk, db, dir, send, posts, turn, editor }
  }

  it('waits in the queue with its tags, its name and its consent for a year, and sets no cookie', async () => {
    const { desk, db, send, posts } = await start()
    const answer = await send({ ...told, email: 'aino@example.org', digest: '1' })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null])
    expect(await posts()).toMatchObject([{ channel: 'story', state: 'new', text: told.text }])
    const tags = await db.selectFrom('post_tag').select('key').orderBy('position').execute()
    expect(tags.map((tag) => tag.key)).toEqual(['uusi', 'tuhannenjayhdentyöntarinat'])
    expect(await db.selectFrom('consent').selectAll().execute()).toMatchObject([
      {
        state: 'granted',
        scope: { wall: true, digest: true, channels: false, print: false },
        evidence_kind: 'form',
        evidence_ref: 'Aino, aino@example.org',
        child: 'no',
        wording_version: 'story-1',
      },
    ])
    const me = await signInAs(desk, 'curator')
    expect(await (await get(desk, '/desk/kemijarvi/inbox', me)).text()).toContain('Muutimme tänne elokuussa')
  })

  it('is taken only while an editor keeps the form open; page and wall tell, and what was typed stays', async () => {
    const { desk, db, send, posts, turn, editor } = await start()
    const read = async (path: string) => (await desk.app.request(path)).text()
    const wall = () => read('/walls/kemijarvi/etusivu?lang=en')
    expect(await wall()).toContain('href="/tell/kemijarvi"')
    expect(await db.selectFrom('source').selectAll().where('channel', '=', 'story').execute()).toMatchObject([
      { id: 'story', active: true, next_at: null },
    ])
    await turn('0')
    expect(await wall()).not.toContain('/tell/')
    expect(await read('/kerro/kemijarvi')).toContain('ei ota juuri nyt vastaan tarinoita')
    expect(await read('/kerro/kemijarvi')).not.toContain('<form')
    const late = await send(told)
    expect([late.status, await posts()]).toEqual([409, []])
    expect(await late.text()).toContain(told.text)
    for (const page of ['guide', 'embed'])
      expect(await (await get(desk, `/desk/kemijarvi/${page}`, editor)).text()).toContain(
        'Tarinalomake on kiinni',
      )
    await turn('1')
    expect((await send(told)).status).toBe(200)
    const audit = await db.selectFrom('audit').select(['action', 'object']).orderBy('id').execute()
    const switched = audit.filter(({ object }) => object === 'story').map(({ action }) => action)
    expect(switched).toEqual(['source-on', 'source-off', 'source-on'])
    // Nobody is sent to fetch what people bring, and no list of visits speaks of it.
    expect(await takeDueSources(db, new Date(NOW.getTime() + 86_400_000))).not.toContainEqual(
      expect.objectContaining({ source: 'story' }),
    )
    expect(await (await get(desk, '/desk/kemijarvi/sources', editor)).text()).not.toContain('id="story"')
  })

  it('goes to the wall whole once a person shows it, and off it the moment its teller asks', async () => {
    const { desk, db, send } = await start()
    const page = await (await send(told)).text()
    const wall = async () =>
      (await (await desk.app.request('/api/v1/walls/kemijarvi/etusivu')).json()) as { lead: unknown[] }
    await db.updateTable('post').set({ state: 'shown' }).execute()
    expect((await wall()).lead).toMatchObject([{ shown: 'whole', author: { name: 'Aino' } }])
    const address = /<code>([^<]+)</.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const form = await (await desk.app.request(`/poista?address=${encodeURIComponent(address)}`)).text()
    expect(form).toContain(`value="${address}"`)
    const body = new URLSearchParams({ place: 'kemijarvi', address, reason: 'Muutin mieleni' })
    const asked = await desk.app.request('/poista', { method: 'POST', body })
    expect(asked.status).toBe(200)
    expect((await db.selectFrom('post').select('state').executeTakeFirstOrThrow()).state).toBe('hidden')
  })

  it('leaves no trace on the wall when its permission has ended, not even a link', async () => {
    const { desk, db, send } = await start()
    await send(told)
    await db.updateTable('post').set({ state: 'shown' }).execute()
    await db.updateTable('consent').set({ until: '2026-11-24' }).execute()
    const wall = await (await desk.app.request('/api/v1/walls/kemijarvi/etusivu')).json()
    expect(wall).toMatchObject({ lead: [], posts: [] })
  })

  it('keeps pictures made anew: no place, no name of a camera, with the teller’s own description', async () => {
    const { db, dir, send } = await start()
    const pictures = { picture1: await photo(), alt1: 'Järvi illalla', people: '1', child: 'guardian' }
    expect((await send({ ...told, ...pictures })).status).toBe(200)
    const media = await db.selectFrom('media').selectAll().executeTakeFirstOrThrow()
    expect(media).toMatchObject({ copy: 'public', author_alt: 'Järvi illalla', width: 400, height: 300 })
    expect((await db.selectFrom('consent').select('child').executeTakeFirstOrThrow()).child).toBe('guardian')
    const kept = await readPicture(dir, media.sha256 as string, 320, 'jpg')
    expect((await sharp(kept).metadata()).exif).toBeUndefined()
  })

  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
  it.each([
    ['without a permission', { text: 'Hei', age: '1' }, 'Jotakin puuttuu'],
    ['by a machine', { ...told, website: 'x' }, 'Jotakin puuttuu'],
    ['with a picture but no word on who is in it', { ...told, picture0: heic }, 'onko niissä lapsia'],
    ['with HEIC', { ...told, picture0: heic, people: '1', child: 'no' }, 'iPhonessa: Asetukset, Kamera'],
    [
      'with SVG',
      { ...told, picture2: Buffer.from('<svg/>'), people: '1', child: 'no' },
      'Kuvaa 3 ei voi käyttää',
    ],
    [
      'with 11 MB',
      { ...told, picture0: Buffer.alloc(11_000_000), people: '1', child: 'no' },
      'Kuva 1 on liian suuri',
    ],
  ])('is refused %s, and what was typed stays', async (_, fields, words) => {
    const { send, posts, db } = await start()
    const answer = await send(fields as Record<string, string>)
    const page = await answer.text()
    expect([answer.status, await posts(), await db.selectFrom('consent').selectAll().execute()]).toEqual([
      400,
      [],
      [],
    ])
    expect(page).toContain(words)
    expect(page).toContain(fields.text)
  })

  it('of 30 MB is refused in words before it is read, and the eleventh in an hour waits', async () => {
    const { send } = await start()
    const huge = await send({ ...told, picture0: Buffer.alloc(30_000_000) })
    expect([huge.status, await huge.text()]).toEqual([413, expect.stringContaining('liian suuria')])
    for (let n = 0; n < 10; n++) await send({ text: '' })
    const late = await send(told)
    expect([late.status, Number(late.headers.get('retry-after')) > 0]).toEqual([429, true])
  })

  it('is asked for in three languages, at places that exist', async () => {
    const { desk } = await start()
    for (const [path, words] of [
      ['/kerro/kemijarvi', 'Lähetä tarina'],
      ['/beratta/kemijarvi', 'Skicka berättelsen'],
      ['/tell/kemijarvi', 'Send the story'],
    ] as const)
      expect(await (await desk.app.request(path)).text()).toContain(words)
    expect((await desk.app.request('/kerro/muualla')).status).toBe(404)
  })
})
