// People and scripts at work while everything under them is killed: what they were promised is written down here.
import { setTimeout as wait } from 'node:timers/promises'
import type { Chance } from '../demo/chance.ts'
import type { Said, Upstream } from './upstream.ts'

/** A decision as it must stand afterwards; `version` is the post's after it. */
export type Decided = { post: string; version: number; action: string }
/** What was answered with 2xx, and what was sent without ever learning how it ended. */
export type Acts = {
  decisions: (Decided & { state: string })[]
  unsure: Decided[]
  consents: string[]
  notes: string[]
  /** The last value of each number that was taken, and the last that was sent. */
  numbers: Map<string, { taken: number; sent: number }>
  /** Posts that a visit answered for. */
  visited: Map<string, Said>
}

export type Curators = {
  acts: Acts
  /** Answers that must not be: a bug, 503 without a time to come again, a wall without posts. */
  complaints: string[]
  /** How many acts were answered with 2xx until now. */
  count: () => number
  figures: () => Record<'acts' | 'unsure' | 'away' | 'slowest' | 'visits' | 'longest', number>
  /** Something was killed just now: visits are waited for from this moment on. */
  struck: () => void
  /** Resolves when the visits that are open now have been made. */
  settle: () => Promise<void>
  /** Nobody begins anything new. */
  stop: () => Promise<void>
}

type Site = {
  /** Where the service is now; undefined while it is nowhere. */
  url: () => string | undefined
  token: string
  upstream: Upstream
  chance: Chance
  /** Milliseconds at most between two visits of one collector. */
  pause: number
}

const place = '/api/v1/places/kemijarvi/'
const CURATORS = 4
const COLLECTORS = 2
/** Milliseconds for which a source that a person has had visited may not be asked for again. */
const REST = 301_000
const actions = ['show', 'hide', 'stash', 'pin', 'unpin', 'undo']

/** Has some posts collected, shows one of them for good, and sets everybody to work on the others. */
export async function startCurators({ url, token, upstream, chance, pause }: Site): Promise<Curators> {
  const acts: Acts = {
    ...{ decisions: [], unsure: [], consents: [], notes: [] },
    numbers: new Map(),
    visited: new Map(),
  }
  const complaints: string[] = []
  const versions = new Map<string, number>()
  const asked = new Map<string, number>()
  const open = new Set<Promise<void>>()
  const count = { acts: 0, away: 0, slowest: 0, visits: 0, longest: 0 }
  let lastKill = 0
  let going = true

  /** Undefined when no answer came, 503 when the database is away; a short pause follows both. */
  async function ask(method: string, path: string, body?: unknown) {
    const from = performance.now()
    const at = url()
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const sent = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
    const answer = at === undefined ? undefined : await fetch(at + path, sent).catch(() => undefined)
    const text = await answer?.text().catch(() => undefined)
    if (!answer || text === undefined) return void (await wait(40))
    const { status } = answer
    if (status === 503) {
      count.away++
      if (!(Number(answer.headers.get('retry-after')) > 0))
        complaints.push(`${path} answered 503 without Retry-After`)
      await wait(40)
    } else if (status === 429) await wait(100)
    else if (status >= 400 && status !== 409) complaints.push(`${method} ${path} answered ${status}: ${text}`)
    if (!path.endsWith('/collect')) count.slowest = Math.max(count.slowest, performance.now() - from)
    const taken = status >= 200 && status < 300
    if (taken && method !== 'GET') count.acts++
    return { status, taken, json: text.startsWith('{') ? JSON.parse(text) : {} }
  }

  async function decide(post: string): Promise<void> {
    const version = versions.get(post)
    if (version === undefined) {
      const got = await ask('GET', `${place}posts/${post}`)
      if (got?.taken) versions.set(post, got.json.version)
      return
    }
    const action = chance.pick(actions)
    const wall = action.endsWith('pin') && { wall: 'etusivu' }
    const got = await ask('POST', `${place}posts/${post}/decisions`, { action, version, ...wall })
    if (got?.taken) {
      acts.decisions.push({ post, action, version: got.json.version, state: got.json.state })
      versions.set(post, got.json.version)
    } else if (got?.status !== 409) {
      acts.unsure.push({ post, action, version: version + 1 })
      versions.delete(post)
    } else if (got.json.code === 'conflict') complaints.push(`${post} was overtaken at version ${version}`)
  }

  async function consent(post: string): Promise<void> {
    const got = await ask('POST', `${place}posts/${post}/consents`, {
      state: 'granted',
      scope: { wall: true },
      evidence: { kind: 'note', ref: 'Lupa saatu' },
      asked_how: 'viestillä',
      child: 'no',
    })
    if (got?.taken) acts.consents.push(got.json.id)
  }

  async function note(nth: number): Promise<void> {
    const body = `Havainto ${nth}.${acts.notes.length}.${chance.next()}`
    const got = await ask('POST', `${place}notes`, { kind: 'observation', day: '2026-11-25', body })
    if (got?.taken) acts.notes.push(body)
  }

  async function number(source: string): Promise<void> {
    const last = acts.numbers.get(source) ?? { taken: 0, sent: 0 }
    const sent = last.sent + 1
    acts.numbers.set(source, { ...last, sent })
    const measures = [{ indicator: 'web.visits', period: '2026-11-25', value: sent, source }]
    const got = await ask('POST', `${place}measures`, { measures })
    if (got?.taken) acts.numbers.set(source, { taken: sent, sent })
  }

  async function curate(nth: number, mine: readonly string[]): Promise<void> {
    while (going) {
      const dice = chance.next()
      if (dice < 0.8) await decide(chance.pick(mine))
      else if (dice < 0.85) await consent(chance.pick(mine))
      else if (dice < 0.92) await note(nth)
      else await number(`kuraattori-${nth}`)
    }
  }

  /** The last visit to the source, if it was asked for after this moment and has ended. */
  async function findRun(source: string, since: number) {
    const got = await ask('GET', `${place}sources`)
    const run = got?.json.sources?.find((one: { id: string }) => one.id === source)?.run
    return run && Date.parse(run.started_at) >= since ? run : undefined
  }

  /** Has one source collected. What is asked again after a kill is refused as too soon when it was taken before. */
  async function visit(source: string): Promise<void> {
    const said = upstream.said(source)
    const [from, since] = [performance.now(), Date.now()]
    asked.set(source, from)
    while (going) {
      const got = await ask('POST', `${place}sources/${source}/collect`)
      const run = got?.status === 200 ? got.json : await findRun(source, since)
      if (!run) continue
      if (run.fault) complaints.push(`a visit to ${source} failed: ${JSON.stringify(run.fault)}`)
      count.visits++
      count.longest = Math.max(count.longest, performance.now() - Math.max(from, lastKill))
      for (const [uri, one] of said) acts.visited.set(uri, one)
      return
    }
  }

  async function collect(nth: number): Promise<void> {
    for (let turn = nth; going; turn += COLLECTORS) {
      const source = upstream.sources[turn % upstream.sources.length] as string
      const rested = performance.now() - (asked.get(source) ?? -REST) >= REST
      if (rested) {
        upstream.grow(source, 3)
        const made = visit(source)
        open.add(made)
        await made
        open.delete(made)
      }
      await wait(20 + chance.next() * pause)
    }
  }

  async function look(): Promise<void> {
    while (going) {
      const got = await ask('GET', '/api/v1/walls/kemijarvi/etusivu')
      if (got && !got.json.posts?.length) complaints.push(`the wall was empty (${got.status})`)
      await wait(20)
    }
  }

  await Promise.all(upstream.sources.slice(0, 3).map(visit))
  const listed = await ask('GET', `${place}posts?limit=50`)
  const [kept = '', ...posts]: string[] = listed?.json.posts.map((one: { id: string }) => one.id) ?? []
  await ask('POST', `${place}posts/${kept}/decisions`, { action: 'show', version: 1 })
  acts.unsure.push({ post: kept, action: 'show', version: 2 })
  const people = [
    // Each has posts of their own, so that nobody overtakes another.
    ...Array.from({ length: CURATORS }, (_, nth) =>
      curate(
        nth,
        posts.filter((_post, at) => at % CURATORS === nth),
      ),
    ),
    ...Array.from({ length: COLLECTORS }, (_, nth) => collect(nth)),
    look(),
  ]
  return {
    acts,
    complaints,
    count: () => count.acts,
    figures: () => ({ ...count, unsure: acts.unsure.length }),
    struck() {
      lastKill = performance.now()
    },
    async settle() {
      await Promise.all(open)
    },
    async stop() {
      going = false
      await Promise.all(people)
    },
  }
}
