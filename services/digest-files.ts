// The files of a digest: made when it is published, stored with it, found again, and made anew only to be compared.
import { createHash } from 'node:crypto'
import type { Language } from '../config/i18n.ts'
import { findDigestFile, listDigestFiles, type NewFile, saveDigestFiles } from '../db/digest-files.ts'
import type { DigestRow } from '../db/digests.ts'
import type { Db } from '../db/open.ts'
import type { Deps } from './deps.ts'
import { readDocument, readShort } from './digest/files/read.tsx'
import { type FormatName, formatNames, formats, rendererOf } from './digest/files/render.ts'
import type { View } from './digest/view.ts'
import { openView } from './digest-view.ts'
import { readBundle } from './digests.ts'
import type { Written } from './domain/digest-model.ts'
import { renderFiles } from './render-file.ts'

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

const readers = { digest: readDocument, short: readShort }

async function makeSome(view: View, names: readonly FormatName[]): Promise<NewFile[]> {
  const needed = new Set(names.map((name) => formats[name].of))
  const papers = Object.fromEntries([...needed].map((of) => [of, readers[of](view)]))
  const files = await renderFiles(names, view, papers)
  return names.flatMap((format, nth) => {
    const bytes = files[nth]
    if (!bytes) return []
    return { format, language: view.language, bytes, sha256: sha256(bytes), renderer: rendererOf(format) }
  })
}

/** One of them: for a preview, or to be compared. */
export async function makeFile(view: View, format: FormatName): Promise<NewFile> {
  const [made] = await makeSome(view, [format])
  return made as NewFile
}

/** Every format in every language of the place. */
export async function makeFiles(views: readonly View[]): Promise<NewFile[]> {
  const made = await Promise.all(views.map((view) => makeSome(view, formatNames)))
  return made.flat()
}

/**
 * A file of a published digest as it was stored. One that is not there (the digest is older than its files, or the
 * place has got another language) is made from the same frozen figures and texts, and stored from then on.
 */
export async function openFile(
  { db, env, clock }: Pick<Deps, 'db' | 'env' | 'clock'>,
  row: DigestRow,
  format: FormatName,
  language: Language,
) {
  const stored = await findDigestFile(db, row.id, format, language)
  if (stored) return stored
  const view = await openView(db, row, language, digestAddress(env.PUBLIC_URL, row), clock())
  const made = await makeFile(view, format)
  await saveDigestFiles(db, row, [made], clock())
  return made
}

/** Where a published digest lives. */
export const digestAddress = (url: string, row: Pick<DigestRow, 'place_id' | 'quarter'>): string =>
  `${url}/digests/${row.place_id}/${row.quarter}`

type Verified = {
  format: string
  language: string
  sha256: string
  /** The stored bytes are those that were stored. */
  whole: boolean
  /** Made again from the frozen figures: the same bytes, others, or not to be told since the renderer is another. */
  again: 'same' | 'different' | 'other-renderer'
}

/** Whether the figures are those that were frozen, and every file what they make. */
export async function verifyDigest(
  { db, env }: Pick<Deps, 'db' | 'env'>,
  row: DigestRow,
): Promise<{ figures: boolean; files: Verified[] }> {
  const files: Verified[] = []
  const views = new Map<Language, View>()
  for (const stored of await listDigestFiles(db, row.id)) {
    const { format, language } = stored
    const known = formatNames.find((name) => name === format)
    const same = known && rendererOf(known) === stored.renderer
    const view = views.get(language) ?? (await openAsPublished(db, env.PUBLIC_URL, row, language))
    views.set(language, view)
    const again = same ? (await makeFile(view, known)).sha256 === stored.sha256 : null
    files.push({
      format,
      language,
      sha256: stored.sha256,
      whole: sha256(stored.bytes) === stored.sha256,
      again: again === null ? 'other-renderer' : again ? 'same' : 'different',
    })
  }
  return { figures: sha256(row.bundle) === row.sha256, files }
}

/** As it was: a digest delivered or replaced since was only published then, and nothing had been taken back yet. */
async function openAsPublished(db: Db, url: string, row: DigestRow, language: Language): Promise<View> {
  const at = row.published_at ?? row.compiled_at
  const view = await openView(db, row, language, digestAddress(url, row), at)
  const written = row.written === null ? view.written : (JSON.parse(row.written) as Written)
  return { ...view, written, row: { ...view.row, state: 'published' } }
}

/** The views of a digest in all languages of its place. */
export async function openViews(db: Db, url: string, row: DigestRow, at: Date): Promise<View[]> {
  const views: View[] = []
  for (const language of readBundle(row).place.languages)
    views.push(await openView(db, row, language, digestAddress(url, row), at))
  return views
}
