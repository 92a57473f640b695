// Adds to package-lock.json the platform packages that npm leaves out when its registry cannot serve them.
import { readFileSync, writeFileSync } from 'node:fs'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const all = lock.packages
const known = new Set(Object.keys(all).map((at) => at.slice(at.lastIndexOf('node_modules/') + 13)))
const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'aix',
  'win32',
]
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'x64',
  'wasm32',
]
for (const { dev, optionalDependencies = {} } of Object.values(all)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (known.has(name)) continue
    const words = name.split(/[-/]/)
    const one = (list) => list.filter((word) => words.includes(word)).slice(0, 1)
    const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : []
    const os = one(systems)
    const cpu = one(processors)
    if (!os.length && !cpu.length) throw new Error(`${name}: no platform in the name`)
    all[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ''),
      ...(cpu.length && { cpu }),
      ...(dev && { dev }),
      ...(libc.length && { libc }),
      optional: true,
      ...(os.length && { os }),
    }
    known.add(name)
  }
}
lock.packages = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
