// Passes at platforms: got by one process at a time, stored before use, and never lost by being killed.
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { findPass, forgetPasses, HOLD, holdPass } from '../../db/passes.ts'
import type { Pass, SignIn } from '../../services/domain/passes.ts'
import { Fault } from '../../services/errors.ts'
import { makeKeys } from '../../services/keys.ts'
import { openSignIns } from '../../workers/sign-in.ts'
import { onBothDatabases } from '../db.ts'
import { still } from '../jobs/worker.ts'
import { makePlace, NOW } from '../makers.ts'
import { faultOf } from '../outside.ts'

const keys = makeKeys('a secret of at least thirty-two characters')
const source = { place_id: 'kemijarvi', id: 'tuutit' }
const key = { place: 'kemijarvi', source: 'tuutit', name: 'session' }

/** A platform whose renewals work once each; it notes what it is asked and whether two asked at once. */
function openPlatform() {
  let nth = 0
  let busy = 0
  let [access, renewal] = ['', '']
  const told = { opened: 0, renewed: 0, stale: 0, atOnce: 0 }
  let opens: 'well' | 'badly' = 'well'
  const next = (): Pass => {
    ;[access, renewal] = [`access ${++nth}`, `renewal ${nth}`]
    return { token: access, renewal }
  }
  const step = async <T>(work: () => T): Promise<T> => {
    told.atOnce = Math.max(told.atOnce, ++busy)
    await new Promise((done) => setTimeout(done, 5))
    busy--
    return work()
  }
  const ways: SignIn = {
    name: 'session',
    account: 'kemijarvi',
    open: () =>
      step(() => {
        if (opens === 'badly') throw new Fault('auth', 'wrong', { code: 'bluesky-password' })
        told.opened++
        return next()
      }),
    renew: (pass) =>
      step(() => {
        if (pass.renewal !== renewal) {
          told.stale++
          return undefined
        }
        told.renewed++
        return next()
      }),
    ended: (fault) => fault.code === 'bluesky-ended',
  }
  const work = async (token: string) => {
    if (token !== access) throw new Fault('auth', token, { code: 'bluesky-ended' })
    return token
  }
  return {
    ways,
    work,
    told,
    end: () => {
      access = ''
    },
    endAll: () => {
      ;[access, renewal] = ['', '']
    },
    open: (how: typeof opens) => {
      opens = how
    },
  }
}

onBothDatabases('a pass', (open) => {
  /** A process of its own, as far as the database can tell. */
  const process = (clock = () => NOW, signal = still) =>
    openSignIns({ db: open().db, keys, clock }, source, signal)
  const expireHold = () => sql`update pass set held_until = now() - interval '1 second'`.execute(open().db)

  it('is got once, kept sealed, and serves every process after that', async () => {
    await makePlace(open().db)
    const { ways, work, told } = openPlatform()
    const tokens = await Promise.all(Array.from({ length: 12 }, () => process()(ways, work)))
    expect([new Set(tokens).size, told]).toEqual([1, { opened: 1, renewed: 0, stale: 0, atOnce: 1 }])
    expect((await findPass(open().db, key))?.sealed).not.toContain('access')
    await process()(ways, work)
    expect(told.opened).toBe(1)
  })

  it('is renewed once, however many processes are refused at the same time', async () => {
    await makePlace(open().db)
    const { ways, work, told, end } = openPlatform()
    const [one, two] = [process(), process()]
    for (let round = 1; round <= 3; round++) {
      await one(ways, work)
      end()
      const tokens = await Promise.all(Array.from({ length: 16 }, (_, n) => (n % 2 ? one : two)(ways, work)))
      expect(new Set(tokens).size).toBe(1)
      expect(told).toEqual({ opened: 1, renewed: round, stale: 0, atOnce: 1 })
    }
  })

  it('whose renewal is refused is got by signing in, and only by one', async () => {
    await makePlace(open().db)
    const { ways, work, told, endAll } = openPlatform()
    await process()(ways, work)
    endAll()
    await Promise.all(Array.from({ length: 8 }, () => process()(ways, work)))
    expect(told).toMatchObject({ opened: 2, stale: 1, atOnce: 1 })
  })

  it('renewed by somebody who was killed before storing it is got by signing in, within a minute', async () => {
    await makePlace(open().db)
    const { ways, work, told, end } = openPlatform()
    await process()(ways, work)
    const killed = new AbortController()
    const stuck: SignIn = {
      ...ways,
      renew: async (pass, signal) => {
        await ways.renew?.(pass, signal)
        await holdPass(open().db, key, 'nobody', 0)
        // As after kill -9: nothing more is done by it, not even letting go.
        return new Promise(() => {})
      },
    }
    end()
    void process(() => NOW, killed.signal)(stuck, work).catch(() => {})
    await expect.poll(() => told.renewed).toBe(1)
    const waits = process()(ways, work)
    const { rows } = await sql<{ left: number }>`
      select extract(epoch from held_until - now())::float8 as left from pass`.execute(open().db)
    expect(rows[0]?.left).toBeLessThanOrEqual(HOLD)
    await expireHold()
    expect(await waits).toBe('access 3')
    expect(told).toMatchObject({ opened: 2, renewed: 1, stale: 1 })
  })

  it('is not used by whoever lost the hold on the way', async () => {
    await makePlace(open().db)
    const { ways, work, told } = openPlatform()
    let slow = true
    const late: SignIn = {
      ...ways,
      open: async (signal) => {
        const pass = await ways.open(signal)
        if (!slow) return pass
        slow = false
        // Meanwhile the hold ends and another process gets a pass.
        await expireHold()
        expect(await process()(ways, work)).toBe('access 2')
        return pass
      },
    }
    expect(await process()(late, work)).toBe('access 2')
    expect(told.opened).toBe(2)
  })

  it('is let go at once when the platform does not answer', async () => {
    await makePlace(open().db)
    const { ways, work } = openPlatform()
    const away: SignIn = {
      ...ways,
      open: async () => {
        throw new Fault('network', 'away')
      },
    }
    expect((await faultOf(process()(away, work))).kind).toBe('network')
    expect(await process()(ways, work)).toBe('access 1')
  })

  it('that was refused is not tried again, and signing in pauses before an account could be locked', async () => {
    await makePlace(open().db)
    const platform = openPlatform()
    const { ways, work, told } = platform
    let now = NOW
    const one = process(() => now)
    await one(ways, work)
    platform.endAll()
    platform.open('badly')
    const faults = []
    for (let n = 0; n < 8; n++) faults.push((await faultOf(one(ways, work))).code)
    expect(faults).toEqual([...Array(5).fill('bluesky-password'), ...Array(3).fill('sign-in-limit')])
    expect(told).toMatchObject({ opened: 1, stale: 1 })
    expect((await faultOf(one(ways, work))).retryAt).toEqual(new Date(NOW.getTime() + 3_600_000))
    platform.open('well')
    now = new Date(NOW.getTime() + 3_600_001)
    expect(await one(ways, work)).toBe('access 2')
  })

  it('is renewed after three quarters of its life, counted by our own clock', async () => {
    await makePlace(open().db)
    const { ways, work, told } = openPlatform()
    const lasting: SignIn = {
      ...ways,
      open: async (signal) => ({ ...(await ways.open(signal)), lasts: 7200 }),
      renew: async (pass, signal) => {
        const next = await ways.renew?.(pass, signal)
        return next && { ...next, lasts: 7200 }
      },
    }
    const at = (minutes: number) => process(() => new Date(NOW.getTime() + minutes * 60_000))
    await at(0)(lasting, work)
    await at(89)(lasting, work)
    expect(told.renewed).toBe(0)
    await Promise.all(Array.from({ length: 6 }, () => at(90)(lasting, work)))
    expect(told.renewed).toBe(1)
    await at(179)(lasting, work)
    expect([told.renewed, told.opened]).toEqual([1, 1])
  })

  it('is used on while its renewal fails, which is tried again within an hour and not before', async () => {
    await makePlace(open().db)
    const { ways, work, told, end } = openPlatform()
    let tries = 0
    const failing: SignIn = {
      ...ways,
      open: async (signal) => ({ ...(await ways.open(signal)), lasts: 7200 }),
      renew: async () => {
        tries++
        throw new Fault('busy', 'in trouble')
      },
    }
    const at = (minutes: number) => process(() => new Date(NOW.getTime() + minutes * 60_000))
    await at(0)(failing, work)
    for (const minutes of [90, 91, 149]) expect(await at(minutes)(failing, work)).toBe('access 1')
    expect(tries).toBe(1)
    expect(await at(150)(failing, work)).toBe('access 1')
    expect(tries).toBe(2)
    end()
    expect((await faultOf(at(151)(failing, work))).kind).toBe('busy')
    expect([told.opened, told.renewed]).toEqual([1, 0])
  })

  it('of another account is no pass: with other settings we sign in anew', async () => {
    await makePlace(open().db)
    const { ways, work, told } = openPlatform()
    await process()(ways, work)
    await process()({ ...ways, account: 'another' }, work)
    expect(told).toMatchObject({ opened: 2, renewed: 0 })
  })

  it('is forgotten with what it was got with, and when its key is no longer given', async () => {
    await makePlace(open().db)
    const { ways, work, told } = openPlatform()
    await process()(ways, work)
    await forgetPasses(open().db, 'kemijarvi', 'tuutit')
    await process()(ways, work)
    expect(told.opened).toBe(2)
    const other = makeKeys('another secret of at least thirty-two characters')
    await openSignIns({ db: open().db, keys: other, clock: () => NOW }, source, still)(ways, work)
    expect(told).toMatchObject({ opened: 3, renewed: 0 })
  })

  it('is not waited for by a visit that has been stopped', async () => {
    await makePlace(open().db)
    const { ways, work } = openPlatform()
    await holdPass(open().db, key, 'somebody', 0)
    const stopped = AbortSignal.timeout(30)
    await expect(process(() => NOW, stopped)(ways, work)).rejects.toThrow()
  })
})
