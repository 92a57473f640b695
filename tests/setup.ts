// Before a test run: a real PostgreSQL, and a migrated snapshot of the embedded database, both shared by all files.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../db/open.ts'
import { startPostgres } from './postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string
    snapshot: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'somewall-test-'))
  // What a test leaves behind goes with the run; the PostgreSQL of a test, which is not root, must be able to pass.
  chmodSync(home, 0o711)
  process.env.TMPDIR = home
  const [server] = await Promise.all([startPostgres(), makeSnapshot(join(home, 'snapshot.tar'))])
  const template = await openDatabase({ url: server.url })
  await migrate(template.db)
  await template.close()
  project.provide('postgres', server.url)
  project.provide('snapshot', join(home, 'snapshot.tar'))
  return async () => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

async function makeSnapshot(file: string): Promise<void> {
  const database = await openDatabase({})
  await migrate(database.db)
  await database.embedded?.dump(file)
  await database.close()
}
