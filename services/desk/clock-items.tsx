// The items of the clock at the desk: what comes round how often, whose duty it is, and when somebody is reminded.
import { Hono } from 'hono'
import { z } from 'zod'
import { pick, t } from '../../config/i18n.ts'
import { type ClockItemRow, listClockItems } from '../../db/clock.ts'
import { type DutyRow, listDuties } from '../../db/duties.ts'
import type { Followed } from '../../db/schema.ts'
import { cycleFields, takeCycle } from '../audiences.ts'
import { rowPath } from '../clock-words.ts'
import { addUsualItems, dropClockItem, keepClockItem, keepLeads } from '../clock-work.ts'
import type { Deps } from '../deps.ts'
import { isFollowed } from '../domain/clock.ts'
import { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import { type Fields, readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { CycleFields } from './cycle-fields.tsx'
import { LabelFields, readLabel } from './label-fields.tsx'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Field, Form, Say } from './parts.tsx'
import { RowOf } from './plan-frame.tsx'
import { refusalWords } from './refused.tsx'
import { textOf } from './row-routes.ts'

const line = z.string().trim().max(200).default('')
const sentLeads = z
  .string()
  .regex(/^ *(\d{1,2} *(, *\d{1,2} *){0,5})?$/, 'must be days, such as 14, 2')
  .default('')
  .transform((text) => [...new Set(text.split(',').flatMap((one) => (one.trim() ? [Number(one)] : [])))])
const form = z.object({
  ...{ id: z.string().max(40).default(''), label_fi: line, label_sv: line, label_en: line },
  duty: z.string().max(40).default(''),
  leads: sentLeads,
  seen: z.coerce.number().int().optional(),
  ...cycleFields,
})

export function clockItemRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const edit = [signedIn(deps), mayAt(deps, 'edit')] as const
  app.get('/:place/clock/items', ...edit, (c) => show(deps, c))
  app.post('/:place/clock/items', ...edit, async (c) => {
    const fields = await readForm(c)
    try {
      const sent = takeCycle(readStrictly(form, fields))
      const { id, duty, leads, cycle, seen } = sent
      const label = readLabel(fields)
      if (!cycle) throw new Refusal('cycle-unclear', 400)
      if (!Object.keys(label).length)
        throw new Refusal('invalid', 400, { complaints: [{ path: 'label', message: '–' }] })
      const item = { label, duty: duty || null, cycle, leads }
      await keepClockItem(deps, actOf(c), id || null, item, seen)
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error
      // What somebody has ended meanwhile is kept by adding it anew.
      return show(deps, c, error, error.code === 'row-gone' ? { ...fields, id: '' } : fields)
    }
    return c.redirect(deskPath(c, '/clock/items?saved=1'), 303)
  })
  app.post('/:place/clock/items/:id/leads', ...edit, async (c) => {
    const { leads } = readStrictly(z.object({ leads: sentLeads }), await readForm(c))
    await keepLeads(deps, actOf(c), c.req.param('id'), leads)
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

async function show({ db }: Deps, c: DeskContext, refusal?: Refusal, sent: Fields = {}): Promise<Response> {
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
            <details class="fold" open={sent.id === item.id}>
              <summary>
                <b>{name}</b>
              </summary>
              <ItemFields {...{ c, item, duties }} sent={sent.id === item.id ? sent : undefined} />
              {!isFollowed(item.work) && (
                <Form c={c} action={deskPath(c, `/clock/items/${item.id}/end`)}>
                  <button type="submit" class="button plain">
                    {t(language, 'clock.items.end')}
                    <span class="vh">: {name}</span>
                  </button>
                </Form>
              )}
            </details>
          )
        })}
        <details class="fold" open={sent.id === ''}>
          <summary>
            <b>{t(language, 'clock.items.add')}</b>
          </summary>
          <ItemFields {...{ c, item: undefined, duties }} sent={sent.id === '' ? sent : undefined} />
        </details>
        <p class="acts">
          <a href={deskPath(c, '/clock')}>{t(language, 'today.clock.open')}</a>
        </p>
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

type FieldsProps = {
  c: DeskContext
  item: ClockItemRow | undefined
  duties: readonly DutyRow[]
  sent: Fields | undefined
}

function ItemFields({ c, item, duties, sent }: FieldsProps) {
  const { language, place } = c.var
  const own = item?.id ?? 'new'
  if (item && isFollowed(item.work)) return <FollowedFields c={c} item={item} work={item.work} />
  return (
    <Form c={c} action={deskPath(c, '/clock/items')} class="settings">
      <RowOf id={item?.id} seen={item?.revision ?? 0} />
      <LabelFields c={c} own={own} label={sent ? readLabel(sent) : item?.label} />
      <Field id={`${own}-duty`} label={t(language, 'clock.whose')}>
        <select id={`${own}-duty`} name="duty">
          <option value="">{t(language, 'clock.nobody')}</option>
          {duties.map((one) => (
            <option value={one.id} selected={one.id === (sent ? sent.duty : item?.duty_id)}>
              {pick(one.label, language, place.languages[0])}
            </option>
          ))}
        </select>
      </Field>
      <CycleFields c={c} own={own} cycle={item?.history.at(-1)?.cycle ?? null} sent={sent} timed />
      <Leads c={c} own={own} leads={sent ? textOf(sent.leads) : (item?.leads ?? [7]).join(', ')} />
      <button type="submit" class="button">
        {t(language, 'desk.save')}
      </button>
    </Form>
  )
}

/** Of what follows a row: where that is, and when it is reminded of. */
function FollowedFields({ c, item, work }: { c: DeskContext; item: ClockItemRow; work: Followed }) {
  const { language, place } = c.var
  return (
    <>
      <p>
        {t(language, 'clock.items.follows')}{' '}
        <a href={deskPath(c, rowPath(work, item.id))}>
          {t(language, 'clock.open-work')}
          <span class="vh">: {pick(item.label, language, place.languages[0])}</span>
        </a>
      </p>
      <Form c={c} action={deskPath(c, `/clock/items/${item.id}/leads`)} class="settings">
        <Leads c={c} own={item.id} leads={item.leads.join(', ')} />
        <button type="submit" class="button">
          {t(language, 'desk.save')}
        </button>
      </Form>
    </>
  )
}

function Leads({ c, own, leads }: { c: DeskContext; own: string; leads: string }) {
  const { language } = c.var
  return (
    <Field id={`${own}-leads`} label={t(language, 'clock.leads')} hint={t(language, 'clock.leads.hint')}>
      <input
        id={`${own}-leads`}
        name="leads"
        type="text"
        maxlength={30}
        value={leads}
        aria-describedby={`${own}-leads-hint`}
      />
    </Field>
  )
}
