// A mail server over real SMTP that keeps what it takes, and refuses, stalls and hangs up on command.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** How it treats the next mails: at the recipient, at the end of the data, by hanging up before or after taking it. */
type Mood =
  | { at: 'rcpt' | 'data'; code: number; text: string }
  | { at: 'hang-up-before' | 'hang-up-after' }
  | undefined

export type MailServer = {
  url: string
  /** What was taken, as it came. */
  taken: { from: string; to: string[]; raw: string; encrypted: boolean; user: string | undefined }[]
  /** Signings-in that were refused. */
  refused: string[]
  mood: (mood: Mood) => void
  /** Called when a whole mail has come, before it is answered. */
  onData: (does: () => void | Promise<void>) => void
  stop: () => Promise<void>
}

const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })

export async function startMailServer(
  options: { user?: string; password?: string; tls?: boolean } = {},
): Promise<MailServer> {
  let mood: Mood
  let does: () => void | Promise<void> = () => {}
  const taken: MailServer['taken'] = []
  const refused: string[] = []
  const server = new SMTPServer({
    logger: false,
    authOptional: !options.user,
    hideSTARTTLS: !options.tls,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    disabledCommands: options.user ? [] : ['AUTH'],
    onAuth({ username, password }, _session, done) {
      if (username === options.user && password === options.password) return done(null, { user: username })
      refused.push(username ?? '')
      done(refusal(535, '5.7.8 bad credentials'))
    },
    onRcptTo(_address, _session, done) {
      done(mood?.at === 'rcpt' ? refusal(mood.code, mood.text) : null)
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      if (mood?.at === 'hang-up-before') return hangUp()
      stream.on('data', (part) => void parts.push(part))
      stream.on('end', async () => {
        await does()
        if (mood?.at === 'data') return done(refusal(mood.code, mood.text))
        const { mailFrom, rcptTo } = session.envelope
        taken.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((one) => one.address),
          raw: Buffer.concat(parts).toString(),
          encrypted: session.secure,
          user: typeof session.user === 'string' ? session.user : undefined,
        })
        if (mood?.at === 'hang-up-after') return hangUp()
        done(null, 'taken')
      })
    },
  })
  const sockets = new Set<{ destroy: () => void }>()
  server.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const hangUp = () => {
    for (const socket of sockets) socket.destroy()
  }
  server.on('error', () => {})
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refused,
    mood: (next) => {
      mood = next
    },
    onData: (next) => {
      does = next
    },
    async stop() {
      hangUp()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}
