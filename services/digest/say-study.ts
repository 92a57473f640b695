// The file of a study as it is said beside its link: its kind and how large it is.
import type { Language } from '../../config/i18n.ts'
import { fixed } from '../domain/decimal.ts'
import { sayNumber } from './say.ts'

/** `PDF, 1,2 Mt`; small ones in kilobytes. */
export function sayFile(language: Language, { type, size }: { type: string; size: number }): string {
  const large = size >= 1_000_000
  const unit = language === 'fi' ? ['kt', 'Mt'] : ['kB', 'MB']
  const n = large ? fixed(size / 1_000_000, 1) : String(Math.max(1, Math.round(size / 1_000)))
  return `${type.toUpperCase()}, ${sayNumber(language, n)}\u00a0${unit[large ? 1 : 0]}`
}
