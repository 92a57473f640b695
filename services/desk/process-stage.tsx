// One stage of the process: vaihe ja vastuu, kriittiset tehtävät, lähtötiedot, syntyvä tieto, and what they really are.
import { t } from '../../config/i18n.ts'
import type { listTicks } from '../../db/process.ts'
import type { Stage } from '../../db/schema.ts'
import { sayQuarter } from '../digest/say.ts'
import type { Fields } from '../same-origin.ts'
import type { DutyName } from './duty-names.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form } from './parts.tsx'
import { DutyChoice, RowOf } from './plan-frame.tsx'
import { Real, type RealThing } from './process-real.tsx'
import { textOf } from './row-routes.ts'

type Props = {
  c: DeskContext
  stage: Stage
  year: string
  ticks: Awaited<ReturnType<typeof listTicks>>
  duties: readonly DutyName[]
  things: readonly RealThing[]
  edits: boolean
  ticksThem: boolean
  seen: number
  sent: Fields
}

export function StageSection(props: Props) {
  const { c, stage, year, duties, edits } = props
  const { language } = c.var
  const periods = { quarter: [1, 2, 3, 4].map((n) => `${year}-q${n}`), year: [year] }
  return (
    <section class="stage" aria-labelledby={stage.id}>
      <h2 id={stage.id}>{stage.label}</h2>
      <p class="quiet">
        {t(language, 'plan.duty')}:{' '}
        {duties.find((one) => one.id === stage.duty)?.told ?? t(language, `process.owner.${stage.id}`)}
      </p>
      <h3>{t(language, 'process.tasks')}</h3>
      <ul class="tasks">
        {stage.tasks.map((task) => (
          <li id={task.id}>
            <span>{task.label}</span>
            <div class="acts">
              {periods[task.each].map((period) => (
                <Tick {...props} task={task} period={period} />
              ))}
            </div>
          </li>
        ))}
      </ul>
      <div class="pair">
        {(['inputs', 'outputs'] as const).map((one) => (
          <div>
            <h3>{t(language, `process.${one}`)}</h3>
            <ul>
              {stage[one].map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <Real c={c} things={props.things} />
      {edits && <StageForm {...props} />}
    </section>
  )
}

/** A task in one period, ticked or not; whoever may only read sees it in words. */
function Tick({
  c,
  year,
  ticks,
  ticksThem,
  task,
  period,
}: Props & { task: Stage['tasks'][number]; period: string }) {
  const { language } = c.var
  const done = ticks.find((one) => one.period === period && one.task === task.id)
  const name = period === year ? year : sayQuarter(language, period)
  const words = t(language, done ? 'process.done' : 'process.undone', { period: name })
  if (!ticksThem) return <span class={done ? 'good' : 'quiet'}>{words}</span>
  return (
    <Form c={c} action={deskPath(c, `/process/${year}/ticks`)}>
      <input type="hidden" name="period" value={period} />
      <input type="hidden" name="task" value={task.id} />
      <button
        type="submit"
        class="button plain"
        name="done"
        value={done ? '0' : '1'}
        aria-pressed={done !== undefined}
      >
        {words}
        <span class="vh">
          : {task.label}
          {done && `, ${done.by}`}
        </span>
      </button>
    </Form>
  )
}

function StageForm({ c, stage, year, duties, seen, sent }: Props) {
  const { language } = c.var
  const was = (name: string, kept: string | null) => (name in sent ? textOf(sent[name]) : (kept ?? ''))
  const own = `stage-${stage.id}`
  const lists = [
    ['quarter_tasks', stage.tasks.filter((one) => one.each === 'quarter').map((one) => one.label)],
    ['year_tasks', stage.tasks.filter((one) => one.each === 'year').map((one) => one.label)],
    ['inputs', stage.inputs],
    ['outputs', stage.outputs],
  ] as const
  return (
    <details class="fold" open={Object.keys(sent).length > 0}>
      <summary>
        {t(language, 'plan.edit')}
        <span class="vh">: {stage.label}</span>
      </summary>
      <Form c={c} action={deskPath(c, `/process/${year}/stage`)} class="settings">
        <RowOf id={year} seen={seen} />
        <input type="hidden" name="stage" value={stage.id} />
        <Field id={`${own}-label`} label={t(language, 'process.label')}>
          <input
            id={`${own}-label`}
            name="label"
            type="text"
            required
            maxlength={300}
            value={was('label', stage.label)}
          />
        </Field>
        <Field id={`${own}-duty`} label={t(language, 'plan.duty')} hint={t(language, 'process.duty.hint')}>
          <DutyChoice c={c} id={`${own}-duty`} duties={duties} value={was('duty_id', stage.duty)} />
        </Field>
        {lists.map(([name, all]) => (
          <Field id={`${own}-${name}`} label={t(language, `process.form.${name}`)}>
            <textarea id={`${own}-${name}`} name={name} rows={Math.max(2, all.length)}>
              {was(name, all.join('\n'))}
            </textarea>
          </Field>
        ))}
        <button type="submit" class="button">
          {t(language, 'desk.save')}
        </button>
      </Form>
    </details>
  )
}
