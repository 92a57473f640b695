// A lift in a real browser: in at most eight steps, by keyboard alone, at 320 px and without script; axe on its pages.
import { beforeEach, describe, expect, it } from 'vitest'
import { makeId } from '../../db/ids.ts'
import { findPlace } from '../../db/places.ts'
import { askConsent, consentToken } from '../../services/consents.ts'
import { axe, look } from '../browser.ts'
import { makeAccount, makePost } from '../makers.ts'
import { standInBrowser, tooWide, unfold } from './browser-stand.ts'
import { post } from './desk.ts'

const MOST_STEPS = 8

describe('the lift in a browser', () => {
  const stand = standInBrowser(20_000 + (process.pid % 2_000), 'editor')
  const { origin, open } = stand
  let lifted: string
  beforeEach(async () => {
    const { db } = stand.database
    const { id, public_id } = await makePost(db, { account_id: await makeAccount(db) })
    const media = { public_id: makeId('m'), post_id: id, place_id: 'kemijarvi', position: 0 } as const
    await db
      .insertInto('media')
      .values({ ...media, kind: 'image', source_url: 'https://x/1.jpg' })
      .execute()
    lifted = public_id
  })

  const liftedNow = async () =>
    (await stand.database.db.selectFrom('lift').select('post_id').execute()).length

  // From the front page to the wall, when nothing is ready yet: the consent, two descriptions, the lift.
  const walk = [
    ['press', 'Valitse viikon nosto'],
    ['press', 'Kirjaa lupa'],
    ['press', 'Ei lasta'],
    ['write', 'Linkki vastaukseen tai muistiinpano', 'https://example.social/@aino/9'],
    ['press', 'Kirjaa lupa', 'button'],
    ['write', 'Kuvaus suomeksi', 'Luminen tie'],
    ['write', 'Kuvaus englanniksi', 'Snowy road'],
    ['press', 'Nosta seinälle'],
  ] as const

  it('is made in at most eight steps with a pointer, and the time it took is kept', async () => {
    const page = await open('/desk/kemijarvi')
    for (const [how, name, more] of walk) {
      if (how === 'write') await page.getByLabel(name).fill(more)
      else if (name === 'Kirjaa lupa' && !more) await page.locator('.ask > summary').click()
      else if (name === 'Ei lasta') await page.getByLabel(name).check()
      else await page.locator(`main :is(a, button):has-text("${name}")`).first().click()
    }
    expect(walk.length).toBeLessThanOrEqual(MOST_STEPS)
    expect(await page.locator('.head').textContent()).toContain('Tämän viikon nosto on tehty')
    expect(await liftedNow()).toBe(1)
    const row = await stand.database.db.selectFrom('lift').select('seconds').executeTakeFirstOrThrow()
    expect(row.seconds).toBe(0)
    await page.context().close()
  })

  it('is made by keyboard alone, on the narrowest screen and without script, in the same steps', async () => {
    const page = await open('/desk/kemijarvi', { width: 320, script: false })
    const names = () =>
      page.evaluate(() => {
        const now = document.activeElement as HTMLInputElement | null
        const label = now?.labels?.[0]?.textContent ?? now?.textContent ?? ''
        return `${now?.tagName} ${label.trim()}`
      })
    const reach = async (name: string, tag: string) => {
      for (let tabs = 0; tabs < 120; tabs++) {
        await page.keyboard.press('Tab')
        const now = await names()
        if (now.includes(name) && now.startsWith(tag)) return
      }
      throw new Error(`${name} cannot be reached by keyboard`)
    }
    for (const [how, name, more] of walk) {
      await reach(name, more === 'button' ? 'BUTTON' : '')
      if (how === 'write') await page.keyboard.type(more)
      else if (name === 'Ei lasta') await page.keyboard.press('Space')
      else if (name === 'Kirjaa lupa' && !more) await page.keyboard.press('Enter')
      else await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    }
    expect(await page.locator('.head').textContent()).toContain('Tämän viikon nosto on tehty')
    expect(await liftedNow()).toBe(1)
    await page.context().close()
  })

  it('is made by touch alone on the narrowest screen, in the same steps', async () => {
    const page = await open('/desk/kemijarvi', { width: 320, touch: true })
    for (const [how, name, more] of walk) {
      if (how === 'write') {
        await page.getByLabel(name).tap()
        await page.getByLabel(name).fill(more)
      } else if (name === 'Kirjaa lupa' && !more) await page.locator('.ask > summary').tap()
      else if (name === 'Ei lasta') await page.getByText(name).tap()
      else await page.locator(`main :is(a, button):has-text("${name}")`).first().tap()
    }
    await page.getByText('Tämän viikon nosto on tehty').waitFor()
    expect(await liftedNow()).toBe(1)
    await page.context().close()
  })

  it('has pages without findings of axe and without sideways scrolling, the author’s and the story’s too', async () => {
    const place = await findPlace(stand.database.db, 'kemijarvi')
    if (!place) throw new Error('no place')
    const act = { place, name: 'Johanna Kivelä', person: stand.me.person, language: 'fi' as const }
    const consent = await askConsent(stand.desk.deps, act, lifted, 'Kommentilla')
    const made = await post(stand.desk, '/desk/kemijarvi/journeys', stand.me, {
      title_fi: 'Matka',
      text_fi: 'Alku.',
    })
    const story = made.headers.get('location')?.split('?')[0] ?? ''
    await post(stand.desk, story, stand.me, { title_fi: 'Matka', text_fi: 'Alku.', do: 'publish' })
    const paths = [
      `/desk/kemijarvi/lift?post=${lifted}`,
      `/desk/kemijarvi/posts/${lifted}/ask`,
      `/lupa/${consentToken(stand.desk.deps.keys, consent)}?lang=fi`,
      '/desk/kemijarvi/journeys',
      story,
      `/matka/kemijarvi/${story.split('/').at(-1)}?lang=fi`,
    ]
    const page = await open('/desk/kemijarvi', { width: 320 })
    const found: string[] = []
    for (const [nth, path] of paths.entries()) {
      const schemes = process.env.LONG
        ? (['light', 'dark'] as const)
        : ([nth % 2 ? 'dark' : 'light'] as const)
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme })
        await page.goto(origin + path)
        await unfold(page)
        found.push(...[...(await axe(page)), ...(await tooWide(page))].map((one) => `${path} ${one}`))
        await look(page, `lift${path.replace(/\W+/g, '-').slice(0, 40)}-${colorScheme}`)
      }
    }
    expect(found).toEqual([])
    await page.context().close()
  }, 60_000)
})
