// The condition of the service, for operators: database, backup, trial restore, free space, the last sign of a worker.
import type { Context } from 'hono'
import { Hono } from 'hono'
import { formatDate, type Key, t, type Values } from '../../config/i18n.ts'
import { readDumpNotes } from '../../db/dump-notes.ts'
import { listPlaces } from '../../db/places.ts'
import { readWorkerAge } from '../../db/pulse.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { type Signed, signedIn } from '../session.ts'
import { Frame } from './layout.tsx'
import { Account } from './parts.tsx'
import { megabytes } from './paused.tsx'

type Line = { what: string; how: string[] }

export function healthDeskRoutes(deps: Deps): Hono<Signed> {
  return new Hono<Signed>().get('/health', signedIn(deps), async (c) => {
    const { language, visitor } = c.var
    if (!visitor.operator) throw new Refusal('forbidden', 403)
    const title = t(language, 'health.title')
    const foot = (
      <footer class="foot">
        <Account c={c} />
      </footer>
    )
    return c.html(
      <Frame language={language} title={title} home="/desk" name="Somewall" foot={foot}>
        <main class="page one" id="content">
          <header class="head">
            <h1>{title}</h1>
            <p class="quiet">{t(language, 'health.lede')}</p>
          </header>
          <dl class="pairs stack">
            {(await readLines(deps, c)).map(({ what, how }) => (
              <div>
                <dt>{what}</dt>
                {how.map((one) => (
                  <dd>{one}</dd>
                ))}
              </div>
            ))}
          </dl>
        </main>
      </Frame>,
    )
  })
}

async function readLines({ database, db, space }: Deps, c: Context<Signed>): Promise<Line[]> {
  const { language } = c.var
  const say = (key: Key, values?: Values) => t(language, key, values)
  const worker = await readWorkerAge(db)
  return [
    { what: say('health.kept'), how: [say(`health.kept.${database.kind}`)] },
    ...(await dumpLines({ database, db }, c)),
    ...space().rooms.map(({ folder, free, total }) => ({
      what: say('health.space', { folder }),
      how: [say('health.space.text', { free: megabytes(free), total: megabytes(total) })],
    })),
    {
      what: say('health.worker'),
      how: [
        worker === null ? say('health.worker.never') : say('health.worker.seen', { n: Math.round(worker) }),
      ],
    },
  ]
}

async function dumpLines(
  { database, db }: Pick<Deps, 'database' | 'db'>,
  c: Context<Signed>,
): Promise<Line[]> {
  const { language } = c.var
  const say = (key: Key, values?: Values) => t(language, key, values)
  if (!database.embedded) return [{ what: say('health.dump'), how: [say('health.dump.outside')] }]
  const [first] = await listPlaces(db)
  const when = (at: string) => formatDate(language, new Date(at), first?.time_zone ?? 'UTC', 'time')
  const { made, tried } = await readDumpNotes(db)
  const dumped: string[] = []
  if (!made) dumped.push(say('health.dump.none'))
  if (made?.okAt)
    dumped.push(say('health.dump.made', { when: when(made.okAt), size: megabytes(made.bytes ?? 0) }))
  if (made?.fault) dumped.push(say('health.dump.failed', { when: when(made.at), why: made.fault }))
  const trial = !tried
    ? say('health.restore.none')
    : tried.fault
      ? say('health.restore.bad', { when: when(tried.at), why: tried.fault })
      : say('health.restore.good', { when: when(tried.at), n: tried.seconds })
  return [
    { what: say('health.dump'), how: dumped },
    { what: say('health.restore'), how: [trial] },
  ]
}
