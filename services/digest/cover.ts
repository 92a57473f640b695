// What stands on the cover in every format: whether it is a draft or a sample, its dates, revision and data id.
import { formatDate, t } from '../../config/i18n.ts'
import { dataId, type View } from './view.ts'

/** What a reader must know before anything else. */
export function coverMarks({ language, row }: View): string[] {
  return [
    row.published_at === null && t(language, `digest.state.${row.state}`),
    row.sample && t(language, 'digest.sample'),
  ].filter((one) => one !== false)
}

export function coverMeta({ language, row, bundle }: View): { term: string; text: string }[] {
  const zone = bundle.place.time_zone
  const meta = [
    row.published_at && (['published', formatDate(language, row.published_at, zone)] as const),
    row.frozen_at
      ? (['frozen', formatDate(language, row.frozen_at, zone, 'time')] as const)
      : (['compiled', formatDate(language, row.compiled_at, zone, 'time')] as const),
    ['revision', String(row.revision)] as const,
    ['data', dataId(row)] as const,
  ].filter((one) => one !== null)
  return meta.map(([key, text]) => ({ term: t(language, `digest.meta.${key}`), text }))
}
