// The image and docker-compose.yml without Docker: its steps performed; api and worker healthy, killed, and back.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { openTestPostgres } from '../db.ts'
import { type Image, makeImage } from '../image.ts'
import { openLine } from '../line.ts'

// Packages are fetched anew, as Docker would.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 600_000 })
const source = new URL('../..', import.meta.url).pathname
const may = process.env.LONG === '1' && process.platform === 'linux' && process.getuid?.() === 0

type Running = { output: () => string; kill: (signal: NodeJS.Signals) => void; ended: Promise<number | null> }

describe.runIf(may)('the image', () => {
  let image: Image
  let drop: () => Promise<void>
  let line: Awaited<ReturnType<typeof openLine>>
  let ports: number[]
  const running = new Map<string, Running>()
  const { services } = parse(readFileSync(join(source, 'docker-compose.yml'), 'utf8'), { merge: true })

  /** The environment of a service as Compose makes it, on ports that are free here. */
  const environmentOf = (role: string): Record<string, string> => ({
    ...Object.fromEntries(
      Object.entries<string>(services[role]?.environment ?? { ROLE: role }).map(([name, text]) => [
        name,
        text.replace(/\$\{PUBLIC_URL:[^}]*\}/, 'http://127.0.0.1').replace(/\$\{\w+(?::-([^}]*))?\}/g, '$1'),
      ]),
    ),
    PORT: String(ports[0]),
    HEALTH_PORT: String(ports[1]),
  })
  const run = (words: readonly string[], role: string): Running => {
    const child = image.run(words, environmentOf(role))
    let text = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (bytes) => {
        text += bytes
      })
    const ended = new Promise<number | null>((done) => child.once('close', done))
    return { output: () => text, kill: (signal) => void child.kill(signal), ended }
  }
  const start = (role: string) => running.set(role, run(image.command, role))
  const health = (role: string) => run(image.health, role).ended
  const areHealthy = () => Promise.all(['api', 'worker'].map(health))
  const both = { timeout: 90_000, interval: 1_000 }

  beforeAll(async () => {
    image = makeImage(source)
    const { database, url, drop: dropDatabase } = await openTestPostgres()
    await database.close()
    drop = dropDatabase
    const address = new URL(url)
    // Inside, the way to PostgreSQL is a folder that everybody may use, as a network is.
    const way = join(image.root, 'data/postgres')
    mkdirSync(way)
    line = await openLine(address.searchParams.get('host') as string, way)
    execFileSync('chmod', ['777', join(way, '.s.PGSQL.5432')])
    address.searchParams.set('host', '/data/postgres')
    const secrets = join(image.root, 'run/secrets')
    writeFileSync(join(secrets, 'database-url'), address.href)
    writeFileSync(join(secrets, 'secret-key'), 'a secret of more than thirty-two characters\n')
    for (const name of ['database-url', 'secret-key']) chmodSync(join(secrets, name), 0o644)
    ports = await Promise.all([freePort(), freePort()])
  })
  afterAll(async () => {
    for (const one of running.values()) one.kill('SIGKILL')
    await Promise.all([...running.values()].map((one) => one.ended))
    await line?.cut()
    await drop?.()
    image?.drop()
  })

  it('becomes healthy as api and as worker, with the environment and the secrets of docker-compose.yml', async () => {
    expect(await areHealthy()).toEqual([1, 1])
    for (const role of ['api', 'worker']) start(role)
    await expect.poll(areHealthy, both).toEqual([0, 0])
    const api = `http://127.0.0.1:${ports[0]}`
    expect((await fetch(`${api}/walls/kemijarvi/etusivu`)).status).toBe(200)
    expect(running.get('api')?.output()).toContain('/desk/link/')
  })

  it('is not root, and can write nothing but its data and its temporary folder', async () => {
    const script =
      'id -u; touch /app/x /data/x /tmp/x 2>&1; cat /run/secrets/secret-key >/dev/null && echo read'
    const { output, ended } = run(['sh', '-c', script], 'worker')
    await ended
    expect(output()).toMatch(/^1000\ntouch: cannot touch '\/app\/x': Read-only file system\nread\n$/)
  })

  it('is unhealthy as api when the worker was killed, and healthy again when it was started again', async () => {
    running.get('worker')?.kill('SIGKILL')
    await running.get('worker')?.ended
    expect(await health('worker')).toBe(1)
    await expect.poll(() => health('api'), { timeout: 120_000, interval: 2_000 }).toBe(1)
    start('worker')
    await expect.poll(areHealthy, both).toEqual([0, 0])
  })

  it('stops in order when it is told to, both roles with code 0', async () => {
    for (const one of running.values()) one.kill('SIGTERM')
    expect(await Promise.all([...running.values()].map((one) => one.ended))).toEqual([0, 0])
  })

  it('carries the simulators and the demo', async () => {
    const demo = run(['node', '--import', './config/runtime.mjs', 'tests/demo/demo.ts'], 'all')
    running.set('demo', demo)
    await expect.poll(demo.output, { timeout: 570_000 }).toContain('Ready in')
    demo.kill('SIGTERM')
    expect(await demo.ended).toBe(0)
  }, 600_000)
})

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
}
