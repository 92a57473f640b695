// What was collected: every source with its days, its gaps and why something is not known; then the observations.
import { t } from '../../../config/i18n.ts'
import { isHanded } from '../../../config/place.ts'
import type { StudyRow } from '../../../db/figures/outside.ts'
import { findFigure, listFigures, type SourceRecord } from '../../domain/digest-model.ts'
import { isCovered } from '../../domain/digest-states.ts'
import { addDays, daysBetween } from '../../domain/quarter.ts'
import { Strip } from '../minis.tsx'
import { Missing, Row, Table, Voice } from '../parts.tsx'
import { sayDay, sayList, sayNumber } from '../say.ts'
import { sayFile } from '../say-study.ts'
import { channelName, sourceName, type View } from '../view.ts'

export function Coverage({ view }: { view: View }) {
  const { language, bundle } = view
  const { sources } = bundle
  const used = sources.filter((one) => one.used)
  const full = used.filter((one) => isCovered(one, bundle.elapsed)).length
  const none = sources.filter((one) => one.days === 0).length
  const part = sources.length - full - none
  const caption = { from: sayDay(language, bundle.from), to: sayDay(language, addDays(bundle.to, -1), true) }
  const head = ['source', 'days', 'strip', 'state', 'note'] as const
  if (!sources.length) return <p>{t(language, 'digest.coverage.empty')}</p>
  return (
    <>
      <p>
        {t(language, 'digest.coverage.lead', { n: sources.length })}{' '}
        {t(language, 'digest.coverage.full', { n: full })}{' '}
        {part > 0 && `${t(language, 'digest.coverage.part', { n: part })} `}
        {none > 0 && `${t(language, 'digest.coverage.none', { n: none })} `}
        {t(language, 'digest.coverage.compared')} <LeftOut view={view} />
      </p>
      <Table
        class="sources long"
        caption={t(language, 'digest.coverage.caption', caption)}
        head={head.map((one) => ({
          label: t(language, `digest.coverage.${one}`),
          num: one === 'days',
          hidden: one === 'strip',
        }))}
        note={t(language, 'digest.coverage.strip-note', { n: bundle.of })}
      >
        {sources.map((one) => (
          <Row label={one.title ?? channelName(language, one.channel)} sub={sourceSub(view, one)}>
            <td class="num" data-l={t(language, 'digest.coverage.days')}>
              {one.days}/{one.of}
            </td>
            <td>
              <Strip of={one.of} days={one.days ? stretches(view, one) : null} />
            </td>
            <td class="st" data-l={t(language, 'digest.coverage.state')}>
              <SourceState view={view} source={one} />
            </td>
            <td>{sourceNote(view, one)}</td>
          </Row>
        ))}
      </Table>
      <Voice view={view} section="coverage" />
    </>
  )
}

/** The sources that a comparison had to do without. */
function LeftOut({ view }: { view: View }) {
  const { language, bundle } = view
  const all = findFigure(bundle, 'F1')
  const names = (ids: readonly string[]) =>
    sayList(
      language,
      ids.map((id) => sourceName(view, id)),
    )
  const [yoy = [], prev = []] = [all?.cmp.yoy, all?.cmp.prev].map((one) =>
    one?.state === 'ok' ? one.left_out : [],
  )
  if (yoy.length && yoy.join() === prev.join())
    return <>{t(language, 'digest.coverage.left-both', { sources: names(yoy) })}</>
  return (
    <>
      {yoy.length > 0 && `${t(language, 'digest.coverage.left-yoy', { sources: names(yoy) })} `}
      {prev.length > 0 && t(language, 'digest.coverage.left-prev', { sources: names(prev) })}
    </>
  )
}

/** The channel under a title; without one the id, where that is not the channel's own name. */
const sourceSub = ({ language }: View, one: SourceRecord) =>
  one.title ? channelName(language, one.channel) : one.id === one.channel ? null : one.id

function SourceState({ view: { language, bundle }, source }: { view: View; source: SourceRecord }) {
  if (source.days === 0) return <Missing word={t(language, 'figure.status.no_data')} why="" />
  if (isCovered(source, bundle.elapsed)) return <>{t(language, 'digest.coverage.is.full')}</>
  return <strong>{t(language, 'digest.coverage.is.part')}</strong>
}

const MOST_GAPS = 2

/** Why nothing is known, or the longest gaps. */
function sourceNote({ language, bundle }: View, one: SourceRecord): string {
  if (one.waived) return t(language, 'digest.coverage.waived', one.waived)
  if (!one.used) return t(language, 'digest.coverage.off')
  if (isHanded(one.channel)) return t(language, 'digest.coverage.handed')
  if (one.days === 0)
    return one.fault
      ? t(language, `digest.coverage.fault.${one.fault as 'auth'}`)
      : t(language, 'figure.reason.not-collected')
  if (isCovered(one, bundle.elapsed) || !one.gaps.length) return ''
  const length = (gap: { from: string; to: string }) => daysBetween(gap.from, gap.to)
  const longest = [...one.gaps].sort((a, b) => length(b) - length(a)).slice(0, MOST_GAPS)
  const days = longest.map(({ from, to }) =>
    from === to ? sayDay(language, from) : `${sayDay(language, from)}–${sayDay(language, to)}`,
  )
  const more = one.gaps.length - longest.length
  const rest = more > 0 ? ` ${t(language, 'digest.coverage.gaps-more', { n: more })}` : ''
  return `${t(language, 'digest.coverage.gap', { days: sayList(language, days) })}${rest}`
}

/** The collected stretches, as days from the beginning: what lies between the gaps. */
function stretches({ bundle }: View, one: SourceRecord): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  let from = 0
  for (const gap of [...one.gaps, { from: addDays(bundle.from, bundle.elapsed), to: '' }]) {
    const to = daysBetween(bundle.from, gap.from)
    if (to > from) found.push({ from, to })
    if (gap.to) from = daysBetween(bundle.from, gap.to) + 1
  }
  return found
}

export function Observations({ view }: { view: View }) {
  const { language, bundle } = view
  const all = findFigure(bundle, 'F37')
  const themes = listFigures(bundle, 'F37', 'theme')
    .filter((one) => one.value !== null)
    .map((one) => `${one.dims.theme} ${sayNumber(language, one.value ?? '0')}`)
  return (
    <>
      <p>
        {all?.value == null
          ? t(language, 'digest.observations.none')
          : t(language, 'digest.observations.lead', {
              n: Number(all.value),
              themes: themes.length ? `: ${sayList(language, themes)}` : '',
            })}
      </p>
      {view.written.observations.length > 0 && (
        <ul lang={bundle.place.languages[0] === language ? undefined : bundle.place.languages[0]}>
          {view.written.observations.map((one) => (
            <li dir="auto">
              {one.url ? <a href={one.url}>{one.text}</a> : one.text}{' '}
              <span class="sub">{[sayDay(language, one.day), one.theme].filter(Boolean).join(', ')}</span>
            </li>
          ))}
        </ul>
      )}
      <Voice view={view} section="observations" />
      {bundle.studies.length > 0 && (
        <>
          <h3>{t(language, 'digest.observations.studies')}</h3>
          <ul>
            {bundle.studies.map((one) => (
              <Study view={view} study={one} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** A note names a study; one that was brought tells what it found, and its file can be read. */
function Study({ view: { language, bundle }, study }: { view: View; study: StudyRow }) {
  const { day, text, url, about } = study
  const said = sayDay(language, day, true)
  if (!about)
    return (
      <li>
        {url ? <a href={url}>{text}</a> : text} ({said})
      </li>
    )
  const { id, title, maker, findings, file } = about
  const lang = about.language === language ? undefined : about.language
  return (
    <li>
      <b lang={lang}>{url ? <a href={url}>{title}</a> : title}</b>, {maker} ({said}).{' '}
      <span lang={lang}>{text}</span>{' '}
      {findings.length > 0 && (
        <>
          {t(language, 'digest.study.findings')} <span lang={lang}>{findings.join(' · ')}</span>{' '}
        </>
      )}
      {file && <a href={`/studies/${bundle.place.id}/${id}`}>{sayFile(language, file)}</a>}
    </li>
  )
}
