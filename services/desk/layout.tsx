// The frame of the desk: masthead, navigation as data, the language switch, and the small parts every page uses.
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { type Language, pick, t } from '../../config/i18n.ts'
import { assetUrl } from '../assets.ts'
import { may, type Right } from '../domain/roles.ts'
import { noticePath } from '../notice-links.tsx'
import { Shell } from '../page.tsx'
import type { Signed } from '../session.ts'
import { Account, Icon, Mark, Shut, Sprite } from './parts.tsx'

export type DeskContext = Context<Signed>

/** The pages of a place in the order of the masthead; each is seen by those who may. */
const nav = [
  { page: 'today', path: '', right: 'read' },
  { page: 'inbox', path: '/inbox', right: 'curate' },
  { page: 'lift', path: '/lift', right: 'curate' },
  { page: 'notes', path: '/notes', right: 'write' },
  { page: 'digests', path: '/digests', right: 'read' },
  { page: 'plan', path: '/plan', right: 'read' },
  { page: 'clock', path: '/clock', right: 'read' },
  { page: 'sources', path: '/sources', right: 'edit' },
  { page: 'settings', path: '/settings', right: 'edit' },
] as const satisfies readonly { page: string; path: string; right: Right }[]
export type NavPage = (typeof nav)[number]['page']

export const deskPath = (c: DeskContext, path = '') => `/desk/${c.var.place.id}${path}`

type PageProps = {
  c: DeskContext
  title: string
  current?: NavPage | undefined
  /** Columns: work beside a side, a rail before both, one; or bare, when the page lays itself out. */
  shape?: 'two' | 'three' | 'bare' | 'one'
  sample?: boolean
  children: Child
}

/** A page of a place. */
export function DeskPage({ c, title, current, shape = 'one', sample, children }: PageProps) {
  const { language, place, role, visitor } = c.var
  const name = pick(place.name, language, place.languages[0])
  return (
    <Frame
      language={language}
      title={t(language, 'desk.title', { page: title, place: name })}
      home={`/desk/${place.id}`}
      name={name}
      top={
        <>
          <button class="menu-open button" type="button" popovertarget="menu">
            <Icon name="menu" />
            {t(language, 'desk.menu')}
          </button>
          <nav class="nav drawer" id="menu" popover="auto" aria-label={t(language, 'desk.nav')}>
            <Shut language={language} target="menu" />
            <ul>
              {nav
                .filter((one) => may(role, one.right))
                .map((one) => (
                  <li>
                    <a href={deskPath(c, one.path)} aria-current={one.page === current ? 'page' : undefined}>
                      {t(language, `desk.nav.${one.page}`)}
                    </a>
                  </li>
                ))}
              <li class="me">
                <a href="/desk/me">{visitor.name}</a>
              </li>
            </ul>
          </nav>
        </>
      }
      foot={<Foot c={c} sample={sample} />}
    >
      {shape === 'bare' ? children : <div class={`page ${shape}`}>{children}</div>}
    </Frame>
  )
}

type FrameProps = {
  language: Language
  title: string
  home: string
  name: string
  top?: Child
  foot: Child
  children: Child
}

export function Frame({ language, title, home, name, top, foot, children }: FrameProps) {
  return (
    <Shell
      language={language}
      title={title}
      styles={['desk.css']}
      scripts={[assetUrl('desk.js')]}
      hidden
      bodyClass="desk"
    >
      <header class="top">
        <a class="mark" href={home}>
          <Mark />
          {name} <span>{t(language, 'desk.name')}</span>
        </a>
        {top}
      </header>
      {children}
      <svg class="horizon" viewBox="0 0 1440 64" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0 58C120 50 190 30 290 32s150 22 250 16 150-40 262-38 180 34 280 36 200-20 358-12v30H0z" />
      </svg>
      {foot}
      <Sprite />
    </Shell>
  )
}

function Foot({ c, sample }: { c: DeskContext; sample?: boolean | undefined }) {
  const { language, place } = c.var
  return (
    <footer class="foot">
      <ul>
        <li>
          <a href={noticePath('access', language, place.id)}>{t(language, 'desk.accessibility')}</a>
        </li>
        <li>
          <a href={noticePath('privacy', language, place.id)}>{t(language, 'desk.privacy')}</a>
        </li>
      </ul>
      <Account c={c} />
      {sample && <p>{t(language, 'desk.sample')}</p>}
    </footer>
  )
}
