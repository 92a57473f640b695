// A desk for tests: the whole app over a test database, a clock that stands still, a queue that remembers, a login.
import type { Hono } from 'hono'
import { readEnv } from '../../config/env.ts'
import { openLog } from '../../config/log.ts'
import type { Database } from '../../db/open.ts'
import type { JobName } from '../../db/queue.ts'
import type { Role } from '../../db/schema.ts'
import { saveSession } from '../../db/sessions.ts'
import { createApp } from '../../services/app.ts'
import type { Deps } from '../../services/deps.ts'
import { digestOf, makeKeys, randomSecret } from '../../services/keys.ts'
import type { Space } from '../../services/space.ts'
import { channels } from '../../workers/channels/index.ts'
import { meters } from '../../workers/meters/index.ts'
import { makePerson, NOW } from '../makers.ts'
import { plenty } from '../wall.ts'

export const ADMIN_TOKEN = 'a-token-for-scripts-of-forty-characters-1'
export const ORIGIN = 'http://127.0.0.1:8080'

export type TestDesk = {
  app: Hono
  deps: Deps
  sent: { name: JobName; payload: unknown }[]
  /** Moves the clock. */
  now: (at: Date) => void
}

const nothing = { code: new Uint8Array(), hash: '', integrity: '' }

export function openDesk(
  database: Database,
  settings: Record<string, string> = {},
  space: Space = plenty,
): TestDesk {
  let at = NOW
  const sent: TestDesk['sent'] = []
  const { env } = readEnv({
    SECRET_KEY: 'a secret for tests that is long enough, surely',
    ADMIN_TOKEN,
    LOG_LEVEL: 'silent',
    ...settings,
  })
  const deps: Deps = {
    database,
    db: database.db,
    env,
    log: openLog(env),
    clock: () => at,
    space: () => space,
    keys: makeKeys(env.SECRET_KEY as string),
    queue: { send: async (name, payload) => void sent.push({ name, payload }) },
    channels,
    meters,
    widget: { ...nothing, style: nothing, screen: nothing, screenStyle: nothing },
    readLink: async () => null,
    trySource: () => Promise.reject(new Error('nothing is tried here')),
  }
  return {
    app: createApp(deps),
    deps,
    sent,
    now(moment) {
      at = moment
    },
  }
}

/** Somebody with the role, already signed in. */
export async function signInAs(
  { deps }: TestDesk,
  role: Role | undefined,
  more: { place?: string; operator?: boolean; name?: string } = {},
): Promise<Login> {
  const { place = 'kemijarvi', operator = false } = more
  const person = await makePerson(deps.db, { place, operator, ...(role && { role }) })
  if (more.name)
    await deps.db.updateTable('person').set({ name: more.name }).where('id', '=', person).execute()
  const [secret, csrf] = [randomSecret(), randomSecret()]
  await saveSession(deps.db, { hash: digestOf(secret), person, csrf, agent: null, at: deps.clock() })
  return { person, secret, csrf, cookie: `somewall=${secret}` }
}
export type Login = { person: number; secret: string; csrf: string; cookie: string }

/** Reads a page. */
export function get({ app }: TestDesk, path: string, login?: Login, headers: Record<string, string> = {}) {
  return app.request(path, {
    headers: { accept: 'text/html', ...(login && { cookie: login.cookie }), ...headers },
  })
}

/** Sends a form as the desk's own pages do. */
export function post(
  { app }: TestDesk,
  path: string,
  login: Login | undefined,
  fields: Record<string, string | string[]>,
  headers: Record<string, string> = {},
) {
  const body = new URLSearchParams()
  if (login) body.append('csrf', login.csrf)
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one)
  return app.request(path, {
    method: 'POST',
    body: body.toString(),
    headers: {
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...(login && { cookie: login.cookie }),
      ...headers,
    },
  })
}

/** Calls the JSON routes for scripts with the administrator's token, or with a login as our pages would. */
export function call({ app }: TestDesk, method: string, path: string, body?: unknown, login?: Login) {
  return app.request(`/api/v1/places/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: {
      'content-type': 'application/json',
      ...(login
        ? { cookie: login.cookie, 'sec-fetch-site': 'same-origin' }
        : { authorization: `Bearer ${ADMIN_TOKEN}` }),
    },
  })
}
