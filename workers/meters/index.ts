// The list of meters.
import type { AnyMeter } from '../../services/domain/meter.ts'
import { matomo } from './matomo.ts'

export const meters: readonly AnyMeter[] = [matomo]
