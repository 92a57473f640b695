// Keys: purposes differ, an old key still opens and verifies, and nothing altered passes.

import { describe, expect, test } from 'vitest'
import { digestOf, makeKeys, randomSecret, sameText } from '../../services/keys.ts'
import { fc } from '../chance.ts'

const [FIRST, SECOND, THIRD] = ['a'.repeat(32), 'b'.repeat(32), 'c'.repeat(32)] as const
const keys = makeKeys(FIRST)
const changed = makeKeys(SECOND, FIRST)
const stranger = makeKeys(THIRD, SECOND)

describe('signing', () => {
  test('a signature holds for its text and its purpose only', () => {
    const signature = keys.sign('links', 'p_1')
    expect(keys.verify('links', 'p_1', signature)).toBe(true)
    expect(keys.verify('links', 'p_2', signature)).toBe(false)
    for (const other of ['sessions', 'tokens', 'forms'] as const)
      expect(keys.verify(other, 'p_1', signature)).toBe(false)
    expect(keys.verify('links', 'p_1', `${signature.slice(0, -1)}`)).toBe(false)
    expect(keys.verify('links', 'p_1', '')).toBe(false)
  })

  test('after a change of key, what the old one signed still holds, and the new one signs', () => {
    expect(changed.verify('links', 'p_1', keys.sign('links', 'p_1'))).toBe(true)
    expect(changed.sign('links', 'p_1')).not.toBe(keys.sign('links', 'p_1'))
    expect(keys.verify('links', 'p_1', changed.sign('links', 'p_1'))).toBe(false)
    expect(stranger.verify('links', 'p_1', keys.sign('links', 'p_1'))).toBe(false)
  })
})

describe('sealing', () => {
  test('what is sealed opens to the same text, and twice the same text looks different', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = keys.seal(text)
        expect(keys.unseal(sealed)).toBe(text)
        expect(keys.seal(text)).not.toBe(sealed)
        expect(changed.unseal(sealed)).toBe(text)
      }),
    )
  })

  test('a key that is gone opens nothing', () => {
    expect(() => stranger.unseal(keys.seal('token'))).toThrow('a key that is not given')
  })

  test('any altered part is refused, and so is a shortened tag', () => {
    const parts = keys.seal('the token of a place').split('.')
    for (const nth of [0, 1, 2, 3]) {
      const broken = parts.map((part, at) =>
        at === nth ? (part[0] === 'A' ? 'B' : 'A') + part.slice(1) : part,
      )
      expect(() => keys.unseal(broken.join('.'))).toThrow()
    }
    const short = Buffer.from(parts[2] as string, 'base64url')
      .subarray(0, 4)
      .toString('base64url')
    expect(() => keys.unseal([parts[0], parts[1], short, parts[3]].join('.'))).toThrow()
    for (const rubbish of ['', '.', '...', 'a.b.c.d', 'plain']) expect(() => keys.unseal(rubbish)).toThrow()
  })
})

test('texts are the same or not, whatever their length', () => {
  expect(sameText('salaisuus', 'salaisuus')).toBe(true)
  expect(sameText('salaisuus', 'salaisuut')).toBe(false)
  expect(sameText('salaisuus', 'salaisuu')).toBe(false)
  expect(sameText('ä', 'a')).toBe(false)
})

test('secrets carry 256 bits, never come twice, and are stored as something else', () => {
  const made = Array.from({ length: 1000 }, randomSecret)
  expect(new Set(made).size).toBe(1000)
  expect(made.every((one) => Buffer.from(one, 'base64url').length === 32)).toBe(true)
  expect(digestOf(made[0] as string)).not.toContain(made[0])
  expect(digestOf('a')).toBe(digestOf('a'))
})
