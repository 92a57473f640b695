// Graph's objects as it writes them: only the fields asked for, and an error for a field that the object has not got.

import { graphError } from './meta-refusals.ts'
import type { Reply } from './serve.ts'

/** A post or a medium as a test or the demo writes it: its fields in Graph's own names and forms. */
export type SimObject = {
  id: string
  at: Date
  /** Its place among those of the same moment. */
  nth?: number
  gone?: boolean
  fields: (now: Date) => Record<string, unknown>
}

const media =
  'id caption media_type media_product_type media_url permalink timestamp like_count comments_count children'.split(
    ' ',
  )
/** What each edge's objects can be asked for. */
const known: Record<string, readonly string[]> = {
  hashtag: media.filter((one) => one !== 'media_product_type'),
  media: [...media, 'thumbnail_url', 'username', 'alt_text', 'shortcode', 'owner'],
  tags: [...media, 'username'],
  account: ['id', 'username', 'name', 'followers_count', 'media_count'],
  page: ['id', 'name', 'link', 'fan_count', 'followers_count'],
  post: (
    'id created_time updated_time message story permalink_url full_picture status_type is_hidden attachments ' +
    'message_tags shares reactions comments from'
  ).split(' '),
}

const attachment = 'media_type title description url unshimmed_url media subattachments target type'.split(
  ' ',
)
/** The same of what stands inside a field. */
const inside: Record<string, readonly string[]> = {
  from: ['id', 'name'],
  children: [...media, 'thumbnail_url', 'alt_text', 'username', 'owner', 'shortcode'],
  attachments: attachment,
  subattachments: attachment,
  media: ['image', 'source'],
  image: ['src', 'width', 'height'],
}

/** Splits `a,b{c,d},e.limit(0).summary(true)` at its outer commas: names with what stands behind them. */
function readFields(text: string): { name: string; rest: string }[] {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const sign of text) {
    if ('{('.includes(sign)) depth++
    if ('})'.includes(sign)) depth--
    if (sign === ',' && depth === 0) {
      parts.push(part)
      part = ''
    } else part += sign
  }
  return [...parts, part].filter(Boolean).map((one) => {
    const [, name = '', rest = ''] = /^(\w+)(.*)$/.exec(one) ?? []
    return { name, rest }
  })
}

/** The fields of an object, or Graph's complaint. Without a list only the id comes, as in earnest. */
export function show(one: SimObject, fields: string | null, now: Date): Record<string, unknown> {
  const wanted = readFields(fields ?? 'id')
  const all = { id: one.id, ...one.fields(now) } as Record<string, unknown>
  return Object.fromEntries(
    wanted.flatMap(({ name, rest }) => {
      if (name === 'reactions' || name === 'comments') {
        // Without a summary the reactions themselves would come, and no number.
        const count = all[name] as number | undefined
        return count === undefined || !rest.includes('summary(')
          ? []
          : [[name, { data: [], summary: { total_count: count } }]]
      }
      return all[name] === undefined ? [] : [[name, pick(all[name], rest)]]
    }),
  )
}

/** Of what stands inside, too, only what was asked for. */
function pick(value: unknown, rest: string): unknown {
  const fields = /\{(.*)\}$/.exec(rest)?.[1]
  if (fields === undefined || !value || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((one) => pick(one, rest))
  const all = value as Record<string, unknown>
  if (Array.isArray(all.data)) return { ...all, data: pick(all.data, rest) }
  return Object.fromEntries(
    readFields(fields).flatMap(({ name, rest }) =>
      all[name] === undefined ? [] : [[name, pick(all[name], rest)]],
    ),
  )
}

/** What is wrong with a list of fields, or with one inside it; undefined when nothing. */
export function checkFields(kind: string, fields: string | null): Reply | undefined {
  return check(kind, known[kind] ?? [], fields ?? 'id')
}

function check(kind: string, has: readonly string[], fields: string): Reply | undefined {
  for (const { name, rest } of readFields(fields)) {
    if (!has.includes(name))
      return graphError(100, `Tried accessing nonexisting field (${name}) on node type (${kind})`)
    const more = /\{(.*)\}$/.exec(rest)?.[1]
    const wrong = more !== undefined && check(name, inside[name] ?? [], more)
    if (wrong) return wrong
  }
  return undefined
}
