// Where residents tell stories, give feedback and ideas, ask for removals, and read travel stories and campaigns.
import type { Language } from '../config/i18n.ts'

export const storyPaths = { fi: '/kerro', sv: '/beratta', en: '/tell' } as const
export const feedbackPaths = { fi: '/palaute', sv: '/respons', en: '/feedback' } as const
export const ideaPaths = { fi: '/idea', sv: '/ide', en: '/ideas' } as const
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

export function journeyPath(language: Language, place: string, id: string): string {
  return `/matka/${place}/${id}?lang=${language}`
}

export function ideaPath(language: Language, place: string): string {
  return `${ideaPaths[language]}/${place}`
}

export function campaignPath(language: Language, place: string, id: string): string {
  return `/kampanja/${place}/${id}?lang=${language}`
}
