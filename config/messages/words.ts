// How an area declares its words: Finnish decides the keys, Swedish and English must have every one.

/** `words({ fi: {...}, sv: {...}, en: {...} })`: a missing or a surplus key fails the type check. */
export function words<const F extends Record<string, string>>(area: {
  fi: F
  sv: NoInfer<{ [K in keyof F]: string }>
  en: NoInfer<{ [K in keyof F]: string }>
}): { fi: F; sv: Record<keyof F, string>; en: Record<keyof F, string> } {
  return area
}
