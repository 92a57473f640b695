// Numbers that Meta keeps apart from the posts: a metric it no longer knows is left out, and no data is not nothing.
import { z } from 'zod'
import { Fault } from '../../../services/errors.ts'
import type { Get } from './graph.ts'
import { halved } from './many.ts'

const shape = z.looseObject({
  data: z.array(
    z.looseObject({
      name: z.string(),
      values: z.array(z.looseObject({ value: z.unknown() })).catch([]),
    }),
  ),
})
type Told = Record<string, number>

/** The metrics of posts as far as they are told, by id; those that the platform has dropped are asked for once only. */
export function openInsights(get: Get, wanted: readonly string[]) {
  let metrics = [...wanted]
  return async (ids: readonly string[]): Promise<ReadonlyMap<string, Told>> => {
    try {
      return (await halved(ids, askSome)).told
    } catch (error) {
      // The posts may be read though their numbers may not.
      if (!(error instanceof Fault) || error.code !== 'meta-permission') throw error
      metrics = []
      return new Map()
    }
  }

  async function askSome(ids: readonly string[]): Promise<ReadonlyMap<string, Told>> {
    if (!metrics.length) return new Map()
    const [only] = ids
    if (only && ids.length === 1) return new Map([[only, await askOne(only)]])
    const given = await get('insights', { ids: ids.join(), metric: metrics.join() })
    return new Map(Object.entries(given ?? {}).map(([id, one]) => [id, read(one)]))
  }

  async function askOne(id: string): Promise<Told> {
    const ask = async (names: readonly string[]) =>
      read(await get(`${encodeURIComponent(id)}/insights`, { metric: names.join() }))
    const told: Told = {}
    // Not every metric fits every post, and Graph does not say which one it minds.
    const ways = metrics.length > 1 ? [metrics, ...metrics.map((one) => [one])] : [metrics]
    for (const names of ways)
      try {
        Object.assign(told, await ask(names))
        if (names.length === metrics.length) break
      } catch (error) {
        mind(names, error)
      }
    return told
  }

  /** Lets a refusal pass that is about the metrics; one about a single metric that is no more drops it. */
  function mind(names: readonly string[], error: unknown): void {
    if (!(error instanceof Fault) || !['meta-question', 'meta-gone'].includes(error.code)) throw error
    if (names.length === 1 && /invalid metric|must be one of/i.test(error.message))
      metrics = metrics.filter((metric) => metric !== names[0])
  }
}

function read(given: unknown): Told {
  return Object.fromEntries(
    (shape.safeParse(given).data?.data ?? []).flatMap(({ name, values }) => {
      const value = values.at(-1)?.value
      return typeof value === 'number' ? [[name, value]] : []
    }),
  )
}
