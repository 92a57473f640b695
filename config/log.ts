// One JSON line per event (pino), named by subsystem, with every known secret struck out last.
import { pino } from 'pino'
import { type Env, secretNames } from './env.ts'

export type Log = pino.Logger

/** A logger for one part of the service: `log.child({ part: 'collect' })` makes the next. */
export function openLog(
  env: Env,
  extraSecrets: readonly string[] = [],
  write = (line: string) => void process.stdout.write(line),
): Log {
  const known = [...secretNames.map((name) => env[name]), ...extraSecrets].filter(
    (value) => value && value.length >= 8,
  )
  const strike = (line: string) =>
    known.reduce<string>((text, value) => text.replaceAll(escaped(value as string), '[secret]'), line)
  return pino(
    {
      level: env.LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => write(bearer(strike(line))) },
  )
}

// Secrets stand in the line as JSON writes them; addresses lose their password even when it is not one of ours.
const escaped = (value: string) => JSON.stringify(value).slice(1, -1)
const bearer = (line: string) =>
  line
    .replace(/(bearer\s+)[\w.~+/=-]{8,}/gi, '$1[secret]')
    .replace(/((?:access_token|token_auth|refresh_token|password|key)=)[^&\s"\\]{6,}/gi, '$1[secret]')
    .replace(/(\/\/[^/\s:@"]+:)[^@/\s"]+@/g, '$1[secret]@')
