// Doors that lead nowhere: a port that nobody opens, names that resolve to nothing, certificates that are no good.
import { type Certificate, startSecure } from '../sim/secure.ts'
import { startSim } from '../sim/serve.ts'

export type Doors = {
  /** A base address by which a source is asked instead of its own. */
  at: Record<'closed' | 'nobody' | 'mute' | Certificate | 'misnamed' | 'downgrade', string>
  /** For FETCH_ALLOW, and the names' resolver. */
  allow: string[]
  lookup: (name: string) => Promise<{ address: string; family: number }[]>
  stop: () => Promise<void>
}

/** `to` is where the secure door leads that leads to an insecure one. */
export async function openDoors(to: string): Promise<Doors> {
  const closed = await startSim(() => ({}))
  await closed.stop()
  const [loopback, expired, stranger, downgrade] = await Promise.all([
    startSecure('loopback'),
    startSecure('expired'),
    startSecure('stranger'),
    startSecure('loopback', to),
  ])
  loopback.trust()
  expired.trust()
  const misnamed = `other.example:${loopback.port}`
  const failing: Record<string, string> = { 'nobody.example': 'ENOTFOUND', 'mute.example': 'EAI_AGAIN' }
  return {
    at: {
      closed: closed.url,
      nobody: 'http://nobody.example',
      mute: 'http://mute.example',
      loopback: `https://${loopback.host}`,
      expired: `https://${expired.host}`,
      stranger: `https://${stranger.host}`,
      misnamed: `https://${misnamed}`,
      downgrade: `https://${downgrade.host}`,
    },
    allow: [
      closed.host,
      'nobody.example:80',
      'mute.example:80',
      ...[loopback, expired, stranger, downgrade].map(({ host }) => host),
      misnamed,
    ],
    async lookup(name) {
      if (failing[name]) throw Object.assign(new Error(`no ${name}`), { code: failing[name] })
      return [{ address: '127.0.0.1', family: 4 }]
    },
    async stop() {
      await Promise.all([loopback, expired, stranger, downgrade].map((one) => one.stop()))
    },
  }
}
