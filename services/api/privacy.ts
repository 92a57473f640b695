// The privacy notice: controller, what is kept and why, how long, rights and where to complain.
import { type Language, pick, t } from '../../config/i18n.ts'
import type { ChannelName, Contact } from '../../config/place.ts'
import { keepingTimes, keepingValues } from '../keeping-times.ts'
import { noticePath } from '../notice-links.tsx'
import { removalPath } from '../public-paths.ts'
import { contactLinks, type Notice } from './notice-page.tsx'

/** What the notice tells of a place. `members` is empty unless it is a joint one; `channels` are those in use. */
export type PrivacyFacts = {
  id: string
  name: string
  members: readonly string[]
  channels: readonly ChannelName[]
  main: Language | undefined
  contact: Contact
  /** Whether the last walls stand on disk, too. */
  shelved: boolean
}

export function privacy(language: Language, place: PrivacyFacts): Notice {
  const { contact } = place
  const form = removalPath(language, place.id)
  const site = t(language, 'privacy.complain.site')
  return {
    title: 'privacy.title',
    lede: ['privacy.lede'],
    values: {
      place: place.name,
      members: place.members.join(', '),
      channels: [...new Set(place.channels.map((one) => t(language, `channel.${one}`)))].join(', '),
      ...keepingValues(language),
      unit: contact.unit ? pick(contact.unit, language, place.main) : '',
      officer: contact.officer ?? '',
      hosting: contact.hosting ? pick(contact.hosting, language, place.main) : '',
    },
    sections: [
      {
        title: 'privacy.who',
        texts: [
          place.members.length ? 'privacy.who.joint' : 'privacy.who.place',
          contact.unit ? 'privacy.who.unit' : 'privacy.who.registry',
          ...(contact.officer ? (['privacy.who.officer'] as const) : []),
        ],
        links: contactLinks(contact),
      },
      {
        title: 'privacy.visit',
        texts: ['privacy.visit.none', 'privacy.visit.counts', 'privacy.visit.out'],
        links: [{ href: noticePath('counting', language, place.id), text: t(language, 'counting.title') }],
      },
      {
        title: 'privacy.what',
        texts: [
          place.channels.length ? 'privacy.what.from' : 'privacy.what.none',
          'privacy.what.kept',
          'privacy.what.person',
        ],
      },
      {
        title: 'privacy.why',
        points: [
          'privacy.why.own',
          'privacy.why.partner',
          'privacy.why.consent',
          'privacy.why.link',
          'privacy.why.count',
        ],
      },
      {
        title: 'privacy.keep',
        texts: ['privacy.keep.text', ...(place.shelved ? (['privacy.keep.shelf'] as const) : [])],
        times: keepingTimes,
      },
      {
        title: 'privacy.share',
        texts: ['privacy.share.text', contact.hosting ? 'privacy.share.hosting' : 'privacy.share.ask'],
      },
      {
        title: 'privacy.rights',
        points: [
          'privacy.rights.remove',
          'privacy.rights.object',
          'privacy.rights.withdraw',
          'privacy.rights.rest',
        ],
        links: [{ href: form, text: t(language, 'privacy.rights.form') }],
      },
      {
        title: 'privacy.complain',
        texts: ['privacy.complain.text', 'privacy.complain.name'],
        links: [
          { href: site, text: site.replace('https://', '') },
          { href: 'mailto:tietosuoja@om.fi', text: 'tietosuoja@om.fi' },
          { href: 'tel:+358295666700', text: '029 566 6700' },
        ],
      },
    ],
  }
}
