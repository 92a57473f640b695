// Campaigns and trials as people send them from the desk: the card, what it counts, its money, its doors, what stays.
import { z } from 'zod'
import type { Language } from '../config/i18n.ts'
import { tagKey } from '../config/tag.ts'
import { appendAudit } from '../db/audit.ts'
import { addCounter, addMark, removeCounter, removeMark } from '../db/campaign-counts.ts'
import { saveBudget, saveMoney } from '../db/campaign-money.ts'
import {
  addCampaign,
  type CampaignCard,
  type CampaignRow,
  findCampaign,
  listDoors,
  listFollowUps,
  publishCampaign,
  saveCampaign,
  saveDoors,
  saveFollowUp,
  setWinner,
} from '../db/campaigns.ts'
import { makeId } from '../db/ids.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { campaignKinds, counterKinds } from '../db/schema.ts'
import type { Deps } from './deps.ts'
import { readCents, readDoors, writeDoors } from './domain/campaigns.ts'
import { changedFields } from './domain/edits.ts'
import { isPeriod } from './domain/measures.ts'
import { Refusal } from './errors.ts'
import { line, maybe, wholeText } from './sent-text.ts'

type Needs = Pick<Deps, 'db' | 'clock'>
export type At = {
  place: { id: string; languages: readonly Language[]; members: readonly string[] }
  by: string
}

const day = z.string().refine((one) => isPeriod('day', one), 'must be a day, for example 2026-11-25')
const some = (most: number) => line(most).pipe(z.string().min(1))
const text = (most: number) => maybe(wholeText(most)).transform((one) => one ?? null)
const euros = z
  .string()
  .refine((one) => readCents(one) !== undefined, 'must be euros, for example 400 or 99,50')
  .transform((one) => readCents(one) ?? 0)
const year = z.coerce.number().int().min(2000).max(2100)
const whole = (most: number) => z.coerce.number().int().min(1).max(most)

export const sentCampaign = z
  .object({
    label: some(160),
    kind: z.enum(campaignKinds).default('campaign'),
    tags: maybe(line(400)),
    from_day: day,
    to_day: maybe(day),
    owner: maybe(line(120)),
    /** When the card was last changed, as its form knew it. */
    seen: maybe(z.iso.datetime()),
    ...{ topic: text(400), audiences: text(400), purpose: text(1_000), doing: text(2_000) },
    ...{ lessons: text(2_000), stays: text(2_000), result: text(1_000) },
    ...Object.fromEntries(
      (['fi', 'sv', 'en'] as const).flatMap((one) => [
        [`title_${one}`, text(160)],
        [`story_${one}`, text(5_000)],
      ]),
    ),
  })
  .refine(({ from_day, to_day }) => !to_day || from_day <= to_day, 'the last day is before the first')
type SentCampaign = z.infer<typeof sentCampaign>

function cardOf(place: At['place'], sent: SentCampaign): CampaignCard {
  const words = sent as Record<string, unknown>
  const byLanguage = (name: 'title' | 'story') =>
    Object.fromEntries(
      place.languages.flatMap((one) => {
        const said = words[`${name}_${one}`]
        return typeof said === 'string' && said ? [[one, said]] : []
      }),
    )
  const keys = (sent.tags ?? '').split(/[\s,;]+/).flatMap((one) => (one ? [tagKey(one)] : []))
  const { label, kind, from_day, topic, audiences, purpose, doing, lessons, stays, result } = sent
  return {
    ...{ label, kind, from_day, topic, audiences, purpose, doing, lessons, stays, result },
    ...{ tags: [...new Set(keys)], to_day: sent.to_day ?? null, owner: sent.owner ?? null },
    ...{ title: byLanguage('title'), story: byLanguage('story') },
  }
}

/** Answers the new campaign's id. */
export async function takeCampaign({ db, clock }: Needs, { place, by }: At, sent: SentCampaign) {
  const id = makeId('k')
  await inTransaction(db, async (trx) => {
    await addCampaign(trx, place.id, id, cardOf(place, sent), { by, at: clock() })
    await note(trx, { place, by }, clock(), 'campaign-added', id)
  })
  return id
}

const note = (db: Db, { place, by }: At, at: Date, action: string, object: string, detail = {}) =>
  appendAudit(db, { place: place.id, at, actor: by, action, object, detail })

type Work = (trx: Db, row: CampaignRow, at: Date) => Promise<unknown>

/** Does something to one campaign of the place, in a transaction, with its line in the record. */
async function change({ db, clock }: Needs, who: At, id: string, action: string, work: Work): Promise<void> {
  await inTransaction(db, async (trx) => {
    const row = await findCampaign(trx, who.place.id, id)
    if (!row) throw new Refusal('not-found', 404)
    const done = await work(trx, row, clock())
    if (done === false) throw new Refusal('not-found', 404)
    await note(trx, who, clock(), action, id)
  })
}
const keyOf = (row: CampaignRow) => ({ place: row.place_id, id: row.id })

export function changeCampaign(deps: Needs, who: At, id: string, sent: SentCampaign): Promise<void> {
  return change(deps, who, id, 'campaign-set', async (trx, row, at) => {
    if (sent.seen && sent.seen !== row.at.toISOString())
      throw new Refusal('row-moved', 409, { values: { who: row.by } })
    const card = cardOf(who.place, sent)
    const changed = changedFields(
      Object.fromEntries(Object.keys(card).map((name) => [name, row[name as keyof CampaignRow]])),
      card,
    )
    if (changed.length) await saveCampaign(trx, row.id, card, changed, { by: who.by, at })
  })
}

export const sentPublishing = z.object({ do: z.enum(['publish', 'unpublish']) })

export function showCampaign(deps: Needs, who: At, id: string, sent: z.infer<typeof sentPublishing>) {
  const on = sent.do === 'publish'
  return change(deps, who, id, on ? 'campaign-published' : 'campaign-unpublished', (trx, row, at) =>
    publishCampaign(trx, row.id, on ? at : null),
  )
}

export const sentCounter = z.object({
  kind: z.enum(counterKinds),
  label: some(120),
  aim: maybe(whole(1_000_000)),
})

export function takeCounter(deps: Needs, who: At, id: string, sent: z.infer<typeof sentCounter>) {
  return change(deps, who, id, 'campaign-set', (trx, row) =>
    addCounter(trx, keyOf(row), { ...sent, aim: sent.aim ?? null }),
  )
}

export const sentRemoval = z.object({ counter: z.string().optional(), mark: z.string().optional() })

/** Takes away a counter with its marks, or one mark. */
export function dropCounted(deps: Needs, who: At, id: string, sent: z.infer<typeof sentRemoval>) {
  return change(deps, who, id, 'campaign-set', (trx, row) =>
    sent.mark ? removeMark(trx, row.id, sent.mark) : removeCounter(trx, row.id, sent.counter ?? ''),
  )
}

export const sentMark = z.object({
  counter: z.string(),
  day,
  n: whole(100_000),
  told: maybe(line(300)),
})

/** Something that counts has happened: a contact, a good deed, a person who took part. */
export function takeMark(deps: Needs, who: At, id: string, sent: z.infer<typeof sentMark>) {
  return change(deps, who, id, 'campaign-marked', (trx, row, at) =>
    addMark(trx, row.id, { ...sent, told: sent.told ?? null }, { by: who.by, at }),
  )
}

export const sentMoney = z.object({ year, granted: maybe(euros), used: maybe(euros) })

export function takeMoney(deps: Needs, who: At, id: string, sent: z.infer<typeof sentMoney>) {
  const money = { granted: sent.granted ?? null, used: sent.used ?? null }
  return change(deps, who, id, 'campaign-set', (trx, row) => saveMoney(trx, keyOf(row), sent.year, money))
}

export const sentBudget = z.object({ year, amount: maybe(euros) })

export async function takeBudget({ db, clock }: Needs, who: At, sent: z.infer<typeof sentBudget>) {
  const budget = { year: sent.year, amount: sent.amount ?? null }
  await inTransaction(db, async (trx) => {
    await saveBudget(trx, who.place.id, budget, { by: who.by, at: clock() })
    await note(trx, who, clock(), 'trial-budget-set', String(sent.year))
  })
}

export const sentDoors = z.object({ doors: z.string().max(20_000), was: z.string().max(20_000).optional() })

/** The whole calendar at once; a line that cannot be read refuses them all, with every complaint by its line. */
export function takeDoors(deps: Needs, who: At, id: string, sent: z.infer<typeof sentDoors>) {
  return change(deps, who, id, 'campaign-set', async (trx, row) => {
    refuseMoved(sent.was, writeDoors(await listDoors(trx, row.id)))
    const { doors, faults } = readDoors(sent.doors, row)
    if (faults.length)
      throw new Refusal('doors-wrong', 400, {
        complaints: faults.map((one) => ({ path: String(one.line), message: one.wrong })),
      })
    return saveDoors(trx, keyOf(row), doors)
  })
}

/** `was` is how it stood when the form was made; without it nothing is compared. */
function refuseMoved(was: string | undefined, now: string): void {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trim()
  if (was !== undefined && plain(was) !== plain(now)) throw new Refusal('conflict', 409)
}

export const sentFollowUp = z.object({
  was: z.string().max(2_000).optional(),
  months: z.enum(['3', '6']).transform((one) => Number(one) as 3 | 6),
  body: wholeText(2_000).pipe(z.string().min(1)),
})

export function takeFollowUp(
  deps: Needs,
  who: At,
  id: string,
  { was, ...sent }: z.infer<typeof sentFollowUp>,
) {
  return change(deps, who, id, 'campaign-followed', async (trx, row, at) => {
    const kept = (await listFollowUps(trx, who.place.id)).find(
      (one) => one.campaign_id === row.id && one.months === sent.months,
    )
    refuseMoved(was, kept?.body ?? '')
    await saveFollowUp(trx, keyOf(row), sent, { by: who.by, at })
  })
}

export const sentWinner = z.object({ post: z.string(), won: z.enum(['1', '0']) })

export function takeWinner(deps: Needs, who: At, id: string, sent: z.infer<typeof sentWinner>) {
  return change(deps, who, id, 'campaign-winner', (trx, row, at) =>
    setWinner(trx, { ...keyOf(row), members: who.place.members }, sent.post, sent.won === '1', {
      by: who.by,
      at,
    }),
  )
}
