// The demo's campaigns: stories of work, good deeds counted to a hundred, a picture contest, a calendar with doors.
import { addMark, listCounters } from '../../db/campaign-counts.ts'
import { findCampaign, listEntries } from '../../db/campaigns.ts'
import { addIdea, saveIdeaTag } from '../../db/ideas.ts'
import {
  type At,
  changeCampaign,
  sentCampaign,
  showCampaign,
  takeBudget,
  takeCampaign,
  takeCounter,
  takeDoors,
  takeFollowUp,
  takeMoney,
  takeWinner,
} from '../../services/campaigns.ts'
import { addDays, listDays } from '../../services/domain/quarter.ts'
import { settle } from '../../services/ideas.ts'
import type { WorkerDeps } from '../../workers/deps.ts'
import { startChance } from './chance.ts'
import { makePilots } from './pilots.ts'
import { TEAM } from './team.ts'

const deeds = [
  'Naapurin lumityöt tehtiin ennen aamukahvia.',
  'Hillotalkoot palvelukodin väelle.',
  'Polkupyöriä korjattiin kielikahvilan uusille kävijöille.',
  'Laavun puuvaja täyttyi talkoissa.',
  'Nuoret opettivat puhelimen käyttöä kirjastossa.',
  'Koiran ulkoilutusta vierailla viikoilla.',
  'Villasukat jokaiselle esikoulun aloittajalle.',
  'Kyyti harrastuksiin kolmelle lapselle.',
]

const doors = [
  'Aamu poroaidalla',
  'Leipomon ensimmäinen uunillinen',
  'Kuoron harjoitus kirkossa',
  'Revontulet Pöyliöjärvellä',
  'Kirjaston joulusatu',
  'Itsenäisyyspäivän kynttilät',
  'Hiihtoladun koneella',
  'Ateljeessa maalataan',
]

/** Nothing here is seen as other than a sample: `markBrought` marks every campaign. */
export async function makeCampaigns(
  deps: WorkerDeps,
  place: At['place'],
  firstDay: string,
  today: string,
): Promise<void> {
  const who: At = { place, by: TEAM.curator }
  const [first, last] = [firstDay, today].map((day) => Number(day.slice(0, 4))) as [number, number]
  for (let year = first; year <= last; year++) {
    // The roadmap asks for a thousand euros more each year.
    await takeBudget(deps, who, { year, amount: 400_000 + (year - first) * 100_000 })
    await workStories(deps, who, year, today)
  }
  await goodDeeds(deps, who, today)
  await makePilots(deps, who, today)
}

/** What is going on when the demo opens: a contest that has its winner, and a calendar between two doors. */
export async function makeLateCampaigns(deps: WorkerDeps, place: At['place'], today: string): Promise<void> {
  const who: At = { place, by: TEAM.curator }
  await contest(deps, who, today)
  await calendar(deps, who, today)
  await ideas(deps, who)
}

/** Two wait for an answer and one has become a trial; nobody here exists. */
async function ideas(deps: WorkerDeps, who: At): Promise<void> {
  const { db, clock } = deps
  const tag = 'kemijärvikokeilee'
  await saveIdeaTag(db, who.place.id, tag)
  const given = [
    ['Yhteinen lumikenkäilta kuutamolla, lainakengät paikalla.', 'Esimerkki Eetu', 15_000],
    ['Kahvila kylätalolle kerran kuussa, jokainen tuo kupin mukanaan.', 'Esimerkki Salli', 20_000],
    ['Opetan pilkkimistä uusille asukkaille kolmena lauantaina.', null, null],
  ] as const
  for (const [body, name, money] of given) {
    const idea = { body, name, contact: 'esimerkki@example.org', money, tag }
    const id = await addIdea(db, who.place.id, idea, clock())
    if (money !== 20_000) continue
    const place = { ...who.place, time_zone: 'Europe/Helsinki' }
    const sent = {
      do: 'take' as const,
      label: 'Kylätalon kuppikahvila',
      money,
      reply: 'Soitettiin ja sovittiin.',
    }
    const trial = await settle(deps, { ...who, place }, id, sent)
    if (trial) await showCampaign(deps, who, trial, { do: 'publish' })
  }
}

async function workStories(deps: WorkerDeps, who: At, year: number, today: string): Promise<void> {
  const [from_day, to_day] = [`${year}-08-10`, `${year}-09-06`]
  const ended = to_day < today
  const id = await takeCampaign(
    deps,
    who,
    sentCampaign.parse({
      ...{ label: `Työn tarinat ${year}`, from_day, to_day, owner: 'elinvoimapalvelut' },
      tags: 'tuhannenjayhdentyöntarinat',
      topic: 'Työ laajasti ymmärrettynä: marjastajasta yrittäjään.',
      audiences: 'Tulomuuttajat, nuoret, paikalliset yritykset',
      purpose: 'Uusia kertojia joka viikko ja yhteydenottoja neuvontaan.',
      doing: 'Yksi tarina viikossa. Kertoja ehdottaa seuraavan.',
      result: ended ? 'Kertojia löytyi joka kylältä. Jatketaan ensi vuonna.' : '',
      lessons: ended ? 'Kasvot ja nimi kantavat pidemmälle kuin valmiit kuvat.' : '',
      stays: ended ? 'Kiertokapula jää viikkonoston rinnalle.' : '',
    }),
  )
  await takeMoney(deps, who, id, { year, granted: 50_000, used: ended ? 40_000 : undefined })
  await takeCounter(deps, who, id, { kind: 'posts', label: 'Julkaisuja', aim: 60 })
  await takeCounter(deps, who, id, { kind: 'contacts', label: 'Yhteydenottoja', aim: 25 })
  await markAll(deps, who, id, { from: from_day, to: to_day, most: 28, told: [] }, today)
  if (ended) await takeFollowUp(deps, who, id, { months: 3, body: 'Kuusi kertojaa julkaisee edelleen itse.' })
}

async function goodDeeds(deps: WorkerDeps, who: At, today: string): Promise<void> {
  const from_day = addDays(today, -70)
  const id = await takeCampaign(
    deps,
    who,
    sentCampaign.parse({
      ...{ label: '100 hyvää tekoa', from_day, to_day: addDays(today, 40), owner: 'järjestöyhdyshenkilö' },
      ...{ kind: 'trial', tags: 'hyvätekokemijärvi' },
      topic: 'Kylät ja yhdistykset haastavat toisensa hyviin tekoihin.',
      audiences: 'Kuntalaiset vauvasta vaariin, kyläyhdistykset, seurat ja koulut',
      purpose: 'Sata hyvää tekoa ennen joulua.',
      doing:
        'Tekijä kertoo teosta tunnisteella tai soittamalla, ja haastaa seuraavan. Lehti kertoo kerran kuussa.',
      title_fi: '100 hyvää tekoa Kemijärvellä',
      title_en: '100 good deeds in Kemijärvi',
      story_fi:
        'Tee hyvä teko, kerro siitä ja haasta seuraava.\n\nKunta laskee teot ja kertoo niistä tällä sivulla.',
      story_en: 'Do a good deed, tell about it and challenge the next one.',
    }),
  )
  await takeMoney(deps, who, id, { year: Number(today.slice(0, 4)), granted: 20_000, used: 12_550 })
  await takeCounter(deps, who, id, { kind: 'other', label: 'Hyviä tekoja', aim: 100 })
  await takeCounter(deps, who, id, { kind: 'contacts', label: 'Yhteydenottoja', aim: undefined })
  await markAll(deps, who, id, { from: from_day, to: today, most: 63, told: deeds }, today)
  await showCampaign(deps, who, id, { do: 'publish' })
}

/** The same hashtag as the town's photographs: the contest's entries are posts that the demo has anyway. */
async function contest(deps: WorkerDeps, who: At, today: string): Promise<void> {
  const card = sentCampaign.parse({
    ...{ label: 'Syksyn kuvakisa', from_day: addDays(today, -60), to_day: addDays(today, -20) },
    ...{ kind: 'contest', tags: 'kemijärvi', owner: 'viestintä' },
    topic: 'Syksyn kuva Kemijärveltä',
    audiences: 'Kuntalaiset, mökkiläiset ja matkailijat',
    purpose: 'Kuvia, joita muuttoa harkitseva ei näe muualla.',
    doing: 'Kuva tunnisteella, yksi kilpailukuva viikossa nostoksi.',
    title_fi: 'Syksyn kuvakisa',
    title_en: 'Autumn photo contest',
    story_fi: 'Voittajan valitsi kirjaston väki. Palkintona oli retki laavulle.',
    story_en: 'The winner was chosen by the people of the library.',
    result: 'Kuvia tuli eri puolilta kuntaa.',
    lessons: 'Tavallinen arki sai enemmän huomiota kuin maisemat.',
    stays: 'Kuvaajilta kysytään lupa heti, kun kuva on hyvä.',
  })
  const id = await takeCampaign(deps, who, card)
  await takeCounter(deps, who, id, { kind: 'posts', label: 'Kuvia ja tarinoita', aim: undefined })
  await showCampaign(deps, who, id, { do: 'publish' })
  const row = await findCampaign(deps.db, who.place.id, id)
  const days = { from: new Date(card.from_day), to: new Date(card.to_day ?? today), keys: ['kemijärvi'] }
  const entries = row
    ? await listEntries(deps.db, { place: who.place.id, id: row.id, members: [] }, days)
    : []
  const best = entries.find((one) => one.state === 'shown' && one.author)
  if (best) await takeWinner(deps, who, id, { post: best.public_id, won: '1' })
}

async function calendar(deps: WorkerDeps, who: At, today: string): Promise<void> {
  const from_day = addDays(today, -5)
  const days = listDays(from_day, addDays(today, 3))
  const card = {
    ...{ label: 'Videojoulukalenteri', kind: 'calendar', from_day, to_day: days.at(-1), owner: 'viestintä' },
    topic: 'Joulukuun työt ja tekijät',
    audiences: 'Kuntalaiset ja muuttoa harkitsevat',
    doing: 'Luukku aukeaa joka aamu. Video kuvataan työpaikalla puhelimella.',
    title_fi: 'Kemijärven joulukalenteri',
    title_en: 'The Christmas calendar of Kemijärvi',
    story_fi: 'Joka päivä aukeaa luukku, jonka takana on kemijärveläinen ja hänen työnsä.',
  }
  const id = await takeCampaign(deps, who, sentCampaign.parse(card))
  const lines = days.map((day, nth) => `${day} ${doors[nth % doors.length]}`)
  await takeDoors(deps, who, id, { doors: lines.join('\n') })
  await changeCampaign(deps, who, id, sentCampaign.parse({ ...card, purpose: 'Yksi tekijä päivässä.' }))
  await showCampaign(deps, who, id, { do: 'publish' })
}

type Marking = { from: string; to: string; most: number; told: readonly string[] }

/** As if people had pressed the counter on the way; only up to today. */
async function markAll(
  deps: WorkerDeps,
  who: At,
  publicId: string,
  one: Marking,
  today: string,
): Promise<void> {
  const { db } = deps
  const row = await findCampaign(db, who.place.id, publicId)
  const counters = row ? await listCounters(db, [row.id]) : []
  const chance = startChance(one.most)
  const days = listDays(one.from, one.to).filter((day) => day <= today)
  for (const { id, kind } of counters.filter((each) => each.kind !== 'posts')) {
    const most = kind === 'contacts' && one.told.length ? 17 : one.most
    for (let n = 0; n < most && days.length; ) {
      const day = days[chance.whole(0, days.length - 1)] ?? one.from
      const told = kind === 'other' ? (one.told[n % one.told.length] ?? null) : null
      const some = n < one.told.length ? 1 : Math.min(chance.whole(1, 5), most - n)
      await addMark(
        db,
        row?.id ?? 0,
        { counter: id, day, n: some, told: n < one.told.length ? told : null },
        {
          ...{ by: who.by, at: deps.clock() },
        },
      )
      n += some
    }
  }
}
