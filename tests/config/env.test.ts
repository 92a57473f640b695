// Settings: every complaint at once, in sentences; secrets from files; contradictions and misspellings seen.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BadSettings, oneLetterAway, readEnv, secretNames } from '../../config/env.ts'
import { fc } from '../chance.ts'

const KEY = 'k'.repeat(32)

function complain(from: Record<string, string>): string[] {
  try {
    readEnv(from)
  } catch (error) {
    if (error instanceof BadSettings) return error.complaints
    throw error
  }
  return []
}

describe('without any setting', () => {
  test('the service runs alone on this machine, with the embedded database and Kemijärvi', () => {
    const { env, warnings } = readEnv({})
    expect(env).toEqual({
      HOST: '127.0.0.1',
      PORT: 8080,
      PUBLIC_URL: 'http://127.0.0.1:8080',
      ROLE: 'all',
      DATA_DIR: './data',
      MEDIA_DIR: 'data/media',
      PLACE_FILE: ['config/places/kemijarvi.yaml'],
      FETCH_ALLOW: [],
      TRUSTED_PROXIES: [],
      EMBED_ORIGINS: ['*'],
      ENTRA_TENANTS: [],
      PLATFORM_URLS: {},
      LOG_LEVEL: 'info',
    })
    expect(warnings).toEqual([])
  })

  test('an empty setting is one that is not given, as compose files write it', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: '', SECRET_KEY_FILE: '' }).env.PORT).toBe(8080)
  })
})

describe('what is given', () => {
  test.each([
    [
      'the public address follows host and port',
      { HOST: '::1', PORT: '81' },
      'PUBLIC_URL',
      'http://[::1]:81',
    ],
    ['and has no slash at its end', { PUBLIC_URL: 'https://a.fi/' }, 'PUBLIC_URL', 'https://a.fi'],
    ['pictures stand in the data folder', { DATA_DIR: '/srv' }, 'MEDIA_DIR', '/srv/media'],
    ['or elsewhere', { DATA_DIR: '/srv', MEDIA_DIR: '/pics' }, 'MEDIA_DIR', '/pics'],
    ['lists are trimmed', { PLACE_FILE: ' a.yaml, b.yaml ,' }, 'PLACE_FILE', ['a.yaml', 'b.yaml']],
    ['ports of any kind of host', { FETCH_ALLOW: 'a:1,[::1]:65535' }, 'FETCH_ALLOW', ['a:1', '[::1]:65535']],
    ['networks too', { TRUSTED_PROXIES: '::1,10.0.0.0/8' }, 'TRUSTED_PROXIES', ['::1', '10.0.0.0/8']],
    [
      'platforms',
      { PLATFORM_URLS: '{"mastodon":"http://127.0.0.1:9000"}' },
      'PLATFORM_URLS',
      { mastodon: 'http://127.0.0.1:9000' },
    ],
  ] as const)('%s', (_, given, name, expected) => {
    expect(readEnv(given).env[name]).toEqual(expected)
  })

  test.each([
    { PORT: '0' },
    { PORT: '65535' },
    { HOST: '0.0.0.0' },
    { ROLE: 'api', DATABASE_URL: 'postgres://a:b@db/c', SECRET_KEY: KEY },
    { DATABASE_URL: 'postgresql:///somewall?host=/run/postgresql', SECRET_KEY: KEY },
    { SMTP_URL: 'smtps://a:b@mail.fi:465', MAIL_FROM: 'Kemijärven kaupunki <some@kemijarvi.fi>' },
    { SMTP_URL: 'smtp://mail.fi', MAIL_FROM: 'some@kemijarvi.fi' },
    { EMBED_ORIGINS: 'https://www.kemijarvi.fi, https://*.posio.fi, http://localhost:3000' },
    { ADMIN_EMAIL: 'a@b.fi', ADMIN_PASSWORD: 'a long enough one' },
    { SECRET_KEY: KEY, SECRET_KEY_OLD: 'o'.repeat(32) },
  ])('%j is taken', (given) => {
    expect(complain(given)).toEqual([])
  })
})

const TENANT = '1b4e28ba-2fa1-41d2-883f-0016d3cca427=kemijarvi'
const bad: [given: Record<string, string>, complaint: RegExp][] = [
  [{ PORT: 'http' }, /^PORT must be a whole number from 0 to 65535\.$/],
  [{ PORT: '65536' }, /^PORT must be a whole number/],
  [{ PORT: ' ' }, /^PORT must be a whole number/],
  [{ PORT: '0x50' }, /^PORT must be a whole number/],
  [{ HOST: 'http://0.0.0.0' }, /^HOST must be an address or a name .* without http:\/\/ or a port\.$/],
  [{ PUBLIC_URL: 'somewall.example.org' }, /^PUBLIC_URL must be an http or https address\.$/],
  [{ PUBLIC_URL: 'ftp://a.fi' }, /^PUBLIC_URL must be an http or https address\.$/],
  [{ PUBLIC_URL: 'https://a.fi/some' }, /^PUBLIC_URL must be only the host/],
  [{ PUBLIC_URL: 'https://a:b@a.fi' }, /^PUBLIC_URL must be only the host/],
  [{ ROLE: 'web' }, /^ROLE must be all, api or worker\.$/],
  [{ DATABASE_URL: 'mysql://a/b', SECRET_KEY: KEY }, /^DATABASE_URL must be a postgres:\/\/ address\.$/],
  [{ SECRET_KEY: 'short' }, /^SECRET_KEY must be at least 32 characters long\.$/],
  [{ ADMIN_TOKEN: 'short' }, /^ADMIN_TOKEN must be at least 32 characters long\.$/],
  [{ METRICS_TOKEN: 'short' }, /^METRICS_TOKEN must be at least 16 characters long\.$/],
  [{ ADMIN_EMAIL: 'aino', ADMIN_PASSWORD: 'a long enough one' }, /^ADMIN_EMAIL must be an e-mail address\.$/],
  [{ ADMIN_EMAIL: 'a@b.fi', ADMIN_PASSWORD: 'short' }, /^ADMIN_PASSWORD must be at least 12/],
  [{ FETCH_ALLOW: 'a.fi:80,a.fi' }, /^FETCH_ALLOW holds a\.fi, but each part must be host:port\.$/],
  [{ FETCH_ALLOW: 'a.fi:65536' }, /^FETCH_ALLOW holds a\.fi:65536/],
  [{ FETCH_ALLOW: 'http://a.fi:80' }, /^FETCH_ALLOW holds http:\/\/a\.fi:80/],
  [{ TRUSTED_PROXIES: 'nginx' }, /^TRUSTED_PROXIES holds nginx, but each part must be an address/],
  [{ TRUSTED_PROXIES: '10.0.0.0/33' }, /^TRUSTED_PROXIES holds 10\.0\.0\.0\/33/],
  [
    { EMBED_ORIGINS: 'kemijarvi.fi' },
    /^EMBED_ORIGINS holds kemijarvi\.fi, but each part must be \* or an origin/,
  ],
  [{ EMBED_ORIGINS: "*; script-src 'unsafe-inline'" }, /^EMBED_ORIGINS holds/],
  [
    { SMTP_URL: 'mail.fi:25', MAIL_FROM: 'a@b.fi' },
    /^SMTP_URL must be an smtp:\/\/ or smtps:\/\/ address\.$/,
  ],
  [{ SMTP_URL: 'smtp://mail.fi', MAIL_FROM: 'a@b.fi\nBcc: c@d.fi' }, /^MAIL_FROM must be an e-mail address/],
  [{ PLATFORM_URLS: 'http://127.0.0.1' }, /^PLATFORM_URLS must be JSON of channel to base address/],
  [{ PLATFORM_URLS: '{"mastodn":"http://a"}' }, /^PLATFORM_URLS must be JSON of channel/],
  [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of trace, debug, info/],
  [{ ROLE: 'api' }, /^ROLE=api needs DATABASE_URL: /],
  [{ ROLE: 'worker' }, /^ROLE=worker needs DATABASE_URL: /],
  [{ DATABASE_URL: 'postgres://a/b' }, /^DATABASE_URL is set, so SECRET_KEY is needed too/],
  [{ ADMIN_EMAIL: 'a@b.fi' }, /^Set both ADMIN_EMAIL and ADMIN_PASSWORD/],
  [{ ADMIN_PASSWORD: 'a long enough one' }, /^Set both ADMIN_EMAIL and ADMIN_PASSWORD/],
  [{ ENTRA_CLIENT_ID: 'app' }, /^Set all of ENTRA_TENANTS/],
  [{ ENTRA_SECRET_ENDS: '2027-05-31' }, /^ENTRA_SECRET_ENDS is the last day of ENTRA_CLIENT_SECRET/],
  [
    {
      ENTRA_TENANTS: TENANT,
      ENTRA_CLIENT_ID: 'app',
      ENTRA_CLIENT_SECRET: 'x',
      ENTRA_SECRET_ENDS: '31.5.2027',
    },
    /^ENTRA_SECRET_ENDS must be a day like 2027-05-31/,
  ],
  [
    { ENTRA_TENANTS: 'common=kemijarvi', ENTRA_CLIENT_ID: 'app', ENTRA_CLIENT_SECRET: 'x' },
    /^ENTRA_TENANTS holds common=kemijarvi, but each part must be the id/,
  ],
  [{ SMTP_URL: 'smtp://mail.fi' }, /^Set both SMTP_URL and MAIL_FROM/],
  [{ MAIL_FROM: 'a@b.fi' }, /^Set both SMTP_URL and MAIL_FROM/],
  [{ SECRET_KEY: KEY, SECRET_KEY_OLD: KEY }, /^SECRET_KEY and SECRET_KEY_OLD are the same/],
  [{ SECRET_KEY_OLD: KEY }, /^SECRET_KEY_OLD is set, so SECRET_KEY/],
]

describe('what cannot be used', () => {
  test.each(bad)('%j', (given, complaint) => {
    expect(complain(given)).toEqual([expect.stringMatching(complaint)])
  })

  test('every complaint comes at once, malformed and contradictory together', () => {
    const found = complain({
      PORT: 'x',
      ROLE: 'api',
      SECRET_KEY: 'short',
      ADMIN_EMAIL: 'a@b.fi',
      LOG_LEVEL: 'loud',
    })
    expect(found.map((one) => one.split(/[ =]/)[0])).toEqual([
      'PORT',
      'SECRET_KEY',
      'LOG_LEVEL',
      'ROLE',
      'Set',
    ])
    expect(found.join('\n')).not.toContain('short')
  })

  test('no text makes the reading break in another way than by complaints', () => {
    const names = [
      'HOST',
      'PORT',
      'PUBLIC_URL',
      'FETCH_ALLOW',
      'TRUSTED_PROXIES',
      'EMBED_ORIGINS',
      'PLATFORM_URLS',
    ]
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.string()), (given) => {
        expect(complain(given).every((one) => one.endsWith('.'))).toBe(true)
      }),
    )
  })
})

describe('secrets from files', () => {
  const home = mkdtempSync(join(tmpdir(), 'somewall-env-'))
  const file = (name: string, text: string) => {
    writeFileSync(join(home, name), text)
    return join(home, name)
  }
  let key: string
  beforeAll(() => {
    key = file('key', `\ufeff${KEY}\n`)
  })
  afterAll(() => rmSync(home, { recursive: true }))

  test.each(secretNames)('%s is also read from the file that %s_FILE names', (name) => {
    const value = { DATABASE_URL: 'postgres://a:b@c/d', SMTP_URL: 'smtp://mail.fi' }[name as string] ?? KEY
    const { env } = readEnv({
      SECRET_KEY: name === 'SECRET_KEY' ? undefined : 'y'.repeat(40),
      ADMIN_EMAIL: name === 'ADMIN_PASSWORD' ? 'a@b.fi' : undefined,
      MAIL_FROM: name === 'SMTP_URL' ? 'a@b.fi' : undefined,
      ...(name === 'ENTRA_CLIENT_SECRET' && { ENTRA_TENANTS: TENANT, ENTRA_CLIENT_ID: 'app' }),
      [`${name}_FILE`]: file(name, `${value}\n`),
    })
    expect(env[name]).toBe(value)
  })

  test('given in both ways, empty, missing or unreadable is said in a sentence', () => {
    expect(complain({ SECRET_KEY: KEY, SECRET_KEY_FILE: key })).toEqual([
      'Give SECRET_KEY or SECRET_KEY_FILE, not both.',
    ])
    expect(complain({ SECRET_KEY_FILE: file('none', ' \n') })).toEqual([
      `SECRET_KEY_FILE names ${join(home, 'none')}, which is empty.`,
    ])
    expect(complain({ X_BEARER_FILE: join(home, 'gone') })).toEqual([
      `X_BEARER_FILE names ${join(home, 'gone')}, which does not exist.`,
    ])
    expect(complain({ FLICKR_KEY_FILE: home })).toEqual([
      `FLICKR_KEY_FILE names ${home}, which cannot be read.`,
    ])
  })
})

describe('misspellings', () => {
  test.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['SERCET_KEY', 'SECRET_KEY'],
    ['SECRET_KEY_FIL', 'SECRET_KEY_FILE'],
    ['FETCH_ALLOWS', 'FETCH_ALLOW'],
    ['PROT', 'PORT'],
    ['database_url', 'DATABASE_URL'],
  ])('%s is taken for a misspelt %s', (name, meant) => {
    expect(readEnv({ [name]: 'x' }).warnings).toEqual([
      `${name} is not a setting of ours. Did you mean ${meant}?`,
    ])
  })

  test('what every machine has is no misspelling', () => {
    const usual =
      'PATH HOME USER SHELL LANG TERM PWD SHLVL TZ EDITOR HOSTNAME LOGNAME NODE_ENV CI TMPDIR MAIL _'
    expect(readEnv(Object.fromEntries(usual.split(' ').map((name) => [name, 'x']))).warnings).toEqual([])
  })

  test('one letter added, left out, changed or swapped is one letter; two are not', () => {
    const word = fc.stringMatching(/^[A-Z_]{4,12}$/)
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom(...'abc'), (name, n, letter) => {
        const at = n % name.length
        const [head, tail] = [name.slice(0, at), name.slice(at)]
        expect(oneLetterAway(name, name)).toBe(false)
        expect(oneLetterAway(name, head + letter + tail)).toBe(true)
        expect(oneLetterAway(name, head + tail.slice(1))).toBe(true)
        expect(oneLetterAway(name, head + letter + tail.slice(1))).toBe(true)
        expect(oneLetterAway(name, `${letter}${name}${letter}`)).toBe(false)
        const swapped = head + (tail[1] ?? '') + (tail[0] ?? '') + tail.slice(2)
        expect(oneLetterAway(name, swapped)).toBe(swapped !== name)
      }),
    )
  })
})
