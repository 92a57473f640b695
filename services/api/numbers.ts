// Numbers and notes in, everything out: the JSON and CSV routes of a place for scripts and the desk.
import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import type { Deps } from '../deps.ts'
import { checkMeasures, readMeasureTable, sentMeasures, takeMeasures } from '../measures.ts'
import { sentNote, takeNote } from '../notes.ts'
import { readJson } from '../rim.tsx'
import { jsonOnly, sameOrigin } from '../same-origin.ts'
import { writeSeries } from '../series.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'

/** Mounted at /api/v1/places/:place. */
export function numberRoutes(deps: Deps) {
  const write = [signedIn(deps), sameOrigin(deps), mayAt(deps, 'write')] as const
  return new Hono<Signed>()
    .post('/api/v1/places/:place/measures', ...write, jsonOnly(), async (c) => {
      const { measures } = await readJson(c, sentMeasures)
      const where = (nth: number, field?: string) =>
        ['measures', nth, field].filter((one) => one !== undefined).join('.')
      const checked = checkMeasures(measures, c.var.language, where)
      return c.json(await takeMeasures(deps, c.var.place.id, checked, c.var.visitor.name, 'typed'))
    })
    .post('/api/v1/places/:place/measures.csv', ...write, async (c) => {
      const checked = readMeasureTable(new Uint8Array(await c.req.arrayBuffer()), c.var.language)
      return c.json(await takeMeasures(deps, c.var.place.id, checked, c.var.visitor.name, 'file'))
    })
    .get('/api/v1/places/:place/series.csv', signedIn(deps), mayAt(deps, 'read'), (c) => {
      const { place } = c.var
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', `attachment; filename="${place.id}-series.csv"`)
      return stream(c, async (out) => {
        for await (const line of writeSeries(deps.db, place, deps.clock())) await out.write(line)
      })
    })
    .post('/api/v1/places/:place/notes', ...write, jsonOnly(), async (c) => {
      const note = await readJson(c, sentNote)
      return c.json({ id: await takeNote(deps, c.var.place.id, note, c.var.visitor.name) }, 201)
    })
}
