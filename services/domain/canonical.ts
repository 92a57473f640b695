// JSON in one form only: sorted keys, NFC, whole numbers; so that equal data are equal bytes and have one hash.

/** Refuses what has no one form: fractions (they belong in decimal strings), dates, undefined inside a list. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`not a whole number: ${value}`)
    return String(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined)
    const sorted = entries.map(([key, one]) => [key.normalize('NFC'), one] as const).sort(byCodeUnits)
    return `{${sorted.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`
  }
  throw new Error(`has no canonical form: ${typeof value}`)
}

const byCodeUnits = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a < b ? -1 : a > b ? 1 : 0
