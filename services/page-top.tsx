// The head of a public page about one place: the place's name, and the page's languages.
import { type Language, languages, t } from '../config/i18n.ts'

const tongues: Record<Language, string> = { fi: 'Suomi', sv: 'Svenska', en: 'English' }

type Props = {
  name: string | undefined
  language: Language
  offered?: readonly Language[]
  path: (to: Language) => string
}

export function PageTop({ name, language, offered = languages, path }: Props) {
  return (
    <header class="place-top">
      {name && <p>{name}</p>}
      <nav aria-label={t(language, 'notice.languages')}>
        {offered.map((one) => (
          <a href={path(one)} lang={one} hreflang={one} aria-current={one === language ? 'true' : undefined}>
            {tongues[one]}
          </a>
        ))}
      </nav>
    </header>
  )
}
