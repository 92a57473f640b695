// Loaded before anything else: refuses a Node that is too old, puts the process in UTC, lets it run TypeScript and TSX.
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
await import('tsx')
