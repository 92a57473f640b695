// Who is asking and what they may do where: a session behind a cookie, or the administrator's token for scripts.
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Language } from '../config/i18n.ts'
import type { Label } from '../config/place.ts'
import { listRoles } from '../db/people.ts'
import { findPlace, listPlaces } from '../db/places.ts'
import type { Role, SignInWay } from '../db/schema.ts'
import { findSession } from '../db/sessions.ts'
import type { Act } from './curate.ts'
import type { Deps } from './deps.ts'
import { may, type Right } from './domain/roles.ts'
import { Refusal } from './errors.ts'
import { digestOf, sameText } from './keys.ts'
import { languageOf } from './rim.tsx'

export type Visitor = {
  /** As decisions and the audit name them. */
  name: string
  /** Null for the administrator's token. */
  person: number | null
  operator: boolean
  /** The session's row and its token for forms; null for the administrator's token. */
  session: { hash: string; csrf: string; way: SignInWay } | null
  places: { id: string; name: Label; role: Role }[]
}
type OpenPlace = NonNullable<Awaited<ReturnType<typeof findPlace>>>

/** What the middlewares below leave for handlers. */
export type Signed = {
  Variables: { visitor: Visitor; language: Language; place: OpenPlace; role: Role; now: Date }
}

/** Who acts, where, and in which language a refusal is told. */
export function actOf(c: Context<Signed>): Act {
  const { place, visitor, language } = c.var
  return { place, name: visitor.name, person: visitor.person, language }
}

/** `__Host-` binds the cookie to this host over https; plain http, as in the demo, cannot have it. */
export function cookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-somewall' : 'somewall'
}

/** Lets on only who is signed in; 401 otherwise. */
export function signedIn(deps: Deps) {
  return createMiddleware<Signed>(async function signedIn(c, next) {
    const found = (await byToken(deps, c)) ?? (await byCookie(deps, c))
    if (!found) throw new Refusal('unauthenticated', 401)
    c.set('visitor', found.visitor)
    c.set('language', found.language)
    c.set('now', deps.clock())
    await next()
  })
}

/**
 * Lets on only who has the right at the place named in the path. A place that does not exist and one where the
 * visitor has no role answer alike, so that nobody learns which places there are.
 */
export function mayAt(deps: Deps, right: Right) {
  return createMiddleware<Signed>(async function mayAt(c, next) {
    const id = c.req.param('place') ?? ''
    const role = c.var.visitor.places.find((one) => one.id === id)?.role
    const place = role && (await findPlace(deps.db, id))
    // Nothing of ours is named with a NUL, which the database would refuse as a broken question.
    const named = Object.values<string>(c.req.param()).every((one) => !one.includes('\0'))
    if (!place || !named) throw new Refusal('not-found', 404)
    if (!may(role, right)) throw new Refusal('forbidden', 403)
    c.set('place', place)
    c.set('role', role)
    await next()
  })
}

async function byCookie({ db, env, clock }: Deps, c: Context) {
  const secret = getCookie(c, cookieName(env.PUBLIC_URL))
  const session = secret && (await findSession(db, digestOf(secret), clock()))
  if (!session) return undefined
  const roles = await listRoles(db, session.person_id)
  const visitor: Visitor = {
    name: session.name,
    person: session.person_id,
    operator: session.operator,
    session: { hash: session.hash, csrf: session.csrf, way: session.way },
    places: roles.map((one) => ({ id: one.place_id, name: one.name, role: one.role })),
  }
  return { visitor, language: session.language }
}

async function byToken({ db, env }: Deps, c: Context) {
  const [, token] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? []
  if (!token) return undefined
  if (!env.ADMIN_TOKEN || !sameText(token, env.ADMIN_TOKEN)) throw new Refusal('unauthenticated', 401)
  const visitor: Visitor = {
    name: 'ylläpidon tunnus',
    person: null,
    operator: true,
    session: null,
    places: (await listPlaces(db)).map((one) => ({ id: one.id, name: one.name, role: 'admin' })),
  }
  return { visitor, language: languageOf(c) }
}
