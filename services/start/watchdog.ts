// The watchdog: a thread that ends this process, with a code that is not 0, when its event loop stands still.
import { Worker } from 'node:worker_threads'

export type WatchdogData = { beats: SharedArrayBuffer; limit: number }

/** Milliseconds of standstill that end the process: nothing of ours holds the event loop for even one second. */
const LIMIT = 10_000
const BEAT = 500

/** Watches until the answer is called. */
export function startWatchdog(limit = LIMIT): () => Promise<void> {
  const beats = new SharedArrayBuffer(4)
  const data: WatchdogData = { beats, limit }
  // Without our loader and without types to strip, each of which would cost it some twenty megabytes.
  const thread = new Worker(new URL('./watchdog-thread.mjs', import.meta.url), {
    workerData: data,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 },
  })
  thread.unref()
  const timer = setInterval(() => Atomics.add(new Int32Array(beats), 0, 1), BEAT)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await thread.terminate()
  }
}
