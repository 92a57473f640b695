// Mail that is due, one by one over one connection; each is marked before it is sent, so none is sent twice.
import { findAttachment } from '../../db/digest-files.ts'
import { giveUpMail, isMailDue, noteSent, noteUnsent, postponeMail, takeMail } from '../../db/mail.ts'
import type { Attachment } from '../../db/schema.ts'
import { settleDelivered } from '../../services/deliver.ts'
import { afterFailure, GIVE_UP } from '../../services/domain/mail.ts'
import type { WorkerDeps } from '../deps.ts'
import { openMailDoor } from '../mail.ts'

const PER_RUN = 200
/** Milliseconds: longer than a run may take, so nobody else gives up what is still being sent. */
const LEASE = 10 * 60_000

/**
 * Safe to run twice, and to be killed at any moment. Where nobody knows whether the server has taken a mail, because
 * the process or the connection ended just then, it is not sent again: a warning too few also stands at the desk, a
 * warning twice would be taken for a mistake. The desk says which mail that was.
 */
export async function sendMail(deps: WorkerDeps, _payload: object, signal: AbortSignal): Promise<void> {
  const { db, env, clock, log } = deps
  const lost = await giveUpMail(db, clock(), new Date(clock().getTime() - GIVE_UP))
  if (lost) log.warn({ lost }, 'mails were given up')
  if (!(await isMailDue(db, clock()))) return
  const { SMTP_URL: url, MAIL_FROM: from } = env
  const door = url && from ? await openMailDoor(url, signal) : ({ why: 'away', answer: null } as const)
  if ('why' in door || !from) {
    const fault = 'why' in door ? door : ({ why: 'away', answer: null } as const)
    await postponeMail(db, clock(), (mail) =>
      afterFailure(fault, { nth: mail.tries + 1, made: mail.created_at, now: clock() }),
    )
    return log.warn({ why: fault.why }, 'no way to the mail server')
  }
  try {
    for (let left = PER_RUN; left > 0 && door.open() && !signal.aborted; left--) {
      const now = clock()
      const mail = await takeMail(db, now, new Date(now.getTime() + LEASE))
      if (!mail) return
      const { id, message_id: messageId, recipient: to, subject, text, language, html, unsubscribe } = mail
      const attachment = mail.attachment && (await openAttachment(db, mail.attachment))
      const letter = { messageId, from, to, subject, text, language, html, unsubscribe, attachment }
      const fault = await door.send({ ...letter, date: now })
      if (!fault) await noteSent(db, id, clock())
      else
        await noteUnsent(
          db,
          id,
          afterFailure(fault, { nth: mail.tries, made: mail.created_at, now: clock() }),
        )
      log.info({ mail: messageId, why: fault?.why }, fault ? 'a mail was not sent' : 'a mail was sent')
    }
  } finally {
    door.close()
    await settleDelivered(deps)
  }
}

/** Above this mail servers begin to refuse; then the mail's link has to do. */
const MOST = 2 * 1024 * 1024

async function openAttachment(db: WorkerDeps['db'], { digest, format, language, name }: Attachment) {
  const file = await findAttachment(db, digest, format, language)
  if (!file || file.bytes.byteLength > MOST) return null
  return { name, type: 'application/pdf', bytes: file.bytes }
}
