// What a server asks of us: when to come again, and how to ask whether anything has changed.

const DAY = 24 * 3_600_000
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/
const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/

type Headers = Record<string, string>

/**
 * The moment until which the server asks us to wait: Retry-After (seconds or a date) before X-RateLimit-Reset (a
 * date or Unix seconds); at most a day ahead. Null when it says nothing, nothing readable, or a moment gone by.
 */
export function readRetryAt(headers: Headers, now: Date): Date | null {
  const after = headers['retry-after']?.trim() ?? ''
  const wished = /^\d{1,12}$/.test(after) ? now.getTime() + Number(after) * 1000 : readMoment(after)
  return within(wished ?? readReset(headers, now), now)
}

/** The end of the quota when nearly nothing is left of it: slowing down comes before being refused. */
export function readQuotaEnd(headers: Headers, status: number, now: Date): Date | null {
  return status === 429 ? within(readReset(headers, now), now) : readNearEnd(headers, now)
}

const PREFIXES = ['x-ratelimit', 'x-rate-limit', 'ratelimit']
/** Less than this part of a limit left is nearly nothing. */
const NEAR = 0.1
/** Graph counts what others ask with the same app, too: this part of its limit used is enough to slow down. */
const GRAPH_NEAR = 0.8
/** Graph tells how much is used of the last hour, but not when it will be less: minutes until we look again. */
const GRAPH_PAUSE = 10

/** Until when nobody should ask any more, where an answer tells that nearly nothing of the platform's limit is left. */
export function readNearEnd(headers: Headers, now: Date): Date | null {
  for (const prefix of PREFIXES) {
    const [limit, left] = [headers[`${prefix}-limit`], headers[`${prefix}-remaining`]].map(countOf)
    if (left === 0 || (left && limit && left < limit * NEAR)) return within(readReset(headers, now), now)
  }
  const used = readGraphUsage(headers)
  return used && used.share >= GRAPH_NEAR
    ? new Date(now.getTime() + (used.minutes || GRAPH_PAUSE) * 60_000)
    : null
}

/** The highest percentage in Graph's two headers as a share, and the minutes it asks us to wait. */
function readGraphUsage(headers: Headers): { share: number; minutes: number } | null {
  const texts = [headers['x-app-usage'], headers['x-business-use-case-usage']]
  const numbers = texts.flatMap((text) => [
    ...(text ?? '').matchAll(
      /"(call_count|total_time|total_cputime|estimated_time_to_regain_access)":(\d{1,6})/g,
    ),
  ])
  if (!numbers.length) return null
  const most = (wait: boolean) =>
    Math.max(0, ...numbers.flatMap(([, name, n]) => (name?.startsWith('est') === wait ? [Number(n)] : [])))
  return { share: most(false) / 100, minutes: Math.min(most(true), 1440) }
}

function readReset(headers: Headers, now: Date): number | null {
  const prefix = PREFIXES.find((one) => headers[`${one}-reset`]) ?? ''
  const reset = headers[`${prefix}-reset`]?.trim() ?? ''
  // By the standard's draft, which has no x-, few digits are seconds from now.
  if (prefix === 'ratelimit' && /^\d{1,6}$/.test(reset)) return now.getTime() + Number(reset) * 1000
  // Nine digits and less would be seconds from now in some dialects and 1973 in others: not to be guessed.
  return /^\d{10}$/.test(reset) ? Number(reset) * 1000 : readMoment(reset)
}

const countOf = (told: string | undefined) => (/^\s*\d{1,9}\s*$/.test(told ?? '') ? Number(told) : null)

function readMoment(text: string): number | null {
  if (!httpDate.test(text) && !isoTime.test(text)) return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : at
}

function within(at: number | null, now: Date): Date | null {
  if (at === null || at <= now.getTime()) return null
  return new Date(Math.min(at, now.getTime() + DAY))
}

/** Minutes for which an answer says of itself that it stays fresh (Cache-Control, Expires); at most a day. */
export function readFreshMinutes(headers: Headers): number | null {
  const control = headers['cache-control'] ?? ''
  const age = /(?:^|[\s,])max-age="?(\d{1,9})/i.exec(control)?.[1]
  // Expires is by the server's own clock, which stands beside it.
  const [expires, date] = [readMoment(headers.expires ?? ''), readMoment(headers.date ?? '')]
  const seconds = control ? Number(age ?? 0) : expires !== null && date !== null ? (expires - date) / 1000 : 0
  return seconds > 0 ? Math.min(1440, Math.ceil(seconds / 60)) : null
}

/** ETag and Last-Modified as the server wrote them: opaque, quotes included. */
export type Validators = { etag?: string | undefined; modified?: string | undefined }

const sendable = /^[\x21-\x7e][\x20-\x7e]{0,500}$/

export function readValidators(headers: Headers): Validators {
  const { etag, 'last-modified': modified } = headers
  return {
    ...(etag && sendable.test(etag) && { etag }),
    ...(modified && sendable.test(modified) && { modified }),
  }
}

/** The headers that ask "only if it has changed"; none when nothing is remembered. */
export function askIfChanged({ etag, modified }: Validators): Headers {
  return { ...(etag && { 'if-none-match': etag }), ...(modified && { 'if-modified-since': modified }) }
}
