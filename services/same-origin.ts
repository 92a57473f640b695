// Requests that change something come from our own pages, or carry a bearer token that no other page can know.
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'
import { sameText } from './keys.ts'
import type { Signed } from './session.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])
const hasBearer = (c: Context) => /^Bearer +\S/i.test(c.req.header('authorization') ?? '')

/**
 * Refuses what other sites send. Browsers say where a request comes from in Sec-Fetch-Site, which no page can set;
 * where they do not (plain http on another host), Origin must be our public address. A request with neither is
 * refused: a browser sends at least one, and scripts use the bearer token.
 */
export function sameOrigin({ env }: Pick<Deps, 'env'>) {
  const ours = new URL(env.PUBLIC_URL).origin
  return createMiddleware(async function sameOrigin(c, next) {
    if (!reading.has(c.req.method) && !hasBearer(c)) {
      const site = c.req.header('sec-fetch-site')
      const ok = site === undefined ? c.req.header('origin') === ours : site === 'same-origin'
      if (!ok) throw new Refusal('cross-site', 403)
    }
    await next()
  })
}

export type Fields = Record<string, string | string[]>

/** The text fields of a form; a body that is no form at all is refused. */
export async function readFields(c: Context): Promise<Fields> {
  const body = await c.req.parseBody({ all: true }).catch((cause) => {
    if (cause instanceof Refusal) throw cause
    throw new Refusal('invalid', 400, {
      complaints: [{ path: '', message: 'the form cannot be read' }],
      cause,
    })
  })
  const texts = Object.entries(body).map(([name, value]) => {
    const all = (Array.isArray(value) ? value : [value]).flatMap((one) =>
      typeof one === 'string' ? [one.replaceAll('\0', '')] : [],
    )
    return [name, Array.isArray(value) ? all : (all[0] ?? '')] as const
  })
  return Object.fromEntries(texts)
}

/** The fields of a form that carries the session's own token; refused without it. */
export async function readForm(c: Context<Signed>): Promise<Fields> {
  const { csrf, ...fields } = await readFields(c)
  const { session } = c.var.visitor
  if (!session || typeof csrf !== 'string' || !sameText(csrf, session.csrf))
    throw new Refusal('cross-site', 403)
  return fields
}

/** JSON is taken only when it says that it is: a form of another site cannot say so without being asked first. */
export function jsonOnly() {
  return createMiddleware(async function jsonOnly(c, next) {
    const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
    const empty = c.req.header('content-length') === '0' || c.req.raw.body === null
    if (!reading.has(c.req.method) && !empty && type !== 'application/json')
      throw new Refusal('invalid', 415, {
        complaints: [{ path: 'content-type', message: 'must be application/json' }],
      })
    await next()
  })
}
