// R5 on a real volume of 70 MB: collecting pauses before it is full, and when it is forced full nothing is lost.
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { globSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readDisk } from '../../db/disk.ts'
import { makeDataDir, runMain, type Service, startService } from '../service.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })
const { dir: volume, placeFile, drop } = makeDataDir()
const mount = (...words: string[]) => execFileSync('mount', words, { stdio: 'pipe' })

/** Only Linux has small volumes for tests, and gives them only to the superuser. */
function mayMount(): boolean {
  if (process.env.LONG !== '1') return false
  try {
    execFileSync('mkdir', ['-p', volume])
    mount('-t', 'tmpfs', '-o', 'size=70m', 'somewall', volume)
    return true
  } catch {
    return false
  }
}

describe.runIf(mayMount())('a full disk', () => {
  let service: Service
  const known: string[] = []
  const dir = join(volume, 'data')
  const filler = join(volume, 'filler')
  const token = 'a token for scripts of more than thirty-two characters'
  const settings = { DATA_DIR: dir, PLACE_FILE: placeFile, ADMIN_TOKEN: token.replaceAll(' ', '-') }
  const ask = async (path: string) => fetch(service.url + path)
  const readHealth = async () => (await (await ask('/readyz')).json()) as { troubles: string[] }

  /** Saves notes until one is not acknowledged, and answers that answer; those that were are known. */
  const saveUntilRefused = async () => {
    for (;;) {
      // Random, so that it takes the room that it seems to take.
      const body = `note ${known.length} ${randomBytes(3_000).toString('base64')}`
      const answer = await fetch(`${service.url}/api/v1/places/kemijarvi/notes`, {
        method: 'POST',
        headers: { authorization: `Bearer ${settings.ADMIN_TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify({ kind: 'observation', day: '2026-11-25', body }),
        signal: AbortSignal.timeout(20_000),
      }).catch(() => undefined)
      if (!answer?.ok) return answer
      known.push(`note ${known.length}`)
    }
  }
  const leave = async (bytes: number) => {
    rmSync(filler, { force: true })
    const { free } = await readDisk(volume)
    writeFileSync(filler, Buffer.alloc(Math.max(0, free - bytes)))
  }

  beforeAll(async () => {
    service = await startService(settings)
  })
  afterAll(async () => {
    if (service?.child.exitCode === null) await service.stop('SIGKILL')
    execFileSync('umount', [volume])
    drop()
  })

  it('pauses collecting before it is full', async () => {
    await expect.poll(async () => (await ask('/readyz')).status, { timeout: 20_000 }).toBe(200)
    expect(await readHealth()).toMatchObject({ collecting_paused: true })
    expect(service.output()).toContain('free space is low: collecting and copying of pictures pause')
  })

  it('refuses in words what there is no room for, goes on answering, and its health is red', async () => {
    await leave(1_000_000)
    const answer = await saveUntilRefused()
    expect(answer?.status).toBe(503)
    expect(await answer?.json()).toMatchObject({ code: 'disk-full' })
    expect((await ask('/api/v1/walls/kemijarvi/etusivu')).status).toBe(200)
    await expect.poll(async () => (await readHealth()).troubles, { timeout: 20_000 }).toContain('full')
  })

  it('ends within 15 s with a clear line when the database itself has no room to go on', async () => {
    const ended = new Promise<number>((done) => service.child.once('exit', () => done(performance.now())))
    let refused = 0
    // Less than the database's next file of changes takes, more than is left in this one.
    for (let round = 0; round < 5 && service.child.exitCode === null; round++) {
      await leave(14_000_000)
      await saveUntilRefused()
      refused = performance.now()
      await Promise.race([ended, wait(15_000)])
    }
    expect(service.child.exitCode).toBe(1)
    expect((await ended) - refused).toBeLessThan(15_000)
    expect(service.output()).toMatch(
      /"msg":"the embedded database has ended and the disk is full or nearly so/,
    )
    expect(known.length).toBeGreaterThan(100)
  })

  it('does not start on a full disk, says why, and changes nothing', async () => {
    await leave(0)
    const { code, text } = await runMain(settings).ended
    expect(code).toBe(2)
    expect(text).toMatch(/The disk of .* is full/)
    expect(readdirSync(dir).filter((name) => /damaged|restored|new-/.test(name))).toEqual([])
  })

  it('has everything that was acknowledged when there is room again', async () => {
    rmSync(filler)
    mount('-o', 'remount,size=400m', volume)
    service = await startService(settings)
    await expect.poll(async () => (await ask('/readyz')).status, { timeout: 20_000 }).toBe(200)
    await service.stop()
    const to = join(volume, 'export')
    const { code, text } = await runMain(settings, ['export', '--place', 'kemijarvi', '--to', to]).ended
    expect([code, text]).toEqual([0, expect.any(String)])
    const written = globSync('**/note*', { cwd: to }).map((file) => readFileSync(join(to, file), 'utf8'))
    const saved = new Set(written.join('').match(/note \d+(?= )/g))
    expect(known.filter((one) => !saved.has(one))).toEqual([])
  })
})
