// The desk for a file whose tests all begin alike: one database in memory, an empty place in it, somebody signed in.
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Database } from '../../db/open.ts'
import type { Role } from '../../db/schema.ts'
import { emptyDatabase, openTestEmbedded } from '../db.ts'
import { makePlace } from '../makers.ts'
import { get, type Login, openDesk, post, signInAs, type TestDesk } from './desk.ts'

type Stand = {
  database: Database
  desk: TestDesk
  me: Login
  /** The text of a page of the place's desk. */
  page: (path: string, who?: Login) => Promise<string>
  /** Sends a form to the place's desk. */
  send: (
    path: string,
    fields: Record<string, string | string[]>,
    who?: Login,
    headers?: Record<string, string>,
  ) => Promise<Response>
}

type How = { name?: string; now?: string; settings?: Record<string, string> }

/** Stands while the tests of the file run; what it holds is there from the first `beforeEach` on. */
export function standAtDesk(role: Role, { name, now, settings }: How = {}): Stand {
  const stand = {
    page: async (path, who = stand.me) => (await get(stand.desk, `/desk/kemijarvi${path}`, who)).text(),
    send: async (path, fields, who = stand.me, headers = {}) =>
      post(stand.desk, `/desk/kemijarvi${path}`, who, fields, headers),
  } as Stand
  beforeAll(async () => {
    stand.database = await openTestEmbedded()
  })
  afterAll(() => stand.database?.close())
  beforeEach(async () => {
    await emptyDatabase(stand.database)
    await makePlace(stand.database.db)
    stand.desk = openDesk(stand.database, settings)
    if (now) stand.desk.now(new Date(now))
    stand.me = await signInAs(stand.desk, role, name ? { name } : {})
  })
  return stand
}
