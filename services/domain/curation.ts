// Curation as one small table: what an action makes of a post's standing, or why it cannot.
import type { DecisionAction, PersonAction, PostState } from '../../db/schema.ts'
import type { Footing } from './footing.ts'

/** Where a post stands at the desk. `pins` are the walls it is pinned on, '' being all of them. */
export type Standing = { state: PostState; pins: readonly string[]; lifted: boolean }

/** Why a move is refused; the words are `error.decision-<code>`. */
export type Obstacle =
  | 'already'
  | 'hidden'
  | 'not-pinned'
  | 'not-lifted'
  | 'nothing'
  | 'away'
  | 'link-only'
  | 'agreement'
  | 'consent'
  | 'description'
  | 'delicate'
  | 'child'

type Move = Exclude<PersonAction, 'undo'>
type Cell = (now: Standing, wall: string) => Standing | Obstacle

const off = (state: PostState) => (): Standing => ({ state, pins: [], lifted: false })
const to = (state: PostState) => (now: Standing) => ({ ...now, state })
const already = (): Obstacle => 'already'
const hidden = (): Obstacle => 'hidden'
const pinned: Cell = (now, wall) =>
  now.pins.includes(wall) ? 'already' : { ...now, state: 'shown', pins: [...now.pins, wall].sort() }
const unpinned: Cell = (now, wall) =>
  now.pins.includes(wall) ? { ...now, pins: now.pins.filter((one) => one !== wall) } : 'not-pinned'
const lifted: Cell = (now) => (now.lifted ? 'already' : { ...now, state: 'shown', lifted: true })
const unlifted: Cell = (now) => (now.lifted ? { ...now, lifted: false } : 'not-lifted')

/** Rows are moves, columns the state a post is in. */
const table: Record<Move, Record<PostState, Cell>> = {
  show: { new: to('shown'), shown: already, hidden: to('shown'), stashed: to('shown') },
  hide: { new: off('hidden'), shown: off('hidden'), hidden: already, stashed: off('hidden') },
  stash: { new: off('stashed'), shown: off('stashed'), hidden: off('stashed'), stashed: already },
  pin: { new: pinned, shown: pinned, hidden, stashed: pinned },
  unpin: { new: unpinned, shown: unpinned, hidden: unpinned, stashed: unpinned },
  lift: { new: lifted, shown: lifted, hidden, stashed: lifted },
  unlift: { new: unlifted, shown: unlifted, hidden: unlifted, stashed: unlifted },
}

/** What came of a move; `undoes` names the decision that was taken back. */
export type Verdict = { next: Standing; undoes?: number } | { obstacles: Obstacle[] }

/** The next standing, or what is in the way: for a lift everything that is still missing, at once. */
export function decide(now: Standing, move: Move, footing: Footing, wall = ''): Verdict {
  const cell = table[move][now.state](now, wall)
  if (typeof cell === 'string') return { obstacles: [cell] }
  return allow(now, cell, footing)
}

function allow(now: Standing, next: Standing, footing: Footing): Verdict {
  const comes = next.state === 'shown' && now.state !== 'shown'
  const away: Obstacle[] = comes && footing.rights.shown === 'never' ? ['away'] : []
  const obstacles = next.lifted && !now.lifted ? liftNeeds(footing) : away
  return obstacles.length ? { obstacles } : { next }
}

/** What a post still lacks to be lifted; empty when it may be. */
export function liftNeeds({ rights, kind, undescribed, blocked }: Footing): Obstacle[] {
  const found: Obstacle[] = [...blocked, ...(undescribed.length ? (['description'] as const) : [])]
  if (rights.shown === 'never') return ['away']
  if (rights.shown === 'whole') return found
  if (rights.why === 'channel-x') return ['link-only']
  return [kind === 'partner' ? 'agreement' : 'consent', ...found]
}

/** A decision as undoing reads it, oldest first. */
export type PastMove = {
  id: number
  action: DecisionAction
  from_state: PostState
  to_state: PostState
  wall_id: string | null
  undoes: number | null
}

/**
 * Takes back the last move that still stands: the state it came from, with the pins and the lift that the moves before
 * it had left. What may not be lifted or shown any more is not brought back.
 */
export function takeBack(now: Standing, history: readonly PastMove[], footing: Footing): Verdict {
  const undone = new Set(history.map((one) => one.undoes))
  const valid = history.filter(({ id, action }) => action !== 'undo' && action !== 'hold' && !undone.has(id))
  const last = valid.at(-1)
  if (!last) return { obstacles: ['nothing'] }
  let before: Standing = { state: last.from_state, pins: [], lifted: false }
  for (const one of valid.slice(0, -1)) before = replay(before, one)
  const result = allow(now, { ...before, state: last.from_state }, footing)
  return 'next' in result ? { ...result, undoes: last.id } : result
}

function replay(now: Standing, { action, from_state, wall_id }: PastMove): Standing {
  const cell = table[action as Move][from_state]({ ...now, state: from_state }, wall_id ?? '')
  return typeof cell === 'string' ? now : cell
}
