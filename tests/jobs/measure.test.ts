// Numbers from a meter: asked for from the same quarter last year, written once, revised when they change.

import { expect, it } from 'vitest'
import { z } from 'zod'
import { listSources } from '../../db/sources.ts'
import type { Measure, Meter, Reading } from '../../services/domain/meter.ts'
import { Fault } from '../../services/errors.ts'
import { measure } from '../../workers/jobs/measure.ts'
import { onBothDatabases } from '../db.ts'
import { makePlace } from '../makers.ts'
import { after, makeWorker, still } from './worker.ts'

const file = 'meters: [{ id: verkko, meter: matomo, active: true, settings: { site: 1 } }]'
const payload = { place: 'kemijarvi', source: 'verkko' }
const visits = (period: string, value: string | null): Measure => ({
  ...{ indicator: 'web.visits', dim: '', periodKind: 'day', period, value, unit: 'visits', status: 'ok' },
})
const read = (measures: Measure[]): Reading => ({ measures, skipped: 0 })

onBothDatabases('a meter', (open) => {
  const meter = (fetch: Meter<object>['fetch'], secrets: string[] = []): Meter<object> => ({
    ...{
      name: 'matomo',
      title: 'Matomo',
      secrets,
      pace: { everyMinutes: 1440 },
      terms: 'https://example.org/',
      proof: 'unproven',
      guide: [],
      forms: [],
      fetch,
    },
    settings: z.looseObject({}),
  })
  const rows = () =>
    open().db.selectFrom('measure').select(['period', 'value', 'revision']).orderBy('period').execute()

  it('is first asked from the same quarter last year, then again from a week before its last answer', async () => {
    await makePlace(open().db, 'kemijarvi', file)
    const asked: unknown[] = []
    const worker = makeWorker(open(), {
      meters: [
        meter(async (_, days) => {
          asked.push(days)
          return read([visits('2026-11-24', '7.5'), visits('2026-11-23', null)])
        }),
      ],
    })
    await measure(worker, payload, still)
    worker.at(after(24))
    await measure(worker, payload, still)
    expect(asked).toEqual([
      { from: '2025-10-01', to: '2026-11-25' },
      { from: '2026-11-18', to: '2026-11-26' },
    ])
    expect(await rows()).toEqual([
      { period: '2026-11-23', value: null, revision: 1 },
      { period: '2026-11-24', value: '7.5', revision: 1 },
    ])
    const source = (await listSources(open().db, 'kemijarvi')).find((one) => one.id === 'verkko')
    expect(source).toMatchObject({
      state: 'well',
      kind: 'numbers',
      run: { found: 2, saved: 0, unchanged: 2 },
    })
  })
  it('raises the revision of a number that changed', async () => {
    await makePlace(open().db, 'kemijarvi', file)
    let value = '7'
    const worker = makeWorker(open(), { meters: [meter(async () => read([visits('2026-11-24', value)]))] })
    await measure(worker, payload, still)
    value = '8'
    await measure(worker, payload, still)
    expect(await rows()).toEqual([{ period: '2026-11-24', value: '8', revision: 2 }])
  })
  it('without its token is said to be unconnected, and with one is given it unsealed', async () => {
    const { db } = open()
    await makePlace(db, 'kemijarvi', file)
    const seen: unknown[] = []
    const worker = makeWorker(open(), {
      meters: [
        meter(
          async (_, __, io) => {
            seen.push(io.secret('token'), io.secret('SECRET_KEY'))
            return read([])
          },
          ['token'],
        ),
      ],
    })
    await measure(worker, payload, still)
    const source = async () => (await listSources(db, 'kemijarvi')).find((one) => one.id === 'verkko')
    expect(await source()).toMatchObject({ state: 'sick', fault_kind: 'auth', fault_code: 'no-credentials' })
    await db
      .insertInto('credential')
      .values({
        ...{
          place_id: 'kemijarvi',
          source_id: 'verkko',
          name: 'token',
          sealed: worker.keys.seal('salainen'),
        },
        ...{ expires_at: null, saved_by: 'Johanna', saved_at: after(0) },
      })
      .execute()
    await measure(worker, payload, still)
    expect(seen).toEqual(['salainen', undefined])
    expect(await source()).toMatchObject({ state: 'well', fault_kind: null })
  })
  it('backs off when the other side fails', async () => {
    await makePlace(open().db, 'kemijarvi', file)
    const failing = meter(async () => {
      throw new Fault('busy', '503', { status: 503 })
    })
    await measure(makeWorker(open(), { meters: [failing] }), payload, still)
    const source = (await listSources(open().db, 'kemijarvi')).find((one) => one.id === 'verkko')
    expect(source).toMatchObject({ state: 'sick', failures: 1, fault_kind: 'busy' })
  })
})
