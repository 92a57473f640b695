// The files of published digests: stored once when they are made, read as they were, never written over.
import type { Db } from './open.ts'
import type { DigestFile } from './schema.ts'

export type NewFile = Pick<DigestFile, 'format' | 'language' | 'bytes' | 'sha256' | 'renderer'>

/** Saves files of a digest; one that is there already stays as it is. */
export async function saveDigestFiles(
  db: Db,
  digest: { id: number; place_id: string },
  files: readonly NewFile[],
  at: Date,
): Promise<void> {
  if (!files.length) return
  await db
    .insertInto('digest_file')
    .values(files.map((one) => ({ ...one, digest_id: digest.id, place_id: digest.place_id, made_at: at })))
    .onConflict((same) => same.columns(['digest_id', 'format', 'language']).doNothing())
    .execute()
}

export function findDigestFile(db: Db, digest: number, format: string, language: DigestFile['language']) {
  return db
    .selectFrom('digest_file')
    .select(['format', 'language', 'bytes', 'sha256', 'renderer', 'made_at'])
    .where('digest_id', '=', digest)
    .where('format', '=', format)
    .where('language', '=', language)
    .executeTakeFirst()
}

export function listDigestFiles(db: Db, digest: number) {
  return db
    .selectFrom('digest_file')
    .select(['format', 'language', 'bytes', 'sha256', 'renderer', 'made_at'])
    .where('digest_id', '=', digest)
    .orderBy('format')
    .orderBy('language')
    .execute()
}

/** A file of the digest with this public id. */
export function findAttachment(db: Db, digest: string, format: string, language: DigestFile['language']) {
  return db
    .selectFrom('digest_file')
    .innerJoin('digest', 'digest.id', 'digest_file.digest_id')
    .select('bytes')
    .where('digest.public_id', '=', digest)
    .where('format', '=', format)
    .where('language', '=', language)
    .executeTakeFirst()
}
