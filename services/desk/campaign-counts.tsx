// A campaign's counters at the desk: how far each is, one press more, and what was marked.
import { formatNumber, t } from '../../config/i18n.ts'
import type { CounterRow, listMarks } from '../../db/campaign-counts.ts'
import type { CampaignRow } from '../../db/campaigns.ts'
import { counterKinds } from '../../db/schema.ts'
import { sayDay } from '../digest/say.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form, RemoveForm } from './parts.tsx'

type Mark = Awaited<ReturnType<typeof listMarks>>[number]
type Props = {
  c: DeskContext
  row: CampaignRow
  counters: readonly CounterRow[]
  /** Posts with the campaign's hashtags on its days; null when it has none. */
  posts: number | null
  marks: readonly Mark[]
  today: string
}

export function Counters({ c, row, counters, posts, marks, today }: Props) {
  const { language } = c.var
  const remove = deskPath(c, `/campaigns/${row.public_id}/remove`)
  return (
    <section aria-labelledby="counters">
      <h2 id="counters">{t(language, 'counters.title')}</h2>
      {counters.length === 0 && <p class="quiet">{t(language, 'counters.none')}</p>}
      <ul class="noted">
        {counters.map((one) => {
          const actual = one.kind === 'posts' ? posts : one.marked
          return (
            <li class="counter">
              <p>
                <b>{one.label}</b>{' '}
                <span class="big">
                  {actual === null ? t(language, 'desk.unknown') : formatNumber(language, actual)}
                  {one.aim !== null && `/${formatNumber(language, one.aim)}`}
                </span>
              </p>
              {one.kind === 'posts' ? (
                <p class="quiet">{t(language, 'counters.posts')}</p>
              ) : (
                <MarkForm {...{ c, row, today }} counter={one} />
              )}
              <RemoveForm c={c} action={remove} label={t(language, 'counters.remove')} of={one.label}>
                <input type="hidden" name="counter" value={one.id} />
              </RemoveForm>
            </li>
          )
        })}
      </ul>
      {marks.length > 0 && (
        <details class="fold">
          <summary>{t(language, 'counters.marks', { n: marks.length })}</summary>
          <ul class="noted">
            {marks.map((mark) => (
              <li>
                {mark.told ?? mark.label}{' '}
                <span class="quiet">
                  {[`+${formatNumber(language, mark.n)}`, sayDay(language, mark.day, true), mark.by].join(
                    ' · ',
                  )}
                </span>
                <RemoveForm
                  c={c}
                  action={remove}
                  label={t(language, 'counters.unmark')}
                  of={mark.told ?? mark.label}
                >
                  <input type="hidden" name="mark" value={mark.public_id} />
                </RemoveForm>
              </li>
            ))}
          </ul>
        </details>
      )}
      <details class="fold">
        <summary>{t(language, 'counters.new')}</summary>
        <Form c={c} action={deskPath(c, `/campaigns/${row.public_id}/counters`)} class="settings">
          <div class="pair">
            <Field id="counter-label" label={t(language, 'counters.label')}>
              <input id="counter-label" name="label" type="text" required maxlength={120} />
            </Field>
            <Field id="counter-kind" label={t(language, 'counters.kind')}>
              <select id="counter-kind" name="kind">
                {counterKinds.map((one) => (
                  <option value={one}>{t(language, `counters.kind.${one}`)}</option>
                ))}
              </select>
            </Field>
            <Field id="counter-aim" label={t(language, 'counters.aim')}>
              <input id="counter-aim" name="aim" type="number" min={1} max={1000000} />
            </Field>
          </div>
          <button type="submit" class="button">
            {t(language, 'counters.add')}
          </button>
        </Form>
      </details>
    </section>
  )
}

type MarkProps = Pick<Props, 'c' | 'row' | 'today'> & { counter: CounterRow }

function MarkForm({ c, row, counter, today }: MarkProps) {
  const { language } = c.var
  const id = (name: string) => `${counter.id}-${name}`
  return (
    <Form c={c} action={deskPath(c, `/campaigns/${row.public_id}/marks`)} class="settings">
      <input type="hidden" name="counter" value={counter.id} />
      <div class="pair">
        <Field id={id('n')} label={t(language, 'counters.n')}>
          <input id={id('n')} name="n" type="number" min={1} max={100000} value="1" required />
        </Field>
        <Field id={id('day')} label={t(language, 'notes.day')}>
          <input id={id('day')} name="day" type="date" required max={today} value={today} />
        </Field>
      </div>
      <Field id={id('told')} label={t(language, 'counters.told')}>
        <input id={id('told')} name="told" type="text" maxlength={300} />
      </Field>
      <button type="submit" class="button">
        {t(language, 'counters.mark')}
        <span class="vh">: {counter.label}</span>
      </button>
    </Form>
  )
}
