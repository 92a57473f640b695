// The digest of a joint place: a block for each member in the file's order, and sums only where all have data.
import { type Cell, compareCells } from './compare.ts'
import { sum } from './decimal.ts'
import { type Bundle, type FigureRecord, findFigure } from './digest-model.ts'
import { missing } from './facts.ts'
import type { FigureId } from './figures/figure.ts'
import { figures, methodOf } from './figures/list.ts'

/** What members are shown side by side with; nothing here is a ranking, and no shares are averaged. */
const shown: readonly FigureId[] = ['F1', 'F10', 'F11', 'F13', 'F15', 'F16', 'F20']

export const blockOf = (records: readonly FigureRecord[]): FigureRecord[] =>
  records.filter((one) => shown.includes(one.id) && !Object.keys(one.dims).length)

/** The sums over the members; a figure that one of them lacks has no sum, and says of how many it is known. */
export function sumMembers(members: Bundle['members']): FigureRecord[] {
  return figures
    .filter((figure) => shown.includes(figure.id))
    .map((figure) => {
      const records = members.map((member) => findFigure(member, figure.id))
      const known = records.filter((one): one is FigureRecord => one?.value != null)
      const whole = known.length === members.length && known.length > 0
      const value: Cell = whole
        ? { dims: {}, ...added(known.map((one) => one)), status: worst(known) }
        : { ...missing({}, 'members-missing'), flags: [`members:${known.length}/${members.length}`] }
      const compare = (which: 'yoy' | 'prev') => {
        const pairs = known.map((one) => one.cmp[which])
        const all = whole && pairs.every((one) => one.state === 'ok')
        const side = (value: 'now' | 'before'): Cell => ({
          dims: {},
          status: 'ok',
          ...added(pairs.map((one) => ({ value: one[value], of: one[`${value}_of`] }))),
        })
        const lacking = missing({}, 'members-missing')
        return compareCells(all ? side('now') : lacking, all ? side('before') : lacking, {
          verdict: false,
          percent: true,
          leftOut: [],
        })
      }
      return {
        id: figure.id,
        dims: {},
        value: value.value,
        of: value.of ?? null,
        unit: figure.unit,
        status: value.status,
        reason: value.reason ?? null,
        n: null,
        coverage: null,
        spread: null,
        cmp: { yoy: compare('yoy'), prev: compare('prev') },
        method: methodOf(figure),
        flags: value.flags ?? [],
      }
    })
}

function added(parts: readonly { value: string | null; of: string | null }[]): Pick<Cell, 'value' | 'of'> {
  const all = (of: (part: { value: string | null; of: string | null }) => string | null) => {
    const values = parts.map(of)
    return values.some((one) => one === null) ? null : sum(values as string[])
  }
  return { value: all((part) => part.value), of: all((part) => part.of) }
}

const worst = (records: readonly FigureRecord[]) =>
  records.find((one) => one.status === 'preliminary' || one.status === 'partial' || one.status === 'estimate')
    ?.status ?? 'ok'
