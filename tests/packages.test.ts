// What we install: no version with a known hole, no install script, a lock file that every npm accepts.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Package = {
  version: string
  resolved?: string
  integrity?: string
  hasInstallScript?: boolean
  dev?: boolean
  os?: string[]
  cpu?: string[]
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}
const root = new URL('..', import.meta.url)
const json = <T>(file: string) => JSON.parse(readFileSync(new URL(file, root), 'utf8')) as T
const { packages } = json<{ packages: Record<string, Package> }>('package-lock.json')
const ours = json<{
  dependencies: Record<string, string>
  allowScripts: Record<string, boolean>
  engines: { node: string }
}>('package.json')

const nameOf = (at: string) => at.slice(at.lastIndexOf('node_modules/') + 'node_modules/'.length)
const installed = Object.entries(packages)
  .filter(([at]) => at !== '')
  .map(([at, one]) => ({ at, name: nameOf(at), ...one }))

/** True when the version is at least the floor; a pre-release is below its release. */
function atLeast(version: string, floor: string): boolean {
  const numbers = (text: string) => text.split('-')[0]?.split('.').map(Number) ?? []
  const [mine, least] = [numbers(version), numbers(floor)]
  const differs = [0, 1, 2].find((nth) => mine[nth] !== least[nth])
  return differs === undefined ? !version.includes('-') : (mine[differs] ?? 0) > (least[differs] ?? 0)
}

/** The lowest versions without a published hole that concerns us, by major where two lines are kept. */
const floors: [name: string, floor: string, since: string][] = [
  ['hono', '4.13.11', 'static files decoded twice, GHSA-5r4p-p66f-jhc7'],
  ['@hono/node-server', '2.1.3', 'static files decoded twice'],
  ['undici', '8.10.2', 'decompression without a limit, CVE-2026-22036, -1526, -84890'],
  ['sanitize-html', '2.17.4', 'xmp let scripts through, GHSA-rpr9-rxv7-x643'],
  ['fast-xml-parser', '5.10.1', 'entities and names, CVE-2026-26278, -33036, -73569'],
  ['dompurify', '3.2.4', 'mutation XSS'],
]

describe('versions', () => {
  test.each(floors)('%s is not below %s (%s)', (name, floor) => {
    const below = installed.filter((one) => one.name === name && !atLeast(one.version, floor))
    expect(below.map((one) => `${one.at} ${one.version}`)).toEqual([])
  })

  test('what is installed is what the lock file says', () => {
    const names = [...floors.map(([name]) => name), ...Object.keys(ours.dependencies)]
    const wrong = installed
      .filter((one) => names.includes(one.name))
      .filter((one) => json<Package>(`${one.at}/package.json`).version !== one.version)
    expect(wrong).toEqual([])
  })

  test('the undici inside the running Node is not below its floor', () => {
    const { undici = '0.0.0' } = process.versions
    expect(atLeast(undici, undici.startsWith('7.') ? '7.29.1' : '8.10.2')).toBe(true)
  })

  test.each([
    ['4.13.11', '4.13.11', true],
    ['4.13.2', '4.13.11', false],
    ['4.14.0', '4.13.11', true],
    ['3.99.99', '4.13.11', false],
    ['4.13.11-rc.1', '4.13.11', false],
    ['10.0.0', '9.9.9', true],
  ])('%s is at least %s: %s', (version, floor, expected) => {
    expect(atLeast(version, floor)).toBe(expected)
  })
})

describe('the lock file', () => {
  test('has an entry for every optional package, as npm 10, 11 and 12 want it (npm run lock adds them)', () => {
    const known = new Set(installed.map((one) => one.name))
    const wanted = Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}))
    expect(wanted.length).toBeGreaterThan(50)
    expect(wanted.filter((name) => !known.has(name))).toEqual([])
  })

  test('names no host: packages come from the registry of whoever installs them', () => {
    expect(installed.filter((one) => one.resolved).map((one) => one.at)).toEqual([])
  })

  test('pins the content of every package, but of those for platforms that a registry may lack', () => {
    const loose = installed.filter((one) => !one.integrity && !one.os?.length && !one.cpu?.length)
    expect(loose.map((one) => one.at)).toEqual([])
  })
})

describe('supply chain', () => {
  test('no package gets to run an install script, and each that has one is named as refused', () => {
    const scripts = new Set(installed.filter((one) => one.hasInstallScript).map((one) => one.name))
    expect(Object.keys(ours.allowScripts).sort()).toEqual([...scripts].sort())
    expect(Object.values(ours.allowScripts).filter(Boolean)).toEqual([])
  })

  test('at most 29 packages stand in the running service', () => {
    expect(Object.keys(ours.dependencies).length).toBeLessThanOrEqual(29)
  })

  test('each of them says in docs/adr/0001-dependencies.md what it is for', () => {
    const text = readFileSync(new URL('docs/adr/0001-dependencies.md', root), 'utf8')
    const lines = text.split('\n').filter((line) => line.startsWith('| `'))
    const named = lines.map((line) => /^\| `([^`]+)`/.exec(line)?.[1])
    expect(named.sort()).toEqual(Object.keys(ours.dependencies).sort())
    for (const line of lines) expect(line.split('|').filter((cell) => cell.trim()).length).toBe(6)
  })
})
