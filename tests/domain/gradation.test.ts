// Consonant gradation as tables: the weak grade of a strong stem, and back again among what may be meant.
import { describe, expect, test } from 'vitest'
import { soften, strengthen } from '../../services/domain/gradation.ts'

const pairs =
  `kukka kuka, kauppa kaupa, matto mato, kirkko kirko, kaupunki kaupungi, lampe lamme, hinta hinna,
  silta silla, parta parra, tupa tuva, katu kadu, lahte lahde, halpa halva, joke joe, tuke tue, puku puvu, kyky kyvy,
  jälke jälje, arke arje, kurke kurje, poika poja, aika aja, jalka jala, ruoka ruoa`
    .split(',')
    .map((pair) => pair.trim().split(' ') as [string, string])

describe('consonant gradation', () => {
  test.each(pairs)('%s has the weak grade %s, and comes from it', (strong, weak) => {
    expect(soften(strong)).toContain(weak)
    expect(strengthen(weak)).toContain(strong)
  })

  test.each(['metsä', 'kala', 'kesä', 'matka', 'posti', 'asukkaa', 'hankkee', 'koulu', 'sauna'])(
    '%s stays as it is',
    (stem) => {
      expect(soften(stem)).toEqual([stem])
      expect(strengthen(stem)).toContain(stem)
    },
  )
})
