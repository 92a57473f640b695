// The installation's secret: given, or made once and kept beside the embedded database.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '../../config/cannot-start.ts'
import type { Env } from '../../config/env.ts'

/** Call it while the lock of DATA_DIR is held, so that two first starts cannot make two secrets. */
export function readSecret(env: Pick<Env, 'SECRET_KEY' | 'DATABASE_URL' | 'DATA_DIR'>): string {
  if (env.SECRET_KEY) return env.SECRET_KEY
  const file = join(env.DATA_DIR, 'secret-key')
  if (existsSync(file)) {
    const kept = readFileSync(file, 'utf8').trim()
    if (kept.length >= 32) return kept
    throw new CannotStart(`${file} is damaged. Put the secret back from a copy, or set SECRET_KEY.`)
  }
  const made = randomBytes(32).toString('base64url')
  writeFileSync(file, `${made}\n`, { mode: 0o600, flag: 'wx', flush: true })
  return made
}
