// What is wrong with a source, as a person reads it.
import { expect, it } from 'vitest'
import { type Key, t } from '../../config/i18n.ts'
import { faultWords } from '../../services/visit-words.ts'

const words = (key: Key, values: Record<string, string | number>) => t('fi', key, values)
const missing = (name: string) =>
  faultWords(words, {
    kind: 'posts',
    fault_kind: 'auth',
    fault_code: 'no-credentials',
    fault_values: { name },
  }).what

it('what a source lacks is called what its field on the form is called', () => {
  expect(missing('app_password')).toBe('Lähteeltä puuttuu avain (Sovellussalasana).')
  expect(missing('token')).toBe('Lähteeltä puuttuu avain (Matomon avain).')
  expect(missing('other')).toBe('Lähteeltä puuttuu avain (other).')
})

it('a fault without words of its own is told by its kind', () => {
  const told = faultWords(words, {
    kind: 'posts',
    fault_kind: 'busy',
    fault_code: 'never-heard-of',
    fault_values: {},
  })
  expect(told).toEqual(faultWords(words, { kind: 'posts', fault_kind: 'busy', fault_code: 'busy' }))
})
