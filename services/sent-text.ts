// Texts as people send them: one Unicode form, plain line ends, nothing invisible that turns other text around.
import { z } from 'zod'

/** Overrides of writing direction and other invisible controls have no place in what is printed beside other text. */
const CONTROLS = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu

export const cleanText = (written: string): string =>
  written.normalize('NFC').replace(/\r\n?/g, '\n').replace(CONTROLS, '').trim()

export const wholeText = (most: number) => z.string().transform(cleanText).pipe(z.string().max(most))

/** A text of one line. */
export const line = (most: number) =>
  z
    .string()
    .transform((written) => cleanText(written).replace(/\s+/g, ' '))
    .pipe(z.string().max(most))

/** A field that a form sends empty when nobody filled it in. */
export const maybe = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal('').transform(() => undefined), z.null().transform(() => undefined), schema]).optional()
