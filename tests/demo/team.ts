// The demo's comms team: shows, hides and describes posts, asks for consents, and lifts one post nearly every week.

import { listMedia } from '../../db/descriptions.ts'
import { pickInbox } from '../../db/inbox.ts'
import { grantConsent } from '../../services/consents.ts'
import { type Act, describePost } from '../../services/curate.ts'
import { decidePost } from '../../services/decide.ts'
import type { Deps } from '../../services/deps.ts'
import { addDays, dayOf } from '../../services/domain/quarter.ts'
import { Refusal } from '../../services/errors.ts'
import { markTopics } from '../../services/topics.ts'
import type { Chance } from './chance.ts'
import { pictures } from './pictures.ts'

export const TEAM = { curator: 'Johanna Kivelä (esimerkki)', editor: 'Mika Ollila (esimerkki)' }

const whole = { wall: true, digest: true, print: false, channels: false }

/** What waits is judged: most posts are shown, a few stashed or hidden; some residents give their consent. */
export async function curate(deps: Deps, act: Act, chance: Chance, leave = 0): Promise<void> {
  const waiting = await pickInbox(deps.db, act.place.id, { state: 'new' }, undefined, 100)
  for (const row of waiting.slice(leave)) {
    const dice = chance.next()
    const action = dice < 0.82 ? 'show' : dice < 0.93 ? 'stash' : 'hide'
    await decidePost(deps, act, row.public_id, { action, version: row.version })
    if (action === 'show' && row.kind === 'resident' && chance.next() < 0.75)
      await consent(deps, act, row.public_id)
  }
}

async function consent(deps: Deps, act: Act, post: string): Promise<void> {
  const today = dayOf(deps.clock(), act.place.time_zone)
  await grantConsent(deps, act, post, {
    scope: whole,
    evidence: { kind: 'sample', ref: 'Esimerkkilupa: julkaisu ja tekijä ovat keksittyjä.' },
    askedHow: 'Esimerkki: kysyttiin kommentilla julkaisun alla',
    child: 'no',
    crop: chanceOfCrop(post),
    until: addDays(today, 365),
    covers: 'post',
  })
}

const chanceOfCrop = (post: string) => post.charCodeAt(3) % 2 === 0

/** Pictures that their authors did not describe get a description, but for the post `left`, newest first, if any. */
export async function describe(deps: Deps, act: Act, left?: number): Promise<void> {
  const rows = await pickInbox(deps.db, act.place.id, { undescribed: true }, undefined, 50)
  for (const row of rows.filter((_, nth) => nth !== left)) {
    const media = await listMedia(deps.db, [row.id])
    const texts = media.flatMap((one) => {
      const file = decodeURIComponent(one.source_url.split('/').at(-1) ?? '')
      const known = pictures.find((picture) => picture.file === file)
      return known ? [{ media: one.public_id, texts: known.alt, decorative: false }] : []
    })
    if (texts.length) await describePost(deps, act, row.public_id, texts)
  }
}

/** What the team's marks go by: a word of the post, the theme, and whom it speaks to. */
const marks = [
  ['latu', 'luonto', 'matkailijat'],
  ['järvi', 'luonto', 'matkailijat'],
  ['lumi', 'mielenmaisema', undefined],
  ['töi', 'rekrytointi', 'koulutetut'],
  ['koti', 'asiakaskokemukset', 'lapsiperheet'],
  ['päiväko', 'varhaiskasvatus', 'lapsiperheet'],
  ['koulu', 'varhaiskasvatus', 'lapsiperheet'],
  ['yritt', 'yritystarinat', 'kasvuyrittajat'],
  ['elokuva', 'kulttuuri', undefined],
  ['kuoro', 'kulttuuri', undefined],
  ['etäty', 'elinvoima', 'etatyontekijat'],
] as const

/** Marks the newest posts with their themes and audiences. */
export async function markThemes(deps: Deps, act: Act): Promise<void> {
  for (const row of await pickInbox(deps.db, act.place.id, { state: 'shown' }, undefined, 40)) {
    const found = marks.filter(([word]) => row.text.toLowerCase().includes(word)).slice(0, 2)
    const marking = {
      theme: found.map(([, theme]) => theme),
      audience: found.flatMap(([, , audience]) => audience ?? []),
    }
    if (found.length) await markTopics(deps, act, row.public_id, marking)
  }
}

/** Lifts the resident's post of the last weeks that was liked most and may be lifted; answers which. */
export async function liftOfTheWeek(deps: Deps, act: Act): Promise<string | undefined> {
  const since = deps.clock().getTime() - 25 * 86_400_000
  const shown = await pickInbox(deps.db, act.place.id, { state: 'shown', kinds: ['resident'] }, undefined, 30)
  const candidates = shown
    .filter((row) => row.published_at.getTime() > since)
    .sort((a, b) => (b.likes ?? 0) - (a.likes ?? 0))
  for (const row of candidates)
    try {
      await decidePost(deps, act, row.public_id, { action: 'lift', version: row.version })
      return row.public_id
    } catch (error) {
      // Without a consent or a description the desk refuses; the team takes the next candidate.
      if (!(error instanceof Refusal)) throw error
    }
  return undefined
}
