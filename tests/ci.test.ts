// The script of the workplace: the README's own command, then the check, and a last line that never says too little.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = new URL('..', import.meta.url).pathname
const home = mkdtempSync(join(tmpdir(), 'somewall-ci-'))

beforeAll(() => {
  mkdirSync(join(home, '.ci'))
  cpSync(join(root, '.ci/run'), join(home, '.ci/run'))
})
afterAll(() => rmSync(home, { recursive: true }))

/** Runs the script with an npm that does what the case says for `ci`, `test` and `run check`. */
function run(ci: string, tests: string, check: string): { code: number | null; last: string; asked: string } {
  const npm = `#!/bin/sh\necho "$@" >> asked\ncase "$*" in ci) ${ci};; test) ${tests};; *) ${check};; esac\n`
  writeFileSync(join(home, 'npm'), npm)
  chmodSync(join(home, 'npm'), 0o755)
  writeFileSync(join(home, 'asked'), '')
  const env = { ...process.env, PATH: `${home}${delimiter}${process.env.PATH}` }
  const { status, stdout } = spawnSync(join(home, '.ci/run'), { env, encoding: 'utf8' })
  const last = stdout.trimEnd().split('\n').at(-1) ?? ''
  return { code: status, last, asked: readFileSync(join(home, 'asked'), 'utf8') }
}

test.each([
  ['all is well', 'true', 'echo "12 passed, 0 failed"', 'true', 0, '13 passed, 0 failed'],
  ['tests fail', 'true', 'echo "10 passed, 2 failed"; exit 1', 'true', 1, '11 passed, 2 failed'],
  [
    'tests fail without saying so',
    'true',
    'echo "12 passed, 0 failed"; exit 1',
    'true',
    1,
    '13 passed, 1 failed',
  ],
  ['tests never end', 'true', 'exit 139', 'true', 1, '1 passed, 1 failed'],
  ['packages cannot be had', 'exit 1', 'echo "12 passed, 0 failed"', 'true', 1, '1 passed, 1 failed'],
  ['the check fails', 'true', 'echo "12 passed, 0 failed"', 'exit 2', 1, '12 passed, 1 failed'],
])('when %s', (_, ci, tests, check, code, last) => {
  expect(run(ci, tests, check)).toMatchObject({ code, last })
})

test('it runs what the README tells a newcomer to run, then the check', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  expect(readme).toMatch(/^npm ci && npm test\b/m)
  expect(readFileSync(join(root, '.ci/run'), 'utf8')).toContain('(npm ci && npm test)')
  expect(run('true', 'echo "1 passed, 0 failed"', 'true').asked).toBe('ci\ntest\nrun check\n')
})
