// Actions on a digest's working page: what was promised before, opened first, and what is decided now.
import { pick, t } from '../../config/i18n.ts'
import { actionStates } from '../../db/schema.ts'
import { sayDay, sayQuarter } from '../digest/say.ts'
import type { ActionRecord, Written } from '../domain/digest-model.ts'
import { may } from '../domain/roles.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'

type Props = { c: DeskContext; quarter: string; written: Written; today: string }

/** Each promise with its state, and a small form to tell how it went. */
export function Promises({ c, quarter, written, today }: Props) {
  const { language, role } = c.var
  const open = written.promises.filter((one) => one.state === 'open').length
  return (
    <section aria-labelledby="promised">
      <h2 id="promised">{t(language, 'digest.actions.earlier')}</h2>
      {written.promises.length === 0 && <p class="quiet">{t(language, 'digest.actions.no-earlier')}</p>}
      {open > 0 && <p class="quiet">{t(language, 'digests.promises.lede', { n: open })}</p>}
      <ul class="noted">
        {written.promises.map((one) => (
          <li>
            <Described c={c} one={one} written={written} today={today} />
            {may(role, 'write') && <Tell c={c} quarter={quarter} one={one} today={today} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Described({ c, one, written, today }: Omit<Props, 'quarter'> & { one: ActionRecord }) {
  const { language, place } = c.var
  const area = written.areas.find((other) => other.id === one.area)
  const late = one.state === 'open' && one.due !== null && one.due < today
  const state = late ? t(language, 'digest.actions.late') : t(language, `digests.action.${one.state}`)
  const told = [
    sayQuarter(language, one.quarter),
    one.who,
    area && pick(area.label, language, place.languages[0]),
    one.due && t(language, 'digest.actions.until', { day: sayDay(language, one.due, true) }),
    state,
  ]
  return (
    <>
      <p dir="auto">{one.what}</p>
      <p class="quiet">
        {told.filter(Boolean).join(' · ')}
        {one.result && ` · ${one.result}`}
      </p>
    </>
  )
}

function Tell({
  c,
  quarter,
  one,
  today,
}: {
  c: DeskContext
  quarter: string
  one: ActionRecord
  today: string
}) {
  const { language } = c.var
  return (
    <details class="fold">
      <summary>
        {t(language, 'digests.action.tell')}
        <span class="vh">: {one.what}</span>
      </summary>
      <Form c={c} action={deskPath(c, `/digests/${quarter}/tell`)} class="settings">
        <input type="hidden" name="id" value={one.id} />
        <div class="pair">
          <Field id={`state-${one.id}`} label={t(language, 'digest.actions.state')}>
            <select id={`state-${one.id}`} name="state">
              {actionStates.map((state) => (
                <option value={state} selected={state === one.state}>
                  {t(language, `digests.action.${state}`)}
                </option>
              ))}
            </select>
          </Field>
          <Field id={`done-${one.id}`} label={t(language, 'digests.action.done-on')}>
            <input id={`done-${one.id}`} name="done" type="date" max={today} value={one.done ?? ''} />
          </Field>
        </div>
        <Field id={`result-${one.id}`} label={t(language, 'digests.action.result')}>
          <input
            id={`result-${one.id}`}
            name="result"
            type="text"
            maxlength={1000}
            value={one.result ?? ''}
          />
        </Field>
        <button type="submit" class="button">
          {t(language, 'digests.action.save')}
        </button>
      </Form>
    </details>
  )
}

/** What has been decided, and one action more. */
export function Decide({ c, quarter, written, today }: Props) {
  const { language, place } = c.var
  return (
    <section aria-labelledby="decide">
      <h2 id="decide">{t(language, 'digest.actions.now')}</h2>
      <ul class="noted">
        {written.actions.map((one) => (
          <li>
            <Described c={c} one={one} written={written} today={today} />
            <Form c={c} action={deskPath(c, `/digests/${quarter}/take-back`)}>
              <input type="hidden" name="id" value={one.id} />
              <button type="submit" class="button">
                {t(language, 'digests.action.remove')}
                <span class="vh">: {one.what}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
      <Form c={c} action={deskPath(c, `/digests/${quarter}/actions`)} class="settings">
        <Field id="what" label={t(language, 'digests.action.what')}>
          <input id="what" name="what" type="text" required maxlength={300} />
        </Field>
        <div class="pair">
          <Field
            id="who"
            label={t(language, 'digest.actions.who')}
            hint={t(language, 'digests.action.who-hint')}
          >
            <input id="who" name="who" type="text" required maxlength={120} aria-describedby="who-hint" />
          </Field>
          <Field id="due" label={t(language, 'digest.actions.by')}>
            <input id="due" name="due" type="date" min={today} />
          </Field>
        </div>
        {written.areas.length > 0 && (
          <Field id="area" label={t(language, 'digests.action.area')}>
            <select id="area" name="area">
              <option value="">{t(language, 'digests.action.no-area')}</option>
              {written.areas.map((area) => (
                <option value={area.id}>{pick(area.label, language, place.languages[0])}</option>
              ))}
            </select>
          </Field>
        )}
        <button type="submit" class="button main">
          {t(language, 'digests.action.decide')}
        </button>
      </Form>
    </section>
  )
}
