// What a change of settings has changed: the fields that differ, and their values in a line of text.
import { isDeepStrictEqual } from 'node:util'

type Part = Readonly<Record<string, unknown>> | null

export const sameParts = (a: Part, b: Part): boolean => isDeepStrictEqual(a, b)

/** The fields that differ, in the order in which they stand. */
export function changedFields(before: Part, after: Part): string[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return names.filter((name) => !isDeepStrictEqual(before?.[name] ?? null, after?.[name] ?? null))
}

/** Something that differs within a field: where in it, and how it stood before and after. */
type Change = { at: string[]; was: unknown; is: unknown }

/**
 * Goes down as long as both sides are built alike: objects by their names, lists of the same rows by what `call` says
 * that each is called now.
 */
export function changesIn(
  was: unknown,
  is: unknown,
  call: (row: Row) => string,
  at: string[] = [],
): Change[] {
  if (isDeepStrictEqual(was ?? null, is ?? null)) return []
  const rows = sameRows(was, is)
  if (rows) return rows.flatMap(([a, b]) => changesIn(a, b, call, [...at, call(b)]))
  if (!isBag(was ?? {}) || !isBag(is ?? {}) || (!was && !is)) return [{ at, was, is }]
  const [a, b] = [was ?? {}, is ?? {}] as [Row, Row]
  return changedFields(a, b).flatMap((name) => changesIn(a[name], b[name], call, [...at, name]))
}

type Row = Record<string, unknown>
const isBag = (one: unknown): one is Row => typeof one === 'object' && one !== null && !Array.isArray(one)

/** Both as they stood of each row; undefined where a row has come, gone or moved. */
function sameRows(was: unknown, is: unknown): [was: Row, is: Row][] | undefined {
  if (!Array.isArray(was) || !Array.isArray(is) || was.length !== is.length) return undefined
  const same = is.every((one, nth) => isBag(one) && typeof one.id === 'string' && one.id === was[nth]?.id)
  return same ? is.map((one, nth) => [was[nth], one]) : undefined
}

/** A value as one line; null when there is nothing to say. */
export function lineOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.map((one) => lineOf(one) ?? '–').join(', ') || null
  if (typeof value === 'object') {
    const parts = Object.entries(value).flatMap(([name, one]) => {
      const line = lineOf(one)
      return line === null ? [] : [`${name}: ${line}`]
    })
    return parts.join(', ') || null
  }
  return String(value)
}

/** What a list has lost and got, where both are lists of words. */
export function listChange(before: unknown, after: unknown): { gone: string[]; come: string[] } | null {
  const isList = (one: unknown): one is string[] =>
    Array.isArray(one) && one.every((word) => typeof word === 'string')
  if (!isList(before) || !isList(after)) return null
  return {
    gone: before.filter((one) => !after.includes(one)),
    come: after.filter((one) => !before.includes(one)),
  }
}
