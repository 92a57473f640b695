// The only way out for mail: a connection to the administrator's SMTP server, and what its answers mean.
import { Readable } from 'node:stream'
import type { NodemailerError } from 'nodemailer'
import type { MailFault } from '../services/domain/mail.ts'

/** Milliseconds: a server that does not answer must not keep the others waiting. */
const LIMIT = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 5_000 }

export type Letter = {
  messageId: string
  from: string
  to: string
  subject: string
  text: string
  language: string
  date: Date
  html: string | null
  unsubscribe: string | null
  attachment: { name: string; type: string; bytes: Uint8Array } | null
}
export type MailDoor = {
  /** Null when the server has taken it. */
  send: (letter: Letter) => Promise<MailFault | null>
  /** False once the server has hung up. */
  open: () => boolean
  close: () => void
}

/**
 * Connects and signs in; a fault when there is no way in. Nothing is logged: mail holds names and addresses. The
 * package is loaded with the first mail: most services mail a few times a year.
 */
export async function openMailDoor(url: string, signal: AbortSignal): Promise<MailDoor | MailFault> {
  const { parseConnectionUrl } = await import('nodemailer/lib/shared')
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection')
  const { auth, ...options } = parseConnectionUrl(url)
  // A password never goes over a network in the open; who wants that all the same writes ?requireTLS=false.
  const requireTLS = Boolean(auth) && !options.secure && !isThisMachine(options.host)
  const connection = new SMTPConnection({ requireTLS, ...options, ...LIMIT, logger: false, debug: false })
  let hungUp: NodemailerError | undefined
  const ended = new Promise<never>((_, fail) => {
    const end = (error: NodemailerError = new Error('the connection has ended')) => {
      hungUp ??= error
      fail(error)
    }
    connection.on('error', end)
    connection.once('end', end)
  })
  ended.catch(() => {})
  const close = () => connection.close()
  signal.addEventListener('abort', close, { once: true })
  const ask = <T>(how: (done: (error?: NodemailerError | null, answer?: T) => void) => void) =>
    Promise.race([
      ended,
      new Promise<T | undefined>((done, fail) =>
        how((error, answer) => (error ? fail(error) : done(answer))),
      ),
    ])
  try {
    await ask((done) => connection.connect(done))
    if (auth && connection.allowsAuth) await ask((done) => connection.login({ ...auth }, done))
  } catch (error) {
    close()
    const { code, response = null } = error as NodemailerError
    return { why: code === 'EAUTH' ? 'login' : 'away', answer: response }
  }
  return {
    async send(letter) {
      const { envelope, bytes } = await compose(letter)
      let given = false
      // Read only when the server has asked for it: until then it cannot have taken anything.
      const body = Readable.from(
        (function* () {
          given = true
          yield bytes
        })(),
      )
      try {
        await ask((done) => connection.send(envelope, body, done))
        return null
      } catch (error) {
        const { response = null, responseCode, permanent } = error as NodemailerError
        if (responseCode) return { why: permanent ? 'refused' : 'later', answer: response }
        return { why: given ? 'unsure' : 'away', answer: null }
      }
    },
    open: () => !hungUp,
    close() {
      signal.removeEventListener('abort', close)
      connection.quit()
    },
  }
}

const isThisMachine = (host: string | undefined) => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host ?? '')

async function compose({ messageId, language, html, unsubscribe, attachment, ...letter }: Letter) {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const message = new MailComposer({
    ...letter,
    messageId,
    ...(html && { html }),
    ...(attachment && {
      attachments: [
        {
          filename: attachment.name,
          contentType: attachment.type,
          content: Buffer.from(attachment.bytes),
        },
      ],
    }),
    headers: {
      ...(unsubscribe && {
        'List-Unsubscribe': `<${unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
      // So that absence notes and other machines do not answer.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': language,
    },
  }).compile()
  return { envelope: message.getEnvelope(), bytes: await message.build() }
}
