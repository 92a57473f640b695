// Every fault has its words in three languages.
import { describe, expect, it } from 'vitest'
import { isKey, type Key, languages, t } from '../../config/i18n.ts'
import { messages } from '../../config/messages/index.ts'
import { thrownCodes } from '../thrown-codes.ts'

const parts = ['what', 'means', 'do']
const faults = Object.entries(messages.fi).filter(([key]) => key.startsWith('fault.'))
const codes = [...new Set(faults.map(([key]) => key.split('.')[1] ?? ''))]

describe('a fault in words', () => {
  it('has all three parts for every kind and every code that the workers throw', () => {
    const thrown = thrownCodes()
    expect(thrown.size).toBeGreaterThan(30)
    for (const code of thrown)
      for (const part of parts) expect(isKey(`fault.${code}.${part}`), `${code} ${part}`).toBe(true)
  })

  it('says something in every language, as sentences, and never that it does not know', () => {
    for (const language of languages)
      for (const code of codes)
        for (const part of parts) {
          const key = `fault.${code}.${part}`
          if (!isKey(key)) throw new Error(key)
          const text = t(language, key)
          expect(text, `${language} ${key}`).toMatch(/^[\p{Lu}{].{10,}(\.|\})$/u)
          expect(text).not.toMatch(/!|tuntemat|unknown|okän/i)
        }
  })

  it('takes the same values in every language', () => {
    const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
    for (const [key, fi] of faults)
      for (const language of ['sv', 'en'] as const)
        expect(holes(messages[language][key as Key]), `${language} ${key}`).toEqual(holes(fi))
  })
})
