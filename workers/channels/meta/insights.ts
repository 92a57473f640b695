// Numbers that Meta keeps apart from the posts: a metric it no longer knows is left out, and no data is not nothing.
import { z } from 'zod'
import { Fault } from '../../../services/errors.ts'
import type { Get } from './graph.ts'

const shape = z.looseObject({
  data: z.array(
    z.looseObject({
      name: z.string(),
      values: z.array(z.looseObject({ value: z.unknown() })).catch([]),
    }),
  ),
})

/** The metrics of posts as far as they are told; those that the platform has dropped are asked for once only. */
export function openInsights(get: Get, wanted: readonly string[]) {
  let metrics = [...wanted]
  return async (id: string): Promise<Record<string, number>> => {
    if (!metrics.length) return {}
    try {
      return await ask(id, metrics)
    } catch (error) {
      if (!isQuestion(error)) throw error
    }
    // Not every metric fits every post, and Graph does not say which one it minds.
    const told: Record<string, number> = {}
    for (const metric of metrics.length > 1 ? [...metrics] : [])
      await ask(id, [metric]).then(
        (one) => Object.assign(told, one),
        (error) => {
          if (!isQuestion(error)) throw error
          if (/invalid metric|must be one of/i.test((error as Fault).message))
            metrics = metrics.filter((other) => other !== metric)
        },
      )
    return told
  }

  async function ask(id: string, names: readonly string[]): Promise<Record<string, number>> {
    const read = shape.safeParse(
      await get(`${encodeURIComponent(id)}/insights`, { metric: names.join() }),
    ).data
    return Object.fromEntries(
      (read?.data ?? []).flatMap(({ name, values }) => {
        const value = values.at(-1)?.value
        return typeof value === 'number' ? [[name, value]] : []
      }),
    )
  }
}

const isQuestion = (error: unknown) =>
  error instanceof Fault &&
  (error.code === 'meta-question' || error.code === 'meta-gone' || error.code === 'meta-permission')
