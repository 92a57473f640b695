// Meta's tokens in the simulator: whose each is, when it ends, what it is exchanged for, and what debug_token tells.
import { graphError, refusal } from './meta-refusals.ts'
import type { Reply } from './serve.ts'

const DAY = 86_400_000
export const APP = { id: '1234567890', secret: 'app-secret-of-the-simulator' }
export const TOKEN = 'EAAsystemusertoken'
/** Everything that a token may be good for. */
const SCOPES = 'instagram_basic pages_read_engagement pages_read_user_content read_insights'.split(' ')

export type SimToken = {
  type: 'USER' | 'PAGE' | 'SYSTEM_USER'
  /** Which login has made it; Facebook's wants every question vouched for, Instagram's is renewed by itself. */
  login?: 'instagram'
  born?: Date
  /** Null: never. */
  ends: Date | null
  dataEnds?: Date
  scopes?: string[]
  /** The subcode with which it is refused. */
  dead?: number
}

export function openTokens(clock: () => Date) {
  const all = new Map<string, SimToken>([[TOKEN, { type: 'SYSTEM_USER', ends: null }]])
  const seconds = (at: Date | null | undefined) => (at ? Math.floor(at.getTime() / 1000) : 0)
  const ok = (body: unknown): Reply => ({
    headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: JSON.stringify(body),
  })

  /** Undefined: it lets in. */
  function living(token: string): Reply | undefined {
    const found = all.get(token)
    if (!found) return refusal.token()
    if (found.dead) return graphError(190, 'Error validating access token', { sub: found.dead })
    return found.ends && found.ends <= clock() ? refusal.expired() : undefined
  }

  function debug(app: string, token: string): Reply {
    if (app !== `${APP.id}|${APP.secret}`) return graphError(190, 'Invalid OAuth access token signature.')
    const found = all.get(token)
    const dead = living(token)
    const error = dead && (JSON.parse(String(dead.body)) as { error: Record<string, unknown> }).error
    return ok({
      data: {
        app_id: APP.id,
        type: found?.type ?? 'USER',
        is_valid: !dead,
        expires_at: seconds(found?.ends),
        data_access_expires_at: seconds(found?.dataEnds),
        scopes: found?.scopes ?? SCOPES,
        ...(error && { error: { code: error.code, message: error.message, subcode: error.error_subcode } }),
      },
    })
  }

  function last(from: string, token: string): Reply {
    const ends = new Date(clock().getTime() + 60 * DAY)
    all.set(token, { ...(all.get(from) as SimToken), born: clock(), ends })
    return ok({ access_token: token, token_type: 'bearer', expires_in: (60 * DAY) / 1000 })
  }

  function exchange(query: URLSearchParams): Reply {
    const known = query.get('client_id') === APP.id && query.get('client_secret') === APP.secret
    const given = query.get('fb_exchange_token') ?? ''
    if (!known || query.get('grant_type') !== 'fb_exchange_token')
      return graphError(101, 'Error validating application.')
    return living(given) ?? last(given, `${given}-long`)
  }

  function pageToken(token: string): string {
    const own = `${token}-page`
    if (!all.has(own)) all.set(own, { ...(all.get(token) as SimToken), type: 'PAGE', ends: null })
    return own
  }

  /** The next token; the one before it no longer counts. */
  function refresh(token: string): Reply {
    const { login, born = new Date(0) } = all.get(token) as SimToken
    if (login !== 'instagram' || clock().getTime() - born.getTime() < DAY) return refusal.question()
    const next = last(token, `${token}+`)
    all.set(token, { ...(all.get(token) as SimToken), dead: 467 })
    return next
  }

  return { all, living, debug, exchange, pageToken, refresh }
}
