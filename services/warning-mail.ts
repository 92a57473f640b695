// What people of a place are told of their sources by mail: one message for all that is new, in each one's language.
import { formatDate, type Language, pick, t } from '../config/i18n.ts'
import type { NewMail } from '../db/mail.ts'
import type { findPlace } from '../db/places.ts'
import type { SourceRow } from '../db/sources.ts'
import type { Shown, TokenRow } from '../db/warnings.ts'
import type { Deps } from './deps.ts'
import type { Step } from './domain/warnings.ts'
import { digestOf } from './keys.ts'
import { channelName, type Reader, sickWords, sourceName, tokenWords } from './source-words.ts'

/** One thing to tell of a source. */
export type News = { source: SourceRow } & (
  | { kind: 'token'; token: TokenRow; step: Step }
  /** `since`: when the sickness began that is told of, or that is over. */
  | { kind: 'sick' | 'well'; since: Date }
)

type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>
type Parts = {
  deps: Pick<Deps, 'channels' | 'env' | 'clock'>
  place: Place
  news: readonly News[]
  shown: ReadonlyMap<string, Shown>
}

/** The same news make the same Message-IDs, so that they are mailed to each once. */
export function writeMails(
  parts: Parts,
  people: readonly { email: string; language: Language }[],
): NewMail[] {
  const { deps, place, news } = parts
  const cause = ['warn', place.id, ...news.map(keyOf)].join(' ')
  return people.map(({ email, language }) => ({
    place_id: place.id,
    message_id: messageId(deps.env, cause, email),
    recipient: email,
    language,
    cause,
    ...compose(parts, language),
  }))
}

/** The same cause makes the same id for the same recipient, so that it is mailed once. */
export function messageId({ MAIL_FROM }: Deps['env'], cause: string, recipient: string): string {
  const host = /@([^>\s]+)>?$/.exec(MAIL_FROM ?? '')?.[1] ?? 'somewall'
  return `<${digestOf(`${cause} ${recipient.toLowerCase()}`).slice(0, 32)}@${host}>`
}

function keyOf(news: News): string {
  const { id } = news.source
  if (news.kind !== 'token') return `${news.kind}/${id}/${news.since.toISOString()}`
  const { name, saved_at, expires_at } = news.token
  return `token/${id}/${name}/${saved_at.toISOString()}/${expires_at.toISOString()}/${news.step}`
}

// Names of sources can be names of people: they stand in the text, never in the subject.
function compose({ deps, place, news, shown }: Parts, language: Language): { subject: string; text: string } {
  const reader = { language, zone: place.time_zone, now: deps.clock() }
  const name = pick(place.name, language, place.languages[0])
  const desk = `${deps.env.PUBLIC_URL}/desk/${place.id}/sources`
  const [only, ...others] = news
  const subject =
    only && !others.length
      ? subjectOf(reader, name, only)
      : t(language, 'mail.subject.several', { place: name, n: news.length })
  const parts = news.map((one) => {
    const { source } = one
    const title = `${sourceName(source)} (${channelName(language, source.channel)})`
    const url = t(language, 'mail.settings', { url: `${desk}/${source.id}` })
    return [title, ...linesOf(deps, reader, one, shown.get(source.id)), url].join('\n')
  })
  const foot = [t(language, 'mail.all', { url: desk }), t(language, 'mail.why', { place: name })].join('\n')
  return { subject, text: [t(language, 'mail.hello'), ...parts, foot].join('\n\n') }
}

function subjectOf({ language, zone }: Reader, place: string, news: News): string {
  if (news.kind !== 'token') return t(language, `mail.subject.${news.kind}`, { place })
  if (news.step === 0) return t(language, 'mail.subject.ended', { place })
  const day = formatDate(language, news.token.expires_at, zone)
  return t(language, 'mail.subject.ends', { place, day })
}

function linesOf(
  deps: Pick<Deps, 'channels'>,
  reader: Reader,
  news: News,
  shown: Shown | undefined,
): string[] {
  const { language, zone } = reader
  const when = (at: Date) => formatDate(language, at, zone, 'time')
  const { source } = news
  if (news.kind === 'well') return [t(language, 'mail.well', { when: when(source.last_ok_at ?? reader.now) })]
  const told =
    news.kind === 'token'
      ? tokenWords(deps, reader, source, news.token, shown)
      : sickWords(deps, reader, source, shown)
  return [
    ...(news.kind === 'sick' ? [`${t(language, 'sources.since', { when: when(news.since) })}.`] : []),
    `${t(language, 'sources.what')}: ${told.what}`,
    `${t(language, 'sources.means')}: ${told.means}`,
    `${t(language, 'sources.do')}: ${told.do}`,
  ]
}
