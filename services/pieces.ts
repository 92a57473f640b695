// Long work in short pieces: between them the event loop answers those who look at a wall.
import { breathe } from './breathe.ts'

/** Milliseconds that nobody notices. */
const PIECE = 2

/** Does `work` for each in order, and lets others have their turn in between; `pause` is told when its piece began. */
export async function inPieces<T, R>(
  all: readonly T[],
  work: (one: T) => R,
  pause: (begun: number) => Promise<void> = breathe,
): Promise<R[]> {
  const done: R[] = []
  let begun = performance.now()
  for (const one of all) {
    done.push(work(one))
    if (performance.now() - begun < PIECE) continue
    await pause(begun)
    begun = performance.now()
  }
  return done
}
