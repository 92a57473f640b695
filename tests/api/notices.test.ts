// The accessibility statement and the privacy notice as residents get them: over HTTP, and in a browser.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeId } from '../../db/ids.ts'
import { json } from '../../db/open.ts'
import { keeping } from '../../db/schema.ts'
import { axe, borrowBrowser, look, watch } from '../browser.ts'
import { openTestEmbedded } from '../db.ts'
import { makeAccount, makePlace, makePost, NOW } from '../makers.ts'
import { giveConsent, type Site, startSite } from '../wall.ts'

const addresses = {
  access: { fi: '/saavutettavuus', sv: '/tillganglighet', en: '/accessibility' },
  privacy: { fi: '/tietosuoja', sv: '/integritet', en: '/privacy' },
  counting: { fi: '/laskenta', sv: '/rakning', en: '/counting' },
} as const
const every = Object.entries(addresses).flatMap(([name, paths]) =>
  Object.entries(paths).map(([lang, path]) => ({ name, lang, path: `${path}/kemijarvi` })),
)
const titles = {
  access: { fi: 'Saavutettavuusseloste', sv: 'Tillgänglighetsutlåtande', en: 'Accessibility statement' },
  privacy: { fi: 'Tietosuojaseloste', sv: 'Dataskyddsbeskrivning', en: 'Privacy notice' },
  counting: {
    fi: 'Miten someseinän käyttöä lasketaan',
    sv: 'Så räknas användningen av väggen',
    en: 'How visits to the wall are counted',
  },
} as const
/** The first letters of day and year, enough for one and for many. */
const units = { fi: ['päi', 'vuo'], sv: ['dag', 'år'], en: ['day', 'yea'] } as const

describe('the notices', () => {
  let site: Site
  let browser: Browser
  let database: Awaited<ReturnType<typeof openTestEmbedded>>
  beforeAll(async () => {
    database = await openTestEmbedded()
    await makePlace(database.db)
    site = await startSite(database)
    browser = await borrowBrowser()
  }, 90_000)
  afterAll(async () => {
    await site?.close(1_000)
    await database?.close()
  })
  const ask = (path: string, accept = '') =>
    fetch(site.url + path, { headers: { accept: 'text/html', 'accept-language': accept } })
  const read = async (path: string, accept?: string) => (await ask(path, accept)).text()
  const langOf = (html: string) => /<html lang="(\w+)"/.exec(html)?.[1]
  /** The words alone, with the spaces that a reader sees. */
  const wordsOf = (html: string) =>
    html
      .replace(/<[^>]*>/g, ' ')
      .replace(/&#39;/g, '’')
      .replace(/\s+/g, ' ')

  it.each(['/walls/kemijarvi/etusivu', '/digests/kemijarvi', '/desk/login', '/desk/kemijarvi'])(
    'are linked from %s, in its language',
    async (path) => {
      const html = await read(`${path}?lang=sv`, 'sv')
      const lang = langOf(html) as 'fi'
      for (const name of ['access', 'privacy'] as const)
        expect(html).toContain(
          `<a href="${addresses[name][lang]}/kemijarvi?lang=${lang}">${titles[name][lang]}</a>`,
        )
    },
  )

  it.each(every)('$path speaks $lang, whole, and names the place', async ({ name, lang, path }) => {
    const html = await read(`${path}?lang=${lang}`)
    const say = titles[name as 'access'][lang as 'fi']
    expect(langOf(html)).toBe(lang)
    expect(html).toContain(`<title>${say} – Kemijärvi</title>`)
    expect(html).toContain(`<h1>${say}</h1>`)
    expect(wordsOf(html.split('</h1>')[1] ?? '')).toMatch(/: Kemijärvi\.|^ *Kemijärvi/)
    // A value that was not given stands in braces, a word that is missing as nothing at all.
    expect(html).not.toMatch(/[{}]|undefined|<(p|li|dt|dd|h2)>\s*<\//)
  })

  it('lang decides before Accept-Language, and the addresses in Swedish and English speak their own', async () => {
    const path = '/tietosuoja/kemijarvi'
    expect(langOf(await read(path, 'sv-FI,sv;q=0.9,fi;q=0.5'))).toBe('sv')
    expect(langOf(await read(`${path}?lang=en`, 'sv'))).toBe('en')
    expect(langOf(await read(path, 'ru'))).toBe('fi')
    expect(langOf(await read('/integritet/kemijarvi', 'en'))).toBe('sv')
    expect(langOf(await read('/privacy/kemijarvi', 'fi'))).toBe('en')
  })

  it.each(['fi', 'sv', 'en'] as const)('tells in %s every time that prune goes by', async (lang) => {
    const html = await read(`/tietosuoja/kemijarvi?lang=${lang}`)
    const told = [...html.matchAll(/<dd>\D*(\d+ \p{L}{2,3})/gu)].map(([, time]) => time)
    const {
      residentsPost,
      gonePost,
      privatePicture,
      consent,
      removal,
      guess,
      feedback,
      idea,
      guide,
      interview,
      mail,
      recipient,
      audit,
    } = keeping
    const [day, year] = units[lang]
    const times = [
      residentsPost,
      privatePicture,
      gonePost,
      consent,
      removal,
      guess,
      feedback,
      idea,
      guide,
      interview,
      mail,
      recipient,
      audit,
    ]
    expect(told).toEqual(
      times.map((days) => (days < 365 ? `${days} ${day}` : `${Math.round(days / 365)} ${year}`)),
    )
  })

  it('links to the removal form of its language, with the place', async () => {
    for (const [lang, form] of [
      ['fi', '/poista'],
      ['sv', '/ta-bort'],
      ['en', '/remove'],
    ]) {
      const href = `${form}?place=kemijarvi`
      expect(await read(`/tietosuoja/kemijarvi?lang=${lang}`)).toContain(`href="${href}"`)
      expect((await ask(href)).status).toBe(200)
    }
  })

  it('names the channels in use and no others', async () => {
    expect(await read('/tietosuoja/kemijarvi?lang=fi')).toContain('Käytössä nyt: Mastodon, verkkosivusto.')
    await database.db.updateTable('source').set({ active: false }).where('channel', '=', 'feed').execute()
    expect(await read('/tietosuoja/kemijarvi?lang=fi')).toContain('Käytössä nyt: Mastodon.')
    await database.db.updateTable('source').set({ active: false }).execute()
    expect(await read('/tietosuoja/kemijarvi?lang=fi')).toContain('Vielä yhtään kanavaa ei ole käytössä.')
  })

  it('a joint place names its members as the controllers', async () => {
    await makePlace(database.db, 'lappi')
    await database.db
      .updateTable('place')
      .set({ name: json({ fi: 'Itä-Lappi' }), members: json(['kemijarvi', 'unknown']) })
      .where('id', '=', 'lappi')
      .execute()
    const html = await read('/tietosuoja/lappi?lang=fi')
    expect(html).toContain('Itä-Lappi on yhteinen seinä.')
    expect(html).toContain('jonka omalta seinältä julkaisu tulee: Kemijärvi.')
    expect(html).not.toContain('Rekisterinpitäjä on kunta')
  })

  it('tells the day of the assessment and the authority that supervises', async () => {
    const html = await read('/saavutettavuus/kemijarvi?lang=fi')
    expect(wordsOf(html)).toMatch(/viimeksi arvioitu \d{1,2}\.\d{1,2}\.20\d\d\./)
    expect(html).toContain('Traficom')
    expect(html).toContain('href="mailto:saavutettavuus@traficom.fi"')
  })

  it('tells the state of the walls on the day: what waits, what is unknown, what is others’', async () => {
    const { db } = database
    const place = 'posio'
    await makePlace(db, place)
    const say = async () => wordsOf(await read('/saavutettavuus/posio?lang=fi'))
    expect(await say()).toContain('Seinillä ei ole vielä yhtään kokonaan näytettävää julkaisua.')
    const own = await makeAccount(db, { place, kind: 'own' })
    const partner = await makeAccount(db, { place, kind: 'partner', agreement: 'Sovittu' })
    const resident = await makeAccount(db, { place })
    const put = async (account_id: number, more: object, media: object = {}) => {
      const { id } = await makePost(db, { place, account_id, state: 'shown', ...more })
      const common = { place_id: place, post_id: id, position: 0, source_url: 'https://x/1.jpg' }
      await db
        .insertInto('media')
        .values({ ...common, public_id: makeId('m'), kind: 'image', author_alt: 'Lumi', ...media })
        .execute()
      return id
    }
    await put(own, {})
    await put(partner, { lang: null })
    expect(await say()).toContain('Kokonaan näytetään 2 julkaisua, joista 1 on muiden')
    expect(await say()).toContain('Yksikään kuva ei odota kuvausta.')
    expect(await say()).toContain('Kieltä ei ole merkitty 1 julkaisuun.')
    await put(own, {}, { author_alt: ' ' })
    await put(own, {}, { kind: 'video', captions: null })
    await put(own, {}, { kind: 'video', captions: 'yes' })
    // Of these nothing is shown, or a link alone.
    const unseen = await put(resident, {}, { author_alt: null })
    await put(own, { state: 'hidden' }, { author_alt: null })
    await put(own, { gone_at: NOW }, { author_alt: null })
    expect(await say()).toContain('Kuvausta odottaa 1 kuva. Sitä ei näytetä ennen kuin')
    expect(await say()).toMatch(/Kunnan omista videoista ja äänitteistä 1 on ilman/)
    await giveConsent(db, place, { post: unseen })
    expect(await say()).toContain('Kuvausta odottaa 2 kuvaa. Niitä ei näytetä')
    expect(await say()).toContain('Kokonaan näytetään 6 julkaisua, joista 2 on muiden')
    for (const path of ['/tillganglighet/posio', '/accessibility/posio'])
      expect(await read(path)).not.toMatch(/[{}|]|undefined/)
  })

  it('may be kept by anybody for five minutes, sets no cookie and cannot be framed', async () => {
    for (const { path } of every) {
      const { headers, status } = await ask(path)
      expect(status).toBe(200)
      expect(headers.get('cache-control')).toBe('public, max-age=300')
      expect(headers.get('vary')).toContain('accept-language')
      expect(headers.get('set-cookie')).toBeNull()
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    }
  })

  it('there is none of a place that does not exist', async () => {
    for (const { path } of every) {
      const answer = await ask(path.replace('kemijarvi', 'nowhere'))
      expect(answer.status).toBe(404)
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
  })

  it('both are told in OpenAPI and linked from the wall in its language', async () => {
    const { paths } = await (await ask('/openapi.json')).json()
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/saavutettavuus/{place}', '/tietosuoja/{place}']),
    )
    const wall = await read('/walls/kemijarvi/etusivu?lang=en')
    expect(wall).toContain('href="/accessibility/kemijarvi?lang=en"')
    expect(wall).toContain('href="/privacy/kemijarvi?lang=en"')
  })

  const looks = [
    ['/saavutettavuus/kemijarvi?lang=fi', 320, 'light'],
    ['/accessibility/kemijarvi', 1280, 'dark'],
    ['/tietosuoja/kemijarvi?lang=fi', 320, 'dark'],
    ['/integritet/kemijarvi', 1280, 'light'],
    ['/walls/kemijarvi/etusivu?lang=fi', 320, 'light'],
  ] as const
  it.each(looks)(
    '%s at %i px, %s: nothing for axe, nothing from elsewhere, nothing sideways',
    async (path, width, colorScheme) => {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
      const seen = await watch(page, site.url)
      await page.goto(site.url + path)
      expect(await axe(page)).toEqual([])
      expect([seen.violations, seen.foreign]).toEqual([[], []])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
      await look(page, `notice${path.replace(/\W+/g, '-')}-${width}-${colorScheme}`)
      await page.close()
    },
  )

  it('is read without script by keyboard: the skip link, the languages, then its links', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false })
    await page.goto(`${site.url}/tietosuoja/kemijarvi?lang=fi`)
    const names: string[] = []
    for (let n = 0; n < 5; n++) {
      await page.keyboard.press('Tab')
      names.push((await page.locator(':focus').textContent())?.trim() ?? '')
    }
    expect(names).toEqual(['Siirry sisältöön', 'Suomi', 'Svenska', 'English', titles.counting.fi])
    await page.getByRole('link', { name: 'Svenska' }).click()
    expect(new URL(page.url()).pathname).toBe('/integritet/kemijarvi')
    await page.close()
  })
})
