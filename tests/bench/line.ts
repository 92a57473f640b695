// One result of a benchmark: ours against a baseline written for speed, measured in the same run.

export type BenchLine = {
  name: string
  ours: number
  baseline: number
  /** Ours divided by the baseline. */
  ratio: number
  unit: string
  /** What to know beside the numbers: a limit that holds, or why it does not. */
  note?: string
}

/** What each file of a benchmark exports as `bench`. */
export type Bench = () => Promise<BenchLine[]>

/** A line with its ratio, rounded so that two runs can be compared by eye. */
export function line(name: string, ours: number, baseline: number, unit: string, note?: string): BenchLine {
  const round = (n: number) => Number(n.toPrecision(4))
  return {
    name,
    ours: round(ours),
    baseline: round(baseline),
    ratio: round(ours / baseline),
    unit,
    ...(note && { note }),
  }
}
