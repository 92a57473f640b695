// A mail as a reader sees it: its headers and its text out of what went over the wire.

export type ReadMail = { header: (name: string) => string | undefined; text: string }

export function readMail(raw: string): ReadMail {
  const at = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, at).replace(/\r\n[ \t]+/g, ' ')
  const header = (name: string) => {
    const found = new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]
    return found
      ?.replace(/\?=\s+=\?/g, '?==?')
      .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, how, text) =>
        how.toLowerCase() === 'b'
          ? Buffer.from(text, 'base64').toString()
          : unquoted(text.replaceAll('_', ' ')),
      )
  }
  const body = raw.slice(at + 4)
  const how = header('Content-Transfer-Encoding')
  const text =
    how === 'base64'
      ? Buffer.from(body, 'base64').toString()
      : how === 'quoted-printable'
        ? unquoted(body.replace(/=\r\n/g, ''))
        : body
  return { header, text: text.replaceAll('\r\n', '\n').trimEnd() }
}

function unquoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
