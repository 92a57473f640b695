// The words and the code need each other: every refusal has its words, and no message waits for a use.
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

  test('no message is left that nobody says', () => {
    const quoted = (pattern: RegExp) => [...source.matchAll(pattern)].map(([, text]) => text as string)
    const whole = new Set(quoted(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/g))
    // `error.${code}.detail` says every key of that shape, and 'say.' or 'remark-' every key that begins so.
    const shapes = quoted(/`([a-z][\w.-]*\.(?:\$\{[^`]*?\}[\w.-]*)+)`/g).map((text) =>
      text.split(/\$\{[^}]*\}+/),
    )
    const heads = quoted(/'([a-z]+)[.-]'/g).map((head) => [`${head}.`, ''])
    const said = (key: string) =>
      whole.has(key) || [...shapes, ...heads].some((parts) => fits(key, parts[0] ?? '', parts.at(-1) ?? ''))
    expect(keys.filter((key) => !said(key))).toEqual([])
  })
})

const fits = (key: string, head: string, tail: string) =>
  key.length > head.length + tail.length && key.startsWith(head) && key.endsWith(tail)
