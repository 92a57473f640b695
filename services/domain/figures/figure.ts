// What a figure of the digest is: declared once, computed alike for every quarter it is compared with.
import type { Cell } from '../compare.ts'
import type { Facts } from '../facts.ts'

type Ones = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
/** F1 to F43. */
export type FigureId = `F${Ones}` | `F${1 | 2 | 3}${0 | Ones}` | `F4${0 | 1 | 2 | 3}`

export type Unit =
  | 'count'
  | 'persons'
  | 'share'
  | 'weeks'
  | 'days'
  | 'percent'
  | 'ratio'
  | 'mean'
  | 'points'
  | 'hours'

/** Name and definition are the messages `figure.<id>.name` and `figure.<id>.what`. */
export type Figure = {
  id: FigureId
  /** How it is computed, in symbols. */
  formula: string
  /** The tables it is read from, as data.md names them. */
  source:
    | ('post' | 'post_tag' | 'account' | 'tally' | 'wall_day' | 'lift' | 'measure' | 'note' | 'source_day')
    | ('survey' | 'label' | 'digest_action' | 'platform_post')
  unit: Unit
  stage: 'input' | 'output' | 'out-take' | 'outcome' | 'impact'
  /** Raised whenever the definition changes. */
  version: number
  compute: (facts: Facts) => Cell[]
}
