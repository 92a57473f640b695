// Taking a channel into use: the steps that people take, declared beside the channel, and how far they have come.
import type { Key } from '../../config/i18n.ts'

type IdOf<K, Head extends string> = K extends `${Head}.${infer Id}.text` ? Id : never
/** Its words are `step.<id>` and `step.<id>.text`. */
export type StepId = IdOf<Key, 'step'>
/** A text for a platform's form; its words are `paste.<id>` and `paste.<id>.text`. */
export type PasteId = IdOf<Key, 'paste'>

export type Step = {
  /** Channels with the same step share its mark. */
  id: StepId
  /** An operator's step is marked once for the whole installation, the others at each place. */
  who: 'team' | 'signer' | 'operator' | 'web'
  takes: 'minutes' | 'hour' | 'days' | 'weeks'
  /** Not everybody needs it; the text says who does. */
  optional?: true
  /** Where it is taken. */
  at?: string
  /** The forms there ask for the addresses of the service. */
  asksAddresses?: true
  paste?: readonly PasteId[]
  /** The settings that it brings to the installation. */
  sets?: readonly ('META_APP_ID' | 'META_APP_SECRET' | 'YOUTUBE_KEY')[]
}

/** What a channel or a meter tells people about itself. */
export type Introduction = {
  /**
   * What has answered the adapter so far: the platform itself, the very software that it runs on, a simulator checked
   * by the platform's own types, or nothing but a simulator of ours.
   */
  proof: 'live' | 'software' | 'types' | 'unproven'
  guide: readonly Step[]
}

/** The mark of a step: who set it and when. */
export type StepMark = { step: string; by: string; at: Date }

/** How many of the steps that everybody needs are done; the first good visit of a source is the last of them. */
export function countDone(
  steps: readonly Step[],
  marks: ReadonlyMap<string, unknown>,
  visited: boolean,
): { done: number; all: number } {
  const needed = steps.filter((one) => !one.optional)
  const done = needed.filter((one) => marks.has(one.id)).length
  return { done: done + (visited ? 1 : 0), all: needed.length + 1 }
}
