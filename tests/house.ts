// The map of the source made from first lines, and the rules of the house: direction, length, first sentence.
import { globSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { dirname, join, normalize } from 'node:path/posix'

type Import = { from: string; typeOnly: boolean; names: string }
export type SourceFile = { path: string; lines: string[]; imports: Import[] }
type Rule = (file: SourceFile) => string[]

/** What stands left may not import what stands right of it. */
const ROOMS = ['config', 'db', 'services', 'workers', 'main.ts']
/** The same inside services; files beside these floors stand between domain and app. */
const FLOORS = ['domain', 'digest', 'api', 'desk', 'app']
const LONGEST_FILE = 250
const LONGEST_MEDIAN = 90
const LONGEST_LINE = 120
const NOT_OURS = new Set(['node_modules', 'data', 'coverage', '.git'])
const long = /^(config\/messages\/|db\/migrations\/|db\/schema\.ts|tests\/)|\.css$|\/fixtures\//
const wide = /^(config\/messages\/|db\/migrations\/)|\.css$|\/fixtures\//
/** The only files that hold nothing but a list of their neighbours. */
const lists = /^(config\/messages|db\/migrations|workers\/(channels|meters|jobs))\/index\.ts$/

/** Every source file under the root, read. */
export function readHouse(root = process.cwd()): SourceFile[] {
  return globSync('**/*.{ts,tsx,js,mjs,css}', { cwd: root, exclude: (name) => NOT_OURS.has(name) })
    .map((path) => path.split(sep).join('/'))
    .sort()
    .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')))
}

/** One file as the rules see it. */
export function readSource(path: string, text: string): SourceFile {
  return { path, lines: text.split('\n'), imports: path.endsWith('.css') ? [] : readImports(path, text) }
}

/** What stands between `import` and `from`, over any number of lines, but never over the head of another statement. */
const clause = /(?:(?!\b(?:import|export)\b)[\w$\s{},*])+?/.source

function readImports(path: string, text: string): Import[] {
  const code = text.replace(/^\s*\/\/.*$|^\s*\/\*[\s\S]*?\*\//gm, '')
  const patterns = [
    new RegExp(
      `^(?:import|export)\\s+(?<type>type\\s+)?(?<names>${clause})\\s+from\\s+['"](?<from>[^'"]+)`,
      'gm',
    ),
    /^import\s+['"](?<from>[^'"]+)/gm,
    /(?<type>\btypeof\s+)?\bimport\(\s*['"](?<from>[^'"]+)/gm,
    // A worker thread is an import too.
    /\bnew URL\(\s*['"](?<from>\.[^'"]+\.tsx?)['"],\s*import\.meta\.url/gm,
  ]
  return patterns
    .flatMap((pattern) => [...code.matchAll(pattern)])
    .map(({ groups }) => groups ?? {})
    .map(({ from = '', type, names = '' }) => ({
      from: from.startsWith('.') ? normalize(join(dirname(path), from)) : from,
      typeOnly: Boolean(type),
      names,
    }))
}

const room = (path: string) => path.split('/')[0] as string
const floor = (path: string) => (path === 'services/app.ts' ? 'app' : (path.split('/')[1] ?? ''))
const isTest = (path: string) => room(path) === 'tests'
const code = ({ lines }: SourceFile) => lines.filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line)).join('\n')

/** Every breach of the house rules, one sentence each. */
export function complaints(files: SourceFile[]): string[] {
  return [...files.flatMap((file) => rules.flatMap((rule) => rule(file))), ...cycles(files), ...median(files)]
}

/** A rule about the text of a file: where it holds, what may not stand there, and why. */
const never =
  (where: (path: string) => boolean, what: RegExp, why: string): Rule =>
  (file) =>
    where(file.path) && what.test(code(file)) ? [`${file.path}: ${why}`] : []

const inRooms = (path: string) => ROOMS.includes(room(path))

const rules: Rule[] = [
  function sentence({ path, lines }) {
    const said = /^(\/\/|\/\*) \S+( \S+){2,}\.( \*\/)?$/.test(lines[0] ?? '')
    return said ? [] : [`${path}: the first line does not say in a sentence what the file is`]
  },
  function length({ path, lines }) {
    const count = lines.length - (lines.at(-1) === '' ? 1 : 0)
    return long.test(path) || count <= LONGEST_FILE
      ? []
      : [`${path}: ${count} lines, at most ${LONGEST_FILE}`]
  },
  function columns({ path, lines }) {
    if (wide.test(path)) return []
    return lines.flatMap((line, at) => {
      const count = [...line].length
      return count > LONGEST_LINE ? [`${path}:${at + 1}: ${count} columns, at most ${LONGEST_LINE}`] : []
    })
  },
  function name({ path }) {
    const file = path.split('/').at(-1) as string
    if (/^index\./.test(file) && !lists.test(path)) return [`${path}: only the lists are called index`]
    if (/(^|[-.])(utils?|helpers?|managers?|common|misc)\.|[-.]service\./.test(file))
      return [`${path}: the name does not say what is inside`]
    return /^[a-z0-9-]+(\.test|\.config|\.d)?\.\w+$/.test(file) ? [] : [`${path}: names are kebab-case`]
  },
  never(
    (path) => inRooms(path) && path !== 'config/env.ts' && !path.endsWith('.mjs'),
    /\bprocess\.env\b|\benv\b[^\n=]*\} = process\b|from 'node:process'/,
    'reads process.env, which only config/env.ts may',
  ),
  never(
    (path) => ['services', 'workers', 'db'].includes(room(path)),
    /new Date\(\)|\bDate\.now\(\)/,
    'reads the time itself; the clock is a parameter',
  ),
  never(
    (path) => path.startsWith('services/domain/'),
    /Math\.random|randomUUID|randomBytes|performance\.now/,
    'the domain knows no chance and no time; take them as parameters',
  ),
  never(
    (path) => inRooms(path) && path !== 'workers/http.ts' && !path.endsWith('.js'),
    /(?:\bawait|\breturn|=|\(|,|\?|:)\s*fetch\(|globalThis\.fetch/,
    'only workers/http.ts goes out',
  ),
  never(
    (path) => inRooms(path) && path !== 'db/migrate.ts',
    /\bsql\.raw\(/,
    'text becomes SQL only in migrations; use parameters',
  ),
  never(
    (path) => !isTest(path),
    /^(export )?(abstract )?class (?!\w+ extends (Error|CannotStart|HTMLElement)\b)/m,
    'only errors and the element are classes',
  ),
  // Written so that this line does not find itself.
  (file) =>
    /\b(TO[D]O|FIX[M]E)\b/.test(file.lines.join('\n')) ? [`${file.path}: says that it is unfinished`] : [],
  (file) => file.imports.flatMap((one) => direction(file.path, one)),
]

function direction(path: string, { from, typeOnly, names }: Import): string[] {
  const [home, target] = [room(path), room(from)]
  const found: string[] = []
  const complain = (why: string) => void found.push(`${path}: ${why} (${from})`)
  if (ROOMS.includes(home) && ROOMS.indexOf(target) > ROOMS.indexOf(home))
    complain(`${home} never looks there`)
  if (home === 'widgets' && ROOMS.includes(target) && !typeOnly) complain('widgets import only types')
  if (target === 'widgets' && !typeOnly && !['widgets', 'tests', 'main.ts'].includes(home))
    complain('only main.ts builds the widget')
  if (target === 'tests' && home !== 'tests') complain('the house does not lean on its tests')
  if (isTest(path) || typeOnly) return [...found, ...(home === 'services' ? floors(path, from) : [])]
  if (/^kysely(\/|$)/.test(from) && home !== 'db') complain('SQL is spoken only in db')
  if (/^nodemailer(\/|$)/.test(from) && path !== 'workers/mail.ts')
    complain('only workers/mail.ts sends mail')
  if (from === 'openid-client' && path !== 'workers/entra.ts')
    complain('only workers/entra.ts asks a directory')
  const door = path === 'workers/http.ts'
  if (!door && from === 'undici') complain('only workers/http.ts goes out')
  if (!door && /^node:https?$/.test(from) && /\b(request|get)\b/.test(names))
    complain('only workers/http.ts goes out')
  if (home === 'services') found.push(...floors(path, from))
  if (floor(path) === 'domain' && /^(node:(?!crypto|util|assert)|hono\b|db\/(?!schema\.ts$))/.test(from))
    complain('the domain is pure')
  return found
}

function floors(path: string, from: string): string[] {
  if (room(from) !== 'services') return []
  const [mine, theirs] = [floor(path), floor(from)]
  if ([mine, theirs].sort().join() === 'api,desk') return [`${path}: api and desk never meet (${from})`]
  if (mine === 'domain' && theirs !== 'domain' && from !== 'services/errors.ts')
    return [`${path}: the domain imports only the domain (${from})`]
  const tooHigh = FLOORS.includes(mine) && FLOORS.indexOf(theirs) > FLOORS.indexOf(mine)
  return tooHigh || (theirs === 'app' && mine !== 'app') ? [`${path}: ${mine} never looks up (${from})`] : []
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

function median(files: SourceFile[]): string[] {
  const lengths = files
    .filter(({ path }) => !long.test(path))
    .map(({ lines }) => lines.length - 1)
    .sort((a, b) => a - b)
  const middle = lengths[Math.floor(lengths.length / 2)] ?? 0
  return middle > LONGEST_MEDIAN
    ? [`half of the files have over ${middle} lines, aim at ${LONGEST_MEDIAN}`]
    : []
}

/** The tree room by room, a line a file, drawn from the first lines; a test's sentence is its name. */
export function drawMap(files: SourceFile[]): string {
  const folders = Map.groupBy(
    files.filter(({ path }) => !/\.test\.tsx?$/.test(path)),
    ({ path }) => dirname(path),
  )
  const rank = (folder: string) => [...'.', ...ROOMS, 'widgets', 'tests'].indexOf(room(folder))
  return [...folders]
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([folder, inside]) => [`${folder}/`, ...inside.map(mapLine)].join('\n'))
    .join('\n\n')
}

function mapLine({ path, lines }: SourceFile): string {
  const sentence = (lines[0] ?? '').replace(/^(\/\/|\/\*)\s*|\s*\*\/$/g, '')
  return `  ${(path.split('/').at(-1) ?? '').padEnd(26)} ${sentence}`
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
