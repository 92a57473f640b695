// What became of the dumps: the last one that was made, and the last one that was restored to see whether it can be.
import { type Db, json } from './open.ts'

/** `at` is the last attempt, `okAt` the last that went well; `fault` says why the last one did not. */
export type DumpNote = {
  at: string
  okAt: string | null
  name: string | null
  bytes: number | null
  seconds: number
  fault: string | null
}
type Name = 'made' | 'tried'

/** Notes an attempt. After one that failed, what is known of the last good one stays. */
export async function noteDump(
  db: Db,
  name: Name,
  end: { at: Date; seconds: number } & ({ name: string; bytes: number } | { fault: string }),
): Promise<void> {
  const before = (await readDumpNotes(db))[name]
  const at = end.at.toISOString()
  const note: DumpNote =
    'fault' in end
      ? { okAt: null, name: null, bytes: null, ...before, at, seconds: end.seconds, fault: end.fault }
      : { ...end, at, okAt: at, fault: null }
  const value = json(note)
  await db
    .insertInto('setting')
    .values({ place_id: '', name: `dump:${name}`, value })
    .onConflict((one) => one.columns(['place_id', 'name']).doUpdateSet({ value }))
    .execute()
}

export async function readDumpNotes(db: Db): Promise<Partial<Record<Name, DumpNote>>> {
  const rows = await db
    .selectFrom('setting')
    .select(['name', 'value'])
    .where('place_id', '=', '')
    .where('name', 'in', ['dump:made', 'dump:tried'])
    .execute()
  return Object.fromEntries(rows.map(({ name, value }) => [name.slice(5), value as DumpNote]))
}
