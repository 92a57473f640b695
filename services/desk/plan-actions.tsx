// The actions of a plan: who answers for each, when, and what was planned against what has been done.
import { formatNumber, type Language, t } from '../../config/i18n.ts'
import type { AudienceRow, ChannelRow } from '../../db/audiences.ts'
import type { ActionRow, PlanRow } from '../../db/plans.ts'
import type { TopicRow } from '../../db/topics.ts'
import { sayDay } from '../digest/say.ts'
import { sayWhen } from '../digest/say-plan.ts'
import { dayOf } from '../domain/quarter.ts'
import type { readAction } from '../plan-progress.ts'
import type { DutyName } from './duty-names.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Field, Form, startOf } from './parts.tsx'

export type PlanLists = {
  c: DeskContext
  plan: PlanRow
  duties: readonly DutyName[]
  audiences: readonly AudienceRow[]
  channels: readonly ChannelRow[]
  areas: readonly TopicRow[]
}
type Told = Awaited<ReturnType<typeof readAction>>
type Props = PlanLists & { progress: readonly Told[]; writes: boolean; open: boolean }

export function Actions({ progress, writes, open, ...lists }: Props) {
  const { c, plan, duties } = lists
  const { language } = c.var
  const columns = ['what', 'who', 'when', 'planned', 'done'] as const
  const [, who = '', when = '', planned = '', done = ''] = columns.map((one) =>
    t(language, `plan.actions.${one}`),
  )
  const nobody = t(language, 'plan.actions.nobody')
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{t(language, 'plan.actions')}</h2>
      {plan.actions.length === 0 ? (
        <p class="quiet">{t(language, 'plan.actions.none')}</p>
      ) : (
        <table class="rows">
          <thead>
            <tr>
              {columns.map((one) => (
                <th scope="col" class={one === 'planned' || one === 'done' ? 'num' : undefined}>
                  {t(language, `plan.actions.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.actions.map((one, nth) => {
              const told = progress[nth]
              return (
                <tr id={one.id}>
                  <th scope="row">
                    {one.what}
                    <span class="quiet">{beside(lists, one)}</span>
                    {writes && (
                      <a href={deskPath(c, `/plan/${plan.id}?edit=${one.id}`)}>
                        {t(language, 'plan.edit')}
                        <span class="vh">: {one.what}</span>
                      </a>
                    )}
                    <Tied c={c} plan={plan} action={one} told={told} writes={writes} />
                  </th>
                  <td data-label={who}>{duties.find((duty) => duty.id === one.duty_id)?.told ?? nobody}</td>
                  <td data-label={when}>
                    {sayWhen(language, one) ?? t(language, 'plan.actions.no-time')}
                    <span class="quiet">{sayState(c, one)}</span>
                  </td>
                  <td class="num" data-label={planned}>
                    {sayCount(language, told?.planned)}
                  </td>
                  <td class="num" data-label={done}>
                    {sayCount(language, told?.done)}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {open && (
        <p>
          <a class="button" href={deskPath(c, `/plan/${plan.id}?edit=new`)}>
            {t(language, 'plan.actions.add')}
          </a>
        </p>
      )}
    </section>
  )
}

const sayCount = (language: Language, n: number | null | undefined) =>
  n === null || n === undefined ? t(language, 'plan.unknown') : formatNumber(language, n)

function beside({ plan, audiences, channels }: PlanLists, one: ActionRow): string {
  const goal = plan.goals.find((each) => each.id === one.goal_id)?.label
  const whom = audiences.find((each) => each.id === one.audience_id)?.whom
  const where = channels.filter((each) => one.channels.includes(each.id)).map((each) => each.name)
  return [goal, whom, where.join(', ')].filter(Boolean).join(' · ')
}

/** A passed day without a word of how it went is late. */
function sayState(c: DeskContext, { state, day, done_on, result }: ActionRow): string {
  const { language, now, place } = c.var
  const late = state === 'open' && day !== null && day < dayOf(now, place.time_zone)
  const done = done_on ? ` ${sayDay(language, done_on, true)}` : ''
  const words = late
    ? t(language, 'plan.actions.late')
    : `${t(language, `plan.actions.state.${state}`)}${done}`
  return [words, result].filter(Boolean).join('. ')
}

type TiedProps = { c: DeskContext; plan: PlanRow; action: ActionRow; told: Told | undefined; writes: boolean }
const MOST = 12

function Tied({ c, plan, action, told, writes }: TiedProps) {
  const { language } = c.var
  const tied = told?.tied ?? []
  return (
    <details class="fold">
      <summary>{t(language, 'plan.tied', { n: tied.length })}</summary>
      <ul>
        {tied.slice(0, MOST).map((one) => (
          <li>
            {one.url ? <a href={one.url}>{startOf(one)}</a> : startOf(one)}{' '}
            <span class="quiet">{t(language, `plan.tied.${one.how}`)}</span>
            {writes && one.how === 'hand' && (
              <Form c={c} action={deskPath(c, `/actions/${action.id}/posts`)}>
                <input type="hidden" name="plan_id" value={plan.id} />
                <input type="hidden" name="post" value={one.post} />
                <button type="submit" class="button plain" name="untie" value="1">
                  {t(language, 'plan.untie')}
                  <span class="vh">: {startOf(one)}</span>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {writes && (
        <Form c={c} action={deskPath(c, `/actions/${action.id}/posts`)} class="settings">
          <input type="hidden" name="plan_id" value={plan.id} />
          <Field id={`tie-${action.id}`} label={t(language, 'plan.tie')} hint={t(language, 'plan.tie.hint')}>
            <input
              id={`tie-${action.id}`}
              name="post"
              type="text"
              maxlength={500}
              required
              aria-describedby={`tie-${action.id}-hint`}
            />
          </Field>
          <button type="submit" class="button">
            {t(language, 'plan.tie.do')}
            <span class="vh">: {action.what}</span>
          </button>
        </Form>
      )}
    </details>
  )
}
