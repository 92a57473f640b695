// The front door: reads the settings, opens the database, starts the roles asked for, closes them in reverse.
import { CannotStart } from './config/cannot-start.ts'
import { BadSettings, readEnv, startedByNpm } from './config/env.ts'
import { type Log, openLog } from './config/log.ts'
import { openQueue, type RunningQueue } from './db/boss.ts'
import { healthRoutes } from './services/api/health.ts'
import { mediaRoutes } from './services/api/media.ts'
import { openWalls } from './services/api/walls.ts'
import { createApp } from './services/app.ts'
import { commands, runCommand } from './services/commands/run.ts'
import { listenForCommands } from './services/commands/socket.ts'
import type { Deps } from './services/deps.ts'
import { type Pulse, startPulse } from './services/heartbeat.ts'
import { makeKeys } from './services/keys.ts'
import { serve } from './services/serve.ts'
import { welcomeFirstPerson } from './services/start/first-person.ts'
import { readPlaceFiles, seedPlaces } from './services/start/places.ts'
import { readSecret } from './services/start/secret.ts'
import { waitForStop } from './services/start/stop.ts'
import { lockDataDir, openStore } from './services/start/store.ts'
import { buildWidget } from './widgets/build.ts'
import { channels } from './workers/channels/index.ts'
import { openHttp } from './workers/http.ts'
import { jobs } from './workers/jobs/index.ts'
import { meters } from './workers/meters/index.ts'
import { startWorkers } from './workers/run.ts'
import { visits } from './workers/schedule.ts'

/** Milliseconds: what an orderly stop may take in all, and its requests and jobs of that; the dump has the rest. */
const GRACE = { all: 9_000, requests: 2_500, jobs: 2_500 }

const clock = () => new Date()

async function start(): Promise<void> {
  const { env, warnings } = readEnv()
  const files = readPlaceFiles(env)
  await using open = new AsyncDisposableStack()
  const lock = lockDataDir(env, clock)
  open.defer(() => lock?.release())
  const secret = readSecret(env)
  const log = openLog(env, [secret])
  for (const warning of warnings) log.warn(warning)
  const store = await openStore({ env, log, clock, onEnd: (cause) => endAtOnce(log, cause) })
  let stopBy = 0
  open.defer(() => store.close({ dump: stopBy - performance.now() }))
  const { database } = store
  const queue = await openQueue(database, {
    worker: env.ROLE !== 'api',
    alone: env.ROLE === 'all',
    onError: (error) => log.warn({ cause: error.message }, 'the queue had trouble and goes on'),
  })
  open.defer(() => queue.stop(GRACE.jobs))
  const deps: Deps = {
    ...{ database, db: database.db, env, log, clock, queue },
    keys: makeKeys(secret, env.SECRET_KEY_OLD),
    channels,
    meters,
    widget: await buildWidget(),
  }
  await seedPlaces(deps, files)
  if (database.embedded) open.defer(await listenForCommands(deps, commands))
  const pulse = startPulse(deps, env.ROLE)
  open.defer(() => pulse.stop())
  if (env.ROLE !== 'api') {
    const userAgent = `Somewall (+${env.PUBLIC_URL})`
    const outward = openHttp({ allow: env.FETCH_ALLOW, userAgent, clock, log: log.child({ part: 'http' }) })
    open.defer(() => outward.close())
    const workers = await startWorkers({ ...deps, http: outward.http }, queue, jobs, visits)
    open.defer(() => workers.stop())
  }
  if (env.ROLE !== 'worker') await openDoor(deps, queue, pulse, open, files)
  log.info({ role: env.ROLE, database: database.kind }, 'started')
  const why = await waitForStop({ underNpm: startedByNpm() })
  stopBy = performance.now() + GRACE.all
  log.info({ why }, 'stopping')
}

async function openDoor(
  deps: Deps,
  queue: RunningQueue,
  pulse: Pulse,
  open: AsyncDisposableStack,
  files: ReturnType<typeof readPlaceFiles>,
): Promise<void> {
  const { env, log } = deps
  const walls = openWalls(deps)
  open.defer(await walls.listen())
  const app = createApp(deps, walls)
    .route('/', mediaRoutes(deps))
    .route('/', healthRoutes({ ...deps, pulse, countJobs: queue.count }))
  const served = await serve(app, env, walls.shortcut.answer)
  open.defer(() => served.close(GRACE.requests))
  const places = files.map(({ place }) => ({ id: place.id, language: place.languages[0] ?? 'fi' }))
  const welcome = await welcomeFirstPerson(deps, places)
  log.info({ address: env.PUBLIC_URL, port: served.port }, 'listening')
  // Not through the log: it is for the person who started this, once.
  if (welcome) process.stdout.write(`${welcome}\n`)
}

function endAtOnce(log: Log, cause: Error): never {
  log.fatal({ cause: cause.message }, 'the embedded database has ended by itself; start the service again')
  process.exit(1)
}

function explain(error: unknown): void {
  if (error instanceof BadSettings) console.error(error.complaints.join('\n'))
  else if (error instanceof CannotStart) console.error(error.message)
  else console.error(error)
}

const [command, ...words] = process.argv.slice(2)
try {
  if (command) await runCommand(readEnv().env, clock, command, words, (line) => console.log(line))
  else await start()
  process.exit(0)
} catch (error) {
  explain(error)
  process.exit(error instanceof BadSettings || error instanceof CannotStart ? 2 : 1)
}
