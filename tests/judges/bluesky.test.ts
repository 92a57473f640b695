// The real Bluesky network, as its makers run it while developing, met by our own jobs; at full length and where it is.
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { judged, judges } from './present.ts'

type Visit = { fault: string | null; asked: string[] }
type Report = {
  error?: string
  posts: number
  first: Record<string, unknown> & { marks: { kind: string; start: number; end: number }[]; media: unknown[] }
  quote: { author: string; text: string }
  hidden: boolean
  warned: string
  accountPosts: number
  edited: string
  deleted: boolean
  stillThere: boolean
  refreshes: [number, string][]
} & Record<'firstVisit' | 'secondVisit' | 'account' | 'away' | 'back', Visit> &
  Record<'renewed' | 'revoked' | 'revokedAgain' | 'mended' | 'nobody', Visit>

judged('the real Bluesky network', ['bluesky', 'redis'], () => {
  let met: Report
  let home = ''
  beforeAll(async () => {
    // Everything it writes lies here; PostgreSQL, which is not root, must be able to pass.
    home = mkdtempSync(join(tmpdir(), 'somewall-bluesky-'))
    chmodSync(home, 0o755)
    // It listens on every interface: so it runs where there is none but loopback, and ends with all that it started.
    const apart = ['-n', '-p', '-f', '--kill-child', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']
    // Its better-sqlite3 aborts now and then when Node 24 collects garbage: so that is put off.
    const node = [process.execPath, '--min-semi-space-size=256', '--max-semi-space-size=256']
    const inside = new URL('./bluesky-inside.ts', import.meta.url).pathname
    const words = ['--import', './config/runtime.mjs', inside, judges.bluesky.file, judges.redis.file]
    const child = spawn('unshare', [...apart, ...node, ...words], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, TMPDIR: home },
    })
    let said = ''
    child.stdout.on('data', (text) => {
      said += text
    })
    await new Promise((done) => child.once('exit', done))
    const last = said.trim().split('\n').at(-1)
    if (!last) throw new Error('the network did not start: does this run as root?')
    met = JSON.parse(last)
    if (met.error) throw new Error(met.error)
  }, 300_000)
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  it('lets us in, and gives every post of a tag over several pages', () => {
    expect(met.firstVisit).toEqual({
      fault: null,
      detail: null,
      asked: ['createSession', 'searchPosts', 'searchPosts', 'searchPosts'],
    })
    expect(met.posts).toBe(135)
    expect(met.secondVisit.asked).not.toContain('createSession')
  })

  it('places facets by bytes, behind ä and emoji, as we read them', () => {
    const points = [...String(met.first.text)]
    const words = met.first.marks.map(({ kind, start, end }) => [kind, points.slice(start, end).join('')])
    expect(words).toEqual([
      ['tag', '#kemijärvi'],
      ['mention', '@kunta.test'],
      ['link', 'https://example.com/pitkä/polku?a=1&b=2'],
    ])
  })

  it('tells counts, pictures with their words, quotes, warnings, and who wants to be seen', () => {
    expect(met.first).toMatchObject({ likes: 2, comments: 1, shares: 1, lang: 'fi', public: true })
    expect(met.first.media).toMatchObject([{ kind: 'image', author_alt: 'Lumitöitä pihalla' }])
    expect(met.quote).toMatchObject({ author: 'Aino 🎉', text: met.first.text })
    expect([met.warned, met.hidden]).toEqual(['⚠', false])
  })

  it('gives what an account says to everybody, without its answers and what it passes on', () => {
    expect([met.account.fault, met.accountPosts]).toEqual([null, 2])
    expect(met.nobody.fault).toBe('bluesky-no-account')
  })

  it('shows edits, and leaves out what was deleted', () => {
    expect([met.edited, met.deleted, met.stillThere]).toEqual(['Muutettu #kemijärvi', true, true])
  })

  it('restarts, and our session outlives it', () => {
    expect(met.away.fault).toBe('unreachable')
    expect(met.back).toMatchObject({ fault: null, asked: ['searchPosts', 'searchPosts', 'searchPosts'] })
  })

  it('gives the next tokens for the old ones, which it takes twice within a time of grace', () => {
    expect(met.refreshes).toEqual([
      [200, 'well'],
      [200, 'well'],
    ])
    expect(met.renewed.asked[0]).toBe('refreshSession')
  })

  it('refuses a withdrawn app password in words that we know, and takes the new one', () => {
    expect(met.revoked).toMatchObject({
      fault: 'bluesky-password',
      asked: ['refreshSession', 'createSession'],
    })
    expect(met.revokedAgain).toMatchObject({ fault: 'bluesky-password', asked: ['createSession'] })
    expect(met.mended.fault).toBeNull()
  })
})
