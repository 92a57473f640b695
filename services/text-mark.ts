// A short mark of a text, by which a form knows what its writer saw and a signature what was signed.
import { createHash } from 'node:crypto'

export const textMark = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 12)
