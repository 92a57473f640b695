// What the cards send beside decisions: marks, a question that is handed on, and how it ended.
import { Hono } from 'hono'
import { z } from 'zod'
import { listTopics } from '../../db/topics.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { findInboxPost } from '../inbox.ts'
import { readStrictly } from '../rim.tsx'
import { type Fields, readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { handOver, markTopics, settleQuestion } from '../topics.ts'
import { readTopics } from './card-marks.tsx'
import { type DeskContext, deskPath } from './layout.tsx'
import { withParam } from './parts.tsx'

const words = z.string().trim().max(1000).default('')
const handing = z.object({ area: z.string().max(40), words })
const settling = z.object({ settled: z.enum(['answered', 'dropped']), words })

/** What the page says of the mail: to whom it goes, or why none does. */
async function handedTo({ db, env }: Deps, c: DeskContext, area: string): Promise<string> {
  if (!env.SMTP_URL) return 'handed-server'
  const line = (await listTopics(db, c.var.place.id)).find((one) => one.kind === 'area' && one.id === area)
  return line?.email ? 'handed' : 'handed-address'
}

export function topicRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const curate = mayAt(deps, 'curate')
  const back = (c: DeskContext, fields: Fields, saved: string) =>
    c.redirect(withParam(fields.back, deskPath(c, `/posts/${c.req.param('id')}`), 'saved', saved), 303)

  app.post('/:place/posts/:id/topics', signedIn(deps), curate, async (c) => {
    const fields = await readForm(c)
    const post = await findInboxPost(deps.db, c.var.place, c.req.param('id'), c.var.now)
    if (!post) throw new Refusal('not-found', 404)
    const marking = readTopics(post, fields)
    if (marking) await markTopics(deps, actOf(c), post.public_id, marking)
    return back(c, fields, '1')
  })

  app.post('/:place/posts/:id/handovers', signedIn(deps), curate, async (c) => {
    const fields = await readForm(c)
    const { area, words: question } = readStrictly(handing, fields)
    await handOver(deps, actOf(c), c.req.param('id'), { area, question })
    return back(c, fields, await handedTo(deps, c, area))
  })

  app.post('/:place/posts/:id/handovers/settle', signedIn(deps), curate, async (c) => {
    const fields = await readForm(c)
    const { settled: state, words: answer } = readStrictly(settling, fields)
    await settleQuestion(deps, actOf(c), c.req.param('id'), { state, answer })
    return back(c, fields, '1')
  })
  return app
}
