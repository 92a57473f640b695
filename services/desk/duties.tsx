// Duties: who answers for what at the place, and who stands in; everybody reads them, an administrator sets them.
import { Hono } from 'hono'
import { z } from 'zod'
import { pick, t } from '../../config/i18n.ts'
import { type DutyRow, listDuties } from '../../db/duties.ts'
import { listPeople } from '../../db/people.ts'
import type { Deps } from '../deps.ts'
import { may } from '../domain/roles.ts'
import { addUsualDuties, dutyAsSeen, keepDuty, removeDuty, usualDuties } from '../duties.ts'
import type { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import { type Fields, readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { RowHead, readLabel, sentOf } from './label-fields.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, RemoveForm, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'
import { textOf, tryForm } from './row-routes.ts'

const line = z.string().trim().max(200).default('')
const person = z.union([
  z.literal('').transform(() => null),
  z.coerce.number().int().min(1).max(2_147_483_647),
])
const form = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/, 'must be 2 to 40 of a-z, 0-9 and -'),
  ...{ label_fi: line, label_sv: line, label_en: line },
  holder: person.default(null),
  deputy: person.default(null),
})

export function dutyRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const administer = mayAt(deps, 'administer')

  app.get('/:place/duties', signedIn(deps), mayAt(deps, 'read'), (c) => show(deps, c))

  app.post('/:place/duties', signedIn(deps), administer, (c) =>
    tryForm(
      c,
      async (fields) => {
        if (fields.usual === '1') await addUsualDuties(deps, actOf(c))
        else {
          const { id, holder, deputy } = readStrictly(form, fields)
          const duty = { label: readLabel(fields), holder, deputy }
          await keepDuty(deps, actOf(c), id, duty, fields.is === 'new' ? null : textOf(fields.seen))
        }
        return '/duties'
      },
      (_, refusal, sent) => show(deps, c, refusal, sent),
    ),
  )

  app.post('/:place/duties/:id/remove', signedIn(deps), administer, async (c) => {
    await readForm(c)
    await removeDuty(deps, actOf(c), c.req.param('id'))
    return c.redirect(deskPath(c, '/duties?saved=1'), 303)
  })
  return app
}

async function show({ db }: Deps, c: DeskContext, refusal?: Refusal, sent: Fields = {}): Promise<Response> {
  const { language, place, role } = c.var
  const duties = await listDuties(db, place.id)
  const people = await listPeople(db, place.id)
  const sets = may(role, 'administer')
  const missing = usualDuties.filter((id) => !duties.some((one) => one.id === id))
  const title = t(language, 'duties.title')
  return c.html(
    <DeskPage c={c} title={title} current="settings">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'duties.lede')}</p>
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {c.req.query('saved') && <Say tone="good" title={t(language, 'desk.saved')} />}
        {duties.length === 0 && <p>{t(language, 'duties.none')}</p>}
        {sets && missing.length > 0 && (
          <Form c={c} action={deskPath(c, '/duties')}>
            <button type="submit" class="button" name="usual" value="1">
              {t(language, 'duties.usual')}
            </button>
            <p class="hint">{missing.map((id) => t(language, `duty.${id}`)).join(', ')}</p>
          </Form>
        )}
        {duties.map((one) => (
          <Duty {...{ c, people, sets }} duty={one} sent={sentOf(sent, one.id)} />
        ))}
        {sets && (
          <details class="fold" open={sentOf(sent, undefined) !== undefined}>
            <summary>
              <b>{t(language, 'duties.add')}</b>
            </summary>
            <DutyFields {...{ c, people }} duty={undefined} sent={sentOf(sent, undefined)} />
          </details>
        )}
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

type People = Awaited<ReturnType<typeof listPeople>>

type DutyProps = {
  c: DeskContext
  duty: DutyRow
  people: People
  sets: boolean
  /** What was sent of it and refused. */
  sent: Fields | undefined
}

function Duty({ c, duty, people, sets, sent }: DutyProps) {
  const { language, place } = c.var
  const name = pick(duty.label, language, place.languages[0])
  const nobody = t(language, 'duties.nobody')
  const told = `${duty.holder?.name ?? nobody} · ${t(language, 'duties.deputy')}: ${duty.deputy?.name ?? nobody}`
  if (!sets)
    return (
      <p>
        <b>{name}</b> <span class="quiet">{told}</span>
      </p>
    )
  return (
    <details class="fold" open={sent !== undefined}>
      <summary>
        <b>{name}</b> <span class="quiet">{told}</span>
      </summary>
      <DutyFields {...{ c, people, duty, sent }} />
      <RemoveForm
        c={c}
        action={deskPath(c, `/duties/${duty.id}/remove`)}
        label={t(language, 'duties.remove')}
        of={name}
      />
    </details>
  )
}

type FieldsProps = Pick<DutyProps, 'c' | 'people' | 'sent'> & { duty: DutyRow | undefined }

function DutyFields({ c, duty, people, sent }: FieldsProps) {
  const { language } = c.var
  const own = duty?.id ?? 'new'
  const sorted = people.toSorted((a, b) => a.name.localeCompare(b.name, 'fi'))
  return (
    <Form c={c} action={deskPath(c, '/duties')} class="settings">
      <RowHead c={c} id={duty?.id} label={duty?.label} sent={sent} />
      {duty && <input type="hidden" name="seen" value={dutyAsSeen(duty)} />}
      <div class="pair">
        {(['holder', 'deputy'] as const).map((one) => (
          <Field id={`${own}-${one}`} label={t(language, `duties.${one}`)}>
            <select id={`${own}-${one}`} name={one}>
              <option value="">{t(language, 'duties.nobody')}</option>
              {sorted.map(({ id, name }) => (
                <option
                  value={String(id)}
                  selected={sent ? textOf(sent[one]) === String(id) : id === duty?.[one]?.person_id}
                >
                  {name}
                </option>
              ))}
            </select>
          </Field>
        ))}
      </div>
      <button type="submit" class="button">
        {t(language, 'desk.save')}
      </button>
    </Form>
  )
}
