// Whether we may hold a copy of a picture, for whom, and in which widths.
import type { PostState } from '../../db/schema.ts'
import type { Rights } from './rights.ts'

/** The widths we keep, never above the original: small ones are kept as they are. */
export function pictureWidths(original: number): number[] {
  const widths = [320, 640, 1280].filter((width) => width <= original)
  return widths.length ? widths : [original]
}

/**
 * public: may go to anybody once described · private: for the eyes of a curator, who has to decide · none: no copy.
 * Own, staff and partner pictures are copied when they come; a resident's publicly from the moment of consent, and
 * privately while nobody has decided, thirty days at most. `rights`: what holds once a person shows the post.
 */
export function copyFor(
  rights: Rights,
  post: { state: PostState; privateUntil: Date },
  now: Date,
): 'public' | 'private' | 'none' {
  if (rights.shown === 'whole') return post.state === 'hidden' && rights.why === 'consent' ? 'none' : 'public'
  if (rights.shown === 'never' && rights.why !== 'no-address') return 'none'
  const decided = post.state === 'shown' || post.state === 'hidden'
  return decided || now >= post.privateUntil ? 'none' : 'private'
}
