// Why a source did not answer, in plain words: what happened, what it means, what to do.
import { words } from './words.ts'

export const faultWords = words({
  fi: {},
  sv: {},
  en: {},
})
