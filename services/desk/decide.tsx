// What the cards send: decisions with descriptions beside them, consents and their end; then back to where one was.
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { isKey, t } from '../../config/i18n.ts'
import { countQueues } from '../../db/inbox.ts'
import { decisionActions, decisionReasons } from '../../db/schema.ts'
import { endConsent, grantConsent } from '../consents.ts'
import { describePost } from '../curate.ts'
import { countAlong, decidePost } from '../decide.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { type DeskPost, findInboxPost } from '../inbox.ts'
import { noteWork } from '../lifting.ts'
import { readStrictly } from '../rim.tsx'
import { readForm } from '../same-origin.ts'
import { maybe } from '../sent-text.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { markTopics } from '../topics.ts'
import { readTopics } from './card-marks.tsx'
import { readConsent } from './consent.tsx'
import { readDescriptions } from './describe.tsx'
import { type DeskContext, deskPath } from './layout.tsx'
import { amount, withParam } from './parts.tsx'
import { showPost } from './post.tsx'
import { readSeen, seenOf } from './twins.tsx'
import { doneWords } from './undo.tsx'
import { readOpened } from './work-time.tsx'

const order = z.object({
  action: z.enum([...decisionActions, 'describe']),
  version: z.coerce.number().int(),
  wall: z.string().max(40).optional(),
  reason: maybe(z.enum(decisionReasons)),
  note: z.string().trim().max(500).optional(),
  suggests: z.string().trim().max(200).optional(),
  twin: z.preprocess((one) => [one ?? []].flat(), z.array(z.string().transform(readSeen)).max(50)),
})

export function decideRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const curate = mayAt(deps, 'curate')

  app.post('/:place/posts/:id/decisions', signedIn(deps), curate, async (c) => {
    const fields = await readForm(c)
    const { action, twin, suggests, ...rest } = readStrictly(order, fields)
    const post = await findPost(deps, c)
    try {
      // Words first and on their own: whatever happens to the decision, nobody writes a description twice.
      const words = readDescriptions(post, fields)
      if (words.length) await describePost(deps, actOf(c), post.public_id, words)
      const marking = readTopics(post, fields)
      if (marking) await markTopics(deps, actOf(c), post.public_id, marking)
      if (action !== 'describe') await decidePost(deps, actOf(c), post.public_id, { action, ...rest }, twin)
      const worked = { opened: readOpened(fields), lifts: action === 'lift', suggests: suggests || null }
      await noteWork(deps, c.var.place.id, post.public_id, worked)
    } catch (error) {
      if (!(error instanceof Refusal) || inPlace(c)) throw toldWho(c, error)
      return showPost(deps, c, { status: error.status, refusal: toldWho(c, error) as Refusal })
    }
    if (action === 'describe')
      return c.redirect(withParam(fields.back, deskPath(c, '/inbox'), 'saved', '1'), 303)
    if (inPlace(c)) return c.json(await outcome(deps, c, action))
    return c.redirect(withParam(fields.back, deskPath(c, '/inbox'), 'undo', post.public_id), 303)
  })

  app.post('/:place/posts/:id/consents', signedIn(deps), curate, async (c) => {
    const { back, ...fields } = await readForm(c)
    const post = await findPost(deps, c)
    await grantConsent(deps, actOf(c), post.public_id, readConsent(fields))
    const opened = readOpened(fields)
    await noteWork(deps, c.var.place.id, post.public_id, { opened, lifts: false, suggests: null })
    return c.redirect(withParam(back, deskPath(c, `/posts/${post.public_id}`), 'saved', 'consent'), 303)
  })

  app.post('/:place/posts/:id/consents/:consent/end', signedIn(deps), curate, async (c) => {
    const { back } = await readForm(c)
    const post = await findPost(deps, c)
    await endConsent(deps, actOf(c), post.public_id, c.req.param('consent'))
    return c.redirect(withParam(back, deskPath(c, `/posts/${post.public_id}`), 'saved', 'withdrawn'), 303)
  })
  return app
}

/** The post named in the path; one of another place is not found. */
async function findPost({ db }: Pick<Deps, 'db'>, c: DeskContext): Promise<DeskPost> {
  const post = await findInboxPost(db, c.var.place, c.req.param('id') ?? '', c.var.now)
  if (!post) throw new Refusal('not-found', 404)
  return post
}

const inPlace = (c: Context) => (c.req.header('accept') ?? '').includes('application/json')

// An overtaken decision says who was first and what they made of the post.
function toldWho(c: DeskContext, error: unknown): unknown {
  if (!(error instanceof Refusal) || error.code !== 'conflict') return error
  const key = `state.${error.values.state}`
  const state = isKey(key) ? t(c.var.language, key) : ''
  return new Refusal(error.code, error.status, { values: { ...error.values, state } })
}

/** What the script needs to go on without a new page: words for the undo bar, the new version, fresh counts. */
async function outcome(deps: Deps, c: DeskContext, action: Parameters<typeof doneWords>[1]['action']) {
  const { place } = c.var
  const post = await findPost(deps, c)
  const { language } = c.var
  const counts = await countQueues(deps.db, place.id)
  const along = action === 'undo' ? 0 : await countAlong(deps.db, place.id, post.public_id)
  return {
    id: post.public_id,
    state: post.state,
    version: post.version,
    twins: post.twins.map(seenOf),
    said: doneWords(c, { post, action, along }),
    undo: deskPath(c, `/posts/${post.public_id}/decisions`),
    counts: Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, amount(language, n)])),
  }
}
