// How npm start runs the service: its options of Node and settings of memory, for what tests and measures it.
import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const [before, after] = scripts.start?.replace(' main.ts', '').split(' exec node ') ?? []

/** What stands before and after `exec node` in npm start. */
export const asStarted = {
  settings: Object.fromEntries(before?.split(' ').map((one) => one.split('=')) ?? []) as Record<
    string,
    string
  >,
  options: after?.split(' ') ?? [],
}

/** Forks a script of ours instead of the service. */
export function forkAsStarted(script: URL, args: readonly string[]): ChildProcess {
  const env = { ...process.env, ...asStarted.settings }
  return fork(script, args, { execArgv: asStarted.options, env })
}
