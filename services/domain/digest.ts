// A quarter's facts become the digest's figures: each with its two comparisons, its status and its reason.
import type { Label, Language } from '../../config/place.ts'
import { canonicalJson } from './canonical.ts'
import { type Cell, type Comparison, compareCells, type FigureStatus } from './compare.ts'
import { type Facts, missing } from './facts.ts'
import type { Figure, FigureId, Unit } from './figures/figure.ts'
import { figures, methodOf } from './figures/list.ts'

export type FigureRecord = {
  id: FigureId
  dims: Record<string, string>
  value: string | null
  of: string | null
  unit: Unit
  status: FigureStatus
  reason: string | null
  n: { measured: number; of: number } | null
  coverage: { days: number; of: number } | null
  spread: { low: string; high: string } | null
  cmp: { yoy: Comparison; prev: Comparison }
  method: string
  flags: string[]
}

/** A weekly series; `before` is a year ago, given only when the two can be laid side by side. */
export type Series = { id: FigureId; dims: Record<string, string>; now: number[]; before: number[] | null }

/** One source as the coverage section shows it: `gaps` are the stretches without a successful run, days included. */
export type SourceRecord = {
  id: string
  title: string | null
  channel: string
  mode: 'own' | 'partner' | 'resident'
  used: boolean
  fault: string | null
  days: number
  of: number
  gaps: { from: string; to: string }[]
}

/** A figure whose printed value in an earlier digest is not what the same definition gives today. */
export type Revised = {
  quarter: string
  id: FigureId
  dims: Record<string, string>
  printed: string | null
  printed_of: string | null
  now: string | null
  now_of: string | null
}

export type Bundle = {
  format: 1
  place: { id: string; name: Label; languages: Language[]; time_zone: string }
  quarter: string
  yoy: string
  prev: string
  from: string
  to: string
  of: number
  elapsed: number
  weeks: string[]
  yoy_weeks: string[]
  families: { id: string; label: Label; tags: { key: string; as_written: string }[]; only_with: string[] }[]
  walls: { id: string; label: Label; actions: { id: string; label: Label }[] }[]
  sources: SourceRecord[]
  figures: FigureRecord[]
  series: Series[]
  lifts: { week: string; n: number }[]
  studies: { day: string; text: string; url: string | null }[]
  revised: Revised[]
  /** Of a joint place: each member's figures, in the place file's order, never a ranking. */
  members: { id: string; name: Label; figures: FigureRecord[] }[]
  methods: Pick<Figure, 'id' | 'version' | 'formula' | 'source' | 'unit' | 'stage'>[]
  sample: boolean
}

/** The facts of one comparison: both quarters with only what was collected well enough in both. */
export type Pair = { now: Facts; before: Facts; leftOut: string[] }

/** Dims as one text, whatever their order. */
export const keyOf = (dims: Record<string, string>) => canonicalJson(dims)
const zeroSources = new Set(['post', 'post_tag', 'wall_day'])

/** The cell of these dims; where rows were counted and this one is absent, it is a true zero. */
export function cellAt(figure: Figure, cells: readonly Cell[], dims: Cell['dims']): Cell {
  const found = cells.find((one) => keyOf(one.dims) === keyOf(dims))
  if (found) return found
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

const isRunning = (flag: string) => flag === 'running'

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
    const [yoyNow = [], yoyBefore = [], prevNow = [], prevBefore = []] = sides
    for (const dims of everyDims(figure, cells, [...yoyBefore, ...prevBefore])) {
      const cell = cellAt(figure, cells, dims)
      const before = cellAt(figure, yoyBefore, dims)
      const cmp = {
        yoy: compareCells(cellAt(figure, yoyNow, dims), before, {
          verdict: true,
          leftOut: yoy.leftOut,
          whole: cell.value,
        }),
        prev: compareCells(cellAt(figure, prevNow, dims), cellAt(figure, prevBefore, dims), {
          verdict: false,
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

export function findFigure(
  bundle: Pick<Bundle, 'figures'>,
  id: FigureId,
  dims: Record<string, string> = {},
): FigureRecord | undefined {
  return bundle.figures.find((one) => one.id === id && keyOf(one.dims) === keyOf(dims))
}

/** All records of a figure whose dims are exactly these names. */
export function listFigures(
  bundle: Pick<Bundle, 'figures'>,
  id: FigureId,
  ...names: string[]
): FigureRecord[] {
  const wanted = [...names].sort().join()
  return bundle.figures.filter((one) => one.id === id && Object.keys(one.dims).sort().join() === wanted)
}
