// How people come in, for operators: what to register in the town's directory, and whether passwords are still used.
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { formatDate, pick, t } from '../../config/i18n.ts'
import { listPlaces } from '../../db/places.ts'
import { roles } from '../../db/schema.ts'
import { arePasswordsOn } from '../../db/town.ts'
import type { Deps } from '../deps.ts'
import { setPasswords } from '../door.ts'
import { Refusal } from '../errors.ts'
import { readForm } from '../same-origin.ts'
import { type Signed, signedIn } from '../session.ts'
import { keyWords, readTownKey } from '../town-key.ts'
import { Frame } from './layout.tsx'
import { Account, Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

const RESCUE = 'npm run user -- EMAIL --role operator'

export function doorRoutes(deps: Deps): Hono<Signed> {
  const operate = createMiddleware<Signed>(async function operate(c, next) {
    if (!c.var.visitor.operator) throw new Refusal('forbidden', 403)
    await next()
  })
  return new Hono<Signed>()
    .get('/door', signedIn(deps), operate, (c) => show(deps, c))
    .post('/door', signedIn(deps), operate, async (c) => {
      const { passwords } = await readForm(c)
      try {
        await setPasswords(deps, c.var.visitor, passwords !== '0')
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        return show(deps, c, error)
      }
      return c.redirect('/desk/door?saved=1', 303)
    })
}

type Shown = Parameters<typeof Account>[0]['c']

async function show(deps: Deps, c: Shown, refusal?: Refusal): Promise<Response> {
  const { db, env, directory } = deps
  const { language } = c.var
  const on = await arePasswordsOn(db)
  const places = await listPlaces(db)
  const nameOf = (id: string) => {
    const place = places.find((one) => one.id === id)
    return place ? pick(place.name, language, place.languages[0]) : id
  }
  const keys = directory ? places.flatMap((one) => readTownKey(deps, one) ?? []) : []
  const key = keys.toSorted((a, b) => a.days - b.days)[0]
  const told = key && keyWords(language, key, on)
  const title = t(language, 'door.title')
  const foot = (
    <footer class="foot">
      <Account c={c} />
    </footer>
  )
  return c.html(
    <Frame language={language} title={title} home="/desk" name="Somewall" foot={foot}>
      <main class="page one" id="content">
        <header class="head">
          <h1>{title}</h1>
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {told && key.step !== null && (
          <Say tone="need" title={told.what}>
            {told.means} {told.do}
          </Say>
        )}
        {c.req.query('saved') && <Say tone="good" title={t(language, 'desk.saved')} />}
        <section aria-labelledby="town">
          <h2 id="town">{t(language, 'door.town')}</h2>
          <p>{t(language, directory ? 'door.town.on' : 'door.town.off')}</p>
          <dl class="pairs stack">
            <div>
              <dt>{t(language, 'door.back')}</dt>
              <dd>
                <code>{env.PUBLIC_URL}/desk/town/back</code>
              </dd>
            </div>
            <div>
              <dt>{t(language, 'door.roles')}</dt>
              <dd>
                <code>{roles.join(' ')}</code>
              </dd>
              <dd class="quiet">
                {t(language, 'door.roles.text', { example: `${places[0]?.id ?? 'kunta'}.editor` })}
              </dd>
            </div>
            {directory && (
              <div>
                <dt>{t(language, 'town-key.day')}</dt>
                <dd>
                  {env.ENTRA_SECRET_ENDS
                    ? formatDate(language, new Date(`${env.ENTRA_SECRET_ENDS}T12:00:00Z`), 'UTC')
                    : t(language, 'town-key.unknown')}
                </dd>
              </div>
            )}
            {env.ENTRA_TENANTS.map((tenant) => (
              <div>
                <dt>
                  <code>{tenant.id}</code>
                </dt>
                <dd>{tenant.places.map(nameOf).join(', ')}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-labelledby="passwords">
          <h2 id="passwords">{t(language, 'door.passwords')}</h2>
          <p>{t(language, on || !directory ? 'door.passwords.on' : 'door.passwords.off')}</p>
          {directory && (
            <Form c={c} action="/desk/door">
              <button type="submit" class="button" name="passwords" value={on ? '0' : '1'}>
                {t(language, on ? 'door.passwords.switch-off' : 'door.passwords.switch-on')}
              </button>
              <p class="hint">{t(language, 'door.passwords.rescue', { command: RESCUE })}</p>
            </Form>
          )}
        </section>
      </main>
    </Frame>,
    (refusal?.status ?? 200) as 200,
  )
}
