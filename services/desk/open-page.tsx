// The frame of the pages where anybody writes to a place without a login: its name, languages, one form, its notices.
import type { Child } from 'hono/jsx'
import type { Language } from '../../config/i18n.ts'
import { NoticeFoot } from '../notice-links.tsx'
import { Shell } from '../page.tsx'
import { PageTop } from '../page-top.tsx'

type Props = {
  language: Language
  title: string
  /** None while nobody has said which place is meant. */
  place: { id: string; name: string } | undefined
  /** The page in another language. */
  path: (to: Language) => string
  hidden?: boolean
  children: Child
}

export function OpenPage({ language, title, place, path, hidden = false, children }: Props) {
  return (
    <Shell
      language={language}
      title={place ? `${title} – ${place.name}` : title}
      styles={['desk.css']}
      bodyClass="desk"
      hidden={hidden}
    >
      <PageTop name={place?.name} language={language} path={path} />
      <main class="page ask-removal" id="content">
        <h1>{title}</h1>
        {children}
      </main>
      {place && <NoticeFoot language={language} place={place.id} />}
    </Shell>
  )
}
