// Words: plurals, numbers and dates of each language, the visitor's language, and what every message must keep to.
import { describe, expect, test } from 'vitest'
import {
  chooseLanguage,
  formatDate,
  formatNumber,
  isKey,
  type Key,
  languages,
  pick,
  t,
} from '../../config/i18n.ts'
import { messages } from '../../config/messages/index.ts'

const NBSP = '\u00a0'
const HELSINKI = 'Europe/Helsinki'

/** A message made up for the test: `t` reads messages by key, so one is put there and taken away. */
function say(
  text: string,
  values: Parameters<typeof t>[2],
  language: (typeof languages)[number] = 'fi',
): string {
  const key = 'made-up' as Key
  messages[language][key] = text
  try {
    return t(language, key, values)
  } finally {
    delete (messages[language] as Record<string, string>)[key]
  }
}

describe('a message', () => {
  test.each([
    ['{n} {n|julkaisu|julkaisua}', { n: 1 }, '1 julkaisu'],
    ['{n} {n|julkaisu|julkaisua}', { n: 0 }, '0 julkaisua'],
    ['{n} {n|julkaisu|julkaisua}', { n: 22162 }, `22${NBSP}162 julkaisua`],
    ['{n|Yksi uusi|Uusia}', { n: '1' }, 'Yksi uusi'],
    ['Hei {name}, {name}', { name: 'Aino' }, 'Hei Aino, Aino'],
    ['{day}', { day: '19.11.2026' }, '19.11.2026'],
    ['{missing} {n}', { n: 2 }, '{missing} 2'],
    ['{a}', { a: '{b}', b: 'ei' }, '{b}'],
    ['{n|{x}|y', { n: 1 }, '{n|{x}|y'],
    [
      'alle {n} % päivistä klo 9, klo {h}',
      { n: 90, h: 12 },
      `alle 90${NBSP}% päivistä klo${NBSP}9, klo${NBSP}12`,
    ],
    ['klovni 3 ja 5 prosenttia', {}, 'klovni 3 ja 5 prosenttia'],
  ] as const)('%s with %j is %s', (text, values, expected) => {
    expect(say(text, values)).toBe(expected)
  })

  test('groups numbers as its language does', () => {
    expect(say('{n}', { n: 22162 }, 'en')).toBe('22,162')
    expect(say('{n}', { n: 22162 }, 'sv')).toBe(`22${NBSP}162`)
  })

  test('is known by its key', () => {
    expect(isKey('error.not-found')).toBe(true)
    expect(isKey('error.no-such-thing')).toBe(false)
    expect(isKey('toString')).toBe(false)
  })
})

describe('numbers', () => {
  test.each([
    ['fi', 1234567, `1${NBSP}234${NBSP}567`],
    ['sv', 1234567, `1${NBSP}234${NBSP}567`],
    ['en', 1234567, '1,234,567'],
    ['fi', 3.456, '3,456'],
    ['en', 3.5, '3.5'],
    ['fi', -12, '\u221212'],
    ['en', -12, '\u221212'],
    ['fi', -0.0004, '0'],
    ['fi', -0, '0'],
    ['fi', 999, '999'],
  ] as const)('%s: %d is %s', (language, value, expected) => {
    expect(formatNumber(language, value)).toBe(expected)
  })
})

describe('dates', () => {
  const evening = new Date('2026-11-18T22:05:00Z')
  test.each([
    ['fi', 'date', '19.11.2026'],
    ['fi', 'short', '19.11.'],
    ['fi', 'time', `19.11.2026 klo${NBSP}0.05`],
    ['sv', 'date', '19.11.2026'],
    ['sv', 'short', '19.11.'],
    ['sv', 'time', `19.11.2026 kl.${NBSP}0.05`],
    ['en', 'date', `19${NBSP}November${NBSP}2026`],
    ['en', 'short', `19${NBSP}Nov`],
    ['en', 'time', `19${NBSP}November${NBSP}2026, 00:05`],
  ] as const)('%s %s stands in the zone of the place: %s', (language, style, expected) => {
    expect(formatDate(language, evening, HELSINKI, style)).toBe(expected)
  })

  test('single digits stay single, and the hour follows summer time', () => {
    expect(formatDate('fi', new Date('2026-03-29T00:59:59Z'), HELSINKI, 'time')).toBe(
      `29.3.2026 klo${NBSP}2.59`,
    )
    expect(formatDate('fi', new Date('2026-03-29T01:00:00Z'), HELSINKI, 'time')).toBe(
      `29.3.2026 klo${NBSP}4.00`,
    )
    expect(formatDate('en', new Date('2026-01-01T00:00:00Z'), 'UTC')).toBe(`1${NBSP}January${NBSP}2026`)
  })
})

describe('the language of a visitor', () => {
  const all = ['fi', 'sv', 'en'] as const
  test.each([
    [undefined, undefined, 'fi'],
    ['sv', 'en', 'sv'],
    ['EN-gb', undefined, 'en'],
    ['de', 'sv', 'sv'],
    [undefined, 'sv-FI,sv;q=0.9,en;q=0.8', 'sv'],
    [undefined, 'de,en;q=0.5,fi;q=0.7', 'fi'],
    [undefined, 'en;q=0,sv;q=0.1', 'sv'],
    [undefined, 'fil,en;q=0.5', 'en'],
    [undefined, '*', 'fi'],
    [undefined, ';;q=,,=', 'fi'],
    [undefined, 'en;q=rubbish,sv;q=0.2', 'sv'],
  ])('asked for %s, accepting %s: %s', (asked, accept, expected) => {
    expect(chooseLanguage(asked, accept, all)).toBe(expected)
  })

  test('is found without reading an endless header', () => {
    expect(chooseLanguage(undefined, `${'x,'.repeat(100_000)}en`, all)).toBe('fi')
  })

  test('is only one that is offered, else the main one of the place', () => {
    expect(chooseLanguage('sv', 'sv,en;q=0.5', ['fi', 'en'])).toBe('en')
    expect(chooseLanguage('sv', 'de', ['en', 'fi'])).toBe('en')
  })

  test('a label answers in it, else in the main language, else in any', () => {
    expect(pick({ fi: 'Tarinat', en: 'Stories' }, 'en')).toBe('Stories')
    expect(pick({ fi: 'Tarinat', en: 'Stories' }, 'sv')).toBe('Tarinat')
    expect(pick({ fi: 'Tarinat', sv: 'Berättelser' }, 'en', 'sv')).toBe('Berättelser')
    expect(pick({ sv: 'Berättelser' }, 'en')).toBe('Berättelser')
  })
})

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)[|}]/g)].map(([, name]) => name).sort()
const all = languages.flatMap((language) =>
  Object.entries(messages[language]).map(([key, text]) => ({
    language,
    key,
    text,
    where: `${language} ${key}`,
  })),
)
const offenders = (is: (text: string, language: string) => boolean) =>
  all.filter((one) => is(one.text, one.language)).map((one) => `${one.where}: ${one.text}`)

describe('every message', () => {
  test('stands in all three languages and says something', () => {
    const keys = Object.keys(messages.fi).sort()
    expect(keys.length).toBeGreaterThan(40)
    for (const language of languages) expect(Object.keys(messages[language]).sort()).toEqual(keys)
    // A reason on a card may need no second line.
    const mayBeEmpty = all.filter((one) => /^why\..+\.text$/.test(one.key)).map((one) => `${one.where}: `)
    const silent = offenders((text) => text.trim() !== text || text === '')
    expect(silent.filter((one) => !mayBeEmpty.includes(one))).toEqual([])
  })

  test('names the same values in all three', () => {
    const unlike = Object.keys(messages.fi).filter((key) =>
      languages.some((language) => {
        const [mine, fi] = [messages[language][key as Key], messages.fi[key as Key]].map(
          (text) => new Set(placeholders(text)),
        )
        return [...(mine ?? [])].sort().join() !== [...(fi ?? [])].sort().join()
      }),
    )
    expect(unlike).toEqual([])
  })

  test('has placeholders that can be read: {name} or {name|one|many}', () => {
    expect(offenders((text) => /[{}]/.test(text.replace(/\{\w+(\|[^|{}]*\|[^|{}]*)?\}/g, '')))).toEqual([])
  })

  test('has no exclamation mark', () => {
    expect(offenders((text) => text.includes('!'))).toEqual([])
  })

  test('is set like print: no straight quotes, double spaces, three dots or hyphens for dashes', () => {
    expect(offenders((text) => /["'`]| {2}|\.\.\.| - |--/.test(text))).toEqual([])
  })

  test('quotes as its language does: ”Finnish” and ”svenska”, “English”', () => {
    expect(offenders((text, language) => (language === 'en' ? /„/ : /[“„]/).test(text))).toEqual([])
  })
})
