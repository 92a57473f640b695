// What the paper of a plan is given: the plan with everything it names, already looked up.
import type { Language } from '../../../config/i18n.ts'
import type { CardRow, ChannelRow } from '../../../db/audiences.ts'
import type { PlanRow } from '../../../db/plans.ts'
import type { TargetRecord } from '../../domain/target-record.ts'
import type { View } from '../view.ts'

export type PlanView = {
  language: Language
  /** The language in which the plan is written. */
  main: Language
  place: string
  plan: PlanRow
  priorities: readonly string[]
  /** By id: what each is called. */
  duties: ReadonlyMap<string, string>
  audiences: ReadonlyMap<string, string>
  areas: ReadonlyMap<string, string>
  channels: readonly ChannelRow[]
  cards: readonly CardRow[]
  /** How the measures stood in the newest digest, by id. */
  reached: ReadonlyMap<string, TargetRecord>
  /** Last update, by whom, and what was updated. */
  stamp: { at: string; by: string; what: string }
  /** The short report of the newest published digest, as an appendix. */
  short: View | null
}
