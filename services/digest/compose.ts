// The sections of a digest in their order: which of them this one has, and the number each gets.
import type { FC } from 'hono/jsx'
import type { Key } from '../../config/i18n.ts'
import { Channels } from './sections/channels.tsx'
import { Members, Methods, RevisedFigures, Texts } from './sections/closing.tsx'
import { Coverage, Observations } from './sections/coverage.tsx'
import { Goals, hasGoals, Image } from './sections/goals.tsx'
import { Arrivals, Feedback, Interviews, Web } from './sections/outside.tsx'
import { Posts } from './sections/posts.tsx'
import { Lifts, Wall } from './sections/service.tsx'
import type { View } from './view.ts'

type Section = {
  id: string
  title: Key
  Body: FC<{ view: View }>
  /** When it is there at all; always, when not said. */
  when?: (view: View) => boolean
}

const alone = ({ bundle }: View) => bundle.members.length === 0
const joint = ({ bundle }: View) => bundle.members.length > 0

const sections: readonly Section[] = [
  { id: 'coverage', title: 'digest.coverage', Body: Coverage, when: alone },
  { id: 'observations', title: 'digest.observations', Body: Observations },
  { id: 'members', title: 'digest.members', Body: Members, when: joint },
  { id: 'posts', title: 'digest.posts', Body: Posts, when: alone },
  { id: 'channels', title: 'digest.channels', Body: Channels, when: alone },
  { id: 'lifts', title: 'digest.lifts', Body: Lifts, when: alone },
  { id: 'wall', title: 'digest.wall', Body: Wall, when: alone },
  { id: 'web', title: 'digest.web', Body: Web, when: alone },
  { id: 'feedback', title: 'digest.feedback', Body: Feedback, when: alone },
  { id: 'interviews', title: 'digest.interviews', Body: Interviews, when: alone },
  { id: 'arrivals', title: 'digest.arrivals', Body: Arrivals, when: alone },
  { id: 'goals', title: 'digest.goals', Body: Goals, when: hasGoals },
  { id: 'texts', title: 'digest.texts', Body: Texts },
  { id: 'image', title: 'digest.image', Body: Image },
  { id: 'revised', title: 'digest.revised', Body: RevisedFigures },
  { id: 'methods', title: 'digest.methods', Body: Methods },
]

/** The summary is number one; the others follow without a gap. */
export function composeSections(view: View): (Section & { number: number })[] {
  return sections.filter((one) => one.when?.(view) ?? true).map((one, nth) => ({ ...one, number: nth + 2 }))
}
