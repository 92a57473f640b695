// A PDF packed: its many small objects, most of them tags for screen readers, deflated together as PDF 1.5 allows.
import { deflateSync } from 'node:zlib'

/** Objects in one stream: enough to be packed well, few enough for a reader that wants only one of them. */
const TOGETHER = 200

/** A fourth of the size for a tagged paper, and the same document. Takes only what Typst writes: one plain table. */
export function packPdf(pdf: Buffer): Buffer {
  const { objects, root, info, id } = readObjects(pdf)
  const loose = objects.filter((one) => !one.stream)
  const size = objects.length + 1 + Math.ceil(loose.length / TOGETHER) + 1
  const entries = Buffer.alloc(size * 7)
  const enter = (number: number, kind: number, where: number, nth: number) => {
    entries.writeUInt8(kind, number * 7)
    entries.writeUInt32BE(where, number * 7 + 1)
    entries.writeUInt16BE(nth, number * 7 + 5)
  }
  enter(0, 0, 0, 65_535)
  const parts = [Buffer.from('%PDF-1.7\n%\u0080\u0080\u0080\u0080\n\n', 'latin1')]
  let at = parts[0]?.length ?? 0
  const write = (number: number, body: Buffer) => {
    enter(number, 1, at, 0)
    const whole = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    parts.push(whole)
    at += whole.length
  }
  for (const { number, body } of objects.filter((one) => one.stream)) write(number, body)
  for (let first = 0; first < loose.length; first += TOGETHER) {
    const some = loose.slice(first, first + TOGETHER)
    const holder = objects.length + 1 + first / TOGETHER
    some.forEach(({ number }, nth) => {
      enter(number, 2, holder, nth)
    })
    write(holder, holdObjects(some))
  }
  const last = at
  enter(size - 1, 1, last, 0)
  const about = `/Type /XRef /Size ${size} /W [1 4 2] /Root ${root} /Info ${info} /ID ${id}`
  write(size - 1, streamOf(about, entries))
  return Buffer.concat([...parts, Buffer.from(`startxref\n${last}\n%%EOF`)])
}

type Found = { number: number; body: Buffer; stream: boolean }

/** Every object of a PDF by its table, which lists them all from 1 on, and what its trailer says. */
function readObjects(pdf: Buffer) {
  const text = pdf.toString('latin1')
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
  const head = /^xref\s+0 (\d+)\s/.exec(text.slice(table, table + 40))
  const trailer = text.slice(text.lastIndexOf('trailer'))
  const said = (name: string, shape: string) => {
    const found = new RegExp(`/${name} (${shape})`).exec(trailer)?.[1]
    if (found === undefined) throw new Error(`the PDF does not tell its ${name}`)
    return found
  }
  if (!head) throw new Error('the PDF has no table of objects that we can read')
  const lines = text.slice(table + head[0].length).match(/^\d{10} \d{5} [nf]/gm) ?? []
  const starts = lines.slice(1, Number(head[1])).map((line) => Number(line.slice(0, 10)))
  const inOrder = [...starts, table].sort((a, b) => a - b)
  const ends = new Map(inOrder.map((start, nth) => [start, inOrder[nth + 1]]))
  const objects = starts.map((start, nth): Found => {
    const end = ends.get(start)
    const whole = /^(\d+) 0 obj\s([\s\S]*?)\s+endobj\s*$/.exec(text.slice(start, end))
    if (Number(whole?.[1]) !== nth + 1) throw new Error(`the PDF has no object ${nth + 1}`)
    const body = Buffer.from(whole?.[2] ?? '', 'latin1')
    return { number: nth + 1, body, stream: /endstream$/.test(whole?.[2] ?? '') }
  })
  return {
    objects,
    root: said('Root', '\\d+ 0 R'),
    info: said('Info', '\\d+ 0 R'),
    id: said('ID', '\\[[^\\]]*\\]'),
  }
}

/** Objects as one stream: first where each begins, then each. */
function holdObjects(objects: readonly Found[]): Buffer {
  let at = 0
  const begins = objects.map(({ number, body }) => {
    const begin = `${number} ${at}`
    at += body.length + 1
    return begin
  })
  const head = Buffer.from(`${begins.join(' ')}\n`)
  const bodies = objects.flatMap(({ body }) => [body, Buffer.from('\n')])
  const about = `/Type /ObjStm /N ${objects.length} /First ${head.length}`
  return streamOf(about, Buffer.concat([head, ...bodies]))
}

function streamOf(about: string, content: Buffer): Buffer {
  const packed = deflateSync(content, { level: 9 })
  const dict = `<< ${about} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(dict), packed, Buffer.from('\nendstream')])
}
