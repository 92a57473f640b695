// Loaded before anything else: refuses a Node that is too old, puts the process in UTC, lets it run TypeScript and TSX.
import { createHash } from 'node:crypto'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 15)) {
  console.error(
    `Somewall needs Node 24.15 or newer and this is ${process.versions.node}. ` +
      'Start it with npm (npm start, npm run demo): npm ci has brought the right Node along.',
  )
  process.exit(1)
}
process.env.TZ = 'UTC'
// Pictures of charts are drawn in our own typeface, whatever the machine has; read by the library that draws.
process.env.FONTCONFIG_FILE = fileURLToPath(new URL('./fonts.conf', import.meta.url))

// Node runs TypeScript itself. Pages are written in TSX, which it does not read: all of them are put into its words at
// once, by the first that asks for one. That and what V8 has compiled are kept, where it may be written.
const { createRequire, enableCompileCache, registerHooks, setSourceMapsSupport } = await import('node:module')
const { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } = await import('node:fs')
const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, 'node_modules/.cache')
enableCompileCache(join(cache, 'compiled'))
setSourceMapsSupport(true)
let pages
registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    pages ??= writePages()
    return { format: 'module', source: pages.get(fileURLToPath(url)), shortCircuit: true }
  },
})

/** Each page's source by its path; line and column of an error are those of the page. Kept until a page changes. */
function writePages() {
  const require = createRequire(import.meta.url)
  const paths = globSync('{services,tests}/**/*.tsx', { cwd: root }).sort()
  const { version } = require('esbuild/package.json')
  const hash = createHash('sha256').update(`${version} ${process.versions.node}`)
  for (const path of paths) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  const key = hash.digest('hex')
  const found = readKept(key) ?? keep({ key, pages: build(require('esbuild'), paths) })
  return new Map(found.pages.map(([path, source]) => [join(root, path), source]))
}

function readKept(key) {
  try {
    const found = JSON.parse(readFileSync(join(cache, 'pages.json'), 'utf8'))
    return found.key === key ? found : undefined
  } catch {
    return undefined
  }
}

/** Under a name of its own first: another process may be reading. Where nothing may be written, nothing is kept. */
function keep(found) {
  try {
    mkdirSync(cache, { recursive: true })
    const own = join(cache, `pages-${process.pid}.json`)
    writeFileSync(own, JSON.stringify(found))
    renameSync(own, join(cache, 'pages.json'))
  } catch {}
  return found
}

function build({ buildSync }, paths) {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: paths,
    outdir: root,
    outbase: root,
    outExtension: { '.js': '.tsx' },
    write: false,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: 'inline',
    target: `node${major}`,
  })
  return outputFiles.map(({ path, text }) => [relative(root, path), text])
}
