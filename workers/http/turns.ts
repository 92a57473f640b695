// Turns at a host: one request at a time and a pause between them, and not more than a few hosts at once.
import { setTimeout as wait } from 'node:timers/promises'

const AT_ONCE = 8

export type Turns = {
  /** Runs the work when its turn comes; `gap` is the least time in ms between two starts at the same host. */
  take: <T>(host: string, gap: number, signal: AbortSignal | undefined, work: () => Promise<T>) => Promise<T>
}

export function openTurns(random: () => number = Math.random): Turns {
  const tails = new Map<string, Promise<void>>()
  const started = new Map<string, number>()
  const waiting: (() => void)[] = []
  let running = 0

  const enter = async (signal: AbortSignal | undefined) => {
    while (running >= AT_ONCE) {
      let wake = () => {}
      const woken = new Promise<void>((done) => {
        wake = done
        waiting.push(done)
      })
      await until(woken, signal).catch((reason) => {
        const at = waiting.indexOf(wake)
        // Already woken: the place it was given goes to the next.
        if (at >= 0) waiting.splice(at, 1)
        else waiting.shift()?.()
        throw reason
      })
    }
    running++
  }

  return {
    async take(host, gap, signal, work) {
      let free = () => {}
      const before = tails.get(host) ?? Promise.resolve()
      const mine = new Promise<void>((done) => {
        free = done
      })
      // Chained to the one before: who gives up waiting does not let the next one overtake.
      const tail = before.then(() => mine)
      tails.set(host, tail)
      try {
        await until(before, signal)
        const pause = gap && (started.get(host) ?? -Infinity) + gap * (1 + random() / 4) - performance.now()
        if (pause > 0) await wait(pause, undefined, signal && { signal })
        await enter(signal)
        if (gap) remember(started, host, gap)
        try {
          return await work()
        } finally {
          running--
          waiting.shift()?.()
        }
      } finally {
        free()
        if (tails.get(host) === tail) tails.delete(host)
      }
    },
  }
}

function remember(started: Map<string, number>, host: string, gap: number): void {
  const now = performance.now()
  if (started.size > 500) for (const [name, at] of started) if (at + 2 * gap < now) started.delete(name)
  started.set(host, now)
}

/** The promise, or the signal's reason as soon as it is aborted. */
function until<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise
  if (signal.aborted) return Promise.reject(signal.reason)
  return new Promise((yes, no) => {
    const stop = () => no(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    promise.then(yes, no).finally(() => signal.removeEventListener('abort', stop))
  })
}
