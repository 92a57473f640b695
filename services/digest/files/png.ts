// Drawings as PNG for programs that know no SVG; text is drawn in our own typeface, which config/runtime.mjs names.
import sharp from 'sharp'
import type { Drawing } from './document.ts'

/** Dots per inch: twice what the drawing says, so that print is sharp. */
const DENSITY = 192

export const drawPng = ({ svg }: Drawing): Promise<Buffer> =>
  sharp(Buffer.from(svg), { density: DENSITY })
    .flatten({ background: '#ffffff' })
    .png({ compressionLevel: 9 })
    .toBuffer()
