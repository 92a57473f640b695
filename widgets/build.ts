// Bundles the element with its style to one small script, and the style alone for what is drawn on the server.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import type { Widget } from '../services/deps.ts'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

export async function buildWidget(): Promise<Widget> {
  const { code: style } = await transform(await readFile(here('wall.css'), 'utf8'), {
    loader: 'css',
    minify: true,
  })
  const { outputFiles } = await build({
    entryPoints: [here('define.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    legalComments: 'none',
    plugins: [
      {
        name: 'style-as-text',
        setup(bundler) {
          bundler.onLoad({ filter: /wall\.css$/ }, () => ({ contents: style.trim(), loader: 'text' }))
        },
      },
    ],
  })
  const code = outputFiles[0]?.contents ?? new Uint8Array()
  return { ...named(code), style: named(Buffer.from(style.trim())) }
}

function named(code: Uint8Array) {
  return {
    code,
    hash: createHash('sha256').update(code).digest('hex').slice(0, 12),
    integrity: `sha384-${createHash('sha384').update(code).digest('base64')}`,
  }
}
