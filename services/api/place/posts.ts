// JSON for scripts: the queue of a place, and what may be decided, described and consented there.
import { Hono } from 'hono'
import { z } from 'zod'
import { languages } from '../../../config/place.ts'
import { decisionActions, decisionReasons } from '../../../db/schema.ts'
import { listTallies, type TallyRow } from '../../../db/tallies.ts'
import { endConsent, grantConsent } from '../../consents.ts'
import { describePost } from '../../curate.ts'
import { decidePost } from '../../decide.ts'
import type { Deps } from '../../deps.ts'
import { type DeskPost, findInboxPost, readInbox } from '../../inbox.ts'
import { inboxQuery } from '../../inbox-query.ts'
import { readJson, readStrictly } from '../../rim.tsx'
import { actOf, mayAt, type Signed, signedIn } from '../../session.ts'

export const decisionBody = z.strictObject({
  action: z.enum(decisionActions),
  version: z.int().min(1),
  wall: z.string().max(40).optional(),
  /** A code of the desk's, or a script's own words, which become the note. */
  reason: z.string().trim().max(200).optional(),
  note: z.string().trim().max(500).optional(),
})
const words = z.string().trim().max(1500)
export const descriptionBody = z.strictObject({
  media: z.string().regex(/^m_[a-z2-7]{12}$/, 'is not the id of a picture'),
  texts: z.partialRecord(z.enum(languages), words).default({}),
  decorative: z.boolean().default(false),
})
const granted = z.strictObject({
  state: z.literal('granted'),
  covers: z.enum(['post', 'account']).default('post'),
  /** The author's handle, for posts whose platform does not tell it. */
  author: z.string().trim().min(2).max(100).optional(),
  scope: z.strictObject({
    wall: z.boolean(),
    digest: z.boolean().default(false),
    print: z.boolean().default(false),
    channels: z.boolean().default(false),
  }),
  evidence: z.strictObject({ kind: z.enum(['link', 'note']), ref: z.string().trim().min(1).max(1000) }),
  asked_how: z.string().trim().min(1).max(300),
  child: z.enum(['no', 'unrecognisable', 'guardian']),
  crop: z.boolean().default(false),
  until: z.iso.date().nullable().default(null),
})
const withdrawn = z.strictObject({
  state: z.literal('withdrawn'),
  consent: z.string().regex(/^c_[a-z2-7]{12}$/, 'is not the id of a consent'),
})
export const consentBody = z.discriminatedUnion('state', [granted, withdrawn])

export function placePostRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const curate = mayAt(deps, 'curate')

  app.get('/:place/posts', signedIn(deps), curate, async (c) => {
    const { place, now } = c.var
    const { posts, next } = await readInbox(deps.db, place, readStrictly(inboxQuery, c.req.query()), now)
    return c.json({ posts: await presentAll(deps.db, posts), next })
  })

  app.get('/:place/posts/:id', signedIn(deps), curate, async (c) => {
    const post = await findInboxPost(deps.db, c.var.place, c.req.param('id'), c.var.now)
    return post ? c.json((await presentAll(deps.db, [post]))[0]) : c.notFound()
  })

  app.post('/:place/posts/:id/decisions', signedIn(deps), curate, async (c) => {
    const order = inCodes(await readJson(c, decisionBody))
    return c.json(await decidePost(deps, actOf(c), c.req.param('id'), order))
  })

  app.put('/:place/posts/:id/descriptions', signedIn(deps), curate, async (c) => {
    const { texts, ...rest } = await readJson(c, descriptionBody)
    const told = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined))
    await describePost(deps, actOf(c), c.req.param('id'), [{ ...rest, texts: told }])
    return c.body(null, 204)
  })

  app.post('/:place/posts/:id/consents', signedIn(deps), curate, async (c) => {
    const given = await readJson(c, consentBody)
    const id = c.req.param('id')
    if (given.state === 'withdrawn') {
      await endConsent(deps, actOf(c), id, given.consent)
      return c.json({ id: given.consent, state: given.state })
    }
    const { asked_how: askedHow, state, ...rest } = given
    return c.json({ id: await grantConsent(deps, actOf(c), id, { ...rest, askedHow }), state }, 201)
  })
  return app
}

/** Reasons are counted by their codes: what is no code is "other", with the script's words beside it. */
function inCodes({ reason, note, ...order }: z.infer<typeof decisionBody>) {
  const code = decisionReasons.find((one) => one === reason)
  const words = [code ? undefined : reason, note].filter(Boolean).join(': ')
  return { ...order, reason: code ?? (reason ? 'other' : undefined), note: words || undefined }
}

async function presentAll(db: Deps['db'], posts: readonly DeskPost[]) {
  const ids = posts.map((post) => post.id)
  const tallies = await listTallies(db, ids)
  const mine = ({ id }: DeskPost) => tallies.filter((one) => one.post_id === id)
  return posts.map((post) => present(post, mine(post)))
}

/** A post of the queue as a script sees it. Inner ids stay inside. */
function present(post: DeskPost, tallies: readonly TallyRow[]) {
  return {
    id: post.public_id,
    state: post.state,
    version: post.version,
    channel: post.channel,
    url: post.url,
    title: post.title,
    text: post.text,
    lang: post.lang,
    sample: post.sample,
    published_at: post.published_at.toISOString(),
    edited_at: post.edited_at?.toISOString() ?? null,
    account: post.account_id === null ? null : presentAccount(post),
    shown_as: post.footing.rights.shown,
    reasons: post.reasons.map(({ code, values }) => ({ code, values })),
    tags: post.tags.map((tag) => tag.key),
    families: post.families,
    pins: post.pins,
    themes: idsOf(post, 'theme'),
    audiences: idsOf(post, 'audience'),
    handover: post.handover && presentHandover(post.handover),
    marks: { timeless: post.timeless, child: post.child, delicate: post.delicate },
    twins: post.twins.map(({ public_id: id, channel, state }) => ({ id, channel, state })),
    lift: post.lift && { week: post.lift.week, at: post.lift.at.toISOString(), by: post.lift.by },
    media: post.media.map((one) => ({
      id: one.public_id,
      kind: one.kind,
      copy: one.copy,
      author_alt: one.author_alt,
      missing: one.missing,
      descriptions: one.descriptions.map(({ lang, text, decorative }) => ({ lang, text, decorative })),
    })),
    consents: post.consents.map((one) => ({
      id: one.public_id,
      state: one.state,
      standing: one.standing,
      covers: one.post_id === null ? 'account' : 'post',
      scope: one.scope,
      until: one.until,
    })),
    counts: { likes: post.likes, comments: post.comments, shares: post.shares, views: post.views },
    tallies: tallies.map(({ age, taken_at, likes, comments, shares, views }) => ({
      age,
      taken_at: taken_at.toISOString(),
      ...{ likes, comments, shares, views },
    })),
  }
}

const idsOf = ({ topics }: DeskPost, kind: 'theme' | 'audience') =>
  topics.filter((one) => one.kind === kind).map((one) => one.id)

const presentHandover = ({
  public_id,
  area,
  state,
  question,
  answer,
  at,
}: NonNullable<DeskPost['handover']>) => ({
  id: public_id,
  ...{ area, state, question, answer },
  at: at.toISOString(),
})

const presentAccount = (post: DeskPost) => ({
  name: post.author,
  handle: post.handle,
  url: post.author_url,
  kind: post.kind,
})
