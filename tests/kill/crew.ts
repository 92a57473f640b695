// Processes of the service that are ended without warning at any moment, and the ones that take their places.
import { type Run, runMain, whenStarted } from '../service.ts'

export type Crew = {
  /** Ends one of them like a power switch, whatever it is doing, and starts another in its place. */
  strike: (nth: number) => Promise<void>
  /** Ends one in order and starts another; answers how long the end took, in milliseconds. */
  relieve: (nth: number) => Promise<number>
  /** Resolves when all of them have started. */
  ready: () => Promise<void>
  /** What they did that they must not: ended by themselves, or not in order when they were asked to. */
  complaints: string[]
  end: () => Promise<void>
}

/** Starts so many processes of the service, of this tree or of another. */
export function startCrew(size: number, settings: Record<string, string>, tree?: string): Crew {
  const complaints: string[] = []
  const told = new Set<Run>()
  const begin = () => {
    const run = runMain(settings, [], tree)
    void run.ended.then(({ code, text }) => {
      if (!told.has(run)) complaints.push(`a process ended by itself with ${code}:\n${text.slice(-2_000)}`)
    })
    return { run, started: whenStarted(run).catch(() => {}) }
  }
  const crew = Array.from({ length: size }, begin)
  const finish = async (run: Run, signal: NodeJS.Signals) => {
    told.add(run)
    run.child.kill(signal)
    return run.ended
  }
  return {
    async strike(nth) {
      const old = crew[nth] as (typeof crew)[number]
      await finish(old.run, 'SIGKILL')
      crew[nth] = begin()
    },
    async relieve(nth) {
      const old = crew[nth] as (typeof crew)[number]
      await old.started
      const from = performance.now()
      const { code, text } = await finish(old.run, 'SIGTERM')
      if (code !== 0) complaints.push(`a process told to stop ended with ${code}:\n${text.slice(-2_000)}`)
      crew[nth] = begin()
      return performance.now() - from
    },
    async ready() {
      for (const one of crew) await one.started
    },
    complaints,
    async end() {
      await Promise.all(crew.map(({ run }) => finish(run, 'SIGKILL')))
    },
  }
}
