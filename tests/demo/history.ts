// Makes the demo's database: place and people, then two years played by the real jobs, then the numbers of hand.
import { readEnv } from '../../config/env.ts'
import { openLog } from '../../config/log.ts'
import { dayOf, startOfDay } from '../../services/domain/quarter.ts'
import { makeKeys } from '../../services/keys.ts'
import { readSecret } from '../../services/start/secret.ts'
import { lockDataDir, openStore } from '../../services/start/store.ts'
import { buildWidget } from '../../widgets/build.ts'
import { channels } from '../../workers/channels/index.ts'
import type { WorkerDeps } from '../../workers/deps.ts'
import { openHttp } from '../../workers/http.ts'
import { meters } from '../../workers/meters/index.ts'
import { countVisitors, enterByHand, writeNotes } from './numbers.ts'
import { addPeople } from './people.ts'
import { createDemoPlace, demoPlace } from './place.ts'
import { play } from './play.ts'
import type { World } from './world.ts'

type History = {
  settings: Record<string, string>
  world: World
  landing: string
  firstDay: string
  now: Date
  setClock: (at: Date) => void
}

export async function makeHistory({
  settings,
  world,
  landing,
  firstDay,
  now,
  setClock,
}: History): Promise<void> {
  const { env } = readEnv(settings)
  const log = openLog({ ...env, LOG_LEVEL: 'error' })
  let at = startOfDay(firstDay, 'Europe/Helsinki')
  const clock = () => at
  const move = (to: Date) => {
    at = to
    setClock(to)
  }
  await using open = new AsyncDisposableStack()
  const lock = lockDataDir(env, clock)
  open.defer(() => lock?.release())
  const store = await openStore({
    env,
    log,
    clock,
    onEnd: (cause) => {
      throw cause
    },
  })
  open.defer(() => store.close())
  const { http, close } = openHttp({
    allow: env.FETCH_ALLOW,
    userAgent: 'Somewall demo',
    clock: () => new Date(),
    log,
  })
  open.defer(close)
  const { db } = store.database
  const deps: WorkerDeps = {
    ...{ database: store.database, db, env, log, clock, http, meters },
    // Two years in a minute need no ledger of what platforms allow; keeping it is half of the work.
    channels: channels.map(({ limits: _, ...one }) => one),
    keys: makeKeys(readSecret(env)),
    // What would be enqueued is done by the play itself, in its own order.
    queue: { send: async () => {} },
    space: () => ({ low: false, rooms: [] }),
    widget: await buildWidget(),
    readLink: async () => null,
    trySource: () => Promise.reject(new Error('nothing is tried here')),
  }
  const today = dayOf(now, 'Europe/Helsinki')
  await createDemoPlace(db, demoPlace(world, landing), at)
  await addPeople(db, 'kemijarvi', at)
  await countVisitors(db, firstDay, today)
  await enterByHand(db, firstDay, today, now)
  await writeNotes(db, firstDay, today, now)
  await play({ deps, setClock: move, firstDay, now, secrets: world.secrets })
}
