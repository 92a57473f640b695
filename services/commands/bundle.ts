// The folder of an export: which files it has, its manifest, and the check that nothing was lost or changed on the way.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const manifest = z.strictObject({
  format: z.literal('somewall-export'),
  version: z.literal(1),
  place: z.string(),
  made_at: z.iso.datetime(),
  /** By path; `rows` where the file holds rows. */
  files: z.record(
    z.string().regex(/^[\w-]+(\/[\w.-]+)*(\.[\w.]+)?$/),
    z.strictObject({ bytes: z.int(), sha256: z.string(), rows: z.int().optional() }),
  ),
  left_out: z.array(z.string()),
})
export type Manifest = z.infer<typeof manifest>

export const MANIFEST = 'manifest.json'
export const rowsFile = (table: string) => `tables/${table}.jsonl`
export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Reads the manifest and compares every file with it; one complaint for each that is missing or changed. */
export function readBundle(dir: string): { manifest: Manifest; hash: string } | { complaints: string[] } {
  let bytes: Buffer
  try {
    bytes = readFileSync(join(dir, MANIFEST))
  } catch {
    return { complaints: [`${dir} is not an export: it has no ${MANIFEST}.`] }
  }
  const read = manifest.safeParse(parsed(bytes.toString('utf8')))
  if (!read.success)
    return {
      complaints: read.error.issues.map(
        (issue) => `${MANIFEST} ${issue.path.map(String).join('.')}: ${issue.message}`,
      ),
    }
  const complaints = Object.entries(read.data.files).flatMap(([path, told]) => {
    try {
      return sha256(readFileSync(join(dir, path))) === told.sha256
        ? []
        : [`${path} has been changed since the export.`]
    } catch {
      return [`${path} is missing.`]
    }
  })
  return complaints.length ? { complaints } : { manifest: read.data, hash: sha256(bytes) }
}

/** The rows of a file, one JSON object a line; `complaints` gets each line that is not one. */
export function readRows(dir: string, path: string, complaints: string[]): Record<string, unknown>[] {
  const lines = readFileSync(join(dir, path), 'utf8').split('\n')
  return lines.flatMap((line, at) => {
    if (!line) return []
    const row = parsed(line)
    if (row && typeof row === 'object' && !Array.isArray(row)) return [row as Record<string, unknown>]
    complaints.push(`${path}:${at + 1} is not a JSON object.`)
    return []
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
