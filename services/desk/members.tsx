// The desk of a joint place: its members' shown posts, to hide or pin on the joint walls alone.
import { Hono } from 'hono'
import { z } from 'zod'
import { formatDate, type Key, pick, t } from '../../config/i18n.ts'
import { listMemberPosts, type MemberPost } from '../../db/joint.ts'
import type { Deps } from '../deps.ts'
import { decideAtJoint, type JointMove, jointMoves } from '../joint.ts'
import { readStrictly } from '../rim.tsx'
import { readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Form } from './parts.tsx'

const PAGE = 30
const SHORT = 280
const from = z.coerce.number().int().min(0).max(5_000).catch(0)

export function memberRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const curate = mayAt(deps, 'curate')

  app.get('/:place/members', signedIn(deps), curate, async (c) => {
    const { language, place } = c.var
    const start = from.parse(c.req.query('from') ?? 0)
    const rows = place.members.length
      ? await listMemberPosts(deps.db, place.id, place.members, start, PAGE + 1)
      : []
    const title = t(language, 'members.title')
    return c.html(
      <DeskPage c={c} title={title} current="settings">
        <main class="work" id="content">
          <header class="head">
            <h1>{title}</h1>
            <p class="quiet">{t(language, place.members.length ? 'members.lede' : 'members.alone')}</p>
          </header>
          {place.members.length > 0 && rows.length === 0 && <p>{t(language, 'members.none')}</p>}
          {rows.slice(0, PAGE).map((one) => (
            <Line c={c} post={one} />
          ))}
          {rows.length > PAGE && (
            <p class="next">
              <a class="button" href={deskPath(c, `/members?from=${start + PAGE}`)}>
                {t(language, 'audit.more')}
              </a>
            </p>
          )}
        </main>
      </DeskPage>,
    )
  })

  app.post('/:place/members/:id', signedIn(deps), curate, async (c) => {
    const { move } = readStrictly(z.object({ move: z.enum(jointMoves) }), await readForm(c))
    const id = c.req.param('id')
    await decideAtJoint(deps, actOf(c), c.var.place.members, id, move)
    return c.redirect(deskPath(c, `/members#${id}`), 303)
  })
  return app
}

function Line({ c, post }: { c: DeskContext; post: MemberPost }) {
  const { language, place } = c.var
  const { public_id: id, kind } = post
  // What others have written is theirs to show: the joint place sees of it what anybody sees.
  const ours = kind === 'own' || kind === 'staff' || (kind === 'partner' && post.agreement !== null)
  const text = post.title ?? post.text
  const pinning: JointMove[] = post.hidden ? [] : [post.pinned ? 'unpin' : 'pin']
  const moves: JointMove[] = [post.hidden ? 'show' : 'hide', ...pinning]
  const name = pick(post.place, language, post.languages[0])
  return (
    <article class="sick" id={id} aria-labelledby={`${id}-h`}>
      <header>
        <h2 id={`${id}-h`}>
          {name}, {formatDate(language, post.published_at, place.time_zone, 'time')}
        </h2>
        {(post.hidden || post.pinned) && (
          <p class="need">
            <b>{t(language, post.hidden ? 'members.is-hidden' : 'members.is-pinned')}</b>
          </p>
        )}
      </header>
      <p dir="auto" lang={ours ? (post.lang ?? undefined) : undefined}>
        {ours ? text.slice(0, SHORT) + (text.length > SHORT ? '…' : '') : t(language, 'members.resident')}
      </p>
      <p class="quiet">
        {[t(language, `channel.${post.channel}` as Key), ours && post.author].filter(Boolean).join(' · ')}{' '}
        {post.url && (
          <a href={post.url} rel="noreferrer">
            {t(language, 'members.original')}
          </a>
        )}
      </p>
      <Form c={c} action={deskPath(c, `/members/${id}`)} class="acts">
        {moves.map((one) => (
          <button type="submit" class="button" name="move" value={one}>
            {t(language, `members.${one}`)}
            <span class="vh">: {name}</span>
          </button>
        ))}
      </Form>
    </article>
  )
}
