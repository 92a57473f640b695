// What a change of settings has changed: the fields that differ, and their values in a line of text.
import { isDeepStrictEqual } from 'node:util'

type Part = Readonly<Record<string, unknown>> | null

export const sameParts = (a: Part, b: Part): boolean => isDeepStrictEqual(a, b)

/** The fields that differ, in the order in which they stand. */
export function changedFields(before: Part, after: Part): string[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return names.filter((name) => !isDeepStrictEqual(before?.[name] ?? null, after?.[name] ?? null))
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
