// JSON for scripts: who did what at a place, and when.
import { Hono } from 'hono'
import { z } from 'zod'
import { listAudit } from '../../../db/audit.ts'
import { packCursor, unpackCursor } from '../../../db/page.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../errors.ts'
import { readStrictly } from '../../rim.tsx'
import { mayAt, type Signed, signedIn } from '../../session.ts'

export const auditQuery = z.strictObject({ cursor: z.string().optional() })
const PAGE = 50

export function placeAuditRoutes(deps: Deps): Hono<Signed> {
  return new Hono<Signed>().get('/:place/audit', signedIn(deps), mayAt(deps, 'edit'), async (c) => {
    const { cursor } = readStrictly(auditQuery, c.req.query())
    const before = cursor === undefined ? undefined : unpackCursor(cursor)
    if (cursor !== undefined && !before) throw badCursor()
    const rows = await listAudit(deps.db, c.var.place.id, before?.id, PAGE + 1)
    const page = rows.slice(0, PAGE)
    const last = page.at(-1)
    const entries = page.map(({ at, actor, action, object, detail }) => ({
      at: at.toISOString(),
      ...{ actor, action, object, detail },
    }))
    return c.json({ entries, next: rows.length > PAGE && last ? packCursor(last) : null })
  })
}

const badCursor = () =>
  new Refusal('invalid', 400, { complaints: [{ path: 'cursor', message: 'is not a cursor of ours' }] })
