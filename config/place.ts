// The shape of a place file: a municipality or a project as data, with complaints that name the line and the key.
import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { tagKey } from './tag.ts'

export const languages = ['fi', 'sv', 'en'] as const
export type Language = (typeof languages)[number]

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

export const meters = ['matomo'] as const
export type MeterName = (typeof meters)[number]

export const accountKinds = ['own', 'staff', 'partner', 'media', 'influencer', 'visitor', 'resident'] as const
export type AccountKind = (typeof accountKinds)[number]

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/, 'must be 2 to 40 of a-z, 0-9 and -')
const text = z.string().trim().min(1).max(200)
const label = z
  .strictObject({ fi: text.optional(), sv: text.optional(), en: text.optional() })
  .refine((value) => Object.keys(value).length > 0, 'needs a name in at least one language')
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
    return Boolean(new Intl.DateTimeFormat('fi', { timeZone: zone }))
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
const wall = z.strictObject({
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
const placeFile = z.strictObject({
  place: z.strictObject({
    id,
    name: label,
    languages: z.array(z.enum(languages)).min(1).default(['fi']),
    time_zone: timeZone.default('Europe/Helsinki'),
    municipality_code: z
      .string()
      .regex(/^\d{3}$/, 'must be three digits in quotes, for example "320"')
      .optional(),
    members: z.array(id).default([]),
  }),
  families: z.array(family).default([]),
  accounts: z.array(account).default([]),
  sources: z.array(source).default([]),
  meters: z.array(meter).default([]),
  walls: z.array(wall).default([]),
})

export type PlaceFile = z.infer<typeof placeFile>
export type Label = z.infer<typeof label>
export type WallFile = z.infer<typeof wall>

/** Reads a place file. On bad input `complaints` has one line for each: `file:line key: what is wrong`. */
export function readPlace(
  yaml: string,
  file = 'place file',
): { place: PlaceFile } | { complaints: string[] } {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, maxAliasCount: 20 } as never)
  const at = (offset: number | undefined) => (offset === undefined ? '' : `:${lines.linePos(offset).line}`)
  if (document.errors.length)
    return {
      complaints: document.errors.map(
        (error) => `${file}${at(error.pos[0])} ${error.message.split('\n')[0]}`,
      ),
    }
  const complain = (path: readonly PropertyKey[], message: string) => {
    let node: unknown
    for (let depth = path.length; depth > 0 && !node; depth--)
      node = document.getIn(path.slice(0, depth), true)
    const range = (node as { range?: [number, number, number] } | undefined)?.range
    return `${file}${at(range?.[0] ?? 0)} ${path.map(String).join('.') || 'file'}: ${message}`
  }
  let data: unknown
  try {
    data = document.toJS({ maxAliasCount: 20 })
  } catch (error) {
    return { complaints: [`${file} ${(error as Error).message}`] }
  }
  const read = placeFile.safeParse(data)
  if (!read.success)
    return {
      complaints: read.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((key) => complain([...issue.path, key], 'unknown key'))
          : [complain(issue.path, issue.message)],
      ),
    }
  const complaints = crossCheck(read.data).map(([path, message]) => complain(path, message))
  return complaints.length ? { complaints } : { place: read.data }
}

type Complaint = [path: PropertyKey[], message: string]

function crossCheck(file: PlaceFile): Complaint[] {
  const found: Complaint[] = []
  const families = new Set(file.families.map((one) => one.id))
  const known = (ids: string[], path: PropertyKey[]) => {
    ids.forEach(
      (one, at) => void (families.has(one) || found.push([[...path, at], `no family has the id ${one}`])),
    )
  }
  for (const kind of ['families', 'sources', 'meters', 'walls'] as const) {
    // Sources and meters share their ids: both are visited by the same clock and shown on the same page.
    const seen = new Set<string>(kind === 'meters' ? file.sources.map((one) => one.id) : [])
    file[kind].forEach((one, at) => {
      if (seen.has(one.id)) found.push([[kind, at, 'id'], `${one.id} is here twice`])
      seen.add(one.id)
    })
  }
  const owner = new Map<string, string>()
  file.families.forEach((one, at) => {
    known(one.only_with, ['families', at, 'only_with'])
    one.tags.forEach((written, nth) => {
      const key = tagKey(written)
      const other = owner.get(key)
      if (other) found.push([['families', at, 'tags', nth], `#${written} already belongs to ${other}`])
      owner.set(key, one.id)
    })
  })
  file.sources.forEach((one, at) => {
    known(one.families, ['sources', at, 'families'])
  })
  file.walls.forEach((one, at) => {
    known(one.families, ['walls', at, 'families'])
    known(one.lead?.families ?? [], ['walls', at, 'lead', 'families'])
  })
  if (file.place.members.length && file.sources.length)
    found.push([['sources'], 'a joint place has no sources of its own; its members have them'])
  return found
}
