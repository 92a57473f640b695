// The fault table: every row for every connector with LONG=1, else two of them each; real jobs, HTTP, one long life.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { t } from '../../config/i18n.ts'
import type { Database } from '../../db/open.ts'
import { faultWords } from '../../services/visit-words.ts'
import { openTestEmbedded } from '../db.ts'
import { type Bending, bends, type Connector, type Outcome } from './connector.ts'
import { connectors } from './connectors.ts'
import { type Row, rows } from './rows.ts'
import { holdsLetters } from './sentence.ts'
import { openStand, type Stand } from './stand.ts'

const LONG = process.env.LONG === '1'
const MINUTE = 60_000
const slow = /^(auth|gone|refused|shape|size) /
const bent: Row[] = bends.map((bend) => ({
  fault: bend,
  bend,
  outcome: () => ({ fault: null, brings: 'new' }),
}))

const all = [...rows, ...bent]
/** In npm test each connector meets two faults, one of either half of the table, and each connector others. */
const rowsOf = (connector: Connector) => {
  const half = Math.ceil(all.length / 2)
  const turn = (connectors.indexOf(connector) * 7) % half
  return LONG ? all : all.filter((_, at) => at % half === turn)
}

describe.each(connectors)('$name', (connector) => {
  let database: Database
  let stand: Stand
  beforeAll(async () => {
    database = await openTestEmbedded()
    stand = await openStand(database, connector)
    await recover(stand, connector)
  })
  beforeEach(async () => {
    // A row that failed must not spoil the next.
    if ((await stand.source()).state !== 'well') await recover(stand, connector)
  })
  afterAll(async () => {
    await stand?.close()
    await database?.close()
  })

  it.each(rowsOf(connector))('$fault', async (row) => {
    const bending = row.bend ? stand.up.bend[row.bend] : {}
    // There is no such thing with this connector: its declaration says why.
    if (typeof bending === 'string') return expect(bending).toMatch(/^\p{L}.{10,}/u)
    await live(stand, connector, row, bending)
  })

  it('has 20 seconds for an answer, and more only for sums that are computed while we wait', async () => {
    await recover(stand, connector)
    const patient = [...(connector.signsIn ? [undefined] : []), connector.patience]
    expect([...new Set(stand.timeouts)]).toEqual(patient)
    if (!LONG) return
    const begun = performance.now()
    stand.up.sim.fail('slow')
    await stand.visit()
    expect(performance.now() - begun).toBeLessThan((connector.patience ?? 20_000) + 2_000)
    expect(await stand.source()).toMatchObject({ fault_code: 'timeout' })
  }, 120_000)

  const told = [
    [404, true],
    [410, true],
    [403, false],
    [401, false],
    [500, false],
  ] as const
  it.each(told)('one post alone is answered %i: gone only when twice so is %s', async (status, gone) => {
    const { up } = stand
    if (typeof up.alone === 'string') return expect(up.alone).toMatch(/^\p{L}.{10,}/u)
    await recover(stand, connector)
    await stand.forgetAllBut(3)
    const left = async () => (await stand.kept()).filter((one) => !one.gone).length
    const before = await left()
    up.sim.fail({ status }, up.alone)
    stand.at(later(stand.now(), 25 * 60))
    await stand.readAgain()
    expect(await left()).toBe(before)
    stand.at(later(stand.now(), 15))
    await stand.readAgain()
    expect((await left()) < before).toBe(gone)
    up.sim.fail(null)
  })
})

const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * MINUTE)

/** All is well again at the other side: something new is there, and the promised time has come. */
async function recover(stand: Stand, connector: Connector): Promise<void> {
  const { up } = stand
  up.sim.fail(null)
  stand.hurry(false)
  await stand.set(up.sim.url, { families: connector.families })
  const { next_at } = await stand.source()
  stand.at(new Date(Math.max(later(stand.now(), 1).getTime(), next_at?.getTime() ?? 0)))
  up.add()
  await stand.visit()
  const source = await stand.source()
  expect(source).toMatchObject({ state: 'well', failures: 0 })
  expect([null, connector.loses]).toContain(source.fault_code)
}

async function live(stand: Stand, connector: Connector, row: Row, bending: Bending): Promise<void> {
  const { up } = stand
  const want: Outcome = { ...row.outcome(connector), ...bending.outcome }
  stand.at(later(stand.now(), connector.pace))
  const before = await stand.kept()
  if (bending.add) bending.add()
  else up.add()
  const how = bending.how ?? row.how?.(stand.now())
  if (how) up.sim.fail(how)
  await stand.set(row.at ? stand.doors.at[row.at] : up.sim.url, {
    ...(bending.settings && { settings: bending.settings }),
    families: bending.families ?? connector.families,
    ...(row.fresh && { memory: {} }),
  })
  stand.hurry(row.hangs ?? false)
  up.sim.requests.length = 0
  await Promise.all([stand.visit(), stand.visitNeighbour()])

  const source = await stand.source()
  const told = source.fault_code && `${source.fault_kind} ${source.fault_code}`
  expect(told, source.fault_detail ?? '').toBe(want.fault)
  expect(source.state).toBe(want.fault ? 'sick' : 'well')
  const next = ((source.next_at?.getTime() ?? 0) - stand.now().getTime()) / MINUTE
  const [least, most] = want.next ?? nextOf(want.fault, connector.pace)
  expect(next).toBeGreaterThanOrEqual(least)
  expect(next).toBeLessThanOrEqual(most + 0.001)
  if (want.asks) {
    expect(up.sim.requests.length).toBeGreaterThanOrEqual(want.asks[0])
    expect(up.sim.requests.length).toBeLessThanOrEqual(want.asks[1])
  }
  if (row.hangs) await expect.poll(up.sim.pending).toBe(0)
  expect(await stand.neighbour()).toMatchObject({ state: 'well', last_run_at: stand.now() })
  if (want.fault) expectWords(source)

  const kept = await stand.kept()
  if (want.brings === 'nothing') expect(kept).toEqual(before)
  else expectNew(before, kept, want, connector, stand.now())

  // What a fault kept away comes as soon as it is over, and nothing has been lost.
  const usual = !bending.add && want.brings === 'nothing' && want.fault
  await recover(stand, connector)
  const after = await stand.kept()
  expect(after).not.toEqual(kept)
  const lost = (await stand.source()).fault_code ? 1 : 0
  if (connector.kind === 'posts' && usual) expect([2, 2 - lost]).toContain(after.length - kept.length)
}

function nextOf(fault: string | null, pace: number): readonly [number, number] {
  return fault === null ? [pace, pace + Math.min(2, pace / 10)] : slow.test(fault) ? [10, 10] : [1, 10]
}

function expectNew(
  before: Awaited<ReturnType<Stand['kept']>>,
  kept: typeof before,
  want: Outcome,
  { kind }: Connector,
  now: Date,
): void {
  if (kind === 'numbers') expect(kept).not.toEqual(before)
  if (kind === 'numbers') return
  expect(kept.length - before.length).toBe(want.rows ?? 1)
  expect(kept.slice(0, before.length).map(({ key }) => key)).toEqual(before.map(({ key }) => key))
  const newest = kept.at(-1)
  if (want.text) expect(newest?.text).toContain(want.text)
  else expect(holdsLetters(newest?.text ?? ''), newest?.text).toBe(true)
  if (!want.dated) return
  const date = new Date(now)
  if ('years' in want.dated) date.setUTCFullYear(date.getUTCFullYear() + want.dated.years)
  else date.setTime(date.getTime() + want.dated.minutes * MINUTE)
  expect(Math.abs((newest?.at.getTime() ?? 0) - date.getTime())).toBeLessThan(1000)
}

/** The desk has three whole sentences for it, in three languages. */
function expectWords(source: Awaited<ReturnType<Stand['source']>>): void {
  for (const language of ['fi', 'sv', 'en'] as const) {
    const told = faultWords((key, values) => t(language, key, values), source)
    for (const sentence of Object.values(told)) expect(sentence).toMatch(/^\p{Lu}[^{}]{10,}$/u)
  }
}
