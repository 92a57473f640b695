// The privacy notice: controller, what is kept and why, how long by `keeping` itself, rights and where to complain.
import { type Language, pick, t } from '../../config/i18n.ts'
import type { ChannelName, Contact } from '../../config/place.ts'
import { keeping } from '../../db/schema.ts'
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
  const time = (days: number) => sayDays(language, days)
  const form = removalPath(language, place.id)
  const site = t(language, 'privacy.complain.site')
  return {
    title: 'privacy.title',
    lede: ['privacy.lede'],
    values: {
      place: place.name,
      members: place.members.join(', '),
      channels: [...new Set(place.channels.map((one) => t(language, `channel.${one}`)))].join(', '),
      post: time(keeping.residentsPost),
      preview: time(keeping.privatePicture),
      gone: time(keeping.gonePost),
      consent: time(keeping.consent),
      removal: time(keeping.removal),
      guess: time(keeping.guess),
      feedback: time(keeping.feedback),
      interview: time(keeping.interview),
      mail: time(keeping.mail),
      recipient: time(keeping.recipient),
      shelf: time(keeping.shelf),
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
        times: [
          ['privacy.keep.post', 'privacy.keep.post.time'],
          ['privacy.keep.shown', 'privacy.keep.shown.time'],
          ['privacy.keep.preview', 'privacy.keep.preview.time'],
          ['privacy.keep.gone', 'privacy.keep.gone.time'],
          ['privacy.keep.own', 'privacy.keep.own.time'],
          ['privacy.keep.consent', 'privacy.keep.consent.time'],
          ['privacy.keep.removal', 'privacy.keep.removal.time'],
          ['privacy.keep.sender', 'privacy.keep.sender.time'],
          ['privacy.keep.feedback', 'privacy.keep.feedback.time'],
          ['privacy.keep.interview', 'privacy.keep.interview.time'],
          ['privacy.keep.mail', 'privacy.keep.mail.time'],
          ['privacy.keep.recipient', 'privacy.keep.recipient.time'],
          ['privacy.keep.desk', 'privacy.keep.desk.time'],
        ],
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

/** Whole years as years, a leap day more or less; anything else as days. */
function sayDays(language: Language, days: number): string {
  const years = Math.floor(days / 365)
  return years > 0 && days % 365 <= Math.ceil(years / 4)
    ? t(language, 'keeping.years', { n: years })
    : t(language, 'keeping.days', { n: days })
}
