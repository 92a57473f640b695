// The steps of a guide as a list: who, how long, where, what to paste, and the mark of each.
import type { Env } from '../../config/env.ts'
import { formatDate, t } from '../../config/i18n.ts'
import { countDone, type Step, type StepMark } from '../domain/guide.ts'
import { Pastes, type Pasting } from './guide-paste.tsx'
import type { DeskContext } from './layout.tsx'
import { Form, Icon } from './parts.tsx'

export type Marks = ReadonlyMap<string, StepMark>

export const marksOf = (rows: readonly StepMark[]): Marks => new Map(rows.map((one) => [one.step, one]))

type StepProps = {
  c: DeskContext
  step: Step
  marks: Marks
  zone: string
  env: Env
  pasting: Pasting | undefined
  /** Where a mark is sent; undefined where it is only looked at. */
  action: string | undefined
}

export function StepItem({ c, step, marks, zone, env, pasting, action }: StepProps) {
  const { language } = c.var
  const mark = marks.get(step.id)
  return (
    <li class="step" id={step.id}>
      <h3>
        {t(language, `step.${step.id}`)}
        {step.optional && <span class="quiet"> ({t(language, 'guide.optional')})</span>}
      </h3>
      <p class="quiet">
        {t(language, 'guide.who')}: {t(language, `guide.who.${step.who}`)} · {t(language, 'guide.takes')}:{' '}
        {t(language, `guide.takes.${step.takes}`)}
      </p>
      <p>{t(language, `step.${step.id}.text`)}</p>
      {step.at && (
        <p>
          <a href={step.at} rel="noopener noreferrer">
            {t(language, 'guide.open', { site: step.at.replace(/^https:\/\/|\/$/g, '') })}
          </a>
        </p>
      )}
      {step.asksAddresses && pasting && (
        <p>
          <a href="#addresses">{t(language, 'guide.addresses')}</a>
        </p>
      )}
      {step.sets?.map((name) => (
        <p class="quiet">{t(language, env[name] ? 'guide.set' : 'guide.unset', { name })}</p>
      ))}
      {step.paste && pasting && <Pastes c={c} step={step} pasting={pasting} />}
      <MarkOf c={c} mark={mark} zone={zone} step={step} action={action} />
    </li>
  )
}

type MarkProps = Pick<StepProps, 'c' | 'step' | 'zone' | 'action'> & { mark: StepMark | undefined }

function MarkOf({ c, step, mark, zone, action }: MarkProps) {
  const { language } = c.var
  const when = mark && formatDate(language, mark.at, zone)
  return (
    <div class="mark-of">
      {mark ? (
        <p class="good">
          <Icon name="circle-check" />
          {t(language, 'guide.done.by', { who: mark.by, when: when ?? '' })}
        </p>
      ) : (
        !action && <p class="quiet">{t(language, 'guide.undone')}</p>
      )}
      {action && (
        <Form c={c} action={action}>
          <button type="submit" class={mark ? 'button plain' : 'button'} name="done" value={mark ? '0' : '1'}>
            {t(language, mark ? 'guide.undo' : 'guide.done')}
            <span class="vh">: {t(language, `step.${step.id}`)}</span>
          </button>
        </Form>
      )}
      {!action && step.who === 'operator' && <p class="quiet">{t(language, 'guide.operator')}</p>}
    </div>
  )
}

type ProgressProps = {
  c: DeskContext
  id: string
  steps: readonly Step[]
  marks: Marks
  visited: boolean
}

export function Progress({ c, id, steps, marks, visited }: ProgressProps) {
  const { done, all } = countDone(steps, marks, visited)
  return (
    <p class="progress">
      <progress max={all} value={done} aria-labelledby={`${id}-progress`} />
      <span id={`${id}-progress`}>{t(c.var.language, 'guide.progress', { done, all })}</span>
    </p>
  )
}
