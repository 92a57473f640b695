// Studies as people bring them: what a study says in a few words, and its file kept beside the pictures.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { appendAudit } from '../db/audit.ts'
import { lockFile } from '../db/media.ts'
import { inTransaction } from '../db/open.ts'
import { addStudy, dropStudy } from '../db/studies.ts'
import type { Act } from './curate.ts'
import type { Deps } from './deps.ts'
import { isPeriod } from './domain/measures.ts'
import { MOST_STUDY_BYTES, studyTypeOf } from './domain/study-file.ts'
import { Refusal } from './errors.ts'
import { dropFiles, writeFiles } from './pictures.ts'
import { line, maybe, wholeText } from './sent-text.ts'

export const studyLanguages = ['fi', 'sv', 'en', 'se'] as const
const MOST_FINDINGS = 8

/** What the form tells of a study; each line of the findings is one. */
export const sentStudy = z.object({
  title: line(200).pipe(z.string().min(1)),
  maker: line(200).pipe(z.string().min(1)),
  day: z.string().refine((day) => isPeriod('day', day), 'must be a day, for example 2026-11-25'),
  language: z.enum(studyLanguages),
  summary: wholeText(1_500).pipe(z.string().min(1)),
  findings: wholeText(3_000)
    .transform((text) => text.split('\n').flatMap((one) => one.trim() || []))
    .pipe(z.array(z.string().max(400)).max(MOST_FINDINGS)),
  url: maybe(z.url({ protocol: /^https?$/, error: 'must be an http or https address' })),
})

type Needs = Pick<Deps, 'db' | 'env' | 'clock'>

/** Saves a study and its file; the file is never opened, only looked at for what it is. */
export async function takeStudy(
  { db, env, clock }: Needs,
  act: Act,
  { url, ...sent }: z.infer<typeof sentStudy>,
  file: { name: string; bytes: Uint8Array } | undefined,
  sample = false,
): Promise<string> {
  const at = clock()
  const kept = file && readFile(file)
  return inTransaction(db, async (trx) => {
    if (kept) {
      // Whoever clears unused files waits for the row that uses this one.
      await lockFile(trx, kept.file_sha256)
      const name = `${kept.file_sha256}.${kept.file_type}`
      await writeFiles(env.MEDIA_DIR, [{ name, bytes: kept.bytes }])
    }
    const { bytes: _, ...told } = kept ?? { ...noFile, bytes: null }
    const study = { ...sent, url: url ?? null, ...told }
    const id = await addStudy(trx, act.place.id, study, { by: act.name, at, sample })
    const detail = { title: sent.title }
    await appendAudit(trx, {
      ...{ place: act.place.id, at, actor: act.name, action: 'study-added', object: id, detail },
    })
    return id
  })
}

const noFile = { file_name: null, file_type: null, file_size: null, file_sha256: null }

function readFile({ name, bytes }: { name: string; bytes: Uint8Array }) {
  if (bytes.length > MOST_STUDY_BYTES) throw new Refusal('study-large', 413)
  const type = studyTypeOf(name, bytes)
  if (!type) throw new Refusal('study-type', 400)
  const file_sha256 = createHash('sha256').update(bytes).digest('hex')
  return { bytes, file_name: name.slice(-120), file_type: type, file_size: bytes.length, file_sha256 }
}

/** Removes a study; what a published digest says of it stays, its file does not. */
export async function removeStudy({ db, env, clock }: Needs, act: Act, id: string): Promise<void> {
  const gone = await inTransaction(db, async (trx) => {
    const found = await dropStudy(trx, act.place.id, id)
    if (!found) throw new Refusal('not-found', 404)
    const detail = { title: found.title }
    await appendAudit(trx, {
      ...{ place: act.place.id, at: clock(), actor: act.name, action: 'study-removed', object: id, detail },
    })
    return found
  })
  await dropFiles({ db, env }, gone.file_sha256 ? [gone.file_sha256] : [])
}
