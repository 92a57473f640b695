// Spellings seen in posts that look like those of a family: asked about, never counted by themselves.
import { tagFold } from './tags.ts'

export type Seen = { key: string; written: string; posts: number }

/** Letters that an ending may add: #kemijärvellä of #kemijärvi, #kemijärvi2026. */
const ENDING = 5
const LONG_ENOUGH = 5

/** What looks like one of the family's spellings, the most used first. `keys` are the family's own. */
export function looksLike(keys: readonly string[], seen: readonly Seen[], most = 8): Seen[] {
  const own = [...new Set(keys.map(tagFold))].filter((one) => one.length >= LONG_ENOUGH)
  const fits = ({ key }: Seen) => {
    const fold = tagFold(key)
    return own.some((one) => fold === one || carriesOn(fold, one) || oneAway(fold, one))
  }
  return seen
    .filter(fits)
    .toSorted((a, b) => b.posts - a.posts || (a.key < b.key ? -1 : 1))
    .slice(0, most)
}

// The last letter may change before an ending: kemijärvi, kemijärven.
function carriesOn(fold: string, own: string): boolean {
  const stem = own.slice(0, -1)
  return fold.length > own.length && fold.length - own.length <= ENDING && fold.startsWith(stem)
}

/** One letter added, left out or changed, or two neighbours swapped. */
function oneAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const [x, y] = [a.slice(at), b.slice(at)]
  return (
    x.slice(1) === y.slice(1) ||
    x.slice(1) === y ||
    x === y.slice(1) ||
    (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2))
  )
}
