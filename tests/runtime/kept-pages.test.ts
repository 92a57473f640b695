// What the runtime keeps of pages once written in Node's words: used while they are the same, and never in the way.
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = new URL('../..', import.meta.url).pathname
const tree = mkdtempSync(join(tmpdir(), 'somewall-pages-'))
const cache = join(tree, 'node_modules/.cache')
const kept = join(cache, 'pages.json')

const write = (word: string) =>
  writeFileSync(join(tree, 'services/page.tsx'), `export const page = () => <p>{'${word}'}</p>\n`)
const run = () =>
  execFileSync(process.execPath, ['--import', './config/runtime.mjs', 'main.ts'], { cwd: tree })
    .toString()
    .trim()

beforeAll(() => {
  for (const folder of ['config', 'services', 'node_modules']) mkdirSync(join(tree, folder))
  for (const file of ['config/runtime.mjs', 'package.json']) cpSync(join(root, file), join(tree, file))
  for (const name of ['esbuild', 'hono'])
    symlinkSync(join(root, 'node_modules', name), join(tree, 'node_modules', name))
  writeFileSync(
    join(tree, 'main.ts'),
    "import { page } from './services/page.tsx'\nconsole.log(String(page()))\n",
  )
  write('eka')
})
afterAll(() => rmSync(tree, { recursive: true, force: true }))

it('is read instead of being made again, and made again when a page has changed', () => {
  expect(run()).toBe('<p>eka</p>')
  writeFileSync(kept, readFileSync(kept, 'utf8').replace('eka', 'kept'))
  expect(run()).toBe('<p>kept</p>')
  write('toka')
  expect(run()).toBe('<p>toka</p>')
})

it('hinders nobody where it is broken or cannot be written', () => {
  writeFileSync(kept, readFileSync(kept, 'utf8').slice(0, 100))
  expect(run()).toBe('<p>toka</p>')
  rmSync(cache, { recursive: true })
  writeFileSync(cache, 'a file where the folder would be')
  expect(run()).toBe('<p>toka</p>')
  expect(existsSync(kept)).toBe(false)
})
