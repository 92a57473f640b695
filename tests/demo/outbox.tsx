// The mail that the demo's service has sent: a server on this machine keeps it, and this page lists it, newest first.
import { readMail } from '../mail.ts'
import { frame, type Host } from './landing-frame.tsx'

/** A mail as it came over the wire. */
export type Letter = { to: readonly string[]; raw: string }

/** Nobody reads further down. */
const MOST = 60

export function outboxPage(host: Host, letters: readonly Letter[]): string {
  const shown = letters.map((one, nth) => ({ ...one, nth, ...readMail(one.raw) })).slice(-MOST)
  return frame({
    host,
    title: 'Lähtenyt posti',
    path: '',
    children: (
      <article class="band narrow">
        <h1>Lähtenyt posti</h1>
        <p>
          Esimerkin posti ei lähde minnekään: se jää tälle koneelle ja näkyy tässä, uusin ensin. Yhteensä{' '}
          {letters.length}.
        </p>
        {shown.toReversed().map(({ nth, to, header, text }) => (
          <details>
            <summary>
              <b>{header('Subject')}</b> <span class="quiet">{to.join(', ')}</span>
            </summary>
            <p>
              <a href={`/posti/${nth}.eml`}>Viesti tiedostona (.eml)</a>
            </p>
            {header('Content-Type')?.startsWith('text/plain') &&
              text.split(/\n{2,}/).map((part) => <p>{part}</p>)}
          </details>
        ))}
      </article>
    ),
  })
}
