// Beside a clear change: what else there was in both years, campaigns and gaps in collecting; never a cause.
import { t } from '../../config/i18n.ts'
import type { FigureRecord } from '../domain/digest-model.ts'
import { sayDay, sayList } from './say.ts'
import { sourceName, type View } from './view.ts'

const MOST_GAPS = 3

export function Meanwhile({ view, record }: { view: View; record: FigureRecord | undefined }) {
  if (record?.cmp.yoy.verdict !== 'clear') return null
  const { language, bundle } = view
  const campaigns = (period: 'now' | 'yoy') =>
    sayList(
      language,
      bundle.campaigns.filter((one) => one.period === period).map((one) => one.label),
    )
  const gaps = bundle.outages.filter((one) => one.period !== 'prev')
  const told = gaps
    .slice(0, MOST_GAPS)
    .map(
      ({ source, from, to }) =>
        `${sourceName(view, source)} ${sayDay(language, from)}–${sayDay(language, to, true)}`,
    )
  const [now, then] = [campaigns('now'), campaigns('yoy')]
  return (
    <>
      {now ? t(language, 'digest.meanwhile.now', { what: now }) : t(language, 'digest.meanwhile.none')}{' '}
      {then ? t(language, 'digest.meanwhile.yoy', { what: then }) : t(language, 'digest.meanwhile.yoy-none')}{' '}
      {told.length
        ? t(language, 'digest.meanwhile.gaps', { what: sayList(language, told) })
        : t(language, 'digest.meanwhile.no-gaps')}{' '}
    </>
  )
}
