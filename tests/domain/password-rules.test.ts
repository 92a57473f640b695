// Which passwords are refused, and that ordinary long ones are not.
import { describe, expect, it } from 'vitest'
import { judgePassword } from '../../services/domain/password-rules.ts'

describe('a password', () => {
  it.each(['', 'lyhyt', 'yksitoista!', 'ääääääääää1'])('under twelve characters is short: %s', (text) => {
    expect(judgePassword(text)).toBe('short')
  })
  it('of a kilobyte is too long to hash', () => {
    expect(judgePassword('aä'.repeat(400))).toBe('long')
  })
  it.each([
    'password1234',
    'Password2026!',
    'P@ssw0rd1234',
    'salasana1234',
    'SalasanaSalasana',
    'qwertyuiop123',
    'qwertyqwerty',
    '123456789012',
    'abcdefghijklm',
    'aaaaaaaaaaaaaa',
    'abcabcabcabc',
    'Kemijärvi2026',
    'kemijarvi123456',
    'tervetuloa2026',
    'talvi2026kesä2027',
    'iloveyou1234',
    'letmeinletmein',
    'marraskuu2026!',
  ])('that everybody tries first is common: %s', (text) => {
    expect(judgePassword(text)).toBe('common')
  })
  it('made of one’s own name or address is common', () => {
    expect(judgePassword('johannakivela1', ['Johanna Kivelä', 'johanna.kivela@example.org'])).toBe('common')
    expect(judgePassword('johannakivela1')).toBeUndefined()
  })
  it.each([
    'hirvi-ratas-lokki-seitsemän',
    'correct horse battery staple',
    'Kuusi vanhaa venettä',
    'x8#Kq2!vLr9$',
    'ystävällinen naapuri kairaa',
  ])('that is long and its owner’s own is good: %s', (text) => {
    expect(judgePassword(text)).toBeUndefined()
  })
})
