// A process that is measured runs as npm start runs the service: the same options of Node, the same settings of memory.
import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

/** Forks the script with what stands before and after `exec node` in npm start. */
export function forkAsStarted(script: URL, args: readonly string[]): ChildProcess {
  const [settings, options] = scripts.start?.replace(' main.ts', '').split(' exec node ') ?? []
  const env = Object.fromEntries(settings?.split(' ').map((one) => one.split('=')) ?? [])
  return fork(script, args, { execArgv: options?.split(' ') ?? [], env: { ...process.env, ...env } })
}
