// Asks Meta's Graph API: the token in a header and never in an address, pages by their cursors, errors as Faults.
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { AnswerForm, ChannelIo } from '../../../services/domain/source.ts'
import { Fault } from '../../../services/errors.ts'
import { listIn, readJson } from '../json.ts'
import { explain, refusalIn } from './refusals.ts'

export type Query = Record<string, string | undefined>
/** One question; the answer's JSON. `mark` stands behind the address's # for our ledger and is never sent. */
export type Get = (path: string, query: Query, mark?: string) => Promise<unknown>

/** The API's version is part of the base address, so PLATFORM_URLS can name another one. */
export const VERSION = 'v26.0'

/** A question asked with one token; `appSecret` vouches for it where the app may be asked to. */
export async function ask(
  io: ChannelIo,
  base: string,
  path: string,
  query: Query,
  by: { token: string; appSecret?: string; signal?: AbortSignal; mark?: string | undefined },
): Promise<unknown> {
  const url = new URL(`${base.replace(/\/+$/, '')}/${path}`)
  for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value)
  if (by.appSecret)
    url.searchParams.set('appsecret_proof', createHmac('sha256', by.appSecret).update(by.token).digest('hex'))
  url.hash = by.mark ?? ''
  const headers = { accept: 'application/json', authorization: `Bearer ${by.token}` }
  const told = { now: io.now, host: url.host }
  try {
    const body = readJson(
      await io.http(url.href, { headers, maxBytes: 5_000_000, signal: by.signal ?? io.signal }),
    )
    const refusal = refusalIn(body)
    if (refusal) throw explain(new Fault('shape', `${url.host} refused inside an answer`), refusal, told)
    return body
  } catch (error) {
    throw error instanceof Fault && error.said ? explain(error, refusalIn(parse(error.said)), told) : error
  }
}

const pageShape = z.looseObject({
  data: z.array(z.unknown()),
  paging: z
    .looseObject({
      cursors: z.looseObject({ after: z.string().optional() }).optional(),
      next: z.string().optional(),
    })
    .optional()
    .catch(undefined),
})

/** What Graph tells of one thing at the end of a path: only the fields that were asked for by name. */
export function edgeForm(name: string, edges: RegExp, shape: z.ZodObject): AnswerForm {
  return {
    name,
    answers: ({ pathname }) => edges.test(pathname),
    things: (answer) => listIn(answer, 'data'),
    shape({ searchParams }) {
      // What stands in braces and brackets belongs to the field before it.
      let fields = searchParams.get('fields') ?? 'id'
      for (let before = ''; before !== fields; ) {
        before = fields
        fields = fields.replace(/\{[^{}]*\}|\([^()]*\)/g, '')
      }
      const asked = fields.split(',').map((one) => one.split('.')[0] ?? '')
      const known = Object.entries(shape.shape).filter(([field]) => asked.includes(field))
      return z.looseObject(Object.fromEntries(known))
    },
  }
}

/** `more`: there is something behind what was read. */
export type List = { items: unknown[]; more: boolean; fault?: Fault }

/**
 * A list by its pages. It ends where no next page is named: a short page says nothing, and Instagram gives the same
 * cursor again while it moves on. What was read before a fault is kept.
 */
export async function readList(
  get: Get,
  path: string,
  query: Query,
  { pages, enough = () => false }: { pages: number; enough?: (page: readonly unknown[]) => boolean },
): Promise<List> {
  const items: unknown[] = []
  const seen = new Set<string>()
  let after: string | undefined
  try {
    for (let page = 0; page < pages; page++) {
      const read = pageShape.safeParse(await get(path, { ...query, after })).data
      if (!read) throw new Fault('shape', `${path} is no list`, { code: 'meta-shape' })
      const fresh = read.data.filter((one) => {
        const id = (one as { id?: unknown } | null)?.id
        return typeof id !== 'string' || !seen.has(id)
      })
      for (const one of fresh) {
        items.push(one)
        const id = (one as { id?: unknown } | null)?.id
        if (typeof id === 'string') seen.add(id)
      }
      // `next` itself holds the token: it is neither followed nor kept.
      after = read.paging?.next ? read.paging.cursors?.after : undefined
      if (enough(read.data) || !after) break
      if (read.data.length && !fresh.length)
        throw new Fault('shape', `${path} gives the same page again`, {
          code: 'paging',
          values: { host: 'graph.facebook.com', n: items.length },
        })
    }
    return { items, more: after !== undefined }
  } catch (error) {
    if (!(error instanceof Fault) || !items.length) throw error
    return { items, more: true, fault: error }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
