// The Nu HTML checker: pages are saved in a folder, and it says of all of them what is wrong.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { judges } from './present.ts'

/** What the checker says beside the matter. */
const beside = [
  // hono/jsx writes every empty element so.
  /^Trailing slash on void elements has no effect/,
  // A post has no title of its own: its author names it.
  /^Article lacks heading/,
  // Its CSS does not know yet what browsers have known since 2023 (container queries) and 2024 (field-sizing, where
  // nothing is lost without it), and it trips over var() inside light-dark().
  /^CSS: Unrecognized at-rule “@container”/,
  /^CSS: “(container|container-type|field-sizing)”: Property “\1” doesn't exist/,
  // A frame has its width and no border by attributes: a page with a strict policy refuses a style.
  /^The “frameborder” attribute on the “iframe” element is obsolete/,
  /^Bad value “100%” for attribute “width” on element “iframe”/,
  /^CSS: .*Cannot invoke "org.w3c.css.values.CssValue.getType\(\)" because "val" is null/,
]
type Found = { url: string; lastLine: number; message: string; extract?: string }

export type HtmlJudge = {
  save: (name: string, ending: string, text: string) => void
  /** What is wrong, a line each. */
  check: () => Promise<string[]>
  drop: () => void
}

export function openHtmlJudge(): HtmlJudge {
  const home = mkdtempSync(join(tmpdir(), 'somewall-pages-'))
  return {
    save(name, ending, text) {
      // What is made for other people's pages is no document by itself.
      const whole = ending !== 'html' || text.startsWith('<!doctype')
      const above = '<!doctype html><html lang="fi"><head><title>x</title></head><body><h1>x</h1><h2>x</h2>'
      const page = `${above}${text}</body></html>`
      const file = `${name.replace(/[^\w=.-]+/g, '_').slice(0, 150)}.${ending}`
      writeFileSync(join(home, file), whole ? text : page)
    },
    async check() {
      const words = ['-Xss4m', '-jar', judges.vnu.file, '--format', 'json', '--exit-zero-always']
      const { stderr } = await promisify(execFile)(
        judges.java.file,
        [...words, '--also-check-css', '--also-check-svg', home],
        { maxBuffer: 64e6 },
      )
      const { messages } = JSON.parse(stderr) as { messages: Found[] }
      return messages
        .filter(({ message }) => !beside.some((known) => known.test(message)))
        .map(
          ({ url, lastLine, message, extract = '' }) =>
            `${url.split('/').at(-1)}:${lastLine} ${message} ${extract.replace(/\s+/g, ' ')}`,
        )
    },
    drop: () => rmSync(home, { recursive: true, force: true }),
  }
}
