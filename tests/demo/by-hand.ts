// What no interface brings in the demo: a table of channels, pasted links, residents' stories, a request for removal.
import { readFileSync } from 'node:fs'
import { countHeard } from '../../db/heard.ts'
import { addNote } from '../../db/notes.ts'
import { findPlace, listFamilies } from '../../db/places.ts'
import { listTopics } from '../../db/topics.ts'
import type { Act } from '../../services/curate.ts'
import { decidePost } from '../../services/decide.ts'
import type { Deps } from '../../services/deps.ts'
import { addDays, dayOf } from '../../services/domain/quarter.ts'
import { makeFormKey } from '../../services/form-key.ts'
import { keepTopics } from '../../services/lists.ts'
import { pastedForm, takePasted } from '../../services/pasted.ts'
import { askRemoval } from '../../services/removals.ts'
import { checkSheet, columnName, sheetColumns, takeSheet } from '../../services/sheet.ts'
import { storyForm, takeStory } from '../../services/story.ts'
import { handOver } from '../../services/topics.ts'
import { findPicture, pictureFolder } from './pictures.ts'

/** Accounts of the town's in channels that are not collected. */
export const ownByHand = (['tiktok', 'linkedin'] as const).map((channel) => ({
  channel,
  handle: '@kemijarvi',
  name: 'Kemijärven kaupunki',
  kind: 'own' as const,
}))

/** Days before today, where, the end of the link, what it says, and its likes, comments, shares and views. */
const table = [
  [3, 'tiktok', '7412', 'Yksi päivä kirjaston hyllyjen välissä', 214, 12, 9, 4_870],
  [11, 'linkedin', '7301', 'Haemme kahta lähihoitajaa kotihoitoon', 41, 6, 14, 1_320],
  [17, 'tiktok', '7398', 'Näin tehdään latu ennen aamua', 655, 38, 61, 18_900],
  [26, 'linkedin', '7284', 'Kaupungin etätyötila avasi ovensa', 58, 9, 11, 1_710],
] as const

const links = [
  {
    day: 2,
    link: 'https://www.linkedin.com/posts/esimerkki-kuumaa-hiilta-7310',
    author: 'Kuumaa Hiiltä Oy (esimerkki)',
    text: 'Palkkasimme toisen kisällin. Hän muutti perheineen Kemijärvelle. Paja on lähempänä kuin bussi kotona.',
    hashtags: '#kemijärvi #tuhannenjayhdentyöntarinat',
  },
  {
    day: 6,
    link: 'https://www.tiktok.com/@pilkkipirkko.esimerkki/video/7401',
    author: '@pilkkipirkko.esimerkki',
    text: 'Ensimmäinen ahven ja kolme kuksallista kahvia. Jää kantaa rannalla, selällä ei vielä.',
    hashtags: '#kemijärvi',
  },
  // A word of the list holds it for a person.
  {
    day: 1,
    link: 'https://www.tiktok.com/@latukarhu.esimerkki/video/7408',
    author: '@latukarhu.esimerkki',
    text: 'Pirun hyvä latu Suomulla tänä aamuna. Kone kulki viideltä, pakkasta yksitoista.',
    hashtags: '#kemijärvi #ulkonaperillä',
  },
  {
    day: 1,
    link: 'https://www.linkedin.com/posts/esimerkki-kielikahvila-7318',
    author: 'Marta Nowicka (esimerkki)',
    text: 'Aloitan tammikuussa hoitajana Kemijärvellä. Missä ja milloin kielikahvila kokoontuu, jos teen vuoroja?',
    hashtags: '#kemijärvi',
  },
] as const

const asked = {
  link: 'kielikahvila-7318',
  area: 'sivistys',
  question: 'Sopiiko kielikahvila vuorotyöhön, ja milloin seuraava on? Vastaa julkaisun alle.',
}

const stories = [
  {
    text: 'Tulin kesätöihin päiväkodille ja jäin. Lapset kysyvät joka aamu, näinkö poroja. Useimmiten näin.',
    name: 'Eveliina (esimerkki)',
    picture: 'paivakoti.webp',
    shown: true,
  },
  {
    text: 'Korjaan traktoreita tallissa, jossa isoisäni kengitti hevosia. Sama ovi, samat saranat.',
    name: 'Arvo (esimerkki)',
    picture: undefined,
    shown: false,
  },
] as const

/** Brings it all, and marks it as what it is: a sample. */
export async function bringByHand(deps: Deps, act: Act): Promise<void> {
  const today = dayOf(deps.clock(), act.place.time_zone)
  const head = sheetColumns.map((column) => columnName(act.language, column))
  const rows = table.map(([back, channel, id, text, ...counts]) => [
    channel,
    `https://www.${channel}.com/@kemijarvi/${id}`,
    addDays(today, -back),
    '@kemijarvi',
    text,
    '#kemijärvi',
    ...counts.map(String),
  ])
  const sheet = [head, ...rows].map((cells, at) => ({ line: at + 1, cells }))
  await takeSheet(deps, act, checkSheet(sheet, act, deps.clock()))
  for (const { day, ...one } of links)
    await takePasted(deps, act, pastedForm.parse({ ...one, day: addDays(today, -day) }))
  const found = deps.db.selectFrom('post').select('public_id').where('url', 'like', `%${asked.link}`)
  const { public_id } = await found.executeTakeFirstOrThrow()
  await giveAddresses(deps, act)
  await handOver(deps, act, public_id, asked)
  await tellStories(deps, act)
  await giveFeedback(deps, act, today)
  await wantRemoval(deps, act)
  await deps.db.updateTable('post').set({ sample: true }).where('place_id', '=', act.place.id).execute()
}

/** Where a question to a service area is mailed; the two others have none yet. */
const addresses: Record<string, string> = {
  asettautuminen: 'asettautuminen@esimerkki.example',
  sivistys: 'sivistyspalvelut@esimerkki.example',
  tekninen: 'tekniset@esimerkki.example',
}

async function giveAddresses(deps: Deps, act: Act): Promise<void> {
  const areas = (await listTopics(deps.db, act.place.id)).filter((one) => one.kind === 'area')
  const lines = areas.map((one) => ({ ...one, email: addresses[one.id] ?? null }))
  await keepTopics(deps, act, 'area', lines)
}

/** What the open form has brought in the running quarter. */
const feedback = [
  { back: 3, body: '5/5 Löysin seinältä kyläyhdistyksen talkoot. Kiitos, että ne näkyvät.', heard: 'site' },
  { back: 9, body: 'Kartta uimarannoista puuttuu. Muuten selkeät sivut.', heard: 'search' },
  { back: 16, body: '4/5 Muuton jälkeen oli helppo löytää harrastukset.', heard: 'friend' },
  { back: 24, body: 'Toivoisin enemmän englanniksi, perheemme lukee sitä.', heard: 'work' },
] as const

async function giveFeedback({ db, clock }: Deps, act: Act, today: string): Promise<void> {
  for (const { back, body, heard } of feedback) {
    const day = addDays(today, -back)
    const note = { kind: 'feedback', day, theme: null, body, evidence_url: null } as const
    await addNote(db, act.place.id, note, { by: 'palautteen antaja', at: clock(), sample: true })
    await countHeard(db, { place: act.place.id, day, form: 'feedback', answer: heard, sample: true })
  }
}

/** Somebody asked two days ago: the newest of the residents' posts that only stand as a link is hidden and waits. */
async function wantRemoval(deps: Deps, act: Act): Promise<void> {
  const { canonical_url } = await deps.db
    .selectFrom('post')
    .innerJoin('account', 'account.id', 'post.account_id')
    .select('post.canonical_url')
    .where('post.place_id', '=', act.place.id)
    .where('state', '=', 'shown')
    .where('account.kind', '=', 'resident')
    .where('post.channel', '=', 'bluesky')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('consent').select('id').whereRef('consent.account_id', '=', 'account.id'))),
    )
    .orderBy('published_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const asked = {
    place: act.place.id,
    address: String(canonical_url),
    everything: false,
    reason: 'Kuvassa näkyy meidän piha ja auto. En halua sitä kaupungin sivuille.',
    contact: 'pihan.omistaja@esimerkki.example',
  }
  const at = new Date(deps.clock().getTime() - 2 * 86_400_000)
  await askRemoval({ ...deps, clock: () => at }, asked, 'demo')
}

async function tellStories(deps: Deps, act: Act): Promise<void> {
  const place = await findPlace(deps.db, act.place.id)
  if (!place) throw new Error('the demo place is not there')
  const families = await listFamilies(deps.db, place.id)
  for (const { text, name, picture, shown } of stories) {
    const found = picture && findPicture(picture)
    const form = storyForm.parse({
      ...{ text, name, families: ['tarinat'], mine: '1', age: '1', digest: '1' },
      ...(found && { people: '1', child: 'no' }),
      alts: found ? [found.alt.fi] : [],
    })
    const sent = found ? [{ nth: 0, bytes: readFileSync(new URL(found.file, pictureFolder)) }] : []
    await takeStory(deps, place, families, form, sent, makeFormKey(deps, `story ${place.id}`))
    if (!shown) continue
    const newest = deps.db.selectFrom('post').select(['public_id', 'version']).where('channel', '=', 'story')
    const post = await newest.orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
    await decidePost(deps, act, post.public_id, { action: 'show', version: post.version })
  }
}
