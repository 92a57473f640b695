// How Google refuses: the shapes of its errors, and what it minds in a request, by the parameters of its own types.
import type { youtube_v3 } from '@googleapis/youtube'
import type { Reply } from './serve.ts'

function refuse(
  code: number,
  message: string,
  why: { domain: string; reason: string; location?: string },
  more: Record<string, unknown> = {},
): Reply {
  const { location, ...rest } = why
  const place = location && { location, locationType: 'parameter' }
  return {
    status: code,
    headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: JSON.stringify({ error: { code, message, errors: [{ message, ...rest, ...place }], ...more } }),
  }
}

const gate = (reason: string) => ({
  details: [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason,
      domain: 'googleapis.com',
      metadata: { service: 'youtube.googleapis.com' },
    },
  ],
})

/** Every refusal that we tell apart, for tests that go through them. */
export const refusal = {
  key: () =>
    refuse(
      400,
      'API key not valid. Please pass a valid API key.',
      { domain: 'global', reason: 'badRequest' },
      { status: 'INVALID_ARGUMENT', ...gate('API_KEY_INVALID') },
    ),
  oldKey: () => refuse(400, 'Bad Request', { domain: 'usageLimits', reason: 'keyInvalid' }),
  noKey: () =>
    refuse(
      403,
      'The request is missing a valid API key.',
      { domain: 'global', reason: 'forbidden' },
      { status: 'PERMISSION_DENIED' },
    ),
  disabled: () =>
    refuse(
      403,
      'YouTube Data API v3 has not been used in project 1 before or it is disabled.',
      { domain: 'usageLimits', reason: 'accessNotConfigured' },
      { status: 'PERMISSION_DENIED', ...gate('SERVICE_DISABLED') },
    ),
  restricted: () =>
    refuse(
      403,
      'The provided API key has an IP address restriction.',
      { domain: 'global', reason: 'forbidden' },
      { status: 'PERMISSION_DENIED', ...gate('API_KEY_IP_ADDRESS_BLOCKED') },
    ),
  quota: () =>
    refuse(403, 'The request cannot be completed because you have exceeded your quota.', {
      domain: 'youtube.quota',
      reason: 'quotaExceeded',
    }),
  daily: () => refuse(403, 'Daily Limit Exceeded', { domain: 'usageLimits', reason: 'dailyLimitExceeded' }),
  hasty: () =>
    refuse(
      429,
      'Resource has been exhausted (e.g. check quota).',
      { domain: 'global', reason: 'rateLimitExceeded' },
      { status: 'RESOURCE_EXHAUSTED' },
    ),
  playlist: () =>
    refuse(404, 'The playlist identified with the request’s playlistId parameter cannot be found.', {
      domain: 'youtube.playlistItem',
      reason: 'playlistNotFound',
      location: 'playlistId',
    }),
  filter: () =>
    refuse(400, 'The request contains an invalid combination of search filters and/or restrictions.', {
      domain: 'youtube.search',
      reason: 'invalidSearchFilter',
    }),
}

const words = (list: string) => list.split(' ')
/** What a method takes; Google's types tell which names there are. */
type Rules<P> = { parts: string[]; other: (keyof P)[]; one: (keyof P)[] }
const known = {
  search: {
    parts: ['id', 'snippet'],
    other: [
      'q',
      'type',
      'order',
      'publishedAfter',
      'regionCode',
      'relevanceLanguage',
      'safeSearch',
      'channelId',
      'eventType',
    ],
    one: [],
  } satisfies Rules<youtube_v3.Params$Resource$Search$List>,
  videos: {
    parts: words('contentDetails id liveStreamingDetails localizations player snippet statistics status'),
    other: ['hl'],
    one: ['id', 'chart', 'myRating'],
  } satisfies Rules<youtube_v3.Params$Resource$Videos$List>,
  channels: {
    parts: words('contentDetails id localizations snippet statistics status'),
    other: ['hl'],
    one: ['id', 'forHandle', 'forUsername', 'mine'],
  } satisfies Rules<youtube_v3.Params$Resource$Channels$List>,
  playlistItems: {
    parts: ['contentDetails', 'id', 'snippet', 'status'],
    other: ['videoId'],
    one: ['id', 'playlistId'],
  } satisfies Rules<youtube_v3.Params$Resource$Playlistitems$List>,
}
const everywhere = ['part', 'key', 'fields', 'maxResults', 'pageToken', 'prettyPrint', 'alt']

/** What is wrong with a request; undefined when nothing. `signed`: undefined without a key, false with a wrong one. */
export function checkRequest(
  method: string,
  query: URLSearchParams,
  signed: boolean | undefined,
): Reply | undefined {
  const rules = (known as Record<string, Rules<Record<string, unknown>>>)[method]
  if (!rules)
    return {
      status: 404,
      headers: { 'content-type': 'text/html' },
      body: '<!DOCTYPE html><title>404</title>',
    }
  const names = [...query.keys()]
  const strange = names.find((one) => ![...everywhere, ...rules.other, ...rules.one].includes(one))
  if (strange)
    return refuse(
      400,
      `Invalid JSON payload received. Unknown name "${strange}": Cannot bind query parameter.`,
      { domain: 'global', reason: 'badRequest' },
      { status: 'INVALID_ARGUMENT' },
    )
  if (signed === undefined) return refusal.noKey()
  if (!signed) return refusal.key()
  const bad = (parameter: string, message: string, reason = 'invalidParameter') =>
    refuse(400, message, { domain: 'youtube.parameter', reason, location: parameter })
  const parts = query.get('part')?.split(',') ?? []
  if (!query.get('part')) return bad('part', 'Required parameter: part', 'missingRequiredParameter')
  const part = parts.find((one) => !rules.parts.includes(one))
  if (part) return bad('part', `'${part}'`, 'unknownPart')
  if (rules.one.length && names.filter((one) => rules.one.includes(one)).length !== 1)
    return bad(
      'parameters',
      `No filter selected. Expected one of: ${rules.one.join(', ')}`,
      'missingRequiredParameter',
    )
  const most = Number(query.get('maxResults') ?? 5)
  if (!Number.isInteger(most) || most < 0 || most > 50) return bad('maxResults', `Invalid value '${most}'.`)
  if ((query.get('id')?.split(',').length ?? 0) > 50) return bad('id', 'Too many ids.')
  if (query.has('pageToken') && !/^PAGE\d+$/.test(query.get('pageToken') ?? ''))
    return bad('pageToken', 'The request specifies an invalid page token.', 'invalidPageToken')
  return method === 'search' ? checkSearch(query, bad) : undefined
}

function checkSearch(
  query: URLSearchParams,
  bad: (parameter: string, message: string) => Reply,
): Reply | undefined {
  const forms: Record<string, RegExp> = {
    type: /^(video|channel|playlist)$/,
    order: /^(date|rating|relevance|title|videoCount|viewCount)$/,
    publishedAfter: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
    regionCode: /^[A-Z]{2}$/,
    relevanceLanguage: /^[a-z]{2}(-\w+)?$/,
    safeSearch: /^(moderate|none|strict)$/,
  }
  for (const [name, form] of Object.entries(forms))
    if (query.has(name) && !form.test(query.get(name) ?? '')) return bad(name, `Invalid value for ${name}.`)
  return query.has('eventType') && query.get('type') !== 'video' ? refusal.filter() : undefined
}
