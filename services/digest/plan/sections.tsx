// The sections of the paper of a plan: the cover for the board, the ten steps, goals, actions, measures, contents.
import type { FC } from 'hono/jsx'
import { type Key, t } from '../../../config/i18n.ts'
import type { ActionRow } from '../../../db/plans.ts'
import { planSteps } from '../../../db/schema.ts'
import { Row, Table } from '../parts.tsx'
import { capital, sayDay, sayMeasured, sayNumber } from '../say.ts'
import { sayWhen } from '../say-plan.ts'
import type { PlanView } from './view.ts'

type Section = { id: string; title: Key; Body: FC<{ view: PlanView }> }

const Nothing = ({ view }: { view: PlanView }) => <p class="soft">{t(view.language, 'plan.paper.empty')}</p>

/** Paragraphs and lines as they were written. */
function Written({ view, text }: { view: PlanView; text: string }) {
  const paragraphs = text.split(/\n+/).filter((one) => one.trim())
  const lang = view.main === view.language ? undefined : view.main
  if (!paragraphs.length) return <Nothing view={view} />
  return (
    <>
      {paragraphs.map((one) => (
        <p lang={lang}>{one}</p>
      ))}
    </>
  )
}

/** What the board is asked, and what it decided. */
export function Cover({ view }: { view: PlanView }) {
  const { language, plan, short } = view
  const handled = plan.handled_on && {
    day: sayDay(language, plan.handled_on, true),
    section: plan.section ?? '–',
  }
  return (
    <>
      <h3>{t(language, 'plan.paper.matter')}</h3>
      <p lang={view.main}>{plan.title}</p>
      <p>{t(language, 'plan.paper.intro', { place: view.place })}</p>
      <h3>{t(language, 'plan.proposal')}</h3>
      <Written view={view} text={plan.proposal} />
      {handled && (
        <>
          <h3>{t(language, 'plan.decision')}</h3>
          <p>{capital(t(language, 'plan.handled', handled))}</p>
          <Written view={view} text={plan.decision ?? ''} />
        </>
      )}
      <h3>{t(language, 'plan.paper.appendices')}</h3>
      <ul>
        <li>{t(language, 'plan.title')}</li>
        {short && <li>{t(language, 'digest.short')}</li>}
      </ul>
    </>
  )
}

function Steps({ view }: { view: PlanView }) {
  return (
    <>
      {planSteps.map((one) => (
        <>
          <h3>{t(view.language, `plan.step.${one}`)}</h3>
          <Written view={view} text={view.plan.steps[one] ?? ''} />
        </>
      ))}
    </>
  )
}

function Priorities({ view }: { view: PlanView }) {
  if (!view.priorities.length) return <Nothing view={view} />
  return (
    <ul>
      {view.priorities.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  )
}

function Goals({ view }: { view: PlanView }) {
  const { language, plan } = view
  if (!plan.goals.length) return <Nothing view={view} />
  const told = (text: string, day: string | null) =>
    [text, day && sayDay(language, day, true)].filter(Boolean).join(', ') || '–'
  const [near, far] = [t(language, 'plan.goal.near'), t(language, 'plan.goal.far')]
  return (
    <Table
      caption={t(language, 'plan.goals')}
      titled
      head={[{ label: t(language, 'plan.goal') }, { label: near }, { label: far }]}
    >
      {plan.goals.map((one) => (
        <Row label={<span dir="auto">{one.label}</span>}>
          <td data-l={near}>{told(one.near_text, one.near_day)}</td>
          <td data-l={far}>{told(one.far_text, one.far_day)}</td>
        </Row>
      ))}
    </Table>
  )
}

function Actions({ view }: { view: PlanView }) {
  const { language, plan } = view
  const rows = plan.actions.filter((one) => one.state !== 'dropped')
  if (!rows.length) return <Nothing view={view} />
  const [who, when, whom, where] = (['who', 'when', 'whom', 'where'] as const).map((one) =>
    t(language, `plan.paper.${one}`),
  ) as [string, string, string, string]
  return (
    <Table
      caption={t(language, 'plan.actions')}
      titled
      head={[t(language, 'plan.actions.what'), who, when, whom, where].map((label) => ({ label }))}
    >
      {rows.map((one) => (
        <Row
          label={<span dir="auto">{one.what}</span>}
          sub={plan.goals.find((goal) => goal.id === one.goal_id)?.label}
        >
          <td data-l={who}>{sayOwner(view, one)}</td>
          <td data-l={when}>{sayWhen(language, one) ?? t(language, 'plan.actions.no-time')}</td>
          <td data-l={whom}>{view.audiences.get(one.audience_id ?? '') ?? '–'}</td>
          <td data-l={where}>{sayChannels(view, one)}</td>
        </Row>
      ))}
    </Table>
  )
}

function sayOwner({ language, duties, areas }: PlanView, { duty_id, area_id }: ActionRow): string {
  const duty = duties.get(duty_id ?? '') ?? t(language, 'plan.actions.nobody')
  return [duty, areas.get(area_id ?? '')].filter(Boolean).join(', ')
}

const sayChannels = ({ channels }: PlanView, one: ActionRow): string =>
  channels
    .filter((each) => one.channels.includes(each.id))
    .map((each) => each.name)
    .join(', ') || '–'

function Measures({ view }: { view: PlanView }) {
  const { language, plan, reached } = view
  if (!plan.measures.length) return <Nothing view={view} />
  const [figure, baseline, aim, actual] = (['figure', 'baseline', 'aim', 'actual'] as const).map((one) =>
    t(language, `plan.measure.${one}`),
  ) as [string, string, string, string]
  const number = (value: string | null | undefined) =>
    value == null ? t(language, 'plan.unknown') : sayNumber(language, value)
  return (
    <Table
      caption={t(language, 'plan.measures')}
      titled
      head={[
        { label: t(language, 'plan.measure.label') },
        { label: figure },
        ...[baseline, aim, actual].map((label) => ({ label, num: true })),
      ]}
    >
      {plan.measures.map((one) => (
        <Row label={<span dir="auto">{one.label}</span>} sub={String(one.year)}>
          <td data-l={figure}>{sayMeasured(language, one.figure)}</td>
          <td class="num" data-l={baseline}>
            {number(one.baseline)}
          </td>
          <td class="num" data-l={aim}>
            {number(reached.get(one.public_id)?.aim ?? one.aim)}
          </td>
          <td class="num" data-l={actual}>
            {number(reached.get(one.public_id)?.actual)}
          </td>
        </Row>
      ))}
    </Table>
  )
}

/** Partners' channels with their addresses, and what is agreed of them. */
function Partners({ view }: { view: PlanView }) {
  const partners = view.channels.filter((one) => one.kind === 'partner' && one.state !== 'closed')
  return (
    <>
      {(view.plan.partners.trim() || !partners.length) && <Written view={view} text={view.plan.partners} />}
      {partners.length > 0 && (
        <ul>
          {partners.map((one) => (
            <li>
              {one.url ? <a href={one.url}>{one.name}</a> : one.name}
              {one.note && `: ${one.note}`}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Contents({ view }: { view: PlanView }) {
  const { language, cards, duties } = view
  if (!cards.length) return <Nothing view={view} />
  const [owner, review] = [t(language, 'plan.duty'), t(language, 'cards.review_on')]
  return (
    <Table
      caption={t(language, 'cards.title')}
      head={[{ label: t(language, 'cards.kind') }, { label: owner }, { label: review }]}
    >
      {cards.map((one) => (
        <Row label={<span dir="auto">{one.title}</span>} sub={t(language, `cards.kind.${one.kind}`)}>
          <td data-l={owner}>{duties.get(one.duty_id ?? '') ?? t(language, 'plan.actions.nobody')}</td>
          <td data-l={review}>{one.review_on ? sayDay(language, one.review_on, true) : '–'}</td>
        </Row>
      ))}
    </Table>
  )
}

const Resources = ({ view }: { view: PlanView }) => <Written view={view} text={view.plan.resources} />

export const planSections: readonly Section[] = [
  { id: 'steps', title: 'plan.steps', Body: Steps },
  { id: 'priorities', title: 'guidance.priorities', Body: Priorities },
  { id: 'plan-goals', title: 'plan.goals', Body: Goals },
  { id: 'plan-actions', title: 'plan.actions', Body: Actions },
  { id: 'measures', title: 'plan.measures', Body: Measures },
  { id: 'partners', title: 'plan.partners', Body: Partners },
  { id: 'contents', title: 'plan.paper.contents', Body: Contents },
  { id: 'resources', title: 'plan.resources', Body: Resources },
]
