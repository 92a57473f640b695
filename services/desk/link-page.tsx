// The page behind a link of ours in a mail, for somebody without a login: its secret goes nowhere else.
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Language } from '../../config/i18n.ts'
import { NoticeFoot } from '../notice-links.tsx'
import { Shell } from '../page.tsx'

type Link = { language: Language; title: string; place: string; status: number }

export function linkPage(c: Context, { language, title, place, status }: Link, children: Child) {
  c.header('cache-control', 'no-store')
  // The secret in the address is nobody else's to know.
  c.header('referrer-policy', 'no-referrer')
  return c.html(
    <Shell language={language} title={title} styles={['desk.css']} bodyClass="desk" hidden>
      <main class="page ask-removal" id="content">
        <h1>{title}</h1>
        {children}
      </main>
      <NoticeFoot language={language} place={place} />
    </Shell>,
    status as 200,
  )
}
