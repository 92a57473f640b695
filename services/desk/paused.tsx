// The notice that collecting waits for free space, on the pages where its absence would be noticed.
import { type Language, t } from '../../config/i18n.ts'
import type { Space } from '../space.ts'
import { Say } from './parts.tsx'

/** Whole megabytes, as people speak of disks; a small file is not nothing. */
export const megabytes = (bytes: number) =>
  bytes < 1e7 ? Math.round(bytes / 1e5) / 10 : Math.round(bytes / 1e6)

export function Paused({ language, space }: { language: Language; space: Space }) {
  if (!space.low) return null
  const free = megabytes(Math.min(...space.rooms.map((one) => one.free)))
  return (
    <Say tone="need" title={t(language, 'health.paused')}>
      {t(language, 'health.paused.text', { free })}
    </Say>
  )
}
