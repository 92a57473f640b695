// Meta's tokens: one pasted at the desk is made to last, changed into its Page's own, and asked daily when it ends.
import { z } from 'zod'
import type { Pass, SignIn } from '../../../services/domain/passes.ts'
import type { ChannelIo } from '../../../services/domain/source.ts'
import { Fault } from '../../../services/errors.ts'
import { ask, type Get, VERSION } from './graph.ts'
import { deadCodes, explain, type Refusal } from './refusals.ts'

/** The token that a person types in; the app's two are the installation's unless a place has an app of its own. */
export const secrets = ['meta_token', 'META_APP_ID', 'META_APP_SECRET'] as const

const DAY = 86_400_000
/** A token that ends sooner was made by hand and lives an hour or two. */
const SHORT = 2 * DAY
/** Seconds: one of Instagram's own tokens that cannot be renewed yet is a day old after three quarters of these. */
const YOUNG = 40 * 3600

const tokenShape = z.looseObject({
  access_token: z.string().min(1),
  expires_in: z.int().positive().optional(),
})
const pagesShape = z.looseObject({
  data: z.array(z.looseObject({ id: z.string(), access_token: z.string().optional() })),
})
const stateShape = z.looseObject({
  data: z.looseObject({
    type: z.string().catch('USER'),
    is_valid: z.boolean(),
    expires_at: z.int().min(0).catch(0),
    data_access_expires_at: z.int().min(0).catch(0),
    scopes: z.array(z.string()).catch([]),
    error: z.unknown().optional(),
  }),
})
type State = z.infer<typeof stateShape>['data']

export type Graph = {
  get: Get
  /** Asks once a day how long the token lasts; answers when that was. */
  check: (last: Date | undefined) => Promise<Date>
}

export type Door = {
  /** Which login has made the token. */
  login: 'facebook' | 'instagram'
  /** Whose token is used in the end: this Page's instead of the person's. */
  page?: string
  /** Permissions without which nothing would come. */
  needs: readonly string[]
}

export function openGraph(io: ChannelIo, door: Door): Graph {
  const instagram = door.login === 'instagram'
  const base = io.base ?? `https://graph.${door.login}.com/${VERSION}`
  const typed = io.secret('meta_token') ?? ''
  const appSecret = io.secret('META_APP_SECRET') ?? ''
  const app = `${io.secret('META_APP_ID') ?? ''}|${appSecret}`
  const proof = instagram ? {} : { appSecret }

  const stateOf = async (token: string, signal: AbortSignal): Promise<State> => {
    const read = stateShape.safeParse(
      await ask(io, base, 'debug_token', { input_token: token }, { token: app, signal }),
    ).data?.data
    if (!read) throw new Fault('shape', 'debug_token told nothing', { code: 'meta-shape' })
    if (!read.is_valid) throw deadToken(read.error, io.now)
    const missing = door.needs.find((one) => read.scopes.length && !read.scopes.includes(one))
    if (missing)
      throw new Fault('auth', `the token lacks ${missing}`, {
        code: 'meta-permission',
        values: { permission: missing },
      })
    return read
  }

  async function openFacebook(signal: AbortSignal): Promise<Pass> {
    const state = await stateOf(typed, signal)
    const ends = momentOf(state.expires_at)
    const short = state.type === 'USER' && ends && ends.getTime() - io.now.getTime() < SHORT
    const lasting = short ? await exchange(signal) : typed
    const token = door.page && state.type !== 'PAGE' ? await pageToken(door.page, lasting, signal) : lasting
    return { token }
  }

  async function exchange(signal: AbortSignal): Promise<string> {
    const query = {
      grant_type: 'fb_exchange_token',
      client_id: io.secret('META_APP_ID'),
      client_secret: appSecret,
      fb_exchange_token: typed,
    }
    return readToken(await ask(io, base, 'oauth/access_token', query, { token: app, signal })).access_token
  }

  async function pageToken(page: string, token: string, signal: AbortSignal): Promise<string> {
    const query = { fields: 'id,access_token', limit: '100' }
    const read = pagesShape.safeParse(await ask(io, base, 'me/accounts', query, { token, ...proof, signal }))
    const found = read.data?.data.find((one) => one.id === page)?.access_token
    if (!found) throw new Fault('auth', `no role on page ${page}`, { code: 'meta-no-page', values: { page } })
    return found
  }

  async function renew({ token }: Pass, signal: AbortSignal): Promise<Pass> {
    const query = { grant_type: 'ig_refresh_token' }
    const { access_token, expires_in } = readToken(
      await ask(io, base, 'refresh_access_token', query, { token, signal }),
    )
    if (expires_in) await io.expires('meta_token', new Date(io.now.getTime() + expires_in * 1000))
    return { token: access_token, lasts: expires_in }
  }

  /** One made long ago may end tomorrow, and one made today is not renewed yet: it lets us in as it is. */
  async function openInstagram(signal: AbortSignal): Promise<Pass> {
    const typedIn = { token: typed }
    return renew(typedIn, signal).catch((error) => {
      if (!(error instanceof Fault)) throw error
      return { ...typedIn, lasts: YOUNG }
    })
  }

  const ways: SignIn = {
    name: 'meta',
    account: `meta ${door.page ?? ''} ${typed}`,
    open: instagram ? openInstagram : openFacebook,
    ...(instagram && { renew }),
    ended: ({ code }) => deadCodes.has(code),
  }
  return {
    get: (path, query, mark) =>
      io.signedIn(ways, (token) => ask(io, base, path, query, { token, mark, ...proof })),
    async check(last) {
      if (instagram || (last && io.now.getTime() - last.getTime() < DAY)) return last ?? io.now
      const state = await io.signedIn(ways, (token) => stateOf(token, io.signal))
      const ends = [state.expires_at, state.data_access_expires_at].flatMap((at) => momentOf(at) ?? [])
      const first = ends.sort((a, b) => a.getTime() - b.getTime())[0]
      await io.expires('meta_token', first ?? null)
      return io.now
    },
  }
}

// 0 is Meta's "never".
const momentOf = (seconds: number) => (seconds > 0 ? new Date(seconds * 1000) : null)

function readToken(given: unknown): z.infer<typeof tokenShape> {
  const read = tokenShape.safeParse(given)
  if (!read.success) throw new Fault('shape', 'no token in the answer', { code: 'meta-shape' })
  return read.data
}

/** Why a token is dead, as debug_token tells it with the answer of a living one. */
function deadToken(error: unknown, now: Date): Fault {
  const read = z
    .looseObject({ code: z.int(), message: z.string().catch(''), subcode: z.int().optional() })
    .safeParse(error).data
  const refusal: Refusal = { code: 190, message: read?.message ?? '', error_subcode: read?.subcode }
  return explain(new Fault('auth', 'the token is dead'), refusal, { now, host: 'debug_token' })
}
