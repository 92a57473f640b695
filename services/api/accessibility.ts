// The accessibility statement that the Finnish law on digital services asks for: state, gaps, feedback, authority.
import { formatDate, type Language, t } from '../../config/i18n.ts'
import type { Notice } from './notice-page.tsx'

/** When we last went through the pages ourselves; whoever does it anew writes the day here. */
const ASSESSED = new Date('2026-11-25T12:00:00Z')

/** Whom to tell, and where to complain. `name` is the place's. */
export function accessibility(language: Language, name: string, zone: string): Notice {
  const site = t(language, 'access.authority.site')
  return {
    title: 'access.title',
    lede: ['access.lede', 'access.publisher'],
    values: { place: name, assessed: formatDate(language, ASSESSED, zone) },
    sections: [
      { title: 'access.state', texts: ['access.state.text', 'access.state.works'] },
      {
        title: 'access.gaps',
        points: ['access.gap.language', 'access.gap.alt', 'access.gap.letters', 'access.gap.video'],
      },
      { title: 'access.outside', points: ['access.outside.others', 'access.outside.sites'] },
      { title: 'access.ways', texts: ['access.ways.text'] },
      { title: 'access.feedback', texts: ['access.feedback.text'] },
      {
        title: 'access.authority',
        texts: ['access.authority.text', 'access.authority.name'],
        links: [
          { href: site, text: site.replace('https://', '') },
          { href: 'mailto:saavutettavuus@traficom.fi', text: 'saavutettavuus@traficom.fi' },
          { href: 'tel:+358295345000', text: '029 534 5000' },
        ],
      },
      { title: 'access.made', texts: ['access.made.text'] },
    ],
  }
}
