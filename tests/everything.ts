// A whole service in memory with something of everything in it: for tests that go through all its routes and pages.
import type { Hono } from 'hono'
import { makeId } from '../db/ids.ts'
import type { Database, Db } from '../db/open.ts'
import { saveTopics } from '../db/topics.ts'
import { healthRoutes } from '../services/api/health.ts'
import { createApp } from '../services/app.ts'
import type { Deps } from '../services/deps.ts'
import { sections } from '../services/domain/digest-states.ts'
import { cookieName } from '../services/session.ts'
import { channels } from '../workers/channels/index.ts'
import { openTestEmbedded } from './db.ts'
import { signInAs } from './desk/desk.ts'
import { collectAll, makeMeasure, makeNote, makePostAt } from './digest-makers.ts'
import { makeAccount, makePost, NOW } from './makers.ts'
import { fillWall, makeDeps } from './wall.ts'

/** Of the administrator and of the metrics. */
export const TOKEN = 'a-bearer-token-of-forty-characters-or-so'
/** A digest that is published, corrected and published again; one that can be made. */
export const [DONE, TO_MAKE] = ['2026-q2', '2026-q3'] as const
/** Something for each section that people write. */
export const digestTexts = Object.fromEntries(
  sections.map(({ id }) => [id, 'Kerrottiin.\n\n- yksi\n- kaksi']),
)
export const grantedConsent = {
  state: 'granted',
  author: '@aino',
  scope: { wall: true },
  evidence: { kind: 'note', ref: 'Puhelimessa' },
  asked_how: 'puhelimella',
  child: 'no',
}

export type Everything = {
  database: Database
  deps: Deps
  app: Hono
  /** Seconds since the last pulse; may be changed. */
  pulse: { seconds: number }
  /** A resident's post with a picture that nobody has described, and the consent given for it. */
  post: string
  media: string
  consent: string
  /** A visit that has not ended. */
  run: number
  /** The path of a picture on the wall. */
  picture: string
  /** The cookie of somebody with the role. */
  signIn: (role: 'reader' | 'admin') => Promise<string>
}

/** `fill` says what was collected in the quarters of the digests. */
export async function openEverything(
  fill: (db: Db) => Promise<unknown> = (db) => collectAll(db, TO_MAKE),
): Promise<Everything> {
  const database = await openTestEmbedded()
  await fillWall(database)
  const { db } = database
  await fill(db)
  await makePostAt(db, '2026-05-01T10:00:00Z', { account: await makeAccount(db, { kind: 'own' }) })
  await makeMeasure(db, 'web.visits', '2026-05-01', '120')
  await makeNote(db, 'observation', '2026-05-02')
  const { post, media, run } = await fillQueue(db)
  const deps = makeDeps(database, { channels, queue: { send: endVisit } })
  Object.assign(deps.env, { ADMIN_TOKEN: TOKEN, METRICS_TOKEN: TOKEN })
  const pulse = { seconds: 1 }
  const health = healthRoutes({
    ...{ ...deps, pulse: { age: () => pulse.seconds }, countJobs: async () => [] },
    health: { troubles: () => (pulse.seconds > 5 ? ['write'] : []) },
  })
  const app = createApp(deps).route('/', health)
  const send = async (method: string, path: string, body: unknown) => {
    const answer = await app.request(`/api/v1/places/kemijarvi/${path}`, {
      ...{ method, body: JSON.stringify(body) },
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const publish = async () => {
    await send('PUT', `digests/${DONE}/texts`, { texts: digestTexts })
    await send('POST', `digests/${DONE}/freeze`, {})
    await send('POST', `digests/${DONE}/publish`, { alone: true })
  }
  await saveTopics(db, 'kemijarvi', 'area', [{ id: 'asuminen', label: { fi: 'Asuntopalvelut' } }])
  await send('POST', 'digests', { quarter: DONE })
  await publish()
  await send('POST', `digests/${DONE}/correct`, { reason: 'Luku oli väärin.' })
  await publish()
  const { id: consent } = await send('POST', `posts/${post}/consents`, grantedConsent)
  const { lead } = await (await app.request('/api/v1/walls/kemijarvi/etusivu')).json()
  return {
    ...{ database, deps, app, pulse, post, media, run, consent, picture: lead[0].media[0].src },
    async signIn(role) {
      const { secret } = await signInAs({ app, deps, sent: [], now: () => {} }, role, {
        operator: role === 'admin',
      })
      return `${cookieName(deps.env.PUBLIC_URL)}=${secret}`
    },
  }
}

/** What waits at the desk: a post with a picture, a visit that runs, a source in trouble, a request. */
async function fillQueue(db: Db) {
  const place_id = 'kemijarvi'
  const { id, public_id: post } = await makePost(db, { account_id: await makeAccount(db) })
  const media = makeId('m')
  const source_url = 'https://example.org/1.jpg'
  const picture = { public_id: media, post_id: id, place_id, position: 0, kind: 'image', source_url } as const
  await db.insertInto('media').values(picture).execute()
  const { id: run } = await db
    .insertInto('source_run')
    .values({ place_id, source_id: 'tuutit', trigger: 'person', started_at: NOW })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .updateTable('source')
    .set({ failures: 1, fault_kind: 'gone', fault_code: 'gone', fault_since: NOW })
    .where('id', '=', 'uutiset')
    .execute()
  const address = 'https://example.social/@aino/1'
  const removal = { public_id: makeId('r'), place_id, address, reason: 'x', at: NOW, state: 'open' } as const
  await db.insertInto('removal').values(removal).execute()
  return { post, media, run }
}

/** As a worker that finds nothing. */
const endVisit: Deps['queue']['send'] = async (_, payload, options) => {
  const { run } = payload as { run: number }
  const db = options?.db as Db
  await db.updateTable('source_run').set({ ended_at: NOW }).where('id', '=', run).execute()
}
