// Reports by cycle: prepared from a published digest when their day comes near, written on, and sent by mail.
import { type Key, type Language, t } from '../config/i18n.ts'
import { changeReport, findReport, insertReport, isPrepared, type ReportRow } from '../db/cycle-reports.ts'
import { findPublished } from '../db/digests.ts'
import { saveMails } from '../db/mail.ts'
import { type Db, inTransaction, json } from '../db/open.ts'
import { insertDelivery, listRecipients, type RecipientRow } from '../db/recipients.ts'
import { type ReportKind, reportKinds } from '../db/schema.ts'
import { type Clock, listOpen } from './clock.ts'
import { type Act, record } from './curate.ts'
import { deliveryId, stopToken } from './deliver.ts'
import type { Deps } from './deps.ts'
import { frontText } from './digest/files/mail.ts'
import { readDocument } from './digest/files/read.tsx'
import { sayQuarter } from './digest/say.ts'
import { digestAddress, openFile } from './digest-files.ts'
import { openView } from './digest-view.ts'
import { CLOCK } from './digests.ts'
import { quarterBefore } from './domain/clock.ts'
import { addDays, dayOf } from './domain/quarter.ts'
import { Refusal } from './errors.ts'
import { digestOf, randomSecret } from './keys.ts'

type Needs = Pick<Deps, 'db' | 'env' | 'keys' | 'clock'>

/** Days before its day from which a report is prepared. */
const AHEAD = 30
/** Days for which a reply link works. */
const REPLY = 90

/** The reports whose round is late or within some days: what they are, of which quarter, and when. */
export function listDueReports(clock: Clock, today: string, ahead = AHEAD) {
  return listOpen(clock, { today, to: addDays(today, ahead) }).flatMap((entry) => {
    const kind = reportKinds.find((one) => one === entry.item.work)
    return kind ? [{ kind, quarter: quarterBefore(entry.planned), entry }] : []
  })
}

/** Prepares what is due and has a published digest. Safe to run twice: a draft that is there stays as it is. */
export async function prepareReports(
  { db, clock: time, env }: Pick<Deps, 'db' | 'clock' | 'env'>,
  place: Act['place'],
  clock: Clock,
): Promise<void> {
  const at = time()
  for (const { kind, quarter } of listDueReports(clock, dayOf(at, place.time_zone))) {
    if (await isPrepared(db, place.id, kind, quarter)) continue
    const digest = await findPublished(db, place.id, quarter)
    if (!digest) continue
    const language = place.languages[0] ?? 'fi'
    const view = await openView(db, digest, language, digestAddress(env.PUBLIC_URL, digest), at)
    const title = `${t(language, `reports.${kind}`)}, ${sayQuarter(language, quarter)}`
    const body = [t(language, `reports.intro.${kind}`), frontText(readDocument(view))].join('\n\n')
    const who = { place_id: place.id, digest_id: digest.id, by: CLOCK, at }
    await insertReport(db, { ...who, kind, quarter, title, body })
  }
}

/** Keeps what people wrote, when nobody has changed it since; what has been sent stays as it was sent. */
export async function writeReport(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  act: Act,
  id: string,
  sent: { title: string; body: string; version: number },
): Promise<void> {
  const at = clock()
  await inTransaction(db, async (trx) => {
    const row = await findReport(trx, act.place.id, id, 'lock')
    if (!row) throw new Refusal('not-found', 404)
    if (row.sent_at) throw new Refusal('report-sent', 409)
    if (row.version !== sent.version) throw new Refusal('conflict', 409)
    await changeReport(trx, row.id, { title: sent.title, body: sent.body, by: act.name, at })
    await record(trx, act, at, 'report-written', `report:${row.kind}`, { quarter: row.quarter })
  })
}

/** Sends it to those whom it is for and who have not got it: again only to those who came later. */
export async function sendReport(deps: Needs, act: Act, id: string): Promise<void> {
  const at = deps.clock()
  const asked = await findReport(deps.db, act.place.id, id)
  if (!asked) throw new Refusal('not-found', 404)
  const attached = new Map<Language, string | null>()
  for (const { language } of await listReaders(deps.db, act.place.id, asked.kind))
    if (!attached.has(language)) attached.set(language, await attachShort(deps, asked, language))
  await inTransaction(deps.db, async (trx) => {
    const row = await findReport(trx, act.place.id, id, 'lock')
    if (!row) throw new Refusal('not-found', 404)
    const whom = await listReaders(trx, act.place.id, row.kind)
    if (!whom.length) throw new Refusal('report-nobody', 409)
    let mails = 0
    for (const one of whom)
      if (await sendTo(deps, trx, row, one, attached.get(one.language) ?? null, at)) mails++
    if (!row.sent_at) await changeReport(trx, row.id, { sent_at: at, sent_by: act.name })
    await record(trx, act, at, 'report-sent', `report:${row.kind}`, { quarter: row.quarter, mails })
  })
}

/** The recipients who get reports of this kind. */
export async function listReaders(db: Db, place: string, kind: ReportKind): Promise<RecipientRow[]> {
  return (await listRecipients(db, place)).filter(({ gets }) => gets.includes(kind))
}

async function sendTo(
  { env, keys }: Needs,
  trx: Db,
  row: ReportRow,
  recipient: RecipientRow,
  attachment: string | null,
  at: Date,
): Promise<boolean> {
  const { language } = recipient
  const cause = `report ${row.public_id} ${recipient.public_id}`
  const message_id = deliveryId(env, cause)
  const secret = randomSecret()
  const fresh = await insertDelivery(trx, row.place_id, {
    ...{ digest_id: row.digest_id, recipient_id: recipient.id, purpose: row.kind, message_id, at },
    token_hash: digestOf(secret),
    expires_at: new Date(at.getTime() + REPLY * 86_400_000),
  })
  if (!fresh) return false
  const unsubscribe = `${env.PUBLIC_URL}/tilaus/${stopToken(keys, recipient.public_id)}`
  const digest = digestAddress(env.PUBLIC_URL, row)
  const say = (key: Key, url: string) => `${t(language, key)}\n${url}`
  const parts = [
    row.body,
    ...linksOf(row.kind, digest, recipient.area_id, secret).map(([key, url]) => say(key, url)),
    ...(row.kind === 'areas' ? [say('reports.reply', `${env.PUBLIC_URL}/vastaus/${secret}`)] : []),
    say('digest-mail.stop', unsubscribe),
  ]
  const mail = {
    place_id: row.place_id,
    message_id,
    recipient: recipient.email,
    language,
    cause,
    unsubscribe,
  }
  await saveMails(
    trx,
    [
      {
        ...mail,
        subject: row.title,
        text: `${parts.join('\n\n')}\n`,
        attachment,
      },
    ],
    at,
  )
  return true
}

function linksOf(kind: ReportKind, digest: string, area: string | null, secret: string): [Key, string][] {
  if (kind === 'areas') return area ? [['reports.area-page', `${digest}/areas/${area}?reply=${secret}`]] : []
  return kind === 'news' ? [['digest-mail.whole', digest]] : [['reports.short-page', `${digest}/short`]]
}

/** The short report goes along where it is decided; it was made when its digest was published, or is made now. */
async function attachShort(deps: Needs, row: ReportRow, language: Language): Promise<string | null> {
  if (row.kind === 'areas' || row.kind === 'news') return null
  const digest = await findPublished(deps.db, row.place_id, row.quarter)
  if (!digest) return null
  await openFile(deps, digest, 'short', language)
  const name = `${row.place_id}-${row.quarter}-short.pdf`
  return json({ digest: digest.public_id, format: 'short', language, name })
}
