// What a password must be: twelve characters or more, and not one that everybody tries first.

const LEAST = 12

/**
 * Words that the lists of common passwords are made of. Such a password of twelve characters is one of these, written
 * with digits or signs around it, with letters swapped for look-alikes, or several of them in a row; so all those
 * forms are refused, and not only the ones that happened to be on a list.
 */
const common = `
  password passw0rd passwort salasana losenord lösenord qwerty qwertyuiop qwertz azerty asdfghjkl
  zxcvbnm asdf zxcv qazwsx qwer letmein welcome tervetuloa välkommen iloveyou rakastan admin
  administrator root user guest test testi master monkey dragon football jalkapallo jääkiekko hockey
  baseball basketball princess sunshine shadow superman batman pokemon starwars whatever trustno login
  hello moikka heippa kissa koira perkele saatana vittu suomi finland helsinki lappi lapland kemijarvi
  kemijärvi kunta kaupunki kommun municipality viestinta viestintä somewall changeme change vaihda
  default secret salainen internet computer tietokone samsung google facebook microsoft windows
  january february march april june july august september october november december tammikuu helmikuu
  maaliskuu huhtikuu toukokuu kesäkuu kesakuu heinäkuu heinakuu elokuu syyskuu lokakuu marraskuu
  joulukuu summer winter spring autumn kesä kesa talvi kevät kevat syksy michael jessica charlie
  jordan matti maija juhani maria mikko blink freedom cheese banana orange chocolate purple yellow abc
  abcd abcdef abcdefgh abcdefghijkl one two three the my is me`
const words = new Set(common.trim().split(/\s+/))
const longest = Math.max(...[...words].map((word) => word.length))
const twins: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

export type PasswordFault = 'short' | 'long' | 'common'

/** What is wrong with it, or undefined. `about` are words close to the person: name, e-mail, place. */
export function judgePassword(password: string, about: readonly string[] = []): PasswordFault | undefined {
  const text = password.normalize('NFC')
  if ([...text].length < LEAST) return 'short'
  if (Buffer.byteLength(text) > 1024) return 'long'
  if (new Set(text.toLowerCase()).size < 5 || isRun(text)) return 'common'
  const own = about
    .flatMap((one) => one.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((one) => one.length > 3)
  const known = new Set([...words, ...own])
  const reach = Math.max(longest, ...own.map((one) => one.length))
  return forms(text.toLowerCase()).some((form) => isMadeOf(form, known, reach)) ? 'common' : undefined
}

// As letters only, and again with the look-alikes read as letters.
function forms(text: string): string[] {
  const swapped = text.replace(/[013457@$!]/g, (sign) => twins[sign] ?? sign)
  const inner = text
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replace(/[013457@$!]/g, (sign) => twins[sign] ?? sign)
  return [text, swapped, inner].map((one) => one.replace(/[^\p{L}]/gu, ''))
}

function isMadeOf(text: string, known: ReadonlySet<string>, reach: number): boolean {
  const reached = [true]
  for (let end = 1; end <= text.length; end++)
    reached[end] = Array.from({ length: Math.min(end, reach) }, (_, back) => end - back - 1).some(
      (start) => reached[start] && known.has(text.slice(start, end)),
    )
  return reached[text.length] === true
}

// 123456789012, abcdefghijkl and the same backwards or repeated.
function isRun(text: string): boolean {
  const points = [...text].map((one) => one.codePointAt(0) ?? 0)
  const steps = points.slice(1).map((one, at) => Math.abs(one - (points[at] ?? 0)))
  const even = steps.filter((step) => step <= 1 || step === 9).length
  const half = text.slice(0, text.length / 2)
  return even >= steps.length - 1 || text === half + half
}
