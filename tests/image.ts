// The Dockerfile performed without Docker: its steps in a clean root of their own, by the superuser of Linux.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type Step = { word: string; rest: string }
export type Image = {
  /** Runs the words as the image's user; only `/data` and `/tmp` can be written, as in docker-compose.yml. */
  run: (words: readonly string[], environment: Record<string, string>) => ChildProcess
  /** The words of HEALTHCHECK and of CMD. */
  health: string[]
  command: string[]
  /** The root folder. */
  root: string
  drop: () => void
}

/** The instructions of each stage, in order; lines that go on are one. */
export function readDockerfile(text: string): Step[][] {
  const stages: Step[][] = []
  const lines = text
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
  for (const line of lines) {
    const [, word, rest] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? []
    if (!word || rest === undefined) continue
    if (word === 'FROM') stages.push([])
    stages.at(-1)?.push({ word, rest })
  }
  return stages
}

const NODE = '1000'
/** What stands for the base image: this machine's own system, which nobody can write. */
const SYSTEM = ['/usr', '/bin', '/lib', '/lib64', '/sbin', '/etc', '/dev', '/proc']

/** Performs the Dockerfile of the repository at `source`; throws with the output of the step that failed. */
export function makeImage(source: string): Image {
  const home = mkdtempSync(join(tmpdir(), 'somewall-image-'))
  chmodSync(home, 0o755)
  const folders = new Map<string, string>()
  let env: Record<string, string> = {}
  let user = 'root'
  let root = ''
  const words: Record<string, string[]> = {}
  for (const [nth, stage] of readDockerfile(readFileSync(join(source, 'Dockerfile'), 'utf8')).entries()) {
    root = join(home, String(nth))
    makeBase(root)
    let cwd = '/'
    for (const { word, rest } of stage) {
      const inside = (path: string) => join(root, path.startsWith('/') ? path : join(cwd, path))
      if (word === 'FROM') {
        folders.set(/ AS (\w+)/.exec(rest)?.[1] ?? '', root)
        env = { PATH: '/opt/node/bin:/usr/bin:/bin', HOME: '/tmp' }
      } else if (word === 'WORKDIR') {
        cwd = rest
        mkdirSync(inside('.'), { recursive: true })
      } else if (word === 'ENV')
        for (const pair of rest.split(' ')) env[pair.split('=')[0] as string] = pair.split('=')[1] as string
      else if (word === 'USER') user = rest
      else if (word === 'COPY') copy(source, folders, rest.split(' '), root, cwd)
      else if (word === 'RUN')
        execFileSync(
          'unshare',
          enter(root, ['/bin/sh', '-c', `cd ${cwd} && ${rest}`], { ...outside(), ...env }),
          {
            stdio: 'pipe',
          },
        )
      else if (word === 'CMD' || word === 'HEALTHCHECK')
        words[word] = JSON.parse(rest.slice(rest.indexOf('['))) as string[]
    }
  }
  if (user !== 'node') throw new Error(`the image would be run by ${user}`)
  const as = [
    'setpriv',
    '--reuid',
    NODE,
    '--regid',
    NODE,
    '--clear-groups',
    '--no-new-privs',
    '--bounding-set',
    '-all',
  ]
  return {
    root,
    health: words.HEALTHCHECK ?? [],
    command: words.CMD ?? [],
    run: (what, environment) =>
      spawn(
        'unshare',
        enter(
          root,
          [...as, 'sh', '-c', 'cd /app && exec "$@"', 'sh', ...what],
          { ...env, ...environment },
          true,
        ),
        {
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      ),
    drop: () => rmSync(home, { recursive: true, force: true }),
  }
}

function makeBase(root: string): void {
  for (const folder of [...SYSTEM, '/tmp', '/opt/node/bin', '/run/secrets'])
    mkdirSync(join(root, folder), { recursive: true })
  chmodSync(join(root, 'tmp'), 0o1777)
  cpSync(process.execPath, join(root, 'opt/node/bin/node'))
  writeFileSync(join(root, '../passwd'), 'root:x:0:0::/root:/bin/sh\nnode:x:1000:1000::/home/node:/bin/sh\n')
  writeFileSync(join(root, '../group'), 'root:x:0:\nnode:x:1000:\n')
}

/** `unshare` and what it runs: mounts of its own, the root changed, then the words with just this environment. */
function enter(
  root: string,
  words: readonly string[],
  env: Record<string, string>,
  readOnly = false,
): string[] {
  // What is writable stands apart before the rest is made read-only.
  const closed = `mkdir -p "$0/data"; mount --bind "$0/data" "$0/data"; mount -t tmpfs tmpfs "$0/tmp"
    mount -o remount,bind,ro "$0"`
  const given = Object.entries(env).map(([name, value]) => `${name}=${value}`)
  const script = `
    mount --bind "$0" "$0"
    for folder in ${SYSTEM.join(' ')}; do mount --rbind "$folder" "$0$folder"; done
    mount --bind "$0/../passwd" "$0/etc/passwd"; mount --bind "$0/../group" "$0/etc/group"
    ${readOnly ? closed : ''}
    exec chroot "$0" env -i "$@"`
  return ['--mount', 'sh', '-ec', script, root, ...given, ...words]
}

/** Of this machine's settings, what reaching the registry takes. */
const outside = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) =>
      /proxy|^npm_config_registry$|^NODE_EXTRA_CA_CERTS$/i.test(name),
    ),
  ) as Record<string, string>

function copy(
  source: string,
  folders: Map<string, string>,
  words: string[],
  root: string,
  cwd: string,
): void {
  const stage = /^--from=(.+)/.exec(words[0] ?? '')?.[1]
  const [to = '', ...from] = (stage ? words.slice(1) : words).reverse()
  const target = join(root, cwd, to)
  if (stage) {
    for (const one of from)
      cpSync(join(folders.get(stage) as string, one), target, { recursive: true, verbatimSymlinks: true })
    return
  }
  for (const one of from)
    for (const file of contextOf(source).filter((name) => one === '.' || name === one)) {
      const at = one === '.' || to.endsWith('/') ? join(target, file) : target
      mkdirSync(dirname(at), { recursive: true })
      cpSync(join(source, file), at, { verbatimSymlinks: true })
    }
}

/** What Docker would be sent: the files of the repository without those of .dockerignore. */
function contextOf(source: string): string[] {
  const left = readFileSync(join(source, '.dockerignore'), 'utf8').trim().split('\n')
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: source,
    encoding: 'utf8',
  })
  return listed
    .trim()
    .split('\n')
    .filter((file) => !left.some((one) => file === one || file.startsWith(`${one}/`)))
}
