// A target as a bundle keeps it, and the parts of it that several answer for: their order is given, never a ranking.
import { sum } from './decimal.ts'
import type { FigureId, Unit } from './figures/figure.ts'

/** A goal of the year: how far, against what, and how much of the year has gone. */
export type TargetRecord = {
  id: string
  label: string
  figure: FigureId | null
  unit: Unit
  baseline: string | null
  aim: string
  /** `down`: at most the aim. `range`: between `least` and the aim. */
  direction: 'up' | 'down' | 'range'
  least: string | null
  cumulative: boolean
  actual: string | null
  /** How many of the year's quarters the actual covers. */
  quarters: number
  state: 'reached' | 'going' | 'behind' | 'unknown'
  note: string | null
  /** Who answers for which part, in an order that a person gave; older bundles have none. */
  parts?: PartRecord[]
}

/** One who takes part, `28/25`; null is not known. */
export type PartRecord = { label: string; aim: string; actual: string | null }

/** What all have together: an actual only when every part has one. */
export function sumParts(parts: readonly PartRecord[]): {
  aim: string
  actual: string | null
  known: number
} {
  const actuals = parts.flatMap((one) => one.actual ?? [])
  return {
    aim: sum(parts.map((one) => one.aim)),
    actual: parts.length > 0 && actuals.length === parts.length ? sum(actuals) : null,
    known: actuals.length,
  }
}

/** Every name that has a part in some of the targets, in the order of the first target that names it. */
export function namesOf(targets: readonly Pick<TargetRecord, 'parts'>[]): string[] {
  return [...new Set(targets.flatMap((one) => (one.parts ?? []).map((part) => part.label)))]
}
