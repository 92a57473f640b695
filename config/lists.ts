// The place's own lists in a place file: themes, audiences, the areas that answer, and what its team keeps in view.
import { z } from 'zod'
import { labelOf } from './label.ts'

export const topicKinds = ['theme', 'audience', 'area'] as const
/** theme: what a post is about · audience: whom it speaks to · area: which part of the town answers a question. */
export type TopicKind = (typeof topicKinds)[number]

export const listId = z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/, 'must be 2 to 40 of a-z, 0-9 and -')
const topic = z.strictObject({
  id: listId,
  label: labelOf(200),
  /** Of a service area: where questions handed to it are sent. */
  email: z.email().max(200).nullish(),
})

/** One list, in a place file and on the form of the desk alike. */
export const topicList = z.array(topic).max(60)
export type TopicLine = z.infer<typeof topic>

const line = labelOf(300)
/** House rules, slogans and the priorities of the communication plan: in view beside the work. */
export const guidanceShape = z.strictObject({
  rules: z.array(line).max(20).optional(),
  slogans: z.array(line).max(20).optional(),
  priorities: z.array(line).max(20).optional(),
})
export type Guidance = z.infer<typeof guidanceShape>
