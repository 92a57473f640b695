// A status or a broken connection becomes a Fault that says what happened.
import type { Answer } from '../../services/domain/source.ts'
import { Fault } from '../../services/errors.ts'
import { readRetryAt } from './wishes.ts'

const cut = new Set([
  'UND_ERR_SOCKET',
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'Z_BUF_ERROR',
])
const late = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
])
const away = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'EHOSTDOWN'])
const tls = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO$|HOSTNAME_MISMATCH)/

/** The Fault of a status that is neither 2xx nor 304. */
export function faultOfStatus({ status, headers, bytes }: Answer, url: URL, now: Date): Fault {
  const said = new TextDecoder().decode(bytes)
  const more = { status, said, values: { host: url.host, status: String(status) } }
  const say = `${url.host} answered ${status}`
  if (status === 401) return new Fault('auth', say, more)
  if (status === 403) return new Fault('auth', say, { ...more, code: 'forbidden' })
  if (status === 404 || status === 410) return new Fault('gone', say, more)
  const retryAt = readRetryAt(headers, now)
  if (status === 429) return new Fault('rate', say, { ...more, retryAt })
  if (status >= 500 || status === 408 || status === 425) return new Fault('busy', say, { ...more, retryAt })
  return new Fault('shape', say, { ...more, code: 'status' })
}

/** The Fault behind an error of the connection; what is not the outside world's doing is given back as it is. */
export function faultOfError(error: unknown, url: URL, timedOut: boolean): unknown {
  if (error instanceof Fault) return error
  const values = { host: url.host }
  const make = (code: string, kind: 'network' | 'shape' = 'network') =>
    new Fault(kind, `${url.host}: ${code}`, { code, values, cause: error })
  if (timedOut) return make('timeout')
  const code = codeOf(error)
  if (late.has(code)) return make('timeout')
  if (code === 'ENOTFOUND' || code === 'ENODATA') return make('dns')
  if (code === 'EAI_AGAIN') return make('dns-away')
  if (away.has(code)) return make('unreachable')
  if (cut.has(code)) return make('cut')
  if (code === 'CERT_HAS_EXPIRED') return make('tls-expired')
  if (tls.test(code)) return make('tls')
  if (/^(Z_|ERR_BROTLI|ERR__ERROR_FORMAT)/.test(code)) return make('packing', 'shape')
  if (/^HPE_|^UND_ERR_HEADERS_OVERFLOW|^UND_ERR_RES/.test(code)) return make('not-http', 'shape')
  return error
}

// Where several addresses were tried, the first failure speaks for all of them.
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  const code = (error as { code?: unknown } | undefined)?.code
  return typeof code === 'string' ? code : ''
}
