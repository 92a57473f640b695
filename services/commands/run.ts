// Runs a command: through the service that holds the embedded database, else on the database itself.
import { BadSettings, type Env } from '../../config/env.ts'
import { openLog } from '../../config/log.ts'
import { lockDataDir, openStore } from '../start/store.ts'
import { runExport } from './export.ts'
import { runImport } from './import.ts'
import type { Command } from './parts.ts'
import { runRestore } from './restore.ts'
import { askService } from './socket.ts'
import { runUser } from './user.ts'

export type Commands = Readonly<Record<string, Command>>

export const commands: Commands = { user: runUser, export: runExport, import: runImport }

/** `all`: the commands above and those that must go out. */
export async function runCommand(
  all: Commands,
  env: Env,
  clock: () => Date,
  name: string,
  words: string[],
  say: (line: string) => void,
): Promise<void> {
  const cwd = process.cwd()
  // The only one that works on a database which is closed.
  if (name === 'restore') return runRestore(env, clock, words, { cwd, say })
  const command = all[name]
  if (!command)
    throw new BadSettings([`${name} is not a command. There is ${Object.keys(all).join(', ')}, restore.`])
  if (!env.DATABASE_URL && (await askService(env.DATA_DIR, { name, words, cwd }, say))) return
  await using open = new AsyncDisposableStack()
  const lock = lockDataDir(env, clock)
  open.defer(() => lock?.release())
  // What the command says is on standard output; the log must not mix with it.
  const log = openLog(env, [], (line) => void process.stderr.write(line)).child({ part: name })
  const onEnd = (cause: Error) =>
    log.fatal({ cause: cause.message }, 'the embedded database has ended by itself')
  const store = await openStore({ env, log, clock, onEnd })
  open.defer(() => store.close())
  await command({ db: store.database.db, env, log, clock }, words, { cwd, say })
}
