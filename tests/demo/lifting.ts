// What the demo's team does around its lifts: takes turns, notes reasons, asks authors, and writes a travel story.
import { listEverLifted, saveJourney } from '../../db/journeys.ts'
import { askConsent } from '../../services/consents.ts'
import type { Act } from '../../services/curate.ts'
import type { Deps } from '../../services/deps.ts'
import { findInboxPost } from '../../services/inbox.ts'
import { excuseWeek, markPost, noteWork, pickCandidates, readWeeks } from '../../services/lifting.ts'
import type { Chance } from './chance.ts'
import { liftOfTheWeek, TEAM } from './team.ts'

const reasons = ['Syysloma, koko viestintä vapaalla', 'Vaaliviikko vei ajan', 'Sairastapaus']
const suggested = ['Naapurin hiihdonopettaja', 'Kylän leipuri', 'Kirjaston lukupiiri', 'Äiti, joka kalastaa']

/** One of the two lifts, in turn; it takes a few minutes, and sometimes somebody is suggested next. */
export async function liftInTurn(deps: Deps, act: Act, chance: Chance, turn: number): Promise<void> {
  const mine = { ...act, name: turn % 2 ? TEAM.editor : TEAM.curator }
  const id = await liftOfTheWeek(deps, mine)
  if (!id) return
  const opened = deps.clock().getTime() - chance.whole(190, 720) * 1000
  const suggests = turn % 3 ? null : (suggested[turn % suggested.length] ?? null)
  await noteWork(deps, act.place.id, id, { opened, lifts: true, suggests })
}

/** How things stand when the demo opens: excused weeks, authors who have been asked, a mark, and a story. */
export async function settleLifting(deps: Deps, act: Act): Promise<void> {
  const { db, clock } = deps
  const found = await findPlaceWeeks(deps, act)
  const missed = found.filter(({ state }) => state === 'none')
  for (const [nth, { week }] of missed.slice(0, -1).entries())
    await excuseWeek(deps, act, week, reasons[nth % reasons.length] ?? '')
  const candidates = await pickCandidates(db, act.place, clock())
  const unasked: string[] = []
  for (const id of candidates) {
    const post = await findInboxPost(db, act.place, id, clock())
    if (post?.footing.rights.why === 'no-consent') unasked.push(id)
  }
  for (const id of unasked.slice(0, 2)) await askConsent(deps, act, id, 'Pyydetty kommentilla tai viestillä')
  const [first] = candidates
  if (first) await markPost(deps, act, first, { timeless: true, delicate: false, child: false })
  await writeStory(deps, act)
}

async function findPlaceWeeks({ db, clock }: Deps, act: Act) {
  const created_at = new Date(0)
  return (await readWeeks(db, { ...act.place, created_at }, clock())).weeks
}

async function writeStory({ db, clock }: Deps, act: Act): Promise<void> {
  const lifted = await listEverLifted(db, act.place.id, 6)
  if (!lifted.length) return
  const how = { by: TEAM.editor, at: clock() }
  const story = {
    title: { fi: 'Kuusi kertaa Kemijärvi', en: 'Kemijärvi six times' },
    text: {
      fi: [
        'Lähdimme matkalle omaan kaupunkiimme. Emme ottaneet mukaan kameraa, vaan luimme, mitä muut olivat jo',
        'näyttäneet.\n\nNämä kuusi pysähdyttivät meidät. Jokainen tekijä on antanut luvan, ja jokaisen luota pääsee',
        'alkuperäiseen.',
      ].join(' '),
      en: [
        'We set out on a journey through our own town. We took no camera, and read what others had already',
        'shown.\n\nThese six made us stop. Every author has agreed, and each leads to the original.',
      ].join(' '),
    },
    posts: lifted.map((one) => one.public_id),
  }
  await saveJourney(db, act.place.id, undefined, story, how)
  await db.updateTable('journey').set({ published_at: clock() }).execute()
}
