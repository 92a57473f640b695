// The sections of a digest with their fixed numbers: section 11 is about feedback in every digest of every town.
import type { FC } from 'hono/jsx'
import type { Key } from '../../config/i18n.ts'
import { Actions, ActionsBesideFront } from './sections/actions.tsx'
import { Top } from './sections/attention.tsx'
import { Channels } from './sections/channels.tsx'
import { Members, Methods, RevisedFigures, Texts } from './sections/closing.tsx'
import { Coverage, Observations } from './sections/coverage.tsx'
import { Goals, Image } from './sections/goals.tsx'
import { Arrivals, Feedback, Interviews, Web } from './sections/outside.tsx'
import { Posts } from './sections/posts.tsx'
import { Lifts, Wall } from './sections/service.tsx'
import { Campaigns } from './sections/targets.tsx'
import { Tone } from './sections/tone.tsx'
import type { View } from './view.ts'

export type Section = {
  number: number
  id: string
  title: Key
  Body: FC<{ view: View }>
  /** Only in the digest of one municipality, or only in that of several together. */
  only?: 'alone' | 'joint'
}

/** The cover and how to read it are 0, the summary on page one is 1. */
const sections: readonly Section[] = [
  { number: 2, id: 'coverage', title: 'digest.coverage', Body: Coverage, only: 'alone' },
  { number: 3, id: 'observations', title: 'digest.observations', Body: Observations },
  { number: 4, id: 'posts', title: 'digest.posts', Body: Posts, only: 'alone' },
  { number: 4, id: 'members', title: 'digest.members', Body: Members, only: 'joint' },
  { number: 5, id: 'channels', title: 'digest.channels', Body: Channels, only: 'alone' },
  { number: 6, id: 'lifts', title: 'digest.lifts', Body: Lifts, only: 'alone' },
  { number: 7, id: 'top', title: 'digest.top', Body: Top, only: 'alone' },
  { number: 8, id: 'tone', title: 'digest.tone', Body: Tone, only: 'alone' },
  { number: 9, id: 'wall', title: 'digest.wall', Body: Wall, only: 'alone' },
  { number: 10, id: 'web', title: 'digest.web', Body: Web, only: 'alone' },
  { number: 11, id: 'feedback', title: 'digest.feedback', Body: Feedback, only: 'alone' },
  { number: 12, id: 'interviews', title: 'digest.interviews', Body: Interviews, only: 'alone' },
  { number: 13, id: 'arrivals', title: 'digest.arrivals', Body: Arrivals, only: 'alone' },
  { number: 14, id: 'goals', title: 'digest.goals', Body: Goals },
  { number: 15, id: 'campaigns', title: 'digest.campaigns', Body: Campaigns },
  { number: 16, id: 'texts', title: 'digest.texts', Body: Texts },
  { number: 17, id: 'image', title: 'digest.image', Body: Image },
  { number: 18, id: 'actions', title: 'digest.actions', Body: Actions },
  { number: 19, id: 'revised', title: 'digest.revised', Body: RevisedFigures },
  { number: 20, id: 'methods', title: 'digest.methods', Body: Methods },
]

/** The sections that this digest has. */
export function composeSections({ bundle }: View): readonly Section[] {
  const kind = bundle.members.length ? 'joint' : 'alone'
  return sections.filter((one) => !one.only || one.only === kind)
}

/** The short report for those who decide: targets, conclusions by people, the image and what was decided. */
export const shortSections: readonly Section[] = sections
  .filter((one) => ['goals', 'texts', 'image', 'actions'].includes(one.id))
  .map((one) => (one.id === 'actions' ? { ...one, Body: ActionsBesideFront } : one))
