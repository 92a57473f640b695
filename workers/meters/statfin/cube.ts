// json-stat2 read: a row-major list of numbers becomes cells, each with the code of every dimension it stands at.
import { z } from 'zod'
import { Fault } from '../../../services/errors.ts'

const value = z.union([z.number(), z.string(), z.null()])
const shape = z.looseObject({
  id: z.array(z.string()).min(1),
  size: z.array(z.number().int().min(1)),
  dimension: z.record(
    z.string(),
    z.looseObject({
      // One value may come without an index; then its label tells the code.
      category: z.looseObject({
        index: z.union([z.record(z.string(), z.number()), z.array(z.string())]).optional(),
        label: z.record(z.string(), z.string()).optional(),
      }),
    }),
  ),
  // A list of all, or an object of those that are there.
  value: z.union([z.array(value), z.record(z.string(), value)]),
})

export type StatCell = { codes: string[]; value: string | null }

/** Not more cells than PxWeb itself gives. */
const MOST = 120_000

export function readCube(data: unknown): StatCell[] {
  const read = shape.safeParse(data)
  const broken = () => new Fault('shape', 'not a json-stat2 dataset', { code: 'statfin-answer' })
  if (!read.success) throw broken()
  const { id, size, dimension, value: values } = read.data
  const codes = id.map((name, nth) => {
    const { index, label } = dimension[name]?.category ?? {}
    const listed = Array.isArray(index)
      ? index
      : Object.entries(index ?? {})
          .sort((a, b) => a[1] - b[1])
          .map(([code]) => code)
    const found = listed.length ? listed : Object.keys(label ?? {})
    if (found.length !== size[nth]) throw broken()
    return found
  })
  const count = size.reduce((all, n) => all * n, 1)
  if (count > MOST || (Array.isArray(values) && values.length !== count)) throw broken()
  return Array.from({ length: count }, (_, at) => {
    const found = Array.isArray(values) ? values[at] : values[String(at)]
    return { codes: codesAt(codes, at), value: decimal(found) }
  })
}

/** The last dimension turns fastest. */
function codesAt(codes: readonly string[][], at: number): string[] {
  let rest = at
  return codes
    .toReversed()
    .map((list) => {
      const code = list[rest % list.length] ?? ''
      rest = Math.floor(rest / list.length)
      return code
    })
    .reverse()
}

/** Dots stand for what is secret or not there. */
function decimal(found: number | string | null | undefined): string | null {
  const text = String(found ?? '')
  return /^-?\d+(\.\d+)?$/.test(text) ? text : null
}
