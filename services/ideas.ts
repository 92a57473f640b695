// An idea that a resident promises to carry out: taken without a login, settled at the desk, and a trial when taken up.
import { z } from 'zod'
import { tagKey } from '../config/tag.ts'
import { appendAudit } from '../db/audit.ts'
import { saveMoney } from '../db/campaign-money.ts'
import { addCampaign } from '../db/campaigns.ts'
import { addIdea, lockIdea, readIdeaTag, saveIdeaTag, settleIdea } from '../db/ideas.ts'
import { makeId } from '../db/ids.ts'
import { inTransaction } from '../db/open.ts'
import type { At } from './campaigns.ts'
import type { Deps } from './deps.ts'
import { readCents } from './domain/campaigns.ts'
import { dayOf } from './domain/quarter.ts'
import { Refusal } from './errors.ts'
import { useFormKey } from './form-key.ts'
import { line, maybe, wholeText } from './sent-text.ts'

/** Cents that a trial may ask for: the documents give 100 to 1000 euros, small ones first. */
const LEAST = 10_000
const MOST = 100_000
/** As the record names whoever has given no name to it. */
const GIVER = 'idean antaja'

const euros = z
  .string()
  .transform((one) => readCents(one))
  .pipe(z.int().min(LEAST).max(MOST))

export const ideaForm = z.object({
  text: wholeText(2_000).pipe(z.string().min(1)),
  name: maybe(line(80)),
  /** How the town can answer: whoever promises something has to be reached. */
  contact: line(120).pipe(z.string().min(3)),
  money: maybe(euros),
  promise: z.literal('1'),
  /** People do not see this field; what fills it in is a machine. */
  website: z.literal('').default(''),
})

export async function takeIdea(
  deps: Deps,
  place: { id: string },
  { text, name, contact, money }: z.infer<typeof ideaForm>,
  key: unknown,
): Promise<void> {
  const at = deps.clock()
  await inTransaction(deps.db, async (trx) => {
    await useFormKey(trx, deps, `idea ${place.id}`, key)
    const tag = await readIdeaTag(trx, place.id)
    if (tag === null) throw new Refusal('ideas-closed', 409)
    const idea = { body: text, name: name ?? null, contact, money: money ?? null, tag }
    const object = await addIdea(trx, place.id, idea, at)
    await appendAudit(trx, { place: place.id, at, actor: GIVER, action: 'idea-given', object })
  })
}

export const sentIdeaTag = z.object({ tag: maybe(line(80)) })

/** Opens the form with a hashtag, or closes it without one. */
export async function openIdeas({ db, clock }: Deps, { place, by }: At, sent: z.infer<typeof sentIdeaTag>) {
  const tag = sent.tag ? tagKey(sent.tag) : null
  await inTransaction(db, async (trx) => {
    await saveIdeaTag(trx, place.id, tag)
    const action = tag ? 'ideas-opened' : 'ideas-closed'
    await appendAudit(trx, { place: place.id, at: clock(), actor: by, action, object: tag ?? '' })
  })
}

export const sentSettling = z.object({
  do: z.enum(['take', 'decline']),
  label: maybe(line(160)),
  reply: maybe(wholeText(1_000)),
  money: maybe(
    z
      .string()
      .transform((one) => readCents(one))
      .pipe(z.int()),
  ),
})

/** Taken up, it becomes a trial under its hashtag; what its giver said of themselves stays with the idea. */
export async function settle(
  { db, clock }: Deps,
  { place, by }: At & { place: { time_zone: string } },
  id: string,
  sent: z.infer<typeof sentSettling>,
): Promise<string | undefined> {
  const at = clock()
  const trial = sent.do === 'take' ? makeId('k') : undefined
  await inTransaction(db, async (trx) => {
    const idea = await lockIdea(trx, place.id, id)
    if (!idea) throw new Refusal('not-found', 404)
    if (idea.state !== 'new') throw new Refusal('idea-settled', 409)
    if (trial && !sent.label) throw new Refusal('idea-label', 400)
    const today = dayOf(at, place.time_zone)
    let campaign: number | null = null
    if (trial) {
      const card = {
        ...{
          label: sent.label ?? '',
          kind: 'trial' as const,
          tags: [idea.tag],
          from_day: today,
          to_day: null,
        },
        ...{ owner: null, topic: null, audiences: null, purpose: null, doing: idea.body, lessons: null },
        ...{ stays: null, result: null, title: {}, story: {} },
      }
      campaign = await addCampaign(trx, place.id, trial, card, { by, at, sample: idea.sample })
      const money = { granted: sent.money ?? null, used: null }
      await saveMoney(trx, { place: place.id, id: campaign }, Number(today.slice(0, 4)), money)
    }
    const state = trial ? 'taken' : 'declined'
    await settleIdea(trx, idea.id, { state, reply: sent.reply ?? null, campaign }, { by, at })
    await appendAudit(trx, { place: place.id, at, actor: by, action: `idea-${state}`, object: id })
  })
  return trial
}
