// The words of the digest.
import { words } from './words.ts'

export const digestWords = words({
  fi: {},
  sv: {},
  en: {},
})
