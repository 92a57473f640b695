// A place's digests for scripts and the desk: compile, write, freeze, publish, correct, read.
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Language } from '../../config/i18n.ts'
import { listActions } from '../../db/actions.ts'
import { type DigestRow, findDigest, findPublished, listDigestEvents } from '../../db/digests.ts'
import type { Deps } from '../deps.ts'
import { presentDigest } from '../digest/present.ts'
import { verifyDigest } from '../digest-files.ts'
import { draftDigest, freezeDigest, readBundle, writeTexts } from '../digests.ts'
import { missingTexts, sections } from '../domain/digest-states.ts'
import { quarterPattern } from '../domain/quarter.ts'
import { Refusal } from '../errors.ts'
import { correctDigest, publishDigest } from '../publish-digest.ts'
import { readJson, readStrictly } from '../rim.tsx'
import { jsonOnly, sameOrigin } from '../same-origin.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { openWritten } from '../written.ts'

const quarter = z.string().regex(quarterPattern, 'must be a quarter, for example 2026-q3')
/** A move without a body is a move without options. */
async function readOptions<S extends z.ZodType>(c: Context, schema: S): Promise<z.infer<S>> {
  return (await c.req.text()).trim() ? readJson(c, schema) : readStrictly(schema, {})
}
const reason = z.string().trim().max(1_000).optional()
export const textsBody = z.strictObject({
  texts: z.strictObject(
    Object.fromEntries(sections.map((one) => [one.id, z.string().max(10_000).optional()])),
  ),
})

export const draftBody = z.strictObject({ quarter })
export const freezeBody = z.strictObject({ reason })
export const publishBody = z.strictObject({ alone: z.boolean().default(false) })
export const correctBody = z.strictObject({ reason: z.string().trim().min(1).max(1_000) })

/** Mounted at the root; every path begins with /api/v1/places/:place/digests. */
export function placeDigestRoutes(deps: Deps) {
  const base = '/api/v1/places/:place/digests'
  const change = [signedIn(deps), sameOrigin(deps), jsonOnly()] as const
  const asked = (text: string) => {
    if (!quarterPattern.test(text)) throw new Refusal('not-found', 404)
    return text
  }
  const lacking = async (row: DigestRow) =>
    missingTexts(row.texts, (await listActions(deps.db, row.place_id, row.quarter)).length)
  const present = async (row: DigestRow, language: Language) =>
    presentDigest(row, await openWritten(deps.db, row, readBundle(row), deps.clock()), language)
  return new Hono<Signed>()
    .post(base, ...change, mayAt(deps, 'write'), async (c) => {
      const body = await readJson(c, draftBody)
      const row = await draftDigest(deps, c.var.place, body.quarter, c.var.visitor.name)
      return c.json(await present(row, c.var.language), 201)
    })
    .get(`${base}/:quarter`, signedIn(deps), mayAt(deps, 'read'), async (c) => {
      const row = await findDigest(deps.db, c.var.place.id, asked(c.req.param('quarter')))
      if (!row) throw new Refusal('not-found', 404)
      const events = await listDigestEvents(deps.db, row.id)
      const missing = await lacking(row)
      return c.json({ ...(await present(row, c.var.language)), missing, events })
    })
    .get(`${base}/:quarter/verify`, signedIn(deps), mayAt(deps, 'read'), async (c) => {
      const row = await findPublished(deps.db, c.var.place.id, asked(c.req.param('quarter')))
      if (!row) throw new Refusal('not-found', 404)
      return c.json(await verifyDigest(deps, row))
    })
    .put(`${base}/:quarter/texts`, ...change, mayAt(deps, 'write'), async (c) => {
      const body = await readJson(c, textsBody)
      const given = Object.entries(body.texts).filter((one): one is [string, string] => one[1] !== undefined)
      const asOf = asked(c.req.param('quarter'))
      const row = await writeTexts(deps, c.var.place, asOf, Object.fromEntries(given), c.var.visitor.name)
      return c.json({ state: row.state, texts: row.texts, missing: await lacking(row) })
    })
    .post(`${base}/:quarter/freeze`, ...change, mayAt(deps, 'edit'), async (c) => {
      const body = await readOptions(c, freezeBody)
      const { place, visitor, language } = c.var
      const row = await freezeDigest(
        deps,
        place,
        asked(c.req.param('quarter')),
        visitor.name,
        body.reason ?? null,
      )
      return c.json(await present(row, language))
    })
    .post(`${base}/:quarter/publish`, ...change, mayAt(deps, 'edit'), async (c) => {
      const { alone } = await readOptions(c, publishBody)
      const { place, visitor, language } = c.var
      const row = await publishDigest(deps, place, asked(c.req.param('quarter')), visitor.name, alone)
      return c.json(await present(row, language))
    })
    .post(`${base}/:quarter/correct`, ...change, mayAt(deps, 'edit'), async (c) => {
      const body = await readJson(c, correctBody)
      const { place, visitor, language } = c.var
      const row = await correctDigest(deps, place, asked(c.req.param('quarter')), visitor.name, body.reason)
      return c.json(await present(row, language), 201)
    })
}
