// Processes of the service that end without warning at any moment, and start again.
import { type Run, runMain, whenStarted } from '../service.ts'

export type Crew = {
  start: (nth: number) => void
  /** Kills one, whatever it is doing. */
  kill: (nth: number) => Promise<void>
  /** Ends one in order; answers how long that took, in milliseconds. */
  stop: (nth: number) => Promise<number>
  /** Where one of them answers; undefined while it does not. */
  url: (nth: number) => string | undefined
  /** Resolves when all have started; throws when one of them could not. */
  ready: () => Promise<void>
  /** What they did that they must not: end by themselves, not end in order, break at a request. */
  complaints: string[]
  end: () => Promise<void>
}

type Member = { run: Run; started: Promise<void>; url?: string; told?: true }

/** Starts so many processes of the service, of this tree or of another. */
export function startCrew(size: number, settings: Record<string, string>, tree?: string): Crew {
  const complaints: string[] = []
  const crew: Member[] = []
  const member = (nth: number) => crew[nth] as Member
  const start = (nth: number) => {
    const run = runMain(settings, [], tree)
    const mine: Member = { run, started: Promise.resolve() }
    const started = async () => {
      mine.url = (await whenStarted(run)).url
    }
    // One that is killed while it starts has not started, and that is all; others are complained of below.
    mine.started = started().catch(() => {})
    void run.ended.then(({ code, text }) => {
      delete mine.url
      if (!mine.told) complaints.push(`a process ended by itself with ${code}:\n${text.slice(-2_000)}`)
      complaints.push(...text.split('\n').filter((line) => line.includes('a request broke')))
    })
    crew[nth] = mine
  }
  const tell = async (nth: number, signal: NodeJS.Signals) => {
    const { run } = member(nth)
    member(nth).told = true
    run.child.kill(signal)
    return run.ended
  }
  for (let nth = 0; nth < size; nth++) start(nth)
  return {
    start,
    async kill(nth) {
      await tell(nth, 'SIGKILL')
    },
    async stop(nth) {
      await member(nth).started
      const from = performance.now()
      const { code, text } = await tell(nth, 'SIGTERM')
      if (code !== 0) complaints.push(`a process told to stop ended with ${code}:\n${text.slice(-2_000)}`)
      return performance.now() - from
    },
    url: (nth) => member(nth).url,
    async ready() {
      for (const one of crew) await one.started
      if (complaints.length) throw new Error(complaints.join('\n'))
    },
    complaints,
    async end() {
      await Promise.all(crew.map((_, nth) => tell(nth, 'SIGKILL')))
    },
  }
}
