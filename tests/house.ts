// The map of the source made from first lines, and the rules of the house: direction, length, first sentence.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export type SourceFile = { path: string; lines: string[]; imports: { from: string; typeOnly: boolean }[] }

const ROOMS = ['config', 'db', 'services', 'workers', 'main.ts']
/** Inside services, left may not import right; the rest of the room stands between domain and app. */
const FLOORS = ['domain', 'digest', 'api', 'desk', 'app']
const LONGEST_FILE = 250
const LONGEST_LINE = 120
const exemptLength = /^(config\/messages\/|db\/migrations\/|db\/schema\.ts|tests\/)|\.css$|fixtures\//

/** Every source file that git knows or would know. */
export function readHouse(root = process.cwd()): SourceFile[] {
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  return list
    .split('\n')
    .filter((path) => /\.(ts|tsx|mjs|css)$/.test(path) && existsSync(join(root, path)))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      return { path, lines: text.split('\n'), imports: path.endsWith('.css') ? [] : readImports(path, text) }
    })
}

function readImports(path: string, text: string): SourceFile['imports'] {
  const found: SourceFile['imports'] = []
  const pattern =
    /^(?:import|export)\s+(type\s+)?(?:([^'"]*?)\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm
  for (const [, type, names, direct, late] of text.matchAll(pattern)) {
    const target = direct ?? late ?? ''
    const named = /^\{([\s\S]*)\}$/.exec(names?.trim() ?? '')?.[1]
    const allTypes =
      Boolean(named?.trim()) &&
      named?.split(',').every((one) => !one.trim() || one.trim().startsWith('type '))
    found.push({
      from: target.startsWith('.') ? normalize(join(dirname(path), target)) : target,
      typeOnly: Boolean(type) || Boolean(allTypes),
    })
  }
  return found
}

const room = (path: string) => (path.includes('/') ? (path.split('/')[0] as string) : path)
const floor = (path: string) => {
  const inside = path.split('/')[1] ?? ''
  return inside === 'app.ts' ? 'app' : inside
}

/** Every breach of the house rules, one sentence each. */
export function complaints(files: SourceFile[]): string[] {
  return [...files.flatMap(breaches), ...cycles(files)]
}

function breaches({ path, lines, imports }: SourceFile): string[] {
  const found: string[] = []
  const home = room(path)
  if (!/^(\/\/|\/\*) ?\S.{10,}/.test(lines[0] ?? '') && !/\.test\.tsx?$/.test(path))
    found.push(`${path}: the first line does not say what the file is for`)
  if (!exemptLength.test(path) && lines.length > LONGEST_FILE + 1)
    found.push(`${path}: ${lines.length - 1} lines, at most ${LONGEST_FILE}`)
  if (!/^config\/messages\/|^db\/migrations\/|\.css$|fixtures\//.test(path))
    lines.forEach((line, at) => {
      if ([...line].length > LONGEST_LINE)
        found.push(`${path}:${at + 1}: ${[...line].length} columns, at most ${LONGEST_LINE}`)
    })
  const text = lines.join('\n')
  if (path !== 'config/env.ts' && !/^(tests|config\/\w[\w-]*\.mjs)/.test(path) && /process\.env\b/.test(text))
    found.push(`${path}: reads process.env, which only config/env.ts may`)
  if (path.startsWith('services/domain/') && /new Date\(\)|Date\.now\(\)|Math\.random/.test(text))
    found.push(`${path}: the domain has no clock and no chance; take them as parameters`)
  for (const { from, typeOnly } of imports) {
    const target = room(from)
    const pair = [ROOMS.indexOf(home), ROOMS.indexOf(target)] as const
    if (pair[0] >= 0 && pair[1] >= 0 && pair[1] > pair[0])
      found.push(`${path}: ${home} must not import ${from}`)
    if (home === 'widgets' && ROOMS.includes(target) && !typeOnly)
      found.push(`${path}: widgets import only types (${from})`)
    if (home !== 'tests' && target === 'tests') found.push(`${path}: imports from tests (${from})`)
    if (from === 'kysely' && !typeOnly && home !== 'db' && home !== 'tests')
      found.push(`${path}: SQL is spoken only in db`)
    if (from === 'undici' && path !== 'workers/http.ts' && home !== 'tests' && !typeOnly)
      found.push(`${path}: only workers/http.ts goes out`)
    if (home === 'services' && target === 'services') found.push(...floors(path, from))
  }
  return found
}

function floors(path: string, from: string): string[] {
  const [mine, theirs] = [FLOORS.indexOf(floor(path)), FLOORS.indexOf(floor(from))]
  const met = [floor(path), floor(from)].sort().join()
  if (met === 'api,desk') return [`${path}: api and desk never meet (${from})`]
  if (mine >= 0 && theirs > mine) return [`${path}: ${floor(path)} must not import ${from}`]
  if (floor(path) === 'domain' && theirs !== 0 && from !== 'services/errors.ts')
    return [`${path}: the domain imports only the domain (${from})`]
  return []
}

function cycles(files: SourceFile[]): string[] {
  const graph = new Map(
    files.map((file) => [file.path, file.imports.filter((one) => !one.typeOnly).map((one) => one.from)]),
  )
  const done = new Set<string>()
  const found: string[] = []
  const walk = (path: string, trail: string[]) => {
    const at = trail.indexOf(path)
    if (at >= 0) return void found.push(`a cycle: ${[...trail.slice(at), path].join(' > ')}`)
    if (done.has(path)) return
    for (const next of graph.get(path) ?? []) if (graph.has(next)) walk(next, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) walk(path, [])
  return found
}

/** The tree, a line a file, drawn from the first lines. */
export function drawMap(files: SourceFile[]): string {
  const lines: string[] = []
  let folder = ''
  for (const { path, lines: text } of files) {
    if (/\.test\.tsx?$/.test(path)) continue
    if (dirname(path) !== folder) {
      folder = dirname(path)
      lines.push('', folder === '.' ? '' : `${folder}/`)
    }
    const sentence = (text[0] ?? '').replace(/^(\/\/|\/\*)\s*|\s*\*\/$/g, '')
    lines.push(`  ${(path.split('/').at(-1) ?? '').padEnd(26)} ${sentence}`)
  }
  return lines.join('\n').trim()
}

if (process.argv[1]?.endsWith('house.ts')) {
  const files = readHouse()
  const found = complaints(files)
  if (process.argv.includes('--check')) {
    for (const line of found) console.error(line)
    if (found.length) process.exit(1)
    console.log(`${files.length} files keep the rules of the house`)
  } else console.log(drawMap(files))
}
