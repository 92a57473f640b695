// The rim: what was thrown becomes problem+json or a page in the reader's language; a bug is logged once.
import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import { chooseLanguage, isKey, type Language, languages, t } from '../config/i18n.ts'
import { isFull, isUnreachable } from '../db/open.ts'
import type { Deps } from './deps.ts'
import { type Complaint, Refusal } from './errors.ts'
import { Shell } from './page.tsx'

/** The language of the answer: `?lang=`, then Accept-Language, among those offered. */
export function languageOf(c: Context, offered: readonly Language[] = languages): Language {
  return chooseLanguage(c.req.query('lang'), c.req.header('accept-language'), offered)
}

/** Reads what a person or a script sent, strictly; refuses with every complaint and the path to each. */
export function readStrictly<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  throw new Refusal('invalid', 400, { complaints: complaintsOf(read.error) })
}

export function complaintsOf(error: z.ZodError): Complaint[] {
  return error.issues.flatMap((issue) => {
    const at = (more: PropertyKey[] = []) => [...issue.path, ...more].map(String).join('.')
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: at([key]), message: 'unknown key' }))
    return [{ path: at(), message: issue.message }]
  })
}

/** A JSON body, read strictly; 400 when it is not JSON at all. */
export async function readJson<S extends z.ZodType>(c: Context, schema: S): Promise<z.infer<S>> {
  let body: unknown
  try {
    body = JSON.parse(await c.req.text(), withoutNul)
  } catch (cause) {
    if (cause instanceof HTTPException) throw cause
    throw new Refusal('invalid', 400, { complaints: [{ path: '', message: 'the body is not JSON' }], cause })
  }
  return readStrictly(schema, body)
}

// No database of ours can keep it, and nobody means it.
function withoutNul(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value
}

function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (error instanceof HTTPException) {
    const codes: Record<number, string> = {
      400: 'invalid',
      401: 'unauthenticated',
      403: 'forbidden',
      413: 'too-large',
    }
    return new Refusal(codes[error.status] ?? 'not-found', error.status)
  }
  if (isFull(error)) return new Refusal('disk-full', 503, { retryAfter: 60, cause: error })
  return isUnreachable(error) ? new Refusal('unavailable', 503, { retryAfter: 5, cause: error }) : undefined
}

/** Hono's onError: the only place where an unexpected error is logged. */
export function answerErrors({ log }: Pick<Deps, 'log'>): ErrorHandler {
  return function answerError(error, c) {
    const refusal = asRefusal(error)
    if (!refusal) log.error({ err: error, method: c.req.method, path: c.req.path }, 'a request broke')
    else if (refusal.cause)
      log.warn({ path: c.req.path, cause: String(refusal.cause) }, 'the database could not do it')
    return answer(c, refusal ?? new Refusal('bug', 500))
  }
}

export const answerMissing: NotFoundHandler = (c) => answer(c, new Refusal('not-found', 404))

function answer(c: Context, refusal: Refusal): Response | Promise<Response> {
  const language = languageOf(c)
  const title = words(language, refusal, '')
  const detail = words(language, refusal, '.detail')
  const headers: Record<string, string> = { 'cache-control': 'no-store', vary: 'accept, accept-language' }
  if (refusal.retryAfter !== undefined)
    headers['retry-after'] = String(Math.max(1, Math.ceil(refusal.retryAfter)))
  const status = refusal.status as ContentfulStatusCode
  if (wantsPage(c))
    return c.html(
      <ErrorPage language={language} title={title} detail={detail} complaints={refusal.complaints} />,
      status,
      headers,
    )
  const problem = {
    type: `urn:somewall:${refusal.code}`,
    title,
    status: refusal.status,
    code: refusal.code,
    detail,
    ...(refusal.complaints.length && { errors: refusal.complaints }),
  }
  return c.body(JSON.stringify(problem), status, {
    ...headers,
    'content-type': 'application/problem+json; charset=utf-8',
  })
}

function words(language: Language, refusal: Refusal, ending: '' | '.detail'): string {
  const key = `error.${refusal.code}${ending}`
  return isKey(key) ? t(language, key, refusal.values) : ''
}

function wantsPage(c: Context): boolean {
  return !c.req.path.startsWith('/api/') && (c.req.header('accept') ?? '').includes('text/html')
}

function ErrorPage(props: { language: Language; title: string; detail: string; complaints: Complaint[] }) {
  return (
    <Shell language={props.language} title={props.title}>
      <main class="sheet" id="content">
        <h1>{props.title}</h1>
        <p>{props.detail}</p>
        {props.complaints.length > 0 && (
          <ul>
            {props.complaints.map((one) => (
              <li>
                {one.path && <b>{one.path}: </b>}
                {one.message}
              </li>
            ))}
          </ul>
        )}
      </main>
    </Shell>
  )
}
