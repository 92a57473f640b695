// Reminders of the clock: once for each round and lead, at nine of the place, to whose duty it is or who stands in.
import { expect, it } from 'vitest'
import { saveClockItem, saveClockRound } from '../../db/clock.ts'
import { saveDuty, setHolder } from '../../db/duties.ts'
import { dropRole } from '../../db/people.ts'
import { momentAt } from '../../services/domain/quarter.ts'
import { remind } from '../../workers/jobs/remind.ts'
import { onBothDatabases } from '../db.ts'
import { makePerson, makePlace, NOW } from '../makers.ts'
import { makeWorker } from './worker.ts'

const PLACE = 'kemijarvi'
const ZONE = 'Europe/Helsinki'
const SMTP = { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'Kello <kello@kunta.example>' }

onBothDatabases('reminders', (open) => {
  const begin = async (leads: number[], day = '2026-03-30') => {
    const { db } = open()
    await makePlace(db, PLACE)
    await saveDuty(db, PLACE, 'lead', { fi: 'Viestinnästä vastaava' })
    const item = { id: 'x', label: { fi: 'Kokous', en: 'Meeting' }, duty_id: 'lead', work: null, leads }
    const history = [{ from: '2026-01-01', cycle: { every: 'once', day } as const }]
    await saveClockItem(db, PLACE, { ...item, history, until: null }, { by: 'x', at: NOW })
    const made = makeWorker(open(), {})
    const deps = { ...made, env: { ...made.env, ...SMTP } }
    return {
      db,
      async at(moment: Date) {
        made.at(moment)
        await Promise.all([remind(deps, { place: PLACE }), remind(deps, { place: PLACE })])
        return (
          await db.selectFrom('mail').select(['recipient', 'subject', 'text']).orderBy('id').execute()
        ).splice(told)
      },
      without: () => remind(made, { place: PLACE }),
    }
  }
  let told = 0
  const person = (email: string, role: 'editor' | 'writer' | 'admin' = 'writer') =>
    makePerson(open().db, { email, role, password: 'x' })
  const hold = (id: number, deputy = false) =>
    setHolder(open().db, PLACE, 'lead', { deputy, person: id, at: NOW })

  it('come once for each lead, not before nine, also on the day when the clocks go forward', async () => {
    told = 0
    const clock = await begin([7, 1])
    await hold(await person('anna@example.org'))
    const days: string[] = []
    for (let hour = 0; hour < 24 * 12; hour += 3) {
      // From Friday 20 March; 29 March 2026 has 23 hours, and Sunday is no day for reminders.
      const now = new Date(momentAt('2026-03-20', 0, ZONE).getTime() + hour * 3_600_000)
      for (const mail of await clock.at(now)) {
        told++
        days.push(`${now.toISOString()} ${mail.subject}`)
      }
    }
    expect(days).toEqual([
      '2026-03-23T07:00:00.000Z Muistutus: Kokous, 7 päivän päästä',
      '2026-03-27T07:00:00.000Z Muistutus: Kokous, 3 päivän päästä',
    ])
  })

  it('go to the deputy of a holder who has left, then to the editor, and say so', async () => {
    told = 0
    const clock = await begin([7, 5, 3], '2026-03-27')
    const [anna, mika] = [await person('anna@example.org'), await person('mika@example.org')]
    await person('paatoimittaja@example.org', 'editor')
    await hold(anna)
    await hold(mika, true)
    await dropRole(clock.db, anna, PLACE, NOW)
    const [first] = await clock.at(momentAt('2026-03-20', 600, ZONE))
    expect([first?.recipient, first?.text]).toEqual([
      'mika@example.org',
      expect.stringContaining('Saat tämän sijaisena'),
    ])
    told = 1
    await dropRole(clock.db, mika, PLACE, NOW)
    const [second] = await clock.at(momentAt('2026-03-24', 600, ZONE))
    expect([second?.recipient, second?.text]).toEqual([
      'paatoimittaja@example.org',
      expect.stringContaining('Nimeä heidät'),
    ])
  })

  it('of a moved round come anew, of a done one never, and without a mail server none is used up', async () => {
    told = 0
    const clock = await begin([7])
    await hold(await person('anna@example.org'))
    await clock.without()
    expect(await clock.at(momentAt('2026-03-23', 600, ZONE))).toHaveLength(1)
    told = 1
    const round = {
      place_id: PLACE,
      item_id: 'x',
      key: '2026-03-30',
      planned: '2026-03-30',
      by: 'x',
      at: NOW,
    }
    const open = { done_at: null, done_by: null, reason: null }
    await saveClockRound(clock.db, { ...round, ...open, day: '2026-04-20' })
    expect(await clock.at(momentAt('2026-04-13', 600, ZONE))).toHaveLength(1)
    told = 2
    await saveClockRound(clock.db, { ...round, day: '2026-05-20', done_at: NOW, done_by: 'x', reason: null })
    expect(await clock.at(momentAt('2026-05-13', 600, ZONE))).toEqual([])
  })
})
