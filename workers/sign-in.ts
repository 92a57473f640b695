// Signing in at platforms: passes sealed in the database, got by one process at a time and stored before they are used.
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { noteTry } from '../db/guesses.ts'
import { dropPass, findPass, HOLD, holdPass, keepPass, letGo } from '../db/passes.ts'
import type { SourceRow } from '../db/sources.ts'
import { signInPause } from '../services/domain/guessing.ts'
import type { Pass, SignIn } from '../services/domain/passes.ts'
import type { ChannelIo } from '../services/domain/source.ts'
import { Fault } from '../services/errors.ts'
import { digestOf, type Keys } from '../services/keys.ts'
import type { WorkerDeps } from './deps.ts'

/** Milliseconds for one step at the platform: well within the hold, so that what was got can still be stored. */
const STEP = HOLD * 750
/** Others look this often whether the holder has got the pass: sooner at first, then every second. */
const LOOK = { first: 20, last: 1000 }
/** The part of a pass's life after which it is renewed. */
const RIPE = 0.75
/** Seconds: a renewal that failed while the pass still lets us in is tried again only then. */
const AGAIN = 3600

type Taken = { token: string; version: number }

/** `io.signedIn` of one visit. Nothing is locked while the platform is asked: whoever holds a pass lets go in time. */
export function openSignIns(
  deps: Pick<WorkerDeps, 'db' | 'keys' | 'clock'>,
  { place_id, id }: Pick<SourceRow, 'place_id' | 'id'>,
  signal: AbortSignal,
): ChannelIo['signedIn'] {
  const { db, keys, clock } = deps

  return async (ways, work) => {
    const key = { place: place_id, source: id, name: ways.name }
    const account = digestOf(ways.account)
    const { token, version } = await take()
    try {
      return await work(token)
    } catch (error) {
      if (!(error instanceof Fault) || !ways.ended(error)) throw error
      return work((await take(version)).token)
    }

    /** A pass that counts: not the one that was refused, and not one that should be renewed by now. */
    async function take(refused?: number): Promise<Taken> {
      const by = randomUUID()
      for (let pause = LOOK.first; ; pause = Math.min(2 * pause, LOOK.last)) {
        const row = await findPass(db, key)
        const pass = row?.sealed ? unseal(keys, row.sealed, account) : undefined
        const ripe = row?.renew_at && row.renew_at <= clock()
        if (row && pass && !ripe && row.version !== refused) return { ...pass, version: row.version }
        if (await holdPass(db, key, by, row?.version ?? 0)) {
          const taken = await getNext(by, pass, row?.version === refused)
          if (taken) return taken
        } else await wait(pause, undefined, { signal })
      }
    }

    /** Undefined when the hold was lost on the way: then somebody else has got or is getting the pass. */
    async function getNext(by: string, pass: Pass | undefined, ended: boolean): Promise<Taken | undefined> {
      try {
        const renewed = pass && ways.renew && (await renew(pass, ended))
        if (renewed) return await keep(by, renewed)
        if (!(await dropPass(db, key, by))) return undefined
        return await keep(by, await openNew(deps, ways, signal))
      } catch (error) {
        await letGo(db, key, by)
        throw error
      }
    }

    async function renew(pass: Pass, ended: boolean): Promise<Pass | undefined> {
      try {
        return await inTime(async (limit) => ways.renew?.(pass, limit), signal)
      } catch (error) {
        // It is renewed long before its end: until then a platform in trouble, or a budget, is no reason to stop.
        if (ended || !(error instanceof Fault)) throw error
        return { ...pass, lasts: AGAIN / RIPE }
      }
    }

    async function keep(by: string, { lasts, ...pass }: Pass): Promise<Taken | undefined> {
      const renewAt = lasts ? new Date(clock().getTime() + lasts * RIPE * 1000) : null
      const version = await keepPass(db, key, by, {
        sealed: keys.seal(JSON.stringify({ ...pass, account })),
        renewAt,
      })
      return version === undefined ? undefined : { token: pass.token, version }
    }
  }
}

/**
 * Signs in for one visit only and keeps nothing: with the pass that the source has, if it is still good and of the same
 * account; else anew, beside it.
 */
export function signInOnce(
  deps: Pick<WorkerDeps, 'db' | 'keys' | 'clock'>,
  source: Pick<SourceRow, 'place_id' | 'id'> | undefined,
  signal: AbortSignal,
): ChannelIo['signedIn'] {
  const tokens = new Map<string, string>()
  const open = async (ways: SignIn) => {
    const { token } = await openNew(deps, ways, signal)
    tokens.set(ways.name, token)
    return token
  }
  const findKept = async ({ name, account }: SignIn) => {
    const row = source && (await findPass(deps.db, { place: source.place_id, source: source.id, name }))
    return row?.sealed ? unseal(deps.keys, row.sealed, digestOf(account))?.token : undefined
  }
  return async (ways, work) => {
    try {
      return await work(tokens.get(ways.name) ?? (await findKept(ways)) ?? (await open(ways)))
    } catch (error) {
      if (!(error instanceof Fault) || !ways.ended(error)) throw error
      return work(await open(ways))
    }
  }
}

async function openNew(
  { db, clock }: Pick<WorkerDeps, 'db' | 'clock'>,
  ways: SignIn,
  signal: AbortSignal,
): Promise<Pass> {
  const seconds = await noteTry(db, `sign-in:${digestOf(ways.account)}`, clock(), signInPause)
  if (seconds === 0) return inTime((limit) => ways.open(limit), signal)
  const retryAt = new Date(clock().getTime() + seconds * 1000)
  throw new Fault('rate', 'signed in too often lately', { code: 'sign-in-limit', retryAt })
}

async function inTime<T>(step: (limit: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
  const limit = AbortSignal.timeout(STEP)
  try {
    return await step(AbortSignal.any([signal, limit]))
  } catch (error) {
    if (!limit.aborted || signal.aborted || error instanceof Fault) throw error
    throw new Fault('network', 'signing in took too long', { code: 'slow', cause: error })
  }
}

/** Undefined when it is another account's by now, or sealed with a key that is no longer given: we sign in anew. */
function unseal(keys: Keys, sealed: string, account: string): Pass | undefined {
  try {
    const { account: whose, ...pass } = JSON.parse(keys.unseal(sealed)) as Pass & { account?: string }
    return whose === account ? pass : undefined
  } catch {
    return undefined
  }
}
