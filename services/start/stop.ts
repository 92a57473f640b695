// When this process must stop: a signal, a second one, or the death of the npm that started it.

/** A terminal and npm each pass on the same Ctrl-C, so what comes at once is one signal. */
const SAME = 500

// Read when the program is loaded: npm may be killed while the service is still starting.
const parent = process.ppid

/** Resolves with the reason of the first stop; a second signal ends the process without waiting. */
export function waitForStop({ underNpm }: { underNpm: boolean }): Promise<string> {
  return new Promise((stop) => {
    let first: number | undefined
    const heard = (why: string) => {
      if (first === undefined) {
        first = performance.now()
        stop(why)
      } else if (performance.now() - first > SAME) process.exit(1)
    }
    process.on('SIGTERM', heard)
    process.on('SIGINT', heard)
    if (!underNpm) return
    const watch = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(watch)
      heard('npm has ended')
    }, 1_000)
    watch.unref()
  })
}
