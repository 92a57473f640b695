// Bundles the element with its style to one small script, the public screen to another, and both styles by themselves.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build, transform } from 'esbuild'
import type { Widget } from '../services/deps.ts'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

export async function buildWidget(): Promise<Widget> {
  const [style, screenStyle] = await Promise.all([minify('wall.css'), minify('screen.css')])
  const [element, screen] = await Promise.all([bundle('define.ts', 'iife'), bundle('screen.ts', 'esm')])
  return {
    ...named(element),
    style: named(Buffer.from(style)),
    screen: named(screen),
    screenStyle: named(Buffer.from(screenStyle)),
  }
}

async function minify(name: string): Promise<string> {
  const { code } = await transform(await readFile(here(name), 'utf8'), { loader: 'css', minify: true })
  return code.trim()
}

async function bundle(entry: string, format: BuildOptions['format'] & string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: ['chrome111', 'firefox115', 'safari16.4'],
    legalComments: 'none',
    plugins: [
      {
        name: 'style-as-text',
        setup(bundler) {
          bundler.onLoad({ filter: /\.css$/ }, async ({ path }) => ({
            contents: await minify(path.slice(path.lastIndexOf('/') + 1)),
            loader: 'text',
          }))
        },
      },
    ],
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}

function named(code: Uint8Array) {
  return {
    code,
    hash: createHash('sha256').update(code).digest('hex').slice(0, 12),
    integrity: `sha384-${createHash('sha384').update(code).digest('base64')}`,
  }
}
