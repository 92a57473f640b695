// All sample pictures of the demo: drawn for it, free to use, in the order of the year.
import type { Picture } from './picture-row.ts'
import { autumn } from './pictures-autumn.ts'
import { indoors } from './pictures-indoors.ts'
import { spring } from './pictures-spring.ts'
import { summer } from './pictures-summer.ts'
import { winter } from './pictures-winter.ts'

export type { Picture } from './picture-row.ts'

export const pictures: readonly Picture[] = [...winter, ...spring, ...summer, ...autumn, ...indoors]

/** The folder they lie in, as a file URL ending in a slash. */
export const pictureFolder = new URL('./pictures/', import.meta.url)

export const findPicture = (file: string) => pictures.find((picture) => picture.file === file)
