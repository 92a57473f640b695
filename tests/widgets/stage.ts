// What every test of the element stands on: a browser, a filled database, the service over it, and another's site.
import type { Browser } from 'playwright-core'
import type { Database } from '../../db/open.ts'
import type { Deps } from '../../services/deps.ts'
import { buildWidget } from '../../widgets/build.ts'
import { borrowBrowser } from '../browser.ts'
import { openTestEmbedded } from '../db.ts'
import { type Site, startSite } from '../wall.ts'
import { type Host, startHost } from './host.ts'

export type Stage<Filled = unknown> = {
  browser: Browser
  database: Database
  site: Site
  host: Host
  /** What filling answered. */
  filled: Filled
  close: () => Promise<void>
}

/** `more` says what the service has that is not usual. */
export async function openStage<Filled>(
  fill: (database: Database) => Promise<Filled>,
  more: (database: Database, host: Host) => Partial<Deps> = () => ({}),
): Promise<Stage<Filled>> {
  await using open = new AsyncDisposableStack()
  const database = open.adopt(await openTestEmbedded(), (one) => one.close())
  const filled = await fill(database)
  const [browser, host, widget] = await Promise.all([
    borrowBrowser(),
    startHost().then((one) => open.adopt(one, () => one.close())),
    buildWidget(),
  ])
  const site = open.adopt(await startSite(database, { widget, ...more(database, host) }), (one) =>
    one.close(100),
  )
  const kept = open.move()
  return { browser, database, site, host, filled, close: () => kept.disposeAsync() }
}
