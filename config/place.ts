// The shape of a place file: a municipality or a project as data, with complaints that name the line and the key.
import { type Document, isMap, isNode, LineCounter, type Node, parseDocument } from 'yaml'
import { z } from 'zod'
import { labelOf, languages } from './label.ts'
import { guidanceShape, listId as id, topicList } from './lists.ts'
import { type Complaint, crossCheck } from './place-check.ts'

export { type Language, languages } from './label.ts'
export type { Guidance, TopicKind } from './lists.ts'

export const channels = [
  'feed',
  'mastodon',
  'bluesky',
  'instagram',
  'facebook',
  'x',
  'youtube',
  'tiktok',
  'linkedin',
  'threads',
  'flickr',
  'pixelfed',
  'wordpress',
  'pasted',
  'story',
  'sheet',
] as const
export type ChannelName = (typeof channels)[number]
/** Channels that no adapter reads: people bring their posts by a form of ours. */
export const handedChannels = ['pasted', 'story', 'sheet'] as const satisfies readonly ChannelName[]
/** Channels that are not read, openly: the README and the desk say why. */
/** True where people bring the posts. */
export const isHanded = (channel: string): boolean => handedChannels.some((one) => one === channel)
const absent = ['linkedin', 'tiktok', 'threads', 'flickr', 'pixelfed', 'x'] as const
export const absentChannels = absent satisfies readonly ChannelName[]
export type ReadChannel = Exclude<
  ChannelName,
  (typeof handedChannels)[number] | (typeof absentChannels)[number]
>

export const meters = ['matomo', 'ga4', 'statfin'] as const
export type MeterName = (typeof meters)[number]

export const accountKinds = ['own', 'staff', 'partner', 'media', 'influencer', 'visitor', 'resident'] as const
export type AccountKind = (typeof accountKinds)[number]

const text = z.string().trim().min(1).max(200)
const label = labelOf(200)
const tag = z
  .string()
  .trim()
  .transform((written) => written.replace(/^[#＃﹟]/u, '').normalize('NFC'))
  .refine(
    (written) => /^[\p{L}\p{M}\p{N}_·・]{1,100}$/u.test(written) && /\p{L}/u.test(written),
    'is not a hashtag',
  )
const timeZone = z.string().refine((zone) => {
  try {
    // Offsets are refused: Intl and PostgreSQL read their sign in opposite ways.
    return /^[a-z]/i.test(zone) && Boolean(new Intl.DateTimeFormat('fi', { timeZone: zone }))
  } catch {
    return false
  }
}, 'is not a time zone, for example Europe/Helsinki')
const minutes = z
  .string()
  .regex(/^\d{1,4}(m|h|d)$/, 'must be a number and m, h or d, for example 15m')
  .transform(
    (every) => Number.parseInt(every, 10) * { m: 1, h: 60, d: 1440 }[every.at(-1) as 'm' | 'h' | 'd'],
  )
  .refine((every) => every >= 5 && every <= 10080, 'must be between 5m and 7d')
const secureUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https address' })

const family = z.strictObject({
  id,
  label,
  tags: z.array(tag).min(1, 'needs at least one hashtag').max(60),
  only_with: z.array(id).default([]),
})
const account = z.strictObject({
  channel: z.enum(channels),
  handle: text,
  name: text.optional(),
  kind: z.enum(accountKinds),
  agreement: text.optional(),
  mark: z.string().trim().min(1).max(60).optional(),
})
const source = z.strictObject({
  id,
  channel: z.enum(channels),
  mode: z.enum(['own', 'partner', 'resident']),
  active: z.boolean().default(false),
  families: z.array(id).default([]),
  every: minutes.optional(),
  settings: z.record(z.string(), z.unknown()).default({}),
})
const meter = z.strictObject({
  id,
  meter: z.enum(meters),
  active: z.boolean().default(false),
  every: minutes.optional(),
  settings: z.record(z.string(), z.unknown()).default({}),
})
/** A wall, in a place file and on the form of the desk alike. */
export const wallShape = z.strictObject({
  id,
  label,
  families: z.array(id).default([]),
  channels: z.array(z.enum(channels)).default([]),
  show: z.int().min(1).max(50).default(12),
  lead: z.strictObject({ families: z.array(id).min(1), count: z.int().min(1).max(6).default(3) }).optional(),
  moderation: z.enum(['review', 'open']).default('review'),
  actions: z
    .array(z.strictObject({ id, label, url: secureUrl }))
    .max(6)
    .default([]),
})
const sentence = z.string().trim().min(1).max(600)
/** Whom residents reach, as the notices say it; in a place file and on the form of the desk alike. */
export const contactShape = z.strictObject({
  /** Who answers feedback and requests: the registry office, by its name. */
  unit: label.optional(),
  email: z.email('must be an e-mail address').max(200).optional(),
  phone: z
    .string()
    .regex(/^\+?[\d ]{5,20}$/, 'must be a phone number')
    .optional(),
  /** The e-mail address of the data protection officer. */
  officer: z.email('must be an e-mail address').max(200).optional(),
  /** Where the server is, who runs it, and whether data leaves the EU. */
  hosting: z
    .strictObject({ fi: sentence.optional(), sv: sentence.optional(), en: sentence.optional() })
    .optional(),
  /** When the town last went through its accessibility statement. */
  reviewed: z.iso.date('must be a date, for example 2026-11-25').optional(),
})
/** What a place is, in a place file and on the form of the desk alike. */
export const ownShape = z.strictObject({
  name: label,
  languages: z.array(z.enum(languages)).min(1).default(['fi']),
  time_zone: timeZone.default('Europe/Helsinki'),
  municipality_code: z
    .string()
    .regex(/^\d{3}$/, 'must be three digits in quotes, for example "320"')
    .optional(),
  members: z.array(id).default([]),
})
const placeFile = z.strictObject({
  place: ownShape.extend({ id, contact: contactShape.default({}), guidance: guidanceShape.default({}) }),
  families: z.array(family).default([]),
  accounts: z.array(account).default([]),
  sources: z.array(source).default([]),
  meters: z.array(meter).default([]),
  walls: z.array(wallShape).default([]),
  themes: topicList.default([]),
  audiences: topicList.default([]),
  areas: topicList.default([]),
})

export type PlaceFile = z.infer<typeof placeFile>
export type Label = z.infer<typeof label>
export type OwnSettings = z.infer<typeof ownShape>
export type Contact = z.infer<typeof contactShape>
export type WallSettings = z.infer<typeof wallShape>

/** Reads a place file. On bad input `complaints` has one line for each: `file:line key: what is wrong`. */
export function readPlace(
  yaml: string,
  file = 'place file',
): { place: PlaceFile } | { complaints: string[] } {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number) => `${file}:${lines.linePos(offset).line}`
  if (document.errors.length)
    return { complaints: document.errors.map((error) => `${at(error.pos[0])} ${error.message}`) }
  let data: unknown
  try {
    // A few aliases are handy, a bomb of them is not.
    data = document.toJS({ maxAliasCount: 20 })
  } catch (error) {
    return { complaints: [`${file} ${(error as Error).message}`] }
  }
  const read = placeFile.safeParse(data, { error: plainly })
  const found: Complaint[] = read.success ? crossCheck(read.data) : read.error.issues.flatMap(complaintsOf)
  if (read.success && !found.length) return { place: read.data }
  return {
    complaints: found
      .map(([path, message]) => ({ path, message, offset: offsetOf(document, path) ?? 0 }))
      .sort((a, b) => a.offset - b.offset)
      .map(
        ({ path, message, offset }) => `${at(offset)} ${path.map(String).join('.') || 'file'}: ${message}`,
      ),
  }
}

function complaintsOf(issue: z.core.$ZodIssue): Complaint[] {
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => [[...issue.path, key], 'unknown key'])
    : [[issue.path, issue.message]]
}

/** Where the key stands, or the nearest thing around it that does exist. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const around = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true)
    const last = path[depth - 1]
    const key =
      isMap(around) && around.items.find((pair) => isNode(pair.key) && String(pair.key) === String(last))
    const node = key ? key.key : document.getIn(path.slice(0, depth), true)
    if (isNode(node)) return (node as Node).range?.[0]
  }
  return undefined
}

const kinds: Record<string, string> = {
  string: 'text (in quotes, if it is a number or begins with #)',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
}

/** What zod finds, in words for somebody who edits the file by hand. */
const plainly: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined) return 'is missing'
  if (issue.code === 'invalid_type') return `must be ${kinds[issue.expected] ?? issue.expected}`
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`
  const unit = issue.origin === 'string' ? ' characters' : ''
  if (issue.code === 'too_small' && unit && issue.minimum === 1) return 'must not be empty'
  if (issue.code === 'too_small') return `must be at least ${issue.minimum}${unit}`
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}${unit}`
  return undefined
}
