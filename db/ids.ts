// Ids that leave the service: a prefix and 12 random base32 letters, never an inner number.
import { randomBytes } from 'node:crypto'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'
export type IdPrefix = 'a' | 'p' | 'm' | 'c' | 'd' | 'n' | 'r'

/** `a_` account, `p_` post, `m_` media, `c_` consent, `d_` digest, `n_` note, `r_` removal. */
export function makeId(prefix: IdPrefix): string {
  return `${prefix}_${[...randomBytes(12)].map((byte) => LETTERS[byte % 32]).join('')}`
}

/** True for an id of this kind; keeps rubbish from reaching the database. */
export function isId(prefix: IdPrefix, text: string): boolean {
  return new RegExp(`^${prefix}_[a-z2-7]{12}$`).test(text)
}
