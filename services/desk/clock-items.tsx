// The items of the clock at the desk: what comes round how often, whose duty it is, and when somebody is reminded.
import { Hono } from 'hono'
import { z } from 'zod'
import { cycleSchema } from '../../config/cycle.ts'
import { pick, t } from '../../config/i18n.ts'
import type { Label } from '../../config/place.ts'
import { type ClockItemRow, listClockItems } from '../../db/clock.ts'
import { type DutyRow, listDuties } from '../../db/duties.ts'
import { addUsualItems, dropClockItem, keepClockItem } from '../clock-work.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import { readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { ClockCycle, sentCycle } from './clock-cycle.tsx'
import { LabelFields } from './label-fields.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'

const line = z.string().trim().max(200).default('')
const form = z.object({
  ...{ id: z.string().max(40).default(''), label_fi: line, label_sv: line, label_en: line },
  duty: z.string().max(40).default(''),
  leads: z
    .string()
    .regex(/^ *(\d{1,2} *(, *\d{1,2} *){0,5})?$/, 'must be days, such as 14, 2')
    .default(''),
})

export function clockItemRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const edit = [signedIn(deps), mayAt(deps, 'edit')] as const
  app.get('/:place/clock/items', ...edit, (c) => show(deps, c))
  app.post('/:place/clock/items', ...edit, async (c) => {
    const fields = await readForm(c)
    try {
      const { id, duty, leads, label_fi: fi, label_sv: sv, label_en: en } = readStrictly(form, fields)
      const label = Object.fromEntries(Object.entries({ fi, sv, en }).filter(([, text]) => text)) as Label
      const cycle = cycleSchema.safeParse(sentCycle(fields))
      // A rule that would never come round is told in words, not by the path of a field.
      if (!cycle.success) throw new Refusal('clock-never', 400)
      if (!Object.keys(label).length)
        throw new Refusal('invalid', 400, { complaints: [{ path: 'label', message: '–' }] })
      const days = [
        ...new Set(
          leads
            .split(',')
            .filter((one) => one.trim())
            .map(Number),
        ),
      ]
      await keepClockItem(deps, actOf(c), id || null, {
        label,
        duty: duty || null,
        cycle: cycle.data,
        leads: days,
      })
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error
      return show(deps, c, error)
    }
    return c.redirect(deskPath(c, '/clock/items?saved=1'), 303)
  })
  app.post('/:place/clock/items/:id/end', ...edit, async (c) => {
    await readForm(c)
    await dropClockItem(deps, actOf(c), c.req.param('id'))
    return c.redirect(deskPath(c, '/clock/items?saved=1'), 303)
  })
  app.post('/:place/clock/usual', ...edit, async (c) => {
    await readForm(c)
    await addUsualItems(deps, actOf(c))
    return c.redirect(deskPath(c, '/clock?saved=1'), 303)
  })
  return app
}

async function show({ db }: Deps, c: DeskContext, refusal?: Refusal): Promise<Response> {
  const { language, place } = c.var
  const items = await listClockItems(db, [place.id])
  const duties = await listDuties(db, place.id)
  const title = t(language, 'clock.items')
  return c.html(
    <DeskPage c={c} title={title} current="clock">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'clock.items.lede')}</p>
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {c.req.query('saved') && !refusal && <Say tone="good" title={t(language, 'desk.saved')} />}
        {items.map((item) => {
          const name = pick(item.label, language, place.languages[0])
          return (
            <details class="fold">
              <summary>
                <b>{name}</b>
              </summary>
              <ItemFields c={c} item={item} duties={duties} />
              <Form c={c} action={deskPath(c, `/clock/items/${item.id}/end`)}>
                <button type="submit" class="button plain">
                  {t(language, 'clock.items.end')}
                  <span class="vh">: {name}</span>
                </button>
              </Form>
            </details>
          )
        })}
        <details class="fold">
          <summary>
            <b>{t(language, 'clock.items.add')}</b>
          </summary>
          <ItemFields c={c} item={undefined} duties={duties} />
        </details>
        <p class="acts">
          <a href={deskPath(c, '/clock')}>{t(language, 'today.clock.open')}</a>
        </p>
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

type FieldsProps = { c: DeskContext; item: ClockItemRow | undefined; duties: readonly DutyRow[] }

function ItemFields({ c, item, duties }: FieldsProps) {
  const { language, place } = c.var
  const own = item?.id ?? 'new'
  return (
    <Form c={c} action={deskPath(c, '/clock/items')} class="settings">
      <input type="hidden" name="id" value={item?.id ?? ''} />
      <LabelFields c={c} own={own} label={item?.label} />
      <Field id={`${own}-duty`} label={t(language, 'clock.whose')}>
        <select id={`${own}-duty`} name="duty">
          <option value="">{t(language, 'clock.nobody')}</option>
          {duties.map((one) => (
            <option value={one.id} selected={one.id === item?.duty_id}>
              {pick(one.label, language, place.languages[0])}
            </option>
          ))}
        </select>
      </Field>
      <ClockCycle language={language} own={own} cycle={item?.history.at(-1)?.cycle} />
      <Field id={`${own}-leads`} label={t(language, 'clock.leads')} hint={t(language, 'clock.leads.hint')}>
        <input
          id={`${own}-leads`}
          name="leads"
          type="text"
          maxlength={30}
          value={item?.leads.join(', ') ?? '7'}
          aria-describedby={`${own}-leads-hint`}
        />
      </Field>
      <button type="submit" class="button">
        {t(language, 'desk.save')}
      </button>
    </Form>
  )
}
