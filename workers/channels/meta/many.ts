// Many things of Graph's in one question: one that it minds fails them all, so each half is then asked for alone.
import { Fault } from '../../../services/errors.ts'

export const AT_ONCE = 50

/** What was told of each id, and those about which the question was refused even alone. */
export async function halved<T>(
  ids: readonly string[],
  ask: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): Promise<{ told: ReadonlyMap<string, T>; refused: ReadonlyMap<string, Fault> }> {
  if (!ids.length) return { told: new Map(), refused: new Map() }
  try {
    return { told: await ask(ids), refused: new Map() }
  } catch (error) {
    if (!isMinded(error)) throw error
    if (ids.length === 1) return { told: new Map(), refused: new Map([[ids[0] as string, error]]) }
  }
  const middle = Math.ceil(ids.length / 2)
  const [first, second] = [await halved(ids.slice(0, middle), ask), await halved(ids.slice(middle), ask)]
  return {
    told: new Map([...first.told, ...second.told]),
    refused: new Map([...first.refused, ...second.refused]),
  }
}

/** A refusal that is about one of the things asked for. */
function isMinded(error: unknown): error is Fault {
  return error instanceof Fault && (error.code === 'meta-question' || error.code === 'meta-gone')
}
