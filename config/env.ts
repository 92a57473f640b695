// The only reader of process.env: one schema, secrets from files, every complaint at once.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const number = (low: number, high: number) => z.coerce.number().int().min(low).max(high)
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
)
const address = z.url({ protocol: /^https?$/, error: 'must be an http or https address' })
const secret = z.string().min(32, 'must be at least 32 characters long')
const hostAndPort = /^(\[[0-9a-f:.]+\]|[^\s:/]+):\d{1,5}$/i

const urls = z.string().transform((text, ctx) => {
  try {
    return z.record(z.string(), z.url()).parse(JSON.parse(text))
  } catch {
    ctx.addIssue({ code: 'custom', message: 'must be JSON of channel to base address' })
    return z.NEVER
  }
})

const shape = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: number(0, 65535).default(8080),
  PUBLIC_URL: address.optional(),
  ROLE: z.enum(['all', 'api', 'worker'], { error: 'must be all, api or worker' }).default('all'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }).optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  MEDIA_DIR: z.string().min(1).optional(),
  PLACE_FILE: list.default(['config/places/kemijarvi.yaml']),
  SECRET_KEY: secret.optional(),
  SECRET_KEY_OLD: secret.optional(),
  ADMIN_TOKEN: secret.optional(),
  ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  ADMIN_PASSWORD: z.string().min(12, 'must be at least 12 characters long').optional(),
  FETCH_ALLOW: list
    .refine((all) => all.every((one) => hostAndPort.test(one)), 'must be host:port, separated by commas')
    .default([]),
  TRUSTED_PROXIES: list.default([]),
  EMBED_ORIGINS: list.default(['*']),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' }).optional(),
  MAIL_FROM: z.string().optional(),
  META_APP_ID: z.string().optional(),
  META_APP_SECRET: z.string().optional(),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  X_BEARER: z.string().optional(),
  TIKTOK_CLIENT_KEY: z.string().optional(),
  TIKTOK_CLIENT_SECRET: z.string().optional(),
  LINKEDIN_CLIENT_ID: z.string().optional(),
  LINKEDIN_CLIENT_SECRET: z.string().optional(),
  FLICKR_KEY: z.string().optional(),
  PLATFORM_URLS: urls.default({}),
  METRICS_TOKEN: z.string().min(16, 'must be at least 16 characters long').optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

/** Names whose values must never be seen: they accept NAME_FILE and are struck out of the log. */
export const secretNames = [
  'DATABASE_URL',
  'SECRET_KEY',
  'SECRET_KEY_OLD',
  'ADMIN_TOKEN',
  'ADMIN_PASSWORD',
  'SMTP_URL',
  'META_APP_SECRET',
  'GOOGLE_CLIENT_SECRET',
  'X_BEARER',
  'TIKTOK_CLIENT_SECRET',
  'LINKEDIN_CLIENT_SECRET',
  'FLICKR_KEY',
  'METRICS_TOKEN',
] as const

export type Env = z.infer<typeof shape> & { PUBLIC_URL: string; MEDIA_DIR: string }

/** Settings that cannot be used; `complaints` are sentences for the system administrator. */
export class BadSettings extends Error {
  override name = 'BadSettings'
  complaints: string[]
  constructor(complaints: string[]) {
    super(complaints.join('\n'))
    this.complaints = complaints
  }
}

/** Reads the settings; throws BadSettings with every complaint. `warnings` name settings that look misspelt. */
export function readEnv(from: NodeJS.ProcessEnv = process.env): { env: Env; warnings: string[] } {
  const complaints: string[] = []
  const given: Record<string, string> = {}
  for (const name of Object.keys(shape.shape)) {
    const value = from[name]
    if (value !== undefined && value !== '') given[name] = value
  }
  for (const name of secretNames) {
    const file = from[`${name}_FILE`]
    if (!file) continue
    if (given[name] !== undefined) complaints.push(`Give ${name} or ${name}_FILE, not both.`)
    else if (!existsSync(file)) complaints.push(`${name}_FILE names ${file}, which does not exist.`)
    else given[name] = readFileSync(file, 'utf8').trim()
  }
  const read = shape.safeParse(given)
  if (!read.success) {
    for (const issue of read.error.issues) complaints.push(`${String(issue.path[0])} ${issue.message}.`)
    throw new BadSettings(complaints)
  }
  complaints.push(...contradictions(read.data))
  if (complaints.length) throw new BadSettings(complaints)
  const env = read.data
  return {
    env: {
      ...env,
      PUBLIC_URL: (env.PUBLIC_URL ?? `http://${bracketed(env.HOST)}:${env.PORT}`).replace(/\/+$/, ''),
      MEDIA_DIR: env.MEDIA_DIR ?? join(env.DATA_DIR, 'media'),
    },
    warnings: Object.keys(from).flatMap(misspelt),
  }
}

function contradictions(env: z.infer<typeof shape>): string[] {
  const found: string[] = []
  if (env.ROLE !== 'all' && !env.DATABASE_URL)
    found.push(
      `ROLE=${env.ROLE} needs DATABASE_URL: the embedded database serves one process only, with ROLE=all.`,
    )
  if (env.DATABASE_URL && !env.SECRET_KEY)
    found.push('DATABASE_URL is set, so SECRET_KEY is needed too: every process must use the same one.')
  if (Boolean(env.ADMIN_EMAIL) !== Boolean(env.ADMIN_PASSWORD))
    found.push('Set both ADMIN_EMAIL and ADMIN_PASSWORD, or neither and use the one-time link in the log.')
  if (env.SMTP_URL && !env.MAIL_FROM)
    found.push('SMTP_URL is set, so MAIL_FROM must say who the mail comes from.')
  if (env.SECRET_KEY && env.SECRET_KEY === env.SECRET_KEY_OLD)
    found.push('SECRET_KEY and SECRET_KEY_OLD are the same: leave SECRET_KEY_OLD out.')
  return found
}

function misspelt(name: string): string[] {
  const known = [...Object.keys(shape.shape), ...secretNames.map((one) => `${one}_FILE`)]
  if (known.includes(name) || name.length < 5) return []
  const near = known.find((one) => oneLetterAway(one, name))
  return near ? [`${name} is not a setting of ours. Did you mean ${near}?`] : []
}

/** True when one letter added, left out, changed or swapped with its neighbour turns a into b. */
export function oneLetterAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const rest = (text: string, from: number) => text.slice(from)
  if (
    rest(a, at + 1) === rest(b, at + 1) ||
    rest(a, at) === rest(b, at + 1) ||
    rest(a, at + 1) === rest(b, at)
  )
    return true
  return a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, at + 2) === rest(b, at + 2)
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

/** True under `npm start`: npm does not end with us, so we must end with npm. */
export function startedByNpm(from: NodeJS.ProcessEnv = process.env): boolean {
  return from.npm_lifecycle_event !== undefined
}
