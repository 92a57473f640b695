// The end of the digest: successes and areas to develop, revisions, methods, and a joint place's members.
import { formatDate, pick, t } from '../../../config/i18n.ts'
import { type FigureRecord, findFigure, type Revised } from '../../domain/digest-model.ts'
import { addDays, quarterDays } from '../../domain/quarter.ts'
import { poissonLimits } from '../../domain/stats.ts'
import { Blocks, Fid, Row, Table, ThreeCells, threeHeads, Voice } from '../parts.tsx'
import { sayDay, sayMissing, sayNumber, sayPeriod, sayValue } from '../say.ts'
import { dataId, familyLabel, readText, type View } from '../view.ts'

const written = [
  ['service', ['service-successes', 'service-development']],
  ['comms', ['comms-successes', 'comms-development']],
] as const

export function Texts({ view }: { view: View }) {
  const { language, bundle } = view
  const main = bundle.place.languages[0]
  return (
    <>
      <Beside title={t(language, 'digest.strategy')} lines={view.written.strategy} />
      <div class="two">
        {written.map(([group, sections]) => (
          <div class="card">
            <h3>{t(language, `digest.texts.${group}`)}</h3>
            {sections.map((section, nth) => {
              const text = readText(view, section)
              return (
                <>
                  <h4>{t(language, nth === 0 ? 'digest.texts.successes' : 'digest.texts.development')}</h4>
                  {text ? (
                    <div class="voice">
                      <Blocks text={text} language={language} lang={main === language ? undefined : main} />
                    </div>
                  ) : (
                    <p class="soft">{t(language, 'digest.texts.missing')}</p>
                  )}
                </>
              )
            })}
          </div>
        ))}
      </div>
    </>
  )
}

/** The strategy's lines or the plan's priorities, beside what is concluded. */
export function Beside({ title, lines }: { title: string; lines: readonly string[] }) {
  if (!lines.length) return null
  return (
    <div class="beside">
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li dir="auto">{line}</li>
        ))}
      </ul>
    </div>
  )
}

export function RevisedFigures({ view }: { view: View }) {
  const { language, bundle, correction } = view
  return (
    <>
      {correction && (
        <>
          <h3>{t(language, 'digest.revised.since', { n: correction.since })}</h3>
          <p>{t(language, 'digest.revised.reason', { reason: correction.reason })}</p>
          {correction.changes.length === 0 && <p>{t(language, 'digest.revised.same')}</p>}
          <Changed view={view} rows={correction.changes} />
        </>
      )}
      {bundle.revised.length === 0 && <p>{t(language, 'digest.revised.none')}</p>}
      <Changed view={view} rows={bundle.revised} />
      <Voice view={view} section="revised" />
    </>
  )
}

function Changed({ view, rows }: { view: View; rows: readonly Revised[] }) {
  const { language, bundle } = view
  if (!rows.length) return null
  const unit = (one: Revised) => bundle.methods.find((method) => method.id === one.id)?.unit ?? 'count'
  const value = (one: Revised, value: string | null, of: string | null) =>
    value === null
      ? sayMissing(language, { status: 'no_data', reason: null }).word
      : sayValue(language, { value, of, unit: unit(one) })
  const name = (one: Revised) =>
    one.dims.family ? familyLabel(view, one.dims.family) : t(language, `figure.${one.id}.name`)
  return (
    <Table
      caption={t(language, 'digest.revised.caption')}
      head={[
        { label: t(language, 'digest.revised.figure') },
        { label: t(language, 'digest.revised.printed'), num: true },
        { label: t(language, 'digest.revised.now'), num: true },
      ]}
    >
      {rows.map((one) => (
        <Row
          label={
            <>
              {name(one)} <Fid id={one.id} language={language} />
            </>
          }
          sub={sayPeriod(language, one.quarter)}
        >
          <td class="num" data-l={t(language, 'digest.revised.printed')}>
            {value(one, one.printed, one.printed_of)}
          </td>
          <td class="num main-num" data-l={t(language, 'digest.revised.now')}>
            {value(one, one.now, one.now_of)}
          </td>
        </Row>
      ))}
    </Table>
  )
}

/** Each member in the file's order, then what can be added up; the order is agreed, not earned. */
export function Members({ view }: { view: View }) {
  const { language, bundle } = view
  const table = (name: string, figures: readonly FigureRecord[]) => (
    <Table caption={name} head={threeHeads(language, t(language, 'digest.col.figure'))}>
      {figures.map((record) => (
        <Row
          label={
            <>
              {t(language, `figure.${record.id}.name`)} <Fid id={record.id} language={language} />
            </>
          }
        >
          <ThreeCells record={record} language={language} />
        </Row>
      ))}
    </Table>
  )
  return (
    <>
      <p>{t(language, 'digest.members.lead')}</p>
      {bundle.members.map((one) => table(pick(one.name, language, bundle.place.languages[0]), one.figures))}
      {table(t(language, 'digest.members.total'), bundle.figures)}
    </>
  )
}

export function Methods({ view }: { view: View }) {
  const { language, bundle, row } = view
  const span = (quarter: string) => {
    const { from, to } = quarterDays(quarter)
    return `${sayDay(language, from)}–${sayDay(language, addDays(to, -1), true)}`
  }
  const posts = findFigure(bundle, 'F1')
  const limits = posts?.value == null ? null : poissonLimits(Number(posts.value))
  const whole = (n: number) => sayNumber(language, n.toFixed(0))
  const said = [
    ['compare', { yoy: span(bundle.yoy), prev: span(bundle.prev) }],
    ['test', {}],
    ...(limits && posts?.value
      ? [
          [
            'chance',
            { n: sayNumber(language, posts.value), low: whole(limits.low), high: whole(limits.high) },
          ] as const,
        ]
      : []),
    ['small', {}],
    ['texts', {}],
  ] as const
  const proof = row.frozen_at ? 'digest.methods.proof-frozen' : 'digest.methods.proof-draft'
  return (
    <>
      {said.map(([key, values]) => (
        <p>
          <strong>{t(language, `digest.methods.${key}`)}</strong>{' '}
          {t(language, `digest.methods.${key}-text`, values)}
        </p>
      ))}
      <Voice view={view} section="machine-help" by={false} />
      <h3>{t(language, 'digest.methods.definitions')}</h3>
      <dl class="defs">
        {bundle.methods.map((method) => (
          <div>
            <dt id={`m-${method.id}`}>{method.id}</dt>
            <dd>
              <strong>{t(language, `figure.${method.id}.name`)}.</strong>{' '}
              {t(language, `figure.${method.id}.what`)}{' '}
              <span class="soft">
                {t(language, 'digest.methods.source', {
                  source: t(language, `figure.from.${method.source}`),
                  method: `${method.id}/${method.version}`,
                })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <h3>{t(language, 'digest.methods.proof')}</h3>
      <p>
        {t(language, proof, {
          id: dataId(row),
          at: row.frozen_at ? formatDate(language, row.frozen_at, bundle.place.time_zone, 'time') : '',
        })}
      </p>
      <p class="hash">{row.sha256.match(/.{8}/g)?.join(' ')}</p>
      <p class="note">{t(language, 'digest.methods.never')}</p>
    </>
  )
}
