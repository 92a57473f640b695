// A WordPress of Debian's packages over a MariaDB of its own, in a temporary folder, on a port of its own.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { judges } from './present.ts'

const run = promisify(execFile)

export type Story = {
  title: string
  slug: string
  html: string
  type?: 'post' | 'page'
  /** mika is an author, whose HTML is cleaned; johanna is the administrator, whose is not. */
  by?: 'mika' | 'johanna'
  tags?: string[]
  /** As WordPress keeps it: the site's own time. */
  date?: string
  password?: string
  picture?: { file: string; alt: string }
}
export type WordPress = {
  url: string
  host: string
  add: (...stories: Story[]) => Promise<void>
  /** `plugin`: a ZIP to install · `password`: of johanna · `outdated`: what the plugin keeps fresh is so no more. */
  set: (what: { plugin?: string; password?: string; outdated?: true }) => Promise<void>
  /** Writes a file of the theme; the parent is Twenty Twenty-Three. */
  theme: (file: string, text: string) => Promise<void>
  /** What was asked of it so far, in order: `304 GET /feed/`. */
  asked: () => string[]
  stop: () => Promise<void>
}

/** A port that nobody has at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return port
}

export async function startWordPress(title: string): Promise<WordPress> {
  await using open = new AsyncDisposableStack()
  const home = await mkdtemp(join(tmpdir(), 'somewall-wordpress-'))
  open.defer(() => rm(home, { recursive: true, force: true, maxRetries: 3 }))
  const socket = join(home, 'sql')
  open.use(await startMariaDb(home, socket))

  const root = join(home, 'www')
  const url = `http://127.0.0.1:${await freePort()}`
  // Debian's tree is links to where its parts lie.
  await cp('/usr/share/wordpress', root, { recursive: true, dereference: true })
  await writeFile(join(root, 'wp-config.php'), settings(url, socket))
  const theme = (file: string, text: string) => writeFile(join(root, 'wp-content/themes/kunta', file), text)
  await mkdir(join(root, 'wp-content/themes/kunta/templates'), { recursive: true })
  await theme('style.css', '/*\nTheme Name: Kunta\nTemplate: twentytwentythree\n*/\n')
  await theme('functions.php', '<?php\n')
  const fill = (posts: Story[], more = {}) => runPhp(JSON.stringify({ url, root, title, posts, ...more }))
  await fill([])

  let log = ''
  const { host, port, hostname } = new URL(url)
  // It would look for changed files every other second only, and show a theme of before.
  const fresh = ['-d', 'opcache.revalidate_freq=0']
  const php = spawn(judges.php.file, [...fresh, '-S', `${hostname}:${port}`, '-t', root], {
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its workers are processes too: they end with their group.
    detached: true,
  })
  php.stderr?.on('data', (bytes) => {
    log += bytes
  })
  open.defer(() => end(php, -(php.pid as number)))
  await until(async () => (await fetch(url)).ok)
  const kept = open.move()
  return {
    ...{ url, host, theme },
    add: async (...stories) => void (await fill(stories)),
    set: (what) => fill([], what),
    asked: () => [...log.matchAll(/\[(\d{3})\]: (GET|POST) (\S+)/g)].map(([, ...parts]) => parts.join(' ')),
    stop: () => kept.disposeAsync(),
  }
}

async function startMariaDb(home: string, socket: string): Promise<AsyncDisposable> {
  const data = join(home, 'mariadb')
  // As root it would refuse to run unless told that this is meant.
  const common = ['--no-defaults', `--datadir=${data}`, `--user=${userInfo().username}`]
  await run('mariadb-install-db', [...common, '--auth-root-authentication-method=normal', '--skip-test-db'])
  const server = spawn(
    judges.mariadb.file,
    [...common, `--socket=${socket}`, '--skip-networking', `--pid-file=${socket}.pid`],
    { stdio: 'ignore' },
  )
  const create = ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', 'CREATE DATABASE wordpress']
  await until(() => run('mariadb', create))
  return { [Symbol.asyncDispose]: () => end(server, server.pid as number) }
}

async function end(child: ChildProcess, pid: number): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((done) => child.once('exit', done))
  process.kill(pid, 'SIGTERM')
  await ended
}

async function runPhp(input: string): Promise<void> {
  const script = new URL('./wordpress-fill.php', import.meta.url).pathname
  const running = run(judges.php.file, [script])
  running.child.stdin?.end(input)
  const { stdout } = await running
  if (stdout.trim()) throw new Error(`WordPress could not be filled:\n${stdout}`)
}

async function until(works: () => Promise<unknown>): Promise<void> {
  for (let left = 300; ; left--) {
    const done = await works().catch((error) => {
      if (left <= 0) throw error
      return false
    })
    if (done) return
    await new Promise((again) => setTimeout(again, 100))
  }
}

// Nothing goes out but to this machine; what WordPress thinks unsafe about loopback is allowed in the theme.
const settings = (url: string, socket: string) => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', '${url}');
define('WP_SITEURL', '${url}');
define('WPLANG', 'fi');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_ACCESSIBLE_HOSTS', '127.0.0.1');
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`
