// The list of meters.
import type { AnyMeter } from '../../services/domain/source.ts'
import { matomo } from './matomo.ts'

export const meters: readonly AnyMeter[] = [matomo]
