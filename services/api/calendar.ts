// The comms clock as a calendar that people subscribe to: a place's, or one duty's; it names duties, never people.
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type Language, pick, t } from '../../config/i18n.ts'
import { listDuties } from '../../db/duties.ts'
import { findPlace } from '../../db/places.ts'
import { type ClockEntry, listEntries, readClocks } from '../clock.ts'
import type { Deps } from '../deps.ts'
import { reminderDay } from '../domain/clock.ts'
import { type DayEvent, writeCalendar } from '../domain/ical.ts'
import { addDays, dayOf, daysBetween } from '../domain/quarter.ts'
import { Refusal } from '../errors.ts'
import type { Operation } from '../openapi.ts'
import { languageOf } from '../rim.tsx'
import { answerTagged } from './tagged.ts'

/** Days that a calendar shows behind and ahead. */
const [BEHIND, AHEAD] = [366, 400]
const NINE = 9

const query = z.object({
  lang: z.string().optional().describe('fi, sv or en'),
  duty: z.string().optional().describe('only what is this duty’s'),
})

export const calendarOperations: readonly Operation[] = [
  {
    ...{ method: 'get', path: '/calendar/{place}.ics', id: 'readCalendar', section: 'calendar', query },
    summary: 'The comms clock of a place as iCalendar: a year behind and a year ahead',
    answer: { status: 200, description: 'A calendar', type: 'text/calendar', headers: ['etag'] },
  },
]

export function calendarRoutes(deps: Deps): Hono {
  return new Hono().get('/calendar/:file{[a-z0-9-]+\\.ics}', (c) => answer(deps, c))
}

async function answer({ db, env, clock: time }: Deps, c: Context): Promise<Response> {
  const place = await findPlace(db, c.req.param('file')?.replace(/\.ics$/, '') ?? '')
  if (!place) throw new Refusal('not-found', 404)
  const language = languageOf(c, place.languages)
  const duties = await listDuties(db, place.id)
  const asked = c.req.query('duty')
  const only = duties.find(({ id }) => id === asked)
  if (asked !== undefined && !only) throw new Refusal('not-found', 404)
  const today = dayOf(time(), place.time_zone)
  const span = { from: addDays(today, -BEHIND), to: addDays(today, AHEAD), today }
  const clock = (await readClocks(db, [place.id], span.from)).get(place.id)
  const name = (label: Parameters<typeof pick>[0]) => pick(label, language, place.languages[0])
  const named = new Map(duties.map((one) => [one.id, name(one.label)]))
  const events = (clock ? listEntries(clock, span) : [])
    .filter(({ item }) => !only || item.duty_id === only.id)
    .map((one) =>
      eventOf(one, {
        language,
        title: name(one.item.label),
        duty: named.get(one.item.duty_id ?? '') ?? null,
        host: new URL(env.PUBLIC_URL).hostname,
        url: `${env.PUBLIC_URL}/desk/${place.id}/clock`,
      }),
    )
  const title = [t(language, 'clock.title'), name(place.name), ...(only ? [name(only.label)] : [])].join(', ')
  return answerTagged(c, 'text/calendar', writeCalendar(title, language, events))
}

type Around = { language: Language; title: string; duty: string | null; host: string; url: string }

function eventOf(entry: ClockEntry, { language, title, duty, host, url }: Around): DayEvent {
  const { item, key, day, state, said } = entry
  const closed = state === 'done' || state === 'left'
  return {
    uid: `${item.place_id}.${item.id}.${key}@${host}`,
    sequence: item.revision + (said?.revision ?? 0),
    changed: said && said.at > item.at ? said.at : item.at,
    ...{ day, nextDay: addDays(day, 1), title, category: duty, url },
    text: [duty ?? t(language, 'clock.nobody'), t(language, `clock.state.${state}`)].join('\n'),
    alarms: closed ? [] : item.leads.map((lead) => NINE - 24 * daysBetween(reminderDay(day, lead), day)),
  }
}
