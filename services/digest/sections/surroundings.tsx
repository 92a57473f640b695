// The surroundings at two dates with an arrow and a word, and the statistics as they were read at publication.
import { type Key, t } from '../../../config/i18n.ts'
import type { OutsideRecord } from '../../domain/digest-model.ts'
import { moves, surroundings } from '../../domain/outside.ts'
import { Row, Table, Voice } from '../parts.tsx'
import { sayNumber, sayPeriodOf, sayValue } from '../say.ts'
import type { View } from '../view.ts'

const arrows = { up: '↑', down: '↓', same: '→' } as const
const isOne = (list: readonly string[]) => (one: OutsideRecord) => list.includes(one.indicator)

export function Surroundings({ view }: { view: View }) {
  const { language } = view
  const rows = view.written.outside.filter(isOne(surroundings))
  return (
    <>
      {rows.length > 0 && (
        <>
          <h3>{t(language, 'digest.around')}</h3>
          <OutsideTable view={view} caption={t(language, 'digest.around.caption')} rows={rows} />
        </>
      )}
      <Voice view={view} section="environment" />
    </>
  )
}

/** Statistics may have been revised since the figures were locked: here as they stood when this was published. */
export function Reread({ view }: { view: View }) {
  const { language, row } = view
  const rows = view.written.outside.filter(isOne(moves))
  if (row.published_at === null || !rows.length) return null
  return <OutsideTable view={view} caption={t(language, 'digest.around.reread')} rows={rows} />
}

function OutsideTable({ view, caption, rows }: { view: View; caption: string; rows: OutsideRecord[] }) {
  const { language } = view
  const value = (one: OutsideRecord, told: string) =>
    sayValue(language, {
      value: told,
      of: null,
      unit: one.indicator === 'work.unemployment' ? 'percent' : 'count',
    })
  const [before = '', now = '', turn = ''] = (['before', 'now', 'turn'] as const).map((one) =>
    t(language, `digest.around.${one}`),
  )
  return (
    <Table
      caption={caption}
      head={[
        { label: t(language, 'digest.col.figure') },
        { label: before, num: true },
        { label: now, num: true },
        { label: turn },
      ]}
    >
      {rows.map((one) => (
        <Row
          label={one.dim || t(language, `indicator.${one.indicator}` as Key)}
          sub={t(language, 'digest.around.source', {
            source: one.source,
            day: sayPeriodOf(language, one.now.retrieved.slice(0, 10)),
          })}
        >
          <td class="num" data-l={before}>
            {one.before ? value(one, one.before.value) : t(language, 'figure.status.no_data')}
            {one.before && <span class="sub">{sayPeriodOf(language, one.before.period)}</span>}
          </td>
          <td class="num main-num" data-l={now}>
            {value(one, one.now.value)}
            <span class="sub">
              {sayPeriodOf(language, one.now.period)}
              {one.now.status === 'preliminary' && `, ${t(language, 'figure.status.preliminary')}`}
            </span>
          </td>
          <td data-l={turn}>
            {one.turn && `${arrows[one.turn]} ${t(language, `digest.around.${one.turn}`)}`}
          </td>
        </Row>
      ))}
    </Table>
  )
}

/** `sayNumber` of a count that may be unknown. */
export const sayKnown = (view: View, value: string | null): string =>
  value === null ? t(view.language, 'figure.status.no_data') : sayNumber(view.language, value)
