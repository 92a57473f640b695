// What is new of a place becomes mail to those who can act: tokens and consents that end, sick sources and well ones.
import { saveMails } from '../../db/mail.ts'
import type { Db } from '../../db/open.ts'
import { listPeople } from '../../db/people.ts'
import { findPlace } from '../../db/places.ts'
import type { Jobs } from '../../db/queue.ts'
import type { SourceRow } from '../../db/sources.ts'
import {
  holdSources,
  listShown,
  listTokens,
  noteHealthTold,
  noteTokenTold,
  type TokenRow,
} from '../../db/warnings.ts'
import type { Deps } from '../../services/deps.ts'
import { may } from '../../services/domain/roles.ts'
import { healthToTell, type Step, stepOf, stepToTell } from '../../services/domain/warnings.ts'
import { type News, writeMails } from '../../services/warning-mail.ts'
import { warnOfConsents } from './warn-consents.ts'
import { warnOfTownKey } from './warn-town-key.ts'

/** Safe to run twice: what was told is noted in the transaction that writes the mails. */
export async function warn(deps: Deps, { place: id }: Jobs['warn']): Promise<void> {
  const { db, env } = deps
  // The desk says all this too, and that nothing is mailed. Whoever adds a server hears how things stand then.
  if (!env.SMTP_URL) return
  const place = await findPlace(db, id)
  if (!place) return
  await warnOfConsents(deps, place)
  await warnOfTownKey(deps, place)
  const people = (await listPeople(db, id)).filter(
    ({ sample, signed, town, role }) => !sample && (signed || town) && may(role, 'edit'),
  )
  if (!people.length) return
  await db.transaction().execute(async (trx) => {
    const sources = await holdSources(trx, id)
    const news = await takeNews(trx, sources, { zone: place.time_zone, now: deps.clock() })
    if (!news.length) return
    const shown = await listShown(
      trx,
      id,
      news.map(({ source }) => source.id),
    )
    const mails = writeMails({ deps, place, news, shown }, people)
    await saveMails(trx, mails, deps.clock())
    deps.log.info({ place: id, news: news.length, mails: mails.length }, 'told of sources')
  })
}

type When = { zone: string; now: Date }

/** What nobody has been told yet; noted as told. */
async function takeNews(trx: Db, sources: readonly SourceRow[], when: When): Promise<News[]> {
  const news: News[] = []
  const place = sources[0]?.place_id ?? ''
  const tokens = Map.groupBy(await listTokens(trx, place), (one) => one.source_id)
  for (const source of sources) {
    const mine = tokens.get(source.id) ?? []
    let endTold = mine.some((one) => one.told_step === 0)
    for (const token of mine) {
      const step = tokenStep(token, when)
      if (step === null) continue
      await noteTokenTold(trx, place, token, step)
      news.push({ kind: 'token', source, token, step })
      endTold ||= step === 0
    }
    news.push(...(await takeHealth(trx, source, endTold, when.now)))
  }
  return news
}

function tokenStep(token: TokenRow, { zone, now }: When): Step | null {
  const told = token.told_ends && { step: token.told_step as Step, ends: token.told_ends }
  return stepToTell(told, token.expires_at, stepOf(token.expires_at, token, now, zone))
}

async function takeHealth(trx: Db, source: SourceRow, endTold: boolean, now: Date): Promise<News[]> {
  const since = source.fault_kind ? source.fault_since : null
  const sickness = { active: source.active, since, okAt: source.last_ok_at, toldSince: source.told_since }
  const kind = healthToTell(sickness, now)
  if (!kind) return []
  await noteHealthTold(trx, source.place_id, source.id, kind === 'sick' ? since : null)
  if (kind === 'off') return []
  // That its token has ended was told when it did; what is left to tell is that the source is well again.
  if (kind === 'sick' && source.fault_kind === 'auth' && endTold) return []
  return [{ kind, source, since: (kind === 'sick' ? since : source.told_since) as Date }]
}
