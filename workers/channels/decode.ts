// An answer's bytes as text: byte order mark, Content-Type, XML declaration, then what the bytes themselves say.

const marks: [label: string, bytes: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** Text of the bytes, well-formed, without NUL; never throws. */
export function decodeText(bytes: Uint8Array, contentType = ''): string {
  const text = new TextDecoder(labelOf(bytes, contentType)).decode(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is where they are taken out
  return text.replace(/\u0000/g, '').toWellFormed()
}

function labelOf(bytes: Uint8Array, contentType: string): string {
  for (const [label, mark] of marks) if (mark.every((byte, at) => bytes[at] === byte)) return label
  // UTF-16 without a mark: every other byte of the first signs is zero.
  if (bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0) return 'utf-16be'
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[3] === 0) return 'utf-16le'
  const header = known(/charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1])
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 300))
  const declared = known(/^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1])
  // Servers name an encoding for all their files and are wrong for some. Bytes that are UTF-8 and hold more
  // than ASCII are UTF-8: no text in a single-byte encoding looks so by chance.
  const named = [header, declared].find((label) => label && label !== 'utf-8' && !label.startsWith('utf-16'))
  if (looksUtf8(bytes) && !/^(iso-2022|gb|big5|euc|shift)/.test(named ?? '')) return 'utf-8'
  return named ?? 'windows-1252'
}

function known(label: string | undefined): string | undefined {
  try {
    return label && new TextDecoder(label.replaceAll('_', '-')).encoding
  } catch {
    return undefined
  }
}

// A few bytes may be wrong all the same: excerpts that a site cuts off in the middle of a letter.
function looksUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  let [right, wrong] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0xfffd) wrong++
    else if (code > 0x7f) right++
  }
  return !wrong || right > 4 * wrong
}
