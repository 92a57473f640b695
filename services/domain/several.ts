// Questions with several answers: spread over columns with an option each, or listed in one cell; kept as one answer.

const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

const CHOSEN = new Set([
  '1',
  'x',
  'true',
  'yes',
  'kyllä',
  'ja',
  'on',
  'valittu',
  'vald',
  'checked',
  'selected',
])
const LEFT = new Set(['', '0', 'false', 'no', 'ei', 'nej', 'off', '-', '–', 'ei valittu', 'inte vald'])

/** `Question: option` and its like; undefined when the heading names no option of the question. */
export function optionOf(heading: string, label: string, choices: readonly string[]): string | undefined {
  const written = plain(heading)
  const rest = written.startsWith(plain(label)) ? written.slice(plain(label).length) : written
  const bare = rest.replace(/^[\s:;,\-–—/|[(]+/, '').replace(/[\s\])]+$/, '')
  return choices.find((one) => [rest.trim(), bare].includes(plain(one)))
}

/** True when the cell of an option's column says that it was chosen; undefined when it says neither. */
export function isChosen(cell: string, option: string): boolean | undefined {
  const text = plain(cell).replace(/^(\d)[.,]0$/, '$1')
  if (CHOSEN.has(text) || text === plain(option)) return true
  return LEFT.has(text) ? false : undefined
}

/** The options listed in one cell, in the question's order; undefined when anything else stands there too. */
export function readList(cell: string, choices: readonly string[]): string[] | undefined {
  const longest = [...choices].sort((a, b) => b.length - a.length)
  const found = new Set<string>()
  // An option may hold a comma itself, so the longest that fits is taken, up to a sign that ends it.
  let rest = plain(cell.replaceAll('\n', ';'))
  while (rest !== '') {
    const next = longest.find((one) => {
      const after = rest.slice(plain(one).length)
      return rest.startsWith(plain(one)) && /^\s*(?:[;,|]|$)/.test(after)
    })
    if (next === undefined) return undefined
    found.add(next)
    rest = rest.slice(plain(next).length).replace(/^[\s;,|]+/, '')
  }
  return choices.filter((one) => found.has(one))
}

/** As it is kept; null when nothing was chosen: such a respondent has not answered the question. */
export const keepChosen = (chosen: readonly string[]): string | null =>
  chosen.length ? JSON.stringify(chosen) : null

/** The options of a kept answer. */
export const chosenOf = (kept: string): string[] => JSON.parse(kept)
