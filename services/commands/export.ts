// `npm run export`: everything of a place in open formats, in a folder that tells what is in it.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { BadSettings } from '../../config/env.ts'
import { keptTables, type Row } from '../../db/kept-tables.ts'
import { type Db, inTransaction } from '../../db/open.ts'
import { findPlace, listPlaces } from '../../db/places.ts'
import { listStaff, type Numbers, readTable } from '../../db/transfer.ts'
import { MANIFEST, type Manifest, rowsFile, sha256 } from './bundle.ts'
import { type Command, type CommandDeps, readWords } from './parts.ts'
import { writePlaceYaml } from './place-yaml.ts'

const USAGE = 'npm run export -- --place ID --to DIR'

export const runExport: Command = async (deps, words, { cwd, say }) => {
  const { place, to } = await readExport(deps, words, cwd)
  const files: Manifest['files'] = {}
  const put = (path: string, bytes: Uint8Array, rows?: number) => {
    mkdirSync(dirname(join(to, path)), { recursive: true, mode: 0o700 })
    writeFileSync(join(to, path), bytes, { mode: 0o600 })
    files[path] = { bytes: bytes.length, sha256: sha256(bytes), ...(rows !== undefined && { rows }) }
  }
  const rows = await inTransaction(deps.db, (trx) => readAll(trx, place))
  for (const [path, list] of Object.entries(rows)) put(path, jsonLines(list), list.length)
  const byTable = Object.fromEntries(keptTables.map(({ name }) => [name, rows[rowsFile(name)] ?? []]))
  put('place.yaml', Buffer.from(writePlaceYaml(byTable)))
  const hashes = [
    ...(byTable.media ?? []).map((one) => one.sha256),
    ...(byTable.study ?? []).map((one) => one.file_sha256),
  ]
  copyFiles(deps.env.MEDIA_DIR, to, hashes, files)
  const manifest: Manifest = {
    format: 'somewall-export',
    version: 1,
    place,
    made_at: deps.clock().toISOString(),
    files,
    left_out: [
      'passwords and sessions',
      'tokens of sources, which are sealed with this installation’s key',
      'what a joint place has hidden or pinned of its members’ posts',
    ],
  }
  // Last, so that a folder with a manifest is a whole export.
  writeFileSync(join(to, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  const count = Object.values(files).reduce((sum, one) => sum + (one.rows ?? 0), 0)
  say(`${place} was exported to ${to}: ${count} rows, ${Object.keys(files).length} files.`)
  say(`Left out: ${manifest.left_out.join('; ')}.`)
}

async function readExport({ db }: CommandDeps, words: readonly string[], cwd: string) {
  const { values, alone, complaints } = readWords(words, ['place', 'to'])
  if (alone.length) complaints.push(`${alone.join(' ')} is too much.`)
  if (!values.place) complaints.push('Say which place with --place.')
  else if (!(await findPlace(db, values.place)))
    complaints.push(
      `No place is called ${values.place}. There is ${(await listPlaces(db)).map((one) => one.id)}.`,
    )
  const to = resolve(cwd, values.to ?? '')
  if (!values.to) complaints.push('Say where to with --to: a folder that is empty or not there yet.')
  else if (existsSync(to) && readdirSync(to).length) complaints.push(`${to} is not empty.`)
  if (complaints.length || !values.place) throw new BadSettings([...complaints, `Usage: ${USAGE}`])
  return { place: values.place, to }
}

async function readAll(db: Db, place: string): Promise<Record<string, Row[]>> {
  const numbers: Numbers = new Map()
  const found: Record<string, Row[]> = {}
  for (const table of keptTables) found[rowsFile(table.name)] = await readTable(db, table, place, numbers)
  found['people.jsonl'] = await listStaff(db, place)
  return found
}

const jsonLines = (rows: readonly Row[]) =>
  Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))

function copyFiles(from: string, to: string, hashes: readonly unknown[], files: Manifest['files']): void {
  if (!existsSync(from)) return
  const wanted = new Set(hashes.map((one) => String(one ?? '')).filter(Boolean))
  const names = readdirSync(from, { recursive: true, encoding: 'utf8' })
  for (const name of names) {
    const base = name.split('/').at(-1) as string
    if (![...wanted].some((hash) => base.startsWith(hash))) continue
    const path = `media/${name}`
    mkdirSync(dirname(join(to, path)), { recursive: true, mode: 0o700 })
    copyFileSync(join(from, name), join(to, path))
    const bytes = readFileSync(join(to, path))
    files[path] = { bytes: bytes.length, sha256: sha256(bytes) }
  }
}
