// The form of a row of the matrix.
import { t } from '../../config/i18n.ts'
import type { AudienceRow, RingRow } from '../../db/audiences.ts'
import { audienceSides } from '../../db/schema.ts'
import type { Fields } from '../same-origin.ts'
import { CycleFields } from './cycle-fields.tsx'
import type { DutyName } from './duty-names.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'
import { DutyChoice, RemoveRow, RowOf } from './plan-frame.tsx'

type Props = {
  c: DeskContext
  row: AudienceRow | undefined
  rings: readonly RingRow[]
  duties: readonly DutyName[]
  sent: Fields
  seen: number
}

export function AudienceForm({ c, row, rings, duties, sent, seen }: Props) {
  const { language } = c.var
  const text = (name: 'whom' | 'what' | 'how' | 'cadence' | 'who') =>
    typeof sent[name] === 'string' ? sent[name] : (row?.[name] ?? '')
  const input = (name: 'whom' | 'cadence' | 'who', required = false) => (
    <Field id={name} label={t(language, `audiences.${name}`)} hint={t(language, `audiences.${name}.hint`)}>
      <input
        id={name}
        name={name}
        type="text"
        maxlength={200}
        required={required}
        value={text(name)}
        aria-describedby={`${name}-hint`}
      />
    </Field>
  )
  const area = (name: 'what' | 'how', rows: number) => (
    <Field id={name} label={t(language, `audiences.${name}`)} hint={t(language, `audiences.${name}.hint`)}>
      <textarea id={name} name={name} rows={rows} aria-describedby={`${name}-hint`}>
        {text(name)}
      </textarea>
    </Field>
  )
  return (
    <section aria-labelledby="row">
      <h2 id="row">{t(language, row ? 'audiences.change' : 'audiences.add')}</h2>
      <Form c={c} action={deskPath(c, '/audiences')} class="settings">
        <RowOf id={row?.id} seen={seen} />
        <div class="pair">
          <Field id="side" label={t(language, 'audiences.side')}>
            <select id="side" name="side">
              {audienceSides.map((one) => (
                <option value={one} selected={one === (sent.side ?? row?.side)}>
                  {t(language, `audiences.${one}`)}
                </option>
              ))}
            </select>
          </Field>
          <Field id="ring" label={t(language, 'audiences.ring')}>
            <select id="ring" name="ring">
              <option value="">–</option>
              {rings.map((one) => (
                <option value={one.id} selected={one.id === (sent.ring ?? row?.ring)}>
                  {one.label}
                </option>
              ))}
            </select>
          </Field>
        </div>
        {input('whom', true)}
        {area('what', 6)}
        {area('how', 3)}
        {input('cadence')}
        <CycleFields {...{ c, sent }} own="row" cycle={row?.cycle ?? null} />
        <div class="pair">
          {input('who')}
          <Field id="duty" label={t(language, 'plan.duty')} hint={t(language, 'plan.duty.hint')}>
            <DutyChoice c={c} id="duty" duties={duties} value={row?.duty_id ?? null} />
          </Field>
        </div>
        <button type="submit" class="button main">
          {t(language, 'desk.save')}
        </button>
        <a class="button plain" href={deskPath(c, '/audiences')}>
          {t(language, 'plan.cancel')}
        </a>
      </Form>
      {row && <RemoveRow c={c} path={`/audiences/${row.id}`} name={row.whom} />}
    </section>
  )
}
