// The typeface of files: shipped with us and named, so that no machine's own fonts ever change a file.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const locate = createRequire(import.meta.url)
const read = (name: string) => readFileSync(locate.resolve(`@expo-google-fonts/source-sans-3/${name}.ttf`))

export const fonts: readonly Buffer[] = [
  read('400Regular/SourceSans3_400Regular'),
  read('600SemiBold/SourceSans3_600SemiBold'),
]

/** The characters that a TrueType font can draw: its table `cmap`, format 12 or 4, as ranges. */
function readRanges(font: Buffer): [number, number][] {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, nth) => 12 + nth * 16)
  const cmap = font.readUInt32BE(
    (tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0) + 8,
  )
  const parts = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, nth) => cmap + font.readUInt32BE(cmap + 8 + nth * 8),
  )
  const full = parts.find((at) => font.readUInt16BE(at) === 12)
  if (full !== undefined)
    return Array.from({ length: font.readUInt32BE(full + 12) }, (_, nth) => {
      const at = full + 16 + nth * 12
      return [font.readUInt32BE(at), font.readUInt32BE(at + 4)]
    })
  const basic = parts.find((at) => font.readUInt16BE(at) === 4)
  if (basic === undefined) throw new Error('the font has no table of characters that we can read')
  const size = font.readUInt16BE(basic + 6)
  return Array.from({ length: size / 2 }, (_, nth) => [
    font.readUInt16BE(basic + 16 + size + nth * 2),
    font.readUInt16BE(basic + 14 + nth * 2),
  ])
}

const drawn = new Set<number>()
for (const [first, last] of readRanges(fonts[0] as Buffer))
  for (let code = first; code <= last; code++) drawn.add(code)

/** Joins emoji into one, chooses how one looks, or allows a break where Typst finds its own: nothing by itself. */
const SILENT = /\u00ad|[\u200c-\u200f\u2060]|[\ufe00-\ufe0f]|[\u{1f3fb}-\u{1f3ff}]|[\u{e0000}-\u{e007f}]/gu

/** Text of only what the typeface can draw: a box stands for the rest, since paper must not fail for one sign. */
export function drawable(text: string): string {
  return [...text.normalize('NFC').replace(SILENT, '')]
    .map((sign) =>
      sign === '\n' || sign === '\u200b' || drawn.has(sign.codePointAt(0) ?? 0) ? sign : '\u25a1',
    )
    .join('')
}
