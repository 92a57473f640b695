// The form of a foreign answer without what it says: names of fields and kinds of values, for whoever mends us.

const LONGEST = 400
const MOST = 40
// A field is named by a programmer; whatever does not look so may be somebody's own words.
const name = /^[a-z@_$][\w$@:.-]{0,39}$/i

/** `{id:string account:null tags:[object]}`: enough to see what has changed, and nobody's data. */
export function formOf(value: unknown, depth = 2): string {
  if (value === null) return 'null'
  if (Array.isArray(value))
    return value.length ? `[${depth > 0 ? formOf(value[0], depth - 1) : typeof value[0]}]` : '[]'
  if (typeof value !== 'object') return typeof value
  if (depth <= 0) return 'object'
  const fields = Object.entries(value).slice(0, MOST)
  const forms = fields.map(([key, of]) => `${name.test(key) ? key : '?'}:${formOf(of, depth - 1)}`)
  const text = `{${forms.join(' ')}}`
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
