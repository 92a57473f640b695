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

/** What the town writes by hand in the month after: arrivals, contacts of people who think of moving. */
export async function enterByHand(db: Db, firstDay: string, today: string, at: Date): Promise<void> {
  const chance = startChance(31)
  const months = [...new Set(listDays(firstDay, addDays(today, -20)).map((day) => day.slice(0, 7)))]
  for (const [nth, month] of months.entries()) {
    const season = [2, 3, 7, 8, 12].includes(Number(month.slice(5))) ? 1.6 : 1
    const row = (indicator: string, dim: string, unit: string, value: number) => ({
      ...{ indicator, dim, unit, value: String(value), status: 'ok' as const },
      ...{ periodKind: 'month' as const, period: month },
    })
    const told = new Date(`${addDays(`${month}-28`, 9)}T09:00:00Z`)
    const from = {
      place: PLACE,
      source: 'esimerkki',
      sample: true,
      origin: 'typed' as const,
      enteredBy: TEAM.curator,
      at: told < at ? told : at,
    }
    await saveMeasures(db, from, [
      row('stay.arrivals', '', 'people', Math.round(2_400 * season * (0.85 + chance.next() * 0.3))),
      row('social.followers', 'Facebook', 'people', 3_900 + nth * 14 + chance.whole(0, 9)),
      row('people.moved-in', '', 'people', chance.whole(14, 34)),
      row('contact.count', 'puhelin', 'contacts', chance.whole(3, 14)),
      row('contact.count', 'viesti', 'contacts', chance.whole(5, 19)),
    ])
  }
}

const said = [
  ['feedback', 'asuminen', 'Vuokra-asuntojen kuvat olivat vanhoja, muuten sivu auttoi hyvin alkuun.'],
  ['feedback', 'asuminen', 'Onko keskustassa kolmiota vapaana elokuussa? En löytänyt vuokria mistään.'],
  ['feedback', 'asuminen', 'Tonttikartta oli selvä. Kiitos, että joku soitti perään.'],
  ['feedback', 'asuminen', 'Etsimme taloa järven rannalta. Saisiko myytävistä listan yhteen paikkaan?'],
  ['feedback', 'asuminen', 'Asuntoneuvoja vastasi lomallaankin. Ei olisi tarvinnut, mutta kiitos.'],
  ['feedback', 'asuminen', 'Saako kissan ottaa mukaan vuokra-asuntoon? Ilmoituksessa ei sanottu.'],
  ['feedback', 'asuminen', 'Kalustettu asunto ensimmäiseksi kuukaudeksi olisi auttanut meitä paljon.'],
  ['feedback', 'työ', 'Löysin avoimet paikat yhdestä paikasta. Kiitos siitä.'],
  ['feedback', 'työ', 'Puolisolleni ei löytynyt töitä samasta listasta. Voisiko puolisoa ajatella erikseen?'],
  ['feedback', 'harrastukset', 'Uimahallin ja jumpan ajat ovat eri sivuilla. Yksi kalenteri riittäisi.'],
  ['feedback', 'kieli', 'The page in English was clear. Where do I book a doctor?'],
  [
    'feedback',
    'päivähoito',
    'Päivähoitopaikka järjestyi ennen muuttoa, koska joku vastasi viestiin samana päivänä.',
  ],
  [
    'interview',
    'muutto',
    'Perhe muutti työn perässä ja jäi naapurien takia. Toivoi lisää tietoa harrastuksista.',
  ],
  ['interview', 'muutto', 'Paluumuuttaja kaipasi ensimmäisenä talvena jotakuta, jolta kysyä auraamisesta.'],
  ['interview', 'muutto', 'Eläkepari valitsi kylän, koska koira sai juosta. Bussi iltaisin puuttui.'],
  ['interview', 'muutto', 'Opettaja sai asunnon ja avaimet samana päivänä. Piti sitä pienenä ihmeenä.'],
  [
    'interview',
    'kieli',
    'Hoitaja kaipasi kielikahvilaa vuorotyöhön sopivaan aikaan. Englanninkielinen sivu oli selkeä.',
  ],
  [
    'interview',
    'kieli',
    'Kokki oppi suomen keittiössä. Lomakkeet täytti työkaveri, eikä se tuntunut hyvältä.',
  ],
  [
    'interview',
    'yrittäjä',
    'Etäyrittäjä valitsi kunnan verkkoyhteyden takia. Toimitilasta oli vaikea saada kuvia.',
  ],
  [
    'observation',
    'kuntamielikuva',
    'Asukkaiden julkaisuissa toistuvat järvi, rauha ja ihmiset, joilta saa apua.',
  ],
  ['observation', 'palvelut', 'Opaspoolin esittely sai paljon kysymyksiä: kuka vastaa viikonloppuna?'],
] as const

/** One note in so many is left out, each quarter another. */
const LEFT_OUT = 0.12

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
      if (day > today || chance.next() < LEFT_OUT) continue
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
