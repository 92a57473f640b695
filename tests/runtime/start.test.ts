// The embedded service as a process: first start, second opener, commands, orderly stop, kill and return.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { takeLock } from '../../db/lock.ts'
import { makeDataDir, runMain, type Service, startService } from '../service.ts'

// Every test starts processes, which takes long when the machine has other work.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
const { dir, placeFile, drop } = makeDataDir()
const settings = { DATA_DIR: dir, PLACE_FILE: placeFile }
const command = (words: string[], more: Record<string, string> = {}) =>
  runMain({ ...settings, ...more }, words).ended
const mode = (name: string) => statSync(join(dir, name)).mode & 0o777
let service: Service
beforeAll(async () => {
  service = await startService(settings)
})
afterAll(async () => {
  if (service.child.exitCode === null) await service.stop('SIGKILL')
  drop()
})

it('makes the place and a secret at the first start, for its owner only, and becomes ready', async () => {
  expect(service.output()).toContain('the place was made from its file')
  expect([mode('.'), mode('secret-key'), mode('command.sock')]).toEqual([0o700, 0o600, 0o600])
  await expect.poll(async () => (await fetch(`${service.url}/readyz`)).status, { timeout: 20_000 }).toBe(200)
})

it('prints a one-time link once, and opens no desk page without it (T35)', async () => {
  const links = service.output().match(/http\S+\/desk\/link\/\S+/g) ?? []
  expect(links).toHaveLength(1)
  expect((await fetch(`${service.url}/desk/kemijarvi/inbox`, { redirect: 'manual' })).status).toBe(401)
  const path = new URL(links[0] as string).pathname
  expect((await fetch(service.url + path)).status).toBe(200)
  expect((await fetch(`${service.url + path}x`)).status).toBe(410)
})

it('refuses a second process with the description of the first, which is not disturbed (R4)', async () => {
  const { code, text } = await command([])
  expect(code).toBe(2)
  expect(text).toContain(`Another Somewall already uses ${dir}: process ${service.child.pid} at`)
  expect((await fetch(`${service.url}/readyz`)).status).toBe(200)
})

it('gives a person a role and a link while the service runs', async () => {
  const { code, text } = await command([
    'user',
    'aino@example.org',
    '--place',
    'kemijarvi',
    '--role',
    'curator',
  ])
  expect(text).toContain('aino@example.org is now curator of kemijarvi.')
  expect(code).toBe(0)
  const path = new URL(/http\S+link\S+/.exec(text)?.[0] as string).pathname
  expect((await fetch(service.url + path)).status).toBe(200)
})

it('says everything that is wrong with a command at once', async () => {
  const { code, text } = await command(['user', 'aino', '--place', 'salla', '--role', 'boss'])
  expect(code).toBe(2)
  for (const words of ['aino is not an e-mail', 'boss is not a role', 'No place is called salla'])
    expect(text).toContain(words)
  const outward = await command(['check-channel', 'kemijarvi', 'tuutit'])
  expect([outward.code, outward.text]).toEqual([
    2,
    expect.stringContaining('kemijarvi has no source tuutit.'),
  ])
})

it('does not restore under a running service, and says which one is running', async () => {
  const { code, text } = await command(['restore', placeFile])
  expect(code).toBe(2)
  expect(text).toContain(`Another Somewall already uses ${dir}: process ${service.child.pid}`)
})

it('stops in order on SIGTERM: within 10 s, with a dump and an exit code of 0', async () => {
  const { code, ms } = await service.stop()
  expect(code).toBe(0)
  expect(ms).toBeLessThan(10_000)
  expect(readdirSync(join(dir, 'dumps')).filter((name) => name.endsWith('-stop.tar.gz'))).toHaveLength(1)
  expect(existsSync(join(dir, 'command.sock'))).toBe(false)
})

it('lists its dumps, and restores one by its name with what was there kept aside', async () => {
  const [name = ''] = readdirSync(join(dir, 'dumps'))
  expect((await command(['restore'])).text).toMatch(new RegExp(`^${name}  \\d+\\.\\d MB\n`))
  const wrong = await command(['restore', 'nothing.tar.gz'])
  expect([wrong.code, wrong.text]).toEqual([
    2,
    expect.stringContaining('nothing.tar.gz is no file, and no dump'),
  ])
  const { code, text } = await command(['restore', name])
  expect(text).toMatch(
    /Restored from .*: 0 posts, the newest none\.\nIts audit is whole\.\n.* is kept in .*db\.before-/,
  )
  expect(code).toBe(0)
  expect(
    readdirSync(dir)
      .filter((one) => one.startsWith('db'))
      .sort(),
  ).toEqual(['db', expect.stringMatching(/^db\.before-/)])
})

it('runs commands on the folder itself when no service holds it', async () => {
  const { code, text } = await command(['user', 'pekka@example.org', '--role', 'operator'])
  expect(text).toContain('pekka@example.org is now operator.')
  expect(code).toBe(0)
})

it('is taken over at once after kill -9, and leaves the known place alone', async () => {
  service = await startService(settings)
  await service.stop('SIGKILL')
  service = await startService(settings)
  expect(service.output()).toContain('the place is already known')
})

it('ends at once on a second signal', async () => {
  const stream = await fetch(`${service.url}/api/v1/walls/kemijarvi/etusivu/stream`)
  expect(stream.status).toBe(200)
  service.child.kill('SIGTERM')
  await new Promise((done) => setTimeout(done, 700))
  const { ms } = await service.stop()
  expect(ms).toBeLessThan(2_000)
  await stream.body?.cancel().catch(() => {})
})

it('stops when the npm that started it is killed', async () => {
  const line = 'node --import ./config/runtime.mjs main.ts; true'
  const env = { PATH: process.env.PATH, PORT: '0', npm_lifecycle_event: 'start', ...settings }
  const npm = spawn('sh', ['-c', line], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  await new Promise<void>((up) => npm.stdout?.on('data', (bytes) => /started/.test(String(bytes)) && up()))
  npm.kill('SIGKILL')
  const free = () => {
    try {
      takeLock(dir, { pid: 0, since: '', address: '' }).release()
      return true
    } catch {
      return false
    }
  }
  expect(free()).toBe(false)
  await expect.poll(free, { timeout: 20_000 }).toBe(true)
})

it('ends with every complaint, each a sentence, before anything is opened', async () => {
  writeFileSync(
    join(dir, '..', 'broken.yaml'),
    'place: { id: KEMI, name: {} }\nwalls: [ { id: a } ]\nwhat: 1\n',
  )
  const broken = await command([], { PLACE_FILE: join(dir, '..', 'broken.yaml') })
  expect(broken.code).toBe(2)
  for (const words of [
    'broken.yaml:1 place.id',
    'broken.yaml:1 place.name',
    'broken.yaml:2 walls.0',
    'broken.yaml:3 what',
  ])
    expect(broken.text).toContain(words)
})
