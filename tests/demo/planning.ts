// What the demo's town plans: its audiences and channels, a process and a plan for each year, and contents kept fresh.
import { listRegister } from '../../db/audiences.ts'
import type { Db } from '../../db/open.ts'
import { findPlan, findPlanInForce } from '../../db/plans.ts'
import { listTargets } from '../../db/targets.ts'
import { registerSources, takeModel } from '../../services/audiences.ts'
import type { Act } from '../../services/curate.ts'
import type { Deps } from '../../services/deps.ts'
import { beginLike } from '../../services/plan-like.ts'
import { keepRow } from '../../services/planned.ts'
import { keepMeasures, passPlan, readActionForm, readPlanForm, sentMove } from '../../services/plans.ts'
import { beginYear, keepReview, tick } from '../../services/process.ts'
import { TEAM } from './team.ts'

const steps = {
  why: 'Yhä useampi tietää, että Kemijärvellä on työtä ja tilaa elää. Muuttajan kysymykseen vastataan samana päivänä.',
  whom: 'Lapsiperheet ja työikäiset, etätyöntekijät, poismuuttaneet ja alueen yritykset, jotka etsivät tekijöitä.',
  what: 'Ihmisten omat tarinat työstä ja arjesta. Kärkenä asiakaskokemus, ja jokaisessa tapa ottaa yhteyttä.',
  where: 'Muuttajan sivu ja sen someseinä, kaupungin Facebook ja Instagram, kumppanien kanavat.',
  when: 'Joka viikko yksi nosto. Messuilla ja syksyn rekrytoinnin aikaan enemmän.',
  who: 'Viestinnästä vastaava toteuttaa, viestintäryhmä suunnittelee, jokainen kertoo omasta työstään.',
  'take-part': 'Kommentoimme ja jaamme asukkaiden julkaisuja. Kysymys ei jää ilman vastausta.',
  analyse: 'Neljännesvuosittain koosteesta: mihin tartuttiin, mikä ei kiinnostanut ketään.',
  measure: 'Nostot, uudet tarinat ja yhteydenotot.',
  develop: 'Englanninkielistä on liian vähän. Huonosti kulkevista julkaisusarjoista luovutaan.',
} as const

const cards = [
  ['landing', 'Muuttajan sivu', 'Yhteystiedot, palvelut ja someseinä.', 'fi, en', 2],
  ['guides', 'Tulomuuttajan opaspooli', 'Oppaat, joilta voi kysyä mitä tahansa.', 'fi, en', 5],
  ['notice', 'Muuttajan huoneentaulu', 'Tärkeimmät numerot ja ensimmäiset viikot yhdellä sivulla.', 'fi', -1],
  ['service', 'Palvelukortit', 'Asuminen, päivähoito, koulu, työ ja vapaa-aika.', 'fi', 3],
  ['international', 'Moving to Kemijärvi', 'Sisältö niille, jotka muuttavat ulkomailta.', 'en', 1],
  ['promise', 'Palvelulupaus', 'Vastaamme samana päivänä.', 'fi, en', 6],
] as const

const guides = (year: number) =>
  [
    `Tuula Tunturi (esimerkki) | opas1@esimerkki.example | suomi, englanti | ${year}-05-31`,
    `Jouni Järvi (esimerkki) | opas2@esimerkki.example | suomi, ruotsi | ${year + 1}-05-31`,
  ].join('\n')

/** The languages of the channels that speak to others than those who live here. */
const languages = {
  ...{ verkkosivut: ['fi', 'en'], landing: ['fi', 'en'], facebook: ['fi'], instagram: ['fi', 'en'] },
  ...{ tiedotteet: ['fi'], lehdistotiedotteet: ['fi'], uutiskirje: ['fi'], 'kemijarvi-tv': ['fi'] },
  ...{ haastattelut: ['fi'], whatsapp: ['fi'], sisaiset: ['fi'], henkilosto: ['fi'], kumppanit: ['fi'] },
}

/** Every source stands in the register under the name that it gave, and what is known of the town's own channels. */
async function settleRegister(deps: Deps, act: Act): Promise<void> {
  await registerSources(deps, act)
  for (const { place_id: _, sample: __, id, ...row } of await listRegister(deps.db, act.place.id)) {
    const known = Object.entries(languages).find(([one]) => one === id)
    if (known) await keepRow(deps, act, 'channel', id, { ...row, languages: known[1] })
  }
}

/** What stands from the first day on; `today` is the day on which the demo is opened. */
export async function beginPlanning(deps: Deps, act: Act, today: string): Promise<void> {
  await takeModel(deps, act, 'audiences')
  await takeModel(deps, act, 'channels')
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  for (const [kind, title, body, languages, ahead] of cards) {
    const at = new Date(Date.UTC(year, month - 1 + ahead, 15)).toISOString().slice(0, 10)
    await keepRow(deps, act, 'card', null, {
      ...{ kind, title, body, url: null, duty_id: 'comms-lead', languages: languages.split(', ') },
      holders: kind === 'guides' ? readGuides(guides(year)) : [],
      reviewed_on: `${year - 1}-11-20`,
      review_on: at,
    })
  }
}

const readGuides = (text: string) =>
  text.split('\n').map((line) => {
    const [name = '', contact = '', languages = '', until = ''] = line.split(' | ')
    return { name, contact, languages, until }
  })

/** The plan and the process of a year, made in January and handled by the board. */
export async function planYear(deps: Deps, act: Act, year: number): Promise<void> {
  const editor = { ...act, name: TEAM.editor }
  await beginYear(deps, act, String(year))
  const days = { from_day: `${year}-01-01`, to_day: `${year}-12-31` }
  const form = {
    ...{ title: `Asettautumispalvelujen viestintäsuunnitelma ${year}`, ...days, record: `KEMI/${year}/12` },
    ...Object.fromEntries(Object.entries(steps).map(([step, text]) => [`step_${step}`, text])),
    partners: 'Kemijärven Matkailun ja yrittäjien kanavat: yhteiset tunnisteet, linkit toistemme tarinoihin.',
    resources: 'Kaksi tuntia viikossa, ja vuoden kokeiluraha, josta raportoidaan vuoden lopussa.',
    proposal: 'Kunnanhallitus merkitsee viestintäsuunnitelman tiedoksi.',
  }
  const id = await keepRow(deps, act, 'plan', null, readPlanForm(form))
  const goal = await keepRow(deps, act, 'goal', null, {
    ...{ plan_id: id, label: 'Muuttaja löytää meidät ja saa vastauksen' },
    ...{ near_text: 'Jokaisella viikolla nosto', near_day: `${year}-12-31` },
    ...{ far_text: 'Kaksi sataa yhteydenottoa vuodessa', far_day: '2030-12-31' },
  })
  const common = {
    plan_id: id,
    goal_id: goal,
    duty_id: 'comms-lead',
    area_id: '',
    state: 'open',
    result: '',
    utm: '',
  }
  const actions = [
    { what: 'Työn tarinat esiin', continuous: '1', tags: '#tuhannenjayhdentyöntarinat', aim: '6' },
    { what: 'Matkatoimiston tarina', every: 'week', on: ['fri'], tags: '#tuhannenjayhdentyönmatkatoimisto' },
    { what: 'Järvimaisemat kesäksi', continuous: '1', tags: '#kemijärvilapinjärvimailla', aim: '4' },
    { what: 'Asettautumispalveluinfo valtuustossa', every: 'times', months: ['2', '9'], tags: '' },
    { what: 'Muuttomessut', day: `${year}-10-08`, tags: '' },
    { what: 'Kokeilujen arviointi ja raportti vaikuttavuudesta', day: `${year}-12-04`, tags: '' },
  ]
  for (const [nth, one] of actions.entries()) {
    const audience = [
      'ext-tulomuuttajat',
      'ext-kuntalaiset',
      'ext-kumppanit',
      'int-paattajat',
      'ext-tulomuuttajat',
      'int-paattajat',
    ][nth]
    const channels = nth === 3 || nth === 5 ? ['sisaiset'] : ['facebook', 'instagram', 'landing']
    const sent = {
      ...common,
      audience_id: audience ?? '',
      channels,
      duty_id: nth === 3 ? 'group-lead' : 'comms-lead',
    }
    await keepRow(deps, act, 'action', null, readActionForm({ ...sent, ...one }))
  }
  const targets = await listTargets(deps.db, act.place.id, year)
  await keepMeasures(
    deps,
    act,
    id,
    targets.map((one) => one.public_id),
  )
  const move = (name: string, more = {}) =>
    passPlan(deps, editor, id, sentMove.parse({ move: name, ...more }))
  await move('approve')
  await move('send')
  await move('handle', { handled_on: `${year}-02-16`, section: '47', decision: 'Merkittiin tiedoksi.' })
  await move('enforce', { replaces: '1' })
}

/** Of the critical tasks of the model: what was done each quarter, and what was still done in the spring. */
const ticked = [
  'palautteet',
  'some',
  'analytiikka',
  'kooste',
  'palvelut',
  'mittaukset',
  'palvelualueet',
  'toteutus',
]
const tickedFirst = ['saapumiset', 'haastattelut', 'viestinta', 'mielikuva', 'linkitykset']

/** At the end: what is done is told, earlier years are reviewed, and next year's plan is a draft. */
export async function settlePlanning(deps: Deps, act: Act, today: string): Promise<void> {
  const { db } = deps
  const year = Number(today.slice(0, 4))
  const rows = await db
    .selectFrom('plan')
    .select(['id', 'from_day'])
    .where('place_id', '=', act.place.id)
    .execute()
  for (const { id, from_day } of rows) {
    const plan = Number(from_day.slice(0, 4)) === year ? await findPlan(db, act.place.id, id) : undefined
    for (const { id: own, ...one } of plan?.actions ?? [])
      if (one.day !== null && one.day < today) {
        const { place_id: _, ...values } = one
        const done = { state: 'done', done_on: one.day, result: 'Sata keskustelua kahdessa päivässä.' }
        await keepRow(deps, act, 'action', own, { ...values, ...done })
      }
    const told = from_day.slice(0, 4)
    if (Number(told) < year)
      await keepReview(deps, act, told, {
        ...{
          duty_id: 'group-lead',
          reviewed_on: `${told}-12-10`,
          worked: 'Kooste tehtiin joka neljännes ajallaan.',
        },
        ...{ results: 'Nostoja useammin, vastaukset nopeammin.', strengths: 'Vastuut ovat selvät.' },
        ...{ develop: 'Analyysikokoukseen tarvitaan kaikki toimialat.', roles: 'Kyllä.', stages: 'Kyllä.' },
        changes: 'Viestintäryhmään sivistyksen edustaja.',
      })
  }
  for (const n of [1, 2, 3, 4])
    if (`${year}-${String(n * 3).padStart(2, '0')}-28` < today)
      for (const task of [...ticked, ...(n < 3 ? tickedFirst : [])])
        await tick(deps, act, String(year), { period: `${year}-q${n}`, task, done: '1' })
  for (const task of ['suunnitelma', 'huomiot', 'mittarit', 'hallitus'])
    await tick(deps, act, String(year), { period: String(year), task, done: '1' })
  const next = { from_day: `${year + 1}-01-01`, to_day: `${year + 1}-12-31` }
  const title = `Asettautumispalvelujen viestintäsuunnitelma ${year + 1}`
  const now = await findPlanInForce(db, act.place.id)
  if (now) await beginLike(deps, act, now.id, { title, ...next })
  await settleRegister(deps, act)
  await markPlanned(db, act.place.id)
}

/** Everything of this is a sample, and says so. */
async function markPlanned(db: Db, place: string): Promise<void> {
  for (const table of [
    'ring',
    'audience',
    'channel_register',
    'content_card',
    'plan',
    'process_model',
  ] as const)
    await db.updateTable(table).set({ sample: true }).where('place_id', '=', place).execute()
}
