// Compiling by the clock: safe to run twice, silent when nothing moved, and never over locked figures.
import { expect, it } from 'vitest'
import { readEnv } from '../../config/env.ts'
import { openLog } from '../../config/log.ts'
import { freezeDigest } from '../../services/digests.ts'
import { compileDigest } from '../../workers/jobs/compile-digest.ts'
import { visits } from '../../workers/schedule.ts'
import { onBothDatabases } from '../db.ts'
import { collectAll, makePostAt } from '../digest-makers.ts'
import { makePlace } from '../makers.ts'

const PLACE = { id: 'kemijarvi', time_zone: 'Europe/Helsinki' }
const { env } = readEnv({ LOG_LEVEL: 'silent' })

onBothDatabases('the clock’s digests', (open) => {
  let now = new Date('2026-10-20T09:00:00Z')
  const deps = () => ({ db: open().db, clock: () => now, log: openLog(env) })
  const compile = (quarter: string) => compileDigest(deps(), { place: 'kemijarvi', quarter, by: 'Somewall' })
  const rows = () =>
    open().db.selectFrom('digest').select(['quarter', 'state', 'sha256']).orderBy('quarter').execute()

  it('twice is once, and only a quarter that ends is an event', async () => {
    const { db } = open()
    await makePlace(db)
    await collectAll(db, '2026-q3')
    now = new Date('2026-09-20T09:00:00Z')
    await compile('2026-q3')
    await compile('2026-q3')
    expect(await rows()).toMatchObject([{ state: 'open' }])
    now = new Date('2026-10-01T09:00:00Z')
    await compile('2026-q3')
    await compile('2026-q3')
    expect(await rows()).toMatchObject([{ state: 'draft' }])
    const events = await db
      .selectFrom('digest_event')
      .select(['from_state', 'to_state'])
      .orderBy('id')
      .execute()
    expect(events).toEqual([
      { from_state: null, to_state: 'open' },
      { from_state: 'open', to_state: 'draft' },
    ])
  })

  it('leaves locked figures alone, and a time before the place was here', async () => {
    const { db } = open()
    await makePlace(db)
    await collectAll(db, '2026-q3')
    now = new Date('2026-10-20T09:00:00Z')
    await compile('2026-q3')
    await freezeDigest(deps(), PLACE, '2026-q3', 'Johanna')
    const [before] = await rows()
    await makePostAt(db, '2026-08-01T10:00:00Z')
    await compile('2026-q3')
    await compile('2020-q1')
    await compileDigest(deps(), { place: 'posio', quarter: '2026-q3', by: 'Somewall' })
    expect(await rows()).toEqual([before])
  })

  it('are due once a day: the running quarter of the place’s own zone and the one before', async () => {
    const { db } = open()
    await makePlace(db)
    const due = visits.find((one) => one.name === 'digests')?.due
    // Ten in the evening of 30.9. in UTC is the first hour of October in Helsinki.
    const at = new Date('2026-09-30T22:00:00Z')
    const orders = await db.transaction().execute(async (trx) => due?.(trx, at))
    expect(orders?.map((one) => one.payload)).toEqual([
      { place: 'kemijarvi', quarter: '2026-q4', by: 'Somewall' },
      { place: 'kemijarvi', quarter: '2026-q3', by: 'Somewall' },
    ])
    expect(await db.transaction().execute(async (trx) => due?.(trx, at))).toEqual([])
  })
})
