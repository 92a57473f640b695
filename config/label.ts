// The languages that are known, and the shape of a name in them.
import { z } from 'zod'

export const languages = ['fi', 'sv', 'en'] as const
export type Language = (typeof languages)[number]

/** Something that is written in each language, `length` characters at most. */
export const labelOf = (length: number) => {
  const text = z.string().trim().min(1).max(length)
  return z
    .strictObject({ fi: text.optional(), sv: text.optional(), en: text.optional() })
    .refine((value) => Object.keys(value).length > 0, 'needs a name in at least one language')
}
