// The list of meters.
import type { AnyMeter } from '../../services/domain/meter.ts'
import { ga4 } from './ga4.ts'
import { matomo } from './matomo.ts'
import { statfin } from './statfin.ts'

export const meters: readonly AnyMeter[] = [matomo, ga4, statfin]
