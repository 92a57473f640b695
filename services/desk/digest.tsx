// One digest at the desk: its moves as forms, its texts, and the preview that only those signed in can see.
import { Hono } from 'hono'
import { listComments } from '../../db/digest-people.ts'
import { type DigestRow, findDigest, listDigestEvents } from '../../db/digests.ts'
import { listNotes } from '../../db/notes.ts'
import { listDeliveries, listReplies } from '../../db/recipients.ts'
import type { Deps } from '../deps.ts'
import { DigestPage } from '../digest/page.tsx'
import { ShortReport } from '../digest/short.tsx'
import { makeFile } from '../digest-files.ts'
import { openView } from '../digest-view.ts'
import {
  commentSection,
  decideAction,
  sentAction,
  sentActionChange,
  sentComment,
  signSections,
  takeBackAction,
  tellAction,
  waiveSource,
} from '../digest-work.ts'
import { draftDigest, freezeDigest, freshDigest, readBundle, writeTexts } from '../digests.ts'
import { NOTHING, sections } from '../domain/digest-states.ts'
import { dayOf, quarterDays } from '../domain/quarter.ts'
import type { Right } from '../domain/roles.ts'
import { Refusal } from '../errors.ts'
import { correctDigest, passDigest, publishDigest, sendDigest } from '../publish-digest.ts'
import { readStrictly } from '../rim.tsx'
import { readForm } from '../same-origin.ts'
import { mayAt, type Signed, signedIn } from '../session.ts'
import { textMark } from '../text-mark.ts'
import { openWritten } from '../written.ts'
import { DigestDesk } from './digest-page.tsx'
import { type DeskContext, deskPath } from './layout.tsx'

type Fields = Record<string, string | string[]>
type Move = (c: DeskContext, quarter: string, fields: Fields) => Promise<unknown>

export function digestDeskRoutes(deps: Deps): Hono<Signed> {
  const { db } = deps
  const app = new Hono<Signed>()
  const find = async (c: DeskContext) => {
    const row = await findDigest(db, c.var.place.id, c.req.param('quarter') ?? '')
    if (!row) throw new Refusal('not-found', 404)
    return row
  }
  app.get('/:place/digests/:quarter', signedIn(deps), mayAt(deps, 'read'), async (c) =>
    show(deps, c, await find(c)),
  )
  app.get('/:place/digests/:quarter/preview', signedIn(deps), mayAt(deps, 'read'), async (c) => {
    const row = await freshDigest(deps, c.var.place, await find(c))
    const view = await openView(db, row, c.var.language, null, deps.clock())
    const part = c.req.query('part')
    return c.html(part === 'short' ? <ShortReport view={view} /> : <DigestPage view={view} />)
  })
  app.get('/:place/digests/:quarter/preview.pdf', signedIn(deps), mayAt(deps, 'read'), async (c) => {
    const view = await openView(db, await find(c), c.var.language, null, deps.clock())
    const { bytes } = await makeFile(view, c.req.query('part') === 'short' ? 'short' : 'pdf')
    return c.body(new Uint8Array(bytes), 200, { 'content-type': 'application/pdf' })
  })

  const who = (c: DeskContext) => c.var.visitor.name
  const at = (c: DeskContext, quarter: string) => ({ place: c.var.place, quarter, by: who(c) })
  const moves: readonly [path: string, right: Right, move: Move][] = [
    ['compile', 'write', (c, quarter) => draftDigest(deps, c.var.place, quarter, who(c))],
    ['texts', 'write', async (c, quarter, fields) => saveTexts(deps, c, quarter, fields)],
    [
      'freeze',
      'edit',
      (c, quarter, fields) => freezeDigest(deps, c.var.place, quarter, who(c), one(fields.reason)),
    ],
    [
      'publish',
      'edit',
      (c, quarter, fields) => publishDigest(deps, c.var.place, quarter, who(c), fields.alone === '1'),
    ],
    [
      'actions',
      'write',
      (c, quarter, fields) => decideAction(deps, at(c, quarter), readStrictly(sentAction, fields)),
    ],
    ['take-back', 'write', (c, quarter, fields) => takeBackAction(deps, at(c, quarter), one(fields.id))],
    [
      'tell',
      'write',
      (c, quarter, fields) => {
        const { id, ...change } = fields
        return tellAction(deps, at(c, quarter), one(id), readStrictly(sentActionChange, change))
      },
    ],
    [
      'comments',
      'write',
      (c, quarter, fields) => commentSection(deps, at(c, quarter), readStrictly(sentComment, fields)),
    ],
    ['sign', 'write', (c, quarter, fields) => signSections(deps, at(c, quarter), marksOf(fields))],
    [
      'waive',
      'edit',
      async (c, quarter, fields) => {
        await waiveSource(deps, at(c, quarter), one(fields.source), one(fields.reason))
        return draftDigest(deps, c.var.place, quarter, who(c))
      },
    ],
    ['deliver', 'edit', (c, quarter) => passDigest(deps, c.var.place, quarter, 'deliver', who(c))],
    ['handle', 'edit', (c, quarter) => passDigest(deps, c.var.place, quarter, 'handle', who(c))],
    [
      'correct',
      'edit',
      (c, quarter, fields) => correctDigest(deps, c.var.place, quarter, who(c), one(fields.reason)),
    ],
    ['send', 'edit', (c, quarter) => sendDigest(deps, c.var.place, quarter)],
  ]
  for (const [path, right, move] of moves)
    app.post(`/:place/digests/:quarter/${path}`, signedIn(deps), mayAt(deps, right), async (c) => {
      const fields = await readForm(c)
      const row = await find(c)
      try {
        await move(c, row.quarter, fields)
      } catch (error) {
        if (!(error instanceof Refusal) || error.status === 404) throw error
        // What was written must not be lost with the refusal: it is shown again as it was sent.
        return show(deps, c, row, error, path === 'texts' ? fields : {})
      }
      return c.redirect(deskPath(c, `/digests/${row.quarter}?said=${path}`), 303)
    })
  return app
}

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')

/** The ticked sections with the marks of the texts that their signer saw. */
const marksOf = (fields: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith('sign_') && typeof value === 'string' ? [[name.slice(5), value]] : [],
    ),
  )

/** Only what this person has changed is written, and only over what they saw: two may write at the same time. */
async function saveTexts(deps: Deps, c: DeskContext, quarter: string, fields: Fields): Promise<DigestRow> {
  const { place, visitor } = c.var
  const row = await findDigest(deps.db, place.id, quarter)
  if (!row) throw new Refusal('not-found', 404)
  const changed: Record<string, string> = {}
  for (const { id } of sections) {
    const sent = sentText(fields, id)
    const now = row.texts[id] ?? ''
    if (sent === undefined || sent === now || textMark(sent) === fields[`was_${id}`]) continue
    if (textMark(now) !== fields[`was_${id}`]) throw new Refusal('conflict', 409)
    changed[id] = sent
  }
  return Object.keys(changed).length ? writeTexts(deps, place, quarter, changed, visitor.name) : row
}

/** The text of a section as it was sent; undefined when the form did not have it. */
function sentText(fields: Fields, id: string): string | undefined {
  if (fields[`none_${id}`] === '1') return NOTHING
  const text = fields[`text_${id}`]
  return typeof text === 'string' ? text.replace(/\r\n?/g, '\n').trim() : undefined
}

async function show(deps: Deps, c: DeskContext, row: DigestRow, refusal?: Refusal, sent: Fields = {}) {
  const { place } = c.var
  const events = await listDigestEvents(deps.db, row.id)
  const notes = await listNotes(deps.db, place.id, quarterDays(row.quarter))
  const texts = { ...row.texts }
  for (const { id } of sections) {
    const text = sentText(sent, id)
    if (text !== undefined) texts[id] = text
  }
  const today = dayOf(deps.clock(), place.time_zone)
  const observations = notes.filter((note) => note.kind === 'observation')
  const delivered = row.published_at ? await listDeliveries(deps.db, row.id, 'published') : []
  const replies = row.published_at ? await listReplies(deps.db, row.id) : []
  const bundle = readBundle(row)
  const written = await openWritten(deps.db, row, bundle, deps.clock())
  const comments = await listComments(deps.db, row.id)
  const seen = { delivered, replies, comments, events, observations, today }
  const props = { c, row, bundle, written, texts, refusal, ...seen }
  return c.html(<DigestDesk {...props} />, (refusal?.status ?? 200) as 200)
}
