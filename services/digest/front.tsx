// Page one: what was concluded by people, what was decided, and the key figures with both comparisons.
import { formatDate, type Language, t } from '../../config/i18n.ts'
import { type FigureRecord, findFigure } from '../domain/digest-model.ts'
import { NOTHING } from '../domain/digest-states.ts'
import type { FigureId } from '../domain/figures/figure.ts'
import { Before, Fid, RowBars, Value, VerdictMark } from './parts.tsx'
import { capital, sayDay, sayList, sayNumber, sayReason, saySpread, weekNumber } from './say.ts'
import { sayWho } from './sections/actions.tsx'
import { flagOf, readText, type View } from './view.ts'

/** In this order, eight at most; what a place has never had any data of gives way, but six are always told. */
const keyFigures = [
  { id: 'F1', dims: {} },
  { id: 'F13', dims: {} },
  { id: 'F9', dims: { author: 'own' } },
  { id: 'F10', dims: {} },
  { id: 'F11', dims: {} },
  { id: 'F15', dims: {} },
  { id: 'F16', dims: {} },
  { id: 'F19', dims: {} },
  { id: 'F20', dims: {} },
  { id: 'F25', dims: { indicator: 'people.moved-in' } },
] as const satisfies { id: FigureId; dims: Record<string, string> }[]
type KeyId = (typeof keyFigures)[number]['id']

function listKeyFigures(view: View): (FigureRecord & { id: KeyId })[] {
  const records = keyFigures.flatMap(({ id, dims }) => {
    const found = findFigure(view.bundle, id, dims)
    return found ? [{ ...found, id }] : []
  })
  const known = records.filter((one) => one.value !== null || one.reason === 'few-people')
  const unknown = records.filter((one) => !known.includes(one))
  const chosen = new Set([...known.slice(0, 8), ...unknown.slice(0, Math.max(0, 6 - known.length))])
  return records.filter((one) => chosen.has(one))
}

export function Front({ view }: { view: View }) {
  const { language } = view
  return (
    <section class="front" id="s-summary" aria-labelledby="h-summary">
      <h2 class="vh" id="h-summary">
        {t(language, 'digest.summary')}
      </h2>
      <Findings view={view} />
      <Decided view={view} />
      <Keys view={view} />
    </section>
  )
}

function Findings({ view }: { view: View }) {
  const { language, bundle, row } = view
  const main = bundle.place.languages[0]
  const said = (['conclusion1', 'conclusion2', 'conclusion3', 'conclusion4', 'conclusion5'] as const)
    .map((section) => view.written.texts[section]?.trim())
    .filter((text): text is string => Boolean(text) && text !== '-')
  const signed = view.written.signed.filter((one) => one.section.startsWith('conclusion'))
  const signers = [...new Set(signed.map((one) => one.by))]
  const none = readText(view, 'conclusion1')?.nothing ? 'digest.nothing' : 'digest.conclusions.none'
  return (
    <div class="findings">
      <h3>{t(language, 'digest.conclusions')}</h3>
      {said.length === 0 && <p class="soft">{t(language, none)}</p>}
      {said.length > 0 && (
        <ol lang={main === language ? undefined : main}>
          {said.map((text) => {
            const [claim = '', ...evidence] = text.split('\n')
            return (
              <li dir="auto">
                <p class="claim">{claim}</p>
                {evidence.length > 0 && <p class="ev">{evidence.join(' ')}</p>}
              </li>
            )
          })}
        </ol>
      )}
      <p class="sign">
        {view.written.texts.signed || t(language, 'digest.by')}
        {'. '}
        {signers.length > 0 && `${t(language, 'digest.signed', { names: sayList(language, signers) })} `}
        {row.published_at &&
          t(language, 'digest.approved', {
            date: formatDate(language, row.published_at, bundle.place.time_zone).replace(/\.$/, ''),
          })}
        {row.published_at && view.alone && ` ${t(language, 'digest.alone')}`}
      </p>
    </div>
  )
}

/** What was decided, numbered as the minutes will name it. */
function Decided({ view }: { view: View }) {
  const { language, bundle, written } = view
  const main = bundle.place.languages[0]
  const { actions } = written
  const nothing = written.texts.decisions === NOTHING
  return (
    <div class="decided">
      <h3>{t(language, 'digest.decided')}</h3>
      {actions.length === 0 && (
        <p class={nothing ? undefined : 'soft'}>
          {t(language, nothing ? 'digest.nothing-decided' : 'digest.decided.none')}
        </p>
      )}
      {actions.length > 0 && (
        <ol lang={main === language ? undefined : main}>
          {actions.map((one) => (
            <li dir="auto">
              <p class="what">{one.what}</p>
              <p class="who">
                <span>{sayWho(view, one)}</span>{' '}
                {one.due && (
                  <b>{t(language, 'digest.actions.until', { day: sayDay(language, one.due, true) })}</b>
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
      <Kept view={view} />
    </div>
  )
}

/** How many of the earlier promises have been kept, with the way to them. */
function Kept({ view: { language, written } }: { view: View }) {
  const { promises } = written
  if (!promises.length) return null
  const done = promises.filter((one) => one.state === 'done').length
  return (
    <p class="soft">
      {t(language, 'digest.decided.kept', { n: promises.length, done })}{' '}
      <a href="#s-actions">{t(language, 'digest.actions')}</a>
    </p>
  )
}

function Keys({ view }: { view: View }) {
  const { language } = view
  return (
    <div class="keys">
      <h3 id="h-keys">{t(language, 'digest.keys')}</h3>
      <table class="keytable cards" aria-labelledby="h-keys">
        <KeyHead language={language} />
        <tbody>
          {listKeyFigures(view).map((record) => (
            <tr>
              <th scope="row">
                {t(language, `figure.${record.id}.name`)} <Fid id={record.id} language={language} />
                <span class="sub">{t(language, `digest.sub.${record.id}`)}</span>
              </th>
              <td class="num now" data-l={t(language, 'digest.col.now')}>
                <Value record={record} language={language} />
              </td>
              <td class="num wrap" data-l={t(language, 'digest.col.yoy')}>
                <Before record={record} which="yoy" language={language} />
              </td>
              <td class="num wrap" data-l={t(language, 'digest.col.prev-short')}>
                <Before record={record} which="prev" language={language} />
              </td>
              <td class="bars">
                <RowBars record={record} />
              </td>
              <td class="say">
                <Judged view={view} record={record} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function KeyHead({ language }: { language: Language }) {
  const key = (height: number, rect: Record<string, string | number>) => (
    <svg class="key-sw" aria-hidden="true" focusable="false" width="14" height={height}>
      <rect {...rect} />
    </svg>
  )
  return (
    <thead>
      <tr>
        <th scope="col">{t(language, 'digest.col.figure')}</th>
        <th scope="col" class="num">
          {t(language, 'digest.col.now')} {key(10, { width: 14, height: 10, fill: '#0b5876' })}
        </th>
        <th scope="col" class="num">
          {t(language, 'digest.col.yoy')}{' '}
          {key(8, {
            x: 1,
            y: 1,
            width: 12,
            height: 6,
            fill: '#ffffff',
            stroke: '#465562',
            'stroke-width': 1.5,
          })}
        </th>
        <th scope="col" class="num">
          {t(language, 'digest.col.prev')} {key(6, { width: 14, height: 6, fill: '#a9b7c0' })}
        </th>
        <th scope="col">
          <span class="vh">{t(language, 'digest.col.bars')}</span>
        </th>
        <th scope="col">{t(language, 'digest.col.verdict')}</th>
      </tr>
    </thead>
  )
}

/** The verdict on the year; where there is none, a fact, never an empty cell. */
function Judged({ view, record }: { view: View; record: FigureRecord }) {
  const { language, bundle } = view
  const { verdict, state, reason } = record.cmp.yoy
  if (verdict)
    return <VerdictMark verdict={verdict}>{capital(t(language, `figure.verdict.${verdict}`))}</VerdictMark>
  if (record.id === 'F25' && record.value !== null) return <>{t(language, 'digest.fact.context')}</>
  if (record.id === 'F13' && record.value !== null && flagOf(record, 'lifts') !== undefined) {
    const over =
      bundle.elapsed < bundle.of ? [] : bundle.lifts.filter((one) => one.n === 0 && one.excused === null)
    const weeks = over.map((one) => sayNumber(language, String(weekNumber(one.week))))
    if (bundle.elapsed < bundle.of) return <>{t(language, 'digest.fact.running')}</>
    if (!weeks.length) return <>{t(language, 'digest.fact.weeks-all')}</>
    if (weeks.length > 4) return <>{t(language, 'digest.fact.weeks-many', { n: weeks.length })}</>
    return <>{t(language, 'digest.fact.weeks', { n: weeks.length, weeks: sayList(language, weeks) })}</>
  }
  if (record.spread) return <>{saySpread(language, record.spread)}</>
  if (state === 'not_yet' && record.value !== null) return <>{t(language, 'digest.fact.starts')}</>
  if (record.value !== null && state === 'ok') return <>{t(language, 'digest.fact.untested')}</>
  return <>{capital(sayReason(language, record.value === null ? record.reason : reason))}</>
}
