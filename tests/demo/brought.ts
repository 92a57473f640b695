// What people bring to the demo's digests: a survey each quarter, labels, quotes, targets, campaigns, and actions kept.
import { sql } from 'kysely'
import { listPromises } from '../../db/actions.ts'
import { saveLabel } from '../../db/labels.ts'
import { saveMeasures } from '../../db/measures.ts'
import type { Db } from '../../db/open.ts'
import { contents, images } from '../../db/schema.ts'
import { saveStrategy } from '../../db/strategy.ts'
import { openSample, takeQuote } from '../../services/brought.ts'
import type { Act } from '../../services/curate.ts'
import { decideAction, signSections, tellAction } from '../../services/digest-work.ts'
import { addDays, addQuarters, quarterDays } from '../../services/domain/quarter.ts'
import { findSurvey, makeSurvey, takeAnswers } from '../../services/surveys.ts'
import { takeParts, takeTarget } from '../../services/targets.ts'
import { textMark } from '../../services/text-mark.ts'
import type { WorkerDeps } from '../../workers/deps.ts'
import { makeCampaigns } from './campaigns.ts'
import { type Chance, startChance } from './chance.ts'
import { bringExports } from './exports.ts'
import { bringStudy } from './study.ts'
import { TEAM } from './team.ts'

type Place = Act['place']
const PLACE = 'kemijarvi'

/** Of each quarter of the year: what, who, of which area, and how many days after the quarter's digest it is due. */
const actions = [
  [
    ['Kesätyöpaikat haettaviksi yhdeltä sivulta helmikuussa.', 'henkilöstöpalvelut', 'hallinto', 40],
    ['Uimahallin ja jumpan ajat samaan kalenteriin.', 'liikuntaneuvoja', 'sivistys', 70],
    ['Tonttikarttaan lisätään kuva jokaisesta tontista.', 'kartoittaja', 'tekninen', 85],
  ],
  [
    [
      'Vapaiden vuokra-asuntojen kuvat uusitaan ja kootaan yhdelle sivulle.',
      'asuntoneuvoja',
      'asettautuminen',
      75,
    ],
    ['Opaspoolin kuvat ja kielitaito lisätään muuttajan sivulle.', 'muutto-opas', 'asettautuminen', 60],
    ['Kielikahvilan ajat näkyviin seinän viereen.', 'kansalaisopisto', 'sivistys', 45],
  ],
  [
    ['Joka kuukausi yksi englanninkielinen tarina.', 'viestinnästä vastaava', 'hallinto', 90],
    ['Vapaista toimitiloista kuvat ja vuokrat samaan paikkaan.', 'yritysneuvoja', 'elinkeino', 80],
    ['Viikkonostolle nimetään varahenkilö lomien ajaksi.', 'viestinnästä vastaava', 'hallinto', 50],
  ],
  [
    ['Lääkärin ajanvaraus neuvotaan myös englanniksi.', 'muutto-opas', 'asettautuminen', 45],
    ['Auraus ja valaistus kerrotaan kylittäin ennen pakkasia.', 'kunnossapito', 'tekninen', 30],
    ['Kylien talkoista kysytään kuva ja lupa paikan päällä.', 'viestinnän toteuttaja', 'hallinto', 80],
  ],
] as const

const quotes = [
  ['praise', 'interview', 'Joku vastasi viestiini samana päivänä, ja hänellä oli aikaa.'],
  ['praise', 'survey', 'Lapset saivat kaverin ennen kuin muuttolaatikot oli purettu.'],
  ['praise', 'interview', 'Opaspoolin mummo haki meidät asemalta ja näytti, mistä saa hyvää leipää.'],
  ['wish', 'survey', 'Harrastusten ajat samaan kalenteriin, kiitos.'],
  ['wish', 'interview', 'Englanninkielistä tietoa lääkärin ajanvarauksesta.'],
] as const

/** Lists, targets and campaigns that stand for the whole time. */
export async function prepareBrought(
  deps: WorkerDeps,
  place: Place,
  firstDay: string,
  today: string,
): Promise<void> {
  const { db } = deps
  await saveStrategy(db, PLACE, [
    'Ihmiset kertovat, kunta nostaa esiin.',
    'Jokaisesta viestistä on askel eteenpäin.',
    'Tieto on ajan tasalla ja useammalla kielellä.',
  ])
  const who = { place, by: TEAM.curator }
  const [from, to] = [Number(firstDay.slice(0, 4)), Number(today.slice(0, 4))]
  for (let year = from; year <= to; year++) {
    const target = {
      year,
      direction: 'up' as const,
      cumulative: '1' as const,
      least: undefined,
      note: undefined,
    }
    await takeTarget(deps, who, {
      ...target,
      label: 'Viikkonostoja',
      figure: 'F13',
      baseline: '31',
      aim: '52',
      ...(year === to && { note: 'Lomaviikoilta jäi nostoja väliin. Varahenkilö on nyt sovittu.' }),
    })
    await takeTarget(deps, who, {
      ...target,
      label: 'Uusia tarinoita',
      figure: 'F31',
      baseline: '60',
      aim: '120',
    })
    await takeTarget(deps, who, {
      ...target,
      label: 'Yhteydenottoja',
      figure: 'F19',
      baseline: '150',
      aim: '200',
    })
    const met = {
      ...target,
      cumulative: undefined,
      label: 'Kohdatut tulomuuttajat',
      baseline: '70',
      aim: '1',
    }
    const note = year === to ? 'Yritysneuvonta kertoo lukunsa joulukuussa.' : undefined
    const goal = await takeTarget(deps, who, { ...met, figure: undefined, note })
    await takeParts(deps, { ...who, place: { ...place, members: [] } }, goal, {
      ...{ label_0: 'Asettautumispalvelut', aim_0: '25', actual_0: '28' },
      ...{ label_1: 'Kansalaisopisto', aim_1: '18', actual_1: '12' },
      ...{ label_2: 'Yritysneuvonta', aim_2: '12', actual_2: year < to ? '14' : '' },
      ...{ label_3: 'Kylät ja yhdistykset', aim_3: '30', actual_3: '37' },
    })
  }
  await makeCampaigns(deps, { ...place, members: [] }, firstDay, today)
  await makeSurvey(
    deps,
    PLACE,
    {
      title: 'Tulomuuttajakysely (esimerkki)',
      questions: [
        { kind: 'scale', label: 'Kuinka hyvin sait apua muuttoosi?', low: 1, high: 4, choices: [] },
        { kind: 'nps', label: 'Suosittelisitko Kemijärveä ystävällesi?', low: 0, high: 10, choices: [] },
        { kind: 'grade', label: 'Minkä arvosanan annat neuvonnalle?', low: 4, high: 10, choices: [] },
        {
          ...{ kind: 'several', label: 'Mistä sait tietoa Kemijärvestä?', low: null, high: null },
          choices: ['kaupungin sivut', 'some', 'työnantaja', 'tuttava tai sukulainen', 'lehti'],
        },
        { kind: 'open', label: 'Mitä toivot lisää?', low: null, high: null, choices: [] },
      ],
    },
    TEAM.curator,
  )
  await measureSurroundings(db, firstDay, today)
  await bringStudy(deps, place, addDays(today, -70))
}

/** Unemployment and open jobs by the month, and the hours that communication took: each told in the month after. */
async function measureSurroundings(db: Db, firstDay: string, today: string): Promise<void> {
  const chance = startChance(53)
  const months = [...new Set([...Array(27).keys()].map((n) => addDays(firstDay, n * 30).slice(0, 7)))]
  const from = { place: PLACE, source: 'esimerkki', sample: true, origin: 'typed' as const }
  for (const [nth, month] of months.filter((one) => one < addDays(today, -30).slice(0, 7)).entries()) {
    const common = { status: 'ok' as const, periodKind: 'month' as const, period: month }
    const row = (indicator: string, unit: string, value: string, dim = '') => ({
      ...{ ...common, indicator, dim, unit, value },
    })
    const at = new Date(`${addDays(`${month}-28`, 14)}T09:00:00Z`)
    await saveMeasures(db, { ...from, enteredBy: TEAM.curator, at }, [
      row('work.unemployment', 'percent', (13.8 - nth * 0.05 + chance.next()).toFixed(1)),
      row('work.open-jobs', 'count', String(chance.whole(52, 96))),
      row('work.hours', 'hours', String(chance.whole(18, 34))),
      row('counter', 'count', String(chance.whole(4, 19)), 'Neuvotut henkilöt'),
      row('contact.heard-from', 'contacts', String(chance.whole(3, 8)), 'some'),
      row('contact.heard-from', 'contacts', String(chance.whole(2, 6)), 'tuttava tai sukulainen'),
    ])
  }
}

/** What a quarter's digest needs before its figures are locked. */
export async function bringQuarter(deps: WorkerDeps, place: Place, quarter: string): Promise<void> {
  const chance = startChance(Number(quarter.replace(/\D/g, '')))
  const who = { place, by: TEAM.curator }
  await tellPromises(deps, place, quarter)
  await answerSurvey(deps, quarter, chance)
  await bringExports(deps, place, quarter)
  for (const [mood, origin, body] of quotes) {
    if (chance.next() < 0.25) continue
    const day = addDays(quarterDays(quarter).from, chance.whole(20, 85))
    await takeQuote(deps, who, {
      mood,
      origin,
      body,
      day,
      cleared_how: 'kysyttiin haastattelussa (esimerkki)',
    })
  }
  for (const author of ['residents', 'own'] as const) {
    const sample = await openSample(deps, place, quarter, author)
    for (const one of sample.slice(0, 60)) {
      const dice = chance.next()
      const tone = dice < 0.56 ? 'positive' : dice < 0.86 ? 'neutral' : dice < 0.95 ? 'negative' : 'unclear'
      const [content, image] = [chance.whole(0, contents.length - 1), chance.whole(0, images.length - 1)]
      await saveLabel(deps.db, {
        ...{ place_id: PLACE, quarter, author, item: one.item, tone, by: TEAM.curator, at: deps.clock() },
        ...{ content: contents[content] ?? 'other', image: images[image] ?? 'none' },
        theme: ['työ', 'asuminen', 'luonto', 'yhteisö'][chance.whole(0, 3)] ?? null,
      })
    }
  }
  const { from, to } = quarterDays(quarter)
  await deps.db
    .updateTable('note')
    .set({ cleared_by: TEAM.curator, cleared_at: deps.clock() })
    .where('kind', '=', 'observation')
    .where('day', '>=', from)
    .where('day', '<', to)
    .execute()
  await sql`
    update note set answered_on = day + (1 + length(body) % 4) where kind = 'feedback' and answered_on is null
      and day >= ${from}::date and day < ${to}::date`.execute(deps.db)
}

/** How many in one have heard of the town each way. */
const heard = [0.62, 0.48, 0.31, 0.44, 0.06]

async function answerSurvey(deps: WorkerDeps, quarter: string, chance: Chance): Promise<void> {
  const known = await deps.db.selectFrom('survey').select('public_id').executeTakeFirst()
  const survey = await findSurvey(deps, PLACE, known?.public_id ?? '')
  const words = ['Harrastuksia lapsille.', 'Lisää vuokra-asuntoja.', 'Bussi myös iltaisin.', '', '', '']
  const answers = Array.from({ length: chance.whole(14, 31) }, (_, nth) => ({
    line: nth + 2,
    cells: [
      String(Math.min(4, chance.whole(2, 5))),
      String(Math.min(10, chance.whole(5, 12))),
      ['8', '8+', '9-', '9', '7½', '9+'][chance.whole(0, 5)] ?? '8',
      ...heard.map((often) => (chance.next() < often ? '1' : '0')),
      words[chance.whole(0, 5)] ?? '',
    ],
  }))
  // As Webropol writes it: a question with several answers takes a column for each of its options.
  const head = {
    line: 1,
    cells: survey.questions.flatMap(({ kind, label, choices }) =>
      kind === 'several' ? choices.map((one) => `${label}: ${one}`) : [label],
    ),
  }
  const { from } = quarterDays(quarter)
  const batch = { from: addDays(from, 60), to: addDays(from, 80), link: 'closed' as const, invited: 36 }
  await takeAnswers(
    deps,
    PLACE,
    survey,
    { rows: [head, ...answers], columns: [1, 2, 3, ...heard.map(() => 4), 5], batch },
    { by: TEAM.curator, language: 'fi' },
  )
}

/** Before the figures are locked it is told how it went with what was promised. */
async function tellPromises(deps: WorkerDeps, place: Place, quarter: string): Promise<void> {
  const where = { place, quarter, by: TEAM.curator }
  const before = addQuarters(quarter, -1)
  const promised = await listPromises(deps.db, PLACE, quarter, { before, from: quarterDays(quarter).from })
  for (const [nth, one] of promised.filter((each) => each.state === 'open').entries()) {
    if (nth === 2) continue
    const done = one.due ?? quarterDays(quarter).from
    await tellAction(deps, where, one.public_id, { state: 'done', result: 'Tehty ja todettu hyväksi.', done })
  }
}

/** In the meeting three things are decided, and the conclusions are signed. */
export async function meet(
  deps: WorkerDeps,
  place: Place,
  quarter: string,
  texts: Record<string, string>,
): Promise<void> {
  const where = { place, quarter, by: TEAM.curator }
  for (const [what, who, area, days] of actions[Number(quarter.at(-1)) - 1] ?? [])
    await decideAction(deps, where, { what, who, area, due: addDays(quarterDays(quarter).to, 30 + days) })
  const signed = ['conclusion1', 'image'].map((id) => [id, textMark(texts[id] ?? '')] as const)
  await signSections(deps, { ...where, by: TEAM.editor }, Object.fromEntries(signed))
}

/** Everything of this is a sample, and says so. */
export async function markBrought(db: Db): Promise<void> {
  for (const table of [
    'survey',
    'survey_batch',
    'quote',
    'target',
    'idea',
    'campaign',
    'digest_action',
  ] as const)
    await db.updateTable(table).set({ sample: true }).where('place_id', '=', PLACE).execute()
}
