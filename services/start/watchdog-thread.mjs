// The thread of the watchdog, in plain JavaScript to stay small: counts how long the main thread has not beaten.
import { writeSync } from 'node:fs'
import { Session } from 'node:inspector'
import { workerData } from 'node:worker_threads'

/** @type {import('./watchdog.ts').WatchdogData} */
const { beats, limit } = workerData
const beat = new Int32Array(beats)
const TICK = Math.min(500, limit / 4)
let last = Atomics.load(beat, 0)
let still = 0

// Counted in ticks of its own: a process that was stopped and goes on has not been stuck.
const timer = setInterval(() => {
  const now = Atomics.load(beat, 0)
  still = now === last ? still + TICK : 0
  last = now
  if (still < limit) return
  clearInterval(timer)
  const line = {
    level: 'fatal',
    msg: `nothing has moved for ${still} ms; the process ends`,
    part: 'watchdog',
  }
  // The log lives in the thread that is stuck.
  writeSync(2, `${JSON.stringify(line)}\n`)
  endProcess()
}, TICK)

/**
 * A thread cannot end its process, and the first process of a container is deaf to SIGKILL from inside. So the main
 * thread is interrupted and ends itself; the signal is for one that waits in the system and cannot be interrupted.
 */
function endProcess() {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 1_000)
  const session = new Session()
  session.connectToMainThread()
  session.post('Runtime.evaluate', { expression: 'process.reallyExit(1)' })
}
