// Which headers protect which answers: the desk is never framed or cached, the wall may be embedded.
import type { MiddlewareHandler } from 'hono'
import type { Env } from '../config/env.ts'

type Policy = 'desk' | 'page' | 'embed' | 'open'

/** The first prefix that fits decides; whatever is not named is an ordinary public page. */
const policies: readonly (readonly [prefix: string, policy: Policy])[] = [
  ['/desk', 'desk'],
  ['/api/v1/places', 'desk'],
  ['/embed/', 'embed'],
  ['/fragment/', 'open'],
  ['/api/', 'open'],
  ['/widgets/', 'open'],
  // A CMS may put our frame into a sandbox, where even our own styles and fonts come from elsewhere.
  ['/assets/', 'open'],
  ['/media/', 'open'],
  ['/oembed', 'open'],
  ['/openapi.json', 'open'],
]

function policyOf(path: string): Policy {
  return policies.find(([prefix]) => path === prefix || path.startsWith(prefix))?.[1] ?? 'page'
}

const base =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "media-src 'self'; form-action 'self'; base-uri 'none'"

/** The headers of a policy, by name. */
export function headersOf(policy: Policy, env: Env): Record<string, string> {
  // The desk shows the wall as it will stand in a page.
  const framed = env.EMBED_ORIGINS.includes('*') ? '*' : ["'self'", ...env.EMBED_ORIGINS].join(' ')
  const csp = {
    desk: `${base}; frame-src 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'`,
    page: `${base}; frame-ancestors 'none'`,
    embed: `${base}; frame-ancestors ${framed}`,
    open: "default-src 'none'; frame-ancestors 'none'; sandbox",
  }[policy]
  return {
    'content-security-policy': csp,
    'x-content-type-options': 'nosniff',
    // Not no-referrer: with that, browsers send forms with the Origin null, and ours could not be told from others'.
    'referrer-policy': policy === 'desk' ? 'same-origin' : 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
    'cross-origin-resource-policy': policy === 'open' || policy === 'embed' ? 'cross-origin' : 'same-origin',
    ...(policy !== 'embed' &&
      policy !== 'open' && { 'x-frame-options': 'DENY', 'cross-origin-opener-policy': 'same-origin' }),
    ...(policy === 'desk' && { 'cache-control': 'no-store' }),
    ...(env.PUBLIC_URL.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
  }
}

/** Sets the policy's headers; a route that has set one itself keeps its own. */
export function policyHeaders(env: Env): MiddlewareHandler {
  const ready = Object.fromEntries(
    (['desk', 'page', 'embed', 'open'] as const).map((policy) => [
      policy,
      Object.entries(headersOf(policy, env)),
    ]),
  ) as Record<Policy, [string, string][]>
  return async function policyHeaders(c, next) {
    await next()
    for (const [name, value] of ready[policyOf(c.req.path)])
      if (!c.res.headers.has(name)) c.header(name, value)
  }
}
