// Studies: brought in with findings and a file, listed by the digest, read by anybody once it is published, never run.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { listUnusedFiles } from '../../db/media.ts'
import { compileBundle } from '../../services/compile.ts'
import { studyTypeOf } from '../../services/domain/study-file.ts'
import { listPictures } from '../../services/pictures.ts'
import { get, post } from './desk.ts'
import { standAtDesk } from './stand.ts'

const PDF = new TextEncoder().encode('%PDF-1.7\n<script>alert(1)</script>\n%%EOF')
const told = {
  ...{ title: 'Lähtömuuton syyt <b>', maker: 'Lapin yliopisto', day: '2026-08-12', language: 'fi', url: '' },
  ...{ summary: 'Kysely 214 lähteneelle.', findings: 'Työ ratkaisee.\n\nLuonto houkuttelee takaisin.' },
}

describe('studies', () => {
  const dir = mkdtempSync(join(tmpdir(), 'somewall-studies-'))
  const settings = { MEDIA_DIR: dir }
  const stand = standAtDesk('writer', { name: 'Johanna', now: '2026-10-20T09:00:00Z', settings })
  afterAll(() => rmSync(dir, { recursive: true }))
  const send = async (fields: Record<string, string>, file?: [name: string, bytes: Uint8Array]) => {
    const body = new FormData()
    body.set('csrf', stand.me.csrf)
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    if (file) body.set('file', new File([file[1] as Uint8Array<ArrayBuffer>], file[0]))
    const headers = { accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie: stand.me.cookie }
    return stand.desk.app.request('/desk/kemijarvi/studies', { method: 'POST', body, headers })
  }
  const page = () => stand.page('/studies')
  const one = () => stand.database.db.selectFrom('study').selectAll().executeTakeFirstOrThrow()

  it('is brought in by one form and listed with its maker, summary and file', async () => {
    expect((await send(told, ['Lähtö.pdf', PDF])).status).toBe(303)
    expect(await one()).toMatchObject({
      findings: ['Työ ratkaisee.', 'Luonto houkuttelee takaisin.'],
      file_size: PDF.length,
    })
    const html = await page()
    expect(html).toContain('Lähtömuuton syyt &lt;b&gt;')
    expect(html).toContain('Lähtö.pdf (PDF, 1\u00a0kt)')
    const bundle = await compileBundle(stand.database.db, 'kemijarvi', '2026-q3', stand.desk.deps.clock())
    expect(bundle.studies).toMatchObject([
      { day: '2026-08-12', about: { maker: 'Lapin yliopisto', file: { type: 'pdf', size: PDF.length } } },
    ])
  })

  it('its file is for the desk until a published digest lists it; it is saved, never shown or run', async () => {
    await send(told, ['a.pdf', PDF])
    const { public_id: id } = await one()
    const open = `/studies/kemijarvi/${id}`
    expect((await stand.desk.app.request(open)).status).toBe(404)
    expect((await get(stand.desk, `/desk/kemijarvi/studies/${id}/file`, stand.me)).status).toBe(200)
    const at = stand.desk.deps.clock()
    const digest = {
      place_id: 'kemijarvi',
      quarter: '2026-q3',
      revision: 1,
      sha256: 'h',
      texts: '{}',
      by: 'Aino',
    }
    await stand.database.db
      .insertInto('digest')
      .values({
        ...digest,
        public_id: 'd_aaaaaaaaaaaa',
        state: 'published',
        bundle: `["${id}"]`,
        compiled_at: at,
        published_at: at,
      })
      .execute()
    const answer = await stand.desk.app.request(open)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; /),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PDF)
    expect((await stand.desk.app.request('/studies/posio/t_aaaaaaaaaaaa')).status).toBe(404)
  })

  it('its file stays while it is used, and leaves with it', async () => {
    await send(told, ['a.pdf', PDF])
    const { public_id: id, file_sha256 } = await one()
    const files = () =>
      [...readdirSync(dir, { recursive: true, encoding: 'utf8' })].filter((name) => name.endsWith('.pdf'))
    expect(files()).toHaveLength(1)
    expect(await listUnusedFiles(stand.database.db, [...(await listPictures(dir))])).toEqual([])
    expect(file_sha256).toMatch(/^[0-9a-f]{64}$/)
    expect((await post(stand.desk, `/desk/kemijarvi/studies/${id}/remove`, stand.me, {})).status).toBe(303)
    expect(files()).toEqual([])
    expect((await post(stand.desk, `/desk/kemijarvi/studies/${id}/remove`, stand.me, {})).status).toBe(404)
  })

  it('anything but a document of some size is refused, and the form keeps what was written', async () => {
    const refused = async (name: string, bytes: Uint8Array) => {
      const answer = await send(told, [name, bytes])
      return [answer.status, /Tällaista tiedostoa|liian suuri/.exec(await answer.text())?.[0]]
    }
    const page = new TextEncoder().encode('<html><script>alert(1)</script>')
    expect(await refused('a.html', page)).toEqual([400, 'Tällaista tiedostoa'])
    expect(await refused('a.pdf', page)).toEqual([400, 'Tällaista tiedostoa'])
    expect((await refused('a.pdf', new Uint8Array(22 * 1024 * 1024)))[0]).toBe(413)
    const empty = await send({ ...told, title: ' ' })
    expect([empty.status, await empty.text()]).toEqual([
      400,
      expect.stringContaining('Kysely 214 lähteneelle.'),
    ])
    expect(await stand.database.db.selectFrom('study').select('id').execute()).toEqual([])
  })

  it.each([
    ['a.PDF', PDF, 'pdf'],
    ['a.docx', Uint8Array.of(0x50, 0x4b, 3, 4), 'docx'],
    ['a.docm', Uint8Array.of(0x50, 0x4b, 3, 4), undefined],
    ['a.pdf.exe', PDF, undefined],
    ['a.docx', PDF, undefined],
    ['pdf', PDF, undefined],
  ])('%s is told by its name and its first bytes', (name, bytes, type) =>
    expect(studyTypeOf(name, bytes)).toBe(type),
  )
})
