// What the place's rules say of posts that arrive: with the account, the families and the day of each.
import type { ChannelName } from '../config/place.ts'
import type { KnownAccount } from '../db/accounts.ts'
import type { Db } from '../db/open.ts'
import { findPlace, listFamilies } from '../db/places.ts'
import type { TakenPost } from '../db/posts.ts'
import { listAccountConsents, listLiveRules, listTimes } from '../db/rules.ts'
import { footingOf } from './domain/footing.ts'
import { addDays, dayOf, startOfDay } from './domain/quarter.ts'
import { judge, type LiveRule, type Ruling, readyRules } from './domain/rules.ts'
import { keysOfFamilies, matchFamilies } from './domain/tags.ts'

/** A post with whose it is. */
export type Met = { post: TakenPost; account: KnownAccount | undefined }
/** `whole`: all of the post may be shown without asking anybody. */
export type Ruled = { ruling: Ruling | undefined; whole: boolean }

/** How to judge each of the posts; nothing is read that no rule asks for. */
export async function openRules(
  db: Db,
  where: { place: string; channel: ChannelName; at: Date },
  met: readonly Met[],
): Promise<(one: Met) => Ruled> {
  const rules = await listLiveRules(db, where.place)
  const place = rules.length ? await findPlace(db, where.place) : undefined
  if (!place) return () => ({ ruling: undefined, whole: false })
  const ready = readyRules(rules)
  const familiesOf = await openFamilies(db, where.place, rules)
  const nthOf = await openDays(db, place, rules, met)
  const mayShowAll = await openConsents(db, where, dayOf(where.at, place.time_zone), rules, met)
  return ({ post, account }) => {
    const facts = {
      title: post.title,
      text: post.text,
      handle: post.account?.handle ?? null,
      name: post.account?.name ?? null,
      kind: account?.kind ?? ('resident' as const),
      channel: where.channel,
      families: familiesOf(post),
      lang: post.lang,
      media: post.media.map((one) => one.kind),
      reply: post.reply,
      quote: post.quote !== null,
      nth: nthOf({ post, account }),
    }
    const ruling = judge(facts, ready)
    return { ruling, whole: ruling?.action === 'show' && mayShowAll({ post, account }) }
  }
}

async function openFamilies(db: Db, place: string, rules: readonly LiveRule[]) {
  if (!rules.some((one) => one.conditions.families?.length)) return () => []
  const families = keysOfFamilies(await listFamilies(db, place))
  return (post: TakenPost) =>
    matchFamilies(
      post.tags.map((tag) => tag.key),
      families,
    )
}

type Place = { id: string; time_zone: string }

async function openDays(db: Db, { id, time_zone }: Place, rules: readonly LiveRule[], met: readonly Met[]) {
  const known = met.flatMap(({ post, account }) => (account ? [{ post, account }] : []))
  if (!known.length || !rules.some((one) => one.conditions.perDay !== undefined)) return () => null
  const days = known.map(({ post }) => dayOf(post.publishedAt, time_zone)).sort()
  const from = startOfDay(days[0] as string, time_zone)
  const to = startOfDay(addDays(days.at(-1) as string, 1), time_zone)
  const accounts = [...new Set(known.map(({ account }) => account.id))]
  const saved = await listTimes(db, id, accounts, from, to)
  const times = new Map(
    saved.map((one) => [one.external_id, { account: one.account_id, at: one.published_at }]),
  )
  for (const { post, account } of known)
    if (!times.has(post.externalId)) times.set(post.externalId, { account: account.id, at: post.publishedAt })
  const byDay = Map.groupBy([...times], ([, one]) => `${one.account} ${dayOf(one.at, time_zone)}`)
  for (const all of byDay.values())
    all.sort(([a, one], [b, other]) => one.at.getTime() - other.at.getTime() || (a < b ? -1 : 1))
  return ({ post, account }: Met) => {
    const own = account && byDay.get(`${account.id} ${dayOf(post.publishedAt, time_zone)}`)
    return own ? own.findIndex(([id]) => id === post.externalId) + 1 : null
  }
}

async function openConsents(
  db: Db,
  { channel }: { channel: ChannelName },
  today: string,
  rules: readonly LiveRule[],
  met: readonly Met[],
) {
  if (!rules.some((one) => one.action === 'show')) return () => false
  const accounts = met.flatMap(({ account }) => account?.id ?? [])
  const consents = await listAccountConsents(db, accounts)
  return ({ post, account }: Met) => {
    const row = {
      channel,
      public: post.public,
      gone_at: null,
      pruned_at: null,
      url: post.url,
      kind: account?.kind ?? null,
      agreement: account?.agreement ?? null,
      // Nobody has looked at it yet.
      child: false,
      delicate: false,
    }
    const mine = consents.filter((one) => account !== undefined && one.account_id === account.id)
    return footingOf(row, mine, [], [], today).rights.shown === 'whole'
  }
}
