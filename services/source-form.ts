// The form of a source, drawn from the adapter's own schema: its fields, what was typed, and every complaint at once.
import { z } from 'zod'
import type { SourceMode } from '../db/schema.ts'
import type { Deps } from './deps.ts'
import { type Complaint, Refusal } from './errors.ts'
import { complaintsOf } from './rim.tsx'
import type { Fields } from './same-origin.ts'

/** A channel or a meter, as much as the desk needs of either. */
export type Adapter = Deps['channels'][number] | Deps['meters'][number]

/** A setting as a form asks for it: a line of text, one of some choices, or lines of some words each. */
export type Setting = { name: string; required: boolean; choices?: string[]; parts?: string[] }

export type SourceForm = {
  settings: Record<string, unknown>
  families: string[]
  every: number | null
  /** Tokens that a person has typed in now, by name. */
  secrets: Record<string, string>
}
export type NewSource = SourceForm & {
  id: string
  channel: Adapter['name']
  mode: SourceMode
  active: boolean
}

export function settingsOf(adapter: Adapter): Setting[] {
  const schema = z.toJSONSchema(adapter.settings as z.ZodType, { io: 'input', unrepresentable: 'any' })
  const required = new Set(schema.required ?? [])
  return Object.entries(schema.properties ?? {}).flatMap(([name, one]): Setting[] => {
    if (typeof one !== 'object') return []
    const items =
      one.type === 'array' && typeof one.items === 'object' && !Array.isArray(one.items) && one.items
    if (items) return [{ name, required: required.has(name), parts: Object.keys(items.properties ?? {}) }]
    if (one.type === 'object') return []
    return [{ name, required: required.has(name), ...(one.enum && { choices: one.enum.map(String) }) }]
  })
}

/** A setting's value as its field shows it. */
export function writeSetting({ parts }: Setting, value: unknown): string {
  if (!parts) return value === undefined || value === null ? '' : String(value)
  const rows = (Array.isArray(value) ? value : []) as Record<string, unknown>[]
  return rows.map((row) => parts.map((part) => String(row[part] ?? '')).join(' ')).join('\n')
}

function readSetting({ parts }: Setting, text: string): unknown {
  if (!parts) return text || undefined
  return text.split('\n').flatMap((line) => {
    const words = line.trim().split(/\s+/)
    if (!words[0]) return []
    // The last takes what is left, so that a word too many is a complaint of the schema's and not lost.
    const last = parts.length - 1
    return [Object.fromEntries(parts.map((part, at) => [part, cell(words, at, last)]))]
  })
}

const cell = (words: readonly string[], at: number, last: number) =>
  at < last ? words[at] : words.slice(at).join(' ') || undefined

const common = z.object({
  families: z.array(z.string().max(40)).default([]),
  every: z
    .union([z.literal('').transform(() => null), z.coerce.number().int().min(5).max(10_080)])
    .default(null),
})
const ofNew = z.object({
  id: z.string().regex(/^(?!new$)[a-z0-9][a-z0-9-]{1,39}$/, 'must be 2 to 40 of a-z, 0-9 and -'),
  mode: z.enum(['own', 'partner', 'resident']).default('own'),
  active: z.literal('1').optional(),
})

/** What was typed about a source that is there: `set_url`, `secret_token`, families and the pace. */
export function readSourceForm(
  adapter: Adapter,
  fields: Fields,
  before: Record<string, unknown>,
): SourceForm {
  const { form, complaints } = readForm(adapter, fields, before)
  if (!form) throw new Refusal('invalid', 400, { complaints })
  return form
}

/** The same of a new one, with its id, whose posts it brings, and whether it begins at once. */
export function readNewSource(adapter: Adapter, fields: Fields): NewSource {
  const { form, complaints } = readForm(adapter, fields, {})
  const text = (name: string) => textOf(fields, name)
  const read = ofNew.safeParse({
    id: text('id'),
    mode: text('mode') || undefined,
    active: text('active') || undefined,
  })
  if (!read.success || !form)
    throw new Refusal('invalid', 400, {
      complaints: [...(read.success ? [] : complaintsOf(read.error)), ...complaints],
    })
  const { id, mode, active } = read.data
  return { ...form, id, mode, active: active === '1', channel: adapter.name }
}

function readForm(
  adapter: Adapter,
  fields: Fields,
  before: Record<string, unknown>,
): { form?: SourceForm; complaints: Complaint[] } {
  const given = Object.fromEntries(
    settingsOf(adapter).map(
      (one) => [one.name, readSetting(one, textOf(fields, `set_${one.name}`))] as const,
    ),
  )
  const read = common.safeParse({ families: [fields.families ?? []].flat(), every: textOf(fields, 'every') })
  // What the form does not show stays as it was.
  const settings = checkSettings(adapter, { ...before, ...given })
  const complaints = [...(read.success ? [] : complaintsOf(read.error)), ...settings.complaints]
  if (!read.success || !settings.data) return { complaints }
  const secrets = adapter.secrets.flatMap((name) => {
    const typed = textOf(fields, `secret_${name}`)
    return typed ? [[name, typed] as const] : []
  })
  return {
    form: { ...read.data, settings: settings.data, secrets: Object.fromEntries(secrets) },
    complaints: [],
  }
}

const textOf = (fields: Fields, name: string) => {
  const text = fields[name]
  return typeof text === 'string' ? text.trim() : ''
}

function checkSettings(
  adapter: Adapter,
  given: Record<string, unknown>,
): { data?: Record<string, unknown>; complaints: Complaint[] } {
  const read = (adapter.settings as z.ZodType).safeParse(given)
  if (read.success) return { data: read.data as Record<string, unknown>, complaints: [] }
  return { complaints: complaintsOf(read.error).map((one) => ({ ...one, path: `settings.${one.path}` })) }
}
