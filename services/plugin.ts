// The plugin for WordPress as its administrators upload it: our files, and where the service is.
import { readdir, readFile } from 'node:fs/promises'
import { zipOf } from './zip.ts'

const folder = new URL('../widgets/wordpress/', import.meta.url)

/** A ZIP file. `defaults` is what the plugin shows until its settings say otherwise. */
export async function packPlugin(defaults: { service: string; place: string; wall: string }) {
  const files: Record<string, string | Uint8Array> = { 'somewall/defaults.json': JSON.stringify(defaults) }
  for (const name of (await readdir(folder)).sort())
    files[`somewall/${name}`] = await readFile(new URL(name, folder))
  return zipOf(files)
}
