// How the tests run: one shared PostgreSQL and snapshot, two workers, full length only when LONG is set.
import { configDefaults, defineConfig } from 'vitest/config'
import { tally } from './tally.ts'

/** Files that put something else in a module's place: for everybody after them, if they did not run alone. */
const ALONE = ['tests/db/folder.test.ts', 'tests/workers/channels/feed-second.test.ts']

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    reporters: ['default', tally],
    globalSetup: ['tests/setup.ts'],
    env: { TZ: 'UTC', FONTCONFIG_FILE: new URL('../config/fonts.conf', import.meta.url).pathname },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      // Reading and warming the same modules for every file anew took a third of the time.
      {
        extends: true,
        test: {
          name: 'together',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...ALONE],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
    // PGlite lives for a few seconds in a test: compiling its code twice, the second time well, does not pay.
    execArgv: ['--liftoff-only'],
    passWithNoTests: false,
    // Polling ends as soon as it can; how long it may take on a busy machine is no rule.
    expect: { requireAssertions: true, poll: { timeout: 10_000 } },
  },
})
