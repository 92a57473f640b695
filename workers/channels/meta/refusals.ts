// What Meta refuses, told by its error codes: who has to do what, or that waiting is enough.
import { z } from 'zod'
import { Fault, type FaultKind } from '../../../services/errors.ts'

const refusalShape = z.looseObject({
  error: z.looseObject({
    message: z.string().catch(''),
    code: z.int(),
    error_subcode: z.int().optional().catch(undefined),
    is_transient: z.boolean().optional().catch(undefined),
  }),
})
export type Refusal = z.infer<typeof refusalShape>['error']

/** The error that an answer holds; undefined when it holds none. */
export function refusalIn(body: unknown): Refusal | undefined {
  return refusalShape.safeParse(body).data?.error
}

/** Requests of a rolling hour: what is refused today is allowed again within it. */
const HOUR = 3_600_000
const throttled = [4, 17, 32, 341, 613, 80_001, 80_002]
/** In what a refusal says: the hour's requests are used up. */
export const spentPattern = new RegExp(`"code":\\s*(?:${throttled.join('|')})\\b`)

const tokens: Record<number, string> = {
  458: 'meta-app-removed',
  459: 'meta-checkpoint',
  460: 'meta-password',
  463: 'meta-expired',
  464: 'meta-checkpoint',
}

/** The refusals that a new pass may cure. */
export const deadCodes: ReadonlySet<string> = new Set(['meta-token', ...Object.values(tokens)])

type Why = { kind: FaultKind; code: string }

function whyOf({ code, error_subcode: sub = 0, message, is_transient }: Refusal): Why {
  if (code === 190 || code === 102) return { kind: 'auth', code: tokens[sub] ?? 'meta-token' }
  if (throttled.includes(code)) return { kind: 'rate', code: 'meta-rate' }
  if (code === 368) return { kind: 'auth', code: 'meta-blocked' }
  if (code === 1 || code === 2 || is_transient) return { kind: 'busy', code: 'meta-busy' }
  // Among several ids, one that is nobody's.
  if (code === 803) return { kind: 'gone', code: 'meta-gone' }
  // "…does not exist, cannot be loaded due to missing permissions, or…" is how Graph tells of what is deleted.
  if (code === 100 && (sub === 33 || /does not exist/i.test(message)))
    return { kind: 'gone', code: 'meta-gone' }
  const permission = code === 3 || code === 10 || (code >= 200 && code <= 299)
  if (permission || (code === 100 && /permission|feature/i.test(message)))
    return { kind: 'auth', code: 'meta-permission' }
  return { kind: 'shape', code: 'meta-question' }
}

/** The Fault as Graph's own error tells it; without one, as the status told it. */
export function explain(
  fault: Fault,
  refusal: Refusal | undefined,
  { now, host }: { now: Date; host: string },
) {
  if (!refusal) return fault
  const { kind, code } = whyOf(refusal)
  const wait = kind === 'rate' ? new Date(now.getTime() + HOUR) : null
  const sub = refusal.error_subcode
  const permission = /\b[a-z]+(?:_[a-z]+)+\b/.exec(refusal.message)?.[0] ?? ''
  return new Fault(
    kind,
    `${host}: ${refusal.code} ${refusal.error_subcode ?? ''} ${refusal.message}`.slice(0, 300),
    {
      code,
      values: { ...fault.values, host, number: [refusal.code, sub].filter(Boolean).join('/'), permission },
      retryAt: fault.retryAt ?? wait,
      status: fault.status ?? undefined,
      said: fault.said,
      cause: fault,
    },
  )
}
