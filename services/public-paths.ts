// Where residents tell their stories and ask for removals, and where travel stories are read.
import type { Language } from '../config/i18n.ts'

export const storyPaths = { fi: '/kerro', sv: '/beratta', en: '/tell' } as const
export const removalPaths = { fi: '/poista', sv: '/ta-bort', en: '/remove' } as const

export function storyPath(language: Language, place: string): string {
  return `${storyPaths[language]}/${place}`
}

export function removalPath(language: Language, place: string): string {
  return `${removalPaths[language]}?place=${place}`
}

export function journeyPath(language: Language, place: string, id: string): string {
  return `/matka/${place}/${id}?lang=${language}`
}
