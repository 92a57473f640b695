// Asks an account's own Bluesky server: signing in by app password, and each refusal in its own words.
import { z } from 'zod'
import type { Pass, SignIn } from '../../../services/domain/passes.ts'
import type { ChannelIo } from '../../../services/domain/source.ts'
import { Fault } from '../../../services/errors.ts'
import { readJson } from '../json.ts'

export type Account = { service: string; identifier: string; password: string }
/** One question of the platform by its name; the answer's JSON. */
export type Ask = (name: string, query: [string, string][]) => Promise<unknown>

const passShape = z.looseObject({ accessJwt: z.string().min(1), refreshJwt: z.string().min(1) })
const lifeShape = z.looseObject({ iat: z.int(), exp: z.int() })
const refusalShape = z.looseObject({ error: z.string(), message: z.string().catch('') })

export function openServer({ service, identifier, password }: Account, io: ChannelIo): Ask {
  const { host } = new URL(service)
  const words = { host, account: identifier }
  const send = async (name: string, ask: Parameters<ChannelIo['http']>[1]) => {
    try {
      return readJson(await io.http(`${service}/xrpc/${name}`, ask))
    } catch (error) {
      throw explain(error, words)
    }
  }
  const signIn = async (name: string, ask: Parameters<ChannelIo['http']>[1]) =>
    readPass(await send(`com.atproto.server.${name}`, { method: 'POST', maxBytes: 100_000, ...ask }), words)
  const ways: SignIn = {
    name: 'session',
    account: `bluesky ${service} ${identifier}`,
    open: (signal) =>
      signIn('createSession', {
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: JSON.stringify({ identifier, password }),
        signal,
      }),
    renew: (pass, signal) =>
      signIn('refreshSession', { headers: bearer(pass.renewal ?? ''), signal }).catch((error) => {
        if (isEnded(error)) return undefined
        throw error
      }),
    ended: isEnded,
  }
  return async (name, query) => {
    const asked = new URLSearchParams(query)
    return io.signedIn(ways, (token) =>
      send(`${name}?${asked}`, { headers: bearer(token), maxBytes: 5_000_000, signal: io.signal }),
    )
  }
}

const bearer = (token: string) => ({ accept: 'application/json', authorization: `Bearer ${token}` })

const isEnded = (error: unknown) => error instanceof Fault && error.code === 'bluesky-ended'

function readPass(given: unknown, values: Record<string, string>): Pass {
  const read = passShape.safeParse(given).data
  if (!read) throw new Fault('shape', 'a session without tokens', { code: 'bluesky-shape', values })
  return { token: read.accessJwt, renewal: read.refreshJwt, lasts: lifeOf(read.accessJwt) }
}

/** How long a token says it is good for; not by its clock, which need not be ours. */
function lifeOf(token: string): number | undefined {
  try {
    const body = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
    const life = lifeShape.safeParse(body).data
    return life && life.exp > life.iat ? life.exp - life.iat : undefined
  } catch {
    return undefined
  }
}

type Reason = { kind: Fault['kind']; code: string }
const auth = (code: string): Reason => ({ kind: 'auth', code })
/** The platform's own names of refusals. What is not here is told by its status. */
const reasons = new Map<string, Reason>([
  ['ExpiredToken', auth('bluesky-ended')],
  ['InvalidToken', auth('bluesky-ended')],
  ['AuthMissing', auth('bluesky-ended')],
  ['AuthenticationRequired', auth('bluesky-password')],
  ['AuthFactorTokenRequired', auth('bluesky-code')],
  ['AccountTakedown', auth('bluesky-closed')],
  ['AccountSuspended', auth('bluesky-closed')],
  ['AccountDeactivated', auth('bluesky-closed')],
  ['BadQueryString', { kind: 'shape', code: 'bluesky-question' }],
  ['InvalidRequest', { kind: 'shape', code: 'bluesky-question' }],
  ['MethodNotImplemented', { kind: 'shape', code: 'bluesky-shape' }],
])

function explain(error: unknown, values: Record<string, string>): unknown {
  if (!(error instanceof Fault) || error.status === null) return error
  const said = readRefusal(error.said)
  const reason =
    reasons.get(said?.error ?? '') ?? (error.code === 'forbidden' ? auth('bluesky-forbidden') : undefined)
  if (!reason) return error
  const more = { code: reason.code, status: error.status, cause: error }
  const message = `${error.message}: ${said?.error ?? 'a page'} ${said?.message ?? ''}`.slice(0, 300)
  return new Fault(reason.kind, message, { ...more, values: { ...error.values, ...values } })
}

function readRefusal(said: string) {
  try {
    return refusalShape.safeParse(JSON.parse(said)).data
  } catch {
    return undefined
  }
}
