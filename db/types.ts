// How both databases turn what they store into JavaScript: the same value from PGlite and from PostgreSQL.

const text = (value: string) => value
const whole = (value: string) => Number(value)
const bytes = (value: string) => Buffer.from(value.slice(2), 'hex')
const moment = (value: string) =>
  new Date(/[+-]\d\d$/.test(value) ? `${value.replace(' ', 'T')}:00` : value.replace(' ', 'T'))

/** By type oid: int8, numeric, date, timestamp and interval stay text; int2, int4 and float8 are numbers. */
export const parsers: Record<number, (value: string) => unknown> = {
  17: bytes,
  20: text,
  21: whole,
  23: whole,
  701: whole,
  1700: text,
  1082: text,
  1114: text,
  1184: moment,
  1186: text,
  114: JSON.parse,
  3802: JSON.parse,
}

/** PGlite writes a byte at a time, half a second for a megabyte; PostgreSQL's own client needs none of this. */
export const serializers: Record<number, (value: Uint8Array) => string> = {
  17: (value) => `\\x${Buffer.from(value.buffer, value.byteOffset, value.length).toString('hex')}`,
}
