// Signing in and out, and the page behind a one-time link where a password is chosen.
import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { languages } from '../../config/i18n.ts'
import { findByLink, setLanguage } from '../../db/people.ts'
import { endSession } from '../../db/sessions.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { digestOf } from '../keys.ts'
import { readStrictly } from '../rim.tsx'
import { readFields, readForm } from '../same-origin.ts'
import { cookieName, type Signed, signedIn } from '../session.ts'
import { type Entry, senderOf, signIn, useLink } from '../sign-in.ts'
import { KeptPage, readKept } from './kept.tsx'
import { LinkPage, LoginPage, readDoor } from './login-page.tsx'
import { backTo } from './parts.tsx'

const login = z.object({
  email: z.string().max(200),
  password: z.string().max(2000),
  next: z.string().max(2000).default(''),
})
const chosen = z.object({
  password: z.string().max(4000),
  name: z.string().trim().min(1).max(200).optional(),
  email: z.email().max(200).optional(),
})
const week = 7 * 86_400

/** Puts the session's secret into the browser; scripts of the page cannot read it. */
export function giveCookie(c: Context, { env }: Pick<Deps, 'env'>, { secret }: Entry): void {
  const secure = env.PUBLIC_URL.startsWith('https:')
  setCookie(c, cookieName(env.PUBLIC_URL), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    maxAge: week,
  })
}

export function loginRoutes(deps: Deps): Hono<Signed> {
  const { db, env, clock } = deps
  const app = new Hono<Signed>()
  const agent = (c: Context) => c.req.header('user-agent') ?? null

  app.get('/login', async (c) => {
    const said = c.req.query('left') ? 'left' : undefined
    return c.html(<LoginPage c={c} door={await readDoor(deps)} said={said} />)
  })

  app.post('/login', async (c) => {
    const sent = await readFields(c)
    const [fields, kept] = [readStrictly(login, sent), readKept(sent)]
    const old = getCookie(c, cookieName(env.PUBLIC_URL))
    try {
      const tried = { email: fields.email.trim(), password: fields.password }
      const entry = await signIn(deps, { ...tried, sender: senderOf(c, deps), agent: agent(c), old })
      giveCookie(c, deps, entry)
      if (kept) return c.html(<KeptPage {...{ c, kept, csrf: entry.csrf }} door={await readDoor(deps)} />)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.retryAfter) c.header('retry-after', String(error.retryAfter))
      const { email, next } = fields
      const door = await readDoor(deps)
      return c.html(<LoginPage {...{ c, door, email, next, kept }} refusal={error} />, error.status as 401)
    }
    return c.redirect(backTo(fields.next, '/desk'), 303)
  })

  // After a sign-in in another tab: what stands in this one goes on.
  app.post('/again', signedIn(deps), async (c) => {
    const kept = readKept(await readFields(c))
    const { session } = c.var.visitor
    if (!kept || !session) return c.redirect('/desk', 303)
    return c.html(<KeptPage {...{ c, kept, csrf: session.csrf }} door={await readDoor(deps)} />)
  })

  app.post('/logout', signedIn(deps), async (c) => {
    await readForm(c)
    if (c.var.visitor.session) await endSession(db, c.var.visitor.session.hash)
    deleteCookie(c, cookieName(env.PUBLIC_URL), { path: '/', secure: env.PUBLIC_URL.startsWith('https:') })
    return c.redirect('/desk/login?left=1', 303)
  })

  app.post('/language', signedIn(deps), async (c) => {
    const { lang, back } = await readForm(c)
    const { person } = c.var.visitor
    if (person !== null) await setLanguage(db, person, readStrictly(z.enum(languages), lang))
    return c.redirect(backTo(back, '/desk'), 303)
  })

  app.get('/link/:secret', async (c) => {
    const holder = await findByLink(db, digestOf(c.req.param('secret')), clock())
    if (!holder) throw new Refusal('link-dead', 410)
    return c.html(<LinkPage c={c} door={await readDoor(deps)} holder={holder} />)
  })

  app.post('/link/:secret', async (c) => {
    const secret = c.req.param('secret')
    const { password, name, email } = readStrictly(chosen, await readFields(c))
    try {
      const self = name && email ? { name, email } : undefined
      giveCookie(c, deps, await useLink(deps, secret, password, agent(c), self))
    } catch (error) {
      const holder = await findByLink(db, digestOf(secret), clock())
      if (!(error instanceof Refusal) || !holder) throw error
      const door = await readDoor(deps)
      return c.html(<LinkPage {...{ c, door, holder }} refusal={error} />, error.status as 400)
    }
    return c.redirect('/desk', 303)
  })
  return app
}
