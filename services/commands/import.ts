// `npm run import`: an export becomes a place again, whole or not at all; the same one twice changes nothing.
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { BadSettings } from '../../config/env.ts'
import type { Language } from '../../config/place.ts'
import { readPlace } from '../../config/place.ts'
import { appendAudit } from '../../db/audit.ts'
import { setHolder } from '../../db/duties.ts'
import { keptTables, type Row } from '../../db/kept-tables.ts'
import { type Db, inTransaction, isUnreachable } from '../../db/open.ts'
import { addPerson, findPersonByEmail, setRole } from '../../db/people.ts'
import { findPlace } from '../../db/places.ts'
import type { Role } from '../../db/schema.ts'
import {
  importedAs,
  isBare,
  listColumns,
  listStaff,
  type Numbers,
  noteImport,
  removePlace,
  writeTable,
} from '../../db/transfer.ts'
import { type Manifest, readBundle, readRows, rowsFile } from './bundle.ts'
import { ACTOR, type Command, type CommandDeps, readWords } from './parts.ts'

const USAGE = 'npm run import -- --from DIR'

type Bundle = { dir: string; manifest: Manifest; hash: string; rows: Map<string, Row[]>; people: Row[] }

export const runImport: Command = async (deps, words, { cwd, say }) => {
  const bundle = await readImport(deps, words, cwd)
  const { place } = bundle.manifest
  const state = await inTransaction(deps.db, (trx) => bringIn(trx, bundle, deps))
  if (state === 'known') return say(`${place} already has everything of this export: nothing was changed.`)
  // Files carry the hash of what is in them, so a copy too many does no harm.
  for (const path of Object.keys(bundle.manifest.files)) {
    if (!path.startsWith('media/')) continue
    const to = join(deps.env.MEDIA_DIR, path.slice('media/'.length))
    mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
    if (!existsSync(to)) copyFileSync(join(bundle.dir, path), to)
  }
  const count = [...bundle.rows.values()].reduce((sum, rows) => sum + rows.length, 0)
  say(`${place} was brought in: ${count} rows.`)
  say(
    'Tokens of sources and passwords are not in an export: give them again at the desk and with npm run user.',
  )
}

async function readImport({ db }: CommandDeps, words: readonly string[], cwd: string): Promise<Bundle> {
  const { values, alone, complaints } = readWords(words, ['from'])
  if (alone.length) complaints.push(`${alone.join(' ')} is too much.`)
  if (!values.from) complaints.push('Say which export with --from: the folder that npm run export made.')
  if (complaints.length || !values.from) throw new BadSettings([...complaints, `Usage: ${USAGE}`])
  const dir = resolve(cwd, values.from)
  const read = readBundle(dir)
  if ('complaints' in read) throw new BadSettings(read.complaints)
  const rows = new Map(
    keptTables.map(({ name }) => [name, readRows(dir, rowsFile(name), complaints)] as const),
  )
  const people = readRows(dir, 'people.jsonl', complaints)
  const file = readPlace(readFileSync(join(dir, 'place.yaml'), 'utf8'), 'place.yaml')
  if ('complaints' in file) complaints.push(...file.complaints)
  for (const { name, refers = {} } of keptTables) {
    complaints.push(
      ...wrongColumns(name, rows.get(name) ?? [], await listColumns(db, name), read.manifest.place),
    )
    for (const [column, other] of Object.entries(refers))
      complaints.push(...danglingRows(name, column, rows.get(name) ?? [], rows.get(other) ?? [], other))
  }
  if (complaints.length) throw new BadSettings(complaints)
  return { dir, ...read, rows, people }
}

function wrongColumns(
  table: string,
  rows: readonly Row[],
  columns: readonly string[],
  place: string,
): string[] {
  const known = new Set(columns)
  const surplus = new Set(rows.flatMap((row) => Object.keys(row).filter((column) => !known.has(column))))
  const strange = rows.filter((row) => (table === 'place' ? row.id : row.place_id) !== place).length
  return [
    ...[...surplus].map((column) => `${rowsFile(table)} has ${column}, which this version does not know.`),
    ...(strange ? [`${rowsFile(table)} has ${strange} rows that do not belong to ${place}.`] : []),
  ]
}

function danglingRows(
  table: string,
  column: string,
  rows: readonly Row[],
  others: readonly Row[],
  other: string,
) {
  const ids = new Set(others.map((row) => row.id))
  const lost = rows.filter((row) => row[column] != null && !ids.has(row[column])).length
  return lost ? [`${rowsFile(table)} has ${lost} rows whose ${column} is no row of ${rowsFile(other)}.`] : []
}

async function bringIn(db: Db, { manifest, hash, rows, people }: Bundle, { clock }: CommandDeps) {
  const { place } = manifest
  const staff = await listStaff(db, place)
  if (await findPlace(db, place)) {
    if ((await importedAs(db, place)) === hash) return 'known'
    if (!(await isBare(db, place)))
      throw new BadSettings([
        `${place} already has posts or numbers here: an import goes only into an empty place.`,
      ])
    await removePlace(db, place)
  }
  const numbers: Numbers = new Map()
  for (const table of keptTables)
    try {
      await writeTable(db, table, rows.get(table.name) ?? [], numbers)
    } catch (cause) {
      if (isUnreachable(cause)) throw cause
      throw new BadSettings([
        `${rowsFile(table.name)} does not fit the tables here: ${(cause as Error).message}.`,
      ])
    }
  const at = clock()
  for (const { email, name, language, role, duties = [] } of [...(people as typeof staff), ...staff]) {
    const person = await findOrAdd(db, { email, name, language, at })
    await setRole(db, person, place, role as Role)
    for (const { id, deputy } of duties) await setHolder(db, place, id, { deputy, person, at })
  }
  await noteImport(db, place, hash)
  const detail = { made_at: manifest.made_at, sha256: hash }
  await appendAudit(db, {
    place,
    at: clock(),
    actor: ACTOR,
    action: 'imported',
    object: `place ${place}`,
    detail,
  })
  return 'new'
}

async function findOrAdd(db: Db, person: { email: string; name: string; language: Language; at: Date }) {
  return (await findPersonByEmail(db, person.email))?.id ?? addPerson(db, person)
}
