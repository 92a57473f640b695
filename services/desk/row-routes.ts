// The routes of a kind of rows: a form that keeps or adds one, and a form that removes it.
import type { Hono } from 'hono'
import type { RowPart } from '../../db/schema.ts'
import type { Deps } from '../deps.ts'
import type { Right } from '../domain/roles.ts'
import { Refusal } from '../errors.ts'
import { keepRow, removeRow } from '../planned.ts'
import { type Fields, readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { type DeskContext, deskPath } from './layout.tsx'

export type Again = (c: DeskContext, refusal: Refusal, sent: Fields) => Promise<Response>

type Rows = {
  part: Exclude<RowPart, 'process'>
  path: string
  right: Right
  /** What the fields say, strictly. */
  read: (fields: Fields) => Record<string, unknown>
  /** The page to go back to, without the place. */
  page: (fields: Fields) => string
  again: Again
}

export function addRowRoutes(
  app: Hono<Signed>,
  deps: Deps,
  { part, path, right, read, page, again }: Rows,
): void {
  app.post(`/:place/${path}`, signedIn(deps), mayAt(deps, right), (c) =>
    tryForm(
      c,
      async (fields) => {
        const { id, seen, ...values } = fields
        await keepRow(deps, actOf(c), part, textOf(id) || null, read(values), textOf(seen))
        return page(fields)
      },
      again,
    ),
  )
  app.post(`/:place/${path}/:id/remove`, signedIn(deps), mayAt(deps, right), (c) =>
    tryForm(
      c,
      async (fields) => {
        await removeRow(deps, actOf(c), part, c.req.param('id'))
        return page(fields)
      },
      again,
    ),
  )
}

export const textOf = (field: Fields[string] | undefined): string => (typeof field === 'string' ? field : '')

/** Does what a form asks; a refusal is shown on the page with what was sent, so that nothing is typed twice. */
export async function tryForm(
  c: DeskContext,
  work: (fields: Fields) => Promise<string>,
  again: Again,
): Promise<Response> {
  const fields = await readForm(c)
  try {
    const path = await work(fields)
    return c.redirect(deskPath(c, `${path}${path.includes('?') ? '&' : '?'}saved=1`), 303)
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 404) throw error
    // What somebody has taken away meanwhile is kept by adding it anew.
    return again(c, error, error.code === 'row-gone' ? { ...fields, id: '' } : fields)
  }
}
