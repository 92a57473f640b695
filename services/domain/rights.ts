// What may be shown of a post and of its pictures: the contract's table as a pure function, with the reason.
import type { AccountKind, ChannelName } from '../../config/place.ts'
import type { ChildAnswer, KeptConsent, PostState } from '../../db/schema.ts'

export type ConsentFacts = {
  /** A word about this post alone, or about everything of the account. */
  on: 'post' | 'account'
  state: KeptConsent
  /** Whether the scope takes in the wall. */
  wall: boolean
  crop: boolean
  /** What was said of children in the pictures; null where nobody asked. */
  child: ChildAnswer | null
  /** The last day on which it holds, in the place's zone; null: until withdrawn. */
  until: string | null
  at: Date
  withdrawnAt: Date | null
}

export type PostFacts = {
  channel: ChannelName
  state: PostState
  /** False: not for people who are not signed in to the platform. */
  public: boolean
  gone: boolean
  pruned: boolean
  hasAddress: boolean
  /** Null: nobody knows whose it is, so it is a resident's. */
  kind: AccountKind | null
  agreement: boolean
  /** A person has marked that a child can be recognised in it. */
  child: boolean
  consents: readonly ConsentFacts[]
}

export type Why =
  | 'not-public'
  | 'gone'
  | 'pruned'
  | 'hidden'
  | 'stashed'
  | 'undecided'
  | 'channel-x'
  | 'own'
  | 'agreement'
  | 'consent'
  | 'no-consent'
  | 'no-address'

export type Rights = {
  shown: 'never' | 'link' | 'whole'
  why: Why
  /** The author has allowed that a picture is cropped. */
  crop: boolean
  /** The last day on which this holds; null when no day ends it. */
  until: string | null
}

const ours = (post: PostFacts) => post.kind === 'own' || post.kind === 'staff'
const trusted = (post: PostFacts) => ours(post) || (post.kind === 'partner' && post.agreement)

/** `today` is the place's calendar day; `open` walls let accounts we trust skip what would hold their posts. */
export function mayShow(post: PostFacts, moderation: 'review' | 'open', today: string): Rights {
  const say = (shown: Rights['shown'], why: Why, crop = false, until: string | null = null): Rights => ({
    shown,
    why,
    crop,
    until,
  })
  if (!post.public) return say('never', 'not-public')
  if (post.gone) return say('never', 'gone')
  if (post.pruned) return say('never', 'pruned')
  if (post.state === 'hidden') return say('never', 'hidden')
  if (post.state === 'stashed') return say('never', 'stashed')
  if (post.state === 'new' && !(moderation === 'open' && trusted(post))) return say('never', 'undecided')
  // A story was told to us: its address leads to the form, and nothing of it stands there to link to.
  const elsewhere = post.hasAddress && post.channel !== 'story'
  const link = (why: Why) => (elsewhere ? say('link', why) : say('never', 'no-address'))
  if (post.channel === 'x') return link('channel-x')
  if (trusted(post)) return say('whole', ours(post) ? 'own' : 'agreement', true)
  const consent = standingConsent(post, today)
  return consent ? say('whole', 'consent', consent.crop, consent.until) : link('no-consent')
}

/**
 * The consent that holds today, the longest one; undefined when none does. Where a child can be recognised, only a
 * guardian's holds. A withdrawal ends whatever was granted
 * before it on the same thing; withdrawn for one post, a word about the whole account no longer covers that post,
 * and withdrawn for the account, an older word about one post ends too.
 */
export function standingConsent(
  { consents, child }: Pick<PostFacts, 'consents' | 'child'>,
  today: string,
): ConsentFacts | undefined {
  const ended = (one: ConsentFacts) => one.withdrawnAt ?? (one.state === 'withdrawn' ? one.at : null)
  const lastEnd = (on: ConsentFacts['on']) =>
    Math.max(...consents.filter((one) => one.on === on).map((one) => ended(one)?.getTime() ?? -Infinity))
  const [postEnd, accountEnd] = [lastEnd('post'), lastEnd('account')]
  return consents
    .filter((one) => {
      if (one.state !== 'granted' || one.withdrawnAt || !one.wall) return false
      if (one.until !== null && one.until < today) return false
      if (one.child === 'recognisable' || (child && one.child !== 'guardian')) return false
      const granted = one.at.getTime()
      if (granted <= accountEnd) return false
      return one.on === 'post' ? granted > postEnd : postEnd === -Infinity
    })
    .sort((a, b) => (b.until ?? '9').localeCompare(a.until ?? '9'))[0]
}

export type PictureFacts = {
  /** Our own copy may be served to anybody. */
  copied: boolean
  /** A person has said what is in it, in every language that is asked for, or that it is decoration. */
  described: boolean
}
export type PictureRights = { shown: boolean; why: 'shown' | 'post' | 'no-copy' | 'no-description' }

/** A picture goes out with a post shown whole, from our own copy, once somebody has said what is in it. */
export function mayShowPicture({ copied, described }: PictureFacts, post: Rights): PictureRights {
  if (post.shown !== 'whole') return { shown: false, why: 'post' }
  if (!described) return { shown: false, why: 'no-description' }
  return copied ? { shown: true, why: 'shown' } : { shown: false, why: 'no-copy' }
}
