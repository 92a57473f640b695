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

/** A shape as JSON Schema writes it, as far as it says which fields there are. */
export type Shape = {
  properties?: Record<string, Shape>
  items?: Shape
  additionalProperties?: Shape | boolean
  anyOf?: Shape[]
}

/** Fields of the shape that stand in none of the things, and fields of theirs that the shape does not know. */
export function compareForms(
  shape: Shape,
  things: readonly unknown[],
): { missing: string[]; unknown: string[] } {
  const seen = new Set<string>()
  const unknown = new Set<string>()
  const look = (value: unknown, known: Shape[], path: string): void => {
    const inner = known.flatMap(({ properties }) => (properties ? [properties] : []))
    const rest = known.flatMap(({ additionalProperties: of }) => (typeof of === 'object' ? of : []))
    if (Array.isArray(value)) {
      const items = known.flatMap((one) => one.items ?? [])
      if (items.length) for (const one of value) look(one, items.flatMap(flat), path)
    } else if (value && typeof value === 'object')
      for (const [key, one] of Object.entries(value)) {
        const at = [path, name.test(key) ? key : '?'].filter(Boolean).join('.')
        const own = inner.flatMap((of) => of[key] ?? [])
        if (own.length) {
          seen.add(at)
          look(one, own.flatMap(flat), at)
        } else if (rest.some((of) => Object.keys(of).length)) look(one, rest.flatMap(flat), `${path}.*`)
        // Where the shape names no field at all, nobody looks inside.
        else if (inner.length) unknown.add(at)
      }
  }
  for (const one of things) look(one, flat(shape), '')
  // A field of what is missing itself is not told, too.
  const missing = fieldsOf(flat(shape), '').filter(
    (path) => !seen.has(path) && (!path.includes('.') || seen.has(path.slice(0, path.lastIndexOf('.')))),
  )
  return { missing: [...new Set(missing)], unknown: [...unknown].sort() }
}

const flat = (shape: Shape): Shape[] => shape.anyOf?.flatMap(flat) ?? [shape]

function fieldsOf(shapes: readonly Shape[], path: string): string[] {
  return shapes.flatMap((shape) => [
    ...Object.entries(shape.properties ?? {}).flatMap(([key, of]) => {
      const at = path ? `${path}.${key}` : key
      return [at, ...fieldsOf(flat(of), at)]
    }),
    ...(shape.items ? fieldsOf(flat(shape.items), path) : []),
  ])
}
