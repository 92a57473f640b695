// What is written for people says what the code does: settings, commands, channels, and the containers.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readEnv, secretNames, settingNames } from '../config/env.ts'
import { embedElement } from '../services/domain/embed-code.ts'
import { channels } from '../workers/channels/index.ts'

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
const readme = read('README.md')
const cells = (line: string) => line.split('|').map((cell) => cell.trim())
const rows = (heading: string) =>
  (readme.split(`## ${heading}\n`)[1]?.split(/\n## /)[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map(cells)

describe('the README', () => {
  test('begins with the two commands', () => {
    expect(
      readme
        .split('\n')
        .filter((line) => line.startsWith('npm ci'))
        .slice(0, 2),
    ).toEqual([
      expect.stringMatching(/^npm ci && npm run demo\b/),
      expect.stringMatching(/^npm ci && npm test\b/),
    ])
  })

  test('has every setting once, and marks those that are secret', () => {
    const named = rows('Settings').flatMap(([, names = '']) => names.split(','))
    const settings = named.map((one) => /`(\w+)`/.exec(one)?.[1])
    expect(settings.sort()).toEqual([...settingNames].sort())
    const marked = named.filter((one) => one.includes('\\*')).map((one) => /`(\w+)`/.exec(one)?.[1])
    expect(marked.sort()).toEqual([...secretNames].sort())
  })

  test('names only commands that there are, and all that people use', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const told = new Set(
      [...readme.matchAll(/npm run ([a-z:]+)|npm (start|test)\b/g)].map(([, a, b]) => a ?? b),
    )
    expect([...told].sort()).toEqual(
      Object.keys(scripts)
        .filter((name) => name !== 'postinstall')
        .sort(),
    )
  })

  test('has every channel with the rules that allow us to read it', () => {
    const told = rows('Channels').map(([, title, , terms]) => [title, terms])
    expect(told).toEqual(channels.map((one) => [one.title, one.terms]))
  })

  test('shows the embed code as the desk gives it', () => {
    const service = 'https://somewall.example.org'
    const asked = { service, place: 'kemijarvi', wall: 'etusivu', language: 'fi', title: 'Kemijärvi somessa' }
    expect(readme.replace(/^ {3}/gm, '')).toContain(embedElement(asked))
  })

  test('points to files that exist', () => {
    for (const [, file = ''] of readme.matchAll(/`?\b((?:docs|config|tests)\/[\w./-]+)/g))
      expect(existsSync(new URL(`../${file.replace(/\.$/, '')}`, import.meta.url)), file).toBe(true)
  })
})

describe('.env.example', () => {
  const lines = read('.env.example').split('\n')
  const given = lines.flatMap((line) =>
    /^(\w+)=(.*)$/.test(line) ? [line.split(/=(.*)/) as [string, string]] : [],
  )

  test('has every setting once', () => {
    expect(given.map(([name]) => name).sort()).toEqual([...settingNames].sort())
  })

  test('can be used as it stands', () => {
    const { env, warnings } = readEnv(Object.fromEntries(given))
    expect(warnings).toEqual([])
    expect(env.PUBLIC_URL).toBe('https://somewall.example.org')
  })
})

describe('docker-compose.yml', () => {
  type Service = { environment: Record<string, string>; volumes: string[]; command?: string }
  const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
    services: Record<string, Service>
  }

  test('sets only what is a setting of ours, and what PostgreSQL needs', () => {
    for (const name of ['api', 'worker'])
      for (const setting of Object.keys(services[name]?.environment ?? {}))
        expect(settingNames).toContain(setting)
    const password = {
      POSTGRES_PASSWORD: 'x',
      SECRET_KEY: 'k'.repeat(32),
      PUBLIC_URL: 'https://somewall.example.org',
    }
    for (const role of ['api', 'worker']) {
      const given = Object.entries(services[role]?.environment ?? {}).map(([name, text]) => [
        name,
        text.replace(
          /\$\{(\w+)(?::-([^}]*))?[^}]*\}/g,
          (_, one, or) => password[one as 'SECRET_KEY'] ?? or ?? '',
        ),
      ])
      const { env } = readEnv(Object.fromEntries(given))
      expect(env).toMatchObject({ ROLE: role, MEDIA_DIR: '/data/media', TRUSTED_PROXIES: ['172.16.0.0/12'] })
    }
  })

  test('lets api and worker see the same pictures, and nobody but a proxy the port', () => {
    expect(services.api?.volumes).toEqual(services.worker?.volumes)
    expect(parse(read('docker-compose.yml'), { merge: true }).services.api.ports).toEqual([
      '127.0.0.1:8080:8080',
    ])
  })
})
