// What a figure of the digest is: declared once, computed alike for every quarter it is compared with.
import type { Cell } from '../compare.ts'
import type { Facts } from '../facts.ts'

export type FigureId =
  | 'F1'
  | 'F2'
  | 'F3'
  | 'F4'
  | 'F5'
  | 'F6'
  | 'F7'
  | 'F9'
  | 'F10'
  | 'F11'
  | 'F12'
  | 'F13'
  | 'F14'
  | 'F15'
  | 'F16'
  | 'F17'
  | 'F18'
  | 'F19'
  | 'F20'
  | 'F21'
  | 'F24'
  | 'F25'
  | 'F29'
  | 'F30'
  | 'F31'
  | 'F32'
  | 'F33'
  | 'F34'

export type Unit = 'count' | 'persons' | 'share' | 'weeks' | 'days' | 'percent' | 'ratio'

/** Name and definition are the messages `figure.<id>.name` and `figure.<id>.what`. */
export type Figure = {
  id: FigureId
  /** How it is computed, in symbols. */
  formula: string
  /** The tables it is read from, as data.md names them. */
  source: 'post' | 'post_tag' | 'account' | 'tally' | 'wall_day' | 'lift' | 'measure' | 'note' | 'source_day'
  unit: Unit
  stage: 'input' | 'output' | 'out-take' | 'outcome' | 'impact'
  /** Raised whenever the definition changes. */
  version: number
  compute: (facts: Facts) => Cell[]
}
