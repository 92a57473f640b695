// The last line of a test run, for machines: how many passed, and how many failed, whatever the way they failed.
import type { Reporter } from 'vitest/node'

/** Prints `N passed, N failed` alone on a line. A file that cannot be read and an error outside any test fail too. */
export const tally: Reporter = {
  onTestRunEnd(modules, unhandled) {
    const states = modules.flatMap((one) => [...one.children.allTests()].map((test) => test.result().state))
    const count = (state: string) => states.filter((one) => one === state).length
    const broken = modules.flatMap((one) => one.errors()).length + unhandled.length
    const line = `${count('passed')} passed, ${count('failed') + broken} failed`
    // After the summary of the other reporter.
    process.once('exit', () => console.log(line))
  },
}
