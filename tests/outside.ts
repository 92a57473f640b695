// The outward client as tests hold it: simulators allowed, a clock that is moved, everything closed after the file.
import { pino } from 'pino'
import { afterAll } from 'vitest'
import type { Log } from '../config/log.ts'
import type { Pass } from '../services/domain/passes.ts'
import type { ChannelIo, Http } from '../services/domain/source.ts'
import { Fault } from '../services/errors.ts'
import type { Resolve } from '../workers/http/lookup.ts'
import { openHttp } from '../workers/http.ts'
import { NOW } from './makers.ts'

/** A client that may go to these hosts only; `io` is what a channel or a meter is given. */
export function openOutside(allow: string[], more: { lookup?: Resolve; clock?: () => Date; log?: Log } = {}) {
  const { http, close } = openHttp({
    allow,
    userAgent: 'Somewall/test (+https://seina.example)',
    clock: () => NOW,
    log: pino({ level: 'silent' }),
    ...more,
  })
  afterAll(close)
  return { http, io: (change: Partial<ChannelIo> = {}) => ioWith(http, change) }
}

function ioWith(http: Http, change: Partial<ChannelIo>): ChannelIo {
  return {
    http,
    signedIn: signInMemory(),
    secret: () => undefined,
    base: undefined,
    memory: {},
    expires: async () => {},
    now: NOW,
    since: new Date('2026-01-01T00:00:00Z'),
    signal: new AbortController().signal,
    ...change,
  }
}

/** Passes kept in memory, for one who is alone; the real keeping is tried in tests/workers/sign-in.test.ts. */
function signInMemory(): ChannelIo['signedIn'] {
  const { signal } = new AbortController()
  let pass: Pass | undefined
  return async (ways, work) => {
    pass ??= await ways.open(signal)
    try {
      return await work(pass.token)
    } catch (error) {
      if (!(error instanceof Fault) || !ways.ended(error)) throw error
      pass = (await ways.renew?.(pass, signal)) ?? (await ways.open(signal))
      return work(pass.token)
    }
  }
}

/** The Fault that a promise ends in; anything else is an error of the test. */
export async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  const ended = await promise.then(
    (value) => new Error(`no fault, but ${JSON.stringify(value)?.slice(0, 200)}`),
    (error) => error,
  )
  if (ended instanceof Fault) return ended
  throw ended
}
