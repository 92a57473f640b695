// Asks YouTube's Data API with the installation's key; what Google refuses becomes a Fault that says what to mend.
import { z } from 'zod'
import type { Answer, ChannelIo } from '../../../services/domain/source.ts'
import { Fault, type FaultKind } from '../../../services/errors.ts'
import { readJson } from '../json.ts'

/** One list of the API by its method's name: its items and where the next page begins. */
export type Get = (method: string, query: Record<string, string | undefined>) => Promise<Page>
export type Page = { items: unknown[]; next: string | undefined }

/** As many as the API gives at once, of everything. */
export const PAGE = 50

const listShape = z.looseObject({
  items: z.array(z.unknown()).catch([]),
  nextPageToken: z.string().min(1).optional().catch(undefined),
})

export function openApi(io: ChannelIo): Get {
  const key = io.secret('YOUTUBE_KEY')
  // In a header, so that no log of anybody's holds the key.
  const headers = { accept: 'application/json', ...(key && { 'x-goog-api-key': key }) }
  return async (method, query) => {
    const url = new URL(`/youtube/v3/${method}`, io.base ?? 'https://www.googleapis.com')
    for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value)
    const answer = await io.http(url.href, { headers, maxBytes: 5_000_000, signal: io.signal, explain })
    const list = listShape.safeParse(readJson(answer))
    if (!list.success)
      throw new Fault('shape', `${method} is not a list`, { code: 'not-json', values: { host: url.host } })
    return { items: list.data.items.slice(0, PAGE), next: list.data.nextPageToken }
  }
}

const refusal = z.looseObject({
  error: z.looseObject({
    message: z.string().catch(''),
    errors: z.array(z.looseObject({ reason: z.string().catch('') })).catch([]),
    details: z.array(z.looseObject({ reason: z.string().optional().catch(undefined) })).catch([]),
  }),
})

type Why = { kind: FaultKind; code: string }
const key: Why = { kind: 'auth', code: 'youtube-key' }
const disabled: Why = { kind: 'auth', code: 'youtube-not-enabled' }
const restricted: Why = { kind: 'auth', code: 'youtube-key-restricted' }
const quota: Why = { kind: 'rate', code: 'youtube-quota' }
const hasty: Why = { kind: 'rate', code: 'youtube-rate' }
const missing: Why = { kind: 'gone', code: 'youtube-no-channel' }

/** By Google's reasons: those of YouTube in small letters, those of its gate in capitals. */
const reasons: Record<string, Why> = {
  ...{ keyInvalid: key, keyExpired: key, API_KEY_INVALID: key, API_KEY_EXPIRED: key },
  ...{ accessNotConfigured: disabled, SERVICE_DISABLED: disabled, CONSUMER_SUSPENDED: disabled },
  ...{ ipRefererBlocked: restricted, API_KEY_SERVICE_BLOCKED: restricted },
  ...{ API_KEY_IP_ADDRESS_BLOCKED: restricted, API_KEY_HTTP_REFERRER_BLOCKED: restricted },
  ...{ quotaExceeded: quota, dailyLimitExceeded: quota },
  ...{ rateLimitExceeded: hasty, userRateLimitExceeded: hasty, RATE_LIMIT_EXCEEDED: hasty },
  ...{ channelNotFound: missing, playlistNotFound: missing },
  forbidden: { kind: 'auth', code: 'youtube-forbidden' },
}

function explain({ status, bytes }: Answer): Fault | undefined {
  // A server in trouble may say anything; what a proxy writes is no word of Google's.
  if (status >= 500) return undefined
  const read = refusal.safeParse(parse(bytes)).data?.error
  if (!read) return undefined
  const given = [...read.details, ...read.errors].flatMap((one) => one.reason || [])
  const known = given.find((reason) => reasons[reason])
  const why = known ? reasons[known] : undefined
  const say = `YouTube answered ${status}: ${given.join(', ')} ${read.message}`.slice(0, 300)
  if (why) return new Fault(why.kind, say, { code: why.code, status })
  if (status !== 400) return undefined
  return new Fault('shape', say, { code: 'youtube-question', status, values: { reason: given[0] ?? '400' } })
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
