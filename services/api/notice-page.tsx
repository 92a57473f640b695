// A notice as data (sections of sentences) and the page that says it in a language.
import { type Key, type Language, languages, t, type Values } from '../../config/i18n.ts'
import type { Contact } from '../../config/place.ts'
import { NoticeFoot, type NoticeName, noticePath } from '../notice-links.tsx'
import { Shell } from '../page.tsx'
import { PageTop } from '../page-top.tsx'

type Section = {
  title: Key
  texts?: readonly Key[]
  points?: readonly Key[]
  /** What is kept, and how long. */
  times?: readonly (readonly [what: Key, time: Key])[]
  links?: readonly Link[]
}
type Link = { href: string; text: string }
export type Notice = { title: Key; lede: readonly Key[]; values: Values; sections: readonly Section[] }

/** How to reach whom the town has named. */
export function contactLinks({ email, phone }: Contact): Link[] {
  return [
    ...(email ? [{ href: `mailto:${email}`, text: email }] : []),
    ...(phone ? [{ href: `tel:${phone.replaceAll(' ', '')}`, text: phone }] : []),
  ]
}

type PageProps = {
  name: NoticeName
  notice: Notice
  language: Language
  place: { id: string; name: string }
  /** Where the service is. */
  origin: string
}

export function NoticePage({ name, notice, language, place, origin }: PageProps) {
  const { title, lede, values, sections } = notice
  const say = (key: Key) => t(language, key, values)
  const address = (one: Language) => origin + noticePath(name, one, place.id)
  return (
    <Shell
      language={language}
      title={`${say(title)} – ${place.name}`}
      description={say(title)}
      styles={['notice.css']}
      bodyClass="notice"
      head={
        <>
          <link rel="canonical" href={address(language)} />
          {languages.map((one) => (
            <link rel="alternate" hreflang={one} href={address(one)} />
          ))}
        </>
      }
    >
      <PageTop name={place.name} language={language} path={(to) => noticePath(name, to, place.id)} />
      <main id="content" class="sheet">
        <h1>{say(title)}</h1>
        {lede.map((key) => (
          <p>{say(key)}</p>
        ))}
        {sections.map((section) => (
          <SectionOf section={section} say={say} />
        ))}
      </main>
      <NoticeFoot language={language} place={place.id} />
    </Shell>
  )
}

function SectionOf({ section, say }: { section: Section; say: (key: Key) => string }) {
  const { title, texts = [], points = [], times = [], links = [] } = section
  return (
    <section>
      <h2>{say(title)}</h2>
      {texts.map((key) => (
        <p>{say(key)}</p>
      ))}
      {points.length > 0 && (
        <ul>
          {points.map((key) => (
            <li>{say(key)}</li>
          ))}
        </ul>
      )}
      {times.length > 0 && (
        <dl>
          {times.map(([what, time]) => (
            <div>
              <dt>{say(what)}</dt>
              <dd>{say(time)}</dd>
            </div>
          ))}
        </dl>
      )}
      {links.length > 0 && (
        <ul class="ways">
          {links.map(({ href, text }) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
