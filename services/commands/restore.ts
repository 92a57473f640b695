// `npm run restore`: puts a dump in the place of the embedded database, which is kept aside; alone it lists the dumps.
import { existsSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { BadSettings, type Env } from '../../config/env.ts'
import { listDumps } from '../../db/dump.ts'
import { restoreDump } from '../../db/folder.ts'
import { pendingMigrations } from '../../db/migrate.ts'
import { type Proof, readProof } from '../../db/proof.ts'
import { lockDataDir } from '../start/store.ts'
import { readWords } from './parts.ts'

const USAGE = 'npm run restore -- FILE'

/** Needs the service to be stopped: it takes the lock of DATA_DIR, which says who holds it. */
export async function runRestore(
  env: Env,
  clock: () => Date,
  words: readonly string[],
  { cwd, say }: { cwd: string; say: (line: string) => void },
): Promise<void> {
  if (env.DATABASE_URL)
    throw new BadSettings([
      'DATABASE_URL is set: dumps of PostgreSQL are made by pg_dump and restored by pg_restore.',
    ])
  const { alone, complaints } = readWords(words, [])
  if (alone.length > 1) complaints.push(`Give one file: ${USAGE}`)
  const [wanted] = alone
  const file = wanted && findDump(env.DATA_DIR, cwd, wanted)
  if (wanted && !file) complaints.push(`${wanted} is no file, and no dump of ${join(env.DATA_DIR, 'dumps')}.`)
  if (complaints.length) throw new BadSettings(complaints)
  if (!file) return listThem(env.DATA_DIR, say)
  const lock = lockDataDir(env, clock)
  try {
    let proof: Proof | undefined
    const before = await restoreDump(env.DATA_DIR, file, clock(), async ({ db }) => {
      await pendingMigrations(db)
      proof = await readProof(db)
    })
    say(`Restored from ${file}: ${proof?.rows.post ?? 0} posts, the newest ${proof?.newestPost ?? 'none'}.`)
    const broken = Object.entries(proof?.chains ?? {}).filter(([, hash]) => hash === 'broken')
    say(broken.length ? 'Look at the audit: its chain is broken.' : 'Its audit is whole.')
    if (before) say(`The database as it was is kept in ${before}. Delete it when you no longer need it.`)
    say('What was decided after the dump, removals of posts too, is not in it. Start the service again.')
  } finally {
    lock?.release()
  }
}

/** A path, or the name of one of the dumps. */
function findDump(dataDir: string, cwd: string, wanted: string): string | undefined {
  const path = resolve(cwd, wanted)
  if (existsSync(path)) return path
  return listDumps(dataDir).find((one) => basename(one) === wanted)
}

function listThem(dataDir: string, say: (line: string) => void): void {
  const dumps = listDumps(dataDir)
  if (!dumps.length) say(`There is no dump in ${join(dataDir, 'dumps')}.`)
  for (const path of dumps) say(`${basename(path)}  ${(statSync(path).size / 1e6).toFixed(1)} MB`)
  if (dumps.length) say(`To restore one, stop the service and give it: ${USAGE}`)
}
