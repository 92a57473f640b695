// What an editor tells for the notices and where it is read; the codes and the plugin that the desk hands out.
import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit.ts'
import { onBothDatabases } from '../db.ts'
import { makePlace } from '../makers.ts'
import { get, openDesk, post, signInAs } from './desk.ts'

const told = {
  unit_fi: 'Kemijärven kaupungin kirjaamo',
  email: 'kirjaamo@kemijarvi.example',
  phone: '+358 16 000 0000',
  officer: 'tietosuoja@kemijarvi.example',
  hosting_fi: 'Palvelin on Suomessa, ja sitä ylläpitää kaupungin tietohallinto.',
  reviewed: '2026-11-20',
}

onBothDatabases('the notices at the desk', (open) => {
  async function start() {
    const desk = openDesk(open())
    await makePlace(desk.deps.db)
    const me = await signInAs(desk, 'editor')
    const send = (form: Record<string, string>) => post(desk, '/desk/kemijarvi/notices', me, form)
    const read = async (path: string) => (await get(desk, path, me)).text()
    return { desk, send, read }
  }

  it('tell whom the town has named, on both pages and in the record; else they point to the registry', async () => {
    const { desk, send, read } = await start()
    expect(await read('/saavutettavuus/kemijarvi?lang=fi')).toContain('vastaa kunnan kirjaamo')
    expect((await send(told)).status).toBe(303)
    const access = await read('/saavutettavuus/kemijarvi?lang=fi')
    const privacy = await read('/tietosuoja/kemijarvi?lang=sv')
    for (const html of [access, privacy]) {
      expect(html).toContain('Kemijärven kaupungin kirjaamo.')
      expect(html).toContain('href="mailto:kirjaamo@kemijarvi.example"')
      expect(html).toContain('href="tel:+358160000000"')
    }
    expect(access).toContain('Kunta on tarkistanut selosteen viimeksi 20.11.2026.')
    expect(privacy).toContain('Kommunens dataskyddsombud nås på tietosuoja@kemijarvi.example.')
    expect(privacy).toContain(told.hosting_fi)
    expect(await read('/desk/kemijarvi/notices')).toContain(`value="${told.unit_fi}"`)
    const [event] = await listAudit(desk.deps.db, 'kemijarvi', undefined, 1)
    expect([event?.action, event?.object]).toEqual(['contact-set', 'kemijarvi'])
    await send({})
    expect(await read('/tietosuoja/kemijarvi?lang=fi')).not.toContain('kemijarvi.example')
  })

  it('a wrong value is told with all that was sent, and nothing is kept', async () => {
    const { send, read } = await start()
    const answer = await send({ ...told, email: 'kirjaamo', phone: 'x', reviewed: '2026-02-30' })
    expect(answer.status).toBe(400)
    const html = await answer.text()
    for (const sentence of [
      'Sähköposti: tarkista osoite.',
      'Puhelin: numeroita',
      'Tarkistuspäivä: tarkista päivä.',
    ])
      expect(html).toContain(sentence)
    expect(html).toContain(`value="${told.officer}"`)
    expect(await read('/tietosuoja/kemijarvi?lang=fi')).not.toContain(told.officer)
  })

  it('the paragraph for the town’s own statement stands there in three languages, with its walls', async () => {
    const { read } = await start()
    const html = await read('/desk/kemijarvi/notices')
    for (const [lang, wall, path] of [
      ['fi', 'Kemijärvi somessa', '/saavutettavuus/kemijarvi?lang=fi'],
      ['sv', 'Kemijärvi somessa', '/tillganglighet/kemijarvi?lang=sv'],
      ['en', 'Kemijärvi in social media', '/accessibility/kemijarvi?lang=en'],
    ] as const) {
      const [, text = ''] = new RegExp(`id="paragraph-${lang}"[^>]*>([^<]*)<`).exec(html) ?? []
      expect(text).toContain(`(${wall})`)
      expect(text).toContain(path)
      expect(text).toMatch(/WCAG 2\.1.*3\.1\.2.*1\.1\.1.*1\.2\.2/)
    }
  })

  it('the plugin for WordPress knows the service and the wall, and is the same bytes every time', async () => {
    const { desk, read } = await start()
    expect(await read('/desk/kemijarvi/embed')).toContain(
      'href="/desk/kemijarvi/embed/somewall.zip?wall=etusivu"',
    )
    const me = await signInAs(desk, 'editor')
    const load = async () => {
      const answer = await get(desk, '/desk/kemijarvi/embed/somewall.zip?wall=etusivu', me)
      expect(answer.headers.get('content-disposition')).toBe('attachment; filename="somewall.zip"')
      return Buffer.from(await answer.arrayBuffer())
    }
    const zip = await load()
    expect(zip.equals(await load())).toBe(true)
    expect(zip.toString('latin1')).toContain(
      `{"service":"${desk.deps.env.PUBLIC_URL}","place":"kemijarvi","wall":"etusivu"}`,
    )
    for (const name of [
      'somewall.php',
      'fragment.php',
      'block.js',
      'words.php',
      'readme.txt',
      'uninstall.php',
    ])
      expect(zip.includes(`somewall/${name}`)).toBe(true)
  })

  it('the codes of a wall follow what is chosen, for people and for the page’s script alike', async () => {
    const { desk, read } = await start()
    const me = await signInAs(desk, 'editor')
    const path =
      '/desk/kemijarvi/embed?wall=etusivu&layout=list&lang=en&limit=5&theme=dark&heading=0&family=tarinat&channel='
    const { frame, codes } = await (await get(desk, path, me, { accept: 'application/json' })).json()
    const chosen = 'layout=list&limit=5&theme=dark&heading=0&family=tarinat'
    expect(frame).toBe(`/embed/kemijarvi/etusivu?lang=en&${chosen}`)
    expect(codes.element).toContain(
      'lang="en" layout="list" limit="5" theme="dark" heading-level="0" family="tarinat">',
    )
    expect(codes.div).toContain('data-heading-level="0"')
    expect(codes.screen).toMatch(
      /walls\/kemijarvi\/etusivu\?lang=en&limit=5&theme=dark&family=tarinat&screen=1$/,
    )
    expect(codes.policy).toContain(`script-src ${desk.deps.env.PUBLIC_URL};`)
    expect(codes.pinned).toContain('integrity="')
    const html = await read(path)
    expect(html).toContain('<option value="tarinat" selected="">Työtarinat</option>')
    expect(html).toContain('<option value="mastodon">Mastodon</option>')
    for (const name of ['WordPress', 'Drupal', 'Liferay', 'TYPO3', 'Umbraco', 'SharePoint', 'Squarespace'])
      expect(html).toContain(`<dt>${name}</dt>`)
    expect((await get(desk, '/desk/kemijarvi/embed?limit=99', me)).status).toBe(400)
  })
})
