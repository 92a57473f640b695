// What a post stands on: what may be shown of it once a person shows it, and which pictures still need words.
import type { AccountKind, ChannelName, Language } from '../../config/place.ts'
import type { ChildAnswer, ConsentScope, KeptConsent } from '../../db/schema.ts'
import { type ConsentFacts, mayShow, type Rights, standingConsent } from './rights.ts'

type ConsentRow = {
  post_id: number | null
  state: KeptConsent
  scope: ConsentScope
  crop: boolean
  child: ChildAnswer | null
  until: string | null
  at: Date
  withdrawn_at: Date | null
}
type PostRow = {
  channel: ChannelName
  public: boolean
  gone_at: Date | null
  pruned_at: Date | null
  url: string | null
  kind: AccountKind | null
  agreement: string | null
  child: boolean
  delicate: boolean
}
type MediaRow = {
  author_alt: string | null
  /** `failed`: no copy of it is to be had any more. */
  copy: 'none' | 'private' | 'public' | 'failed'
  descriptions: readonly { lang: string; text: string; decorative: boolean }[]
}

/** What curation asks before it shows or lifts. */
export type Footing = {
  /** As if a person had shown the post. */
  rights: Rights
  kind: AccountKind
  /** Languages of the place in which a picture has no description yet. */
  undescribed: Language[]
  /** Marks that keep it from being lifted: art. 9 subjects, or a child whose guardian has not allowed it. */
  blocked: ('delicate' | 'child')[]
}

export function footingOf(
  post: PostRow,
  consents: readonly ConsentRow[],
  media: readonly MediaRow[],
  languages: readonly Language[],
  today: string,
): Footing {
  const facts = {
    channel: post.channel,
    state: 'shown' as const,
    public: post.public,
    gone: post.gone_at !== null,
    pruned: post.pruned_at !== null,
    hasAddress: post.url !== null,
    kind: post.kind,
    agreement: Boolean(post.agreement),
    child: post.child,
    consents: consents.map(consentFacts),
  }
  return {
    rights: mayShow(facts, 'review', today),
    kind: post.kind ?? 'resident',
    undescribed: languages.filter((lang) => media.some((one) => missingLanguages(one, [lang]).length > 0)),
    blocked: [
      ...(post.delicate ? (['delicate'] as const) : []),
      ...(seesChild(post, consents) && !standingConsent(facts, today) ? (['child'] as const) : []),
    ],
  }
}

/** A person at the desk has marked it, or the author has said so and asked no guardian. */
function seesChild(post: PostRow, consents: readonly ConsentRow[]): boolean {
  return post.child || consents.some((one) => one.state === 'granted' && one.child === 'recognisable')
}

function consentFacts(row: ConsentRow): ConsentFacts {
  const { state, scope, crop, child, until, at, withdrawn_at } = row
  const on = row.post_id === null ? 'account' : 'post'
  return { on, state, wall: scope.wall, crop, child, until, at, withdrawnAt: withdrawn_at }
}

/**
 * The languages in which a picture says nothing: none when its author described it or it is called decorative, nor
 * when there is no picture to be had: no wall shows it, and nobody could say what is in it.
 */
export function missingLanguages<L extends string>(media: MediaRow, languages: readonly L[]): L[] {
  if (media.copy === 'failed') return []
  if (media.author_alt?.trim() || media.descriptions.some((one) => one.decorative)) return []
  return languages.filter((lang) => !media.descriptions.some((one) => one.lang === lang && one.text.trim()))
}

/** Somebody has said something about it, in whatever language. */
export function hasWords(media: MediaRow): boolean {
  return (
    Boolean(media.author_alt?.trim()) || media.descriptions.some((one) => one.decorative || one.text.trim())
  )
}
