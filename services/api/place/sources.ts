// JSON for scripts: the health of a place's sources, and collecting from one now.
import { Hono } from 'hono'
import { type Key, t } from '../../../config/i18n.ts'
import { packCursor, unpackCursor } from '../../../db/page.ts'
import { findRun } from '../../../db/runs.ts'
import { listSources } from '../../../db/sources.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../errors.ts'
import { actOf, mayAt, type Signed, signedIn } from '../../session.ts'
import { startVisit, waitForVisit } from '../../tend-sources.ts'
import { faultWords } from '../../visit-words.ts'

const WAIT = 60

export function placeSourceRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const edit = mayAt(deps, 'edit')

  app.get('/:place/sources', signedIn(deps), edit, async (c) => {
    const sources = await listSources(deps.db, c.var.place.id)
    const words = (key: Key, values: Record<string, string | number>) => t(c.var.language, key, values)
    return c.json({
      sources: sources.map((one) => ({
        id: one.id,
        kind: one.kind,
        channel: one.channel,
        mode: one.mode,
        state: one.state,
        families: one.families,
        every_minutes: one.every_minutes,
        settings: one.settings,
        about: one.about,
        last_ok_at: one.last_ok_at?.toISOString() ?? null,
        next_at: one.next_at?.toISOString() ?? null,
        waits_since: one.waits_since?.toISOString() ?? null,
        fault: one.fault_kind && {
          kind: one.fault_kind,
          code: one.fault_code,
          since: one.fault_since?.toISOString() ?? null,
          ...faultWords(words, one),
        },
        run: one.run ? presentRun(one.run) : null,
      })),
    })
  })

  app.post('/:place/sources/:id/collect', signedIn(deps), edit, async (c) => {
    const { place, now } = c.var
    const run = await startVisit(deps, actOf(c), c.req.param('id'))
    const { signal } = c.req.raw
    const ended = await waitForVisit(deps, { place: place.id, run, seconds: WAIT, signal })
    if (ended) return c.json(presentRun(ended))
    const address = `/api/v1/places/${place.id}/runs/${packCursor({ at: now, id: run })}`
    return c.json({ run: address }, 202, { location: address })
  })

  app.get('/:place/runs/:run', signedIn(deps), edit, async (c) => {
    const run = unpackCursor(c.req.param('run'))
    const row = run && (await findRun(deps.db, c.var.place.id, run.id))
    if (!row) throw new Refusal('not-found', 404)
    return row.ended_at ? c.json(presentRun(row)) : c.json({ run: c.req.path }, 202)
  })
  return app
}

type Run = NonNullable<Awaited<ReturnType<typeof findRun>>>

const presentRun = ({
  started_at,
  ended_at,
  found,
  saved,
  unchanged,
  removed,
  fault_kind,
  fault_code,
}: Run) => ({
  started_at: started_at.toISOString(),
  ended_at: ended_at?.toISOString() ?? null,
  ...{ found, saved, unchanged, removed },
  fault: fault_kind && { kind: fault_kind, code: fault_code },
})
