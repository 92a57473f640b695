// How a post is named in a sentence or on a list: by whole words of its beginning.
import { expect, it } from 'vitest'
import { startOf } from '../../services/desk/parts.tsx'

it.each([
  ['Lumi tuli tänään', 48, 'Lumi tuli tänään'],
  [
    'Neulekerhossa ratkaistaan maailman asiat sukka kerrallaan. Tänä iltana',
    60,
    'Neulekerhossa ratkaistaan maailman asiat sukka kerrallaan…',
  ],
  ['Ruska means that the whole hillside turns red', 20, 'Ruska means that…'],
  ['Ensi-ilta  kylätalolla\n#kemijärvi #tuhannenjayhdentyöntarinat', 40, 'Ensi-ilta kylätalolla #kemijärvi…'],
  ['#tuhannenjayhdentyönmatkatoimisto', 20, '#tuhannenjayhdentyö…'],
  ['🦌🦌🦌🦌🦌', 4, '🦌🦌🦌…'],
])('%j within %i characters is %j', (text, most, start) => {
  expect(startOf({ title: null, text }, most)).toBe(start)
  expect(startOf({ title: text, text: 'muuta' }, most)).toBe(start)
})
