// Words that every page of ours shares.
import { words } from './words.ts'

export const pageWords = words({
  fi: { 'page.skip': 'Siirry sisältöön' },
  sv: { 'page.skip': 'Gå till innehållet' },
  en: { 'page.skip': 'Skip to content' },
})
