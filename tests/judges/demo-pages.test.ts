// The Nu HTML checker on every kind of page that the demo has, found by its links: there are things of every kind.
import { spawn } from 'node:child_process'
import { expect, onTestFinished, test } from 'vitest'
import { PASSWORD, PEOPLE } from '../demo/people.ts'
import { openHtmlJudge } from './html.ts'
import { judged } from './present.ts'

/** Pages of a kind that are read; what differs between more of them is only what people have written. */
const OF_A_KIND = 2
const MOST = 500
const noPage = /logout|^\/assets\/|\.(pdf|docx|xlsx|csv|json|atom|ics|css|js|svg|png|zip)$/

judged('the Nu HTML checker', ['java', 'vnu'], () => {
  test('finds nothing on any page of the demo', async () => {
    const { service, landing } = await startDemo()
    const cookie = await signIn(service)
    const judge = openHtmlJudge()
    onTestFinished(judge.drop)
    const kinds = new Map<string, number>()
    const met = new Set<string>()
    const left = ['/desk', '/desk/kemijarvi/exports', '/desk/kemijarvi/studies', `${landing}/posti`]
    for (let path = left.shift(); path !== undefined && met.size < MOST; path = left.shift()) {
      const url = new URL(path, service)
      const kind = kindOf(url)
      if (met.has(url.href) || noPage.test(url.pathname) || (kinds.get(kind) ?? 0) >= OF_A_KIND) continue
      met.add(url.href)
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      const answer = await fetch(url, {
        headers: { accept: 'text/html', ...(url.origin === service && { cookie }) },
        redirect: 'manual',
      })
      const next = answer.headers.get('location')
      if (next) left.push(new URL(next, url).href)
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
      const html = await answer.text()
      if (answer.status === 200 && url.origin === service)
        judge.save(`${met.size}${url.pathname}`, 'html', html)
      left.push(...linksOf(html, url).filter((one) => one.startsWith(service)))
    }
    expect(kinds.size).toBeGreaterThan(150)
    expect(await judge.check()).toEqual([])
  }, 900_000)
})

/** Starts it on ports that are free; ended with the test. */
async function startDemo(): Promise<{ service: string; landing: string }> {
  const words = ['--import', './config/runtime.mjs', 'tests/demo/demo.ts']
  const demo = spawn(process.execPath, words, { env: { ...process.env, PORT: '0' } })
  const ended = new Promise((done) => demo.once('close', done))
  onTestFinished(async () => {
    demo.kill('SIGTERM')
    await ended
  })
  let said = ''
  for (const stream of [demo.stdout, demo.stderr])
    stream.on('data', (bytes) => {
      said += bytes
    })
  await expect.poll(() => said, { timeout: 600_000, interval: 1_000 }).toContain('The newest digest')
  const addressOf = (line: string) => new URL(new RegExp(`${line} +(http\\S+)`).exec(said)?.[1] ?? '').origin
  return { service: addressOf('The desk'), landing: addressOf('Landing page with its somewall') }
}

async function signIn(service: string): Promise<string> {
  const answer = await fetch(`${service}/desk/login`, {
    method: 'POST',
    body: new URLSearchParams({ email: PEOPLE[0].email, password: PASSWORD }),
    headers: { origin: service, 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
  })
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
}

/** The address without what names one thing among many. */
function kindOf({ origin, pathname, searchParams }: URL): string {
  const path = pathname.replace(/\/[a-z]_[^/]+/g, '/:id').replace(/\/\d{4}(-q\d)?(?=\/|$)/g, '/:time')
  return `${origin}${path}?${[...searchParams.keys()].sort()}`
}

/** Links, and addresses that stand in texts for people to copy. */
function linksOf(html: string, from: URL): string[] {
  const plain = html.replaceAll('&amp;', '&')
  const links = [...plain.matchAll(/href="([^"#]+)/g)].map(([, link]) => new URL(link ?? '', from).href)
  return [...links, ...[...plain.matchAll(/http:\/\/127\.0\.0\.1:\d+\/[^\s"'<>]+/g)].map(([link]) => link)]
}
