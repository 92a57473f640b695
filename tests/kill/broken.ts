// A copy of the source with one thing done wrongly: what the checker must notice, or it proves nothing.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = new URL('../..', import.meta.url).pathname

type Mistake = { file: string; from: string; to: string }

/** The cursor is committed before the posts that it stands for. */
export const cursorFirst: Mistake = {
  file: 'workers/jobs/collect.ts',
  from: '  return news ? atEase(() => deps.db.transaction()',
  to: `  const memory = JSON.stringify(batch.memory ?? {})
  const one = deps.db.updateTable('source').where('place_id', '=', place).where('id', '=', id)
  await one.set({ memory }).execute()
  return news ? atEase(() => deps.db.transaction()`,
}

/** The queue forgets a job as soon as it has handed it over. */
export const forgetfulQueue: Mistake = {
  file: 'db/boss.ts',
  from: 'if (job) await work(job.data as never, job.signal)',
  to: 'if (job) void work(job.data as never, job.signal).catch(() => {})',
}

/** A decision is answered before it is saved. */
export const earlyAnswer: Mistake = {
  file: 'services/decide.ts',
  from: '  return inTransaction(deps.db, (trx) =>',
  to: `  const early = (db: Db, work: (trx: Db) => Promise<Outcome>) =>
    new Promise<Outcome>((yes, no) => {
      const late = async (trx: Db) => {
        yes(await work(trx))
        await new Promise((done) => setTimeout(done, 250))
      }
      inTransaction(db, late).catch(no)
    })
  return early(deps.db, (trx) =>`,
}

/** Makes the copy; gone with `drop`. Throws when the place of the mistake has moved. */
export function makeBroken({ file, from, to }: Mistake): { tree: string; drop: () => void } {
  const tree = mkdtempSync(join(tmpdir(), 'somewall-broken-'))
  for (const name of ['config', 'db', 'services', 'workers', 'widgets'])
    cpSync(join(root, name), join(tree, name), { recursive: true })
  for (const name of ['main.ts', 'package.json', 'tsconfig.json']) cpSync(join(root, name), join(tree, name))
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
  const right = readFileSync(join(tree, file), 'utf8')
  if (right.split(from).length !== 2) throw new Error(`${file} does not hold "${from}" exactly once`)
  writeFileSync(
    join(tree, file),
    right.replace(from, () => to),
  )
  return { tree, drop: () => rmSync(tree, { recursive: true, force: true }) }
}
