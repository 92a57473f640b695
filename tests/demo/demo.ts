// The whole service offline in one command: simulated platforms, two years of samples, and a landing page.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { readEnv } from '../../config/env.ts'
import { addQuarters, dayOf, daysBetween, quarterOfDay } from '../../services/domain/quarter.ts'
import { APP } from '../sim/meta-tokens.ts'
import { makeHistory } from './history.ts'
import { landingApp } from './landing-app.ts'
import type { Letter } from './outbox.tsx'
import { PASSWORD, PEOPLE } from './people.ts'
import { comingPosts, firstDayOf, layTimeline } from './timeline.ts'
import { fillVisits, openWorld, YOUTUBE_KEY } from './world.ts'

const PLACE = 'kemijarvi'
const READY_WITHIN = 120_000

const started = Date.now()
const now = new Date()
const { env } = readEnv()
const folder = mkdtempSync(join(tmpdir(), 'somewall-demo-'))
await using open = new AsyncDisposableStack()
open.defer(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))

const stop = new Promise<void>((done) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done())
})

const say = (line: string) => process.stdout.write(`${line}\n`)
const base = (port: number) => `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${port}`

/** A port that nobody has: the one wanted, or any. */
async function freePort(wanted: number): Promise<number> {
  const attempt = (port: number) =>
    new Promise<number | undefined>((done) => {
      const server = createServer()
      server.once('error', () => done(undefined))
      server.listen(port, env.HOST, () => {
        const found = (server.address() as { port: number }).port
        server.close(() => done(found))
      })
    })
  return (await attempt(wanted)) ?? (await attempt(0)) ?? wanted
}

async function run(): Promise<void> {
  say('Somewall: making two years of sample posts and numbers. This takes a minute or two.')
  const port = await freePort(env.PORT)
  const landingPort = await freePort(port + 1)
  const firstDay = firstDayOf(now)
  const days = daysBetween(firstDay, dayOf(now, 'Europe/Helsinki')) + 1
  let clock = () => now
  const laid = layTimeline(firstDay, days).filter((one) => one.at <= now)
  const posts = [...laid, ...comingPosts(now, laid)]
  const world = await openWorld(posts, () => clock(), now)
  open.defer(() => world.stop())
  fillVisits(world.matomo, firstDay, days)
  const mail = await openMail()
  const sims = [
    ...[world.mastodon, world.bluesky, world.youtube, world.meta],
    ...[...world.sites.all, world.matomo],
  ].map((sim) => new URL(sim.url).host)
  const settings = {
    DATA_DIR: join(folder, 'data'),
    FETCH_ALLOW: sims.join(','),
    PLATFORM_URLS: JSON.stringify({
      youtube: world.youtube.url,
      facebook: world.meta.base,
      instagram: world.meta.base,
    }),
    META_APP_ID: APP.id,
    META_APP_SECRET: APP.secret,
    YOUTUBE_KEY,
    ...(mail && { SMTP_URL: mail.url, MAIL_FROM: 'Somewall <somewall@esimerkki.example>' }),
    HOST: env.HOST,
    PORT: String(port),
    PUBLIC_URL: base(port),
    PLACE_FILE: new URL('../../config/places/kemijarvi.yaml', import.meta.url).pathname,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  }
  const setClock = (at: Date) => {
    clock = () => at
  }
  await makeHistory({ settings, world, landing: base(landingPort), firstDay, now, setClock })
  clock = () => new Date()
  await startService(settings)
  startLanding(base(port), landingPort, mail && (() => mail.taken))
  tell(base(port), base(landingPort), mail !== undefined)
}

/** A mail server that keeps what comes; none where only what the service needs is installed, as in the image. */
async function openMail() {
  try {
    const { startMailServer } = await import('../sim/smtp.ts')
    const mail = await startMailServer()
    open.defer(() => mail.stop())
    return mail
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw error
    return undefined
  }
}

/** The real service in a process of its own, as an administrator would start it. */
async function startService(settings: Record<string, string>): Promise<void> {
  const root = new URL('../..', import.meta.url).pathname
  // Detached: Ctrl-C reaches only the demo, which then ends the service in order.
  const service = spawn(process.execPath, ['--import', './config/runtime.mjs', 'main.ts'], {
    cwd: root,
    env: { ...process.env, ...settings, ROLE: 'all', DATABASE_URL: '', SECRET_KEY: '', SECRET_KEY_OLD: '' },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  })
  const ended = new Promise<void>((done) => void service.once('exit', () => done()))
  open.defer(async () => {
    service.kill('SIGTERM')
    await ended
  })
  void ended.then(() => process.kill(process.pid, 'SIGTERM'))
  for (let left = 200; left > 0; left--) {
    const answer = await fetch(`${settings.PUBLIC_URL}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    if (service.exitCode !== null) throw new Error('the service did not start')
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('the service did not become ready')
}

function startLanding(service: string, port: number, letters: (() => readonly Letter[]) | undefined): void {
  const app = landingApp({
    service,
    place: PLACE,
    wall: 'etusivu',
    ...(letters && { letters }),
    // The page has a heading of its own above the wall.
    fragment: async (lang) =>
      (await fetch(`${service}/fragment/${PLACE}/etusivu?lang=${lang}&heading=0`)).text(),
  })
  const server = serve({ fetch: app.fetch, hostname: env.HOST, port })
  open.defer(() => void server.close())
}

function tell(service: string, landing: string, mailed: boolean): void {
  const seconds = Math.round((Date.now() - started) / 1000)
  const newest = addQuarters(quarterOfDay(dayOf(now, 'Europe/Helsinki')), -1)
  const posted = mailed ? `\n  What was mailed (nothing leaves) ${landing}/posti` : ''
  say(`
Ready in ${seconds} s. Everything in it is a sample; it is gone when you press Ctrl-C.

  Landing page with its somewall   ${landing}/fi      (in English ${landing}/en)
  The wall alone                   ${service}/walls/${PLACE}/etusivu
  The desk                         ${service}/desk
      e-mail ${PEOPLE[0].email}   password ${PASSWORD}
  The newest digest                ${service}/digests/${PLACE}/${newest}${posted}
`)
  if (Date.now() - started > READY_WITHIN)
    say('It took longer than it should: is this machine busy with something else?')
}

try {
  await Promise.race([run(), stop])
  await stop
} catch (error) {
  console.error(error)
  process.exitCode = 1
}
await open.disposeAsync()
process.exit()
