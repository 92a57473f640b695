// Signing in with Microsoft Entra ID: authorization code with PKCE, state and nonce, through our own way out.
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretPost,
  type Configuration,
  type CustomFetchOptions,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { z } from 'zod'
import type { Env } from '../config/env.ts'
import type { Log } from '../config/log.ts'
import type { Http } from '../services/domain/source.ts'
import type { Directory, TownAccount } from '../services/domain/town.ts'
import { Fault, Refusal } from '../services/errors.ts'

const MICROSOFT = 'https://login.microsoftonline.com'
/** What a directory says of itself is asked anew after this long: keys and addresses change seldom. */
const FRESH = 24 * 3_600_000

const claims = z.object({
  tid: z.string(),
  oid: z.string().min(1).max(200),
  name: z.string().max(200).optional(),
  email: z.string().max(200).optional(),
  preferred_username: z.string().max(200).optional(),
  acct: z.unknown().optional(),
  roles: z.array(z.string()).max(500).default([]),
})

/** Undefined when the settings name no directory. */
export function openDirectory(
  http: Http,
  { env, log, clock }: { env: Env; log: Log; clock: () => Date },
): Directory | undefined {
  const { ENTRA_CLIENT_ID: client, ENTRA_CLIENT_SECRET: secret, ENTRA_TENANTS: tenants } = env
  if (!client || !secret || !tenants.length) return undefined
  const base = env.PLATFORM_URLS.entra ?? MICROSOFT
  const known = new Map<string, { since: Date; config: Promise<Configuration> }>()

  // Each directory by its own id, so that its issuer is one exact text; `common` would take anybody's.
  async function open(tenant: string): Promise<Configuration> {
    const kept = known.get(tenant)
    if (kept && clock().getTime() - kept.since.getTime() < FRESH) return kept.config
    const config = discovery(
      new URL(`${base}/${tenant}/v2.0`),
      client as string,
      { id_token_signed_response_alg: 'RS256' },
      ClientSecretPost(secret),
      {
        // The signature is looked at too, though the token comes straight from its maker.
        execute: [enableNonRepudiationChecks, ...(base.startsWith('http:') ? [allowInsecureRequests] : [])],
        [customFetch]: through(http),
      },
    )
    known.set(tenant, { since: clock(), config })
    return config.catch((error) => {
      known.delete(tenant)
      throw error
    })
  }

  const orRefuse = async <T>(tenant: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Refusal) throw error
      const away = faultIn(error)
      const { code, message } = error as { code?: string; message: string }
      log.warn({ tenant, code, cause: away?.message ?? message }, 'a sign-in with a town account failed')
      if (away) throw new Refusal('town-away', 503, { cause: error })
      // Our own key has ended or was changed: nobody who tries again will fare better.
      if ((error as { error?: unknown }).error === 'invalid_client')
        throw new Refusal('town-key', 503, { cause: error })
      throw new Refusal('town-failed', 401, { cause: error })
    }
  }

  return {
    begin: (tenant, back) =>
      orRefuse(tenant, async () => {
        const config = await open(tenant)
        const errand = {
          ...{ tenant, state: randomState(), nonce: randomNonce() },
          verifier: randomPKCECodeVerifier(),
        }
        const url = buildAuthorizationUrl(config, {
          redirect_uri: back,
          scope: 'openid profile email',
          state: errand.state,
          nonce: errand.nonce,
          code_challenge: await calculatePKCECodeChallenge(errand.verifier),
          code_challenge_method: 'S256',
        })
        return { errand, url: url.href }
      }),
    finish: ({ tenant, state, nonce, verifier }, address) =>
      orRefuse(tenant, async () => {
        const tokens = await authorizationCodeGrant(await open(tenant), address, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        return readAccount(tenant, claims.parse(tokens.claims()))
      }),
  }
}

function readAccount(tenant: string, told: z.infer<typeof claims>): TownAccount {
  if (told.tid.toLowerCase() !== tenant) throw new Refusal('town-failed', 401)
  const email = [told.email, told.preferred_username].find((one) => z.email().safeParse(one).success) ?? null
  const name = told.name?.trim() || email || told.oid
  return { tenant, subject: told.oid, name, email, guest: Number(told.acct) === 1, roles: told.roles }
}

/** The library's requests by our own client: checked, limited, and a refusal given back for the library to read. */
function through(http: Http) {
  return async function ask(url: string, options: CustomFetchOptions): Promise<Response> {
    const { method, headers, body, signal } = options
    try {
      const answer = await http(url, {
        method: method === 'POST' ? 'POST' : 'GET',
        headers: headers as Record<string, string>,
        ...(body != null && { body: String(body) }),
        ...(signal && { signal }),
      })
      const type = answer.headers['content-type'] ?? ''
      return new Response(Buffer.from(answer.bytes), {
        status: answer.status,
        headers: { 'content-type': type },
      })
    } catch (error) {
      if (!(error instanceof Fault) || !error.status || error.status >= 500 || error.kind === 'rate')
        throw error
      const type = { 'content-type': 'application/json' }
      return new Response(error.said, { status: error.status, headers: type })
    }
  }
}

/** The library wraps what went wrong on the way out. */
function faultIn(error: unknown): Fault | undefined {
  if (error instanceof Fault) return error
  const { cause } = (error ?? {}) as { cause?: unknown }
  return cause === undefined ? undefined : faultIn(cause)
}
