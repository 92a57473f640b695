// A foreign answer without anybody's data: its structure stays, its words, names, numbers and ids are made up.

/** Makes up as many numbers for a word as it has signs, always the same ones for the same word. */
export type Dice = (word: string) => readonly number[]

/** Fields whose values are the platforms' own words: kinds, states, languages. Nobody writes them freely. */
const vocabulary = new Set(
  (
    'type kind $type $link mimeType mime_type media_type media_product_type visibility privacyStatus uploadStatus ' +
    'liveBroadcastContent license dimension definition projection caption lang langs language version namespaces ' +
    'defaultLanguage defaultAudioLanguage state period status status_type val error code reason rel medium encoding'
  ).split(' '),
)
const plainWord = /^[\w#.:/+-]{1,60}$/
/** A field as programmers name it; whatever looks otherwise may be somebody's name, used as a key. */
const field = /^[a-z@$_][\w@$:-]{0,39}$/i
const day = /^\d{4}-\d\d-\d\d$/

/** A parsed answer. */
export function scrubValue(value: unknown, dice: Dice, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => scrubValue(one, dice, key))
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        field.test(name) || day.test(name) ? name : scrubText(name, dice),
        scrubValue(one, dice, name),
      ]),
    )
  if (typeof value === 'number') return scrubNumber(value, dice)
  if (typeof value !== 'string') return value
  return vocabulary.has(key) && plainWord.test(value) ? value : scrubText(value, dice)
}

function scrubNumber(value: number, dice: Dice): number {
  const made = Number(scrubWord(String(value), dice))
  return Number.isFinite(made) ? made : 0
}

const tags =
  'a abbr article aside b blockquote body br code dd div dl dt em embed figcaption figure footer h1 h2 h3 h4 h5 h6 ' +
  'header hr html i iframe img li main nav ol p picture pre s section source span strong sub sup svg table tbody td ' +
  'tfoot th thead time title tr u ul video'
const attributes = 'alt class datetime height href id lang rel src srcset style target title width'
/** What belongs to the structure and is kept: tags and attributes of HTML, signs written as names, schemes, moments. */
const structure = new RegExp(
  [
    `</?(?:${tags.replaceAll(' ', '|')})(?=[\\s/>])`,
    `(?<=\\s)(?:${attributes.replaceAll(' ', '|')})(?==["'])`,
    '&(?:amp|lt|gt|quot|apos|nbsp|#\\d{1,7}|#x[\\da-f]{1,6});',
    '\\b(?:https?|at|did|urn|tag|mailto)(?=:)|(?<=did:)(?:plc|web)(?=:)|\\b(?:app\\.bsky|com\\.atproto)\\.[\\w.]+',
    '<!\\[CDATA\\[|\\]\\]>',
    '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?',
    '\\d{4}-\\d\\d-\\d\\d(?= |$)',
    '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{1,2} [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d(?::\\d\\d)? ' +
      '(?:[A-Z]{1,4}|[+-]\\d{4})',
    '\\bP(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?(?![\\p{L}\\p{N}])',
    '(?<word>[\\p{L}\\p{M}\\p{N}]+)',
  ].join('|'),
  'gu',
)

/** Words in text, in HTML and in addresses; the time of day of a moment goes, its day stays. */
export function scrubText(text: string, dice: Dice): string {
  return text.replace(structure, (found, ...more) => {
    const { word } = more.at(-1) as { word?: string }
    if (word !== undefined) return scrubWord(word, dice)
    return found.replace(/(?<=[T ])\d\d:\d\d(:\d\d)?(\.\d+)?/, (time) => time.replace(/\d/g, '0'))
  })
}

const vowels = 'aeiou'
const consonants = 'bdfghjklmnprstv'

function scrubWord(word: string, dice: Dice): string {
  const numbers = dice(word.toLowerCase())
  return [...word]
    .map((sign, at) => {
      const n = numbers[at % numbers.length] ?? 0
      // A number must not begin with a nought that it did not begin with.
      if (/\d/.test(sign)) return sign === '0' && at === 0 ? '0' : String(at === 0 ? 1 + (n % 9) : n % 10)
      if (!/\p{L}/u.test(sign)) return sign
      const letters = at % 2 ? vowels : consonants
      const made = letters[n % letters.length] ?? 'x'
      return sign === sign.toLowerCase() ? made : made.toUpperCase()
    })
    .join('')
}

/** A document of XML: names of elements and attributes stay, with what says how it is to be read. */
export function scrubXml(text: string, dice: Dice): string {
  const attribute = /([\w:.-]+)(\s*=\s*)("[^"]*"|'[^']*')/g
  return text.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[^>]*>|[^<]+/g, (part) => {
    if (part.startsWith('<!--')) return ''
    if (!part.startsWith('<') || part.startsWith('<![')) return scrubText(part, dice)
    return part.replace(attribute, (_, name: string, is: string, quoted: string) => {
      const kept = /^xmlns|^(?:ispermalink|domain)$/i.test(name) || vocabulary.has(name)
      return `${name}${is}${kept ? quoted : scrubText(quoted, dice)}`
    })
  })
}
