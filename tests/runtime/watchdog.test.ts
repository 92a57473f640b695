// A process whose event loop stands still is ended by its watchdog, with a code that makes a supervisor start it again.
import { spawn } from 'node:child_process'
import { expect, it, vi } from 'vitest'

vi.setConfig({ testTimeout: 60_000 })
const LONG = process.env.LONG === '1'
const watchdog = new URL('../../services/start/watchdog.ts', import.meta.url).href
const root = process.getuid?.() === 0 && process.platform === 'linux'

/** A process with a watchdog of one second that does what the case says after it has started. */
function run(then: string, before: string[] = []) {
  const script = `
    import { startWatchdog } from ${JSON.stringify(watchdog)}
    const stop = startWatchdog(1_000)
    setTimeout(async () => { ${then} }, 700)
    setTimeout(() => process.exit(0), 4_000)`
  const [file = '', ...words] = [...before, process.execPath, '--input-type=module', '-e', script]
  const begun = performance.now()
  const child = spawn(file, words, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (bytes) => {
    said += bytes
  })
  const ended = new Promise<{ code: number | null; said: string; ms: number }>((done) =>
    child.once('close', (code) => done({ code, said, ms: performance.now() - begun })),
  )
  return { child, ended }
}

const stuck: [string, string][] = [
  ['an endless loop', 'for (;;);'],
  ['a pattern that never ends', "/^(a+)+$/.test('a'.repeat(60) + 'b')"],
  ['a wait for what never comes', 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)'],
]
it.each(LONG ? stuck : stuck.slice(0, 1))('ends a process that is stuck in %s', async (_, then) => {
  const { code, said } = await run(then).ended
  expect(code).toBe(1)
  expect(said).toMatch(/"level":"fatal","msg":"nothing has moved for 1\d\d\d ms; the process ends"/)
})

it.runIf(root)(
  'ends it also as the first process of a container, which no signal from inside can end',
  async () => {
    const { code, said } = await run('for (;;);', ['unshare', '--pid', '--fork', '--mount-proc']).ended
    expect(code).toBe(1)
    expect(said).toContain('the process ends')
  },
)

it('leaves a process alone that works in pieces, or that was halted from outside and goes on', async () => {
  const work = run(`for (let n = 0; n < 20; n++) {
    const to = Date.now() + 100
    while (Date.now() < to);
    await new Promise(setImmediate)
  }`)
  const halted = run('')
  setTimeout(() => halted.child.kill('SIGSTOP'), 1_500)
  setTimeout(() => halted.child.kill('SIGCONT'), 3_500)
  for (const { ended } of [work, halted]) expect(await ended).toMatchObject({ code: 0, said: '' })
})
