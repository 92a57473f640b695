// Loaded before anything else: refuses a Node that is too old, puts the process in UTC, lets it run TypeScript and TSX.
import { join } from 'node:path'
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
// once, by the first that asks for one. What V8 has compiled is kept, where that may be written.
const { createRequire, enableCompileCache, registerHooks, setSourceMapsSupport } = await import('node:module')
const root = fileURLToPath(new URL('..', import.meta.url))
enableCompileCache(join(root, 'node_modules/.cache/compiled'))
setSourceMapsSupport(true)
let pages
registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    pages ??= writePages()
    return { format: 'module', source: pages.get(fileURLToPath(url)), shortCircuit: true }
  },
})

/** Each page's source by its path; line and column of an error are those of the page. */
function writePages() {
  const require = createRequire(import.meta.url)
  const { buildSync } = require('esbuild')
  const { globSync } = require('node:fs')
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: globSync('{services,tests}/**/*.tsx', { cwd: root }),
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
  return new Map(outputFiles.map(({ path, text }) => [path, text]))
}
