// The only reader of process.env: one schema, secrets from files, every complaint at once.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import {
  address,
  isFrameAncestor,
  isHostAndPort,
  isNetwork,
  list,
  number,
  platformUrls,
  secret,
  tenants,
  url,
} from './env-parts.ts'

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

const shape = z.object({
  HOST: z
    .string()
    .regex(/^[a-z0-9.:%_-]+$/i, 'must be an address or a name of this machine, without http:// or a port')
    .default('127.0.0.1'),
  PORT: number(0, 65535).default(8080),
  PUBLIC_URL: address.optional(),
  HEALTH_PORT: number(0, 65535).optional(),
  ROLE: z.enum(['all', 'api', 'worker'], { error: 'must be all, api or worker' }).default('all'),
  DATABASE_URL: url(/^postgres(ql)?$/, 'must be a postgres:// address').optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  MEDIA_DIR: z.string().min(1).optional(),
  PLACE_FILE: list(() => true, '').default(['config/places/kemijarvi.yaml']),
  SECRET_KEY: secret.optional(),
  SECRET_KEY_OLD: secret.optional(),
  ADMIN_TOKEN: secret.optional(),
  ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  ADMIN_PASSWORD: z.string().min(12, 'must be at least 12 characters long').optional(),
  FETCH_ALLOW: list(isHostAndPort, 'must be host:port').default([]),
  TRUSTED_PROXIES: list(isNetwork, 'must be an address like 10.0.0.5 or a network like 10.0.0.0/8').default(
    [],
  ),
  EMBED_ORIGINS: list(isFrameAncestor, 'must be * or an origin like https://www.example.org').default(['*']),
  SMTP_URL: url(/^smtps?$/, 'must be an smtp:// or smtps:// address').optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\r\n]+<[^<>\s@,]+@[^<>\s@,]+>|[^<>\s@,]+@[^<>\s@,]+)$/,
      'must be an e-mail address, or a name and <address>',
    )
    .optional(),
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
  YOUTUBE_KEY: z.string().optional(),
  ENTRA_TENANTS: tenants.default([]),
  ENTRA_CLIENT_ID: z.string().optional(),
  ENTRA_CLIENT_SECRET: z.string().optional(),
  ENTRA_SECRET_ENDS: z.iso.date('must be a day like 2027-05-31').optional(),
  PLATFORM_URLS: platformUrls.default({}),
  METRICS_TOKEN: z.string().min(16, 'must be at least 16 characters long').optional(),
  LOG_LEVEL: z.enum(levels, { error: `must be one of ${levels.join(', ')}` }).default('info'),
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
  'YOUTUBE_KEY',
  'ENTRA_CLIENT_SECRET',
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
  for (const name of settingNames) if (from[name]) given[name] = from[name]
  for (const name of secretNames) {
    const file = from[`${name}_FILE`]
    if (!file) continue
    if (given[name] !== undefined) complaints.push(`Give ${name} or ${name}_FILE, not both.`)
    else given[name] = readSecret(`${name}_FILE`, file, complaints)
  }
  const read = shape.safeParse(given)
  // A file that could not be read has been complained of already.
  for (const issue of read.error?.issues ?? [])
    if (given[String(issue.path[0])]) complaints.push(`${String(issue.path[0])} ${issue.message}.`)
  complaints.push(...contradictions(given))
  if (!read.success || complaints.length) throw new BadSettings(complaints)
  const env = read.data
  return {
    env: {
      ...env,
      PUBLIC_URL: (env.PUBLIC_URL ?? `http://${bracketed(env.HOST)}:${env.PORT}`).replace(/\/$/, ''),
      MEDIA_DIR: env.MEDIA_DIR ?? join(env.DATA_DIR, 'media'),
    },
    warnings: Object.keys(from).flatMap(misspelt),
  }
}

function readSecret(name: string, file: string, complaints: string[]): string {
  try {
    const text = readFileSync(file, 'utf8').trim()
    if (!text) complaints.push(`${name} names ${file}, which is empty.`)
    return text
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    complaints.push(
      `${name} names ${file}, which ${code === 'ENOENT' ? 'does not exist' : 'cannot be read'}.`,
    )
    return ''
  }
}

/** What each setting says by itself is fine, but together they cannot be meant. */
function contradictions(given: Record<string, string>): string[] {
  const found: string[] = []
  const has = (name: keyof typeof shape.shape) => given[name] !== undefined
  if (['api', 'worker'].includes(given.ROLE ?? '') && !has('DATABASE_URL'))
    found.push(
      `ROLE=${given.ROLE} needs DATABASE_URL: the embedded database serves one process only, with ROLE=all.`,
    )
  if (has('DATABASE_URL') && !has('SECRET_KEY'))
    found.push('DATABASE_URL is set, so SECRET_KEY is needed too: every process must use the same one.')
  if (has('ADMIN_EMAIL') !== has('ADMIN_PASSWORD'))
    found.push('Set both ADMIN_EMAIL and ADMIN_PASSWORD, or neither and use the one-time link in the log.')
  if (has('SMTP_URL') !== has('MAIL_FROM'))
    found.push('Set both SMTP_URL and MAIL_FROM, or neither and no mail is sent.')
  const entra = (['ENTRA_TENANTS', 'ENTRA_CLIENT_ID', 'ENTRA_CLIENT_SECRET'] as const).filter(has)
  if (entra.length % 3)
    found.push(
      'Set all of ENTRA_TENANTS, ENTRA_CLIENT_ID and ENTRA_CLIENT_SECRET, or none and people have passwords.',
    )
  if (has('ENTRA_SECRET_ENDS') && !entra.length)
    found.push('ENTRA_SECRET_ENDS is the last day of ENTRA_CLIENT_SECRET, which is not set.')
  if (has('SECRET_KEY_OLD') && !has('SECRET_KEY'))
    found.push('SECRET_KEY_OLD is set, so SECRET_KEY must be the new one.')
  if (given.SECRET_KEY && given.SECRET_KEY === given.SECRET_KEY_OLD)
    found.push('SECRET_KEY and SECRET_KEY_OLD are the same: leave SECRET_KEY_OLD out.')
  return found
}

/** Every setting by its name. */
export const settingNames = Object.keys(shape.shape)
const known = [...settingNames, ...secretNames.map((one) => `${one}_FILE`)]

function misspelt(name: string): string[] {
  if (known.includes(name)) return []
  const near = known.find((one) => oneLetterAway(one, name.toUpperCase()) || one === name.toUpperCase())
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
