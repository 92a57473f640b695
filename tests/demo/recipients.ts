// Who gets the demo's digests by mail, and two of them answering by the links in their mails.
import { insertRecipient } from '../../db/recipients.ts'
import { answerDigest } from '../../services/deliver.ts'
import type { WorkerDeps } from '../../workers/deps.ts'
import { TEAM } from './team.ts'

const PLACE = 'kemijarvi'
/** By whom it is read, where, what of it, and for which service area. */
const ROLES = [
  ['Sivistyspalvelut', 'sivistyspalvelut@esimerkki.example', ['digest', 'areas'], 'sivistys'],
  ['Asettautumispalvelut', 'asettautuminen@esimerkki.example', ['digest', 'areas'], 'asettautuminen'],
  ['Elinkeinopalvelut', 'elinkeinopalvelut@esimerkki.example', ['digest', 'areas'], 'elinkeino'],
  ['Kaupunginhallitus', 'hallitus@esimerkki.example', ['digest', 'short-council'], null],
  ['Henkilöstön uutiskirje', 'henkilosto@esimerkki.example', ['news', 'short-staff'], null],
] as const

/** Adds those who are not there yet. */
export async function addRecipients({ db, clock }: WorkerDeps): Promise<void> {
  for (const [role, email, gets, area] of ROLES) {
    const one = { place: PLACE, role, email, gets, area, language: 'fi' } as const
    await insertRecipient(db, { ...one, by: TEAM.editor, at: clock() })
  }
}

/** One has read the newest digest, one proposes something; the others have not answered yet. */
export async function answerSome(deps: WorkerDeps): Promise<void> {
  const mails = await deps.db
    .selectFrom('mail')
    .select('text')
    .where('cause', 'like', 'digest %')
    .orderBy('id', 'desc')
    .limit(2)
    .execute()
  const [first, second] = mails.map((one) => /\/vastaus\/([\w-]+)/.exec(one.text)?.[1] ?? '')
  await answerDigest(deps, first ?? '', { kind: 'seen', body: '' })
  await answerDigest(deps, second ?? '', {
    kind: 'action',
    body: 'Lisätään vapaat toimitilat muuttajan sivun alkuun. Voimme päivittää ne kahden viikon välein.',
  })
}
