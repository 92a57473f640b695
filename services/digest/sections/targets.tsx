// The year's targets with how far they are, and the quarter's campaigns and trials with what can be counted of them.
import { t } from '../../../config/i18n.ts'
import type { CampaignRecord } from '../../domain/digest-model.ts'
import type { TargetRecord } from '../../domain/target-record.ts'
import { shareOfAim } from '../../domain/targets.ts'
import { Fid, Row, Table, Voice } from '../parts.tsx'
import { sayCents, sayDays, sayNumber, sayPercent } from '../say.ts'
import type { View } from '../view.ts'
import { sayKnown } from './surroundings.tsx'

const states = ['reached', 'going', 'behind', 'unknown'] as const

export function Targets({ view }: { view: View }) {
  const { language, bundle } = view
  if (!bundle.targets.length) return null
  const year = bundle.quarter.slice(0, 4)
  const counted = states.map((state) => ({
    state,
    n: bundle.targets.filter((one) => one.state === state).length,
  }))
  const noted = bundle.targets.some((one) => one.note)
  const said = counted
    .filter((one) => one.n > 0)
    .map(({ state, n }) => `${t(language, `digest.targets.${state}`)} ${n}`)
  const [base = '', reached = '', state = '', note = ''] = (
    ['base', 'reached-of', 'state', 'note'] as const
  ).map((one) => t(language, `digest.targets.${one}`))
  return (
    <>
      <p class="lead">
        {t(language, 'digest.targets.lead', { year, states: said.join(', ') })}{' '}
        {t(language, 'digest.targets.elapsed', { n: Number(bundle.quarter.at(-1)) })}
      </p>
      <Table
        caption={t(language, 'digest.targets.caption', { year })}
        head={[
          { label: t(language, 'digest.goals.goal') },
          { label: base, num: true },
          { label: reached, num: true },
          { label: state },
          ...(noted ? [{ label: note }] : []),
        ]}
      >
        {bundle.targets.map((one) => (
          <Row
            label={
              <>
                {one.label} {one.figure && <Fid id={one.figure} language={language} />}
              </>
            }
          >
            <td class="num" data-l={base}>
              {sayKnown(view, one.baseline)}
            </td>
            <td class="num main-num" data-l={reached}>
              {sayTarget(view, one)}
            </td>
            <td data-l={state}>{t(language, `digest.targets.${one.state}`)}</td>
            {noted && <td data-l={note}>{one.note}</td>}
          </Row>
        ))}
      </Table>
    </>
  )
}

/** `28/25 (112 %)`; of an upper limit `2 (enintään 3)`. */
function sayTarget(view: View, one: TargetRecord): string {
  const { language } = view
  const [actual, aim] = [sayKnown(view, one.actual), sayNumber(language, one.aim)]
  if (one.direction === 'down') return `${actual} (${t(language, 'digest.targets.at-most', { aim })})`
  if (one.direction === 'range') {
    const least = one.least === null ? '' : sayNumber(language, one.least)
    return `${actual} (${least}–${aim})`
  }
  const share = shareOfAim(one)
  return `${actual}/${aim}${share === null ? '' : ` (${sayPercent(language, share)})`}`
}

export function Campaigns({ view }: { view: View }) {
  const { language, bundle } = view
  const rows = bundle.campaigns.filter((one) => one.period === 'now')
  const [posts = '', clicks = '', contacts = '', money = ''] = (
    ['posts', 'clicks', 'contacts', 'money'] as const
  ).map((one) => t(language, `digest.campaigns.${one}`))
  return (
    <>
      {rows.length === 0 && <p>{t(language, 'digest.campaigns.none')}</p>}
      {rows.length > 0 && (
        <Table
          caption={t(language, 'digest.campaigns.caption')}
          head={[
            { label: t(language, 'digest.campaigns.name') },
            ...[posts, clicks, contacts, money].map((label) => ({ label, num: true })),
          ]}
          note={t(language, 'digest.campaigns.note')}
        >
          {rows.map((one) => (
            <Row label={one.label} sub={sayCampaign(view, one)}>
              <td class="num main-num" data-l={posts}>
                {one.tags.length ? sayKnown(view, one.posts) : t(language, 'figure.status.not_applicable')}
              </td>
              <td class="num" data-l={clicks}>
                {sayKnown(view, one.clicks)}
              </td>
              <td class="num" data-l={contacts}>
                {sayKnown(view, one.contacts)}
              </td>
              <td class="num" data-l={money}>
                {one.money === null ? sayKnown(view, null) : sayCents(language, one.money)}
              </td>
            </Row>
          ))}
        </Table>
      )}
      {rows
        .filter((one) => one.result)
        .map((one) => (
          <p>
            <b>{one.label}:</b> {one.result}
          </p>
        ))}
      <Voice view={view} section="campaigns" />
    </>
  )
}

function sayCampaign({ language }: View, { tags, from, to, owner, counts = [] }: CampaignRecord): string {
  const days = sayDays(language, from, to)
  const counted = counts.map(
    ({ label, actual, aim }) =>
      `${label} ${[actual, aim].flatMap((one) => (one === null ? [] : sayNumber(language, one))).join('/')}`,
  )
  return [tags.map((tag) => `#${tag}`).join(' '), days, owner, ...counted].filter(Boolean).join(' · ')
}
