// A real Chromium for tests and for looking: an installed one or the one from npm, with its web security on.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

type Chrome = { path: string; env: Record<string, string> }

const require = createRequire(import.meta.url)
const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Opens a browser of one's own; `borrowBrowser` is enough for most tests. Its pages are opened with
 * `browser.newPage({ viewport, colorScheme, javaScriptEnabled, locale })`. TEST_CHROME names another Chromium, or is
 * `npm` for the one from npm.
 */
export async function openBrowser(wanted = process.env.TEST_CHROME): Promise<Browser> {
  const chrome = wanted === 'npm' ? fromNpm() : (installed(wanted) ?? fromNpm())
  return chromium.launch({
    executablePath: chrome.path,
    // Root cannot have the sandbox, and these tests only open pages of our own.
    chromiumSandbox: false,
    args: ['--disable-gpu', '--font-render-hinting=none'],
    env: { ...(process.env as Record<string, string>), ...chrome.env },
  })
}

let lent: Browser | undefined

/** The one browser of this process, without a page; it ends with it. Starting one costs more than most of the tests. */
export async function borrowBrowser(): Promise<Browser> {
  if (!lent?.isConnected()) lent = await openBrowser()
  for (const context of lent.contexts()) await context.close()
  return lent
}

function installed(wanted: string | undefined): Chrome | undefined {
  if (wanted && !existsSync(wanted)) throw new Error(`TEST_CHROME names ${wanted}, which does not exist`)
  const path = wanted ?? usual.find((one) => existsSync(one))
  return path ? { path, env: {} } : undefined
}

/**
 * The package unpacks itself only on AWS, into fixed names in the temporary folder, and its own flags switch web
 * security off. Hence: unpacked by us into the cache of node_modules, complete or not at all, with a font list of
 * our own (with its own, a bare machine draws no letters and every screenshot test passes).
 */
function fromNpm(): Chrome {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('npm brings a Chromium for Linux x64 only: set TEST_CHROME to the path of yours')
  const packed = join(dirname(require.resolve('@sparticuz/chromium')), '..')
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string }
  const home = join(packed, '../../.cache', `chromium-${version}`)
  if (!existsSync(home)) unpack(packed, home)
  return {
    path: join(home, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(home, 'al2023/lib'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
      XDG_CACHE_HOME: home,
    },
  }
}

function unpack(packed: string, home: string): void {
  const part = `${home}.${process.pid}`
  mkdirSync(part, { recursive: true })
  const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
  const script = `import { inflate } from '@sparticuz/chromium'
    for (const one of ${JSON.stringify(archives.map((name) => join(packed, 'bin', name)))}) await inflate(one)`
  // In a process of its own, since the package takes the folder from TMPDIR.
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: part },
  })
  writeFileSync(
    join(part, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>\n`,
  )
  try {
    renameSync(part, home)
  } catch (cause) {
    // Another process was first with the same files.
    rmSync(part, { recursive: true, force: true })
    if (!existsSync(home)) throw new Error('Chromium could not be unpacked', { cause })
  }
}

/** A screenshot of the whole page for human eyes, into the folder that LOOK names; without it none is taken. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.LOOK
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

type AxeResult = {
  violations: { id: string; help: string; nodes: { target: unknown; failureSummary: string }[] }[]
}

/** What axe finds against WCAG 2.2 A and AA and good practice, a line for each element; an empty list is the aim. */
export async function axe(page: Page): Promise<string[]> {
  const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
  for (const frame of page.frames()) await frame.evaluate(source)
  const { violations } = await page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run: (options: unknown) => Promise<AxeResult> } }).axe.run(options),
    {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // Every rule of 2.2 is off unless it is named.
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    },
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${help} (${JSON.stringify(node.target)}: ${node.failureSummary.replace(/\s+/g, ' ').trim()})`,
    ),
  )
}

/** What a page did that a visitor does not see; grows while the page lives. */
export type Watch = {
  /** Console errors, uncaught exceptions and answers that never came. */
  errors: string[]
  /** What a content security policy refused: `directive blocked-address`. */
  violations: string[]
  /** Every request in order, and those that went elsewhere than to the origins allowed. */
  requests: string[]
  foreign: string[]
}

/** Watches a page from before it is opened; `own` are the origins that it may talk to. */
export async function watch(page: Page, ...own: string[]): Promise<Watch> {
  const seen: Watch = { errors: [], violations: [], requests: [], foreign: [] }
  page.on('console', (line) => void (line.type() === 'error' && seen.errors.push(line.text())))
  page.on('pageerror', (error) => void seen.errors.push(String(error)))
  page.on('requestfailed', (request) => {
    seen.errors.push(`${request.url()} ${request.failure()?.errorText ?? 'failed'}`)
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!/^https?:/.test(url)) return
    seen.requests.push(url)
    if (!own.some((origin) => new URL(url).origin === new URL(origin).origin)) seen.foreign.push(url)
  })
  await page.exposeFunction('somewallViolation', (line: string) => void seen.violations.push(line))
  await page.addInitScript(() => {
    const report = (globalThis as unknown as { somewallViolation: (line: string) => void }).somewallViolation
    document.addEventListener('securitypolicyviolation', (event) => {
      report(`${event.effectiveDirective} ${event.blockedURI}`)
    })
  })
  return seen
}
