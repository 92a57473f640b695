// The front door: reads the settings, opens the database, starts the roles asked for, closes them in reverse.
import { Hono } from 'hono'
import { CannotStart } from './config/cannot-start.ts'
import { BadSettings, type Env, readEnv, startedByNpm } from './config/env.ts'
import { type Log, openLog } from './config/log.ts'
import { openQueue } from './db/boss.ts'
import { healthRoutes } from './services/api/health.ts'
import { openShelf } from './services/api/shelf.ts'
import { openWalls, type Walls } from './services/api/walls.ts'
import { createApp } from './services/app.ts'
import { commands, runCommand } from './services/commands/run.ts'
import { listenForCommands } from './services/commands/socket.ts'
import type { Deps } from './services/deps.ts'
import type { Http } from './services/domain/source.ts'
import { startHealth } from './services/health.ts'
import { startPulse } from './services/heartbeat.ts'
import { makeKeys } from './services/keys.ts'
import { openLanguages } from './services/language.ts'
import { answerErrors } from './services/rim.tsx'
import { serve } from './services/serve.ts'
import { readSpace, watchSpace } from './services/space.ts'
import { welcomeFirstPerson } from './services/start/first-person.ts'
import { openMeanwhile } from './services/start/meanwhile.ts'
import { readPlaceFiles, seedPlaces } from './services/start/places.ts'
import { readSecret } from './services/start/secret.ts'
import { waitForStop } from './services/start/stop.ts'
import { lockDataDir, openStore } from './services/start/store.ts'
import { startWatchdog } from './services/start/watchdog.ts'
import { stepBack } from './services/step-back.ts'
import { buildWidget } from './widgets/build.ts'
import { channels } from './workers/channels/index.ts'
import { checkChannel } from './workers/check-channel.ts'
import { openDirectory } from './workers/entra.ts'
import { openHttp } from './workers/http.ts'
import { jobs } from './workers/jobs/index.ts'
import { openLinkReader } from './workers/link.ts'
import { meters } from './workers/meters/index.ts'
import { startWorkers } from './workers/run.ts'
import { visits } from './workers/schedule.ts'
import { trySource } from './workers/trial.ts'

/** Milliseconds: what an orderly stop may take in all, and its requests and jobs of that; the dump has the rest. */
const GRACE = { all: 9_000, requests: 2_500, jobs: 2_500 }

/** What is promised of what was saved; the desk says the same to the operator. */
const promises = {
  embedded: 'what is saved survives the end of the process, but not a power cut',
  postgres: 'what is saved survives a power cut, as far as PostgreSQL is set to it',
}

const clock = () => new Date()

async function start(): Promise<void> {
  const { env, warnings } = readEnv()
  if (env.ROLE === 'worker') stepBack()
  const files = readPlaceFiles(env)
  await using open = new AsyncDisposableStack()
  const lock = lockDataDir(env, clock)
  open.defer(() => lock?.release())
  open.defer(startWatchdog())
  const secret = readSecret(env)
  const log = openLog(env, [secret])
  for (const warning of warnings) log.warn(warning)
  const widget = await buildWidget()
  // The embedded database is away only with its process: there is nobody then who could show anything.
  const shelved = env.DATABASE_URL !== undefined && env.ROLE !== 'worker'
  const shelf = shelved ? await openShelf(env.MEDIA_DIR, clock) : undefined
  const onEnd = (cause: Error) => void endAtOnce(log, env, cause)
  const store = await openStore({ env, log, clock, onEnd }, async (database) => {
    if (!shelf?.places().length) return undefined
    return openMeanwhile({ database, db: database.db, env, log, clock, widget }, shelf)
  })
  let stopBy = 0
  open.defer(() => store.close({ dump: stopBy - performance.now() }))
  const { database } = store
  const queue = await openQueue(database, {
    worker: env.ROLE !== 'api',
    alone: env.ROLE === 'all',
    onError: (error) => log.warn({ cause: error.message }, 'the queue had trouble and goes on'),
  })
  open.defer(() => queue.stop(GRACE.jobs))
  const { space, stop } = await watchSpace({ env, log })
  open.defer(stop)
  const { http, close } = openHttp({ ...outwardOf(env), log: log.child({ part: 'http' }) })
  open.defer(close)
  const deps: Deps = {
    ...{ database, db: database.db, env, log, clock, queue, space },
    keys: makeKeys(secret, env.SECRET_KEY_OLD),
    channels,
    meters,
    widget,
    readLink: openLinkReader(http, { log, platforms: env.PLATFORM_URLS }),
    directory: openDirectory(http, { env, log, clock }),
    trySource: (trial, signal) => trySource({ ...deps, http }, trial, signal),
  }
  await seedPlaces(deps, files)
  if (database.embedded) open.defer(await listenForCommands(deps, everyCommand(http)))
  const pulse = startPulse(deps, env.ROLE)
  open.defer(() => pulse.stop())
  let tickAge: (() => number) | undefined
  if (env.ROLE !== 'api') {
    // Read now, while nobody waits: with the first post that comes everything would stand still for it.
    await openLanguages()
    const workers = await startWorkers({ ...deps, http }, queue, jobs, visits)
    open.defer(() => workers.stop())
    tickAge = workers.tickAge
  }
  const health = startHealth({ ...deps, pulse, queue, ...(tickAge && { tickAge }) })
  open.defer(() => health.stop())
  const wellness = healthRoutes({ ...deps, pulse, health, countJobs: queue.count })
  if (env.ROLE !== 'worker') await openDoor(deps, openWalls(deps, shelf), wellness, open, files)
  else if (env.HEALTH_PORT !== undefined) await openHatch(deps, wellness, open, env.HEALTH_PORT)
  // Whoever reads that it has started may tell it to stop at once.
  const stopped = waitForStop({ underNpm: startedByNpm() })
  log.info({ role: env.ROLE, database: database.kind, promise: promises[database.kind] }, 'started')
  const why = await stopped
  stopBy = performance.now() + GRACE.all
  log.info({ why }, 'stopping')
  // What does not end, and waits for something that never comes, must not keep the process from ending.
  setTimeout(() => {
    log.error('the stop took too long and is broken off')
    process.exit(1)
  }, GRACE.all + 1_000).unref()
}

/** Everything that the public and the desk ask for. */
async function openDoor(
  deps: Deps,
  walls: Walls,
  wellness: Hono,
  open: AsyncDisposableStack,
  files: ReturnType<typeof readPlaceFiles>,
): Promise<void> {
  const { env, log } = deps
  open.defer(await walls.listen())
  const app = createApp(deps, walls).route('/', wellness)
  const served = await serve(app, env, walls.shortcut.answer)
  open.defer(() => served.close(GRACE.requests))
  const places = files.map(({ place }) => ({ id: place.id, language: place.languages[0] ?? 'fi' }))
  const welcome = await welcomeFirstPerson(deps, places)
  log.info({ address: env.PUBLIC_URL, port: served.port }, 'listening')
  // Not through the log: it is for the person who started this, once.
  if (welcome) process.stdout.write(`${welcome}\n`)
}

/** What is asked of a worker: only how it is. */
async function openHatch(
  deps: Deps,
  wellness: Hono,
  open: AsyncDisposableStack,
  port: number,
): Promise<void> {
  const app = new Hono().onError(answerErrors(deps)).route('/', wellness)
  const served = await serve(app, { HOST: deps.env.HOST, PORT: port })
  open.defer(() => served.close(0))
  deps.log.info({ port: served.port }, 'listening for health checks only')
}

async function endAtOnce(log: Log, env: Env, cause: Error): Promise<never> {
  // A disk that does not answer must not keep the process from ending.
  setTimeout(() => process.exit(1), 1_000)
  const { low, rooms } = await readSpace(env)
  const free_mb = Math.round(Math.min(...rooms.map((one) => one.free)) / 1e6)
  log.fatal(
    { cause: cause.message, free_mb },
    low
      ? 'the embedded database has ended and the disk is full or nearly so: make room, then start the service again'
      : 'the embedded database has ended by itself; start the service again',
  )
  process.exit(1)
}

const everyCommand = (http: Http) => ({
  ...commands,
  'check-channel': checkChannel({ channels, meters, http }),
})

async function runFromOutside(command: string, words: string[]): Promise<void> {
  const { env } = readEnv()
  const { http, close } = openHttp({ ...outwardOf(env), log: openLog({ ...env, LOG_LEVEL: 'silent' }) })
  await runCommand(everyCommand(http), env, clock, command, words, (line) => console.log(line)).finally(close)
}

function outwardOf(env: Env) {
  return { allow: env.FETCH_ALLOW, userAgent: `Somewall (+${env.PUBLIC_URL})`, clock }
}

function explain(error: unknown): void {
  if (error instanceof BadSettings) console.error(error.complaints.join('\n'))
  else if (error instanceof CannotStart) console.error(error.message)
  else console.error(error)
}

const [command, ...words] = process.argv.slice(2)
try {
  if (command) await runFromOutside(command, words)
  else await start()
  process.exit(0)
} catch (error) {
  explain(error)
  process.exit(error instanceof BadSettings || error instanceof CannotStart ? 2 : 1)
}
