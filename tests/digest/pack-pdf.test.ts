// The packing of PDFs: the same document with the same tags, at a fraction of the size.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { fonts } from '../../services/digest/files/font.ts'
import { packPdf } from '../../services/digest/files/pack-pdf.ts'

const PAPER = `#set document(title: "Kooste", date: datetime(year: 2026, month: 10, day: 20))
#set text(font: "Source Sans 3", lang: "fi", fallback: false)
= Kooste
#for n in range(60) { table(columns: 3, table.header([a], [b], [c]), [endstream #n], [endobj], [)stream]) }`

async function read(bytes: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, nth) => pdf.getPage(nth + 1)))
  const { info, metadata } = await pdf.getMetadata()
  return {
    info,
    metadata: metadata?.getRaw(),
    marked: await pdf.getMarkInfo(),
    outline: await pdf.getOutline(),
    trees: await Promise.all(pages.map((page) => page.getStructTree())),
    texts: await Promise.all(
      pages.map(async (page) =>
        (await page.getTextContent()).items.map((one) => ('str' in one ? [one.str, one.transform] : one)),
      ),
    ),
  }
}

describe('a packed PDF', () => {
  let plain: Buffer
  let packed: Buffer
  beforeAll(() => {
    const typst = NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fonts] }] })
    const laid = typst.compile({ mainFileContent: PAPER }).result
    if (!laid) throw new Error('the paper is laid out')
    plain = typst.pdf(laid, { pdfStandard: 'ua-1' })
    packed = packPdf(plain)
  })

  it('says, tags and describes all that it did before', async () => {
    expect(await read(packed)).toEqual(await read(plain))
  })

  it('is a third of its size at most, and the same bytes each time', () => {
    expect(packed.length).toBeLessThan(plain.length / 3)
    expect(packPdf(plain).equals(packed)).toBe(true)
  })

  it('is made of nothing but what Typst writes: anything else is refused, never half read', () => {
    expect(() => packPdf(packed)).toThrow('no table of objects')
    expect(() => packPdf(plain.subarray(0, 2_000))).toThrow('no table of objects')
  })
})
