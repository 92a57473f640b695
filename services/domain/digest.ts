// A quarter's facts become the digest's figures: each with its two comparisons, its status and its reason.
import { type Cell, compareCells } from './compare.ts'
import { type Bundle, type FigureRecord, keyOf, type Series } from './digest-model.ts'
import { type Facts, missing } from './facts.ts'
import type { Figure, Unit } from './figures/figure.ts'
import { figures, methodOf } from './figures/list.ts'

/** The facts of one comparison: both quarters with only what was collected well enough in both. */
export type Pair = { now: Facts; before: Facts; leftOut: string[] }

const zeroSources = new Set(['post', 'post_tag', 'wall_day'])

/** The cell of these dims; where rows were counted and this one is absent, it is a true zero. */
export function cellAt(figure: Figure, cells: readonly Cell[], dims: Cell['dims']): Cell {
  const found = cells.find((one) => keyOf(one.dims) === keyOf(dims))
  if (found) return found
  if (figure.source === 'label') return unusedLabel(cells, dims)
  const { channel } = dims
  const whole =
    cells.find((one) => channel !== undefined && keyOf(one.dims) === keyOf({ channel })) ??
    cells.find((one) => !Object.keys(one.dims).length) ??
    cells[0]
  const silent =
    figure.source === 'tally' ? 'no-posts' : figure.source === 'measure' ? 'not-entered' : 'not-collected'
  if (!whole || whole.value === null) return missing(dims, whole?.reason ?? silent)
  if (!zeroSources.has(figure.source) || figure.unit !== 'count') return missing(dims, silent)
  return {
    ...whole,
    dims,
    value: '0',
    weeks: null,
    spread: null,
    flags: (whole.flags ?? []).filter(isRunning),
  }
}

/** A label that nobody gave, though its texts were labelled: none of them. */
function unusedLabel(cells: readonly Cell[], dims: Cell['dims']): Cell {
  const other = cells.find((one) => one.dims.author === dims.author && one.dims.by === dims.by)
  if (other?.value == null) return missing(dims, other?.reason ?? 'not-labelled')
  return { ...other, dims, value: '0' }
}

const isRunning = (flag: string) => flag === 'running'

/** Of these a change is told as a difference only: per cent of per cent says nothing. */
const pointed: ReadonlySet<Unit> = new Set<Unit>(['percent', 'points', 'mean'])

/** Every figure with both comparisons, and the weekly series behind the counts. */
export function compileFigures(
  now: Facts,
  yoy: Pair,
  prev: Pair,
): { figures: FigureRecord[]; series: Series[] } {
  const records: FigureRecord[] = []
  const series: Series[] = []
  for (const figure of figures) {
    const cells = figure.compute(now)
    const sides = [yoy.now, yoy.before, prev.now, prev.before].map(figure.compute)
    const percent = !pointed.has(figure.unit)
    const [yoyNow = [], yoyBefore = [], prevNow = [], prevBefore = []] = sides
    for (const dims of everyDims(figure, cells, [...yoyBefore, ...prevBefore])) {
      const cell = cellAt(figure, cells, dims)
      const before = cellAt(figure, yoyBefore, dims)
      const cmp = {
        yoy: compareCells(cellAt(figure, yoyNow, dims), before, {
          verdict: true,
          percent,
          leftOut: yoy.leftOut,
          whole: cell.value,
        }),
        prev: compareCells(cellAt(figure, prevNow, dims), cellAt(figure, prevBefore, dims), {
          verdict: false,
          percent,
          leftOut: prev.leftOut,
          whole: cell.value,
        }),
      }
      records.push(recordOf(figure, cell, cmp))
      if (cell.weeks)
        series.push({
          id: figure.id,
          dims,
          now: cell.weeks,
          before: cmp.yoy.state === 'ok' && !yoy.leftOut.length ? (before.weeks ?? null) : null,
        })
    }
  }
  return { figures: records, series }
}

/** What is there now, and what was there in a compared quarter; the commonest search words are a list of now only. */
function everyDims(figure: Figure, now: readonly Cell[], before: readonly Cell[]): Cell['dims'][] {
  const all = new Map(now.map((cell) => [keyOf(cell.dims), cell.dims]))
  for (const cell of before)
    if (zeroSources.has(figure.source) && cell.value !== null && !all.has(keyOf(cell.dims)))
      all.set(keyOf(cell.dims), cell.dims)
  return [...all.values()]
}

function recordOf(figure: Figure, cell: Cell, cmp: FigureRecord['cmp']): FigureRecord {
  return {
    id: figure.id,
    dims: cell.dims,
    value: cell.value,
    of: cell.of ?? null,
    unit: figure.unit,
    status: cell.status,
    reason: cell.reason ?? null,
    n: cell.n ?? null,
    coverage: cell.coverage ?? null,
    spread: cell.spread ?? null,
    cmp,
    method: methodOf(figure),
    flags: cell.flags ?? [],
  }
}

/** How the figures are computed, for the bundle: an old digest explains itself after a definition has changed. */
export const describeMethods = (): Bundle['methods'] =>
  figures.map(({ id, version, formula, source, unit, stage }) => ({
    id,
    version,
    formula,
    source,
    unit,
    stage,
  }))
