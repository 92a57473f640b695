// A town's directory on loopback: oidc-provider under the path of a tenant, with people, app roles, and forged answers.
import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export const TENANT = '1b4e28ba-2fa1-41d2-883f-0016d3cca427'
export const CLIENT = { id: 'somewall', secret: 'a-secret-that-the-town-has-made' }

/** What the directory tells of somebody. */
export type Person = {
  tid: string
  oid: string
  name: string
  email?: string
  acct?: number
  roles?: string[]
}
type Token = { header: Record<string, unknown>; claims: Record<string, unknown> }

export type SimDirectory = {
  url: string
  host: string
  /** Who signs in when the browser comes. */
  become: (person: Person) => void
  /** Rewrites the ID token on its way; `key` signs it instead of the right one, null leaves it unsigned. */
  forge: (how: ((token: Token) => Token & { key?: 'other' | 'secret' | null }) | undefined) => void
  stop: () => Promise<void>
}

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

export async function startDirectory(back: string): Promise<SimDirectory> {
  const [own, other] = [pair(), pair()]
  let person: Person = { tid: TENANT, oid: 'nobody', name: '' }
  let forge: Parameters<SimDirectory['forge']>[0]
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const prefix = `/${TENANT}/v2.0`
  const issuer = `http://${host}${prefix}`
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [back] },
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [{ ...own.privateKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['a key of the simulator'] },
    claims: { openid: ['sub', 'tid', 'oid', 'name', 'email', 'acct', 'roles'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `${prefix}/in/${interaction.uid}` },
    pkce: { required: () => true },
    ttl: { AuthorizationCode: 60, IdToken: 300, Session: 60, Grant: 60, Interaction: 60, AccessToken: 60 },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...person }) }),
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc
      const grant = new ctx.oidc.provider.Grant({
        clientId: client?.clientId as string,
        accountId: session?.accountId as string,
      })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (req: IncomingMessage & { originalUrl?: string }, res: ServerResponse) => {
    const path = req.url ?? ''
    if (!path.startsWith(prefix)) return void res.writeHead(404).end()
    req.originalUrl = path
    req.url = path.slice(prefix.length)
    if (req.url.startsWith('/in/'))
      return void provider
        .interactionFinished(req, res, { login: { accountId: person.oid } })
        .catch((error: unknown) => res.writeHead(500).end(String(error)))
    if (forge && req.url.startsWith('/token')) rewrite(res, (token) => sign(token))
    answer(req, res)
  })

  function sign(token: string): string {
    const [head = '', body = ''] = token.split('.')
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
    const { header, claims, key } = (forge as NonNullable<typeof forge>)({
      header: read(head),
      claims: read(body),
    })
    const write = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
    const text = `${write(header)}.${write(claims)}`
    if (key === null) return `${text}.`
    const by = (key === 'other' ? other : own).privateKey
    return `${text}.${createSign('sha256').update(text).sign(by, 'base64url')}`
  }

  return {
    ...{ url: `http://${host}`, host },
    become: (one) => {
      person = one
    },
    forge: (how) => {
      forge = how
    },
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

function rewrite(res: ServerResponse, change: (token: string) => string): void {
  const end = res.end.bind(res)
  res.end = ((chunk: string | Buffer) => {
    const said = JSON.parse(String(chunk)) as { id_token?: string }
    const body = JSON.stringify(said.id_token ? { ...said, id_token: change(said.id_token) } : said)
    res.setHeader('content-length', Buffer.byteLength(body))
    return end(body)
  }) as typeof res.end
}

/** A browser that follows every redirect inside the directory and stops where it is sent elsewhere; that address. */
export async function walkThrough(from: string): Promise<URL> {
  const jar = new Map<string, string>()
  let at = new URL(from)
  const home = at.host
  for (let hop = 0; hop < 12 && at.host === home; hop++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await globalThis.fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const one of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? []
      jar.set(name, value)
    }
    const to = answer.headers.get('location')
    if (!to)
      throw new Error(`the directory stopped at ${at.pathname}: ${answer.status} ${await answer.text()}`)
    at = new URL(to, at)
  }
  return at
}
