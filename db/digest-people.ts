// How a digest's texts are worked on: comments by section, and signatures that hold while the text stays as it was.
import type { Db } from './open.ts'

export async function addComment(
  db: Db,
  place: string,
  digest: number,
  one: { section: string; body: string; by: string; at: Date },
): Promise<void> {
  await db
    .insertInto('digest_comment')
    .values({ place_id: place, digest_id: digest, ...one })
    .execute()
}

export function listComments(db: Db, digest: number) {
  return db
    .selectFrom('digest_comment')
    .select(['section', 'body', 'by', 'at'])
    .where('digest_id', '=', digest)
    .orderBy('id')
    .execute()
}

/** Signs a section as its text stands; signing again signs the newer text. */
export async function signSection(
  db: Db,
  place: string,
  digest: number,
  one: { section: string; mark: string; by: string; at: Date },
): Promise<void> {
  const { mark, at } = one
  await db
    .insertInto('digest_signature')
    .values({ place_id: place, digest_id: digest, ...one })
    .onConflict((row) => row.columns(['digest_id', 'section', 'by']).doUpdateSet({ mark, at }))
    .execute()
}

export function listSignatures(db: Db, digest: number) {
  return db
    .selectFrom('digest_signature')
    .select(['section', 'mark', 'by', 'at'])
    .where('digest_id', '=', digest)
    .orderBy('section')
    .orderBy('at')
    .execute()
}
