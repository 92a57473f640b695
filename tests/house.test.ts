// The house keeps its rules, and each rule is able to fail.
import { describe, expect, test } from 'vitest'
import { complaints, drawMap, readHouse, readSource } from './house.ts'

const files = readHouse(new URL('..', import.meta.url).pathname)

/** What is wrong with a file of this text, its first sentence given. */
const judge = (path: string, ...text: string[]) =>
  complaints([readSource(path, `// A file made up for this test.\n${text.join('\n')}\n`)])

describe('the house', () => {
  test('keeps every rule', () => {
    expect(files.length).toBeGreaterThan(40)
    expect(complaints(files)).toEqual([])
  })

  test('is drawn as a map with a line for each file that is not a test', () => {
    const map = drawMap(files)
    expect(map).toMatch(/^ {2}env\.ts +The only reader of process\.env/m)
    const folders = map.split('\n').filter((line) => line.endsWith('/'))
    expect(folders).toEqual([...new Set(folders)])
    expect(folders.slice(0, 2)).toEqual(['./', 'config/'])
    expect(map).not.toContain('.test.ts')
    expect(map.split('\n').filter((line) => line.startsWith('  '))).toHaveLength(
      files.filter((file) => !file.path.includes('.test.ts')).length,
    )
  })
})

const refused: [rule: string, path: string, text: string, why: string][] = [
  ['config looks nowhere', 'config/a.ts', "import { b } from '../db/b.ts'", 'config never looks there'],
  [
    'db does not know services',
    'db/a.ts',
    "import type { B } from '../services/b.ts'",
    'db never looks there',
  ],
  [
    'services never call workers',
    'services/a.ts',
    "export * from '../workers/b.ts'",
    'services never looks there',
  ],
  ['workers do not know main', 'workers/a.ts', "import '../main.ts'", 'workers never looks there'],
  [
    'over many lines too',
    'db/a.ts',
    "import {\n  a,\n  b,\n} from '../workers/b.ts'",
    'db never looks there',
  ],
  ['and late', 'db/a.ts', "const a = await import('../workers/b.ts')", 'db never looks there'],
  [
    'and as a thread',
    'db/a.ts',
    "new Worker(new URL('../workers/b.ts', import.meta.url))",
    'db never looks there',
  ],
  [
    'the domain rests on the domain',
    'services/domain/a.ts',
    "import { b } from '../keys.ts'",
    'only the domain',
  ],
  [
    'the domain has no SQL',
    'services/domain/a.ts',
    "import { b } from '../../db/b.ts'",
    'the domain is pure',
  ],
  ['the domain has no files', 'services/domain/a.ts', "import { b } from 'node:fs'", 'the domain is pure'],
  ['the domain has no web', 'services/domain/a.ts', "import { b } from 'hono'", 'the domain is pure'],
  ['the domain has no chance', 'services/domain/a.ts', 'const a = Math.random()', 'no chance'],
  ['api and desk never meet', 'services/api/a.ts', "import { b } from '../desk/b.ts'", 'never meet'],
  ['desk and api never meet', 'services/desk/a.ts', "import type { B } from '../api/b.ts'", 'never meet'],
  [
    'the digest is below the desk',
    'services/digest/a.ts',
    "import { b } from '../desk/b.ts'",
    'never looks up',
  ],
  ['nobody leans on the app', 'services/rim.ts', "import { b } from './app.ts'", 'never looks up'],
  ['the widget has only our types', 'widgets/a.ts', "import { b } from '../services/api/b.ts'", 'only types'],
  ['an inline type still loads', 'widgets/a.ts', "import { type B } from '../services/b.ts'", 'only types'],
  ['the widget is built by main', 'services/a.ts', "import { b } from '../widgets/build.ts'", 'only main.ts'],
  ['nothing leans on tests', 'services/a.ts', "import { b } from '../tests/b.ts'", 'lean on its tests'],
  ['SQL is spoken in db', 'services/a.ts', "import { sql } from 'kysely'", 'SQL is spoken only in db'],
  [
    'and its helpers too',
    'workers/a.ts',
    "import { a } from 'kysely/helpers/postgres'",
    'SQL is spoken only in db',
  ],
  ['text never becomes SQL', 'db/a.ts', 'sql.raw(text)', 'use parameters'],
  ['one door outwards: undici', 'workers/jobs/a.ts', "import { request } from 'undici'", 'goes out'],
  ['one door outwards: node', 'services/a.ts', "import { get } from 'node:https'", 'goes out'],
  ['one door outwards: fetch', 'services/a.ts', 'const a = await fetch(url)', 'goes out'],
  ['one door for mail', 'workers/jobs/a.ts', "import { a } from 'nodemailer/lib/shared'", 'sends mail'],
  ['settings have one reader', 'workers/a.ts', 'const a = process.env.HOST', 'only config/env.ts'],
  ['also by another name', 'main.ts', 'const { argv, env } = process', 'only config/env.ts'],
  ['the clock is given', 'workers/jobs/a.ts', 'const now = new Date()', 'the clock is a parameter'],
  ['the clock is given in db too', 'db/a.ts', 'const now = Date.now()', 'the clock is a parameter'],
  ['no classes', 'services/a.ts', 'export class Manager {', 'only errors and the element'],
  ['no drawers', 'services/utils.ts', '', 'does not say what is inside'],
  ['no drawers in names', 'db/post-helpers.ts', '', 'does not say what is inside'],
  ['kebab-case', 'db/postRows.ts', '', 'kebab-case'],
  ['no barrels', 'services/api/index.ts', '', 'only the lists'],
  ['nothing unfinished', 'db/a.ts', `// ${'TO'}${'DO'} later`, 'unfinished'],
  ['long lines', 'db/a.ts', `const a = '${'å'.repeat(110)}'`, 'db/a.ts:2: 122 columns, at most 120'],
  ['long files', 'db/a.ts', 'a\n'.repeat(249), '251 lines, at most 250'],
]

const allowed: [rule: string, path: string, text: string][] = [
  ['types of Kysely', 'services/a.ts', "import type { Insertable } from 'kysely'"],
  ['types for the widget', 'widgets/a.ts', "import type { B } from '../services/api/b.ts'"],
  ['the widget in main', 'main.ts', "import { b } from './widgets/build.ts'"],
  ['refusals in the domain', 'services/domain/a.ts', "import { Refusal } from '../errors.ts'"],
  ['types of tables in the domain', 'services/domain/a.ts', "import type { Post } from '../../db/schema.ts'"],
  ['a hash in the domain', 'services/domain/a.ts', "import { createHash } from 'node:crypto'"],
  ['a given moment', 'services/domain/a.ts', 'const a = new Date(at)'],
  [
    'a channel that can fetch',
    'workers/channels/a.ts',
    'async fetch(source, io) {\n  return io.http.get(url)',
  ],
  ['the outward client', 'workers/http.ts', "import { Agent, request } from 'undici'"],
  ['a server', 'main.ts', "import { createServer } from 'node:http'"],
  ['a browser script that fetches', 'services/desk/a.js', 'const a = await fetch(url)'],
  ['an error class', 'services/a.ts', 'export class Refusal extends Error {'],
  ['the element', 'widgets/a.ts', 'export class Somewall extends HTMLElement {'],
  ['a list', 'workers/channels/index.ts', "export { a } from './a.ts'"],
  ['wide words', 'config/messages/a.ts', `'${'ä'.repeat(200)}'`],
  ['a mention in a comment', 'services/a.ts', '// process.env and new Date() are read elsewhere'],
  ['a file of 250 lines', 'db/a.ts', `${'a\n'.repeat(248)}a`],
]

describe('the rules', () => {
  test.each(refused)('%s', (_, path, text, why) => {
    const found = judge(path, text).filter((one) => !one.startsWith('half of'))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(path)
    expect(found[0]).toContain(why)
  })

  test.each(allowed)('allow %s', (_, path, text) => {
    expect(judge(path, text).filter((one) => !one.startsWith('half of'))).toEqual([])
  })

  test.each(['', '// utils', '// Utils.', 'const a = 1', '// A file without a full stop', '/* A style.'])(
    'a first line must be a sentence: %j is none',
    (line) => {
      expect(complaints([readSource('db/a.ts', `${line}\n`)])).toEqual([
        'db/a.ts: the first line does not say in a sentence what the file is',
      ])
    },
  )

  test('a cycle is told with its way round', () => {
    const file = (name: string, next: string) =>
      readSource(`db/${name}.ts`, `// A file made up for this test.\nimport { x } from './${next}.ts'\n`)
    expect(complaints([file('a', 'b'), file('b', 'c'), file('c', 'a')])).toEqual([
      'a cycle: db/a.ts > db/b.ts > db/c.ts > db/a.ts',
    ])
    const types = readSource('db/c.ts', "// A file made up for this test.\nimport type { x } from './a.ts'\n")
    expect(complaints([file('a', 'b'), file('b', 'c'), types])).toEqual([])
  })

  test('half of the files must be short', () => {
    const file = (path: string, lines: number) =>
      readSource(path, `// A file made up for this test.\n${'a\n'.repeat(lines)}`)
    expect(complaints([file('db/a.ts', 150), file('db/b.ts', 150), file('db/c.ts', 10)])).toEqual([
      'half of the files have over 151 lines, aim at 90',
    ])
    expect(complaints([file('db/a.ts', 150), file('db/b.ts', 10), file('db/c.ts', 10)])).toEqual([])
  })
})
