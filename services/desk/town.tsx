// The way to the town's directory and back: what must be kept in between stands sealed in a cookie of ten minutes.
import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { Directory, Errand } from '../domain/town.ts'
import { Refusal } from '../errors.ts'
import { digestOf } from '../keys.ts'
import { languageOf } from '../rim.tsx'
import { cookieName, type Signed, signedIn } from '../session.ts'
import { type Binding, enterByTown } from '../town.ts'
import { giveCookie } from './login.tsx'
import { LoginPage, readDoor } from './login-page.tsx'
import { backTo } from './parts.tsx'

const BACK = '/desk/town/back'
const MINUTES = 10
const kept = z.object({
  errand: z.object({ tenant: z.string(), state: z.string(), nonce: z.string(), verifier: z.string() }),
  binding: z.union([z.object({ link: z.string() }), z.object({ person: z.number() })]).optional(),
  next: z.string(),
  until: z.number(),
})
type Kept = { errand: Errand; binding: Binding; next: string; until: number }

export function townRoutes(deps: Deps): Hono<Signed> {
  const { env, clock, keys } = deps
  const secure = env.PUBLIC_URL.startsWith('https:')
  const name = `${cookieName(env.PUBLIC_URL)}-town`
  const app = new Hono<Signed>()

  const leave = async (c: Context, binding: Binding, next: string) => {
    const tenant = env.ENTRA_TENANTS.find((one) => one.id === c.req.query('tenant'))
    if (!deps.directory || !tenant) throw new Refusal('not-found', 404)
    const { errand, url } = await deps.directory.begin(tenant.id, env.PUBLIC_URL + BACK)
    const until = clock().getTime() + MINUTES * 60_000
    const value = keys.seal(`town ${JSON.stringify({ errand, binding, next, until } satisfies Kept)}`)
    setCookie(c, name, value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: MINUTES * 60 })
    return c.redirect(url, 303)
  }

  app.get('/town', async (c) => {
    const { link, next } = c.req.query()
    try {
      return await leave(c, link ? { link: digestOf(link) } : undefined, next ?? '')
    } catch (error) {
      return door(c, error)
    }
  })

  // Whoever is signed in with a password ties their own town account to it.
  app.get('/me/town', signedIn(deps), async (c) => {
    const { person } = c.var.visitor
    if (person === null) throw new Refusal('not-found', 404)
    return leave(c, { person }, '/desk/me?saved=1')
  })

  app.get('/town/back', async (c) => {
    const sealed = getCookie(c, name)
    deleteCookie(c, name, { path: '/', secure })
    try {
      const { errand, binding, next } = read(sealed)
      const old = getCookie(c, cookieName(env.PUBLIC_URL))
      const address = new URL(env.PUBLIC_URL + BACK + new URL(c.req.url).search)
      const account = await (deps.directory as Directory).finish(errand, address)
      const agent = c.req.header('user-agent') ?? null
      giveCookie(c, deps, await enterByTown(deps, account, { binding, language: languageOf(c), agent, old }))
      return c.redirect(backTo(next, '/desk'), 303)
    } catch (error) {
      return door(c, error)
    }
  })

  function read(sealed: string | undefined): Kept {
    try {
      const found = kept.parse(JSON.parse(keys.unseal(sealed ?? '').replace(/^town /, '')))
      if (deps.directory && found.until > clock().getTime()) return { ...found, binding: found.binding }
    } catch {
      // Another installation's, an old one, or none at all: told like one that is too old.
    }
    throw new Refusal('town-late', 400)
  }

  async function door(c: Context, error: unknown): Promise<Response> {
    if (!(error instanceof Refusal) || error.status === 404) throw error
    return c.html(<LoginPage c={c} door={await readDoor(deps)} refusal={error} />, error.status as 401)
  }
  return app
}
