// Asks YouTube's Data API with the installation's key; what Google refuses becomes a Fault that says what to mend.
import { z } from 'zod'
import type { AnswerForm, ChannelIo } from '../../../services/domain/source.ts'
import { Fault, type FaultKind } from '../../../services/errors.ts'
import { listIn, readJson } from '../json.ts'

/** One list of the API by its method's name: its items and where the next page begins. */
export type Get = (method: string, query: Record<string, string | undefined>) => Promise<Page>
type Page = { items: unknown[]; next: string | undefined }
/** What a list's pages name; `fault` when they led nowhere. */
export type Ids = { ids: string[]; fault?: Fault }

/** As many as the API gives at once, of everything. */
export const PAGE = 50

/** A list that holds nothing may come without its items; what is no list says another kind, or none. */
const listShape = z.looseObject({
  kind: z.string().regex(/^youtube#\w+ListResponse$/),
  items: z.array(z.unknown()).default([]),
  nextPageToken: z.string().min(1).optional().catch(undefined),
})

/** What the API tells of one thing, by the method that lists them. */
export function itemForm(method: string, name: string, shape: z.ZodType): AnswerForm {
  return {
    name,
    answers: ({ pathname }) => pathname.endsWith(`/v3/${method}`),
    things: (answer) => listIn(answer, 'items'),
    shape: () => shape,
  }
}

export function openApi(io: ChannelIo): Get {
  const key = io.secret('YOUTUBE_KEY')
  // In a header, so that no log of anybody's holds the key.
  const headers = { accept: 'application/json', ...(key && { 'x-goog-api-key': key }) }
  return async (method, query) => {
    const url = new URL(`/youtube/v3/${method}`, io.base ?? 'https://www.googleapis.com')
    for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value)
    const answer = await io
      .http(url.href, { headers, maxBytes: 5_000_000, signal: io.signal })
      .catch((error) => {
        throw error instanceof Fault ? explain(error) : error
      })
    const list = listShape.safeParse(readJson(answer))
    if (!list.success) throw new Fault('shape', `${method} gave no list`, { code: 'youtube-shape' })
    return { items: list.data.items.slice(0, PAGE), next: list.data.nextPageToken }
  }
}

export function samePage(n: number): Fault {
  const host = 'www.googleapis.com'
  return new Fault('shape', 'the next page is the same page', { code: 'paging', values: { host, n } })
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

/** What Google says with its refusal tells more than its status; without it the Fault stays as it is. */
function explain(fault: Fault): Fault {
  const read = refusal.safeParse(parse(fault.said)).data?.error
  const { status } = fault
  // A server in trouble may say anything.
  if (!read || !status || status >= 500) return fault
  const given = [...read.details, ...read.errors].flatMap((one) => one.reason || [])
  const why = given.map((reason) => reasons[reason]).find(Boolean)
  const say = `YouTube answered ${status}: ${given.join(', ')} ${read.message}`.slice(0, 300)
  const more = { status, retryAt: fault.retryAt, cause: fault }
  if (why) return new Fault(why.kind, say, { ...more, code: why.code })
  if (status !== 400) return fault
  return new Fault('shape', say, { ...more, code: 'youtube-question', values: { reason: given[0] ?? '400' } })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
