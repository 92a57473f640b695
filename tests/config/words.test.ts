// The words and the code need each other: every refusal has its words, and every kind of fault is told.
import { describe, expect, test } from 'vitest'
import { messages } from '../../config/messages/index.ts'
import { faultKinds } from '../../services/errors.ts'
import { readHouse } from '../house.ts'

const source = readHouse(new URL('../..', import.meta.url).pathname)
  .filter(({ path }) => !/^tests\/|^config\/messages\/|\.css$/.test(path))
  .map(({ lines }) => lines.join('\n'))
  .join('\n')
const keys = Object.keys(messages.fi)

describe('words', () => {
  test('every refusal has a title and says what to do', () => {
    const codes = [...source.matchAll(/\bnew Refusal\(\s*'([^']+)'/g)].map(([, code]) => code as string)
    expect(codes.length).toBeGreaterThan(5)
    const missing = codes
      .flatMap((code) => [`error.${code}`, `error.${code}.detail`])
      .filter((key) => !keys.includes(key))
    expect([...new Set(missing)]).toEqual([])
  })

  test('every kind of fault is told in words', () => {
    for (const kind of faultKinds)
      expect(
        keys.some((key) => key.startsWith(`fault.${kind}`)),
        kind,
      ).toBe(true)
  })
})
