// Where residents tell their stories, give feedback and ask for removals, in each language.
import type { Language } from '../config/i18n.ts'

export const storyPaths = { fi: '/kerro', sv: '/beratta', en: '/tell' } as const
export const feedbackPaths = { fi: '/palaute', sv: '/respons', en: '/feedback' } as const
export const removalPaths = { fi: '/poista', sv: '/ta-bort', en: '/remove' } as const

export function storyPath(language: Language, place: string): string {
  return `${storyPaths[language]}/${place}`
}

export function removalPath(language: Language, place: string): string {
  return `${removalPaths[language]}?place=${place}`
}

export function feedbackPath(language: Language, place: string): string {
  return `${feedbackPaths[language]}/${place}`
}
