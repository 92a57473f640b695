// What the sources page says of its mail: that none is sent, or which did not go out, why, and what becomes of it.
import { formatDate, isKey, t } from '../../config/i18n.ts'
import { listUnsentMail } from '../../db/mail.ts'
import type { Deps } from '../deps.ts'
import type { DeskContext } from './layout.tsx'
import { Say } from './parts.tsx'

/** Days for which a mail that did not go out is spoken of. */
const RECENT = 14

type Unsent = Awaited<ReturnType<typeof listUnsentMail>>
export type MailState = { sends: boolean; unsent: Unsent }

export async function readMailState({ db, env, clock }: Deps, place: string): Promise<MailState> {
  const since = new Date(clock().getTime() - RECENT * 86_400_000)
  return { sends: env.SMTP_URL !== undefined, unsent: await listUnsentMail(db, place, since) }
}

export function MailNotice({ c, mail }: { c: DeskContext; mail: MailState }) {
  const { language } = c.var
  if (!mail.sends)
    return (
      <p class="quiet mailing">
        <b>{t(language, 'mail.none')}</b> {t(language, 'mail.none.text')}
      </p>
    )
  if (!mail.unsent.length) return null
  return (
    <Say tone="need" title={t(language, 'mail.unsent')}>
      {mail.unsent.map((one) => (
        <span class="line">{unsentWords(c, one)}</span>
      ))}
    </Say>
  )
}

function unsentWords(
  c: DeskContext,
  { recipient, fault_code, fault_detail, next_at }: Unsent[number],
): string {
  const { language, place } = c.var
  const key = `mail.unsent.${fault_code}`
  const what = t(language, isKey(key) ? key : 'mail.unsent.away', { who: recipient })
  const answer = fault_detail ? closed(t(language, 'mail.answer', { answer: fault_detail })) : ''
  const next =
    fault_code === 'unsure'
      ? ''
      : next_at
        ? t(language, 'mail.next', { when: formatDate(language, next_at, place.time_zone, 'time') })
        : t(language, 'mail.over')
  return [what, answer, next].filter(Boolean).join(' ')
}

const closed = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)
