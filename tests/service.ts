// Starts main.ts as a process of its own, as npm does, and tells what it printed and how it ended.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asStarted } from './as-started.ts'

export type Service = {
  child: ChildProcess
  url: string
  /** Milliseconds from spawn until it listened. */
  ms: number
  output: () => string
  /** Sends the signal and waits for the end. */
  stop: (signal?: NodeJS.Signals) => Promise<{ code: number | null; ms: number }>
}

const root = new URL('..', import.meta.url).pathname

/** A folder for DATA_DIR with a place file in it; gone with `drop`. */
export function makeDataDir(): { dir: string; placeFile: string; drop: () => void } {
  const home = mkdtempSync(join(tmpdir(), 'somewall-data-'))
  const placeFile = join(home, 'kemijarvi.yaml')
  writeFileSync(
    placeFile,
    `place: { id: kemijarvi, name: { fi: Kemijärvi }, languages: [fi] }
families:
  - { id: kemijarvi, label: { fi: Kemijärvi }, tags: ["#kemijärvi", "#kemijarvi"] }
walls:
  - { id: etusivu, label: { fi: Kemijärvi somessa } }
`,
  )
  return { dir: join(home, 'data'), placeFile, drop: () => rmSync(home, { recursive: true, force: true }) }
}

export type Run = {
  child: ChildProcess
  ended: Promise<{ code: number | null; text: string }>
  output: () => string
}

/** Runs main.ts, of this tree or of another, with just these settings. */
export function runMain(settings: Record<string, string>, words: string[] = [], tree = root): Run {
  // But for compiling PGlite's code a second time, which pays only in a longer life.
  const how = ['--liftoff-only', ...asStarted.options, 'main.ts']
  const child = spawn(process.execPath, [...how, ...words], {
    cwd: tree,
    env: {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0' },
      ...asStarted.settings,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes) => {
      text += bytes
    })
  const ended = new Promise<{ code: number | null; text: string }>((done) =>
    child.once('close', (code) => done({ code, text })),
  )
  return { child, ended, output: () => text }
}

/** Starts the service and waits until it says that it has started. */
export function startService(settings: Record<string, string>): Promise<Service> {
  return whenStarted(runMain(settings))
}

/** Waits until what was run says that it has started. */
export async function whenStarted({ child, ended, output }: Run): Promise<Service> {
  const begun = performance.now()
  let over = false
  void ended.then(() => (over = true))
  while (!/"msg":"started"/.test(output())) {
    if (over) throw new Error(`the service did not start:\n${output()}`)
    await new Promise((done) => setTimeout(done, 20))
  }
  const ms = performance.now() - begun
  const port = /"port":(\d+)/.exec(output())?.[1]
  return {
    child,
    url: `http://127.0.0.1:${port}`,
    ms,
    output,
    async stop(signal = 'SIGTERM') {
      const from = performance.now()
      child.kill(signal)
      const { code } = await ended
      return { code, ms: performance.now() - from }
    },
  }
}
