// People of a place: who works here in which role; inviting, changing, leaving.
import { Hono } from 'hono'
import { z } from 'zod'
import { formatDate, languages, t } from '../../config/i18n.ts'
import { listPeople } from '../../db/people.ts'
import { roles } from '../../db/schema.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { changeRole, endPerson, invitePerson, relinkPerson } from '../people.ts'
import { readStrictly } from '../rim.tsx'
import { type Fields, readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { Invite, type Made, NewLink } from './invite.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

const invitation = z.object({
  email: z.email().max(200),
  name: z.string().trim().min(1).max(200),
  role: z.enum(roles),
  language: z.enum(languages).default('fi'),
})
const change = z.object({ role: z.enum(roles) })
const number = z.coerce.number().int().min(1).max(2_147_483_647)

export function peopleRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const administer = mayAt(deps, 'administer')
  const person = (c: DeskContext) => {
    const read = number.safeParse(c.req.param('id'))
    if (!read.success) throw new Refusal('not-found', 404)
    return read.data
  }
  /** Does it; a link that was made is shown at once and once, and so is what was in the way. */
  const does = async (c: DeskContext, work: () => Promise<Made | undefined>, fields: Fields = {}) => {
    try {
      const made = await work()
      return made ? await show(deps, c, { made }) : c.redirect(deskPath(c, '/people?saved=1'), 303)
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error
      return show(deps, c, { refusal: error, fields })
    }
  }

  app.get('/:place/people', signedIn(deps), administer, (c) => show(deps, c, {}))

  app.post('/:place/people', signedIn(deps), administer, async (c) => {
    const fields = await readForm(c)
    const invite = async () => {
      const who = readStrictly(invitation, { ...fields, language: c.var.language })
      return { ...(await invitePerson(deps, actOf(c), who)), days: 7 }
    }
    return does(c, invite, fields)
  })

  app.post('/:place/people/:id/role', signedIn(deps), administer, async (c) => {
    const fields = await readForm(c)
    return does(
      c,
      async () => void (await changeRole(deps, actOf(c), person(c), readStrictly(change, fields).role)),
    )
  })

  app.post('/:place/people/:id/link', signedIn(deps), administer, async (c) => {
    await readForm(c)
    return does(c, async () => ({
      ...(await relinkPerson(deps, actOf(c), c.var.visitor, person(c))),
      days: 0,
    }))
  })

  app.post('/:place/people/:id/end', signedIn(deps), administer, async (c) => {
    await readForm(c)
    return does(c, async () => void (await endPerson(deps, actOf(c), person(c))))
  })
  return app
}

type Shown = { made?: Made; refusal?: Refusal; fields?: Fields }
type Person = Awaited<ReturnType<typeof listPeople>>[number]

async function show({ db }: Deps, c: DeskContext, { made, refusal, fields = {} }: Shown): Promise<Response> {
  const { language } = c.var
  const people = await listPeople(db, c.var.place.id)
  const title = t(language, 'people.title')
  const sorted = people.toSorted((a, b) => a.name.localeCompare(b.name, 'fi'))
  return c.html(
    <DeskPage c={c} title={title} current="settings">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {c.req.query('saved') && <Say tone="good" title={t(language, 'desk.saved')} />}
        {made && <NewLink c={c} made={made} />}
        <table class="rows">
          <thead>
            <tr>
              {(['name', 'role', 'state', 'actions'] as const).map((one) => (
                <th scope="col">{t(language, `people.${one}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((one) => (
              <PersonRow c={c} person={one} />
            ))}
          </tbody>
        </table>
        <Invite c={c} sent={fields} />
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

function PersonRow({ c, person }: { c: DeskContext; person: Person }) {
  const { language, place, now } = c.var
  const at = deskPath(c, `/people/${person.id}`)
  const until = person.link_until
  const state =
    person.signed || person.town
      ? t(language, 'people.in')
      : until && until > now
        ? t(language, 'people.invited', { day: formatDate(language, until, place.time_zone, 'short') })
        : t(language, 'people.waiting')
  const name = <span class="vh">: {person.name}</span>
  return (
    <tr>
      <th scope="row">
        {person.name}
        <span class="quiet">{person.email}</span>
      </th>
      <td data-label={t(language, 'people.role')}>
        {person.given === 'town' ? (
          <>
            {t(language, `role.${person.role}`)} <span class="quiet">{t(language, 'people.town')}</span>
          </>
        ) : (
          <Form c={c} action={`${at}/role`} class="acts">
            <label class="vh" for={`role-${person.id}`}>
              {t(language, 'people.role')}
              {name}
            </label>
            <select id={`role-${person.id}`} name="role">
              {roles.map((one) => (
                <option value={one} selected={one === person.role}>
                  {t(language, `role.${one}`)}
                </option>
              ))}
            </select>
            <button type="submit" class="button plain">
              {t(language, 'people.change')}
              {name}
            </button>
          </Form>
        )}
      </td>
      <td data-label={t(language, 'people.state')}>
        {state}
        {person.operator && `, ${t(language, 'people.operator')}`}
        {person.town && `, ${t(language, 'people.tied')}`}
      </td>
      <td>
        <div class="acts">
          <Form c={c} action={`${at}/link`}>
            <button type="submit" class="button plain">
              {t(language, 'people.link')}
              {name}
            </button>
          </Form>
          <Form c={c} action={`${at}/end`}>
            <button type="submit" class="button plain">
              {t(language, 'people.end')}
              {name}
            </button>
          </Form>
        </div>
      </td>
    </tr>
  )
}
