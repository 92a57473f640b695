// What is written for people says what the code does: settings, commands, channels, and the containers.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readEnv, secretNames, settingNames } from '../config/env.ts'
import { absentChannels, channels as channelNames, handedChannels } from '../config/place.ts'
import { embedElement } from '../services/domain/embed-code.ts'
import { channels } from '../workers/channels/index.ts'
import { meters } from '../workers/meters/index.ts'
import { readHouse } from './house.ts'
import { readDockerfile } from './image.ts'
import { redraw } from './readme.ts'

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
const readme = read('README.md')
const cells = (line: string) => line.split('|').map((cell) => cell.trim())
const rows = (heading: string) =>
  (readme.split(`## ${heading}\n`)[1]?.split(/\n## /)[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map(cells)

/** Packages that know a platform from elsewhere. */
const strangers = ['@atproto/api', '@googleapis/youtube']
const house = readHouse(new URL('..', import.meta.url).pathname)

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
      [...readme.matchAll(/npm run ([a-z:-]+)|npm (start|test)\b/g)].map(([, a, b]) => a ?? b),
    )
    expect([...told].sort()).toEqual(
      Object.keys(scripts)
        .filter((name) => name !== 'postinstall')
        .sort(),
    )
  })

  test('says of every channel what its declaration says: otherwise, npm run readme', () => {
    expect(readme).toBe(redraw(readme))
    const told = [...channels.map(({ name }) => name), ...handedChannels, ...absentChannels]
    expect([...told].sort()).toEqual([...channelNames].sort())
  })

  test.each([...channels, ...meters])(
    'does not say of $title that it is proven further than tests do',
    (one) => {
      const proofs = house.filter(({ imports }) =>
        imports.some(({ from }) => from.startsWith(`workers/channels/${one.name}`)),
      )
      const outside = house.filter(({ path }) => path.startsWith(`tests/sim/${one.name}`))
      const judged = proofs.some(({ path }) => path.startsWith('tests/judges/'))
      const compared = outside.some(({ imports }) => imports.some(({ from }) => strangers.includes(from)))
      const proven = { live: false, software: judged, types: compared, unproven: true }
      expect(proven[one.proof]).toBe(true)
    },
  )

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

const stages = readDockerfile(read('Dockerfile'))
const image = stages.at(-1) ?? []
const said = (word: string) => image.filter((one) => one.word === word).map((one) => one.rest)

describe('the Dockerfile', () => {
  const env = Object.fromEntries(
    said('ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('=') as [string, string])),
  )

  test('takes the Node that we need, the same in every stage', () => {
    const { engines, scripts } = JSON.parse(read('package.json'))
    const [, major] = /(\d+)\./.exec(engines.node) ?? []
    for (const [from] of stages) expect(from?.rest).toMatch(new RegExp(`^node:${major}-`))
    // Without npm in between, but the same command.
    const memory = Object.entries(env).flatMap(([name, value]) =>
      name.startsWith('MALLOC_') ? `${name}=${value}` : [],
    )
    expect(`${memory.join(' ')} exec ${JSON.parse(said('CMD')[0] ?? '').join(' ')}`).toBe(scripts.start)
  })

  test('sets only settings of ours, and says on which port it listens', () => {
    const { NODE_ENV, MALLOC_ARENA_MAX: _, MALLOC_TRIM_THRESHOLD_: __, ...ours } = env
    expect(NODE_ENV).toBe('production')
    expect(Object.keys(ours).filter((name) => !settingNames.includes(name))).toEqual([])
    expect(readEnv(ours).env).toMatchObject({
      HOST: '0.0.0.0',
      PORT: 8080,
      HEALTH_PORT: 8081,
      DATA_DIR: '/data',
    })
    expect([said('EXPOSE'), said('VOLUME')]).toEqual([['8080'], ['/data']])
  })

  test('is not run as root, and what builds it brings neither secrets nor what it does not need', () => {
    expect(image.findIndex((one) => one.word === 'USER')).toBeGreaterThan(0)
    expect(said('USER')).toEqual(['node'])
    const left = read('.dockerignore').trim().split('\n')
    expect(left).toEqual(expect.arrayContaining(['.git', '.env', 'secrets', 'node_modules', 'data']))
    for (const room of ['config', 'db', 'services', 'workers', 'widgets', 'tests', 'main.ts'])
      expect(left).not.toContain(room)
  })
})

describe('docker-compose.yml', () => {
  type Service = {
    environment: Record<string, string>
    volumes: string[]
    secrets: string[]
    healthcheck?: object
    restart: string
  }
  const { services, secrets } = parse(read('docker-compose.yml'), { merge: true }) as {
    services: Record<string, Service>
    secrets: Record<string, { file: string }>
  }
  const home = mkdtempSync(join(tmpdir(), 'somewall-docs-'))
  afterAll(() => rmSync(home, { recursive: true }))
  const content: Record<string, string> = {
    'database-url': 'postgres://somewall:x@postgres:5432/somewall',
    'secret-key': 'k'.repeat(32),
    'postgres-password': 'x',
  }

  test.each(['api', 'worker'])('sets for the %s only what is a setting of ours', (role) => {
    for (const [name, text] of Object.entries(content)) writeFileSync(join(home, name), text)
    const given = Object.entries(services[role]?.environment ?? {}).map(([name, text]) => [
      name,
      text
        .replace(/\$\{(\w+)(?::-([^}]*))?[^}]*\}/g, (_, one, or) =>
          one === 'PUBLIC_URL' ? 'https://somewall.example.org' : (or ?? ''),
        )
        .replace('/run/secrets', home),
    ])
    const known = [...settingNames, ...secretNames.map((name) => `${name}_FILE`)]
    expect(given.map(([name]) => name).filter((name) => !known.includes(name as string))).toEqual([])
    const { env, warnings } = readEnv(Object.fromEntries(given))
    expect(warnings).toEqual([])
    expect(env).toMatchObject({
      ...{ ROLE: role, MEDIA_DIR: '/data/media', TRUSTED_PROXIES: ['172.16.0.0/12'] },
      ...{ DATABASE_URL: content['database-url'], SECRET_KEY: content['secret-key'] },
    })
  })

  test('gives each secret as a file, to those that read it', () => {
    expect(Object.keys(secrets).sort()).toEqual(Object.keys(content).sort())
    for (const [name, { environment, secrets: given }] of Object.entries(services)) {
      const used = Object.values(environment).flatMap((text) => /^\/run\/secrets\/(.+)/.exec(text)?.[1] ?? [])
      expect([name, used.sort()]).toEqual([name, [...given].sort()])
    }
    for (const [name, { file }] of Object.entries(secrets)) expect(file).toBe(`./secrets/${name}`)
    expect(read('.gitignore')).toContain('secrets/')
  })

  test('starts again what has ended, and leaves the health check of the image to both roles', () => {
    for (const { restart } of Object.values(services)) expect(restart).toBe('unless-stopped')
    expect([services.api?.healthcheck, services.worker?.healthcheck]).toEqual([undefined, undefined])
    expect(said('HEALTHCHECK')).toHaveLength(1)
  })

  test('lets api and worker see the same pictures, and nobody but a proxy the port', () => {
    expect(services.api?.volumes).toEqual(services.worker?.volumes)
    expect(parse(read('docker-compose.yml'), { merge: true }).services.api.ports).toEqual([
      '127.0.0.1:8080:8080',
    ])
  })
})
