// A dump of the embedded database, and once a week the proof that it can be restored.
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { copyDatabase, proveDump } from '../../db/dump.ts'
import { noteDump, readDumpNotes } from '../../db/dump-notes.ts'
import { type Proof, readProof } from '../../db/proof.ts'
import { keepDump } from '../../services/dumps.ts'
import type { WorkerDeps } from '../deps.ts'

const WEEK = 7 * 86_400_000

/** Safe to run twice: it makes one dump more. When a week has passed since one was tried, this one is. */
export async function dump(deps: WorkerDeps, _payload: object, signal: AbortSignal): Promise<void> {
  const { database, env, clock, log } = deps
  const { db, embedded } = database
  if (!embedded) return
  const at = clock()
  const begun = performance.now()
  const seconds = () => Math.round((performance.now() - begun) / 100) / 10
  let made: { path: string; proof: Proof }
  try {
    // Nobody writes between the two, so what is in the dump is exactly what was counted.
    const { proof, copy } = await db.transaction().execute(async (trx) => ({
      proof: await readProof(trx),
      copy: await copyDatabase(embedded, env.DATA_DIR),
    }))
    made = { path: await keepDump(copy, env.DATA_DIR, at, 'round'), proof }
  } catch (error) {
    await noteDump(db, 'made', { at, seconds: seconds(), fault: (error as Error).message })
    throw error
  }
  const bytes = statSync(made.path).size
  await noteDump(db, 'made', { at, seconds: seconds(), name: basename(made.path), bytes })
  log.info({ path: made.path, bytes, seconds: seconds() }, 'the database was dumped')
  const { tried } = await readDumpNotes(db)
  if (!tried?.okAt || tried.fault || at.getTime() - Date.parse(tried.okAt) >= WEEK)
    await tryDump(deps, made.path, made.proof, signal)
}

/** Restores a dump beside the service and compares it with what it must hold; the result is noted. */
async function tryDump(
  { database: { db }, clock, log }: WorkerDeps,
  path: string,
  proof: Proof,
  signal: AbortSignal,
): Promise<void> {
  const begun = performance.now()
  const fault = await findDifference(path, proof, signal)
  if (signal.aborted) return
  const end = { at: clock(), seconds: Math.round((performance.now() - begun) / 100) / 10 }
  if (fault === undefined) {
    await noteDump(db, 'tried', { ...end, name: basename(path), bytes: statSync(path).size })
    log.info({ path, ...end }, 'the dump was restored to try it, and it is whole')
  } else {
    await noteDump(db, 'tried', { ...end, fault })
    log.error({ path, fault }, 'the dump was restored to try it, and it is not good')
  }
}

async function findDifference(
  path: string,
  expected: Proof,
  signal: AbortSignal,
): Promise<string | undefined> {
  let found: Proof
  try {
    found = await proveDump(path, signal)
  } catch (error) {
    return (error as Error).message
  }
  const different = (['rows', 'newestPost', 'chains'] as const).filter(
    (part) => !isDeepStrictEqual(found[part], expected[part]),
  )
  if (different.length) return `it differs in: ${different.join(', ')}`
  const broken = Object.entries(found.chains).find(([, hash]) => hash === 'broken')
  return broken && `the audit of ${broken[0] || 'the installation'} is broken`
}
