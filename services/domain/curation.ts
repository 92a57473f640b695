// Curation as one small table: what an action makes of a post's standing, or why it cannot.
import type { AccountKind, ChannelName } from '../../config/place.ts'
import type { DecisionAction, PostState } from '../../db/schema.ts'

/** Where a post stands at the desk. `pins` are the walls it is pinned on, '' being all of them. */
export type Standing = { state: PostState; pins: readonly string[]; lifted: boolean }

/** What a lift asks of a post. */
export type Footing = {
  channel: ChannelName
  kind: AccountKind
  /** Gone from the platform, or not meant for people who are not signed in there. */
  away: boolean
  agreed: boolean
  /** A consent in force that covers the wall. */
  consented: boolean
  /** Languages of the place in which a picture has no description yet. */
  undescribed: readonly string[]
}

/** Why a move is refused; the words are `refused.<code>`. */
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

type Move = Exclude<DecisionAction, 'undo'>
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

/** The next standing, or what is in the way: for a lift everything that is still missing, at once. */
export function decide(
  now: Standing,
  move: Move,
  footing: Footing,
  wall = '',
): { next: Standing } | { obstacles: Obstacle[] } {
  const cell = table[move][now.state](now, wall)
  if (typeof cell === 'string') return { obstacles: [cell] }
  const missing = move === 'lift' ? liftNeeds(footing) : move === 'show' || move === 'pin' ? reach(footing) : []
  return missing.length ? { obstacles: missing } : { next: cell }
}

const reach = (footing: Footing): Obstacle[] => (footing.away ? ['away'] : [])

/** What a post still lacks to be lifted; empty when it may be. */
export function liftNeeds(footing: Footing): Obstacle[] {
  const ours = footing.kind === 'own' || footing.kind === 'staff'
  const partner = footing.kind === 'partner' && footing.agreed
  const found = reach(footing)
  if (footing.channel === 'x') found.push('link-only')
  if (!ours && !partner && !footing.consented)
    found.push(footing.kind === 'partner' ? 'agreement' : 'consent')
  if (footing.undescribed.length) found.push('description')
  return found
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
 * Takes back the last move that still stands: the state it came from, and the pins and the lift that the moves before it
 * had left. Undefined when nothing is left to take back.
 */
export function takeBack(history: readonly PastMove[]): { next: Standing; undoes: number } | undefined {
  const undone = new Set(history.map((one) => one.undoes))
  const standing = history.filter((one) => one.action !== 'undo' && !undone.has(one.id))
  const last = standing.at(-1)
  if (!last) return undefined
  let now: Standing = { state: last.from_state, pins: [], lifted: false }
  for (const one of standing.slice(0, -1)) now = replay(now, one)
  return { next: { ...now, state: last.from_state }, undoes: last.id }
}

function replay(now: Standing, { action, from_state, wall_id }: PastMove): Standing {
  const cell = table[action as Move][from_state]({ ...now, state: from_state }, wall_id ?? '')
  return typeof cell === 'string' ? now : cell
}
