// The accessibility statement that the Finnish law on digital services asks for: state, gaps, feedback, authority.
import { formatDate, type Key, type Language, pick, t } from '../../config/i18n.ts'
import type { Contact } from '../../config/place.ts'
import type { Gaps } from '../../db/wall-gaps.ts'
import { contactLinks, type Notice } from './notice-page.tsx'

/** When we last went through the pages ourselves; whoever does it anew writes the day here. */
const ASSESSED = new Date('2026-11-26T12:00:00Z')

export type AccessFacts = {
  name: string
  zone: string
  main: Language | undefined
  contact: Contact
  gaps: Gaps
}

/** Whom to tell, what is missing today, and where to complain. */
export function accessibility(language: Language, place: AccessFacts, now: Date): Notice {
  const { name, zone, main, contact, gaps } = place
  const site = t(language, 'access.authority.site')
  const day = (at: Date) => formatDate(language, at, zone)
  const reviewed = contact.reviewed && day(new Date(`${contact.reviewed}T12:00:00Z`))
  return {
    title: 'access.title',
    lede: ['access.lede', 'access.publisher'],
    values: {
      place: name,
      assessed: day(ASSESSED),
      today: day(now),
      unit: contact.unit ? pick(contact.unit, language, main) : '',
      reviewed: reviewed ?? '',
      ...gaps,
    },
    sections: [
      { title: 'access.state', texts: ['access.state.text', 'access.state.works'] },
      {
        title: 'access.gaps',
        points: ['access.gap.language', 'access.gap.alt', 'access.gap.letters', 'access.gap.video'],
      },
      { title: 'access.today', points: todayOf(gaps) },
      { title: 'access.outside', points: ['access.outside.others', 'access.outside.sites'] },
      { title: 'access.ways', texts: ['access.ways.text'] },
      {
        title: 'access.feedback',
        texts: [contact.unit ? 'access.feedback.unit' : 'access.feedback.registry', 'access.feedback.text'],
        links: contactLinks(contact),
      },
      {
        title: 'access.authority',
        texts: ['access.authority.text', 'access.authority.name'],
        links: [
          { href: site, text: site.replace('https://', '') },
          { href: 'mailto:saavutettavuus@traficom.fi', text: 'saavutettavuus@traficom.fi' },
          { href: 'tel:+358295345000', text: '029 534 5000' },
        ],
      },
      {
        title: 'access.made',
        texts: ['access.made.text', reviewed ? 'access.made.reviewed' : 'access.made.unreviewed'],
      },
    ],
  }
}

/** What is so on this day: only what there is, and that pictures are in order when they are. */
function todayOf({ posts, languages, pictures, films }: Gaps): Key[] {
  if (!posts) return ['access.today.none']
  return [
    'access.today.posts',
    pictures ? 'access.today.pictures' : 'access.today.described',
    ...(languages ? (['access.today.languages'] as const) : []),
    ...(films ? (['access.today.films'] as const) : []),
  ]
}
