// One's own account: where one is signed in, and a new password.

import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { formatDate, t } from '../../config/i18n.ts'
import { findPerson } from '../../db/people.ts'
import { endOtherSessions, endSession, listSessions } from '../../db/sessions.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import { readForm } from '../same-origin.ts'
import { type Signed, signedIn } from '../session.ts'
import { renewPassword } from '../sign-in.ts'
import { Frame } from './layout.tsx'
import { giveCookie } from './login.tsx'
import { Account, Field, Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

const renewal = z.object({ old: z.string().max(4000), password: z.string().max(4000) })

export function meRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const { db } = deps

  app.get('/me', signedIn(deps), (c) => show(deps, c))

  app.post('/me/password', signedIn(deps), async (c) => {
    const { old, password } = readStrictly(renewal, await readForm(c))
    const me = c.var.visitor.person === null ? undefined : await findPerson(db, c.var.visitor.person)
    if (!me) throw new Refusal('not-found', 404)
    try {
      giveCookie(
        c,
        deps,
        await renewPassword(deps, me.email, old, password, c.req.header('user-agent') ?? null),
      )
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return show(deps, c, error)
    }
    return c.redirect('/desk/me?saved=1', 303)
  })

  app.post('/me/sessions', signedIn(deps), async (c) => {
    const { end } = await readForm(c)
    const { person, session } = c.var.visitor
    if (person === null || !session) throw new Refusal('not-found', 404)
    const mine = await listSessions(db, person)
    if (end === 'others') await endOtherSessions(db, person, session.hash)
    else if (mine.some((one) => one.hash === end)) await endSession(db, String(end))
    return c.redirect('/desk/me', 303)
  })
  return app
}

async function show({ db, env, directory }: Deps, c: Context<Signed>, refusal?: Refusal): Promise<Response> {
  const { language, visitor } = c.var
  const sessions = visitor.person === null ? [] : await listSessions(db, visitor.person)
  const me = visitor.person === null ? undefined : await findPerson(db, visitor.person)
  const title = t(language, 'me.title')
  return c.html(
    <Frame
      language={language}
      title={`${title} – Somewall`}
      home="/desk"
      name="Somewall"
      foot={
        <footer class="foot">
          <Account c={c} />
        </footer>
      }
    >
      <main class="page one" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{visitor.name}</p>
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {c.req.query('saved') && <Say tone="good" title={t(language, 'desk.saved')} />}
        <section aria-labelledby="password-h">
          <h2 id="password-h">{t(language, 'me.password')}</h2>
          <Form c={c} action="/desk/me/password" class="settings">
            <Field id="old" label={t(language, 'me.old')}>
              <input id="old" name="old" type="password" autocomplete="current-password" required />
            </Field>
            <Field id="password" label={t(language, 'me.new')} hint={t(language, 'link.rule')}>
              <input
                id="password"
                name="password"
                type="password"
                autocomplete="new-password"
                minlength={12}
                required
                aria-describedby="password-hint"
              />
            </Field>
            <p class="hint">{t(language, 'me.password.hint')}</p>
            <button type="submit" class="button">
              {t(language, 'me.password')}
            </button>
          </Form>
        </section>
        {directory && me && (
          <section aria-labelledby="town">
            <h2 id="town">{t(language, 'me.town')}</h2>
            {me.subject ? (
              <p>{t(language, 'me.town.tied')}</p>
            ) : (
              env.ENTRA_TENANTS.map((tenant) => (
                <p>
                  <a class="button" href={`/desk/me/town?tenant=${tenant.id}`}>
                    {t(language, 'me.town.tie')}
                    {env.ENTRA_TENANTS.length > 1 && `: ${tenant.places.join(', ')}`}
                  </a>
                </p>
              ))
            )}
          </section>
        )}
        <section aria-labelledby="sessions">
          <h2 id="sessions">{t(language, 'me.sessions')}</h2>
          <ul class="history">
            {sessions.map((one) => (
              <li>
                <Form c={c} action="/desk/me/sessions" class="acts">
                  <span>
                    {agentWords(one.agent)}, {t(language, `me.way.${one.way}`)}
                    {one.hash === visitor.session?.hash && `, ${t(language, 'me.this')}`}
                  </span>
                  <span class="quiet">
                    {t(language, 'me.seen', {
                      when: formatDate(language, one.seen_at, 'Europe/Helsinki', 'time'),
                    })}
                  </span>
                  {one.hash !== visitor.session?.hash && (
                    <button type="submit" class="button plain" name="end" value={one.hash}>
                      {t(language, 'me.end')}
                    </button>
                  )}
                </Form>
              </li>
            ))}
          </ul>
          {sessions.length > 1 && (
            <Form c={c} action="/desk/me/sessions">
              <button type="submit" class="button" name="end" value="others">
                {t(language, 'me.end-others')}
              </button>
            </Form>
          )}
        </section>
      </main>
    </Frame>,
    (refusal?.status ?? 200) as 200,
  )
}

/** "Firefox, Windows" of what the browser calls itself. */
function agentWords(agent: string | null): string {
  const browser = /Edg|Firefox|Chrome|Safari/.exec(agent ?? '')?.[0]?.replace('Edg', 'Edge') ?? '–'
  const system = /Windows|Android|iPhone|iPad|Mac OS X|Linux/.exec(agent ?? '')?.[0]
  return [browser, system].filter(Boolean).join(', ')
}
