// Whether it is we who are cut off: when one host after another cannot be reached, none of them is to blame.
import { Fault } from '../../services/errors.ts'

const HOSTS = 3
const unheard = new Set(['timeout', 'dns', 'dns-away', 'unreachable'])

export type Reach = {
  /** Some host answered, whatever it said: we are connected. */
  heard: () => void
  /** The fault as it is, or "we are offline" when no host has been heard since this many failed. */
  judge: (host: string, error: unknown) => unknown
}

export function openReach(): Reach {
  const lost = new Set<string>()
  return {
    heard: () => lost.clear(),
    judge(host, error) {
      if (!(error instanceof Fault) || !unheard.has(error.code)) return error
      lost.add(host)
      if (lost.size < HOSTS) return error
      return new Fault('network', error.message, { code: 'offline', cause: error })
    },
  }
}
