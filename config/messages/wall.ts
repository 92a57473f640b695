// The words of the wall.
import { words } from './words.ts'

export const wallWords = words({
  fi: {},
  sv: {},
  en: {},
})
