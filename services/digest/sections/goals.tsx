// Targets beside results, other recorded numbers, and the image of the municipality as studies tell it.
import { useContext } from 'hono/jsx'
import { t } from '../../../config/i18n.ts'
import { findFigure, listFigures } from '../../domain/digest-model.ts'
import { Fid, Table, Value, Voice, Whole } from '../parts.tsx'
import type { View } from '../view.ts'
import { Beside } from './closing.tsx'
import { Lines } from './outside.tsx'
import { TargetParts } from './target-parts.tsx'
import { Targets } from './targets.tsx'

export function Goals({ view }: { view: View }) {
  const { language, bundle } = view
  const all = findFigure(bundle, 'F39')
  const goals = listFigures(bundle, 'F39', 'goal')
  const counters = (['counter', 'reach'] as const).flatMap((name) =>
    listFigures(bundle, 'F36', name).map((record) => ({ label: record.dims[name] ?? '', record })),
  )
  const label = t(language, 'digest.goals.caption')
  return (
    <>
      <Targets view={view} />
      <TargetParts targets={bundle.targets} language={language} />
      {goals.length > 0 && (
        <Table
          caption={t(language, 'figure.F39.name')}
          head={[{ label: t(language, 'digest.goals.goal') }, { label, num: true }]}
        >
          {[...goals, ...(all ? [all] : [])].map((record) => (
            <tr class={record === all ? 'total' : undefined}>
              <th scope="row">
                {record.dims.goal ?? t(language, 'digest.goals.total')}{' '}
                {record === all && <Fid id="F39" language={language} />}
              </th>
              <td class="num main-num" data-l={label}>
                <Value record={record} language={language} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      {!goals.length && !view.bundle.targets.length && <p>{t(language, 'digest.goals.none')}</p>}
      <Lines view={view} caption={t(language, 'figure.F36.name')} lines={counters} />
      <Voice view={view} section="goals" />
    </>
  )
}

/** Statements about the municipality's image as a study tells them, and what people conclude. */
export function Image({ view }: { view: View }) {
  const { language, bundle } = view
  const whole = useContext(Whole)
  const lines = listFigures(bundle, 'F38', 'statement').map((record) => ({
    label: record.dims.statement ?? '',
    record,
    fid: 'F38' as const,
  }))
  return (
    <>
      <Lines view={view} caption={t(language, 'digest.image.caption')} lines={lines} />
      <p>
        {t(language, 'digest.image.see')}{' '}
        {(['observations', 'tone', 'feedback', 'interviews'] as const).map((id, nth) => (
          <>
            {nth > 0 && ', '}
            <a href={`${whole}#s-${id}`}>{t(language, `digest.${id}`)}</a>
          </>
        ))}
      </p>
      <Beside title={t(language, 'digest.priorities')} lines={view.written.priorities} />
      {!view.written.texts.image && <p class="soft">{t(language, 'digest.texts.missing')}</p>}
      <Voice view={view} section="image" />
    </>
  )
}
