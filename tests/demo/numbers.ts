// Numbers and notes that no platform brings: visitors of the wall, arrivals by hand, and what people said.
import { sql } from 'kysely'
import { makeId } from '../../db/ids.ts'
import { saveMeasures } from '../../db/measures.ts'
import { type Db, json } from '../../db/open.ts'
import { addDays, addQuarters, listDays, quarterDays, quarterOfDay } from '../../services/domain/quarter.ts'
import { startChance } from './chance.ts'
import { TEAM } from './team.ts'

const PLACE = 'kemijarvi'

/** Views of the front page's wall and clicks on it, day by day up to yesterday, as the counter would have them. */
export async function countVisitors(db: Db, firstDay: string, today: string): Promise<void> {
  const chance = startChance(23)
  const rows = listDays(firstDay, today).flatMap((day, nth) => {
    const month = Number(day.slice(5, 7))
    const views = Math.round(
      28 * (1 + nth / 3_000) * (month > 2 && month < 6 ? 1.35 : 1) * (0.6 + chance.next() * 0.8),
    )
    const part = (share: number) => Math.round(views * share * (0.5 + chance.next()))
    return [
      { day, event: 'view', subject: '', n: views },
      { day, event: 'click', subject: '', n: part(0.11) },
      { day, event: 'channel', subject: 'mastodon', n: part(0.02) },
      { day, event: 'action', subject: 'varaa-live', n: part(0.015) },
      { day, event: 'action', subject: 'kysy', n: part(0.02) },
    ].filter((one) => one.n > 0)
  })
  await sql`
    insert into wall_day (place_id, wall_id, day, event, subject, n, sample)
    select ${PLACE}, 'etusivu', day::date, event, subject, n, true
    from jsonb_to_recordset(${json(rows)}::jsonb) as f(day text, event text, subject text, n int4)`.execute(
    db,
  )
}

/** What the town writes by hand every month: arrivals, contacts of people who think of moving. */
export async function enterByHand(db: Db, firstDay: string, today: string, at: Date): Promise<void> {
  const chance = startChance(31)
  const months = [...new Set(listDays(firstDay, addDays(today, -20)).map((day) => day.slice(0, 7)))]
  const measures = months.flatMap((month, nth) => {
    const season = [2, 3, 7, 8, 12].includes(Number(month.slice(5))) ? 1.6 : 1
    const row = (indicator: string, dim: string, unit: string, value: number) => ({
      ...{ indicator, dim, unit, value: String(value), status: 'ok' as const },
      ...{ periodKind: 'month' as const, period: month },
    })
    return [
      row('stay.arrivals', '', 'people', Math.round(2_400 * season * (0.85 + chance.next() * 0.3))),
      row('social.followers', 'Facebook', 'people', 3_900 + nth * 14 + chance.whole(0, 9)),
      row('people.moved-in', '', 'people', chance.whole(14, 34)),
      row('contact.count', 'puhelin', 'contacts', chance.whole(3, 14)),
      row('contact.count', 'viesti', 'contacts', chance.whole(5, 19)),
    ]
  })
  const from = {
    place: PLACE,
    source: 'esimerkki',
    sample: true,
    origin: 'typed' as const,
    enteredBy: TEAM.curator,
    at,
  }
  await saveMeasures(db, from, measures)
}

const said = [
  ['feedback', 'asuminen', 'Vuokra-asuntojen kuvat olivat vanhoja, muuten sivu auttoi hyvin alkuun.'],
  ['feedback', 'työ', 'Löysin avoimet paikat yhdestä paikasta. Kiitos siitä.'],
  [
    'interview',
    'muutto',
    'Perhe muutti työn perässä ja jäi naapurien takia. Toivoi lisää tietoa harrastuksista.',
  ],
  [
    'interview',
    'kieli',
    'Hoitaja kaipasi kielikahvilaa vuorotyöhön sopivaan aikaan. Englanninkielinen sivu oli selkeä.',
  ],
  [
    'observation',
    'kuntamielikuva',
    'Asukkaiden julkaisuissa toistuvat järvi, rauha ja ihmiset, joilta saa apua.',
  ],
  ['observation', 'palvelut', 'Opaspoolin esittely sai paljon kysymyksiä: kuka vastaa viikonloppuna?'],
  [
    'feedback',
    'päivähoito',
    'Päivähoitopaikka järjestyi ennen muuttoa, koska joku vastasi viestiin samana päivänä.',
  ],
  [
    'interview',
    'yrittäjä',
    'Etäyrittäjä valitsi kunnan verkkoyhteyden takia. Toimitilasta oli vaikea saada kuvia.',
  ],
] as const

/** A few notes each quarter: feedback, interviews and observations. */
export async function writeNotes(db: Db, firstDay: string, today: string, at: Date): Promise<void> {
  const chance = startChance(41)
  for (
    let quarter = quarterOfDay(firstDay);
    quarterDays(quarter).from <= today;
    quarter = addQuarters(quarter, 1)
  ) {
    const { from } = quarterDays(quarter)
    for (const [kind, theme, body] of said) {
      const day = addDays(from, chance.whole(3, 88))
      if (day > today || chance.next() < 0.25) continue
      await addNote(db, { kind, theme, body, day, at })
    }
  }
}

type Said = {
  kind: 'feedback' | 'interview' | 'observation'
  theme: string
  body: string
  day: string
  at: Date
}

async function addNote(db: Db, { kind, theme, body, day, at }: Said): Promise<void> {
  await db
    .insertInto('note')
    .values({
      public_id: makeId('n'),
      place_id: PLACE,
      kind,
      day,
      theme,
      body,
      sample: true,
      by: TEAM.curator,
      at,
    })
    .execute()
}
