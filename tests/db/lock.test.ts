// R4: a second process never opens the embedded database, and a killed holder is no hindrance.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
  // With everything that they have started.
  for (const { pid } of children.splice(0))
    try {
      if (pid) process.kill(-pid, 'SIGKILL')
    } catch {
      // It has ended already.
    }
  rmSync(dir, { recursive: true, force: true })
})

/** A process that takes the lock and holds it, behind the words of another program; and what it says first. */
async function holder(behind: string[] = []): Promise<{ child: ChildProcess; said: string }> {
  const script = `
    import { takeLock } from ${JSON.stringify(new URL('../../db/lock.ts', import.meta.url).href)}
    const begun = performance.now()
    try {
      takeLock(${JSON.stringify(dir)}, { pid: process.pid, since: '2026-11-25', address: 'http://here' })
      console.log('held by ' + process.pid); setInterval(() => {}, 1000)
    } catch (error) { console.log(error.name + ' in ' + (performance.now() - begun) + ' ms: ' + error.message) }`
  const [file = '', ...words] = [...behind, process.execPath, '--input-type=module', '-e', script]
  const child = spawn(file, words, { stdio: ['ignore', 'pipe', 'ignore'], detached: true })
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
  const all = await Promise.all(Array.from({ length: LONG ? 12 : 5 }, () => holder()))
  expect(all.filter(({ said }) => said.startsWith('held'))).toHaveLength(1)
  expect(all.filter(({ said }) => said.startsWith('CannotStart'))).toHaveLength(all.length - 1)
})

it('is not fooled by the number of a process that has gone, as in a container where everybody is number 1', () => {
  takeLock(dir, { ...mine, pid: 1 }).release()
  const again = takeLock(dir, { ...mine, pid: 1 })
  expect(() => takeLock(dir, mine)).toThrow('process 1')
  again.release()
})

it('refuses every one of many second starts within a second, and the first never loses it', async () => {
  const first = await holder()
  for (let round = 0; round < (LONG ? 50 : 5); round++) {
    const { said } = await holder()
    expect(said).toContain(`process ${first.child.pid} at http://here`)
    expect(Number(/CannotStart in ([\d.]+) ms/.exec(said)?.[1])).toBeLessThan(1_000)
  }
  expect(() => takeLock(dir, mine)).toThrow('Another Somewall already uses')
})

it('is free when its holder is dead though nobody has buried it: a zombie holds nothing', async () => {
  // The shell becomes a program that never asks how its child ended.
  const script = '"$@" & exec sleep 1000'
  const { said } = await holder(['sh', '-c', script, 'sh'])
  const pid = Number(/held by (\d+)/.exec(said)?.[1])
  process.kill(pid, 'SIGKILL')
  if (process.platform === 'linux')
    await expect.poll(() => readFileSync(`/proc/${pid}/stat`, 'utf8')).toMatch(/\) Z /)
  // Its last thread ends a moment after its first.
  const taken = async () => (await holder()).said
  await expect.poll(taken, { timeout: LONG ? 1_000 : 10_000, interval: 20 }).toContain('held by')
})

const mayContain = process.platform === 'linux' && process.getuid?.() === 0
it.runIf(mayContain)(
  'tells two containers apart in which the process is number 1, and lets the second in when the first is dead',
  async () => {
    const container = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc']
    const first = await holder(container)
    expect(first.said).toContain('held by 1\n')
    expect((await holder(container)).said).toContain('process 1 at http://here')
    const dead = new Promise((done) => first.child.once('exit', done))
    first.child.kill('SIGKILL')
    await dead
    await expect.poll(async () => (await holder(container)).said, { timeout: 5_000 }).toContain('held by 1\n')
  },
)

it('is not held by a number that another process has now', () => {
  // What a holder that was killed leaves behind, with the number of one that lives.
  writeFileSync(join(dir, 'holder.json'), JSON.stringify({ ...mine, pid: process.pid }))
  expect(() => takeLock(dir, mine).release()).not.toThrow()
})
