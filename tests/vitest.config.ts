// How the tests run: one shared PostgreSQL and snapshot, two workers, full length only when LONG is set.
import { defineConfig } from 'vitest/config'
import { tally } from './tally.ts'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    reporters: ['default', tally],
    globalSetup: ['tests/setup.ts'],
    env: { TZ: 'UTC', FONTCONFIG_FILE: new URL('../config/fonts.conf', import.meta.url).pathname },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // PGlite lives for a few seconds in a test: compiling its code twice, the second time well, does not pay.
    execArgv: ['--liftoff-only'],
    passWithNoTests: false,
    // Polling ends as soon as it can; how long it may take on a busy machine is no rule.
    expect: { requireAssertions: true, poll: { timeout: 10_000 } },
  },
})
