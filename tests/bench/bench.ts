// Runs the benchmarks, all or those named, and prints a JSON line for each result.
import type { Bench } from './line.ts'

/** Each is loaded only when it runs, so that one never warms up or burdens another. */
const benches: Record<string, () => Promise<{ bench: Bench }>> = {
  'serve-wall': () => import('./serve-wall.ts'),
  widget: () => import('./widget.ts'),
  ingest: () => import('./ingest.ts'),
  'wall-while-collecting': () => import('./wall-while-collecting.ts'),
  bounded: () => import('./bounded.ts'),
  'collect-region': () => import('./collect-region.ts'),
  'compile-digest': () => import('./compile-digest.ts'),
  'queue-page': () => import('./queue-page.ts'),
  'year-page': () => import('./year-page.ts'),
  'digest-year': () => import('./digest-year.ts'),
  start: () => import('./start.ts'),
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in benches))
if (unknown.length) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}
for (const name of wanted.length ? wanted : Object.keys(benches)) {
  const { bench } = await (benches[name] as (typeof benches)[string])()
  for (const result of await bench()) console.log(JSON.stringify(result))
}
process.exit(0)
