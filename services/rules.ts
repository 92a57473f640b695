// Rules as an editor keeps them: read from a form, tried on the past before they are saved, each change a new version.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { accountKinds, channels, type Language, languages } from '../config/place.ts'
import { makeId } from '../db/ids.ts'
import { type Db, inTransaction } from '../db/open.ts'
import { listFamilies } from '../db/places.ts'
import {
  addRule,
  endRule,
  findRule,
  listAccountConsents,
  listPast,
  lockRule,
  type PastPost,
  type RuleLine,
  reviveRule,
  saveVersion,
  switchRule,
} from '../db/rules.ts'
import { type RuleConditions, ruleActions } from '../db/schema.ts'
import { type Act, record } from './curate.ts'
import type { Deps } from './deps.ts'
import { canonicalJson } from './domain/canonical.ts'
import { sameParts } from './domain/edits.ts'
import { footingOf } from './domain/footing.ts'
import { firstState } from './domain/intake.ts'
import { dayOf } from './domain/quarter.ts'
import { beginsAs, hasCondition, judge, type Ruling, readyRules } from './domain/rules.ts'
import { keysOfFamilies, matchFamilies } from './domain/tags.ts'
import { splitList } from './domain/words.ts'
import { Refusal } from './errors.ts'
import { withHistory } from './history.ts'
import { maybe } from './sent-text.ts'

const several = <S extends z.ZodType>(one: S) =>
  z.preprocess((all) => [all ?? []].flat(), z.array(one).max(100))
const lines = z.string().max(20_000).default('').transform(splitList)

/** The fields of the form; empty ones are no condition. */
export const ruleForm = z
  .object({
    name: z.string().trim().min(1).max(100),
    action: z.enum(ruleActions),
    words: lines,
    authors: lines,
    kinds: several(z.enum(accountKinds)),
    channels: several(z.enum(channels)),
    families: several(z.string().max(40)),
    languages: several(z.string().regex(/^(?:[a-z]{2,3})?$/)),
    media: maybe(z.enum(['any', 'none', 'image', 'video', 'audio'])),
    form: maybe(z.enum(['reply', 'quote'])),
    per_day: maybe(z.coerce.number().int().min(1).max(100)),
  })
  .transform(({ name, action, per_day, ...rest }) => {
    const given = Object.entries({ ...rest, perDay: per_day }).filter(([, value]) =>
      Array.isArray(value) ? value.length > 0 : value !== undefined,
    )
    return { name, action, conditions: Object.fromEntries(given) as RuleConditions }
  })
export type RuleForm = z.infer<typeof ruleForm>

/** What a try was made with: only the same is saved. */
export const fingerprintOf = ({ action, conditions }: RuleForm) =>
  createHash('sha256').update(canonicalJson({ action, conditions })).digest('base64url').slice(0, 16)

/** How far back a rule is tried: as long as residents' words are kept, and no more posts than a person waits for. */
const PAST = { days: 90, posts: 5_000 } as const

export type PastMatch = { post: PastPost; because: string | null; would: ReturnType<typeof beginsAs> }
export type Tryout = { looked: number; days: number; matches: PastMatch[] }

/** What the rule would have said of the posts of the past, the newest first. Nothing is written. */
export async function tryRule(deps: Pick<Deps, 'db' | 'clock'>, act: Act, form: RuleForm): Promise<Tryout> {
  refuseEmpty(form)
  const now = deps.clock()
  const { db } = deps
  const since = new Date(now.getTime() - PAST.days * 86_400_000)
  const past = await listPast(db, act.place.id, since, PAST.posts)
  const families = keysOfFamilies(await listFamilies(db, act.place.id))
  const ready = readyRules([{ ...form, id: 0, version: 0 }])
  const found = past.flatMap((post) => {
    const ruling = judge({ ...post, families: matchFamilies(post.keys, families) }, ready)
    return ruling ? [{ post, ruling }] : []
  })
  const matches = await outcomes(db, found, dayOf(now, act.place.time_zone))
  return { looked: past.length, days: PAST.days, matches }
}

const unmarked = { gone_at: null, pruned_at: null, child: false, delicate: false }

async function outcomes(
  db: Db,
  found: readonly { post: PastPost; ruling: Ruling }[],
  today: string,
): Promise<PastMatch[]> {
  const accounts = found.flatMap(({ post, ruling }) =>
    ruling.action === 'show' ? (post.account_id ?? []) : [],
  )
  const consents = accounts.length ? await listAccountConsents(db, accounts) : []
  return found.map(({ post, ruling }) => {
    const mine = consents.filter((one) => one.account_id === post.account_id)
    const whole = footingOf({ ...post, ...unmarked }, mine, [], [], today).rights.shown === 'whole'
    return { post, because: ruling.because, would: beginsAs(firstState(post), ruling, whole) }
  })
}

function refuseEmpty({ conditions }: RuleForm): void {
  if (!hasCondition(conditions)) throw new Refusal('rule-empty', 400)
}

/** Saves a rule: a new one, or the next version of one that is there. Answers its id. */
export async function keepRule(deps: Deps, act: Act, form: RuleForm, publicId?: string): Promise<string> {
  refuseEmpty(form)
  const at = deps.clock()
  const next = { ...form, by: act.name, at }
  if (publicId !== undefined) {
    await withRule(deps, act, publicId, 'rule-set', (trx, rule) => saveVersion(trx, act.place.id, rule, next))
    return publicId
  }
  const added = makeId('u')
  await inTransaction(deps.db, async (trx) => {
    await withHistory(trx, act, at, { part: 'rule', object: added }, () =>
      addRule(trx, act.place.id, next, added),
    )
    await record(trx, act, at, 'rule-added', added, { version: 1 })
  })
  return added
}

export function setRuleActive(deps: Deps, act: Act, publicId: string, active: boolean): Promise<void> {
  return withRule(deps, act, publicId, active ? 'rule-on' : 'rule-off', (trx, rule) =>
    switchRule(trx, rule.id, active),
  )
}

/** Takes a rule away; what it has decided stays and still names it. */
export function removeRule(deps: Deps, act: Act, publicId: string): Promise<void> {
  return withRule(deps, act, publicId, 'rule-removed', (trx, rule) => endRule(trx, rule.id, deps.clock()))
}

/** The rule decides again as it did: in a new version, since what was decided meanwhile names the one of its time. */
export async function putBackRule(
  deps: Deps,
  act: Act,
  publicId: string,
  before: RuleForm & { active: boolean },
): Promise<void> {
  const { active, ...form } = before
  const at = deps.clock()
  const place = act.place.id
  await inTransaction(deps.db, async (trx) => {
    await withHistory(trx, act, at, { part: 'rule', object: publicId }, async () => {
      const rule = (await reviveRule(trx, place, publicId)) ?? (await lockRule(trx, place, publicId))
      if (!rule) throw new Refusal('not-found', 404)
      const now = await findRule(trx, place, publicId)
      if (!sameParts({ ...now, active: null }, { ...form, active: null }))
        await saveVersion(trx, place, rule, { ...form, by: act.name, at })
      await switchRule(trx, rule.id, active)
    })
    await record(trx, act, at, 'rule-set', publicId, {})
  })
}

async function withRule(
  deps: Deps,
  act: Act,
  publicId: string,
  action: string,
  work: (trx: Db, rule: { id: number; version: number }) => Promise<void>,
): Promise<void> {
  const at = deps.clock()
  await inTransaction(deps.db, async (trx) => {
    const rule = await lockRule(trx, act.place.id, publicId)
    if (!rule) throw new Refusal('not-found', 404)
    await withHistory(trx, act, at, { part: 'rule', object: publicId }, () => work(trx, rule))
    const after = await lockRule(trx, act.place.id, publicId)
    await record(trx, act, at, action, publicId, { version: (after ?? rule).version })
  })
}

/** Languages whose ready list no rule of the place begins from. */
export const missingLists = (rules: readonly RuleLine[]): Language[] =>
  languages.filter(
    (one) => !rules.some(({ conditions }) => conditions.languages?.[0] === one && conditions.words),
  )
