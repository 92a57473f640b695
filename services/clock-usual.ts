// The year that every town's clock begins with: the cycles of the source documents, to be changed at the desk.
import type { Cycle } from '../config/cycle.ts'
import type { ClockWork } from '../db/schema.ts'
import type { usualDuties } from './duties.ts'

type Usual = {
  id: string
  duty: (typeof usualDuties)[number]
  cycle: Cycle
  leads: number[]
  work: ClockWork | null
}

const yearly = (...dates: string[]): Cycle => ({ every: 'year', dates })
const times = (...months: number[]): Cycle => ({ every: 'times', note: '', months })

/** The second quarter's analysis waits for the end of the holidays; what follows from it waits with it. */
export const usualItems = [
  { id: 'lift', duty: 'curator', cycle: { every: 'week', on: ['thu'] }, leads: [0], work: 'lift' },
  { id: 'numbers', duty: 'comms-lead', cycle: { every: 'quarter', day: 10 }, leads: [7, 1], work: 'numbers' },
  { id: 'freeze', duty: 'comms-lead', cycle: { every: 'quarter', day: 15 }, leads: [3], work: 'freeze' },
  {
    id: 'analysis',
    duty: 'group-lead',
    cycle: yearly('01-29', '04-29', '08-21', '10-29'),
    leads: [14, 2],
    work: 'analysis',
  },
  {
    id: 'areas',
    duty: 'group-lead',
    cycle: yearly('02-05', '05-06', '08-28', '11-05'),
    leads: [0],
    work: 'areas',
  },
  { id: 'news', duty: 'makers', cycle: times(2, 5, 9, 11), leads: [14, 2], work: 'news' },
  { id: 'short-council', duty: 'management', cycle: times(2, 9), leads: [14], work: 'short-council' },
  { id: 'short-staff', duty: 'makers', cycle: times(2, 9), leads: [14], work: 'short-staff' },
  { id: 'channels', duty: 'comms-lead', cycle: yearly('02-10'), leads: [14], work: null },
  { id: 'plan', duty: 'group-lead', cycle: yearly('02-20'), leads: [30, 14], work: 'plan' },
  { id: 'review', duty: 'developer', cycle: yearly('12-10'), leads: [30], work: 'review' },
] as const satisfies readonly Usual[]
