// What earlier digests printed and what the same definitions give now: late posts, corrected numbers, new revisions.
import { cellAt } from './digest.ts'
import { type Bundle, type FigureRecord, keyOf, type Revised } from './digest-model.ts'
import type { Facts } from './facts.ts'
import { figures, methodOf } from './figures/list.ts'

/** What an earlier digest printed and today's definitions give otherwise, of the whole figures and the families. */
export function listRevised(printed: Pick<Bundle, 'quarter' | 'figures'>, facts: Facts): Revised[] {
  return figures.flatMap((figure) => {
    const cells = figure.compute(facts)
    return printed.figures
      .filter((one) => one.id === figure.id && one.method === methodOf(figure) && isHeadline(one))
      .flatMap((one) => {
        const { value, of = null } = cellAt(figure, cells, one.dims)
        if (value === one.value && of === one.of) return []
        const { quarter } = printed
        return [
          {
            quarter,
            id: one.id,
            dims: one.dims,
            printed: one.value,
            printed_of: one.of,
            now: value,
            now_of: of,
          },
        ]
      })
  })
}

/** The whole figures and the families: what an earlier reader may have quoted. */
function isHeadline({ id, dims }: FigureRecord): boolean {
  const names = Object.keys(dims)
  return id !== 'F29' && (!names.length || (names.length === 1 && 'family' in dims))
}

/** What differs between two revisions of the same quarter. */
export function listChanges(
  before: Pick<Bundle, 'quarter' | 'figures'>,
  after: Pick<Bundle, 'figures'>,
): Revised[] {
  return before.figures.filter(isHeadline).flatMap((one) => {
    const other = after.figures.find(
      (record) => record.id === one.id && keyOf(record.dims) === keyOf(one.dims),
    )
    if (other?.value === one.value && other.of === one.of) return []
    const { id, dims } = one
    return [
      {
        quarter: before.quarter,
        id,
        dims,
        printed: one.value,
        printed_of: one.of,
        now: other?.value ?? null,
        now_of: other?.of ?? null,
      },
    ]
  })
}
