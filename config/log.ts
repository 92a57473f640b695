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
  const strike = striker([...secretNames.map((name) => env[name]), ...extraSecrets])
  return pino(
    {
      level: env.LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => write(strike(line)) },
  )
}

/**
 * Strikes secrets out of a finished line, wherever they stand: in a deeper key, an error's message, an address.
 * Known ones by their value; what looks like one by its name, since tokens of places are not known here.
 */
function striker(secrets: readonly (string | undefined)[]): (line: string) => string {
  const known = secrets
    .filter((value) => value !== undefined)
    .flatMap((value) => [value, ...passwordOf(value)])
    .filter((value) => value.length >= 8)
    .flatMap((value) => [JSON.stringify(value).slice(1, -1), encodeURIComponent(value)])
    .sort((a, b) => b.length - a.length)
  return (line) =>
    looksSecret.reduce<string>(
      (text, [pattern, struck]) => text.replace(pattern, struck),
      known.reduce<string>((text, value) => text.replaceAll(value, '[secret]'), line),
    )
}

/** A database or mail address is a secret, and so is the password inside it. */
function passwordOf(value: string): string[] {
  const { password } = (/^[a-z]+:\/\//.test(value) && URL.parse(value)) || { password: '' }
  // A short one may be an ordinary word, and every line with that word would lose it.
  return password.length >= 12 ? [password, decodeURIComponent(password)] : []
}

const secretKey = '[\\w-]*(?:password|secret|token|cookie|authorization)[\\w-]*'
const looksSecret: readonly (readonly [RegExp, string])[] = [
  [/((?:bearer|basic)\s+)[\w.~+/=-]{8,}/gi, '$1[secret]'],
  [/((?:token|token_auth|secret|password|key|code|signature)=)[^&\s"\\]{6,}/gi, '$1[secret]'],
  [/(\/\/[^/\s:@"]*:)[^@/\s"]+@/g, '$1[secret]@'],
  // A key of the line itself, and one of JSON that stands in the line as text.
  [new RegExp(`("${secretKey}"\\s*:\\s*")(?:[^"\\\\]|\\\\.)+`, 'gi'), '$1[secret]'],
  [new RegExp(`(\\\\"${secretKey}\\\\"\\s*:\\s*\\\\")(?:(?!\\\\").)+`, 'gi'), '$1[secret]'],
]
