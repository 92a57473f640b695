// Signing in at Google as a service account with its key, or with a refresh token of the installation's own app.
import { createPrivateKey, createSign } from 'node:crypto'
import { z } from 'zod'
import type { Pass, SignIn } from '../../../services/domain/passes.ts'
import type { ChannelIo } from '../../../services/domain/source.ts'
import { Fault } from '../../../services/errors.ts'
import { readJson } from '../../channels/json.ts'

const TOKENS = 'https://oauth2.googleapis.com/token'
const SCOPE = 'https://www.googleapis.com/auth/analytics.readonly'
/** Seconds for which Google lets an assertion count at most. */
const HOUR = 3600

const key = z.looseObject({
  client_email: z.email(),
  private_key: z.string().includes('PRIVATE KEY'),
  private_key_id: z.string().optional(),
})
const token = z.looseObject({ access_token: z.string().min(1), expires_in: z.number().optional() })

export function signInWays(io: ChannelIo): SignIn {
  const account = io.secret('service_account')
  const given = account ? fromKey(readKey(account), io) : fromRefreshToken(io)
  return {
    name: 'google',
    account: given.account,
    open: async (signal) => readPass(await exchange(io, given.form(), signal)),
    ended: (fault) => fault.status === 401,
  }
}

const refused = (why: string, cause?: unknown) => new Fault('auth', why, { code: 'ga4-credentials', cause })

function readKey(text: string): z.infer<typeof key> {
  try {
    return key.parse(JSON.parse(text))
  } catch (cause) {
    throw refused('the key of the service account cannot be read', cause)
  }
}

type Way = { account: string; form: () => Record<string, string> }

function fromKey({ client_email, private_key, private_key_id }: z.infer<typeof key>, io: ChannelIo): Way {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return {
    account: `google ${client_email}`,
    form: () => {
      const now = Math.floor(io.now.getTime() / 1000)
      const head = part({ alg: 'RS256', typ: 'JWT', ...(private_key_id && { kid: private_key_id }) })
      const claims = part({ iss: client_email, scope: SCOPE, aud: TOKENS, iat: now, exp: now + HOUR })
      return {
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: `${head}.${claims}.${sign(`${head}.${claims}`, private_key)}`,
      }
    },
  }
}

function sign(text: string, pem: string): string {
  try {
    return createSign('RSA-SHA256').update(text).sign(createPrivateKey(pem), 'base64url')
  } catch (cause) {
    throw refused('the private key of the service account cannot be used', cause)
  }
}

function fromRefreshToken(io: ChannelIo): Way {
  const [refresh, id, secret] = ['refresh_token', 'GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'].map(io.secret)
  if (!refresh || !id || !secret) throw refused('neither a service account nor a refresh token is given')
  return {
    account: `google ${id}`,
    form: () => ({
      grant_type: 'refresh_token',
      refresh_token: refresh,
      client_id: id,
      client_secret: secret,
    }),
  }
}

async function exchange(io: ChannelIo, form: Record<string, string>, signal: AbortSignal): Promise<unknown> {
  try {
    return readJson(
      await io.http(io.base ? `${io.base}/token` : TOKENS, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: new URLSearchParams(form).toString(),
        maxBytes: 100_000,
        signal,
      }),
    )
  } catch (error) {
    // 400 invalid_grant: a wrong clock, a deleted key, or a token that has ended.
    if (error instanceof Fault && (error.status === 400 || error.status === 401))
      throw refused(error.message, error)
    throw error
  }
}

function readPass(given: unknown): Pass {
  const read = token.safeParse(given)
  if (!read.success) throw new Fault('shape', 'a sign-in without a token', { code: 'ga4-shape' })
  return { token: read.data.access_token, lasts: read.data.expires_in }
}
