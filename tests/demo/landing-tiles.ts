// The eighteen services a newcomer needs, by name, in an order that may be changed, and the ready-made searches.
import type { Lang } from './landing-words.ts'

export type Group = 'home' | 'everyday' | 'work'
export type Tile = { id: string; group: Group; icon: string; name: Record<Lang, string> }

const tile = (group: Group, id: string, icon: string, fi: string, en: string): Tile => ({
  id,
  group,
  icon,
  name: { fi, en },
})

/** First what belongs to living, last what belongs to work: a place may give another order. */
export const tiles: readonly Tile[] = [
  tile('home', 'myytavat-asunnot', 'house', 'Myytävät asunnot', 'Homes for sale'),
  tile('home', 'vapaat-vuokra-asunnot', 'key-round', 'Vapaat vuokra-asunnot', 'Homes to rent'),
  tile('home', 'vapaat-tontit', 'land-plot', 'Vapaat tontit', 'Building plots'),
  tile('home', 'rakentaminen', 'hammer', 'Rakentaminen', 'Building a home'),
  tile('home', 'muuttopalvelut', 'truck', 'Muutto\u00adpalvelut', 'Moving services'),
  tile('home', 'sahko-vesi-liikenne', 'plug-zap', 'Sähkö, vesi, liikenne', 'Power, water, transport'),
  tile('everyday', 'varhaiskasvatus', 'blocks', 'Varhais\u00adkasvatus', 'Early childhood education'),
  tile('everyday', 'peruskoulu', 'backpack', 'Peruskoulu', 'School'),
  tile('everyday', 'sote-palvelut', 'stethoscope', 'Sote-palvelut', 'Health and social services'),
  tile('everyday', 'harrastukset', 'snowflake', 'Harrastukset', 'Hobbies'),
  tile('everyday', 'kulttuuripalvelut', 'drama', 'Kulttuuri\u00adpalvelut', 'Culture'),
  tile(
    'everyday',
    'yhdistykset-ja-yhteisot',
    'users',
    'Yhdistykset ja yhteisöt',
    'Associations and communities',
  ),
  tile('work', 'vapaat-tyopaikat', 'briefcase', 'Vapaat työpaikat', 'Open jobs'),
  tile('work', 'etatyo-ja-yhteydet', 'wifi', 'Etätyö ja yhteydet', 'Remote work and broadband'),
  tile('work', 'vapaat-toimitilat', 'warehouse', 'Vapaat toimitilat', 'Business premises'),
  tile('work', 'yritykset-ja-palvelut', 'store', 'Yritykset ja palvelut', 'Companies and services'),
  tile(
    'work',
    'opinnot-ja-kouluttautuminen',
    'graduation-cap',
    'Opinnot ja kouluttau\u00adtuminen',
    'Studies and training',
  ),
  tile('work', 'matkailijan-kemijarvi', 'mountain-snow', 'Matkailijan Kemijärvi', 'Kemijärvi for visitors'),
]

/** The tiles with the named ones first, the rest in their own order: what a town wants to lift comes to the front. */
export const orderTiles = (first: readonly string[]) => {
  const rank = (id: string) => (first.includes(id) ? first.indexOf(id) : first.length)
  return tiles.toSorted((a, b) => rank(a.id) - rank(b.id))
}

export type Search = { url: string; name: Record<Lang, string>; tiles: readonly string[] }

export const searches: readonly Search[] = [
  {
    url: 'https://asunnot.oikotie.fi/myytavat-asunnot/kemijarvi',
    name: { fi: 'Myytävät asunnot Oikotiessä', en: 'Homes for sale on Oikotie' },
    tiles: ['myytavat-asunnot'],
  },
  {
    url: 'https://asunnot.oikotie.fi/vuokra-asunnot/kemijarvi',
    name: { fi: 'Vuokra-asunnot Oikotiessä', en: 'Homes to rent on Oikotie' },
    tiles: ['vapaat-vuokra-asunnot'],
  },
  {
    url: 'https://asunnot.oikotie.fi/myytavat-tontit/kemijarvi',
    name: { fi: 'Tontit Oikotiessä', en: 'Plots on Oikotie' },
    tiles: ['vapaat-tontit', 'rakentaminen'],
  },
  {
    url: 'https://toimitilat.oikotie.fi/vuokrattavat-toimitilat/kemijarvi',
    name: { fi: 'Toimitilat Oikotiessä', en: 'Business premises on Oikotie' },
    tiles: ['vapaat-toimitilat'],
  },
  {
    url: 'https://www.tori.fi/recommerce/forsale/search?q=Kemij%C3%A4rvi',
    name: { fi: 'Kemijärven ilmoitukset Torissa', en: 'Kemijärvi on Tori.fi' },
    tiles: ['muuttopalvelut', 'myytavat-asunnot', 'vapaat-vuokra-asunnot'],
  },
  {
    url: 'https://tyomarkkinatori.fi/henkiloasiakkaat/avoimet-tyopaikat?q=Kemij%C3%A4rvi',
    name: { fi: 'Kemijärven työpaikat Työmarkkinatorilla', en: 'Jobs in Kemijärvi on Job Market Finland' },
    tiles: ['vapaat-tyopaikat'],
  },
]
