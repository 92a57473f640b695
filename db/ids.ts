// Ids that leave the service: a prefix and 12 random base32 letters, never an inner number.
import { randomFillSync } from 'node:crypto'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'
export type IdPrefix =
  | 'a'
  | 'p'
  | 'm'
  | 'c'
  | 'd'
  | 'n'
  | 'r'
  | 'u'
  | 'h'
  | 'j'
  | 't'
  | 's'
  | 'b'
  | 'q'
  | 'g'
  | 'k'
  | 'l'
  | 'o'
  | 'x'
  | 'e'
  | 'z'
  | 'f'
  | 'i'
  | 'v'
  | 'w'
  | 'y'

const LENGTH = 12
// Randomness is dear to ask for and cheap in bulk; each byte is used once.
const random = new Uint8Array(256 * LENGTH)
let used = random.length

/**
 * `a_` account, `p_` post, `m_` media, `c_` consent, `d_` digest, `n_` note, `r_` removal, `u_` rule, `h_` handover,
 * `j_` journey; `t_` action, `s_` survey, `b_` its answers that came together, `q_` quote, `g_` target, `k_` campaign,
 * `l_` plan, `o_` goal of it, `x_` action of it; `e_` a row of the matrix, the rings, the register or the cards.
 * `z_` a counter of a campaign, `f_` a mark on one; `i_` idea.
 * `v_` item of the clock, `w_` weekly mail, `y_` report by cycle.
 */
export function makeId(prefix: IdPrefix): string {
  if (used === random.length) {
    randomFillSync(random)
    used = 0
  }
  const mine = random.subarray(used, used + LENGTH)
  used += LENGTH
  return `${prefix}_${Array.from(mine, (byte) => LETTERS[byte % 32]).join('')}`
}

/** True for an id of this kind; keeps rubbish from reaching the database. */
export function isId(prefix: IdPrefix, text: string): boolean {
  return new RegExp(`^${prefix}_[a-z2-7]{12}$`).test(text)
}
