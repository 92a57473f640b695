// A Finnish word that somebody looks for: the forms in which it may stand in a text, guessed without a dictionary.
import { soften, strengthen } from './gradation.ts'

type Spread = {
  word: string
  /** Forms, whole: their stems are what a text is looked through for. */
  forms: string[]
  /** Beginnings of compounds: the word itself, its stem, its genitive. */
  starts: string[]
}

/** Shorter beginnings stand in too many other words. */
const SHORTEST = 4
/** A genitive begins compounds too; a short one is a part of too much else. */
const SHORTEST_GENITIVE = 6

/** More words than anybody looks for at once: the rest is looked for as it stands. */
const MOST = 12

/** What is looked for, word by word. */
export function spreadWords(text: string): Spread[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu))].slice(0, MOST).map(spreadWord)
}

/** Guesses that are no words are found nowhere; those that are other words are kept few. */
function spreadWord(word: string): Spread {
  if (!/^[a-zåäö]{3,40}$/.test(word) || !/[aeiouyäö]/.test(word))
    return { word, forms: [word], starts: [word] }
  const forms = new Set([word])
  const starts = new Set([word])
  for (const { stem, plural } of guessStems(word)) {
    const basic = nominatives(stem)
    for (const one of basic) {
      forms.add(one)
      const part = /e$/.test(one) ? 'tt' : /[sn]$/.test(one) ? 't' : undefined
      if (part) forms.add(one + part + (isBack(one) ? 'a' : 'ä'))
    }
    const weak = soften(stem)
    for (const one of inflect(stem, weak)) forms.add(one)
    if (plural) continue
    for (const one of basic) if (one.length >= SHORTEST) starts.add(one)
    for (const one of weak) if (one.length + 1 >= SHORTEST_GENITIVE) starts.add(`${one}n`)
  }
  return { word, forms: [...forms], starts: [...starts] }
}

type Stem = { stem: string; plural?: boolean }

/** The vowel stems in the strong grade that the word may be a form of. */
function guessStems(word: string): Stem[] {
  const found = [...ofNominative(word), ...ofPartitive(word), ...ofGenitive(word)]
  for (const [ending, grade] of endings) {
    const rest = ending.exec(word)?.[1]
    if (!rest || rest.length < 3) continue
    const bases = grade.startsWith('plural') ? ofPlural(rest) : [rest]
    const plural = bases.length > 1
    for (const base of bases)
      for (const stem of grade.endsWith('weak') ? strengthen(base) : [base])
        if (!plural || !isBrief(stem)) found.push({ stem, plural })
  }
  return found
}

/** Endings with the grade of what stands before them: a syllable that they close has the weak one. */
const endings: readonly (readonly [RegExp, 'weak' | 'strong' | 'plural weak' | 'plural strong'])[] = [
  [/^(.+[aeiouyäö])(?:n|t|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi)$/, 'weak'],
  [/^(.+i)(?:ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi)$/, 'plural weak'],
  [/^(.+(?:a(?=an)|e(?=en)|i(?=in)|o(?=on)|u(?=un)|y(?=yn)|ä(?=än)|ö(?=ön)))[aeiouyäö]n$/, 'strong'],
  [/^(.+[aeiouyäö])(?:a|ä|na|nä)$/, 'strong'],
  [/^(.+i)(?:a|ä|en|in|na|nä)$/, 'plural strong'],
  [/^(.+i)(?:ta|tä|den|tten|hin)$/, 'plural strong'],
  [/^(.+[oöuye])(?:ja|jä|jen)$/, 'plural strong'],
]

/** kuki- → kuka, kuki, kuke · kauppo- → kauppa, kauppo · mökke- → mökki · asukkai- → asukkaa · vuosi- → vuote. */
function ofPlural(stem: string): string[] {
  const before = stem.replace(/i$/, '')
  if (/[aeiouyäö]$/.test(before) || !stem.endsWith('i')) {
    if (before.endsWith('o')) return [before, `${before.slice(0, -1)}a`]
    if (before.endsWith('ö')) return [before, `${before.slice(0, -1)}ä`]
    if (before.endsWith('e')) return [`${before.slice(0, -1)}i`, `${before}e`]
    return [before, `${before}${before.at(-1)}`]
  }
  const lost = before.endsWith('s') ? [`${before.slice(0, -1)}te`] : []
  return [...lost, `${before}${isBack(before) ? 'a' : 'ä'}`, `${before}i`, `${before}e`]
}

function* ofNominative(word: string): Generator<Stem> {
  const cut = (n: number) => word.slice(0, -n)
  if (/[aouyäö]$/.test(word)) yield { stem: word }
  if (/[^aeiouyäö]i$/.test(word)) {
    yield { stem: word }
    yield { stem: `${cut(1)}e` }
    if (/([eouyäö]|au)si$/.test(word)) yield { stem: `${cut(2)}te` }
  }
  if (/[^aeiouyäö]e$/.test(word)) for (const stem of strengthen(word)) yield { stem: `${stem}e` }
  if (/[^aeiouyäö][aä]s$/.test(word))
    for (const stem of strengthen(cut(1))) yield { stem: `${stem}${stem.at(-1)}` }
  if (/[aeiouyäö]s$/.test(word)) yield { stem: `${cut(1)}kse` }
  if (/[aeiouyäö][uy]s$|[uy]{2}s$/.test(word)) yield { stem: `${cut(1)}te` }
  if (/nen$/.test(word)) yield { stem: `${cut(3)}se` }
  if (/[^aeiouyäö]in$/.test(word)) yield { stem: `${cut(1)}me` }
}

/** asukasta · liikettä · terveyttä */
function* ofPartitive(word: string): Generator<Stem> {
  const [, short, long] = /^(.+s)t[aä]$|^(.+[aeiouyäö])tt[aä]$/.exec(word) ?? []
  if (short ?? long?.endsWith('e')) yield* ofNominative((short ?? long) as string)
  if (long) yield { stem: `${long}te` }
}

/** suomalaisten */
function* ofGenitive(word: string): Generator<Stem> {
  const rest = /^(.+is)ten$/.exec(word)?.[1]
  if (rest) yield { stem: `${rest}e` }
}

/** What a word with this stem is called: joke → joki, asukkaa → asukas, hankkee → hanke, yritykse → yritys. */
function nominatives(stem: string): string[] {
  const cut = (n: number) => stem.slice(0, -n)
  if (/([aä])\1$/.test(stem)) return soften(cut(1)).map((one) => `${one}s`)
  if (/ee$/.test(stem)) return soften(cut(1))
  if (/kse$/.test(stem)) return [`${cut(3)}s`]
  if (/[aeiouyäö]se$/.test(stem)) return [`${cut(2)}nen`, `${cut(1)}i`]
  if (/[uy]te$/.test(stem)) return [`${cut(2)}s`, `${cut(2)}si`]
  if (/[aeouyäö]te$/.test(stem)) return [`${cut(2)}si`]
  if (/ime$/.test(stem)) return [`${cut(2)}n`]
  if (/[^aeiouyäö]e$/.test(stem)) return [`${cut(1)}i`]
  return [stem]
}

/** Forms by whose stems every form of the word is found. */
function inflect(strong: string, weak: readonly string[]): string[] {
  const last = strong.at(-1) ?? ''
  const forms = [
    ...['A', `${last}n`, 'nA'].map((ending) => strong + ending),
    ...(/ise$/.test(strong) ? [`${strong.slice(0, -1)}ten`] : []),
    ...weak.flatMap((one) => ['n', 't', 'ssA', 'llA', 'lle', 'ksi'].map((ending) => one + ending)),
    ...pluralsOf(strong).flatMap((one) => (isBrief(strong) && !/oi$/.test(one) ? [] : openForms(one))),
    ...(isBrief(strong)
      ? []
      : weak.flatMap(pluralsOf).flatMap((one) => ['ssA', 'llA', 'lle'].map((end) => one + end))),
  ]
  return forms.map((form) => form.replaceAll('A', isBack(strong) ? 'a' : 'ä'))
}

/** Of such a word the plural leaves so little that it is the same of another: kota and koti, ilta and ilo. */
const isBrief = (stem: string) =>
  stem.length <= SHORTEST &&
  /[aä]$/.test(stem) &&
  soften(stem)
    .concat(strengthen(stem))
    .some((one) => one !== stem && !/[lr]k.$/.test(one))

/** Stems of the plural, up to its i: kukka → kukki, kauppa → kauppoi, mökki → mökkei, asukkaa → asukkai. */
function pluralsOf(stem: string): string[] {
  const [last, before] = [stem.at(-1) ?? '', stem.slice(0, -1)]
  if (/(.)\1$/.test(stem)) return [`${before}i`]
  if (/[ouyö]/.test(last)) return [`${stem}i`]
  if (/[aeouyäö]te$/.test(stem)) return [`${stem.slice(0, -2)}si`]
  if (last === 'i') return [`${before}ei`]
  const [plain, round] = [`${before}i`, `${before}${last === 'a' ? 'o' : 'ö'}i`]
  const syllables = stem.match(/[aeiouyäö]+/g) ?? []
  if (last === 'e') return [plain]
  if (syllables.length !== 2) return [plain, round]
  return last === 'a' && /^[aei]/.test(syllables[0] ?? '') ? [round] : [plain]
}

/** Partitive and genitive of a plural stem; its i becomes j between vowels. */
function openForms(stem: string): string[] {
  const before = stem.slice(0, -1)
  return /[aeiouyäö]$/.test(before)
    ? [`${before}jA`, `${before}jen`, `${stem}tA`, `${stem}den`]
    : [`${stem}A`, `${stem}en`]
}

const isBack = (stem: string) => /[aou](?!.*[yäö])/.test(stem)
