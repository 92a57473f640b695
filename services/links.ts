// One-time links for a password: the person gets the secret, the row keeps its hash and until when it works.
import type { Db } from '../db/open.ts'
import { setLink } from '../db/people.ts'
import { digestOf, randomSecret } from './keys.ts'

/** Makes a link that works once, for so many minutes; an older one of the same person stops working. */
export async function makeLink(
  db: Db,
  { person, publicUrl, at, minutes }: { person: number; publicUrl: string; at: Date; minutes: number },
): Promise<string> {
  const secret = randomSecret()
  await setLink(db, person, digestOf(secret), new Date(at.getTime() + minutes * 60_000))
  return `${publicUrl}/desk/link/${secret}`
}
