// Finding listed words in a text: whole words, phrases, and `*` for any letters before or after, in one pass.

/** A list made ready: exact words and beginnings by their first letters, the rest looked for one by one. */
export type WordList = {
  exact: ReadonlyMap<string, string>
  beginnings: ReadonlyMap<string, readonly { start: string; written: string }[]>
  anywhere: readonly { part: string; written: string }[]
}

/** Lower case, compatibility forms folded, everything that is no letter, digit or mark a space. */
export function plainWords(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200d]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
}

/** Words as people list them: by lines or commas, each once, as written. */
export function splitList(text: string): string[] {
  const seen = new Map<string, string>()
  for (const part of text.split(/[\n,;]+/)) {
    const written = part.replace(/\s+/g, ' ').trim()
    if (plainWords(written).length && !seen.has(written.toLowerCase()))
      seen.set(written.toLowerCase(), written)
  }
  return [...seen.values()]
}

export function compileWords(listed: readonly string[]): WordList {
  const exact = new Map<string, string>()
  const beginnings = new Map<string, { start: string; written: string }[]>()
  const anywhere: { part: string; written: string }[] = []
  for (const written of listed) {
    const words = plainWords(written)
    const text = words.join(' ')
    if (!text) continue
    const [before, after] = [written.trim().startsWith('*'), written.trim().endsWith('*')]
    if (before || words.length > 1)
      anywhere.push({ part: `${before ? '' : ' '}${text}${after ? '' : ' '}`, written })
    else if (!after) exact.set(text, written)
    else {
      const key = firstLetters(text)
      beginnings.set(key, [...(beginnings.get(key) ?? []), { start: text, written }])
    }
  }
  return { exact, beginnings, anywhere }
}

/** What of the list stands in a text, given by its `plainWords`, as it is written in the list; else undefined. */
export function findListed(words: readonly string[], list: WordList): string | undefined {
  for (const word of words) {
    const found =
      list.exact.get(word) ??
      list.beginnings.get(firstLetters(word))?.find(({ start }) => word.startsWith(start))?.written ??
      // A beginning of one letter stands under that letter.
      list.beginnings.get(word.slice(0, 1))?.find(({ start }) => word.startsWith(start))?.written
    if (found !== undefined) return found
  }
  if (!list.anywhere.length) return undefined
  const joined = ` ${words.join(' ')} `
  return list.anywhere.find(({ part }) => joined.includes(part))?.written
}

const firstLetters = (word: string) => word.slice(0, 2)
