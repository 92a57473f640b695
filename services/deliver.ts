// Delivering a digest: one mail for each recipient, written in the transaction that publishes, and what they answer.
import { formatDate, t } from '../config/i18n.ts'
import { changeDigest, findDigest } from '../db/digests.ts'
import { saveMails } from '../db/mail.ts'
import { type Db, inTransaction, json } from '../db/open.ts'
import {
  countSilent,
  findDelivery,
  insertDelivery,
  insertReply,
  listDelivered,
  listRecipients,
  type RecipientRow,
} from '../db/recipients.ts'
import type { Reply } from '../db/schema.ts'
import type { Deps } from './deps.ts'
import type { Document } from './digest/files/document.ts'
import { type Around, writeMailHtml, writeMailText } from './digest/files/mail.ts'
import { readDocument } from './digest/files/read.tsx'
import { sayDay, sayQuarter } from './digest/say.ts'
import { dataId, placeName, type View } from './digest/view.ts'
import { digestAddress } from './digest-files.ts'
import { note } from './digests.ts'
import type { ActionRecord } from './domain/digest-model.ts'
import { moveDigest } from './domain/digest-states.ts'
import { addDays, dayOf } from './domain/quarter.ts'
import { Refusal } from './errors.ts'
import { digestOf, randomSecret } from './keys.ts'

const PURPOSE = 'published'
/** Days for which a reply link works. */
const REPLY = 90
/** Days within which an answer is asked for. */
const ANSWER = 14

type Needs = Pick<Deps, 'env' | 'keys'>
type Row = { id: number; public_id: string; place_id: string; quarter: string; revision: number }

/** Writes a mail to everybody who has not got this digest; answers how many. Twice is the same as once. */
export async function deliverDigest(
  deps: Needs,
  db: Db,
  row: Row,
  views: readonly View[],
  at: Date,
): Promise<number> {
  let written = 0
  const read = new Map<View, Document>()
  for (const recipient of await listRecipients(db, row.place_id)) {
    if (!recipient.gets.includes('digest')) continue
    const view = views.find((one) => one.language === recipient.language) ?? views[0]
    if (!view) continue
    const document = read.get(view) ?? readDocument(view)
    read.set(view, document)
    if (await deliverTo(deps, db, row, { view, document }, recipient, at)) written++
  }
  return written
}

/** The same cause makes the same Message-ID. */
export function deliveryId({ MAIL_FROM }: Deps['env'], cause: string): string {
  const host = /@([^>\s]+)>?$/.exec(MAIL_FROM ?? '')?.[1] ?? 'somewall'
  return `<${digestOf(cause).slice(0, 32)}@${host}>`
}

async function deliverTo(
  { env, keys }: Needs,
  db: Db,
  row: Row,
  { view, document }: { view: View; document: Document },
  recipient: RecipientRow,
  at: Date,
): Promise<boolean> {
  const cause = `digest ${row.public_id} ${recipient.public_id} ${PURPOSE}`
  const message_id = deliveryId(env, cause)
  const secret = randomSecret()
  const fresh = await insertDelivery(db, row.place_id, {
    digest_id: row.id,
    recipient_id: recipient.id,
    purpose: PURPOSE,
    message_id,
    token_hash: digestOf(secret),
    expires_at: new Date(at.getTime() + REPLY * 86_400_000),
    at,
  })
  if (!fresh) return false
  const unsubscribe = `${env.PUBLIC_URL}/tilaus/${stopToken(keys, recipient.public_id)}`
  const links = {
    page: digestAddress(env.PUBLIC_URL, row),
    reply: `${env.PUBLIC_URL}/vastaus/${secret}`,
    unsubscribe,
  }
  const around = aroundOf(view, recipient, links, at)
  const { language } = view
  const attachment = {
    digest: row.public_id,
    format: 'pdf',
    language,
    name: `${row.place_id}-${row.quarter}.pdf`,
  }
  await saveMails(
    db,
    [
      {
        place_id: row.place_id,
        message_id,
        recipient: recipient.email,
        language,
        cause,
        subject: around.subject,
        text: writeMailText(document, around),
        html: writeMailHtml(document, around),
        unsubscribe,
        attachment: json(attachment),
      },
    ],
    at,
  )
  return true
}

function aroundOf(
  view: View,
  { role, area_id: area }: Pick<RecipientRow, 'role' | 'area_id'>,
  links: { page: string; reply: string; unsubscribe: string },
  at: Date,
): Around {
  const { language, row, bundle } = view
  const say = (key: Parameters<typeof t>[1], values = {}) => t(language, key, values)
  const until = sayDay(language, addDays(dayOf(at, bundle.place.time_zone), ANSWER), true)
  const frozen = formatDate(language, row.frozen_at ?? row.compiled_at, bundle.place.time_zone, 'time')
  return {
    subject: say('digest-mail.subject', {
      place: placeName(view),
      quarter: sayQuarter(language, row.quarter),
    }),
    above: [
      ...(row.sample ? [`${say('digest.sample')}.`] : []),
      say('digest-mail.hello'),
      ...ownActions(view, area),
    ],
    below: [
      { text: say('digest-mail.whole'), href: links.page },
      ...(area === null ? [] : [{ text: say('digest-mail.area'), href: `${links.page}/areas/${area}` }]),
      { text: say('digest-mail.reply', { role, until }), href: links.reply },
      { text: say('digest-mail.foot', { at: frozen, id: dataId(row), revision: row.revision }) },
      { text: say('digest-mail.stop'), href: links.unsubscribe },
    ],
  }
}

/** What a service area was given to do now, and what it has open from before, each in a line. */
function ownActions({ language, written }: View, area: string | null): string[] {
  if (area === null) return []
  const say = (key: 'digest-mail.yours' | 'digest-mail.open', { what, due }: ActionRecord) => {
    const until = due && t(language, 'digest.actions.until', { day: sayDay(language, due, true) })
    return t(language, key, { what: [what, until].filter(Boolean).join(' ') })
  }
  const theirs = (all: readonly ActionRecord[]) => all.filter((one) => one.area === area)
  return [
    ...theirs(written.actions).map((one) => say('digest-mail.yours', one)),
    ...theirs(written.promises).flatMap((one) => (one.state === 'open' ? say('digest-mail.open', one) : [])),
  ]
}

/** Lets its holder stop these mails, and nothing else; it never ends, since the mail may be old. */
export const stopToken = (keys: Deps['keys'], id: string): string =>
  `${id}.${keys.sign('links', `recipient ${id}`)}`

/** The recipient of a stop link; undefined when we have not made it. */
export function readStopToken(keys: Deps['keys'], token: string): string | undefined {
  const [id = '', signature = ''] = token.split('.')
  return keys.verify('links', `recipient ${id}`, signature) ? id : undefined
}

/** A delivery by its reply link, as long as the link works. */
export async function openReply(db: Db, secret: string, now: Date) {
  const found = await findDelivery(db, digestOf(secret))
  if (!found || found.expires_at <= now) throw new Refusal('reply-ended', 404)
  return found
}

/** Keeps an answer; when everybody has answered, the digest has been handled. */
export async function answerDigest(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  secret: string,
  { kind, body }: Pick<Reply, 'kind' | 'body'>,
): Promise<void> {
  const at = clock()
  const { id, place_id, digest_id, quarter, revision, role } = await openReply(db, secret, at)
  await inTransaction(db, async (trx) => {
    await insertReply(trx, { place_id, delivery_id: id, kind, body, at })
    const row = await findDigest(trx, place_id, quarter, revision)
    if (row?.state !== 'delivered' || (await countSilent(trx, digest_id)) > 0) return
    const state = moveDigest('handle', row.state)
    await changeDigest(trx, row.id, { state })
    await note(trx, row, row.state, state, role, null, at)
  })
}

/** Digests whose mails have all gone out, or been given up, count as delivered. */
export async function settleDelivered({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  for (const one of await listDelivered(db)) {
    const at = clock()
    await inTransaction(db, async (trx) => {
      const row = await findDigest(trx, one.place_id, one.quarter, one.revision)
      if (row?.state !== 'published') return
      const state = moveDigest('deliver', row.state)
      await changeDigest(trx, row.id, { state })
      await note(trx, row, row.state, state, 'Somewall', null, at)
    })
  }
}
