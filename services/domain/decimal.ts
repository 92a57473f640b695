// Quantities as decimal strings: read strictly, added, subtracted and rounded exactly, never as floats.

type Scaled = { n: bigint; scale: number }

const pattern = /^-?\d{1,30}(\.\d{1,12})?$/

/** True for what we store: an optional minus, digits, and at most twelve decimals after a dot. */
export function isDecimal(text: string): boolean {
  return pattern.test(text)
}

function read(text: string): Scaled {
  if (!isDecimal(text)) throw new Error(`not a decimal: ${text}`)
  const [whole = '', decimals = ''] = text.split('.')
  return { n: BigInt(whole + decimals), scale: decimals.length }
}

function write({ n, scale }: Scaled): string {
  const digits = (n < 0n ? -n : n).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const decimals = digits.slice(digits.length - scale).replace(/0+$/, '')
  return `${n < 0n ? '-' : ''}${whole}${decimals ? `.${decimals}` : ''}`
}

const at = (one: Scaled, scale: number) => one.n * 10n ** BigInt(scale - one.scale)

function combine(a: string, b: string, how: (x: bigint, y: bigint) => bigint): string {
  const [x, y] = [read(a), read(b)]
  const scale = Math.max(x.scale, y.scale)
  return write({ n: how(at(x, scale), at(y, scale)), scale })
}

/** The same quantity in its shortest form: `05.10` is `5.1`. */
export function normalDecimal(text: string): string {
  return write(read(text))
}

export function subtract(a: string, b: string): string {
  return combine(a, b, (x, y) => x - y)
}

/** The sum; `0` for none, so ask first whether anything is known. */
export function sum(values: Iterable<string>): string {
  let total = '0'
  for (const value of values) total = combine(total, value, (x, y) => x + y)
  return total
}

export function compareDecimals(a: string, b: string): number {
  const sign = combine(a, b, (x, y) => (x < y ? -1n : x > y ? 1n : 0n))
  return sign.startsWith('-') ? -1 : /[1-9]/.test(sign) ? 1 : 0
}

/** `part` of `whole` times `times`, rounded half away from zero to `decimals`; undefined when the whole is zero. */
export function ratio(part: string, whole: string, times = 1, decimals = 0): string | undefined {
  const [x, y] = [read(part), read(whole)]
  const scale = Math.max(x.scale, y.scale)
  const [top, bottom] = [at(x, scale) * BigInt(times) * 10n ** BigInt(decimals), at(y, scale)]
  if (bottom === 0n) return undefined
  const negative = top < 0n !== bottom < 0n
  const [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom]
  const rounded = (2n * a + b) / (2n * b)
  return write({ n: negative ? -rounded : rounded, scale: decimals })
}

/** A number that the caller has computed, as a decimal string with so many decimals at most. */
export function fixed(value: number, decimals: number): string {
  return normalDecimal(value.toFixed(decimals))
}

/** Half-way between two values, and other quantiles (linear, as spreadsheets do); undefined for none. */
export function quantile(
  sorted: readonly number[],
  numerator: number,
  denominator: number,
): string | undefined {
  if (!sorted.length) return undefined
  const place = (sorted.length - 1) * numerator
  const low = sorted[Math.floor(place / denominator)] as number
  const high = sorted[Math.min(sorted.length - 1, Math.floor(place / denominator) + 1)] as number
  const rest = place % denominator
  return ratio(String(low * denominator + (high - low) * rest), String(denominator), 1, 2)
}
