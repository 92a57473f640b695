// The words of the desk.
import { words } from './words.ts'

export const deskWords = words({
  fi: {},
  sv: {},
  en: {},
})
