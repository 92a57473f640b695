// Deciding on many at once: the bar under the queue, what it sends, and which posts stayed as they were.
import { Hono } from 'hono'
import { z } from 'zod'
import { type Language, t } from '../../config/i18n.ts'
import { decisionReasons } from '../../db/schema.ts'
import { decideMany } from '../decide.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import type { DeskPost } from '../inbox.ts'
import { readStrictly } from '../rim.tsx'
import { readForm } from '../same-origin.ts'
import { maybe } from '../sent-text.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { Reasons } from './card-acts.tsx'
import { type DeskContext, deskPath } from './layout.tsx'
import { backTo, Form, Say, startOf, withParam } from './parts.tsx'
import { readSeen, seenOf } from './twins.tsx'

const moves = ['show', 'hide', 'stash'] as const

const order = z.object({
  action: z.enum(moves),
  reason: maybe(z.enum(decisionReasons)),
  /** Each a card: its post and the twins that were seen with it. */
  post: z.preprocess(
    (one) => [one ?? []].flat().flatMap((card) => String(card).split(' ')),
    z.array(z.string().transform(readSeen)).min(1).max(300),
  ),
})

export function bulkRoutes(deps: Deps): Hono<Signed> {
  return new Hono<Signed>().post('/:place/decisions', signedIn(deps), mayAt(deps, 'curate'), async (c) => {
    const { back, ...fields } = await readForm(c)
    if (!fields.post) throw new Refusal('nothing-picked', 400)
    const { post, ...rest } = readStrictly(order, fields)
    const { first, stayed } = await decideMany(deps, actOf(c), rest, post)
    const inbox = deskPath(c, '/inbox')
    const done = first ? withParam(back, inbox, 'undo', first) : backTo(back, inbox)
    return c.redirect(stayed.length ? withParam(done, inbox, 'stayed', stayed.join(' ')) : done, 303)
  })
}

/** Seen when something is picked; without script, too. */
export function Bulk({ c, back }: { c: DeskContext; back: string }) {
  const { language } = c.var
  return (
    <Form c={c} action={deskPath(c, '/decisions')} class="bulk" id="bulk">
      <input type="hidden" name="back" value={back} />
      <p class="label picked">{t(language, 'bulk.picked')}</p>
      <Reasons language={language} id="bulk-reason" />
      {moves.map((one) => (
        <button type="submit" class="button" name="action" value={one}>
          {t(language, `act.${one}`)}
        </button>
      ))}
    </Form>
  )
}

type PickerProps = { language: Language; post: DeskPost; picked: boolean }

/** The tick that picks a card. */
export function Picker({ language, post, picked }: PickerProps) {
  const name = post.author ?? post.handle ?? t(language, 'card.unknown-author')
  return (
    <label class="tick pick">
      <input
        type="checkbox"
        form="bulk"
        name="post"
        value={[post, ...post.twins].map(seenOf).join(' ')}
        checked={picked}
        aria-keyshortcuts="x"
      />
      <span>
        {t(language, 'bulk.pick')}
        <span class="vh">: {name}</span>
      </span>
    </label>
  )
}

export function Stayed({ c, posts }: { c: DeskContext; posts: readonly DeskPost[] }) {
  const { language } = c.var
  return (
    <Say tone="need" title={t(language, 'bulk.stayed', { n: posts.length })}>
      {t(language, 'bulk.stayed.text')}{' '}
      {posts.map((one, nth) => (
        <>
          {nth > 0 && ' · '}
          <a href={deskPath(c, `/posts/${one.public_id}`)}>{startOf(one)}</a> (
          {t(language, `state.${one.state}`)})
        </>
      ))}
    </Say>
  )
}
