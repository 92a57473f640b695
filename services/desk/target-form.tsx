// The form of a target: a new one, or one that is set right.
import { t } from '../../config/i18n.ts'
import type { TargetRow } from '../../db/targets.ts'
import { figures } from '../domain/figures/list.ts'
import type { Fields } from '../same-origin.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'

/** Whole figures only: a part of one is no target of a town. */
const bound = ['F1', 'F4', 'F10', 'F11', 'F13', 'F15', 'F16', 'F19', 'F20', 'F30', 'F31'] as const
const directions = ['up', 'down', 'range'] as const

type Props = {
  c: DeskContext
  year: number
  /** Undefined: a new one. */
  target: TargetRow | undefined
  /** What was sent of it and refused. */
  sent: Fields | undefined
}

export function TargetForm({ c, year, target, sent }: Props) {
  const { language } = c.var
  const own = target?.public_id ?? 'new'
  type Name = 'label' | 'figure' | 'direction' | 'baseline' | 'aim' | 'least'
  const was = (name: Name): string => {
    const typed = sent?.[name]
    return typeof typed === 'string' ? typed : (target?.[name] ?? '')
  }
  const input = (name: 'label' | 'baseline' | 'aim' | 'least', required = false) => (
    <Field id={`${own}-${name}`} label={t(language, `targets.${name}`)}>
      <input
        id={`${own}-${name}`}
        name={name}
        type="text"
        required={required}
        maxlength={160}
        value={was(name)}
      />
    </Field>
  )
  const cumulative = sent ? sent.cumulative === '1' : (target?.cumulative ?? true)
  return (
    <Form c={c} action={deskPath(c, target ? '/targets/change' : '/targets')} class="settings">
      <input type="hidden" name="year" value={String(year)} />
      {target && (
        <>
          <input type="hidden" name="id" value={target.public_id} />
          <input type="hidden" name="seen" value={target.at.toISOString()} />
        </>
      )}
      {input('label', true)}
      <div class="pair">
        <Field id={`${own}-figure`} label={t(language, 'targets.figure')}>
          <select id={`${own}-figure`} name="figure">
            <option value="">{t(language, 'targets.by-hand')}</option>
            {figures
              .filter((one) => (bound as readonly string[]).includes(one.id))
              .map((one) => (
                <option value={one.id} selected={was('figure') === one.id}>
                  {one.id} {t(language, `figure.${one.id}.name`)}
                </option>
              ))}
          </select>
        </Field>
        <Field id={`${own}-direction`} label={t(language, 'targets.direction')}>
          <select id={`${own}-direction`} name="direction">
            {directions.map((one) => (
              <option value={one} selected={was('direction') === one}>
                {t(language, `targets.direction.${one}`)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <div class="pair three">
        {input('baseline')}
        {input('aim', true)}
        {input('least')}
      </div>
      <label class="check">
        <input type="checkbox" name="cumulative" value="1" checked={cumulative} />{' '}
        {t(language, 'targets.cumulative')}
      </label>
      <button type="submit" class={target ? 'button' : 'button main'}>
        {t(language, target ? 'desk.save' : 'targets.save')}
        {target && <span class="vh">: {target.label}</span>}
      </button>
    </Form>
  )
}
