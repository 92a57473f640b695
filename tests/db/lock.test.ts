// R4: a second process never opens the embedded database, and a killed holder is no hindrance.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { takeLock } from '../../db/lock.ts'

const LONG = process.env.LONG === '1'
const mine = { pid: 42, since: '2026-11-25T10:00:00.000Z', address: 'http://127.0.0.1:8080' }
let dir: string
const children: ChildProcess[] = []
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'somewall-lock-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(dir, { recursive: true, force: true })
})

/** A process that takes the lock and holds it; resolves with what it says first. */
async function holder(): Promise<{ child: ChildProcess; said: string }> {
  const script = `
    import { takeLock } from ${JSON.stringify(new URL('../../db/lock.ts', import.meta.url).href)}
    try {
      takeLock(${JSON.stringify(dir)}, { pid: process.pid, since: '2026-11-25', address: 'http://here' })
      console.log('held'); setInterval(() => {}, 1000)
    } catch (error) { console.log(error.name + ': ' + error.message) }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  children.push(child)
  const said = await new Promise<string>((done) => child.stdout?.once('data', (bytes) => done(String(bytes))))
  return { child, said }
}

it('refuses a second opener at once, and says who holds the lock', async () => {
  const { child, said } = await holder()
  expect(said).toContain('held')
  const begun = performance.now()
  expect(() => takeLock(dir, mine)).toThrow(
    `Another Somewall already uses ${dir}: process ${child.pid} at http://here, since 2026-11-25`,
  )
  expect(performance.now() - begun).toBeLessThan(1_000)
})

it('is free the moment its holder was killed, even while the dead process has not been waited for', async () => {
  for (let round = 0; round < (LONG ? 50 : 2); round++) {
    const { child } = await holder()
    const dead = new Promise((done) => child.once('exit', done))
    child.kill('SIGKILL')
    await dead
    const begun = performance.now()
    takeLock(dir, mine).release()
    expect(performance.now() - begun).toBeLessThan(1_000)
  }
})

it('gives the lock to exactly one of many that start together', async () => {
  const all = await Promise.all(Array.from({ length: LONG ? 12 : 5 }, holder))
  expect(all.filter(({ said }) => said.startsWith('held'))).toHaveLength(1)
  expect(all.filter(({ said }) => said.startsWith('CannotStart'))).toHaveLength(all.length - 1)
})

it('is not fooled by the number of a process that has gone, as in a container where everybody is number 1', () => {
  takeLock(dir, { ...mine, pid: 1 }).release()
  const again = takeLock(dir, { ...mine, pid: 1 })
  expect(() => takeLock(dir, mine)).toThrow('process 1')
  again.release()
})
