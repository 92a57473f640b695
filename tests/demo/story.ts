// What a sample post is before the year repeats it, and the invented people and groups who write them.
export type AuthorKind = 'own' | 'staff' | 'partner' | 'resident'
export type StoryChannel =
  | 'mastodon'
  | 'bluesky'
  | 'youtube'
  | 'facebook'
  | 'instagram'
  | 'feed'
  | 'wordpress'
export type Author = { key: string; name: string; handle: string; kind: AuthorKind; channel: StoryChannel }

/** A post as its file tells it; the channel is its author's, the language Finnish unless said. */
export type Told = {
  author: string
  lang?: 'en' | 'sv'
  /** Months in which it may be written, 1 to 12. */
  months: readonly number[]
  /** Only posts of websites and videos have one. */
  title?: string
  /** May hold slots such as {n}, {paikka} or {aika}; never the tags. */
  text: string
  /** With their #, in the order in which the author writes them after the text. */
  tags: readonly string[]
  /** The name of a file in pictures/. */
  picture?: string
  /** For each slot in the text the words that fit it, so that no year repeats another. */
  slots?: Readonly<Record<string, readonly string[]>>
}

export type Story = Omit<Told, 'lang'> & { channel: StoryChannel; lang: 'fi' | 'en' | 'sv' }

const author = (
  key: string,
  name: string,
  handle: string,
  kind: AuthorKind,
  channel: StoryChannel,
): Author => ({
  key,
  name,
  handle,
  kind,
  channel,
})

/** All invented; a handle has no host, a feed's handle is the last part of its address. */
export const authors: readonly Author[] = [
  author('kaupunki', 'Kemijärven kaupunki', 'kemijarvi', 'own', 'mastodon'),
  author('muutto', 'Muuta Kemijärvelle', 'muutakemijarvelle', 'own', 'mastodon'),
  author('kirjasto', 'Kemijärven kirjasto', 'kemijarvenkirjasto', 'own', 'mastodon'),
  author('uutiset', 'Kemijärven uutiset', 'uutiset', 'own', 'feed'),
  author('koulut', 'Kemijärven koulut', 'kemijarvenkoulut', 'own', 'mastodon'),
  author('videot', 'Kemijärven kaupunki', 'kemijarvenkaupunki', 'own', 'youtube'),
  author('sivu', 'Kemijärven kaupunki', 'kemijarvi', 'own', 'facebook'),
  author('kuvat', 'Kemijärven kaupunki', 'kemijarvi', 'own', 'instagram'),
  author('elina', 'Elina Tervaniemi, muutto-opas', 'elinaopastaa', 'staff', 'mastodon'),
  author('latu', 'Hiihtoseura Järven Latu', 'jarvenlatu', 'partner', 'mastodon'),
  author('lomalle', 'Lomalle Kemijärvelle', 'lomallekemijarvelle', 'partner', 'mastodon'),
  author('kelo', 'Elokuvakerho Kelo', 'elokuvakerhokelo', 'partner', 'mastodon'),
  author('kelovideot', 'Elokuvakerho Kelo', 'elokuvakerhokelo', 'partner', 'youtube'),
  author('kuoro', 'Kuoro Suvanto', 'kuorosuvanto', 'partner', 'mastodon'),
  author('kylat', 'Järvikylien yhdistys', 'jarvikylat', 'partner', 'mastodon'),
  author('yrittajat', 'Yrittäjien Itä-Lappi', 'yrittajat', 'partner', 'wordpress'),
  author('anni', 'Anni Halvari', 'annihalvari', 'resident', 'mastodon'),
  author('joonas', 'Joonas Kaltiomaa', 'joonask', 'resident', 'bluesky'),
  author('sanna', 'Sanna Kairala', 'sannakairala', 'resident', 'bluesky'),
  author('tuulikki', 'Tuulikki kylällä', 'tuulikkikylalla', 'resident', 'youtube'),
  author('vieras', 'Joku Instagramissa', 'jokuinstagramissa', 'resident', 'instagram'),
  author('tapani', 'Tapani Kelloselkä', 'tapanijakoira', 'resident', 'mastodon'),
  author('maija', 'Maija Vuorela', 'maijavuorela', 'resident', 'mastodon'),
  author('daniela', 'Daniela Ruiz', 'danielaupnorth', 'resident', 'mastodon'),
  author('erik', 'Erik Sandvik', 'eriksandvik', 'resident', 'mastodon'),
]
