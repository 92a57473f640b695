// Commands while the service holds the embedded database: a socket in DATA_DIR that only its owner may use.
import { chmodSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Socket } from 'node:net'
import { relative, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { BadSettings } from '../../config/env.ts'
import type { Command, CommandDeps } from './parts.ts'

type Asked = { name: string; words: string[]; cwd: string }
type Told = { say: string } | { complaints: string[] } | { done: true } | { broken: string }

/** The system allows about a hundred bytes, so the shorter way to the same file is taken. */
function socketPath(dataDir: string): string {
  const path = resolve(dataDir, 'command.sock')
  const near = relative(process.cwd(), path)
  return near.length < path.length ? near : path
}

/** Listens for commands until the answer is called. The caller holds the lock, so a socket left behind is dead. */
export async function listenForCommands(
  deps: CommandDeps,
  commands: Readonly<Record<string, Command>>,
): Promise<() => Promise<void>> {
  const path = socketPath(deps.env.DATA_DIR)
  rmSync(path, { force: true })
  const server = createServer((socket) => void answer(deps, commands, socket))
  try {
    await new Promise<void>((yes, no) => server.once('error', no).listen(path, yes))
  } catch (error) {
    deps.log.warn(
      { cause: (error as Error).message },
      'npm run user, export, import and check-channel work only while this is stopped',
    )
    return async () => {}
  }
  chmodSync(path, 0o600)
  return () => new Promise((done) => void server.close(() => done()))
}

async function answer(
  deps: CommandDeps,
  commands: Readonly<Record<string, Command>>,
  socket: Socket,
): Promise<void> {
  const tell = (told: Told) => void socket.write(`${JSON.stringify(told)}\n`)
  socket.on('error', () => socket.destroy())
  try {
    for await (const line of createInterface({ input: socket })) {
      const { name, words, cwd } = JSON.parse(line) as Asked
      const command = commands[name]
      if (!command) throw new BadSettings([`${name} is not a command.`])
      await command(deps, words, { cwd, say: (text) => tell({ say: text }) })
      tell({ done: true })
      break
    }
  } catch (error) {
    if (error instanceof BadSettings) tell({ complaints: error.complaints })
    else {
      deps.log.error({ err: error }, 'a command broke')
      tell({ broken: (error as Error).message })
    }
  }
  socket.end()
}

/** Asks the running service; false when none listens. Throws what the service threw. */
export async function askService(
  dataDir: string,
  asked: Asked,
  say: (line: string) => void,
): Promise<boolean> {
  const socket = createConnection(socketPath(dataDir))
  const there = await new Promise<boolean>((yes) => {
    socket.once('connect', () => yes(true)).once('error', () => yes(false))
  })
  if (!there) return false
  socket.write(`${JSON.stringify(asked)}\n`)
  for await (const line of createInterface({ input: socket })) {
    const told = JSON.parse(line) as Told
    if ('done' in told) return true
    if ('say' in told) say(told.say)
    if ('complaints' in told) throw new BadSettings(told.complaints)
    if ('broken' in told) throw new Error(told.broken)
  }
  throw new Error('the service ended before the command was done')
}
