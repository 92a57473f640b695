// How the platforms' own statistics look when they are downloaded: one layout an entry, told by its headings.
import type { ChannelName, MeterName } from '../../config/place.ts'
import type { DateOrder } from './platform-dates.ts'

/** A row is a post with its numbers so far, or a day of the account. */
export type Per = 'post' | 'day'

/** Counters of visitors tell of a website instead of an account, and only of its days. */
const counters = ['matomo', 'ga4'] as const satisfies readonly MeterName[]
export type Counter = (typeof counters)[number]
/** Whose file it is. */
export type Teller = ChannelName | Counter
export const isCounter = (one: string): one is Counter => (counters as readonly string[]).includes(one)

const fields = {
  post: ['id', 'page', 'link', 'time', 'views', 'reach', 'likes', 'comments', 'shares', 'clicks'],
  day: ['day', 'views', 'clicks', 'followers'],
  site: ['day', 'visits', 'views', 'searches'],
} as const
export type PlatformField = (typeof fields)[keyof typeof fields][number]

/** What a column of a post may hold, and what one of a day. */
export const fieldsOf = (teller: Teller, per: Per): readonly PlatformField[] =>
  fields[isCounter(teller) ? 'site' : per]

export type Layout = {
  channel: Teller
  per: Per
  /** How the platform writes days in figures; null where the column itself must tell. */
  dates: DateOrder | null
  /** One of these headings stands in no other layout of the same columns. */
  tells: readonly string[]
  /** The headings of each field, the one to be preferred first. */
  columns: Partial<Record<PlatformField, readonly string[]>>
}

const meta = {
  id: ['Post ID', 'Publicerings-id', 'Inläggs-id', 'Julkaisun tunnus', 'Julkaisutunnus'],
  link: ['Permalink', 'Permalänk', 'Pysyvä linkki', 'Pysyväislinkki'],
  time: ['Publish time', 'Publiceringstid', 'Julkaisuaika'],
  views: ['Views', 'Visningar', 'Katselukerrat', 'Näyttökerrat', 'Impressions', 'Exponeringar', 'Impressiot'],
  reach: ['Reach', 'Räckvidd', 'Kattavuus'],
  comments: ['Comments', 'Kommentarer', 'Kommentit'],
  shares: ['Shares', 'Delningar', 'Jaot'],
} as const

const pageviews = [
  ...['Pageviews', 'Sivukatseluita', 'Sivukatselut', 'Sivunäytöt', 'Sivun katselut'],
  ...['Sidvisningar', 'nb_pageviews'],
] as const

const dayNames = ['Date', 'Datum', 'Päiväys', 'Päivämäärä', 'Päivä'] as const

export const layouts: readonly Layout[] = [
  {
    channel: 'facebook',
    per: 'post',
    dates: 'mdy',
    tells: [
      'Page name',
      'Page ID',
      'Sidnamn',
      'Sidans namn',
      'Sid-id',
      'Sidans id',
      'Sivun nimi',
      'Sivun tunnus',
    ],
    columns: {
      ...meta,
      page: ['Page ID', 'Sid-id', 'Sidans id', 'Sivun tunnus'],
      likes: ['Reactions', 'Reaktioner', 'Reaktiot'],
      // Of all clicks only those on links are asked for; older files do not tell them apart.
      clicks: [
        ...['Link clicks', 'Länkklick', 'Linkin klikkaukset'],
        ...['Total clicks', 'Totalt antal klick', 'Klikkauksia yhteensä', 'Klikkaukset yhteensä'],
      ],
    },
  },
  {
    channel: 'instagram',
    per: 'post',
    dates: 'mdy',
    tells: ['Account username', 'Kontots användarnamn', 'Tilin käyttäjänimi', 'Tilin käyttäjätunnus'],
    columns: { ...meta, likes: ['Likes', 'Gilla-markeringar', 'Tykkäykset'] },
  },
  {
    channel: 'youtube',
    per: 'post',
    dates: null,
    tells: ['Video title', 'Videotitel', 'Videons titel', 'Videon nimi', 'Videon otsikko'],
    columns: {
      id: ['Content', 'Innehåll', 'Sisältö', 'Video'],
      time: ['Video publish time', 'Videons publiceringstid', 'Videon julkaisuaika'],
      views: ['Views', 'Visningar', 'Katselukerrat', 'Näyttökerrat'],
      likes: ['Likes', 'Gilla-markeringar', 'Tykkäykset'],
      comments: ['Comments added', 'Tillagda kommentarer', 'Lisätyt kommentit', 'Comments'],
      shares: ['Shares', 'Delningar', 'Jaot'],
    },
  },
  {
    channel: 'youtube',
    per: 'day',
    dates: 'ymd',
    tells: ['Watch time (hours)', 'Visningstid (timmar)', 'Katseluaika (tuntia)', 'Engaged views'],
    columns: { day: dayNames, views: ['Views', 'Visningar', 'Katselukerrat', 'Näyttökerrat'] },
  },
  {
    channel: 'linkedin',
    per: 'post',
    dates: 'mdy',
    tells: ['Post link', 'Inläggslänk', 'Julkaisun linkki'],
    columns: {
      link: ['Post link', 'Inläggslänk', 'Julkaisun linkki'],
      time: ['Created date', 'Skapat den', 'Skapandedatum', 'Luontipäivä'],
      views: ['Impressions', 'Exponeringar', 'Visningar', 'Näyttökerrat'],
      clicks: ['Clicks', 'Klick', 'Klikkaukset'],
      likes: ['Likes', 'Reactions', 'Gilla-markeringar', 'Tykkäykset'],
      comments: ['Comments', 'Kommentarer', 'Kommentit'],
      shares: ['Reposts', 'Shares', 'Omdelningar', 'Uudelleenjulkaisut'],
    },
  },
  {
    channel: 'linkedin',
    per: 'day',
    dates: 'mdy',
    tells: ['Impressions (total)', 'Exponeringar (totalt)', 'Näyttökerrat (yhteensä)'],
    columns: {
      day: dayNames,
      views: ['Impressions (total)', 'Exponeringar (totalt)', 'Näyttökerrat (yhteensä)'],
      clicks: ['Clicks (total)', 'Klick (totalt)', 'Klikkaukset (yhteensä)'],
    },
  },
  {
    channel: 'tiktok',
    per: 'post',
    dates: null,
    tells: ['Video link', 'Videolänk', 'Videon linkki'],
    columns: {
      link: ['Video link', 'Videolänk', 'Videon linkki'],
      time: ['Post time', 'Publiceringstid', 'Julkaisuaika'],
      views: ['Total views', 'Video views', 'Views', 'Visningar totalt', 'Katselukerrat yhteensä'],
      likes: ['Total likes', 'Likes', 'Gilla-markeringar totalt', 'Tykkäykset yhteensä'],
      comments: ['Total comments', 'Comments', 'Kommentarer totalt', 'Kommentit yhteensä'],
      shares: ['Total shares', 'Shares', 'Delningar totalt', 'Jaot yhteensä'],
    },
  },
  {
    channel: 'tiktok',
    per: 'day',
    dates: null,
    tells: ['Profile views', 'Profilvisningar', 'Profiilin katselukerrat'],
    columns: {
      day: dayNames,
      views: ['Video views', 'Videovisningar', 'Videon katselukerrat'],
      followers: ['Followers', 'Följare', 'Seuraajat'],
    },
  },
  {
    channel: 'x',
    per: 'post',
    dates: 'mdy',
    tells: ['Post text', 'Tweet text'],
    columns: {
      id: ['Post id', 'Tweet id'],
      link: ['Post Link', 'Tweet permalink'],
      time: ['Date', 'time'],
      views: ['Impressions'],
      likes: ['Likes'],
      comments: ['Replies'],
      shares: ['Reposts', 'Retweets'],
      clicks: ['URL Clicks'],
    },
  },
  {
    channel: 'x',
    per: 'day',
    dates: 'mdy',
    tells: ['Create Post', 'Unfollows'],
    columns: { day: ['Date'], views: ['Impressions'] },
  },
  {
    channel: 'matomo',
    per: 'day',
    dates: 'ymd',
    tells: ['Visits', 'Käynnit', 'Besök', 'nb_visits', ...pageviews],
    columns: {
      day: [...dayNames, 'label'],
      visits: ['Visits', 'Käynnit', 'Besök', 'nb_visits'],
      views: pageviews,
      searches: ['Searches', 'Haut', 'Sökningar', 'nb_searches'],
    },
  },
  {
    channel: 'ga4',
    per: 'day',
    dates: 'ymd',
    tells: ['Sessions', 'Istunnot', 'Sessioner'],
    columns: {
      day: dayNames,
      visits: ['Sessions', 'Istunnot', 'Sessioner'],
      views: ['Views', 'Näyttökerrat', 'Katselukerrat', 'Katselut', 'Visningar'],
    },
  },
]

/** Everybody who has such statistics. */
export const tellers = [...new Set(layouts.map((one) => one.channel))]

const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/** For each column of the head what it holds; of several headings for one thing the best known one. */
export function guessFields(head: readonly string[], columns: Layout['columns']): (PlatformField | null)[] {
  const names = head.map(plain)
  const found: (PlatformField | null)[] = head.map(() => null)
  for (const [field, headings = []] of Object.entries(columns)) {
    const at = headings.map((one) => names.indexOf(plain(one))).find((nth) => nth >= 0)
    if (at !== undefined && found[at] === null) found[at] = field as PlatformField
  }
  return found
}

/** What a row needs, whoever says which column it is: a day, or a time and what the post is known by. */
export function lacks(per: Per, columns: readonly (PlatformField | null)[]): PlatformField | undefined {
  if (per === 'day') return columns.includes('day') ? undefined : 'day'
  if (!columns.includes('id') && !columns.includes('link')) return 'link'
  return columns.includes('time') ? undefined : 'time'
}

/** The layout whose headings these are, by the most columns of it that are there. */
export function recognise(head: readonly string[]): Layout | undefined {
  const names = new Set(head.map(plain))
  const fitting = layouts
    .filter((one) => one.tells.some((heading) => names.has(plain(heading))))
    .map((layout) => ({ layout, columns: guessFields(head, layout.columns) }))
    .filter(({ layout, columns }) => lacks(layout.per, columns) === undefined)
    .map(({ layout, columns }) => ({ layout, n: columns.filter(Boolean).length }))
  return fitting.sort((a, b) => b.n - a.n)[0]?.layout
}

/** Headings that some platform uses for a field, for a file that none of the layouts fits. */
export const anyHeadings = (teller: Teller, per: Per): Layout['columns'] =>
  Object.fromEntries(
    fieldsOf(teller, per).map((field) => [
      field,
      layouts
        .filter((one) => one.per === per && isCounter(one.channel) === isCounter(teller))
        .flatMap((one) => one.columns[field] ?? []),
    ]),
  )
