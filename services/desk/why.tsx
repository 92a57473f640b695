// Why a post waits and what may be shown of it, in words: an icon, the state in bold, one sentence.
import { formatDate, isKey, type Language, t } from '../../config/i18n.ts'
import type { Reason } from '../domain/reasons.ts'
import { Icon } from './parts.tsx'

const signs: Record<string, string> = {
  'no-consent': 'shield-question-mark',
  'consent-ended': 'shield-question-mark',
  'consent-elsewhere': 'shield-question-mark',
  'consent-asked': 'hourglass',
  'consent-unanswered': 'hourglass',
  'no-agreement': 'shield-question-mark',
  consent: 'shield-check',
  'consent-until': 'shield-check',
  agreement: 'shield-check',
  undescribed: 'image-off',
  'undescribed-in': 'image-off',
  'undescribed-later': 'image-off',
  described: 'image',
  'described-author': 'image',
  decorative: 'image',
  'channel-x': 'link',
  sensitive: 'hand',
  delicate: 'hand',
  child: 'users',
  'rule-hold': 'hand',
  'rule-word': 'hand',
  'at-once': 'eye',
  'by-shown': 'eye',
  'by-stashed': 'archive',
  'rule-shown': 'eye',
  'rule-stashed': 'archive',
}

export function Why({ language, reasons }: { language: Language; reasons: readonly Reason[] }) {
  if (!reasons.length) return null
  return (
    <ul class="why" aria-label={t(language, 'card.reasons')}>
      {reasons.map((one) => {
        const { title, text } = reasonWords(language, one)
        return (
          <li class={one.tone}>
            <Icon name={signs[one.code] ?? (one.tone === 'gone' ? 'eye-off' : 'info')} />
            <div>
              <b>{title}</b> {text}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function reasonWords(language: Language, { code, values }: Reason): { title: string; text: string } {
  const told: Reason['values'] = { ...values }
  for (const name of ['until', 'asked', 'day'])
    if (typeof values[name] === 'string' && values[name]) told[name] = dayWords(language, values[name])
  if (typeof values.reason === 'string') told.reason = becauseWords(language, values.reason)
  if (values.channel) told.channel = t(language, `channel.${values.channel}` as 'channel.feed')
  if (values.languages) told.languages = inLanguages(language, String(values.languages).split(' '))
  const key = code.startsWith('remark-') ? code.replace('-', '.') : `why.${code}`
  // Intake names its own remarks; one without words of ours is still told by its code.
  if (!isKey(key)) return { title: t(language, 'remark.other'), text: code }
  const more = `${key}.text`
  return { title: t(language, key, told), text: isKey(more) ? t(language, more, told) : '' }
}

/** "Syy: mainos." of a decision's reason, one of our codes; nothing where none was given. */
export function becauseWords(language: Language, reason: string | null): string {
  if (!reason) return ''
  const key = `reason.${reason}`
  return t(language, 'post.reason', { reason: isKey(key) ? t(language, key) : reason })
}

/** A calendar day as a reader of the language writes it. */
export const dayWords = (language: Language, day: string) =>
  formatDate(language, new Date(`${day}T12:00:00Z`), 'UTC', 'date')

/** "suomeksi, englanniksi" */
function inLanguages(language: Language, all: readonly string[]): string {
  return all.map((one) => t(language, `lang.in.${one}` as 'lang.in.fi')).join(', ')
}
