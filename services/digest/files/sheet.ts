// A plain table for programs: one heading row, and cells of which a number keeps its decimal text.

/** A number is kept as its decimal text until a format writes it; a text is never taken for one. */
export type Value = { number: string } | string | null
export type Sheet = { name: string; head: string[]; rows: Value[][] }

/** What is not known is an empty cell, never a zero. */
export const number = (value: string | number | null): Value =>
  value === null ? null : { number: String(value) }
