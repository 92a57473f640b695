// How long what is kept, in words, by `keeping` itself: for the privacy notice, the desk and the record of processing.
import { type Language, t, type Values } from '../config/i18n.ts'
import { keeping } from '../db/schema.ts'

/** What is kept, and how long. */
export const keepingTimes = [
  ['privacy.keep.post', 'privacy.keep.post.time'],
  ['privacy.keep.shown', 'privacy.keep.shown.time'],
  ['privacy.keep.preview', 'privacy.keep.preview.time'],
  ['privacy.keep.gone', 'privacy.keep.gone.time'],
  ['privacy.keep.own', 'privacy.keep.own.time'],
  ['privacy.keep.consent', 'privacy.keep.consent.time'],
  ['privacy.keep.removal', 'privacy.keep.removal.time'],
  ['privacy.keep.sender', 'privacy.keep.sender.time'],
  ['privacy.keep.feedback', 'privacy.keep.feedback.time'],
  ['privacy.keep.idea', 'privacy.keep.idea.time'],
  ['privacy.keep.guide', 'privacy.keep.guide.time'],
  ['privacy.keep.interview', 'privacy.keep.interview.time'],
  ['privacy.keep.mail', 'privacy.keep.mail.time'],
  ['privacy.keep.recipient', 'privacy.keep.recipient.time'],
  ['privacy.keep.desk', 'privacy.keep.desk.time'],
  ['privacy.keep.audit', 'privacy.keep.audit.time'],
] as const

/** The values of the words above. */
export function keepingValues(language: Language): Values {
  const time = (days: number) => sayDays(language, days)
  return {
    post: time(keeping.residentsPost),
    preview: time(keeping.privatePicture),
    gone: time(keeping.gonePost),
    consent: time(keeping.consent),
    removal: time(keeping.removal),
    guess: time(keeping.guess),
    feedback: time(keeping.feedback),
    idea: time(keeping.idea),
    guide: time(keeping.guide),
    interview: time(keeping.interview),
    mail: time(keeping.mail),
    recipient: time(keeping.recipient),
    shelf: time(keeping.shelf),
    audit: time(keeping.audit),
  }
}

/** Whole years as years, a leap day more or less; anything else as days. */
function sayDays(language: Language, days: number): string {
  const years = Math.floor(days / 365)
  return years > 0 && days % 365 <= Math.ceil(years / 4)
    ? t(language, 'keeping.years', { n: years })
    : t(language, 'keeping.days', { n: days })
}
