// Spectral on our OpenAPI document.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openTestEmbedded } from '../db.ts'
import { openDesk } from '../desk/desk.ts'
import { judged, judges } from './present.ts'

judged('Spectral', ['spectral'], () => {
  test('finds nothing in openapi.json', async () => {
    const home = mkdtempSync(join(tmpdir(), 'somewall-spectral-'))
    await using database = await openTestEmbedded().then((open) => ({
      ...open,
      [Symbol.asyncDispose]: () => open.close(),
    }))
    const document = join(home, 'openapi.json')
    const rules = join(home, 'rules.yaml')
    writeFileSync(document, await (await openDesk(database).app.request('/openapi.json')).text())
    writeFileSync(rules, 'extends: ["spectral:oas"]\n')
    const words = [
      judges.spectral.file,
      'lint',
      document,
      '-r',
      rules,
      '-f',
      'json',
      '-q',
      '--fail-severity=hint',
    ]
    const { stdout } = await promisify(execFile)(process.execPath, words).catch((failed) => failed)
    rmSync(home, { recursive: true, force: true })
    expect(JSON.parse(stdout || '[]')).toEqual([])
  })
})
