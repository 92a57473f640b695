// The log: one JSON line an event, and no secret in it wherever it hides.
import { describe, expect, test } from 'vitest'
import { readEnv, secretNames } from '../../config/env.ts'
import { openLog } from '../../config/log.ts'

const marker = (name: string) => `marker-${name.toLowerCase()}-å"\\/${'x'.repeat(32)}`
const secrets = Object.fromEntries(
  secretNames.map((name) => [
    name,
    {
      DATABASE_URL: 'postgres://wall:base-Pass%20word@db/wall',
      SMTP_URL: 'smtps://wall:mail-passphrase@mail.fi',
    }[name as string] ?? marker(name),
  ]),
)
const entra = {
  ENTRA_TENANTS: '1b4e28ba-2fa1-41d2-883f-0016d3cca427=kemijarvi',
  ENTRA_CLIENT_ID: 'app',
}
const others = { ...entra, ADMIN_EMAIL: 'a@b.fi', MAIL_FROM: 'a@b.fi' }
const { env } = readEnv({ ...secrets, ...others, LOG_LEVEL: 'debug' })

/** What the log wrote, as text; every line must still be JSON. */
function write(use: (log: ReturnType<typeof openLog>) => void, more: string[] = []): string {
  const lines: string[] = []
  use(openLog(env, more, (line) => void lines.push(line)))
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
  return lines.join('')
}

describe('an event', () => {
  test('is one JSON line with its level, its time and its part', () => {
    const line = write((log) =>
      log.child({ part: 'collect' }).info({ source: 'uutiset', found: 3 }, 'collected'),
    )
    expect(JSON.parse(line)).toMatchObject({ level: 'info', part: 'collect', source: 'uutiset', found: 3 })
    expect(JSON.parse(line).time).toMatch(/^\d{4}-\d\d-\d\dT/)
    expect(line.endsWith('\n')).toBe(true)
  })

  test('below the level is not written', () => {
    expect(write((log) => log.trace('x'))).toBe('')
  })
})

describe('a secret is struck out', () => {
  test.each(secretNames)('%s: in the text, a deeper key, an error and its cause, an address', (name) => {
    const value = secrets[name] as string
    const text = write((log) => {
      log.info(`the text has ${value} inside`)
      log.info({ a: { b: [{ c: value }] } }, 'deeper')
      log.error({ err: new Error(`refused: ${value}`, { cause: new Error(value) }) }, 'broke')
      log.info({ url: `https://example.org/?q=${encodeURIComponent(value)}` }, 'asked')
      log.child({ value }).info('bound')
    })
    expect(text).not.toContain(JSON.stringify(value).slice(1, -1))
    expect(text).not.toContain(encodeURIComponent(value))
    expect(text.split('[secret]').length).toBeGreaterThan(5)
    expect(text).toContain('broke')
  })

  test('the password inside an address too, in both ways of writing it', () => {
    const text = write((log) => log.info('base-Pass%20word, base-Pass word and mail-passphrase'))
    expect(JSON.parse(text).msg).toBe('[secret], [secret] and [secret]')
  })

  test('one that is made while running', () => {
    expect(write((log) => log.info('made-at-the-first-start'), ['made-at-the-first-start'])).toContain(
      '[secret]',
    )
  })

  test.each([
    ['Authorization: Bearer abcdefgh12345678', 'Authorization: Bearer [secret]'],
    ['basic YWlubzpzYWxhaW5lbg==', 'basic [secret]'],
    [
      'https://graph.example/me?access_token=EAAB12345&fields=id',
      'https://graph.example/me?access_token=[secret]&fields=id',
    ],
    ['token_auth=0123456789abcdef', 'token_auth=[secret]'],
    ['postgres://aino:salasana@db/x', 'postgres://aino:[secret]@db/x'],
    ['answer {"access_token":"EAAB1","a":1}', 'answer {"access_token":"[secret]","a":1}'],
  ])('even an unknown one that looks like it: %s', (written, expected) => {
    expect(JSON.parse(write((log) => log.info(written))).msg).toBe(expected)
  })

  test('even an unknown one under a telling key, however deep, with quotes in it', () => {
    const text = write((log) =>
      log.info(
        { request: { headers: { cookie: 's=1', 'x-api-token': 'a"b\\c' }, body: { password: 'aino1' } } },
        'x',
      ),
    )
    expect(JSON.parse(text).request).toEqual({
      headers: { cookie: '[secret]', 'x-api-token': '[secret]' },
      body: { password: '[secret]' },
    })
  })

  test('and ordinary words stay', () => {
    const plain = 'The key of the family is #kemijärvi; see https://example.org/a:b/c and 12 tokens.'
    expect(JSON.parse(write((log) => log.info(plain))).msg).toBe(plain)
  })
})
