// The statistics of the digest: does a change stand out, and how uncertain a share or a level is.

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** Natural logarithm of the gamma function for x > 0 (Lanczos, g = 7). */
function logGamma(x: number): number {
  const z = x - 1
  const base = z + 7.5
  const series = LANCZOS.reduce((total, c, i) => (i ? total + c / (z + i) : c), 0)
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(base) - base + Math.log(series)
}

/** The regularised incomplete beta function, by its continued fraction (modified Lentz). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  // The fraction converges fast only left of the mean; right of it the mirror image is used.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x))
  const away = (value: number) => (Math.abs(value) < 1e-30 ? 1e-30 : value)
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m <= 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-14) break
  }
  return (front * fraction) / a
}

/** The chance that |T| is at least |t|, T being Student's with `df` degrees of freedom. */
export function studentTwoSided(t: number, df: number): number {
  return incompleteBeta(df / (df + t * t), df / 2, 0.5)
}

/**
 * Do two weekly series of counts differ in level? Quasi-Poisson with continuity correction: the spread of the weeks
 * themselves says how much is ordinary, since posting comes in bursts. Undefined when there is too little to compare.
 */
export function compareWeekly(a: readonly number[], b: readonly number[]): number | undefined {
  const [weeksA, weeksB] = [a.length, b.length]
  const [sumA, sumB] = [total(a), total(b)]
  const n = sumA + sumB
  const df = weeksA + weeksB - 2
  if (n < 10 || weeksA < 2 || weeksB < 2) return undefined
  const share = weeksA / (weeksA + weeksB)
  const spread = (weeks: readonly number[], mean: number) =>
    mean ? weeks.reduce((sum, one) => sum + (one - mean) ** 2, 0) / mean : 0
  const phi = Math.max(1, (spread(a, sumA / weeksA) + spread(b, sumB / weeksB)) / df)
  const t = Math.max(0, Math.abs(sumA - n * share) - 0.5) / Math.sqrt(phi * n * share * (1 - share))
  return studentTwoSided(t, df)
}

const total = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0)

const Z = 1.959963984540054

/** Wilson's 95 % limits of a share, as parts of one; undefined when it is no share (k > n or n = 0). */
export function wilson(k: number, n: number): { low: number; high: number } | undefined {
  if (n <= 0 || k < 0 || k > n) return undefined
  const p = k / n
  const middle = (p + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n)
  const half = (Z / (1 + Z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n * n))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** The chance of at most k when the level is `mean`. */
function poissonUpTo(k: number, mean: number): number {
  let sum = 0
  for (let i = 0; i <= k; i++) sum += Math.exp(i * Math.log(mean) - mean - logGamma(i + 1))
  return sum
}

/** Counts up to here are summed one by one; above it Byar's formula is as good to a hundredth of a post. */
const SUMMED = 1_000

/** 95 % limits of the level behind a count: exact, or Byar's approximation of them. */
export function poissonLimits(k: number): { low: number; high: number } {
  if (k > SUMMED) {
    const byar = (n: number, z: number) => n * (1 - 1 / (9 * n) + z / (3 * Math.sqrt(n))) ** 3
    return { low: byar(k, -Z), high: byar(k + 1, Z) }
  }
  const solve = (aim: number, upTo: number) => {
    let [low, high] = [1e-9, 3 * k + 20]
    for (let step = 0; step < 100; step++) {
      const middle = (low + high) / 2
      if (poissonUpTo(upTo, middle) > aim) low = middle
      else high = middle
    }
    return (low + high) / 2
  }
  return { low: k === 0 ? 0 : solve(0.975, k - 1), high: solve(0.025, k) }
}

/** The value that |T| exceeds with the chance `p`, T being Student's with `df` degrees of freedom. */
export function studentQuantile(p: number, df: number): number {
  let [low, high] = [0, 1000]
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2
    if (studentTwoSided(middle, df) > p) low = middle
    else high = middle
  }
  return (low + high) / 2
}
