// Where the notices of a place are (accessibility, privacy, counting), and the foot that links to the first two.
import type { Child } from 'hono/jsx'
import { type Language, t } from '../config/i18n.ts'

/** The Finnish address speaks the visitor's language, the others their own. */
export const noticePaths = {
  access: { fi: '/saavutettavuus', sv: '/tillganglighet', en: '/accessibility' },
  privacy: { fi: '/tietosuoja', sv: '/integritet', en: '/privacy' },
  counting: { fi: '/laskenta', sv: '/rakning', en: '/counting' },
} as const satisfies Record<string, Record<Language, string>>
export type NoticeName = keyof typeof noticePaths

export function noticePath(name: NoticeName, language: Language, place: string): string {
  return `${noticePaths[name][language]}/${place}?lang=${language}`
}

type Props = { language: Language; place: string }

/** The foot of a page that has no other; what else stands there comes before the notices. */
export function NoticeFoot({ children, ...place }: Props & { children?: Child }) {
  return (
    <footer>
      {children}
      <NoticeLinks {...place} />
    </footer>
  )
}

export function NoticeLinks({ language, place }: Props) {
  return (
    <p class="notices">
      <a href={noticePath('access', language, place)}>{t(language, 'access.title')}</a>
      <a href={noticePath('privacy', language, place)}>{t(language, 'privacy.title')}</a>
    </p>
  )
}
