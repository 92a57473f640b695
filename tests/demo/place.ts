// Kemijärvi for the demo: the place file that we ship, with the simulated platforms as its sources.
import { readFileSync } from 'node:fs'
import { type ChannelName, type PlaceFile, readPlace } from '../../config/place.ts'
import type { Db } from '../../db/open.ts'
import { createPlace } from '../../db/places.ts'
import { ACCOUNT } from '../sim/bluesky.ts'
import { ownByHand } from './by-hand.ts'
import { authors } from './stories.ts'
import type { World } from './world.ts'

const shipped = new URL('../../config/places/kemijarvi.yaml', import.meta.url)
const AGREED = 'Esimerkki: näyttämisestä on sovittu sähköpostilla.'

/** Whom residents reach, as an editor would have filled it in. */
const contact: PlaceFile['place']['contact'] = {
  unit: {
    fi: 'Kemijärven kaupunki, viestintä (esimerkki)',
    sv: 'Kemijärvi stad, kommunikationen (exempel)',
    en: 'Town of Kemijärvi, communications (example)',
  },
  email: 'viestinta@esimerkki.example',
  phone: '016 000 0000',
  officer: 'tietosuoja@esimerkki.example',
  hosting: {
    fi: 'Palvelin on Suomessa, ja sitä ylläpitää kaupungin tietohallinto. Tietoja ei siirretä EU:n ulkopuolelle.',
    sv: 'Servern finns i Finland och sköts av stadens dataförvaltning. Uppgifter överförs inte utanför EU.',
    en: 'The server is in Finland and run by the town’s own IT. No data leaves the EU.',
  },
}

/** The file with sources of the demo; its next steps lead to the demo's landing page. */
export function demoPlace(world: World, landing: string): PlaceFile {
  const read = readPlace(readFileSync(shipped, 'utf8'), 'kemijarvi.yaml')
  if ('complaints' in read) throw new Error(read.complaints.join('\n'))
  const families = read.place.families.map((one) => one.id)
  const base = { active: true, families: [] as string[], every: 15 }
  const pages: Record<string, string> = {
    'varaa-live': 'varaa-live',
    'varaa-etana': 'varaa-eta',
    kysy: 'kysy',
  }
  return {
    ...read.place,
    place: { ...read.place.place, contact },
    accounts: authors
      .filter((one) => one.kind !== 'resident' && one.channel === 'mastodon')
      .map((one) => ({
        channel: 'mastodon' as ChannelName,
        handle: `@${one.handle}@${new URL(world.mastodon.url).host}`,
        name: one.name,
        kind: one.kind,
        ...(one.kind === 'partner' && { agreement: AGREED }),
      }))
      .concat(ownByHand),
    sources: [
      {
        ...base,
        id: 'mastodon',
        channel: 'mastodon',
        mode: 'resident',
        families,
        settings: { server: world.mastodon.url },
      },
      {
        ...base,
        id: 'bluesky',
        channel: 'bluesky',
        mode: 'resident',
        families,
        settings: { identifier: ACCOUNT.identifier, service: world.bluesky.url },
      },
      // Searches are dear: a few times a day is what the real service asks, too.
      { ...base, id: 'youtube', channel: 'youtube', mode: 'resident', families, every: 360, settings: {} },
      {
        ...base,
        id: 'facebook',
        channel: 'facebook',
        mode: 'own',
        every: 120,
        settings: { account: world.meta.page.id },
      },
      {
        ...base,
        id: 'instagram',
        channel: 'instagram',
        mode: 'resident',
        families: ['kemijarvi', 'tarinat'].filter((one) => families.includes(one)),
        every: 240,
        settings: { user: world.meta.user.id },
      },
      {
        ...base,
        id: 'instagram-oma',
        channel: 'instagram',
        mode: 'own',
        every: 240,
        settings: { user: world.meta.user.id, reading: 'own' },
      },
      ...authors
        .filter((one) => one.channel === 'youtube' && one.kind !== 'resident')
        .map((one) => ({
          ...base,
          id: `youtube-${one.key}`,
          channel: 'youtube' as const,
          mode: one.kind === 'own' ? ('own' as const) : ('partner' as const),
          every: 360,
          settings: { account: `@${one.handle}` },
        })),
      { ...base, id: 'tarinalomake', channel: 'story', mode: 'resident', settings: {} },
      ...authors
        .filter((one) => one.channel === 'feed')
        .map((one) => ({
          ...base,
          id: one.handle,
          channel: 'feed' as const,
          mode: one.kind === 'own' ? ('own' as const) : ('partner' as const),
          settings: { url: `${world.sites.feeds.get(one.key)?.url}/feed/` },
        })),
      ...authors
        .filter((one) => one.channel === 'wordpress')
        .map((one) => ({
          ...base,
          id: one.handle,
          channel: 'wordpress' as const,
          mode: 'partner' as const,
          settings: { site: world.sites.wordpress.get(one.key)?.url },
        })),
      {
        ...base,
        id: 'kylatalo',
        channel: 'feed',
        mode: 'partner',
        settings: { url: `${world.sites.down.url}/feed/` },
      },
    ],
    meters: [
      {
        id: 'kavijat',
        meter: 'matomo',
        active: true,
        every: 1440,
        settings: { url: world.matomo.url, site: 1, pages: [{ id: 'muuttajalle', path: '/muuta' }] },
      },
    ],
    walls: read.place.walls.map((wall) => ({
      ...wall,
      actions: wall.actions.map((one) => ({ ...one, url: `${landing}/fi/${pages[one.id] ?? ''}` })),
    })),
  }
}

/** Makes the place; everything its sources bring is marked as a sample. */
export async function createDemoPlace(db: Db, file: PlaceFile, at: Date): Promise<void> {
  await createPlace(db, file, at)
  await db.updateTable('source').set({ sample: true }).where('place_id', '=', file.place.id).execute()
}

/** Feeds' accounts are met at the first visit; the partners among them have agreed, too. */
export async function agreeWithPartners(db: Db, place: string, at: Date): Promise<void> {
  await db
    .updateTable('account')
    .set({ agreement: AGREED, agreed_at: at })
    .where('place_id', '=', place)
    .where('kind', '=', 'partner')
    .where('agreement', 'is', null)
    .execute()
}
